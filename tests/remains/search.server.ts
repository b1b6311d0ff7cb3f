import type { Canary, Form } from "./canary.server.ts";

/** Never the value: what was found is told by its name. */
export interface Hit {
  readonly canary: string;
  readonly form: string;
  readonly place: string;
}

interface Mark {
  readonly canary: string;
  readonly form: Form;
  readonly offset: number;
}

const FILTER_BITS = 22;
const WORD = 4;

/** Blocks that follow one another overlap by so much; no form is longer. */
export const OVERLAP = 512;

/**
 * Looks for many strings at once. Of any eight bytes in a row four begin at a place that divides by
 * four: only there a word is looked up, and where it is one of ours its neighbours are compared.
 */
export class Search {
  readonly #filter = new Uint8Array(1 << FILTER_BITS);
  readonly #marks = new Map<number, Mark[]>();
  readonly #found = new Map<string, Hit>();
  bytes = 0;

  constructor(canaries: readonly Canary[]) {
    for (const { name, forms } of canaries) for (const form of forms) this.#add(name, form);
  }

  /** Each finding once per place. */
  get hits(): Hit[] {
    return [...this.#found.values()];
  }

  /** Where one was found; a control must be, in the places that are named. */
  placesOf({ name }: Canary): string[] {
    return this.hits.filter((hit) => hit.canary === name).map(({ place }) => place);
  }

  /** What was found of these, as a failed test shows it. */
  of(canaries: readonly Canary[]): string[] {
    const names = new Set(canaries.map(({ name }) => name));
    return this.hits
      .filter((hit) => names.has(hit.canary))
      .map(({ canary, form, place }) => `${canary}: as ${form} in ${place}`);
  }

  text(text: string, place: string): void {
    this.scan(Buffer.from(text), place);
  }

  /** `block` begins where a word of four bytes begins, as every Buffer of Node's does. */
  scan(block: Buffer, place: string): void {
    this.bytes += block.length;
    const words = new Int32Array(block.buffer, block.byteOffset, block.length >> 2);
    for (let at = 0; at < words.length; at++) {
      const word = words[at] ?? 0;
      if (word === 0 || this.#filter[slot(word)] === 0) continue;
      for (const mark of this.#marks.get(word) ?? []) {
        if (runLength(block, at * WORD, mark) >= mark.form.least) this.#note(mark, place);
      }
    }
  }

  #note({ canary, form }: Mark, place: string): void {
    this.#found.set(`${canary} ${form.name} ${place}`, { canary, form: form.name, place });
  }

  #add(canary: string, form: Form): void {
    for (let offset = 0; offset + WORD <= form.bytes.length; offset++) {
      const word = form.bytes.readInt32LE(offset);
      if (word === 0) continue;
      this.#filter[slot(word)] = 1;
      const marks = this.#marks.get(word) ?? [];
      marks.push({ canary, form, offset });
      this.#marks.set(word, marks);
    }
  }
}

const slot = (word: number): number => Math.imul(word, 0x9e3779b1) >>> (32 - FILTER_BITS);

/** How many bytes around `at` are those of the form, in a row. */
function runLength(block: Buffer, at: number, { form: { bytes }, offset }: Mark): number {
  let before = 0;
  while (before < offset && before < at && bytes[offset - before - 1] === block[at - before - 1])
    before++;
  let after = WORD;
  while (offset + after < bytes.length && bytes[offset + after] === block[at + after]) after++;
  return before + after;
}
