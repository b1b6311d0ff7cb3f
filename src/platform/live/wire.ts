// The messages of the live connection, both directions, as both sides read them. The same messages
// travel over a WebSocket and over the long-poll fallback.

import type { LiveCode } from "./codes.ts";

export const WIRE_VERSION = 1;

export const LIMITS = {
  /** Bytes of one binary message, header included. */
  frame: 64 * 1024,
  /** Bytes of one text message from a client. */
  text: 4096,
  channels: 16,
  /** Frames of one tab that may be on their way unacknowledged; the server remembers at least twice as many. */
  inFlight: 32,
  refsRemembered: 128,
} as const;

export type ClientText =
  | { readonly t: "auth"; readonly v: number; readonly token: string }
  | {
      readonly t: "open";
      readonly ch: number;
      readonly conversation: string;
      readonly tab: string;
      readonly after: number;
    }
  | { readonly t: "typing"; readonly ch: number }
  | { readonly t: "close"; readonly ch: number }
  | { readonly t: "ping" };

/** What the server says by itself; an app adds texts of its own under other names (`place`, `room`). */
export type ServerText =
  | { readonly t: "ready" }
  | { readonly t: "opened"; readonly ch: number; readonly next: number }
  | { readonly t: "ack"; readonly ch: number; readonly ref: number; readonly seq: number }
  | { readonly t: "error"; readonly code: LiveCode; readonly ch?: number; readonly ref?: number }
  | { readonly t: "typing"; readonly ch: number }
  | { readonly t: "closed"; readonly ch: number; readonly code: string }
  | { readonly t: "bye"; readonly reason: string }
  | { readonly t: "pong" };

export interface ClientFrame {
  readonly ch: number;
  readonly ref: number;
  readonly payload: Uint8Array;
}

export interface ServerFrame {
  readonly ch: number;
  readonly seq: number;
  readonly kind: 0 | 1;
  readonly tab: Uint8Array;
  readonly ref: number;
  readonly payload: Uint8Array;
}

const CLIENT_HEADER = 9;
const SERVER_HEADER = 30;
/** The most that an application may put in one frame. */
export const MAX_PAYLOAD = LIMITS.frame - SERVER_HEADER;

const view = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

export function encodeClientFrame(frame: ClientFrame): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(CLIENT_HEADER + frame.payload.length);
  bytes[0] = 1;
  view(bytes).setUint32(1, frame.ch);
  view(bytes).setUint32(5, frame.ref);
  bytes.set(frame.payload, CLIENT_HEADER);
  return bytes;
}

/** Undefined for nonsense: wrong mark, no payload, a ref of 0 (which belongs to the server). */
export function decodeClientFrame(bytes: Uint8Array): ClientFrame | undefined {
  if (bytes.length <= CLIENT_HEADER || bytes[0] !== 1) return undefined;
  const ref = view(bytes).getUint32(5);
  if (ref === 0) return undefined;
  return { ch: view(bytes).getUint32(1), ref, payload: bytes.subarray(CLIENT_HEADER) };
}

export const serverFrameBytes = ({ payload }: ServerFrame): number =>
  SERVER_HEADER + payload.length;

/** Writes the frame into `bytes` from `start` on: one of several that go out together. */
export function putServerFrame(frame: ServerFrame, bytes: Uint8Array, start: number): void {
  bytes[start] = 2;
  putUint32(bytes, start + 1, frame.ch);
  putUint32(bytes, start + 5, frame.seq);
  bytes[start + 9] = frame.kind;
  bytes.set(frame.tab, start + 10);
  putUint32(bytes, start + 26, frame.ref);
  bytes.set(frame.payload, start + SERVER_HEADER);
}

// A DataView for each frame would cost more than the frame itself.
function putUint32(bytes: Uint8Array, at: number, value: number): void {
  bytes[at] = value >>> 24;
  bytes[at + 1] = value >>> 16;
  bytes[at + 2] = value >>> 8;
  bytes[at + 3] = value;
}

export function encodeServerFrame(frame: ServerFrame): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(serverFrameBytes(frame));
  putServerFrame(frame, bytes, 0);
  return bytes;
}

export function decodeServerFrame(bytes: Uint8Array): ServerFrame | undefined {
  const kind = bytes[9];
  if (bytes.length < SERVER_HEADER || bytes[0] !== 2 || (kind !== 0 && kind !== 1)) {
    return undefined;
  }
  const at = view(bytes);
  return {
    ch: at.getUint32(1),
    seq: at.getUint32(5),
    kind,
    tab: bytes.slice(10, 26),
    ref: at.getUint32(26),
    payload: bytes.slice(SERVER_HEADER),
  };
}

const isChannel = (value: unknown): value is number =>
  typeof value === "number" && Number.isInteger(value) && value > 0 && value <= 0xffff_ffff;
const isCount = (value: unknown): value is number =>
  typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= 0x7fff_ffff;
/** 16 bytes in base64url without padding; the last letter carries two bits only. */
const isId = (value: unknown): value is string =>
  typeof value === "string" && /^[A-Za-z0-9_-]{21}[AQgw]$/.test(value);

type Parsed =
  | { readonly ok: true; readonly message: ClientText }
  | { readonly ok: false; readonly code: LiveCode };

const refuse = (code: LiveCode): Parsed => ({ ok: false, code });

/** A text message as the server takes it; hand-written because it stands on the hot path. */
export function parseClientText(text: string): Parsed {
  if (text.length > LIMITS.text) return refuse("too-large");
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return refuse("not-json");
  }
  if (typeof value !== "object" || value === null) return refuse("unknown-message");
  return parseMessage(value as Readonly<Record<string, unknown>>);
}

function parseMessage(m: Readonly<Record<string, unknown>>): Parsed {
  switch (m["t"]) {
    case "ping":
      return { ok: true, message: { t: "ping" } };
    case "auth":
      if (m["v"] !== WIRE_VERSION) return refuse("wrong-version");
      if (typeof m["token"] !== "string" || m["token"].length > 512) return refuse("token-refused");
      return { ok: true, message: { t: "auth", v: WIRE_VERSION, token: m["token"] } };
    case "open":
      if (!isChannel(m["ch"])) return refuse("bad-channel");
      if (!isId(m["conversation"]) || !isId(m["tab"])) return refuse("not-found");
      if (!isCount(m["after"])) return refuse("bad-after");
      return {
        ok: true,
        message: {
          t: "open",
          ch: m["ch"],
          conversation: m["conversation"],
          tab: m["tab"],
          after: m["after"],
        },
      };
    case "typing":
    case "close":
      if (!isChannel(m["ch"])) return refuse("bad-channel");
      return { ok: true, message: { t: m["t"], ch: m["ch"] } };
    default:
      return refuse("unknown-message");
  }
}
