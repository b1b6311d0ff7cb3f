// When a woman counts as on duty.

/** A desk that is open tells so twice in this time; one that closed or lost its network lapses. */
export const PRESENT_MS = 75_000;
export const RENEW_MS = 30_000;
export const MAX_CAPACITY = 8;

export interface OnDuty {
  readonly duty: string;
  readonly face: string;
  readonly member: string;
  readonly alias: string;
  readonly capacity: number;
  /** Milliseconds since 1970, both. */
  readonly expiresAt: number;
  readonly presentUntil: number;
  /** Her signed statement. */
  readonly statement: Uint8Array;
}

/**
 * Later than this nobody's presence is written: a time beyond it was written before the clock was set
 * back, perhaps by a desk that has long been closed. One that is open writes anew within RENEW_MS.
 */
export const farthestPresence = (now: number): number => now + 2 * PRESENT_MS;

export function isPresent(duty: OnDuty, now: number): boolean {
  const { expiresAt, presentUntil } = duty;
  return expiresAt > now && presentUntil > now && presentUntil <= farthestPresence(now);
}

/** As long as a desk prolongs by itself, and a little for clocks that differ. */
const STRETCH_MS = 35 * 60_000;

/**
 * Whether a shift goes on under the terms on which it began: until its end, and a little longer while
 * she is in a conversation, so that nobody who writes to her is cut off. For more she is asked again
 * for all that a shift begins with.
 */
export const isWithinTerms = (longerByMs: number, isBusy: boolean): boolean =>
  longerByMs <= 0 || (isBusy && longerByMs <= STRETCH_MS);

export type StartCode = "conversations-open" | "on-duty-elsewhere";
export type Start = "fresh" | "prolong" | "replace" | StartCode;

/** What going on duty means for her who may be on duty already. */
export function startKind(
  before: { readonly face: string; readonly sameKey: boolean; readonly busy: boolean } | undefined,
  face: string,
): Start {
  if (!before) return "fresh";
  if (before.face !== face) return "on-duty-elsewhere";
  if (before.sameKey) return "prolong";
  // A new key ends the conversations of the old one: they must be handed over first.
  return before.busy ? "conversations-open" : "replace";
}
