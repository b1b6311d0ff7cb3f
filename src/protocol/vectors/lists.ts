import { compare } from "../bytes.ts";
import type { RefusalCode } from "../refusal.ts";
import { bytes, DAY, HOUR } from "../testing/world.ts";
import type { World } from "../testing/world.ts";
import { directory, duty } from "../trust/objects.ts";
import type { Directory, DutyStatement } from "../trust/objects.ts";
import type { DirectoryMember } from "../trust/types.ts";
import { verifyDuty, verifyTrust } from "../trust/verify.ts";
import { refuse } from "../refusal.ts";
import { flip, refusedBy } from "./blocks.ts";
import { list } from "./chains.ts";
import type { Case } from "./chains.ts";

const MINUTE = 60_000;

/** Directories that hold, and one of each kind that does not, over the same log. */
export async function lists(world: World): Promise<Case[]> {
  const { now, log, trust } = world;
  const { members } = directory.peek(trust.directory);
  const [anna, bea] = members as [DirectoryMember, DirectoryMember];
  const soon = now + 5 * MINUTE;
  const [unit, emoji] = ["\uffee", "🕯"];
  const rows: [string, RefusalCode | undefined, Partial<Directory>][] = [
    ["seven days, begun in five minutes", undefined, { at: soon, expires: soon + 7 * DAY }],
    [
      "teams in the order of their bytes",
      undefined,
      { members: [{ ...anna, teams: [unit, emoji] }] },
    ],
    ["of another jour", "foreign-jour", { jour: bytes(0xa9, 16) }],
    [
      "of an older log",
      "directory-head-mismatch",
      { head: await world.suite.sha256(log[0] ?? anna.id) },
    ],
    ["more than seven days", "directory-too-long", { expires: now - HOUR + 7 * DAY + 1 }],
    ["begun in six minutes", "directory-not-yet", { at: now + 6 * MINUTE }],
    ["past its end", "directory-expired", { expires: now - 1 }],
    ["an id twice", "duplicate-member", { members: [anna, { ...bea, id: anna.id }] }],
    [
      "an identity twice",
      "duplicate-member",
      { members: [anna, { ...bea, identity: anna.identity }] },
    ],
    ["members in disorder", "not-canonical", { members: [bea, anna] }],
    ["teams in disorder", "not-canonical", { members: [{ ...anna, teams: [emoji, unit] }] }],
    ["a team twice", "not-canonical", { members: [{ ...anna, teams: ["a", "a"] }] }],
  ];
  const cases = rows.map(async ([why, refused, change]): Promise<Case> => ({
    why,
    ...(refused && { refused }),
    directory: await list(world, log, change),
  }));
  return [...(await Promise.all(cases)), ...(await memories(world))];
}

/** What a client knows from before. */
async function memories({ suite, log, trust }: World): Promise<Case[]> {
  const [fingerprint = bytes(0), head = bytes(0)] = await Promise.all(log.map(suite.sha256));
  const known = { fingerprint, head, version: 7, directory: await suite.sha256(trust.directory) };
  const forged = flip(trust.directory, trust.directory.length - 1);
  return [
    { why: "known already", known },
    { why: "an older one is known", known: { version: 6, directory: bytes(9) } },
    { why: "a newer one is known", refused: "directory-rolled-back", known: { version: 8 } },
    {
      why: "another of the same version",
      refused: "directory-fork",
      known: { ...known, directory: bytes(9) },
    },
    { why: "another root", refused: "root-fingerprint-mismatch", known: { fingerprint: head } },
    { why: "a log without the known head", refused: "log-fork", known: { head: bytes(9) } },
    { why: "a signature that is wrong", refused: "bad-signature", directory: forged },
  ];
}

interface DutyRow extends Partial<DutyStatement> {
  why: string;
  refused?: RefusalCode;
  signer?: Uint8Array;
  elsewhere?: { jour?: Uint8Array; face?: Uint8Array };
  grace?: number;
}

