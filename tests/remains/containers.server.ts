import { brotliDecompressSync, constants, inflateRawSync } from "node:zlib";

export interface Unpacked {
  readonly kind: string;
  /** In a memory of its own. */
  readonly bytes: Buffer;
}

const LIMIT = 64 * 1024 * 1024;
const LEAST = 16;
const GZIP_HEADER = 10;
const GZIP_NAMED = 8;
const ZLIB_HEADER = 2;

/**
 * What stands packed somewhere in a file: gzip and zlib streams wherever one begins, and the body of
 * a Chromium cache entry that came in brotli. PGLZ, LZ4 and Snappy leave what does not repeat as it
 * was, in pieces: the search finds those as they stand.
 */
export function* unpacked(file: Buffer): Generator<Unpacked> {
  for (const at of placesOf(file, Buffer.from([0x1f, 0x8b, 0x08]))) {
    const isNamed = ((file[at + 3] ?? 0) & GZIP_NAMED) !== 0;
    const named = isNamed ? file.indexOf(0, at + GZIP_HEADER) + 1 : at + GZIP_HEADER;
    yield* attempt("gzip", () => inflate(file, named));
  }
  for (const level of [0x01, 0x5e, 0x9c, 0xda]) {
    for (const at of placesOf(file, Buffer.from([0x78, level]))) {
      yield* attempt("zlib", () => inflate(file, at + ZLIB_HEADER));
    }
  }
  const body = cachedBody(file);
  if (body) yield* attempt("brotli", () => brotliDecompressSync(body, { maxOutputLength: LIMIT }));
}

function* placesOf(file: Buffer, magic: Buffer): Generator<number> {
  for (let at = file.indexOf(magic); at >= 0; at = file.indexOf(magic, at + 1)) yield at;
}

/** Without header and checksum: what follows a stream may be anything. */
const inflate = (file: Buffer, from: number): Buffer =>
  inflateRawSync(file.subarray(from), {
    finishFlush: constants.Z_SYNC_FLUSH,
    maxOutputLength: LIMIT,
  });

/** What begins like a stream most often is none. */
function* attempt(kind: string, unpack: () => Buffer): Generator<Unpacked> {
  try {
    const bytes = unpack();
    if (bytes.length >= LEAST) yield { kind, bytes: Buffer.from(new Uint8Array(bytes).buffer) };
  } catch {
    return;
  }
}

/** Chromium's simple cache: magic, version, length of the key, its hash; the key; the body; an end mark. */
const CACHE_MAGIC = Buffer.from("305c72a71b6dfbfc", "hex");
const CACHE_END = Buffer.from("d8410d97456ffaf4", "hex");
const CACHE_HEADER = 24;

function cachedBody(file: Buffer): Buffer | undefined {
  if (!file.subarray(0, CACHE_MAGIC.length).equals(CACHE_MAGIC)) return undefined;
  const from = CACHE_HEADER + file.readUInt32LE(12);
  const end = file.indexOf(CACHE_END, from);
  return end > from ? file.subarray(from, end) : undefined;
}
