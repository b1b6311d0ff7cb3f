import { equal } from "../bytes.ts";
import type { Plain } from "../bytes.ts";
import { hash, id, struct, text, time } from "../codec.ts";
import type { Of } from "../codec.ts";
import { labelled } from "../labels.ts";
import { attempt, demand } from "../refusal.ts";
import type { Outcome } from "../refusal.ts";
import { signed } from "../signed.ts";
import type { Suite } from "../suite/types.ts";
import type { Register } from "./extract.ts";
import { LABEL, TYPE } from "./labels.ts";

const body = struct({
  jour: id,
  /** Whose extracts they are. */
  member: id,
  /** Who had them before her, and sealed them. */
  author: id,
  /** Days such as 2026-11-21: the older of the two was issued, and she began. */
  issued: text(10),
  started: text(10),
  /** Of the sealed bytes, keys of all readers included. */
  criminal: hash,
  suspicion: hash,
  at: time,
});
export const handedIn = signed(TYPE.handedIn, LABEL.handedIn, body);
export type HandedIn = Of<typeof body>;

/** Of a sealed extract, whole. */
export const extractHash = (suite: Suite, sealed: Uint8Array): Promise<Uint8Array> =>
  suite.sha256(labelled(LABEL.extractHash, sealed));

/** By her who sealed both: readers' keys are no secret, so that without it a server could put others in their place. */
export async function signHandedIn(
  suite: Suite,
  identitySeed: Uint8Array,
  of: Omit<HandedIn, Register>,
  sealed: Readonly<Record<Register, Uint8Array>>,
): Promise<Plain> {
  const criminal = await extractHash(suite, sealed.criminal);
  const suspicion = await extractHash(suite, sealed.suspicion);
  return handedIn.make(suite, identitySeed, { ...of, criminal, suspicion });
}

/** Who is said to have sealed them. Reads without believing. */
export const handedInBy = (bytes: Uint8Array): Promise<Outcome<Uint8Array>> =>
  attempt(async () => handedIn.peek(bytes).author);

/** What is being proven: these bytes, as the extract of this register of this member, handed in for these days by her. */
export interface HandedInChecks extends Pick<
  HandedIn,
  "jour" | "member" | "author" | "issued" | "started"
> {
  /** The author's, as the signed directory has it. */
  readonly identity: Uint8Array;
  readonly register: Register;
  readonly sealed: Uint8Array;
}

export const verifyHandedIn = (
  suite: Suite,
  bytes: Uint8Array,
  checks: HandedInChecks,
): Promise<Outcome<HandedIn>> =>
  attempt(async () => {
    const value = await handedIn.open(suite, checks.identity, bytes);
    demand(equal(value.jour, checks.jour), "foreign-jour");
    demand(equal(value.member, checks.member), "foreign-member");
    demand(equal(value.author, checks.author), "foreign-member");
    demand(value.issued === checks.issued && value.started === checks.started, "extract-other");
    const sealed = await extractHash(suite, checks.sealed);
    demand(equal(value[checks.register], sealed), "extract-other");
    return value;
  });
