// What one row of the log holds, before the shred key wraps it.

export const ID_BYTES = 16;
/** Frames of the server itself come from nobody and no tab. */
export const NOBODY: Uint8Array = new Uint8Array(ID_BYTES);

export interface LogFrame {
  /** 0: an event of the server, as JSON. 1: bytes of a client, which the server cannot read. */
  readonly kind: 0 | 1;
  /** Whom the server let in (16 bytes that the application chooses): a ref belongs to her and her tab. */
  readonly by: Uint8Array;
  readonly tab: Uint8Array;
  /** Numbers a tab's frames, growing; 0 for the server's own, which are never sent again. */
  readonly ref: number;
  readonly payload: Uint8Array;
}

export interface NumberedFrame extends LogFrame {
  readonly seq: number;
}

const FORMAT = 1;
const HEADER = 2 + ID_BYTES * 2 + 4;

export function encodeStored(frame: LogFrame): Buffer {
  const bytes = Buffer.allocUnsafe(HEADER + frame.payload.length);
  bytes[0] = FORMAT;
  bytes[1] = frame.kind;
  bytes.set(frame.by, 2);
  bytes.set(frame.tab, 2 + ID_BYTES);
  bytes.writeUInt32BE(frame.ref, 2 + ID_BYTES * 2);
  bytes.set(frame.payload, HEADER);
  return bytes;
}

/** Throws on bytes that no version of ours wrote: they were unwrapped with the right key, so it is a fault. */
export function decodeStored(bytes: Uint8Array, seq: number): NumberedFrame {
  const kind = bytes[1];
  if (bytes.length < HEADER || bytes[0] !== FORMAT || (kind !== 0 && kind !== 1)) {
    throw new Error("a frame of the log has an unknown form");
  }
  const ref = new DataView(bytes.buffer, bytes.byteOffset).getUint32(2 + ID_BYTES * 2);
  return {
    seq,
    kind,
    // Copies: what is remembered of a tab must not hold on to the whole frame.
    by: new Uint8Array(bytes.subarray(2, 2 + ID_BYTES)),
    tab: new Uint8Array(bytes.subarray(2 + ID_BYTES, 2 + ID_BYTES * 2)),
    ref,
    payload: bytes.subarray(HEADER),
  };
}

/** Binds a wrapped row to its place: `id || n`. */
export function placeOf(id: string, seq: number): Buffer {
  const place = Buffer.allocUnsafe(ID_BYTES + 4);
  place.write(id, 0, "base64url");
  place.writeUInt32BE(seq, ID_BYTES);
  return place;
}
