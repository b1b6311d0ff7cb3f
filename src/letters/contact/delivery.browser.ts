import { fail, ok, type Result } from "../../platform/result.ts";
import { type Suite, toBase64url } from "../../protocol/index.ts";
import { chunksOf, sealChunk } from "../../protocol/letters/index.ts";
import type { Picked } from "./files.browser.ts";

/** A sealed piece of a file, as it crosses the wire. */
export interface Piece {
  readonly attachment: string;
  readonly place: number;
  readonly chunk: string;
}

export interface DeliveryParts<T> {
  readonly suite: Suite;
  readonly mailbox: Uint8Array;
  readonly files: readonly Picked[];
  /** Brings the letter itself: with work the first one, without the next. */
  send(onPart: (part: number) => void): Promise<Result<T>>;
  attach(piece: Piece): Promise<Result<unknown>>;
}

/** The share of the way that the letter itself is, when files follow. */
const LETTER_PART = 0.3;

/**
 * A sealed letter on its way, and its files after it. It can be tried again until it is there: what has
 * arrived is not sent a second time, and nothing is written anew.
 */
export class Delivery<T> {
  readonly #parts: DeliveryParts<T>;
  #sent: { readonly value: T } | undefined;
  #pieces = 0;
  constructor(parts: DeliveryParts<T>) {
    this.#parts = parts;
  }

  /** The letter itself has arrived, if not all of its files. */
  get hasArrived(): boolean {
    return this.#sent !== undefined;
  }

  /** `onPart` from 0 to 1. */
  async go(onPart: (part: number) => void): Promise<Result<T>> {
    const own = this.#parts.files.length > 0 ? LETTER_PART : 1;
    if (!this.#sent) {
      const sent = await this.#parts.send((part) => onPart(part * own));
      if (!sent.ok) return sent;
      this.#sent = sent;
    }
    const brought = await this.#sendFiles((part) => onPart(own + part * (1 - own)));
    return brought.ok ? ok(this.#sent.value) : brought;
  }

  async #sendFiles(onPart: (part: number) => void): Promise<Result<undefined>> {
    const { suite, mailbox, files, attach } = this.#parts;
    const pieces = files.flatMap((file) =>
      Array.from({ length: chunksOf(file.bytes.length) }, (_, place) => ({ file, place })),
    );
    for (const { file, place } of pieces.slice(this.#pieces)) {
      const { id, key, bytes } = file;
      const chunk = toBase64url(await sealChunk(suite, key, { mailbox, id }, bytes, place));
      const sent = await repeatedly(() => attach({ attachment: toBase64url(id), place, chunk }));
      if (!sent.ok) return sent;
      onPart(++this.#pieces / pieces.length);
    }
    return ok();
  }
}

const PAUSES_MS = [0, 1000, 3000];

/** A letter that is sent again is taken once: so a lost answer is no reason to write it anew. */
export async function repeatedly<T>(work: () => Promise<Result<T>>): Promise<Result<T>> {
  let last: Result<T> = fail("offline");
  for (const pause of PAUSES_MS) {
    await new Promise((resolve) => void setTimeout(resolve, pause));
    last = await work();
    if (last.ok || (last.code !== "offline" && last.code !== "try-again")) return last;
  }
  return last;
}
