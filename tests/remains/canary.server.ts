import { randomInt } from "node:crypto";

/** Something that must not be found again, or that must be, for a control. */
export interface Canary {
  /** What it was; never its value. */
  readonly name: string;
  /** As it is typed: letters beyond ASCII, blanks and quotes around the core. */
  readonly text: string;
  /** Random letters and digits, which UTF-8, Latin-1, JSON, HTML and addresses leave as they are. */
  readonly core: string;
  readonly forms: readonly Form[];
}

/** One way in which bytes may stand somewhere. */
export interface Form {
  readonly name: string;
  readonly bytes: Buffer;
  /** So many bytes in a row are no chance: a torn or compressed text is found by its pieces. */
  readonly least: number;
}

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
const CORE = 28;
/** Of 62 letters: by chance once in 10^14 places. PGLZ puts a control byte after eight letters. */
const PIECE = 8;

export function canary(name: string): Canary {
  const core = Array.from({ length: CORE }, () => LETTERS[randomInt(LETTERS.length)]).join("");
  return { name, core, text: `Åsa säger "${core}" & går`, forms: formsOfText(core) };
}

/** A text that we did not choose, such as a recovery code. */
export function knownText(name: string, text: string): Canary {
  return { name, core: text, text, forms: formsOfText(text) };
}

/** A text of which a piece says nothing, such as an address: found only whole. */
export function wholeText(name: string, text: string): Canary {
  const forms = formsOfText(text).map((form) => ({ ...form, least: form.bytes.length }));
  return { name, core: text, text, forms };
}

/** Key material: bytes that stand for themselves. */
export function knownBytes(name: string, bytes: Uint8Array): Canary {
  const raw = Buffer.from(bytes);
  const forms = [{ name: "bytes", bytes: raw, least: PIECE }, ...formsOfBytes(raw)];
  return { name, core: "", text: "", forms };
}

function formsOfText(text: string): Form[] {
  const written = Buffer.from(text, "latin1");
  const wide = Buffer.from(text, "utf16le");
  const each = (encode: (byte: number) => string): Buffer =>
    Buffer.from([...written].map(encode).join(""), "latin1");
  const hex = (byte: number): string => byte.toString(16).padStart(2, "0");
  return [
    { name: "UTF-8", bytes: written, least: PIECE },
    { name: "UTF-16LE", bytes: wide, least: PIECE * 2 },
    { name: "UTF-16BE", bytes: Buffer.from(wide).swap16(), least: PIECE * 2 },
    { name: "percent", bytes: each((byte) => `%${hex(byte)}`), least: PIECE * 3 },
    { name: "percent", bytes: each((byte) => `%${hex(byte).toUpperCase()}`), least: PIECE * 3 },
    { name: "JSON escape", bytes: each((byte) => `\\u00${hex(byte)}`), least: PIECE * 6 },
    ...formsOfBytes(written),
    ...formsOfBytes(wide).map((form) => ({ ...form, name: `${form.name} of UTF-16LE` })),
  ];
}

function formsOfBytes(bytes: Buffer): Form[] {
  const hex = bytes.toString("hex");
  const least = PIECE * 2;
  const forms = [
    { name: "hex", bytes: Buffer.from(hex), least },
    { name: "hex", bytes: Buffer.from(hex.toUpperCase()), least },
  ];
  // Where in a group of three bytes it begins is not known; what its neighbours change is left off.
  for (const before of [0, 1, 2]) {
    const whole = Buffer.concat([Buffer.alloc(before), bytes]);
    const inner = { from: before === 0 ? 0 : 4, to: Math.floor(whole.length / 3) * 4 };
    const encodings = new Set(
      (["base64", "base64url"] as const).map((encoding) =>
        whole.toString(encoding).slice(inner.from, inner.to),
      ),
    );
    for (const text of encodings) forms.push({ name: "base64", bytes: Buffer.from(text), least });
  }
  return forms;
}