/** Duty statements over one directory, whose members are of every kind. */
export async function duties(world: World) {
  const { suite, now, jour, face, log } = world;
  const anna = await world.member("anna");
  const others: [number, Partial<DirectoryMember>][] = [
    [0x34, { validUntil: now - 1 }],
    [0x35, { validFrom: now + 6 * MINUTE }],
    [0x36, { validFrom: now + 5 * MINUTE, validUntil: now + 5 * MINUTE }],
    [0x37, { teams: ["letters"] }],
  ];
  const listed = others.map(async ([fill, change]) => ({
    ...anna,
    id: bytes(fill, 16),
    identity: await suite.ed25519.publicKey(bytes(fill)),
    ...change,
  }));
  const members = [anna, ...(await Promise.all(listed))].toSorted((a, b) => compare(a.id, b.id));
  const bundle = { log, directory: await list(world, log, { members }) };
  const trusted = await verifyTrust(suite, bundle, { jour, now });
  if (!trusted.ok) throw new Error(trusted.code);
  const cases = dutyRows(now).map(async ({ why, refused, elsewhere, grace, signer, ...change }) => {
    const seed = signer ?? bytes(change.member?.[0] ?? 0x31);
    const statement = await duty.make(suite, seed, { ...(await base(world)), ...change });
    const where = { jour, face, ...elsewhere };
    const given = { ...where, now, ...(grace !== undefined && { grace }) };
    const outcome = await verifyDuty(suite, statement, trusted.value, given);
    const story = { why, duty: statement, ...given };
    if (!refused) {
      if (!outcome.ok) throw new Error(`${why}: ${outcome.code}`);
      return { ...story, fields: duty.peek(statement) };
    }
    const answer = async () => (outcome.ok ? undefined : refuse(outcome.code));
    return { ...story, refused: await refusedBy(answer, refused) };
  });
  return { ...bundle, jour, now, cases: await Promise.all(cases) };
}

const base = async ({ jour, face, now, head }: World): Promise<DutyStatement> => ({
  jour,
  face,
  member: bytes(0x31, 16),
  key: bytes(0x55),
  alias: "Anna 🕯",
  from: now - HOUR,
  until: now + 6 * HOUR,
  head: await head(),
});

const dutyRows = (now: number): DutyRow[] => [
  { why: "as it should be" },
  { why: "an alias with a byte order mark keeps it", alias: "\ufeffAnna" },
  {
    why: "twelve hours, begun in five minutes",
    from: now + 5 * MINUTE,
    until: now + 5 * MINUTE + 12 * HOUR,
  },
  { why: "a member whose validity begins in five minutes", member: bytes(0x36, 16) },
  {
    why: "ended eleven hours ago, to a newcomer",
    from: now - 20 * HOUR,
    until: now - 11 * HOUR,
    grace: 12 * HOUR,
  },
  { why: "of another jour", refused: "foreign-jour", jour: bytes(0xa9, 16) },
  { why: "of another face", refused: "foreign-face", face: bytes(0xb9, 16) },
  { why: "shown to another face", refused: "foreign-face", elsewhere: { face: bytes(0xb9, 16) } },
  { why: "of nobody", refused: "member-not-in-directory", member: bytes(0x39, 16) },
  { why: "signed by another", refused: "bad-signature", signer: bytes(0x32) },
  { why: "of a member who was", refused: "member-expired", member: bytes(0x34, 16) },
  { why: "of a member who will be", refused: "member-expired", member: bytes(0x35, 16) },
  { why: "of another team", refused: "member-not-in-team", member: bytes(0x37, 16) },
  { why: "more than twelve hours", refused: "duty-too-long", until: now + 11 * HOUR + 1 },
  { why: "begun in six minutes", refused: "duty-not-yet", from: now + 6 * MINUTE },
  { why: "past its end", refused: "duty-expired", until: now - 1 },
  {
    why: "ended thirteen hours ago, to a newcomer",
    refused: "duty-expired",
    from: now - 20 * HOUR,
    until: now - 13 * HOUR,
    grace: 12 * HOUR,
  },
  { why: "of a log that is not this one", refused: "duty-head-unknown", head: bytes(9) },
];
