import { equal, utf8 } from "../bytes.ts";
import type { Plain } from "../bytes.ts";
import { hash, id, struct, text, time, u32be } from "../codec.ts";
import type { Of } from "../codec.ts";
import { labelled } from "../labels.ts";
import { attempt, demand } from "../refusal.ts";
import type { Outcome } from "../refusal.ts";
import { signed } from "../signed.ts";
import type { Suite } from "../suite/types.ts";
import { LABEL, TYPE } from "./labels.ts";

const body = struct({
  jour: id,
  member: id,
  /** Which text of the jour. */
  version: u32be,
  /** What stood there, word for word. */
  text: hash,
  /** What she is called, so that it can be proven when the register knows her no more. */
  name: text(320),
  at: time,
});
export const pledge = signed(TYPE.pledge, LABEL.pledge, body);
export type Pledge = Of<typeof body>;

/** Of the very bytes that she read. */
export const pledgeTextHash = (suite: Suite, words: string): Promise<Uint8Array> =>
  suite.sha256(labelled(LABEL.pledgeText, utf8(words)));

/** Signed by her identity, in her own browser. */
export const makePledge = (suite: Suite, identitySeed: Uint8Array, value: Pledge): Promise<Plain> =>
  pledge.make(suite, identitySeed, value);

/** What is being proven: this member of this jour, this version, these words. */
export interface PledgeChecks {
  readonly jour: Uint8Array;
  readonly member: Uint8Array;
  readonly identity: Uint8Array;
  readonly version: number;
  readonly words: string;
}

export const verifyPledge = (
  suite: Suite,
  bytes: Uint8Array,
  checks: PledgeChecks,
): Promise<Outcome<Pledge>> =>
  attempt(async () => {
    const value = await pledge.open(suite, checks.identity, bytes);
    demand(equal(value.jour, checks.jour), "foreign-jour");
    demand(equal(value.member, checks.member), "foreign-member");
    demand(value.version === checks.version, "pledge-other");
    demand(equal(value.text, await pledgeTextHash(suite, checks.words)), "pledge-other");
    return value;
  });
