// What a link runs over: a WebSocket, or a pair of long polls that carry the same messages.

import { decodePolled, encodePolled, type PollMessage, POLL_FLAGS } from "./poll-wire.ts";

export interface TransportEvents {
  opened(): void;
  text(text: string): void;
  bytes(bytes: Uint8Array): void;
  /** Once; `code` when the server said why it will not have us. */
  closed(code?: string): void;
}

export interface Transport {
  send(message: string | Uint8Array<ArrayBuffer>): void;
  close(): void;
}

/** The part of a WebSocket that is used: tests in Node bring one of their own. */
export interface SocketLike {
  binaryType: string;
  onopen: ((event: never) => void) | null;
  onmessage: ((event: never) => void) | null;
  onclose: ((event: never) => void) | null;
  onerror: ((event: never) => void) | null;
  send(data: string | Uint8Array<ArrayBuffer>): void;
  close(): void;
}

export type OpenSocket = (url: string) => SocketLike;
export type Post = (
  url: string,
  body: Uint8Array<ArrayBuffer>,
  session: string,
  signal: AbortSignal,
) => Promise<{ status: number; bytes: Uint8Array }>;

export function socketTransport(url: string, open: OpenSocket, events: TransportEvents): Transport {
  let isClosed = false;
  const closed = (): void => {
    if (isClosed) return;
    isClosed = true;
    events.closed();
  };
  const socket = open(url.replace(/^http/, "ws"));
  socket.binaryType = "arraybuffer";
  socket.onopen = () => !isClosed && events.opened();
  socket.onclose = closed;
  socket.onerror = closed;
  socket.onmessage = ({ data }: { data: unknown }) => {
    if (isClosed) return;
    if (typeof data === "string") events.text(data);
    else if (data instanceof ArrayBuffer) events.bytes(new Uint8Array(data));
  };
  return {
    send: (message) => socket.send(message),
    close() {
      isClosed = true;
      socket.close();
    },
  };
}

/** Longer than the server keeps a poll open. */
const POLL_PATIENCE_MS = 40_000;
const SEND_BYTES = 128 * 1024;

export function pollTransport(url: string, post: Post, events: TransportEvents): Transport {
  const session = crypto.getRandomValues(new Uint8Array(16));
  const name = Array.from(session, (byte) => byte.toString(16).padStart(2, "0")).join("");
  const ended = new AbortController();
  let queue: PollMessage[] = [];
  let sending = false;

  const closed = (code?: string): void => {
    if (ended.signal.aborted) return;
    ended.abort();
    events.closed(code);
  };

  async function exchange(flags: number, messages: readonly PollMessage[]): Promise<boolean> {
    const timer = setTimeout(() => closed(), POLL_PATIENCE_MS);
    try {
      const body = encodePolled(session, flags, messages);
      const answer = await post(`${url}/poll`, body, name, ended.signal);
      if (answer.status !== 200) closed(codeOf(answer.bytes));
      if (ended.signal.aborted) return false;
      for (const message of decodePolled(answer.bytes) ?? []) {
        if (ended.signal.aborted) return false;
        if (typeof message === "string") events.text(message);
        else events.bytes(message);
      }
      return true;
    } catch {
      closed();
      return false;
    } finally {
      clearTimeout(timer);
    }
  }

  async function listen(): Promise<void> {
    if (!(await exchange(POLL_FLAGS.begin, []))) return;
    events.opened();
    while (await exchange(POLL_FLAGS.wait, []));
  }

  /** One request at a time, so that what is said arrives in the order in which it was said. */
  async function flush(): Promise<void> {
    sending = true;
    while (queue.length > 0) {
      let size = 0;
      const some = queue.filter((message) => (size += message.length) <= SEND_BYTES);
      const messages = some.length > 0 ? queue.slice(0, some.length) : queue.slice(0, 1);
      queue = queue.slice(messages.length);
      if (!(await exchange(0, messages))) return;
    }
    sending = false;
  }

  void listen();
  return {
    send(message) {
      queue.push(message);
      if (!sending) void flush();
    },
    close: () => ended.abort(),
  };
}

function codeOf(bytes: Uint8Array): string | undefined {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes));
    const code = typeof value === "object" && value !== null && "error" in value && value.error;
    return typeof code === "string" ? code : undefined;
  } catch {
    return undefined;
  }
}
