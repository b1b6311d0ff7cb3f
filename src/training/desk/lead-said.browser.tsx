import type { JSX } from "preact";
import { leadMessages } from "../messages.lead.ts";
import type { TrainingPart } from "./mine.browser.tsx";

/** What was done last, or why it was not. */
export function LeadSaidNow({ app, language }: TrainingPart): JSX.Element {
  const said = app.said.value;
  return (
    <div role="status">{said !== null && <p class="notice">{leadMessages[language][said]}</p>}</div>
  );
}
