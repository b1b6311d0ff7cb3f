import { type ShredKey, unwrap, wrap } from "../platform/shred/index.server.ts";

/** Fixed places beside the letters and notes, which count upwards from 1. */
export const PLACE = { mailbox: 0, draft: -1, seekerMark: -2, teamMark: -3, mailSeed: -4 } as const;

export type FrameKind = "letter" | "note" | "mailbox" | "draft" | "mark" | "seed";
/** A frame begins with the place of its kind here: new ones come last. */
const kinds: readonly FrameKind[] = ["letter", "note", "mailbox", "draft", "mark", "seed"];

export interface Frame {
  readonly n: number;
  readonly kind: FrameKind;
  readonly bytes: Uint8Array;
}

/** A row opens only in its own place: rows that change places do not unwrap. */
const frameAad = (mailbox: Uint8Array, n: number): Buffer => {
  const place = Buffer.alloc(4);
  place.writeInt32BE(n);
  return Buffer.concat([mailbox, place]);
};

export const sealFrame = (
  key: ShredKey,
  mailbox: Uint8Array,
  { n, kind, bytes }: Frame,
): Uint8Array =>
  wrap(key, frameAad(mailbox, n), Buffer.concat([Buffer.of(kinds.indexOf(kind)), bytes]));

export function openFrame(
  key: ShredKey,
  mailbox: Uint8Array,
  row: { readonly n: number; readonly sealed: Uint8Array },
): Frame {
  const clear = unwrap(key, frameAad(mailbox, row.n), row.sealed);
  const kind = kinds[clear?.[0] ?? kinds.length];
  if (!clear || !kind) throw new Error("A frame of a mailbox does not open with its key");
  return { n: row.n, kind, bytes: clear.subarray(1) };
}

const chunkAad = (mailbox: Uint8Array, attachment: Uint8Array, place: number): Buffer =>
  Buffer.concat([mailbox, attachment, Buffer.of(place)]);

export const wrapChunk = (
  key: ShredKey,
  mailbox: Uint8Array,
  attachment: Uint8Array,
  place: number,
  chunk: Uint8Array,
): Uint8Array => wrap(key, chunkAad(mailbox, attachment, place), chunk);

export const unwrapChunk = (
  key: ShredKey,
  mailbox: Uint8Array,
  attachment: Uint8Array,
  place: number,
  sealed: Uint8Array,
): Uint8Array | undefined => unwrap(key, chunkAad(mailbox, attachment, place), sealed);
