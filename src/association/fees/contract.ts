import type { Said } from "../../forms/index.ts";
import type { CallProgress } from "../meeting-contract.ts";

const desk = "/desk/api/association";
export const feePaths = { rounds: `${desk}/reminders`, remind: `${desk}/remind` } as const;

export const REMINDER_LIMIT = 1500;

/** One time that the board has reminded. */
export interface Round {
  readonly id: string;
  readonly year: number;
  readonly on: string;
  /** null when it was sealed under a secret that the house has lost. */
  readonly text: Said | null;
  readonly mails: CallProgress;
  /** The members who are reminded by letter. */
  readonly letters: readonly string[];
}

export interface Reminded {
  readonly member: string;
  readonly on: string;
}

/** POST rounds. */
export interface Reminders {
  /** What the jour is called where it signs. */
  readonly jour: string;
  readonly rounds: readonly Round[];
  /** Everybody who was reminded in the last year. */
  readonly reminded: readonly Reminded[];
}

/** POST remind. */
export interface Remind {
  /** Of the round; the same twice is one. */
  readonly id: string;
  readonly year: number;
  readonly text: Said;
}
export interface RemindedNow {
  readonly mails: number;
  readonly letters: number;
}
