import { fail, type Result } from "../../platform/result.ts";
import { fromBase64url, type Suite } from "../../protocol/index.ts";
import { type Attachment, chunksOf, openAttachment } from "../../protocol/letters/index.ts";
import type { Ready } from "./pictures.browser.ts";

/** A file that she has chosen, with the key that only the letter will hold. */
export interface Picked extends Ready {
  readonly id: Uint8Array;
  readonly key: Uint8Array;
}

export const pick = (suite: Suite, file: Ready): Picked => ({
  ...file,
  id: suite.random(16),
  key: suite.random(32),
});

export const describe = ({ id, bytes }: Picked): { id: Uint8Array; chunks: number } => ({
  id,
  chunks: chunksOf(bytes.length),
});

/** Inside the seal: what the file is, and what opens it. */
export const inside = ({ id, key, name, type, bytes }: Picked): Attachment => ({
  ...{ id, key, name, type },
  size: bytes.length,
});

/** Whole or not at all. */
export async function fetchFile(
  suite: Suite,
  mailbox: Uint8Array,
  attachment: Attachment,
  ask: (place: number) => Promise<Result<string>>,
  onPart: (part: number) => void,
): Promise<Result<Uint8Array>> {
  const total = chunksOf(attachment.size);
  const chunks: Uint8Array[] = [];
  for (let place = 0; place < total; place++) {
    const chunk = await ask(place);
    if (!chunk.ok) return chunk;
    const bytes = fromBase64url(chunk.value);
    if (!bytes) return fail("attachment-altered");
    chunks.push(bytes);
    onPart((place + 1) / total);
  }
  return openAttachment(suite, attachment, mailbox, chunks);
}
