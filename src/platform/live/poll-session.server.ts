import type { ServerResponse } from "node:http";
import type { LiveCode } from "./codes.ts";
import type { Wire } from "./connection-parts.server.ts";
import type { Connection } from "./connection.server.ts";
import { encodeMessages, isLater } from "./poll-wire.ts";
import { encodeServerFrame, type ServerFrame } from "./wire.ts";

/** A side that leaves more than this unfetched is paused; its frames stay in the log meanwhile. */
const UNREAD_BYTES = 256 * 1024;
/** A timer may fire a little before its time. */
const EARLY_MS = 50;
/** Of one request that was sent again and again. */
const MAX_WAITERS = 4;

export const answerHeaders = { "Cache-Control": "no-store", "Referrer-Policy": "no-referrer" };

/** One long-poll client: what it is yet to hear, and the request that waits for it. */
export class PollSession implements Wire {
  #connection: Connection | undefined;
  #outbox: (string | Uint8Array)[] = [];
  #unread = 0;
  /** Usually one; more when a request was sent again on its way. */
  #waiters: ServerResponse[] = [];
  /** The turn of those; the last that was answered, and with what; the last of what was said. */
  #turn = 0;
  #answered = { turn: 0, body: new Uint8Array() };
  #said = 0;
  #isFresh = true;
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

  receive(messages: readonly (string | Uint8Array)[], turn: number): void {
    this.#heardAt = performance.now();
    if (turn !== 0) this.#said = turn;
    if (messages.length > 0) this.#isFresh = false;
    for (const message of messages) {
      if (typeof message === "string") this.#connection?.receiveText(message);
      else this.#connection?.receiveBytes(message);
    }
  }

  text(text: string): boolean {
    return this.#put(text);
  }

  frame(frame: ServerFrame): boolean {
    return this.#put(encodeServerFrame(frame));
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

  /** Nothing was said yet: its beginning may have been sent twice. */
  get isFresh(): boolean {
    return this.#isFresh && !this.#ended;
  }

  hasHeard(turn: number): boolean {
    return !isLater(turn, this.#said);
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
    return this.#waiters.length === 0 && this.#heardAt < before;
  }

  /** Answers what only spoke; not before it may speak again. */
  async acknowledge(response: ServerResponse): Promise<void> {
    const pause = this.#pausedUntil - performance.now();
    if (pause > 0) await new Promise((go) => setTimeout(go, pause));
    answer(response, encodeMessages([]));
  }

  wait(response: ServerResponse, milliseconds: number, turn: number): void {
    const { turn: last, body } = this.#answered;
    if (turn !== 0 && turn === last) return answer(response, body);
    if (!isLater(turn, last)) return answer(response, encodeMessages([]));
    // Of two that wait, the older is answered: its page has given it up.
    if (turn === 0 || turn !== this.#turn || this.#waiters.length >= MAX_WAITERS) this.flush();
    this.#turn = turn;
    this.#waiters.push(response);
    response.on("close", () => {
      this.#waiters = this.#waiters.filter((one) => one !== response);
    });
    if (this.#outbox.length > 0 || this.#ended) return this.flush();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.flush(), milliseconds);
  }

  flush(): void {
    const waiters = this.#waiters;
    if (waiters.length === 0) return;
    clearTimeout(this.#timer);
    this.#waiters = [];
    this.#heardAt = performance.now();
    const body = encodeMessages(this.#outbox.splice(0));
    this.#answered = { turn: this.#turn, body };
    for (const waiter of waiters) answer(waiter, body);
    this.#unread = 0;
    this.#connection?.drained();
  }

  #put(message: string | Uint8Array): boolean {
    this.#outbox.push(message);
    this.#unread += message.length;
    if (this.#waiters.length > 0) setImmediate(() => this.flush());
    return this.#unread < UNREAD_BYTES;
  }
}

function answer(response: ServerResponse, body: Uint8Array): void {
  const type = { "Content-Type": "application/octet-stream", "Content-Length": body.length };
  response.writeHead(200, { ...answerHeaders, ...type }).end(body);
}
