import { createHmac } from "node:crypto";
import type { JourId } from "../platform/database/index.server.ts";
import { uuidBytes } from "../platform/ids.ts";
import { LETTERS } from "../protocol/index.ts";
import {
  currentTeamKey,
  describeMailbox,
  makeTeamKey,
  sealShare,
  TEAM_KEY_LIFE,
  teamKey,
  verifyTeamKey,
  writeLetter,
} from "../protocol/letters/index.ts";
import type { TeamName } from "./contract.ts";
import type { LetterDeps } from "./deps.server.ts";
import { openMailbox } from "./first-letter.server.ts";
import { insertShare, insertTeamKey, shares, teamKeys } from "./keys-store.server.ts";
import { rotation, TEAMS } from "./policy.ts";

/**
 * In the demo nobody may sit at the desk for weeks, and its delegate's key lies on its server anyway
 * (docs/decisions/0006): so the server keeps the letter team's key there. Production has no such key.
 */
export async function tendDemoKeys(
  deps: LetterDeps,
  jour: JourId,
  delegate: Uint8Array,
): Promise<void> {
  for (const team of TEAMS) await tendKeys(deps, jour, { team, delegate });
}

/**
 * A letter that the demo has lying in an inbox. Its keys are drawn and thrown away: there are no words for it, and
 * nobody reads an answer.
 */
export async function writeDemoLetter(
  deps: LetterDeps,
  { jour, face, team, text }: DemoLetter,
): Promise<Uint8Array | undefined> {
  const { database, suite, trust, now } = deps;
  const [newest] = await database.tenant(jour, (tx) => teamKeys(tx, team));
  const trusted = await trust(jour);
  if (!newest || !trusted) return undefined;
  const checks = { jour: uuidBytes(jour), team, now: now() };
  const key = await currentTeamKey(suite, newest.statement, trusted, checks);
  if (!key.ok) return undefined;
  const keys = { token: suite.random(32), sign: suite.random(32), seal: suite.random(32) };
  const { id, bytes } = await describeMailbox(suite, uuidBytes(jour), keys);
  const letter = await writeLetter(suite, keys.sign, {
    header: {
      ...{ mailbox: id, face: uuidBytes(face), author: "seeker", number: 1 },
      ...{ previous: new Uint8Array(32), teamKey: key.value.id, attachments: [] },
    },
    content: { at: now(), alias: "", code: "kept", text, attachments: [] },
    team: key.value.seal,
    seeker: await suite.xwing.publicKey(keys.seal),
  });
  const first = {
    kind: "sealed" as const,
    face,
    token: keys.token,
    mailbox: bytes,
    letter,
    proof: null,
  };
  const opened = await openMailbox(deps, jour, first);
  return opened.ok ? id : undefined;
}

export interface DemoLetter {
  readonly jour: JourId;
  readonly face: string;
  readonly team: TeamName;
  readonly text: string;
}

interface Demo {
  readonly team: TeamName;
  readonly delegate: Uint8Array;
}

async function tendKeys(deps: LetterDeps, jour: JourId, demo: Demo): Promise<void> {
  const { database, now } = deps;
  const [newest] = await database.tenant(jour, (tx) => teamKeys(tx, demo.team));
  const at = newest && teamKey.peek(newest.statement).at;
  if (
    rotation(
      at === undefined ? undefined : { at },
      { hasLeft: newest?.departed ?? false },
      now(),
    ) !== null
  ) {
    await makeKey(deps, jour, demo, (newest?.number ?? 0) + 1);
  }
  await shareAll(deps, jour, demo);
}

const seedOf = ({ team, delegate }: Demo, number: number): Uint8Array =>
  createHmac("sha256", delegate)
    .update(`lykta demo team key ${team === LETTERS ? "" : `${team} `}${number}`)
    .digest();

async function makeKey(
  { database, suite, trust, now }: LetterDeps,
  jour: JourId,
  demo: Demo,
  number: number,
): Promise<void> {
  const trusted = await trust(jour);
  if (!trusted) return;
  // Asked once: a key whose life began a millisecond before it was counted from would be too long.
  const at = now();
  const about = {
    jour: uuidBytes(jour),
    team: demo.team,
    number,
    at,
    until: at + TEAM_KEY_LIFE,
  };
  const statement = await makeTeamKey(suite, demo.delegate, seedOf(demo, number), about);
  const key = await verifyTeamKey(suite, statement, trusted, about);
  if (!key.ok || key.value.withdrawn) return;
  const row = {
    team: demo.team,
    number,
    id: key.value.id,
    statement,
    until: new Date(about.until),
  };
  await database.tenant(jour, (tx) => insertTeamKey(tx, row));
}

/** Keys that a coordinator's browser has made are hers to share: their seed is not known here. */
async function shareAll(
  { database, suite, members }: LetterDeps,
  jour: JourId,
  demo: Demo,
): Promise<void> {
  const team = (await members(jour)).filter(({ teams }) => teams.includes(demo.team));
  const [keys, given] = await database.tenant(jour, async (tx) => [
    await teamKeys(tx, demo.team),
    await shares(tx),
  ]);
  const own = Buffer.from(await suite.ed25519.publicKey(demo.delegate));
  for (const { key_id, number, statement } of keys) {
    if (!own.equals(teamKey.peek(statement).delegate)) continue;
    for (const { id, sealKey } of team) {
      if (given.some((one) => one.member_id === id && one.key_id.equals(key_id))) continue;
      const to = { member: uuidBytes(id), seal: sealKey, sealKeyHash: await suite.sha256(sealKey) };
      const share = await sealShare(suite, seedOf(demo, number), key_id, to);
      await database.tenant(jour, (tx) => insertShare(tx, key_id, id, share));
    }
  }
}
