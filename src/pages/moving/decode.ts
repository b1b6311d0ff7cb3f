/** A file of HTML as text. `lost`: it holds signs that were broken before it came here. */
export interface Decoded {
  readonly text: string;
  readonly lost: boolean;
}

const WINDOWS = "windows-1252";

/**
 * What a file declares is a claim: pages on old servers say ISO-8859-1 and are UTF-8, or the reverse. Bytes
 * that are UTF-8 throughout are UTF-8 (no Swedish text in Windows-1252 is that by chance); all else is what it
 * declares, or Windows-1252.
 */
export function decodeHtml(bytes: Uint8Array): Decoded {
  const marked = byMark(bytes);
  const text = marked ?? asUtf8(bytes) ?? decoded(bytes);
  const mended = twiceEncoded(text) ?? text;
  return { text: mended.replaceAll("\0", ""), lost: mended.includes("\uFFFD") };
}

function byMark(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  return undefined;
}

function asUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** HTML's own rule: the declaration stands in the first 1024 bytes. */
function declared(bytes: Uint8Array): string {
  const head = new TextDecoder(WINDOWS).decode(bytes.subarray(0, 1024));
  return (
    /<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?\s*([\w:-]{2,40})/i.exec(
      head,
    )?.[1] ?? WINDOWS
  );
}

/** What Windows-1252 has from 0x80 on. Node 20 reads those as controls (nodejs/node 56542), browsers do not. */
const FROM_80 = "€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ";

function decoded(bytes: Uint8Array): string {
  const decoder = decoderOf(declared(bytes));
  const text = decoder.decode(bytes);
  if (decoder.encoding !== WINDOWS) return text;
  return text.replaceAll(/[\x80-\x9f]/g, (sign) => FROM_80.charAt(sign.charCodeAt(0) - 0x80));
}

function decoderOf(label: string): TextDecoder {
  // It says UTF-8 and is not: then it was saved by a program for Windows.
  if (/^utf-?(?:8|16)/i.test(label)) return new TextDecoder(WINDOWS);
  try {
    return new TextDecoder(label);
  } catch {
    return new TextDecoder(WINDOWS);
  }
}

/** "fÃ¶r": UTF-8 that somebody has read as Windows-1252 and saved as UTF-8 once more. */
function twiceEncoded(text: string): string | undefined {
  const broken = text.match(/Ã[¤¥¶„…–]/g)?.length ?? 0;
  if (broken < 2 || /[åäöÅÄÖ]/.test(text)) return undefined;
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) {
    const byte = byteOf(text.charAt(at));
    if (byte === undefined) return undefined;
    bytes[at] = byte;
  }
  return asUtf8(bytes);
}

function byteOf(sign: string): number | undefined {
  const code = sign.charCodeAt(0);
  if (code <= 0xff) return code;
  const at = FROM_80.indexOf(sign);
  return at === -1 ? undefined : at + 0x80;
}
