// One body of the long-poll fallback: `16B session | u8 flags | messages`; an answer is only messages.
// The upper six bits of the flags number the waits, and apart from them what is said (1 … 63, then 1
// again; 0 numbers nothing): browsers and proxies send a request again by themselves when its connection
// breaks. What was said counts once then, and the second wait hears what the first did.
// A message: `u32be length | u8 kind (0 text, 1 binary) | bytes`.

export const POLL_FLAGS = {
  /** The session is new: it is made. */
  begin: 1,
  /** Keep the answer until there is something to say. */
  wait: 2,
} as const;

const TURNS = 63;
export const nextTurn = (turn: number): number => (turn % TURNS) + 1;

/** Not the same again, and not one from before that was long on its way. */
export function isLater(turn: number, than: number): boolean {
  const ahead = (turn - than + TURNS) % TURNS;
  return turn === 0 || than === 0 || (ahead > 0 && ahead <= TURNS / 2);
}

export type PollMessage = string | Uint8Array<ArrayBuffer>;

export const SESSION_BYTES = 16;
const HEADER = SESSION_BYTES + 1;
/** More than a page ever has on its way. */
const MAX_MESSAGES = 1024;

export function encodeMessages(
  messages: readonly (string | Uint8Array)[],
): Uint8Array<ArrayBuffer> {
  return joined(new Uint8Array(0), messages);
}

export function encodePolled(
  session: Uint8Array,
  flags: number,
  messages: readonly PollMessage[],
  turn = 0,
): Uint8Array<ArrayBuffer> {
  const head = new Uint8Array(HEADER);
  head.set(session);
  head[SESSION_BYTES] = flags | (turn << 2);
  return joined(head, messages);
}

function joined(
  head: Uint8Array,
  messages: readonly (string | Uint8Array)[],
): Uint8Array<ArrayBuffer> {
  const encoder = new TextEncoder();
  const bodies = messages.map((message) =>
    typeof message === "string" ? encoder.encode(message) : message,
  );
  const size = bodies.reduce((sum, body) => sum + 5 + body.length, head.length);
  const bytes = new Uint8Array(size);
  const view = new DataView(bytes.buffer);
  bytes.set(head);
  let at = head.length;
  for (const [index, body] of bodies.entries()) {
    view.setUint32(at, body.length);
    bytes[at + 4] = typeof messages[index] === "string" ? 0 : 1;
    bytes.set(body, at + 5);
    at += 5 + body.length;
  }
  return bytes;
}

/** The messages, or undefined for nonsense. */
export function decodePolled(bytes: Uint8Array): PollMessage[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const messages: PollMessage[] = [];
  let at = 0;
  while (at < bytes.length) {
    if (at + 5 > bytes.length) return undefined;
    const length = view.getUint32(at);
    const kind = bytes[at + 4];
    const body = bytes.slice(at + 5, at + 5 + length);
    if (body.length !== length || (kind !== 0 && kind !== 1)) return undefined;
    messages.push(kind === 0 ? new TextDecoder().decode(body) : body);
    at += 5 + length;
  }
  return messages;
}

export interface PollRequest {
  readonly session: Uint8Array;
  readonly flags: number;
  readonly turn: number;
  readonly messages: PollMessage[];
}

export function decodePollRequest(bytes: Uint8Array): PollRequest | undefined {
  const flags = bytes[SESSION_BYTES];
  if (bytes.length < HEADER || flags === undefined) return undefined;
  const messages = decodePolled(bytes.subarray(HEADER));
  if (!messages || messages.length > MAX_MESSAGES) return undefined;
  return {
    session: bytes.slice(0, SESSION_BYTES),
    ...{ flags: flags & 3, turn: flags >> 2, messages },
  };
}
