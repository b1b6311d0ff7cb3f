import { constants, inflateSync } from "node:zlib";
import { fail, ok, type Result } from "../platform/result.ts";
import { MAX_DOCUMENT_BYTES } from "./contract.ts";

export type DocumentCode =
  | "document-unreadable"
  | "document-too-large"
  | "document-locked"
  | "document-active";

const ENDS_WITHIN = 1024;
/** What packed objects of a file may come to. */
const MAX_UNPACKED = 64 * 1024 * 1024;
/** Before a stream stands what it is: so far back its own description reaches. */
const DESCRIBED_WITHIN = 600;

/** What a reader would run, start, fetch or unpack: a leaflet needs none of it. */
const ACTIVE =
  /\/(?:JavaScript|Launch|EmbeddedFiles?|RichMedia|Rendition|XFA|SubmitForm|ImportData)(?=[\s()<>[\]{}/%]|$)/;
const LOCKED = /\/Encrypt\s*(?:\d|<<)/;

/**
 * A document of the one kind that is taken, PDF, as it is kept: without active parts, not locked, and with who made it,
 * with what and when, written over with blanks wherever that stands readable. What lies packed inside is not changed.
 */
export function readDocument(file: Uint8Array): Result<Uint8Array, DocumentCode> {
  if (file.length > MAX_DOCUMENT_BYTES) return fail("document-too-large");
  // One character a byte: what is replaced by as many keeps every place in the file.
  const text = Buffer.from(file).toString("latin1");
  const isWhole =
    /^%PDF-[12]\.\d/.test(text) &&
    text.slice(-ENDS_WITHIN).includes("%%EOF") &&
    text.includes("startxref");
  if (!isWhole) return fail("document-unreadable");
  if (isTangled(text)) return fail("document-unreadable");
  const packed = unpacked(text);
  if (packed === undefined) return fail("document-unreadable");
  const names = named(text);
  if (LOCKED.test(names)) return fail("document-locked");
  if (ACTIVE.test(names) || packed.some((one) => ACTIVE.test(named(one))))
    return fail("document-active");
  return ok(Buffer.from(withoutMaker(text), "latin1"));
}

/** So many streams, or so many words about its making, have only files that are made to be slow to read. */
const MOST_PARTS = 20_000;
const MOST_WORDS = 10_000;
const isTangled = (text: string): boolean =>
  isOver(text, /\bstream\r?\n/g, MOST_PARTS) || isOver(text, ABOUT, MOST_WORDS);
const ABOUT =
  /\/(?:Author|Creator|Producer|Keywords|Company|Manager|CreationDate|ModDate)\b|<(?:dc:creator|xmp|pdf:|photoshop:)/g;

function isOver(text: string, what: RegExp, most: number): boolean {
  let count = 0;
  for (const _ of text.matchAll(what)) if (++count > most) return true;
  return false;
}

/** A name may be written with numbers for its letters. */
const named = (text: string): string =>
  text.replace(/#([0-9a-f]{2})/gi, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );

/** Objects that lie packed in streams; undefined where they cannot be read. */
function unpacked(text: string): string[] | undefined {
  const found: string[] = [];
  let size = 0;
  for (const { index, 0: word } of text.matchAll(/\bstream\r?\n/g)) {
    const before = text.slice(Math.max(0, index - DESCRIBED_WITHIN), index);
    const about = named(before.slice(before.lastIndexOf(" obj") + 1));
    if (!/\/ObjStm\b/.test(about)) continue;
    const from = index + word.length;
    const to = text.indexOf("endstream", from);
    const one = to < 0 ? undefined : inflated(about, text.slice(from, to), MAX_UNPACKED - size);
    if (one === undefined) return undefined;
    size += one.length;
    found.push(one);
  }
  return found;
}

function inflated(about: string, stream: string, most: number): string | undefined {
  if (!/\/Filter\b/.test(about)) return stream;
  if (!/\/Filter\s*\[?\s*\/FlateDecode\s*\]?\s*(?:\/|>>)/.test(about)) return undefined;
  try {
    return inflateSync(Buffer.from(stream, "latin1"), {
      ...{ maxOutputLength: Math.max(1, most), finishFlush: constants.Z_SYNC_FLUSH },
    }).toString("latin1");
  } catch {
    return undefined;
  }
}

/** What a file says of its making, as words and as numbers for letters. */
const words =
  /(\/(?:Author|Creator|Producer|Keywords|Company|Manager|CreationDate|ModDate)\s*\()((?:\\[\s\S]|[^\\()]|\((?:\\[\s\S]|[^\\()])*\)){0,4000})(?=\))/g;
const numbers =
  /(\/(?:Author|Creator|Producer|Keywords|Company|Manager|CreationDate|ModDate)\s*<)([0-9a-fA-F\s]{0,8000})(?=>)/g;
/** The same again, in the second place where files say it. */
const elements =
  /(<(dc:creator|xmp:\w+(?:Tool|Date)|pdf:Producer|pdf:Keywords|xmpMM:\w+|photoshop:\w+)(?:\s[^>]*)?>)([\s\S]{0,20000}?)(?=<\/\2>)/g;
const attributes =
  /(\s(?:xmp:\w+(?:Tool|Date)|pdf:Producer|pdf:Keywords|xmpMM:\w+|photoshop:\w+)=")([^"]{0,4000})(?=")/g;

/** What stands between the tags. */
const blankWords = (said: string): string =>
  said.replace(/(^|>)([^<]+)/g, (_, end: string, inner: string) => end + blank(inner));
const blank = (text: string): string => " ".repeat(text.length);

/** Of the same length: nothing in the file moves. */
const withoutMaker = (text: string): string =>
  text
    .replace(words, (_, key: string, said: string) => key + blank(said))
    .replace(numbers, (_, key: string, said: string) => key + blank(said))
    .replace(attributes, (_, key: string, said: string) => key + blank(said))
    .replace(elements, (_, tag: string, __: string, said: string) => tag + blankWords(said));
