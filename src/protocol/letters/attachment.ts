import { concat, u32 } from "../bytes.ts";
import type { Plain } from "../bytes.ts";
import { labelled } from "../labels.ts";
import { LABEL } from "./labels.ts";
import { attempt, demand, refuse } from "../refusal.ts";
import type { Outcome } from "../refusal.ts";
import type { Suite } from "../suite/types.ts";
import { LETTER_SIZE } from "./objects.ts";
import type { Attachment } from "./objects.ts";

const { chunk: CHUNK } = LETTER_SIZE;

export interface AttachmentPlace {
  mailbox: Uint8Array;
  id: Uint8Array;
}

export const chunksOf = (size: number): number => Math.max(1, Math.ceil(size / CHUNK));

/** Counter and last-chunk mark: chunks that change places, or are cut off, do not open. */
const nonce = (index: number, last: boolean): Plain =>
  concat(new Uint8Array(7), new Uint8Array([last ? 1 : 0]), u32(index));
const bound = ({ mailbox, id }: AttachmentPlace): Plain => labelled(LABEL.attachment, mailbox, id);

/** Of a file's size only the number of 64 KiB chunks can be seen. */
export async function sealChunk(
  suite: Suite,
  key: Uint8Array,
  place: AttachmentPlace,
  file: Uint8Array,
  index: number,
): Promise<Uint8Array> {
  demand(file.length <= LETTER_SIZE.attachment, "attachment-too-large");
  const whole = new Uint8Array(CHUNK);
  whole.set(file.subarray(index * CHUNK, (index + 1) * CHUNK));
  const last = index === chunksOf(file.length) - 1;
  return suite.aesSeal(key, nonce(index, last), bound(place), whole);
}

/** Whole or not at all. */
export const openAttachment = (
  suite: Suite,
  { key, size, id }: Attachment,
  mailbox: Uint8Array,
  chunks: readonly Uint8Array[],
): Promise<Outcome<Uint8Array>> =>
  attempt(async () => {
    demand(size <= LETTER_SIZE.attachment, "attachment-too-large");
    demand(chunks.length === chunksOf(size), "attachment-altered");
    const opened: Uint8Array[] = [];
    for (const [index, sealed] of chunks.entries()) {
      const last = index === chunks.length - 1;
      const clear = await attempt(() =>
        suite.aesOpen(key, nonce(index, last), bound({ mailbox, id }), sealed),
      );
      opened.push(clear.ok ? clear.value : refuse("attachment-altered"));
    }
    const whole = concat(...opened);
    demand(
      whole.length === chunks.length * CHUNK && whole.subarray(size).every((byte) => byte === 0),
      "attachment-altered",
    );
    return whole.slice(0, size);
  });
