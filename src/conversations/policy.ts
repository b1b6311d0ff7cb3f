// The rule book of live conversations. Pure; times are milliseconds, durations on a clock that never jumps.

import type { DutyId } from "./contract.ts";
import type { Conversation, Volunteer } from "./fold.ts";

export const MINUTE = 60_000;
/** The longest that a conversation may live, waiting included. */
export const MAX_LENGTH_MS = 12 * 60 * MINUTE;
/** A volunteer's lost connection usually comes back; after this her colleagues are called. */
export const DESERTED_MS = 1 * MINUTE;
/** More than this in one queue is no queue any more: they are told the truth at once. */
export const MAX_WAITING = 500;
/** What she may have said before somebody takes her. Our page sends nothing then; a queue full of this is 125 MiB. */
export const ROOM_BEFORE_TAKEN = { frames: 64, bytes: 256 * 1024 };
/** So many of a queue are shown to those on duty. */
export const SHOWN_WAITING = 30;

/** A conversation with what is known of its connections now. */
export interface Standing {
  readonly id: string;
  readonly state: Conversation;
  readonly begunAt: number;
  /** Since when none of her volunteers has a connection; null while one has, or there are none. */
  readonly desertedSince: number | null;
  readonly seekerAwaySince: number | null;
}

export const volunteerOf = (state: Conversation, duty: DutyId): Volunteer | undefined =>
  state.volunteers.find((one) => one.duty === duty);

export const isIn = (state: Conversation, duty: DutyId): boolean =>
  volunteerOf(state, duty)?.state === "in";

export const thoseIn = (state: Conversation): DutyId[] =>
  state.volunteers.filter((one) => one.state === "in").map((one) => one.duty);

/** Nobody is with her: she has not been taken, was let go, or her volunteer's connection does not come back. */
export function isWaiting({ state, desertedSince }: Standing, now: number): boolean {
  if (thoseIn(state).length === 0) return true;
  return desertedSince !== null && now - desertedSince >= DESERTED_MS;
}

/** Who had somebody and lost her stands first; then whoever came first. */
export function queueOrder(a: Standing, b: Standing): number {
  if (a.state.again !== b.state.again) return a.state.again ? -1 : 1;
  return a.state.since - b.state.since || (a.id < b.id ? -1 : 1);
}

/**
 * Who may be asked to go to another face: she waits before her screen, has had nobody yet, so that no
 * key is bound to this face, and was not asked before.
 */
export const mayBeAsked = ({ state, seekerAwaySince }: Standing): boolean =>
  state.firstTaken === null &&
  state.volunteers.length === 0 &&
  !state.wasAsked &&
  seekerAwaySince === null;

export type TakeCode = "already-taken" | "limit-reached";

export function takeRefusal(
  standing: Standing,
  duty: { readonly load: number; readonly capacity: number },
  now: number,
): TakeCode | undefined {
  if (!isWaiting(standing, now)) return "already-taken";
  return duty.load >= duty.capacity ? "limit-reached" : undefined;
}

/** How many more those on duty can take, each within her own limit. */
export const roomLeft = (
  duties: readonly { readonly duty: DutyId; readonly capacity: number }[],
  load: (duty: DutyId) => number,
): number =>
  duties.reduce((sum, { duty, capacity }) => sum + Math.max(0, capacity - load(duty)), 0);

/** Why a conversation has to end by itself, if it has. */
export function overdue(
  { begunAt, seekerAwaySince }: Standing,
  graceMs: number,
  now: number,
): "abandoned" | "expired" | undefined {
  if (now - begunAt >= MAX_LENGTH_MS) return "expired";
  return seekerAwaySince !== null && now - seekerAwaySince >= graceMs ? "abandoned" : undefined;
}

/** Work that halves its weight every minute: how busy the way in has been lately. */
export interface Pressure {
  readonly weight: number;
  readonly at: number;
}
export const noPressure: Pressure = { weight: 0, at: 0 };

export function press(pressure: Pressure, weight: number, now: number): Pressure {
  return { weight: pressureAt(pressure, now) + weight, at: now };
}

export function pressureAt({ weight, at }: Pressure, now: number): number {
  return weight * 2 ** (-Math.max(0, now - at) / MINUTE);
}

/** Two budgets, so that a flood of new tabs does not make it harder for her who was here a moment ago. */
export type Budget = "new" | "returning";
const FREE: Readonly<Record<Budget, number>> = { new: 30, returning: 30 };
const LEAST_STEPS = 240;
const MOST_DOUBLINGS = 6;

/** How many steps a proof of work may take at most: the least while it is calm, doubling with the pressure. */
export function proofSteps(budget: Budget, pressure: number): number {
  const doublings = Math.max(0, Math.log2(pressure / FREE[budget]));
  return Math.round(LEAST_STEPS * 2 ** Math.min(doublings, MOST_DOUBLINGS));
}
