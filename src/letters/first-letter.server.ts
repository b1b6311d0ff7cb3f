import { createHash } from "node:crypto";
import type { JourId } from "../platform/database/index.server.ts";
import { uuidBytes } from "../platform/ids.ts";
import { faultPoint } from "../platform/fault-points.server.ts";
import { fail, ok, type Result } from "../platform/result.ts";
import type { ShredKey } from "../platform/shred/index.server.ts";
import { checkLetter, checkMailbox } from "./checks.server.ts";
import type { MailboxKind, MailboxOpened, TeamName } from "./contract.ts";
import type { LetterDeps, Proof } from "./deps.server.ts";
import { PLACE, sealFrame } from "./frames.server.ts";
import { openForReading } from "./keeping.server.ts";
import { ownerOfKey } from "./keys-store.server.ts";
import { dayOf, expiryOf, toHour } from "./policy.ts";
import { daysKept, holdKeys, insertMailbox, keepFrame } from "./store.server.ts";

export interface FirstLetter {
  readonly kind: MailboxKind;
  readonly face: string;
  readonly token: Uint8Array;
  readonly mailbox: Uint8Array;
  readonly letter: Uint8Array;
  /** Used up only by a letter that can be taken and has not been; null where no script could make one. */
  readonly proof: Proof | null;
}

type Code =
  | "proof-invalid"
  | "proof-outdated"
  | "proof-spent"
  | "letter-refused"
  | "letters-closed"
  | "changed-meanwhile"
  | "try-again";
type Opened = Result<MailboxOpened, Code>;

export const hashOf = (bytes: Uint8Array): Buffer => createHash("sha256").update(bytes).digest();

/** Makes a mailbox of her first letter. The same one sent again is answered as the first time. */
export async function openMailbox(
  deps: LetterDeps,
  jour: JourId,
  first: FirstLetter,
): Promise<Opened> {
  const checked = await check(deps, jour, first);
  if (!checked.ok) return checked;
  const { id, teamKey } = checked.value;
  const again = await sentBefore(deps, jour, id, first);
  if (again) return again;
  const passed = first.proof && (await deps.pass(first.proof));
  if (passed?.ok === false) return passed;
  const sealedTo = await currentKey(deps, jour, teamKey);
  if (!sealedTo || !(await deps.mayBegin(jour, sealedTo.team))) return fail("letters-closed");
  // A key may have been left by a try that did not come to its row.
  const key = (await deps.keys.read(id)) ?? (await deps.keys.create(id).catch(() => undefined));
  if (!key) return fail("try-again");
  await faultPoint("mailbox:keyed");
  const expiresOn = await keep(deps, jour, { id, key, sealedTo, first });
  await faultPoint("mailbox:kept");
  if (expiresOn === "swept") return fail("try-again");
  // Another process was quicker with the same letter.
  if (expiresOn === undefined)
    return (await sentBefore(deps, jour, id, first)) ?? fail("changed-meanwhile");
  return ok({ expiresOn });
}

async function check(
  { suite }: LetterDeps,
  jour: JourId,
  { mailbox, letter, face }: FirstLetter,
): Promise<Result<{ id: Uint8Array; teamKey: Uint8Array }, Code>> {
  const box = await checkMailbox(suite, uuidBytes(jour), mailbox);
  if (!box.ok) return box;
  const { id, sign } = box.value;
  const expected = {
    mailbox: id,
    face: uuidBytes(face),
    author: "seeker",
    signer: () => sign,
  } as const;
  const header = await checkLetter(suite, letter, expected);
  if (!header.ok) return header;
  return header.value.number === 1
    ? ok({ id, teamKey: header.value.teamKey })
    : fail("letter-refused");
}

async function sentBefore(
  { database, keys }: LetterDeps,
  jour: JourId,
  id: Uint8Array,
  first: FirstLetter,
): Promise<Result<MailboxOpened, "changed-meanwhile"> | undefined> {
  const kept = await database.tenant(jour, (tx) => openForReading(tx, keys, id));
  if (!kept) return undefined;
  const letter = kept.frames.find(({ n }) => n === 1);
  const isSame = letter !== undefined && Buffer.compare(letter.bytes, first.letter) === 0;
  return isSame ? ok({ expiresOn: kept.row.expires_on }) : fail("changed-meanwhile");
}

interface SealedTo {
  readonly team: TeamName;
  readonly number: number;
}

/** Whose key it is, if letters may be sealed to it now. */
async function currentKey(
  { database, now }: LetterDeps,
  jour: JourId,
  id: Uint8Array,
): Promise<SealedTo | undefined> {
  const key = await database.tenant(jour, (tx) => ownerOfKey(tx, id));
  return key && key.until.getTime() > now() ? key : undefined;
}

interface ToKeep {
  readonly id: Uint8Array;
  readonly key: ShredKey;
  readonly sealedTo: SealedTo;
  readonly first: FirstLetter;
}

/** Undefined when the mailbox is there already; "swept" when a start has taken its key for one without a row. */
function keep(
  { database, now, keys }: LetterDeps,
  jour: JourId,
  { id, key, sealedTo, first }: ToKeep,
): Promise<string | undefined> {
  return database.tenant(jour, async (tx) => {
    if (!(await holdKeys(tx)) || !(await keys.read(id))) return "swept";
    const expiresOn = expiryOf(now(), await daysKept(tx));
    const made = await insertMailbox(tx, {
      ...{ id, face: first.face, kind: first.kind, expiresOn },
      ...{ team: sealedTo.team, oldestKey: sealedTo.number },
      tokenHash: hashOf(first.token),
      waitingSince: toHour(now()),
      activeOn: dayOf(now()),
    });
    if (!made) return undefined;
    const frames = [
      { n: PLACE.mailbox, kind: "mailbox", bytes: first.mailbox },
      { n: 1, kind: "letter", bytes: first.letter },
    ] as const;
    for (const frame of frames) await keepFrame(tx, id, frame.n, sealFrame(key, id, frame));
    return expiresOn;
  });
}
