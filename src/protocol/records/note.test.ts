import { beforeAll, describe, expect, test } from "vitest";
import { concat, u32 } from "../bytes.ts";
import { open, seal as sealTo } from "../hpke.ts";
import { labelled } from "../labels.ts";
import { LABEL, TYPE } from "./labels.ts";
import { createSuite } from "../suite/create.ts";
import type { Suite } from "../suite/types.ts";
import { NOTE_SIZE, noteAbout, openNote, sealNote } from "./index.ts";

let suite: Suite;
beforeAll(async () => {
  suite = await createSuite();
});
const bytes = (value: number, length = 32): Uint8Array => new Uint8Array(length).fill(value);
const of = { jour: bytes(1, 16), session: bytes(2, 16), author: bytes(10, 16) };
const seed = bytes(3);
const seals = [bytes(5), bytes(6)];
const text = "Vi pratade om gränser. ÅÄÖ.";

const readers = () =>
  Promise.all(
    seals.map(async (one, at) => {
      const seal = await suite.xwing.publicKey(one);
      return { member: bytes(10 + at, 16), seal, sealKeyHash: await suite.sha256(seal) };
    }),
  );
const made = async (more: object = {}) =>
  sealNote(suite, seed, { ...of, at: 1_000, text, ...more }, await readers());
const reader = (at: number) => ({ member: bytes(10 + at, 16), seal: seals[at] ?? bytes(9) });
const identity = () => suite.ed25519.publicKey(seed);

describe("a note of a supervision", () => {
  test("opens for each who was there, with who wrote it and when", async () => {
    const sealed = await made();
    const checks = { ...of, identity: await identity() };
    for (const at of [0, 1])
      expect(await openNote(suite, sealed, checks, reader(at))).toEqual({
        ...{ ok: true, value: { at: 1_000, text } },
      });
    expect(await noteAbout(sealed)).toMatchObject({
      ...{ ok: true, value: { ...of, readers: [bytes(10, 16), bytes(11, 16)] } },
    });
    expect(Buffer.from(sealed).includes("gränser")).toBe(false);
  });

  test("opens for nobody else, and as nobody else's", async () => {
    const sealed = await made();
    const checks = { ...of, identity: await identity() };
    const code = async (other: object, self = reader(0), from: Uint8Array = sealed) => {
      const read = await openNote(suite, from, { ...checks, ...other }, self);
      return read.ok ? undefined : read.code;
    };
    expect(await code({}, { member: bytes(12, 16), seal: bytes(7) })).toBe("cannot-open");
    expect(await code({}, { member: bytes(11, 16), seal: bytes(7) })).toBe("cannot-open");
    expect(await code({ session: bytes(9, 16) })).toBe("foreign-member");
    expect(await code({ jour: bytes(9, 16) })).toBe("foreign-member");
    expect(await code({ author: bytes(11, 16) })).toBe("foreign-member");
    expect(await code({ identity: await suite.ed25519.publicKey(bytes(4)) })).toBe("bad-signature");
    const bent = sealed.slice();
    bent[bent.length - 1] = (bent.at(-1) ?? 0) ^ 1;
    expect(await code({}, reader(0), bent)).toBe("cannot-open");
    expect(await code({}, reader(0), sealed.slice(0, -1))).toBe("malformed");
  });

  test("tells its length only in buckets, has an end, and goes to the keys of the directory alone", async () => {
    const [short, longer] = [await made({ text: "Nej." }), await made({ text: "a".repeat(180) })];
    expect(short.length).toBe(longer.length);
    expect((await made({ text: "a".repeat(NOTE_SIZE) })).length).toBeLessThan(60_000);
    await expect(made({ text: "a".repeat(NOTE_SIZE + 1) })).rejects.toThrow();
    const [first] = await readers();
    if (!first) throw new Error("no reader");
    const wrong = [{ ...first, sealKeyHash: bytes(9) }];
    await expect(sealNote(suite, seed, { ...of, at: 1, text }, wrong)).rejects.toThrow("bad-key");
    await expect(sealNote(suite, seed, { ...of, at: 1, text }, [])).rejects.toThrow();
  });
  /** From within, as the first of two readers has it. */
  async function inside(sealed: Uint8Array) {
    const head = concat(new Uint8Array([1, TYPE.noteHeader]), sealed.slice(2, 2 + 48));
    // Each key behind its reader and its length; then the length of what is sealed.
    const key = 2 + 48 + 4;
    const info = labelled(LABEL.noteKey, concat(head, bytes(10, 16)));
    const given = sealed.slice(key + 20, key + 20 + 1168);
    const secret = await open(suite, bytes(5), info, new Uint8Array(0), given);
    const at = key + 2 * (20 + 1168) + 4;
    const about = labelled(LABEL.note, head);
    const clear = await suite.aesOpen(secret, new Uint8Array(12), about, sealed.slice(at));
    return { head, secret, at, about, clear };
  }

  test("that somebody padded otherwise is refused, though it opens", async () => {
    const sealed = await made();
    const { secret, at, about, clear } = await inside(sealed);
    const altered = clear.slice();
    altered[altered.length - 1] = 1;
    const again = await suite.aesSeal(secret, new Uint8Array(12), about, altered);
    const checks = { ...of, identity: await identity() };
    const read = await openNote(suite, concat(sealed.slice(0, at), again), checks, reader(0));
    expect(read).toEqual({ ok: false, code: "not-canonical" });
  });

  test("that a reader seals anew for another session is her words, but not of that one", async () => {
    const { clear } = await inside(await made());
    const elsewhere = { ...of, session: bytes(9, 16) };
    const fields = concat(elsewhere.jour, elsewhere.session, elsewhere.author);
    const head = concat(new Uint8Array([1, TYPE.noteHeader]), fields);
    const [first] = await readers();
    if (!first) throw new Error("no reader");
    const info = labelled(LABEL.noteKey, concat(head, first.member));
    const secret = bytes(8);
    const key = await sealTo(suite, first.seal, info, new Uint8Array(0), secret);
    const about = labelled(LABEL.note, head);
    const again = await suite.aesSeal(secret, new Uint8Array(12), about, clear);
    const forged = concat(
      ...[new Uint8Array([1, TYPE.note]), fields, u32(1), first.member],
      ...[u32(key.length), key, u32(again.length), again],
    );
    const checks = { ...elsewhere, identity: await identity() };
    const read = await openNote(suite, forged, checks, reader(0));
    expect(read).toEqual({ ok: false, code: "foreign-member" });
  });
});
