import { equal, utf8 } from "../bytes.ts";
import type { Plain } from "../bytes.ts";
import { hash, id, struct, text, time } from "../codec.ts";
import type { Of } from "../codec.ts";
import { labelled } from "../labels.ts";
import { attempt, demand } from "../refusal.ts";
import type { Outcome } from "../refusal.ts";
import { signed } from "../signed.ts";
import type { Suite } from "../suite/types.ts";
import { LABEL, TYPE } from "./labels.ts";

const body = struct({
  jour: id,
  /** Such as 2026-11. */
  month: text(7),
  /** Of the lines that she saw. */
  looks: hash,
  member: id,
  at: time,
});
export const review = signed(TYPE.review, LABEL.review, body);
export type Review = Of<typeof body>;

/** One day on which somebody looked at something of somebody's. Ids are uuids; `whose` is empty for a list of all. */
export interface Look {
  readonly day: string;
  readonly who: string;
  readonly whose: string;
  readonly what: string;
  readonly times: number;
}

/** The order of the lines does not matter, and nothing can be left out of them or slipped in. */
export function looksHash(suite: Suite, looks: readonly Look[]): Promise<Uint8Array> {
  const lines = looks.map(({ day, who, whose, what, times }) =>
    [day, who, whose, what, times].join(" "),
  );
  return suite.sha256(labelled(LABEL.looks, utf8(lines.toSorted().join("\n"))));
}

export const makeReview = (suite: Suite, identitySeed: Uint8Array, value: Review): Promise<Plain> =>
  review.make(suite, identitySeed, value);

export const verifyReview = (
  suite: Suite,
  bytes: Uint8Array,
  checks: Pick<Review, "jour" | "month" | "looks" | "member"> & { identity: Uint8Array },
): Promise<Outcome<Review>> =>
  attempt(async () => {
    const value = await review.open(suite, checks.identity, bytes);
    demand(equal(value.jour, checks.jour), "foreign-jour");
    demand(equal(value.member, checks.member), "foreign-member");
    demand(value.month === checks.month && equal(value.looks, checks.looks), "review-other");
    return value;
  });
