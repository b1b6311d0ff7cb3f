// When mail is tried again, and when it is given up. Pure; times are milliseconds since 1970.

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** After the first, second … failure. Then every four hours. */
const PAUSES = [MINUTE, 5 * MINUTE, 15 * MINUTE, HOUR] as const;
export const pauseAfter = (tries: number): number => PAUSES[Math.max(0, tries - 1)] ?? 4 * HOUR;

/** A mail server may be away over a weekend, not longer without somebody knowing. */
export const GIVE_UP_DAYS = 4;
/** While one process sends it, no other does; then it is anybody's again. */
export const LEASE_MS = 5 * MINUTE;

export const dayAfter = (now: number, days: number): string =>
  new Date(now + days * 24 * HOUR).toISOString().slice(0, 10);

/** Why mail does not come or go, in words of ours: no answer of another server is kept or logged. */
export type MailFault =
  | "unreachable"
  /** All of the mail was handed over, and no answer came: it may have arrived. */
  | "unanswered"
  | "login-refused"
  | "not-secure"
  | "busy"
  | "refused"
  | "off"
  | "unreadable";
