import { equal } from "../bytes.ts";
import type { Plain } from "../bytes.ts";
import { openBox, sealBox } from "../letters/box.ts";
import { attempt, demand, refuse } from "../refusal.ts";
import type { Outcome, RefusalCode } from "../refusal.ts";
import type { Suite } from "../suite/types.ts";
import { INTAKE } from "../trust/objects.ts";
import type { DirectoryMember, VerifiedTrust } from "../trust/types.ts";
import { LABEL } from "./labels.ts";
import { brief, briefContent, briefHeader } from "./objects.ts";
import type { BriefBody, BriefContent, BriefHeader } from "./objects.ts";

const ZERO = new Uint8Array(32);

export interface BriefToWrite {
  readonly header: BriefHeader;
  readonly content: BriefContent;
  /** Of the member who is asked: as the server names it, and as the signed directory has it. */
  readonly to: { readonly seal: Uint8Array; readonly sealKeyHash: Uint8Array };
  /** X-Wing key of the team. */
  readonly team: Uint8Array;
}

/** Sealed to one member and to the team that asks; signed by her who writes: one of the team, or that member in answer. */
export async function writeBrief(
  suite: Suite,
  identitySeed: Uint8Array,
  { header, content, to, team }: BriefToWrite,
): Promise<Plain> {
  demand(equal(await suite.sha256(to.seal), to.sealKeyHash), "bad-key");
  const box = await sealBox(
    ...([suite, LABEL.briefKey, briefHeader.encode(header)] as const),
    [to.seal, team],
    briefContent.encode(content),
  );
  const [toMember = ZERO, toTeam = ZERO] = box.keys;
  const { commitment, sealed } = box;
  return brief.make(suite, identitySeed, { header, commitment, toMember, toTeam, sealed });
}

export type BriefReader =
  | { readonly side: "member"; readonly seal: Uint8Array }
  | { readonly side: "team"; seal(teamKey: Uint8Array): Uint8Array | undefined };

export interface BriefsToRead {
  readonly jour: Uint8Array;
  readonly mailbox: Uint8Array;
  readonly ask: Uint8Array;
  /** The member who is asked. */
  readonly to: Uint8Array;
  readonly trust: Pick<VerifiedTrust, "members">;
  readonly now: number;
  readonly reader: BriefReader;
  readonly briefs: readonly Uint8Array[];
}

export type ReadBrief =
  | ({ readonly ok: true; readonly author: Uint8Array; readonly number: number } & BriefContent)
  | { readonly ok: false; readonly number: number; readonly code: RefusalCode };

export interface ReadBriefs {
  readonly briefs: ReadBrief[];
  /** What the next one builds on. */
  readonly last: { readonly number: number; readonly hash: Uint8Array };
}

/** Walks them from the first. One that does not hold is named, never shown in part. */
export async function readBriefs(suite: Suite, given: BriefsToRead): Promise<ReadBriefs> {
  const briefs: ReadBrief[] = [];
  let last: ReadBriefs["last"] = { number: 0, hash: ZERO };
  for (const bytes of given.briefs) {
    const read = await attempt(() => believe(suite, given, last, bytes));
    if (!read.ok) {
      briefs.push({ ok: false, number: last.number + 1, code: read.code });
      continue;
    }
    const { header } = read.value;
    last = { number: header.number, hash: await suite.sha256(bytes) };
    const content = await openBrief(suite, given.reader, read.value);
    const { author, number } = header;
    briefs.push(
      content.ok
        ? { ...content.value, ok: true, author, number }
        : { ok: false, number, code: content.code },
    );
  }
  return { briefs, last };
}

/** Its place, and that she wrote it who is asked, or somebody whom the jour has in the team that asks. */
async function believe(
  suite: Suite,
  given: BriefsToRead,
  last: ReadBriefs["last"],
  bytes: Uint8Array,
): Promise<BriefBody> {
  const { header } = brief.peek(bytes);
  demand(equal(header.jour, given.jour), "foreign-jour");
  demand(equal(header.mailbox, given.mailbox), "foreign-mailbox");
  demand(equal(header.to, given.to), "foreign-member");
  // Another time that she was asked: what was said then does not count now.
  demand(equal(header.ask, given.ask), "replayed");
  demand(header.number === last.number + 1, "letter-not-next");
  demand(equal(header.previous, last.hash), "letter-not-next");
  return brief.open(suite, authorOf(given, header.author).identity, bytes);
}

function authorOf({ trust, now, to }: BriefsToRead, author: Uint8Array): DirectoryMember {
  const line = trust.members.find(({ id }) => equal(id, author));
  const known = line ?? refuse("member-not-in-directory");
  demand(equal(author, to) || known.teams.includes(INTAKE), "member-not-in-team");
  demand(known.validFrom <= now && now <= known.validUntil, "member-expired");
  return known;
}

const openBrief = (
  suite: Suite,
  reader: BriefReader,
  { header, commitment, toMember, toTeam, sealed }: BriefBody,
): Promise<Outcome<BriefContent>> =>
  attempt(async () => {
    const isTeam = reader.side === "team";
    const seed = isTeam ? reader.seal(header.teamKey) : reader.seal;
    const clear = await openBox(
      ...([suite, LABEL.briefKey, briefHeader.encode(header)] as const),
      seed ?? refuse("team-key-unknown"),
      { commitment, key: isTeam ? toTeam : toMember, sealed },
    );
    return briefContent.decode(clear);
  });
