// When a channel's door is open. Pure; times are milliseconds since 1970.

/** What a shift of now says; null where nothing is planned. */
export interface PlannedNow {
  readonly needed: number;
  /** Of the last shift that follows on without a pause. */
  readonly endsAt: number;
}

export interface DoorFacts {
  /** Those on duty and present, without those who only sit beside. */
  readonly present: number;
  readonly hasExperienced: boolean;
  /** Where no shift says it. */
  readonly needed: number;
  readonly lastEntryMs: number;
  readonly shift: PlannedNow | null;
  /** A shift was over a short while ago, and no other follows. */
  readonly isOver: boolean;
  readonly hand: { readonly state: "open" | "closed"; readonly until: number } | null;
  /** Announced: not before. */
  readonly opensAt: number | null;
}

export type DoorWhy =
  | "enough-present"
  | "by-hand"
  | "nobody-present"
  | "too-few"
  | "only-newcomers"
  | "not-yet"
  | "last-entry"
  | "over";

export interface DoorSays {
  /** Whether somebody new may come in. */
  readonly open: boolean;
  /** Whether those who wait may hope: else each is offered to make a letter of it, in one step. */
  readonly served: boolean;
  readonly why: DoorWhy;
  /** Only with "not-yet". */
  readonly opensAt: number | null;
}

const says = (open: boolean, served: boolean, why: DoorWhy): DoorSays => ({
  ...{ open, served, why, opensAt: null },
});

/**
 * Nobody is promised anybody who is not there: a hand can open a door for fewer than are needed, never
 * for none. A hand goes before the plan, an announced opening before whoever is early.
 */
export function doorSays(facts: DoorFacts, now: number): DoorSays {
  if (facts.present === 0) return notYet(facts, now) ?? says(false, false, "nobody-present");
  const hand = facts.hand && facts.hand.until > now ? facts.hand.state : null;
  if (hand === "closed") return says(false, false, "by-hand");
  const early = notYet(facts, now);
  if (early) return early;
  if (hand === "open") return says(true, true, "by-hand");
  if (!facts.hasExperienced) return says(false, false, "only-newcomers");
  if (facts.shift === null && facts.isOver) return says(false, false, "over");
  if (facts.present < (facts.shift?.needed ?? facts.needed)) return says(false, true, "too-few");
  const isLate = facts.shift !== null && facts.shift.endsAt - now <= facts.lastEntryMs;
  return isLate ? says(false, true, "last-entry") : says(true, true, "enough-present");
}

function notYet({ opensAt }: DoorFacts, now: number): DoorSays | undefined {
  if (opensAt === null || opensAt <= now) return undefined;
  return { open: false, served: false, why: "not-yet", opensAt };
}
