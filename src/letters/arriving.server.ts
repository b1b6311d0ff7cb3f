import { randomBytes } from "node:crypto";
import type { JourId, TenantTx } from "../platform/database/index.server.ts";
import { faultPoint } from "../platform/fault-points.server.ts";
import { uuidBytes } from "../platform/ids.ts";
import { fail, ok, type Result } from "../platform/result.ts";
import { describeMailbox, mailboxFrame, teamKey } from "../protocol/letters/index.ts";
import type { LetterDeps } from "./deps.server.ts";
import { hashOf } from "./first-letter.server.ts";
import { PLACE, sealFrame, wrapChunk } from "./frames.server.ts";
import {
  append,
  openForReading,
  openForWriting,
  type Opened,
  put,
  stillWaiting,
} from "./keeping.server.ts";
import { teamKeys } from "./keys-store.server.ts";
import { dayOf, expiryOf, MAX_CHUNKS, MAX_LETTERS, toHour } from "./policy.ts";
import { type MailFile, type SealedLetter, sealMail, type TeamTo } from "./sealing-mail.server.ts";
import { countChunks, daysKept, insertMailbox, keepChunk, keepFrame } from "./store.server.ts";

/** Mail that somebody has sent, read by the server, which seals it at once. */
export interface ArrivingMail {
  readonly face: string;
  /** As `writeMailText` makes it. */
  readonly text: string;
  readonly files: readonly MailFile[];
  /** The correspondence that it goes on with, where that is known. */
  readonly follows: Uint8Array | undefined;
  /** In the same transaction. False when this mail was taken before: then nothing is kept. */
  once(tx: TenantTx, mailbox: Uint8Array): Promise<boolean>;
}

type Taken = Result<{ readonly mailbox: Uint8Array }, "letters-closed" | "taken-before">;
const ZERO = new Uint8Array(32);

/** Undoes the transaction in which it is thrown. */
class TakenBefore extends Error {}

/** Durable, sealed to the letter team, when it answers with ok. */
export async function takeMail(deps: LetterDeps, jour: JourId, mail: ArrivingMail): Promise<Taken> {
  const team = await currentTeam(deps, jour);
  if (!team) return fail("letters-closed");
  const { follows } = mail;
  try {
    const wentOn = follows && (await goOn(deps, jour, team, { ...mail, follows }));
    return ok({ mailbox: wentOn || (await begin(deps, jour, team, mail)) });
  } catch (error) {
    if (error instanceof TakenBefore) return fail("taken-before");
    throw error;
  }
}

interface CurrentTeam extends TeamTo {
  readonly number: number;
}

async function currentTeam(
  { database, now }: LetterDeps,
  jour: JourId,
): Promise<CurrentTeam | undefined> {
  const [newest] = await database.tenant(jour, (tx) => teamKeys(tx, "letters"));
  if (!newest || newest.until.getTime() <= now()) return undefined;
  const { number, key_id } = newest;
  return { number, id: key_id, seal: teamKey.peek(newest.statement).seal };
}

async function begin(
  deps: LetterDeps,
  jour: JourId,
  team: CurrentTeam,
  mail: ArrivingMail,
): Promise<Uint8Array> {
  const { suite, keys, database, now } = deps;
  const sign = suite.random(32);
  // Nobody keeps the other half: what the team answers can be opened by the team alone.
  const box = await describeMailbox(suite, uuidBytes(jour), { sign, seal: suite.random(32) });
  const to = { mailbox: box.id, face: uuidBytes(mail.face), seal: box.mailbox.seal, team, sign };
  const letters = await sealMail(suite, now(), to, { number: 0, hash: ZERO }, mail);
  const key = await keys.create(box.id);
  await faultPoint("mailbox:keyed");
  const keeping = database.tenant(jour, async (tx) => {
    await insertMailbox(tx, {
      ...{ id: box.id, face: mail.face, team: "letters", kind: "mail", oldestKey: team.number },
      tokenHash: hashOf(randomBytes(32)),
      waitingSince: toHour(now()),
      activeOn: dayOf(now()),
      expiresOn: expiryOf(now(), await daysKept(tx)),
    });
    const frame = { n: PLACE.mailbox, kind: "mailbox", bytes: box.bytes } as const;
    await keepFrame(tx, box.id, frame.n, sealFrame(key, box.id, frame));
    const opened = await openForWriting(tx, keys, box.id);
    if (!opened) throw new Error("A mailbox that was just made has no key");
    await put(tx, opened, "mailSeed", sign);
    await keepAll(tx, deps, { ...opened, row: { ...opened.row, letters: 0, last_n: 0 } }, letters);
    if (!(await mail.once(tx, box.id))) throw new TakenBefore();
  });
  await keeping.catch(async (error: unknown) => {
    await keys.destroy(box.id);
    throw error;
  });
  await faultPoint("mailbox:kept");
  return box.id;
}

/** Undefined when that correspondence is gone, or has no room: then it begins one of its own. */
function goOn(
  deps: LetterDeps,
  jour: JourId,
  team: CurrentTeam,
  mail: ArrivingMail & { readonly follows: Uint8Array },
): Promise<Uint8Array | undefined> {
  const { suite, keys, database, now } = deps;
  const id = mail.follows;
  return database.tenant(jour, async (tx) => {
    const opened = await openForWriting(tx, keys, id);
    const kept = opened && (await openForReading(tx, keys, id));
    const at = (n: number) => kept?.frames.find((frame) => frame.n === n)?.bytes;
    const [sign, box] = [at(PLACE.mailSeed), at(PLACE.mailbox)];
    const last = kept?.frames.findLast(({ kind }) => kind === "letter");
    if (!opened || !sign || !box || !last) return undefined;
    const { row } = opened;
    const { seal } = mailboxFrame.decode(box);
    const to = { mailbox: id, face: uuidBytes(row.face_id), seal, team, sign };
    const after = { number: row.letters, hash: await suite.sha256(last.bytes) };
    const letters = await sealMail(suite, now(), to, after, mail);
    const chunks = letters.reduce((sum, letter) => sum + letter.chunks.length, 0);
    const hasRoom =
      row.letters + letters.length <= MAX_LETTERS &&
      (await countChunks(tx, id)) + chunks <= MAX_CHUNKS;
    if (!hasRoom) return undefined;
    await keepAll(tx, deps, opened, letters);
    if (!(await mail.once(tx, id))) throw new TakenBefore();
    return id;
  });
}

async function keepAll(
  tx: TenantTx,
  { now }: LetterDeps,
  opened: Opened,
  letters: readonly SealedLetter[],
): Promise<void> {
  let { row } = opened;
  const { key } = opened;
  for (const { bytes, chunks } of letters) {
    const change = { waitingSince: stillWaiting(row, now()), now: now() };
    await append(tx, { row, key }, { kind: "letter", bytes }, change);
    row = { ...row, letters: row.letters + 1, last_n: row.last_n + 1 };
    for (const { attachment, place, sealed } of chunks) {
      const wrapped = wrapChunk(key, row.id, attachment, place, sealed);
      await keepChunk(tx, row.id, attachment, place, wrapped);
    }
  }
}
