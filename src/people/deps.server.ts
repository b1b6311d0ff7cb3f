import type { Database, JourId } from "../platform/database/index.server.ts";
import type { Suite } from "../protocol/index.ts";
import type { Challenges } from "./challenge.server.ts";

/** What every use case of people stands on. */
export interface Deps {
  readonly database: Database;
  readonly suite: Suite;
  readonly challenges: Challenges;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Session cookies are bound to TLS; false only on the demo's http://…localhost. */
  readonly secure: boolean;
  /** She has signed out, here or from elsewhere: what hangs on that session lets go. */
  readonly signedOut: (jour: JourId, session: string) => void;
}

/** The month of an instant, as a date: days and hours of staff are not kept. */
export const monthOf = (instant: number): string =>
  `${new Date(instant).toISOString().slice(0, 7)}-01`;

/** The day of an instant; for what is told for two weeks and then forgotten. */
export const dayOf = (instant: number): string => new Date(instant).toISOString().slice(0, 10);
