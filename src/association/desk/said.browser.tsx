import type { JSX } from "preact";
import { saidMessages } from "../messages.said.ts";
import type { AssociationPart } from "./association-app.browser.ts";

/** What was done last, or why it was not. */
export function SaidNow({ app, language }: AssociationPart): JSX.Element {
  const said = app.said.value;
  return (
    <div role="status">
      {said !== null && <p class="notice">{saidMessages[language][`said-${said}`]}</p>}
    </div>
  );
}
