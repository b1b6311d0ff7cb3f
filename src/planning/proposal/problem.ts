// A month to be filled, as the solver is told it. Pure; times are milliseconds since 1970.

import type { Wish } from "../contract.ts";
import { has, type Person } from "../rules.ts";

export interface ToFill {
  readonly id: string;
  readonly startsAt: number;
  readonly endsAt: number;
  readonly needed: number;
  readonly atLeast: readonly string[];
  /** 1 on an ordinary evening; nights, weekends and holidays weigh more. */
  readonly weight: number;
  /** Who stands there already and stays. */
  readonly on: readonly string[];
}

export interface Helper extends Person {
  /** How many shifts she takes in the month at most. */
  readonly most: number | null;
}

export interface Problem {
  readonly shifts: readonly ToFill[];
  readonly people: readonly Helper[];
  readonly wishOf: (shift: string, member: string) => Wish | undefined;
}

/** Between two shifts of one woman lie at least so many hours: she answers in the evening and works in the morning. */
export const REST_MS = 11 * 3_600_000;
/** Longer ones are on call: they rule nothing else out. */
const LONG_MS = 26 * 3_600_000;

type Span = Pick<ToFill, "startsAt" | "endsAt">;
const isLong = ({ startsAt, endsAt }: Span): boolean => endsAt - startsAt > LONG_MS;

export type Clash = "elsewhere" | "resting" | undefined;

/** Why she who stands at one of them cannot stand at the other. */
export function clash(a: Span, b: Span): Clash {
  if (isLong(a) || isLong(b)) return undefined;
  if (a.startsAt < b.endsAt && b.startsAt < a.endsAt) return "elsewhere";
  const apart = Math.max(a.startsAt, b.startsAt) - Math.min(a.endsAt, b.endsAt);
  return apart < REST_MS ? "resting" : undefined;
}

/** The largest groups of shifts of which one woman can take one: each holds all that are near one moment. */
export function cliques(shifts: readonly Span[]): number[][] {
  const found: number[][] = [];
  for (const [at, shift] of shifts.entries()) {
    if (isLong(shift)) continue;
    const near = shifts.flatMap((other, index) => {
      const isNear = other.startsAt <= shift.startsAt && other.endsAt + REST_MS > shift.startsAt;
      return index === at || (!isLong(other) && isNear) ? [index] : [];
    });
    if (near.length > 1) found.push(near);
  }
  return found.filter(
    (one, at) =>
      !found.some(
        (other, index) =>
          index !== at &&
          one.every((each) => other.includes(each)) &&
          (other.length > one.length || index < at),
      ),
  );
}

/** Whether she may be asked for it at all, whatever else she gets. */
export function mayAsk(shift: ToFill, person: Helper, wish: Wish | undefined): boolean {
  if (person.standing === "shadowing" || wish === "cannot") return false;
  if (shift.on.includes(person.member) || shift.on.length >= shift.needed) return false;
  return person.standing === "experienced" || shift.needed > 1;
}

/** A night, a weekend or a holiday costs whoever takes it more than an ordinary evening. */
export function weightOf(at: {
  hour: number;
  endHour: number;
  isLong: boolean;
  isWeekend: boolean;
  isHoliday: boolean;
}): number {
  const night =
    at.isLong || at.hour >= 22 || at.hour < 6 || (at.endHour > 0 && at.endHour <= 8) ? 1.5 : 1;
  return at.isHoliday ? 2 * night : at.isWeekend ? 1.5 * night : night;
}

export const qualitiesMissing = (
  { atLeast }: Pick<ToFill, "atLeast">,
  on: readonly Person[],
): string[] => atLeast.filter((quality) => !on.some((person) => has(person, quality)));
