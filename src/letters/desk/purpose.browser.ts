import type { JSX } from "preact";
import type { Language } from "../../ui/languages.ts";
import type { TeamName } from "../contract.ts";
import { inboxMessages } from "../messages.inbox.ts";
import type { InboxApp, OpenedMailbox } from "./inbox-app.browser.ts";

export interface InboxPart {
  readonly app: InboxApp;
  readonly language: Language;
}

/** An inbox that is for more than letters: what another module brings to it. */
export interface DeskPurpose {
  readonly team: TeamName;
  readonly words: Readonly<Record<Language, Partial<(typeof inboxMessages)["sv"]>>>;
  /** In the place of the list. */
  readonly List?: (props: InboxPart) => JSX.Element;
  readonly Said?: (props: {
    readonly text: string;
    readonly language: Language;
  }) => JSX.Element | null;
  /** Above the letters of what is open. */
  readonly Panel?: (props: InboxPart & { readonly opened: OpenedMailbox }) => JSX.Element | null;
}

export const lettersInbox: DeskPurpose = { team: "letters", words: { sv: {}, en: {} } };

export const inboxWords = ({ app, language }: InboxPart): (typeof inboxMessages)["sv"] => ({
  ...inboxMessages[language],
  ...app.purpose.words[language],
});
