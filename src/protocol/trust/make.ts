import { compare, equal, utf8 } from "../bytes.ts";
import type { Plain } from "../bytes.ts";
import { LABEL } from "../labels.ts";
import { demand } from "../refusal.ts";
import type { Signature } from "../signed.ts";
import { sign } from "../signed.ts";
import type { Suite } from "../suite/types.ts";
import { directory, duty, kindOf, LIMIT, logEntry } from "./objects.ts";
import type {
  DelegateStatement,
  Directory,
  DutyStatement,
  EntryKind,
  Revocation,
  RootStatement,
} from "./objects.ts";

export const draftRoot = (value: RootStatement): Plain =>
  logEntry.root.covered({ ...value, keys: value.keys.toSorted(compare) });
export const draftDelegate = (value: DelegateStatement): Plain => logEntry.delegate.covered(value);
export const draftRevocation = (value: Revocation): Plain => logEntry.revocation.covered(value);

/** An entry without its signatures. */
export const draftOf = (entry: Uint8Array): Uint8Array =>
  logEntry[kindOf(entry)].read(entry).covered;

/** One custodian's signature on a draft, made in her own browser. */
export async function cosign(
  suite: Suite,
  kind: EntryKind,
  seed: Uint8Array,
  draft: Uint8Array,
): Promise<Signature> {
  return {
    key: await suite.ed25519.publicKey(seed),
    signature: await sign(suite, LABEL[kind], seed, draft),
  };
}

/** Puts the custodians' signatures under the draft: one log entry. */
export function assemble(kind: EntryKind, draft: Uint8Array, signatures: Signature[]): Plain {
  const sorted = signatures.toSorted((a, b) => compare(a.key, b.key));
  return logEntry[kind].seal(
    draft,
    sorted.filter((one, at) => !equal(one.key, sorted[at - 1]?.key ?? new Uint8Array(0))),
  );
}

/** Draft, signatures and assembly at once, where the custodians' seeds are all at hand. */
export async function makeEntry(
  suite: Suite,
  kind: EntryKind,
  draft: Uint8Array,
  seeds: Uint8Array[],
): Promise<Plain> {
  return assemble(
    kind,
    draft,
    await Promise.all(seeds.map((seed) => cosign(suite, kind, seed, draft))),
  );
}

/** Sorts members and their teams, which the encoding demands. */
export async function makeDirectory(
  suite: Suite,
  delegateSeed: Uint8Array,
  value: Omit<Directory, "delegate">,
): Promise<Plain> {
  demand(value.expires - value.at <= LIMIT.directory, "directory-too-long");
  const members = value.members
    .map((member) => ({
      ...member,
      teams: member.teams.toSorted((a, b) => compare(utf8(a), utf8(b))),
    }))
    .toSorted((a, b) => compare(a.id, b.id));
  const delegate = await suite.ed25519.publicKey(delegateSeed);
  return directory.make(suite, delegateSeed, { ...value, members, delegate });
}

/** Signed by the member's identity key; `key` is the fresh public key of this shift. */
export async function makeDuty(
  suite: Suite,
  identitySeed: Uint8Array,
  value: DutyStatement,
): Promise<Plain> {
  demand(value.until - value.from <= LIMIT.duty, "duty-too-long");
  return duty.make(suite, identitySeed, value);
}
