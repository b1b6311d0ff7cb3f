import { concat, equal, fromUtf8, plain, u32, utf8 } from "./bytes.ts";
import type { Plain } from "./bytes.ts";
import { VERSION } from "./labels.ts";
import { demand, refuse } from "./refusal.ts";

/** One description gives both directions, so that they cannot disagree. */
export interface Codec<T> {
  put(value: T): Uint8Array;
  take(from: Source): T;
}
export type Of<C> = C extends Codec<infer T> ? T : never;

export interface Source {
  take(length: number): Plain;
  number(length: number): number;
  readonly done: boolean;
}

/** From the first byte on. A closure: private fields would cost an old phone more than all of this. */
export function source(given: Uint8Array): Source {
  // As plain bytes, for a Buffer of Node answers `slice` with the same memory.
  const bytes = new Uint8Array(given.buffer, given.byteOffset, given.length);
  let at = 0;
  const take = (length: number): Plain => {
    demand(length <= bytes.length - at, "malformed");
    at += length;
    return plain(bytes.slice(at - length, at));
  };
  return {
    take,
    number: (length) => take(length).reduce((sum, byte) => sum * 256 + byte, 0),
    get done() {
      return at === bytes.length;
    },
  };
}

/** Unsigned, big-endian. Eight bytes carry milliseconds and must stay below 2^53. */
const integer = (length: number): Codec<number> => ({
  put(value) {
    demand(Number.isSafeInteger(value) && value >= 0 && value < 256 ** length, "malformed");
    const out = new Uint8Array(length);
    for (let i = length - 1, rest = value; i >= 0; i--, rest = Math.floor(rest / 256))
      out[i] = rest % 256;
    return out;
  },
  take(from) {
    return from.number(length);
  },
});
export const u8 = integer(1);
export const u32be = integer(4);
export const time = integer(8);

export const fixed = (length: number): Codec<Uint8Array> => ({
  put(value) {
    demand(value.length === length, "malformed");
    return value;
  },
  take: (from) => from.take(length),
});
export const id = fixed(16);
export const key = fixed(32);
export const hash = fixed(32);

export const blob = (max: number): Codec<Uint8Array> => ({
  put(value) {
    demand(value.length <= max, "malformed");
    return concat(u32(value.length), value);
  },
  take(from) {
    return from.take(from.number(4));
  },
});

/** `max` counts bytes of UTF-8. Lone surrogates do not survive the round trip and are refused. */
export const text = (max: number): Codec<string> => ({
  put(value) {
    demand(fromUtf8(utf8(value)) === value, "malformed");
    return blob(max).put(utf8(value));
  },
  take(from) {
    const bytes = blob(max).take(from);
    try {
      return fromUtf8(bytes);
    } catch {
      return refuse("malformed");
    }
  },
});

export const list = <T>(item: Codec<T>, max: number): Codec<T[]> => ({
  put(values) {
    demand(values.length <= max, "malformed");
    return concat(u32(values.length), ...values.map((value) => item.put(value)));
  },
  take(from) {
    // Before any room is made for them: a few bytes could ask for millions.
    const length = from.number(4);
    demand(length <= max, "malformed");
    return Array.from({ length }, () => item.take(from));
  },
});

/** One byte that stands for a word. */
export const choice = <T extends string>(words: readonly T[]): Codec<T> => ({
  put: (value) => u8.put(words.indexOf(value) + 1),
  take: (from) => words[from.number(1) - 1] ?? refuse("malformed"),
});

type Shape = Record<string, Codec<never>>;
export type Fields<S> = { [K in keyof S]: Of<S[K]> };

/** The fields one after the other, in the order in which they are written here. */
export function struct<S extends { [K in keyof S]: Codec<Of<S[K]>> }>(shape: S): Codec<Fields<S>> {
  const fields = Object.entries(shape as unknown as Shape);
  return {
    put: (value) =>
      concat(...fields.map(([name, codec]) => codec.put(value[name as keyof S] as never))),
    take: (from) =>
      Object.fromEntries(
        fields.map(([name, codec]) => [name, codec.take(from)]),
      ) as unknown as Fields<S>,
  };
}

/** A whole object: version byte, type byte, body, nothing after it. */
export interface Frame<T> {
  encode(value: T): Plain;
  decode(bytes: Uint8Array): T;
}

export function frame<T>(type: number, body: Codec<T>): Frame<T> {
  const encode = (value: T): Plain => concat(new Uint8Array([VERSION, type]), body.put(value));
  return {
    encode,
    decode(bytes) {
      const from = source(bytes);
      demand(from.number(1) === VERSION, "unknown-version");
      demand(from.number(1) === type, "wrong-type");
      const value = body.take(from);
      demand(from.done, "trailing-bytes");
      // Limits stand in the writing direction only, and hold here too: whatever was read must be written just so.
      demand(equal(encode(value), bytes), "not-canonical");
      return value;
    },
  };
}
