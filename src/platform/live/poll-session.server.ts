import type { ServerResponse } from "node:http";
import type { LiveCode } from "./codes.ts";
import type { Connection, Wire } from "./connection.server.ts";
import { encodeMessages } from "./poll-wire.ts";

/** A side that leaves more than this unfetched is paused; its frames stay in the log meanwhile. */
const UNREAD_BYTES = 256 * 1024;
/** A timer may fire a little before its time. */
const EARLY_MS = 50;

export const answerHeaders = { "Cache-Control": "no-store", "Referrer-Policy": "no-referrer" };

/** One long-poll client: what it is yet to hear, and the request that waits for it. */
export class PollSession implements Wire {
  #connection: Connection | undefined;
  #outbox: (string | Uint8Array)[] = [];
  #unread = 0;
  #waiter: ServerResponse | undefined;
  #timer: NodeJS.Timeout | undefined;
  #heardAt = performance.now();
  #pausedUntil = 0;
  #ended = false;
  readonly #tellEnded: () => void;

  constructor(tellEnded: () => void) {
    this.#tellEnded = tellEnded;
  }

  carry(connection: Connection): void {
    this.#connection = connection;
  }

  receive(messages: readonly (string | Uint8Array)[]): void {
    this.#heardAt = performance.now();
    for (const message of messages) {
      if (typeof message === "string") this.#connection?.receiveText(message);
      else this.#connection?.receiveBytes(message);
    }
  }

  text(text: string): boolean {
    return this.#put(text);
  }

  bytes(bytes: Uint8Array): boolean {
    return this.#put(bytes);
  }

  pause(milliseconds: number): void {
    this.#pausedUntil = performance.now() + milliseconds;
  }

  end(): void {
    this.#ended = true;
    this.flush();
    this.#connection?.over();
    this.#tellEnded();
  }

  close(code: LiveCode): void {
    this.#connection?.close(code);
  }

  bye(reason: string): void {
    this.#connection?.bye(reason);
  }

  over(): void {
    clearTimeout(this.#timer);
    this.#connection?.over();
  }

  get isKnown(): boolean {
    return this.#connection?.isStranger === false;
  }

  /** What was said before has not been acknowledged: our own pages wait for that. */
  get isPaused(): boolean {
    return this.#pausedUntil - performance.now() > EARLY_MS;
  }

  /** It ended, and its client has heard all that it was to hear. */
  get isOver(): boolean {
    return this.#ended && this.#outbox.length === 0;
  }

  /** Nobody has asked since, and nobody waits. */
  isForgotten(before: number): boolean {
    return !this.#waiter && this.#heardAt < before;
  }

  /** Answers what only spoke; not before it may speak again. */
  async acknowledge(response: ServerResponse): Promise<void> {
    const pause = this.#pausedUntil - performance.now();
    if (pause > 0) await new Promise((go) => setTimeout(go, pause));
    answer(response, []);
  }

  wait(response: ServerResponse, milliseconds: number): void {
    // Of two that wait, the older is answered: its page has given it up.
    this.flush();
    this.#waiter = response;
    response.on("close", () => {
      if (this.#waiter === response) this.#waiter = undefined;
    });
    if (this.#outbox.length > 0 || this.#ended) return this.flush();
    this.#timer = setTimeout(() => this.flush(), milliseconds);
  }

  flush(): void {
    const waiter = this.#waiter;
    if (!waiter) return;
    clearTimeout(this.#timer);
    this.#waiter = undefined;
    this.#heardAt = performance.now();
    answer(waiter, this.#outbox.splice(0));
    this.#unread = 0;
    this.#connection?.drained();
  }

  #put(message: string | Uint8Array): boolean {
    this.#outbox.push(message);
    this.#unread += message.length;
    if (this.#waiter) setImmediate(() => this.flush());
    return this.#unread < UNREAD_BYTES;
  }
}

function answer(response: ServerResponse, messages: readonly (string | Uint8Array)[]): void {
  const body = encodeMessages(messages);
  const type = { "Content-Type": "application/octet-stream", "Content-Length": body.length };
  response.writeHead(200, { ...answerHeaders, ...type }).end(body);
}
