import type { JourId, TenantTx } from "../platform/database/index.server.ts";
import { fail, ok, type Result } from "../platform/result.ts";
import { letter, LETTER_SIZE } from "../protocol/letters/index.ts";
import type { LetterDeps } from "./deps.server.ts";
import { unwrapChunk, wrapChunk } from "./frames.server.ts";
import { type Kept, openForReading, openForWriting } from "./keeping.server.ts";
import { MAX_CHUNKS } from "./policy.ts";
import { chunkOf, countChunks, findMailbox, keepChunk } from "./store.server.ts";

export interface ChunkPlace {
  readonly attachment: Uint8Array;
  readonly place: number;
}

const SEALED_CHUNK = LETTER_SIZE.chunk + 16;

/** Files in pieces. A piece is taken once, and only where a letter that is kept already names its file. */
export class Attachments {
  readonly #deps: LetterDeps;
  constructor(deps: LetterDeps) {
    this.#deps = deps;
  }

  keep(
    jour: JourId,
    mailbox: Uint8Array,
    at: ChunkPlace,
    chunk: Uint8Array,
  ): Promise<Result<undefined, "letter-refused" | "mailbox-unknown" | "limit-reached">> {
    const { database, keys } = this.#deps;
    return database.tenant(jour, async (tx) => {
      const kept = await openForReading(tx, keys, mailbox);
      const opened = await openForWriting(tx, keys, mailbox);
      if (!kept || !opened) return fail("mailbox-unknown");
      if (chunk.length !== SEALED_CHUNK || !isNamed(kept, at)) return fail("letter-refused");
      if ((await countChunks(tx, mailbox)) >= MAX_CHUNKS) return fail("limit-reached");
      const sealed = wrapChunk(opened.key, mailbox, at.attachment, at.place, chunk);
      await keepChunk(tx, mailbox, at.attachment, at.place, sealed);
      return ok();
    });
  }

  /** Not there yet, while whoever sent it is still sending, is `not-found`. */
  read(
    jour: JourId,
    mailbox: Uint8Array,
    at: ChunkPlace,
  ): Promise<Result<string, "mailbox-unknown" | "not-found">> {
    return this.#deps.database.tenant(jour, (tx) => this.#chunk(tx, mailbox, at));
  }

  async #chunk(
    tx: TenantTx,
    mailbox: Uint8Array,
    { attachment, place }: ChunkPlace,
  ): Promise<Result<string, "mailbox-unknown" | "not-found">> {
    // The row first: it is the jour's own, and keys are of the whole house.
    const row = await findMailbox(tx, mailbox);
    const key = row && (await this.#deps.keys.read(mailbox));
    if (!key) return fail("mailbox-unknown");
    const sealed = await chunkOf(tx, mailbox, attachment, place);
    const chunk = sealed && unwrapChunk(key, mailbox, attachment, place, sealed);
    return chunk ? ok(Buffer.from(chunk).toString("base64url")) : fail("not-found");
  }
}

function isNamed({ frames }: Kept, { attachment, place }: ChunkPlace): boolean {
  return frames
    .filter(({ kind }) => kind === "letter")
    .flatMap(({ bytes }) => letter.peek(bytes).header.attachments)
    .some(({ id, chunks }) => Buffer.compare(id, attachment) === 0 && place < chunks);
}
