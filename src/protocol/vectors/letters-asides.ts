import { chunksOf, openAttachment, sealChunk } from "../letters/attachment.ts";
import type { Attachment, Mark } from "../letters/objects.ts";
import { sheet } from "../letters/objects.ts";
import { readMailbox, readMark, readSheet } from "../letters/read.ts";
import { writeMark, writeSheet } from "../letters/write.ts";
import type { RefusalCode } from "../refusal.ts";
import { bytes } from "../testing/world.ts";
import { flip } from "./blocks.ts";
import { expected } from "./letters-keys.ts";
import { insidesOfSheet, keyOf, readerOf } from "./letters-mail.ts";
import type { Box } from "./letters-mail.ts";

type Row = [string, RefusalCode | undefined, Uint8Array];

/** What the team keeps beside the letters; `closed` to a colleague who has not got the key. */
export async function sheets(box: Box) {
  const { suite, now } = box.world;
  const [old, newer] = [keyOf(box), keyOf(box, 1)];
  const content = { at: now, alias: "Bea", text: "Ring mig om hon skriver i natt." };
  const make = (kind: "note" | "draft", key = old, signer = key.sign) =>
    writeSheet(
      suite,
      signer,
      key.key.seal,
      { mailbox: box.id, kind, after: 3, teamKey: key.key.id },
      content,
    );
  const note = await make("note");
  const rows: Row[] = [
    ["a note", undefined, note],
    ["a draft under the newer key", undefined, await make("draft", newer)],
    ["a note that she who writes signed", "bad-signature", await make("note", old, box.sign)],
    ["with another commitment", "letter-altered", await recommitted(box, note)],
  ];
  const teamKeys = box.keys.map(({ key }) => key);
  const reader = readerOf(box, "team");
  if (reader.side !== "team") throw new Error("the team reads");
  return Promise.all(
    rows.map(async ([why, refused, given]) => {
      const about = { id: box.id, teamKeys, seal: reader.seal };
      const read = await expected(await readSheet(suite, about, given), why, refused);
      if (!read) return { why, sheet: given, refused };
      const { kind: _kind, after: _after, ...shown } = read;
      const seal = reader.seal(sheet.peek(given).header.teamKey) ?? bytes(0);
      return { why, sheet: given, ...(await insidesOfSheet(box, seal, given)), content: shown };
    }),
  );
}

const recommitted = ({ world, keys }: Box, given: Uint8Array) =>
  sheet.make(world.suite, keyOf({ keys }).sign, { ...sheet.peek(given), commitment: bytes(9) });

/** "I have read as far as this letter." */
export async function marks(box: Box) {
  const { suite } = box.world;
  const { mailbox, letters, id } = box;
  const about = { id, teamKeys: box.keys.map(({ key }) => key) };
  const given = { ...about, mailbox, letters, reader: readerOf(box, "seeker") };
  const read = await readMailbox(suite, given);
  if (!read.ok) throw new Error(read.code);
  return Promise.all(
    (await markRows(box)).map(async ([why, refused, mark]) => {
      const found = await expected(await readMark(suite, about, read.value, mark), why, refused);
      return { why, mark, ...(found ? { found } : { refused }) };
    }),
  );
}

async function markRows(box: Box): Promise<Row[]> {
  const { suite } = box.world;
  const { sign, key } = keyOf(box);
  const [first, second] = await Promise.all(box.letters.map((one) => suite.sha256(one)));
  const common = { mailbox: box.id, teamKey: key.id };
  const team: Mark = { ...common, author: "team", number: 1, letter: first ?? bytes(0) };
  const hers: Mark = { ...common, author: "seeker", number: 2, letter: second ?? bytes(0) };
  const make = (value: Mark, signer = sign) => writeMark(suite, signer, value);
  const good = await make(team);
  return [
    ["the team's", undefined, good],
    ["hers", undefined, await make(hers, box.sign)],
    ["a bit of the signature", "bad-signature", flip(good, good.length - 1)],
    ["hers, signed by the team", "bad-signature", await make(hers)],
    ["of a letter that is not there", "letter-not-next", await make({ ...team, number: 9 })],
    ["of another letter", "letter-not-next", await make({ ...team, letter: bytes(9) })],
    ["of another mailbox", "foreign-mailbox", await make({ ...team, mailbox: bytes(9, 16) })],
    ["under an unknown key", "team-key-unknown", await make({ ...team, teamKey: bytes(9) })],
  ];
}

/** Byte n of a file is 7 n modulo 256, so that no vector need hold it. */
export const ruled = (size: number): Uint8Array =>
  Uint8Array.from({ length: size }, (_, n) => (n * 7) & 255);

interface Given {
  order?: number[];
  size?: number;
  mailbox?: Uint8Array;
  /** The chunk, and in which byte its lowest bit is another. */
  bit?: [number, number];
}

/** A file in two chunks, of which the vectors hold the hashes; and what the server can do to it. */
export async function attachments({ world: { suite }, id: mailbox }: Box, file: Attachment) {
  const place = { mailbox, id: file.id };
  const seal = (size: number) =>
    Promise.all(
      Array.from({ length: chunksOf(size) }, (_, at) =>
        sealChunk(suite, file.key, place, ruled(size), at),
      ),
    );
  const rows: [string, RefusalCode, Given][] = [
    ["chunks that changed places", "attachment-altered", { order: [1, 0] }],
    ["the last chunk is missing", "attachment-altered", { order: [0] }],
    ["a chunk twice", "attachment-altered", { order: [0, 1, 1] }],
    ["a bit of a chunk", "attachment-altered", { bit: [1, 700] }],
    ["in another mailbox", "attachment-altered", { mailbox: bytes(9, 16) }],
    ["something behind its size", "attachment-altered", { size: file.size - 1 }],
    ["above two mebibytes", "attachment-too-large", { size: 2 * 1024 * 1024 + 1 }],
  ];
  const chunks = await seal(file.size);
  const refused = rows.map(async ([why, code, given]) => {
    const { order = [0, 1], size = file.size, bit: [at, byte] = [-1, 0] } = given;
    const changed = chunks.map((one, n) => (n === at ? flip(one, byte) : one));
    const taken = order.map((n) => changed[n] ?? bytes(0));
    const opened = await openAttachment(suite, { ...file, size }, given.mailbox ?? mailbox, taken);
    await expected(opened, why, code);
    return { why, ...given, refused: code };
  });
  const whole = async (size: number) => {
    const sealed = await seal(size);
    const opened = await expected(
      await openAttachment(suite, { ...file, size }, mailbox, sealed),
      `${size}`,
    );
    const hashes = await Promise.all(sealed.map((one) => suite.sha256(one)));
    return {
      ...{ mailbox, id: file.id, key: file.key, size },
      chunks: hashes,
      clear: await suite.sha256(opened ?? bytes(0)),
    };
  };
  return {
    whole: [await whole(file.size), await whole(0), await whole(65_536)],
    refused: await Promise.all(refused),
  };
}
