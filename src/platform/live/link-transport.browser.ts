// What a link runs over: a WebSocket, or a pair of long polls that carry the same messages.

import { decodePolled, encodePolled, nextTurn, type PollMessage, POLL_FLAGS } from "./poll-wire.ts";

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
  readonly readyState?: number;
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
  const opened = (): unknown => !isClosed && events.opened();
  socket.onopen = opened;
  // One that was opened ahead of time may be through already.
  if (socket.readyState === 1) queueMicrotask(opened);
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
  const polls = new PollTransport(url, post, events);
  void polls.listen();
  return polls;
}

class PollTransport implements Transport {
  readonly #url: string;
  readonly #post: Post;
  readonly #events: TransportEvents;
  readonly #session = crypto.getRandomValues(new Uint8Array(16));
  readonly #name = Array.from(this.#session, (byte) => byte.toString(16).padStart(2, "0")).join("");
  readonly #ended = new AbortController();
  #queue: PollMessage[] = [];
  #sending = false;
  #turn = 0;

  constructor(url: string, post: Post, events: TransportEvents) {
    this.#url = `${url}/poll`;
    this.#post = post;
    this.#events = events;
  }

  send(message: PollMessage): void {
    this.#queue.push(message);
    if (!this.#sending) void this.#flush();
  }

  close(): void {
    this.#ended.abort();
  }

  async listen(): Promise<void> {
    if (!(await this.#exchange(POLL_FLAGS.begin, []))) return;
    this.#events.opened();
    for (let turn = 1; await this.#exchange(POLL_FLAGS.wait, [], turn);) turn = nextTurn(turn);
  }

  /** One request at a time, so that what is said arrives in the order in which it was said. */
  async #flush(): Promise<void> {
    this.#sending = true;
    while (this.#queue.length > 0) {
      let size = 0;
      const fitting = this.#queue.filter((message) => (size += message.length) <= SEND_BYTES);
      const messages = this.#queue.splice(0, Math.max(1, fitting.length));
      this.#turn = nextTurn(this.#turn);
      if (!(await this.#exchange(0, messages, this.#turn))) return;
    }
    this.#sending = false;
  }

  async #exchange(flags: number, messages: readonly PollMessage[], turn = 0): Promise<boolean> {
    const timer = setTimeout(() => this.#closed(), POLL_PATIENCE_MS);
    const { signal } = this.#ended;
    try {
      const body = encodePolled(this.#session, flags, messages, turn);
      const answer = await this.#post(this.#url, body, this.#name, signal);
      if (answer.status !== 200) this.#closed(codeOf(answer.bytes));
      for (const message of signal.aborted ? [] : (decodePolled(answer.bytes) ?? [])) {
        if (signal.aborted) return false;
        if (typeof message === "string") this.#events.text(message);
        else this.#events.bytes(message);
      }
      return !signal.aborted;
    } catch {
      this.#closed();
      return false;
    } finally {
      clearTimeout(timer);
    }
  }

  #closed(code?: string): void {
    if (this.#ended.signal.aborted) return;
    this.#ended.abort();
    this.#events.closed(code);
  }
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
