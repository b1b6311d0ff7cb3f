import type { MailFault } from "../../platform/mail/index.ts";

export const mailPaths = {
  state: "/desk/api/mail/state",
} as const;

export type MailTrouble = MailFault | "no-folder" | "letters-closed";

/** How it stands with the jour's ordinary mail. Never the account itself. */
export interface MailState {
  /** Null where the operator has set up no mail for this jour. */
  readonly mail: {
    /** One for each face that has mail. */
    readonly addresses: readonly string[];
    /** By fetching; otherwise it is handed over by the mail server in front. */
    readonly isFetched: boolean;
    /** ISO 8601; null before the first time. */
    readonly fetchedAt: string | null;
    readonly fault: MailTrouble | null;
    /** Too large, and left in the ordinary inbox. */
    readonly leftBehind: number;
    readonly waiting: number;
    readonly givenUp: number;
    /** Why what waits was not sent at its last try. */
    readonly sendingFault: MailFault | null;
  } | null;
}
