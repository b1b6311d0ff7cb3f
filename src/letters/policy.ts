// The rule book of letters. Pure; times are milliseconds since 1970.

import { ENQUIRY_TEAMS } from "../platform/teams.ts";
import type { AnswerTime, TeamName } from "./contract.ts";

/** Those who open letters, each with keys of its own. */
export const TEAMS = ["letters", "intake", "recruiters", ...ENQUIRY_TEAMS] as const;
/** Where the answers of each are counted. Whoever applies, or writes about something else, seeks no support, and is not counted. */
export const channelOf = (team: TeamName): "letter" | "talk" | undefined =>
  team === "letters" ? "letter" : team === "intake" ? "talk" : undefined;

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** She who is answering has the letter to herself for so long; a draft stays with the team. */
export const CLAIM_MS = 2 * HOUR;
/** A delegate makes a new key when the old one is this old. */
export const ROTATE_AFTER_MS = 7 * DAY;
/** In one correspondence: beyond this it is a flood, not a letter. */
export const MAX_LETTERS = 400;
export const MAX_NOTES = 400;
/** Letters of hers in a row that nobody has answered yet. */
export const MAX_UNANSWERED = 20;
/** Of one correspondence, so that nobody fills the disk. */
export const MAX_CHUNKS = 640;
/** Tokens that open nothing, for each jour; beyond it only true ones are answered, so nobody is kept out. */
export const WRONG_TOKENS = { most: 60, windowMs: 60_000 };
/**
 * Letters without script, for each jour. Whoever sends them can be asked for no work, so a flood must
 * end somewhere: thirty at once, then four a minute; whoever finds none free waits for her turn, with so
 * many others, for so long. Then she is told that it is crowded, and that letters with script are taken.
 */
export const PLAIN_LETTERS = {
  atOnce: 30,
  refillMs: 15_000,
  mostWaiting: 150,
  /** Shorter than browsers and proxies wait for an answer. */
  patienceMs: 45_000,
};

export type RotationReason = "none-yet" | "week-over" | "somebody-left" | "nobody-holds-it";

/**
 * Why the team needs a new key. `hasLeft`: somebody holds the newest who is not in the team any more. `isOrphan`:
 * there is a team, and nobody of it holds the newest, which was made before anybody was in it: nobody can share it.
 */
export function rotation(
  newest: { readonly at: number } | undefined,
  { hasLeft, isOrphan = false }: { readonly hasLeft: boolean; readonly isOrphan?: boolean },
  now: number,
): RotationReason | null {
  if (!newest) return "none-yet";
  if (hasLeft) return "somebody-left";
  if (isOrphan) return "nobody-holds-it";
  return now - newest.at >= ROTATE_AFTER_MS ? "week-over" : null;
}

/** Hours only: no row tells the minute in which she wrote. */
export const toHour = (at: number): Date => new Date(Math.floor(at / HOUR) * HOUR);

/** The day in Stockholm does not matter here: a day more or less is within the promise. */
export const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);
export const expiryOf = (now: number, days: number): string => dayOf(now + days * DAY);

const RANGES: readonly (readonly [AnswerTime, number])[] = [
  ["within-12-hours", 12 * HOUR],
  ["within-24-hours", DAY],
  ["within-2-days", 2 * DAY],
  ["within-4-days", 4 * DAY],
  ["within-7-days", 7 * DAY],
];

/** The range that an answer after `waited` falls in. */
export const answerRange = (waited: number): AnswerTime =>
  RANGES.find(([, limit]) => waited <= limit)?.[0] ?? "longer";

/** Fewer answers than this say nothing about the next one. */
const ENOUGH = 5;

/** The range within which three of four answers came: what may be promised honestly. */
export function usualAnswerTime(counts: ReadonlyMap<string, number>): AnswerTime | null {
  const order: readonly AnswerTime[] = [...RANGES.map(([name]) => name), "longer"];
  const total = order.reduce((sum, name) => sum + (counts.get(name) ?? 0), 0);
  if (total < ENOUGH) return null;
  let reached = 0;
  for (const name of order) {
    reached += counts.get(name) ?? 0;
    if (reached >= total * 0.75) return name;
  }
  return "longer";
}
