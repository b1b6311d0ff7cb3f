import { randomBytes } from "node:crypto";
import { mkdtempSync, openSync, rmSync, unlinkSync, writeFileSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { canary, knownBytes } from "./canary.server.ts";
import { searchFiles, searchMemory, searchOpenFiles } from "./places.server.ts";
import { Search } from "./search.server.ts";

const one = canary("hers");
const key = randomBytes(32);
const secret = knownBytes("key", key);

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "lykta-search-"));
});
afterEach(() => rmSync(directory, { recursive: true }));

/** What the search says of a file in whose middle these bytes stand. */
function formsIn(bytes: Uint8Array, before: number): string[] {
  const path = join(directory, "file");
  writeFileSync(path, Buffer.concat([randomBytes(before), bytes, randomBytes(99)]));
  const search = new Search([one, secret]);
  searchFiles(search, directory);
  return search.hits.map(({ form, place }) => `${form}${/ \(.*\)/.exec(place)?.[0] ?? ""}`);
}

const text = (value: string, encoding: BufferEncoding = "utf8"): Buffer =>
  Buffer.from(value, encoding);
const wide = (value: string): Buffer => text(value, "utf16le");
const each = (value: string, encode: (code: string) => string): string =>
  [...text(value)].map((byte) => encode(byte.toString(16).padStart(2, "0"))).join("");

describe("the search finds what was written", () => {
  test.each([
    ["UTF-8", text(one.text)],
    ["UTF-8", text(one.text, "latin1")],
    ["UTF-8", text(JSON.stringify({ a: one.text }))],
    ["UTF-8", text(encodeURIComponent(one.text))],
    ["UTF-8", text(new URLSearchParams({ a: one.text }).toString())],
    ["UTF-16LE", wide(one.text)],
    ["UTF-16BE", wide(one.text).swap16()],
    ["percent", text(each(one.text, (hex) => `%${hex}`))],
    ["percent", text(each(one.text, (hex) => `%${hex.toUpperCase()}`))],
    ["JSON escape", text(each(one.text, (hex) => `\\u00${hex}`))],
    ["hex", text(text(one.text).toString("hex"))],
    ["base64", text(text(one.text).toString("base64"))],
    ["base64", text(text(`x${one.text}`).toString("base64url"))],
    ["base64", text(text(`xy${one.text}`).toString("base64"))],
    ["base64 of UTF-16LE", text(wide(one.text).toString("base64"))],
    ["bytes", key],
    ["hex", text(key.toString("hex"))],
    ["base64", text(Buffer.concat([randomBytes(7), key]).toString("base64url"))],
    ["UTF-8 (gzip)", gzipSync(text(`${one.text} ${one.text}`))],
    ["UTF-16LE (zlib)", deflateSync(wide(one.text))],
  ])("as %s", (form, bytes) => {
    // At every place in a word, and across the border of two blocks that are read.
    for (const before of [0, 1, 2, 3, 4 * 1024 * 1024 - 11]) {
      expect(formsIn(bytes, before)).toContain(form);
    }
  });

  test("torn to pieces of eight letters, as PGLZ leaves it", () => {
    const pieces = [...one.core].map((letter, at) => (at % 8 === 5 ? `\0${letter}` : letter));
    expect(formsIn(text(pieces.join("")), 3)).toEqual(["UTF-8"]);
  });

  test("in brotli within an entry of Chromium's cache", () => {
    const header = Buffer.alloc(24);
    header.write("305c72a71b6dfbfc", "hex");
    const name = text("http://a.localhost/");
    header.writeUInt32LE(name.length, 12);
    const end = text("d8410d97456ffaf4", "hex");
    const body = brotliCompressSync(text(one.text));
    expect(formsIn(Buffer.concat([header, name, body, end]), 0)).toContain("UTF-8 (brotli)");
  });

  test("in a file that was deleted and is still open, and in memory", () => {
    const path = join(directory, "gone");
    const file = openSync(path, "w+");
    writeSync(file, text(one.text));
    unlinkSync(path);
    const open = new Search([one]);
    searchOpenFiles(open, process.pid, "us");
    expect(open.hits.map(({ form }) => form)).toEqual(["UTF-8"]);
    const memory = new Search([secret]);
    searchMemory(memory, process.pid, "us");
    expect(memory.hits.map(({ canary: name }) => name)).toContain("key");
  });

  test("and nothing where there is nothing", () => {
    expect(formsIn(randomBytes(8 * 1024 * 1024), 1)).toEqual([]);
    const other = canary("another");
    expect(formsIn(text(other.text), 1)).toEqual([]);
  });
});
