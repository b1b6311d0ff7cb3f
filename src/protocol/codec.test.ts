import { fc } from "../../tests/factories/chance.ts";
import { describe, expect, it } from "vitest";
import { concat, equal, fromBase64url, toBase64url, u32, utf8 } from "./bytes.ts";
import { blob, choice, fixed, frame, list, struct, text, time, u32be, u8 } from "./codec.ts";
import type { Codec } from "./codec.ts";
import { pad, unpad, BUCKETS } from "./pad.ts";
import { labeledExpand } from "./hpke.ts";
import { createSuite } from "./suite/create.ts";

const one = <T>(codec: Codec<T>) => frame(0x7e, codec);
const head = new Uint8Array([1, 0x7e]);
const read = <T>(codec: Codec<T>, ...body: Uint8Array[]): T =>
  one(codec).decode(concat(head, ...body));

const everything = struct({
  a: u8,
  b: u32be,
  c: time,
  d: fixed(3),
  e: blob(40),
  f: text(400),
  g: list(struct({ h: choice(["yes", "no"]), i: text(40) }), 5),
});

const values = fc.record({
  a: fc.integer({ min: 0, max: 255 }),
  b: fc.integer({ min: 0, max: 0xffffffff }),
  c: fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }),
  d: fc.uint8Array({ minLength: 3, maxLength: 3 }),
  e: fc.uint8Array({ maxLength: 40 }),
  f: fc.string({ unit: "grapheme", maxLength: 20 }),
  g: fc.array(
    fc.record({
      h: fc.constantFrom("yes" as const, "no" as const),
      i: fc.string({ maxLength: 10 }),
    }),
    { maxLength: 5 },
  ),
});

describe("objects", () => {
  it("come back as they went in", () => {
    fc.assert(
      fc.property(values, (value) => {
        expect(one(everything).decode(one(everything).encode(value))).toEqual(value);
      }),
    );
  });

  it("have one encoding: any other bytes are refused or read as something that is written just so", () => {
    fc.assert(
      fc.property(values, fc.nat(), fc.integer({ min: 1, max: 255 }), (value, where, change) => {
        const bytes = one(everything).encode(value);
        const at = where % bytes.length;
        bytes[at] = (bytes[at] ?? 0) ^ change;
        try {
          expect(one(everything).encode(one(everything).decode(bytes))).toEqual(bytes);
        } catch (error) {
          expect((error as Error).name).toBe("Refusal");
        }
      }),
    );
  });

  it("name what is wrong with them", () => {
    const bytes = one(u8).encode(5);
    expect(() => one(u8).decode(new Uint8Array([2, 0x7e, 5]))).toThrow("unknown-version");
    expect(() => one(u8).decode(new Uint8Array([1, 0x7d, 5]))).toThrow("wrong-type");
    expect(() => one(u8).decode(concat(bytes, bytes))).toThrow("trailing-bytes");
    for (const short of [bytes.slice(0, 2), bytes.slice(0, 1), new Uint8Array(0)]) {
      expect(() => one(u8).decode(short)).toThrow("malformed");
    }
  });

  it("refuse lengths that lie", () => {
    expect(() => read(blob(9), u32(3), new Uint8Array(2))).toThrow("malformed");
    expect(() => read(blob(9), u32(10), new Uint8Array(10))).toThrow("malformed");
    expect(() => read(list(u8, 2), u32(3), new Uint8Array(3))).toThrow("malformed");
    expect(() => read(list(u8, 2), u32(0xffffffff))).toThrow("malformed");
    expect(() => one(blob(9)).encode(new Uint8Array(10))).toThrow("malformed");
    expect(() => one(fixed(9)).encode(new Uint8Array(10))).toThrow("malformed");
    expect(() => one(list(u8, 2)).encode([1, 2, 3])).toThrow("malformed");
    expect(() => one(text(3)).encode("åå")).toThrow("malformed");
  });

  it("ask for no room before a list's length is believed", () => {
    let asked = 0;
    const item: Codec<number> = { put: u8.put, take: () => ++asked };
    expect(() => read(list(item, 2), u32(30_000_000))).toThrow("malformed");
    expect(asked).toBe(0);
  });

  it("refuse numbers that do not fit", () => {
    expect(() => read(time, new Uint8Array(8).fill(0xff))).toThrow("malformed");
    expect(read(time, new Uint8Array([0, 0x1f, 255, 255, 255, 255, 255, 255]))).toBe(
      Number.MAX_SAFE_INTEGER,
    );
    for (const wrong of [256, -1, 1.5, Number.NaN])
      expect(() => one(u8).encode(wrong)).toThrow("malformed");
  });

  it("refuse what is not exact UTF-8, and words that are not on the list", () => {
    for (const bad of [[0xc0, 0x80], [0xed, 0xa0, 0x80], [0xff], [0xe5]]) {
      expect(() => read(text(9), u32(bad.length), new Uint8Array(bad))).toThrow("malformed");
    }
    expect(() => one(text(9)).encode("\ud800")).toThrow("malformed");
    expect(read(text(9), u32(3), utf8("\ufeff"))).toBe("\ufeff");
    for (const byte of [0, 3])
      expect(() => read(choice(["yes", "no"]), new Uint8Array([byte]))).toThrow("malformed");
  });

  it("are read back against a second writing", () => {
    const loose: Codec<number> = { put: () => new Uint8Array([1]), take: (from) => from.number(1) };
    expect(() => one(loose).decode(concat(head, new Uint8Array([7])))).toThrow("not-canonical");
  });
});

describe("padding", () => {
  it("has few lengths and one right form", () => {
    for (const length of [0, 1, 508, 509, 4092, 49_148]) {
      const padded = pad(new Uint8Array(length).fill(7));
      expect(BUCKETS).toContain(padded.length);
      expect(unpad(padded)).toEqual(new Uint8Array(length).fill(7));
    }
    expect(() => pad(new Uint8Array(49_149))).toThrow("text-too-long");
  });

  it("of any other form is refused", () => {
    const padded = pad(new Uint8Array(3));
    expect(() => unpad(concat(padded, new Uint8Array(512)))).toThrow("not-canonical");
    expect(() => unpad(padded.slice(0, 400))).toThrow("not-canonical");
    expect(() => unpad(new Uint8Array(3))).toThrow("not-canonical");
    expect(() => unpad(concat(u32(600), new Uint8Array(508)))).toThrow("not-canonical");
    padded[511] = 1;
    expect(() => unpad(padded)).toThrow("not-canonical");
  });
});

describe("bytes", () => {
  it("are equal only where nothing more follows", () => {
    const [short, long] = [new Uint8Array([1, 2]), new Uint8Array([1, 2, 3])];
    expect([equal(short, long), equal(long, short), equal(short, short.slice())]).toEqual([
      false,
      false,
      true,
    ]);
  });
});

describe("base64url", () => {
  it("has one form too", () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(fromBase64url(toBase64url(bytes))).toEqual(bytes);
      }),
    );
    for (const bad of ["A", "AB", "AAA=", "AA+A", "å"]) expect(fromBase64url(bad)).toBeUndefined();
  });
});

it("HPKE's expansion is made for one block only", async () => {
  const nothing = new Uint8Array(0);
  await expect(
    labeledExpand(await createSuite(), nothing, nothing, "x", nothing, 33),
  ).rejects.toThrow("malformed");
});
