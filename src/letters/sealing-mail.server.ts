import type { Suite } from "../protocol/index.ts";
import {
  type Attachment,
  chunksOf,
  LETTER_SIZE,
  sealChunk,
  writeLetter,
} from "../protocol/letters/index.ts";
import { partType } from "./mail-text.ts";

/** A file of a mail, as large as it is. */
export interface MailFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

export interface TeamTo {
  readonly id: Uint8Array;
  readonly seal: Uint8Array;
}

export interface SealTo {
  readonly mailbox: Uint8Array;
  readonly face: Uint8Array;
  /** The mailbox's own key, whose other half nobody has. */
  readonly seal: Uint8Array;
  readonly team: TeamTo;
  readonly sign: Uint8Array;
}

export interface SealedLetter {
  readonly bytes: Uint8Array;
  readonly chunks: readonly {
    readonly attachment: Uint8Array;
    readonly place: number;
    readonly sealed: Uint8Array;
  }[];
}

interface Piece {
  readonly attachment: Attachment;
  readonly bytes: Uint8Array;
}

/**
 * One mail as one letter, and as many more without text as its files need: a letter takes eight
 * attachments of 2 MiB, and nothing of a mail is left out.
 */
export async function sealMail(
  suite: Suite,
  now: number,
  to: SealTo,
  after: { readonly number: number; readonly hash: Uint8Array },
  mail: { readonly text: string; readonly files: readonly MailFile[] },
): Promise<SealedLetter[]> {
  const pieces = mail.files.flatMap((file) => piecesOf(suite, file));
  const count = Math.max(1, Math.ceil(pieces.length / LETTER_SIZE.attachments));
  const letters: SealedLetter[] = [];
  let previous = after.hash;
  for (let at = 0; at < count; at++) {
    const from = at * LETTER_SIZE.attachments;
    const own = pieces.slice(from, from + LETTER_SIZE.attachments);
    const text = at === 0 ? mail.text : "";
    const number = after.number + at + 1;
    const bytes = await sealOne(suite, to, { now, number, previous, text, pieces: own });
    letters.push({ bytes, chunks: await chunksFor(suite, to.mailbox, own) });
    previous = await suite.sha256(bytes);
  }
  return letters;
}

interface One {
  readonly now: number;
  readonly number: number;
  readonly previous: Uint8Array;
  readonly text: string;
  readonly pieces: readonly Piece[];
}

function sealOne(suite: Suite, to: SealTo, one: One): Promise<Uint8Array> {
  const attachments = one.pieces.map(({ attachment }) => attachment);
  return writeLetter(suite, to.sign, {
    header: {
      ...{ mailbox: to.mailbox, face: to.face, author: "seeker" as const, number: one.number },
      ...{ previous: one.previous, teamKey: to.team.id },
      attachments: attachments.map(({ id, size }) => ({ id, chunks: chunksOf(size) })),
    },
    content: { at: one.now, alias: "", code: "kept", text: one.text, attachments },
    team: to.team.seal,
    seeker: to.seal,
  });
}

function piecesOf(suite: Suite, { name, type, bytes }: MailFile): Piece[] {
  const parts = Math.max(1, Math.ceil(bytes.length / LETTER_SIZE.attachment));
  return Array.from({ length: parts }, (_, at) => {
    const part = bytes.subarray(at * LETTER_SIZE.attachment, (at + 1) * LETTER_SIZE.attachment);
    const about = { name, type: partType(type, at + 1, parts), size: part.length };
    return { bytes: part, attachment: { id: suite.random(16), key: suite.random(32), ...about } };
  });
}

async function chunksFor(suite: Suite, mailbox: Uint8Array, pieces: readonly Piece[]) {
  const sealed: { attachment: Uint8Array; place: number; sealed: Uint8Array }[] = [];
  for (const { attachment, bytes } of pieces) {
    const { id, key } = attachment;
    for (let place = 0; place < chunksOf(bytes.length); place++) {
      const chunk = await sealChunk(suite, key, { mailbox, id }, bytes, place);
      sealed.push({ attachment: id, place, sealed: chunk });
    }
  }
  return sealed;
}
