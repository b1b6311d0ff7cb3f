import type { JSX } from "preact";
import { saidMessages } from "../messages.said.ts";
import type { EducationPart } from "./education-app.browser.ts";

/** What was done last, or why it was not. */
export function SaidNow({ app, language }: EducationPart): JSX.Element {
  const said = app.said.value;
  return (
    <div role="status">
      {said !== null && <p class="notice">{saidMessages[language][`said-${said}`]}</p>}
    </div>
  );
}
