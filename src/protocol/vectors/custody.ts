import { refuse } from "../refusal.ts";
import type { RefusalCode } from "../refusal.ts";
import { keyDigits, proposalDigits } from "../staff/digits.ts";
import { heldTo, pinsOf, pinsOfRoot } from "../staff/pins.ts";
import { wrapIdentity } from "../staff/wrap.ts";
import { bytes, DAY } from "../testing/world.ts";
import type { World } from "../testing/world.ts";
import { readLog } from "../trust/log.ts";
import { cosign, draftDelegate, draftRevocation, draftRoot } from "../trust/make.ts";
import type { EntryKind, RootStatement } from "../trust/objects.ts";
import { readProposal } from "../trust/proposal.ts";
import { verifyTrust } from "../trust/verify.ts";
import { refusedBy } from "./blocks.ts";

interface Case {
  why: string;
  kind: EntryKind;
  draft: Uint8Array;
  signers: Uint8Array[];
  refused?: RefusalCode;
}

const dora = bytes(0x41);

/** What custodians sign, and what a member's wrap keeps of the jour. */
export async function custody(world: World) {
  const { suite, jour, log } = world;
  const drafts = await proposed(world);
  const proposals = [];
  for (const { why, kind, draft, signers, refused } of drafts) {
    const signatures = [];
    for (const seed of signers) signatures.push(await cosign(suite, kind, seed, draft));
    const given = { kind, draft, signatures };
    const outcome = await readProposal(suite, await readLog(suite, log, jour), jour, given);
    const answer = async () => (outcome.ok ? undefined : refuse(outcome.code));
    const found = outcome.ok && {
      missing: outcome.value.missing,
      asked: outcome.value.asked,
      complete: outcome.value.complete,
    };
    if (!refused && !outcome.ok) throw new Error(`${why}: ${outcome.code}`);
    const verdict = refused ? { refused: await refusedBy(answer, refused) } : { found };
    proposals.push({ why, ...given, digits: await proposalDigits(suite, draft), ...verdict });
  }
  const key = await suite.ed25519.publicKey(dora);
  return {
    ...{ jour, log },
    keyDigits: { key, digits: await keyDigits(suite, key) },
    proposals,
    pinned: await pinned(world),
  };
}

async function proposed(world: World): Promise<Case[]> {
  const { suite, jour, now, custodians } = world;
  const [a = dora, b = dora, c = dora] = custodians;
  const publicKey = suite.ed25519.publicKey;
  const base = { jour, previous: await world.head(), at: now };
  const key = await publicKey(dora);
  const naming = draftDelegate({ ...base, key, until: now + 90 * DAY });
  const root = async (seeds: Uint8Array[], fields: Partial<RootStatement> = {}) =>
    draftRoot({
      ...base,
      version: 2,
      m: 2,
      keys: await Promise.all(seeds.map(publicKey)),
      ...fields,
    });
  const replaced = await root([a, b, dora]);
  const late = draftDelegate({ ...base, previous: bytes(7), key, until: now + DAY });
  const long = draftDelegate({ ...base, key, until: now + 90 * DAY + 1 });
  const elsewhere = draftRevocation({ ...base, jour: bytes(9, 16), key });
  const row = (why: string, kind: EntryKind, draft: Uint8Array, signers: Uint8Array[]): Case => ({
    ...{ why, kind, draft, signers },
  });
  const no = (one: Case, refused: RefusalCode): Case => ({ ...one, refused });
  return [
    row("a delegate, one of two", "delegate", naming, [a]),
    row("a delegate, both", "delegate", naming, [a, c]),
    row("a revocation", "revocation", draftRevocation({ ...base, key }), [b]),
    row("a custodian is replaced, who has not said yes", "root", replaced, [a, b]),
    row("a custodian is replaced, and has", "root", replaced, [a, b, dora]),
    row("her own yes does not count for the old root", "root", replaced, [a, dora]),
    row("three of three from now on", "root", await root([a, b, c], { m: 3 }), [a, b]),
    row("who leaves does not count for the new root", "root", await root([b, c]), [a, b]),
    no(row("nobody has signed", "delegate", naming, []), "proposal-unsigned"),
    no(row("a stranger has", "delegate", naming, [a, dora]), "proposal-unsigned"),
    no(row("upon another log", "delegate", late, [a]), "proposal-overtaken"),
    no(row("of another jour", "revocation", elsewhere, [a]), "foreign-jour"),
    no(row("too long", "delegate", long, [a]), "delegate-too-long"),
    no(row("changes nothing", "root", await root([a, b, c]), [a]), "proposal-idle"),
    no(row("more than there are", "root", await root([a, b, c], { m: 4 }), [a]), "malformed"),
    no(
      row("a version left out", "root", await root([a, b], { version: 3 }), [a]),
      "root-rolled-back",
    ),
  ];
}

async function pinned(world: World) {
  const { suite, jour, now, trust } = world;
  const outcome = await verifyTrust(suite, trust, { jour, now });
  if (!outcome.ok) throw new Error(outcome.code);
  const seen = outcome.value;
  const member = bytes(0x31, 16);
  const [secret, identity] = [bytes(0x71), { sign: bytes(0x31), seal: bytes(0x3a) }];
  const pins = pinsOf(seen);
  const wrap = await wrapIdentity(suite, { kind: "passkey", secret, member }, identity, pins);
  const cases: [string, typeof pins, RefusalCode?][] = [
    ["as she saw it", pins],
    ["the root alone", pinsOfRoot(pins.fingerprint)],
    ["another root", { ...pins, fingerprint: bytes(1) }, "root-fingerprint-mismatch"],
    ["a longer log", { ...pins, entries: pins.entries + 1 }, "log-rolled-back"],
    ["another entry there", { ...pins, head: bytes(2) }, "log-fork"],
    ["a newer directory", { ...pins, version: pins.version + 1 }, "directory-rolled-back"],
  ];
  const held = [];
  for (const [why, known, refused] of cases) {
    const found = await heldTo(known, seen);
    const answer = async () => (found.ok ? undefined : refuse(found.code));
    if (!refused && !found.ok) throw new Error(`${why}: ${found.code}`);
    const verdict = refused && { refused: await refusedBy(answer, refused) };
    held.push({ why, pins: known, ...verdict });
  }
  const { fingerprint, heads, version } = seen;
  const opened = { wrap, secret, member, identity: [identity.sign, identity.seal], pins };
  return { wrap: opened, seen: { fingerprint, heads, version }, held };
}
