// The rule book of shifts. Pure; times are milliseconds since 1970.

import type { Kind, Lack, Place, Standing } from "./contract.ts";

/** Whom planning knows, as the rules see her. */
export interface Person {
  readonly member: string;
  readonly standing: Standing;
  /** "coordinator", "language:ar", "skill:juridik". */
  readonly knows: readonly string[];
}

export interface Filled {
  readonly kind: Kind;
  readonly needed: number;
  readonly atLeast: readonly string[];
  readonly startsAt: number;
  readonly calledOff: boolean;
  readonly places: readonly { readonly person: Person; readonly place: Place }[];
}

/** Two who sit beside at once are enough for those whom they learn from. */
const MOST_SHADOWS = 2;
/** Later than so many milliseconds before it the reserves are called at once. */
export const LATE_MS = 72 * 3_600_000;
/** What is over may be looked at for so long. */
export const KEPT_DAYS = 92;

/** At meetings everybody is alike. */
export const hasRoles = (kind: Kind): boolean => kind !== "meeting" && kind !== "supervision";

const isExperienced = ({ standing }: Person): boolean => standing === "experienced";

export function has(person: Person, quality: string): boolean {
  return quality === "experienced" ? isExperienced(person) : person.knows.includes(quality);
}

const peopleOn = (shift: Filled): Person[] =>
  shift.places.filter(({ place }) => place === "on").map(({ person }) => person);

/** What a shift lacks. One that was called off, or a meeting with empty seats, lacks nothing. */
export function lacksOf(shift: Filled): Lack[] {
  if (shift.calledOff || !hasRoles(shift.kind)) return [];
  const on = peopleOn(shift);
  const lacks: Lack[] = on.length < shift.needed ? ["people"] : [];
  // A newcomer is never alone.
  if (on.length > 0 && !on.some(isExperienced)) lacks.push("experienced");
  if (on.length === 0) return lacks;
  const missing = shift.atLeast.filter((quality) => !on.some((person) => has(person, quality)));
  return [...lacks, ...missing.map((quality): Lack => `quality:${quality}`)];
}

export type TakeCode = "shift-over" | "shift-full" | "shadow-only" | "newcomer-alone";

/** Whether she may take this place, those being there who are. */
export function takeRefusal(
  shift: Filled,
  person: Person,
  place: Place,
  now: number,
): TakeCode | undefined {
  if (shift.calledOff || shift.startsAt <= now) return "shift-over";
  const others = shift.places.filter((one) => one.person.member !== person.member);
  if (place === "shadow") {
    const shadows = others.filter((one) => one.place === "shadow").length;
    return shadows >= MOST_SHADOWS || !hasRoles(shift.kind) ? "shift-full" : undefined;
  }
  if (hasRoles(shift.kind) && person.standing === "shadowing") return "shadow-only";
  if (place === "reserve") return undefined;
  const on = others.filter((one) => one.place === "on").map((one) => one.person);
  if (on.length >= shift.needed) return "shift-full";
  const isAlone = hasRoles(shift.kind) && !leavesRoom([...on, person], shift.needed);
  return isAlone ? "newcomer-alone" : undefined;
}

/** Somebody experienced is there, or still has a place to come to. */
const leavesRoom = (on: readonly Person[], needed: number): boolean =>
  on.some(isExperienced) || on.length < needed;

export type OfferState = "open" | "taken" | "declined" | "withdrawn";
export interface Offer {
  readonly by: string;
  readonly to: string | null;
  readonly state: OfferState;
}
export type OfferCode = "offer-settled" | "not-found";

/**
 * An offer is open until one of those concerned has settled it: she to whom it goes says yes or no
 * (everybody, where it goes to all, and then only yes), or its maker takes it back. Nobody else is asked.
 */
export function settle(
  offer: Offer,
  who: string,
  answer: "yes" | "no" | "back",
): OfferState | OfferCode {
  const isMaker = offer.by === who;
  const isAsked = !isMaker && (offer.to === null || offer.to === who);
  if (answer === "back" ? !isMaker : !isAsked) return "not-found";
  if (answer === "no" && offer.to === null) return "not-found";
  if (offer.state !== "open") return "offer-settled";
  return answer === "yes" ? "taken" : answer === "no" ? "declined" : "withdrawn";
}

/** Who may be called in for an empty place: those in reserve, else those who said that they can. */
export function calledIn(
  places: Filled["places"],
  wishes: readonly { readonly member: string; readonly wish: string }[],
): string[] {
  const reserves = places
    .filter(({ place }) => place === "reserve")
    .map((one) => one.person.member);
  if (reserves.length > 0) return reserves;
  const there = new Set(places.map(({ person }) => person.member));
  return wishes
    .filter((one) => one.wish !== "cannot" && !there.has(one.member))
    .map((one) => one.member);
}
