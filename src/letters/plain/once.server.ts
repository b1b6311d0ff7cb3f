import { randomBytes } from "node:crypto";
import type { JourId } from "../../platform/database/index.server.ts";
import type { MailboxKeys } from "../../protocol/letters/index.ts";

/** An open mailbox, for as long as somebody may sit before it. */
export interface Session {
  readonly jour: JourId;
  readonly keys: MailboxKeys;
}

/** For the one page that follows a form. */
const SHOW_MS = 120_000;
const SESSION_MS = 20 * 60_000;
/** Far more than can sit before a page at once; the oldest gives way. */
const MOST = 1000;

/**
 * Holds something under a random name, for a while, in memory alone. The browser's history keeps such
 * a name and nothing else: no text, no words, and no form that could be sent once more.
 */
export class Tickets<T> {
  readonly #lifeMs: number;
  readonly #forget: (value: T) => void;
  readonly #held = new Map<string, { readonly value: T; timer: NodeJS.Timeout }>();

  constructor(lifeMs: number, forget: (value: T) => void = () => undefined) {
    this.#lifeMs = lifeMs;
    this.#forget = forget;
  }

  hold(value: T): string {
    const [oldest] = this.#held.keys();
    if (this.#held.size >= MOST && oldest !== undefined) this.drop(oldest);
    const ticket = randomBytes(18).toString("base64url");
    this.#held.set(ticket, { value, timer: this.#timer(ticket) });
    return ticket;
  }

  /** Whoever uses it has as long again. */
  find(ticket: string): T | undefined {
    const held = this.#held.get(ticket);
    if (!held) return undefined;
    clearTimeout(held.timer);
    held.timer = this.#timer(ticket);
    return held.value;
  }

  /** Once: the next one who asks finds nothing. */
  take(ticket: string): T | undefined {
    const held = this.#held.get(ticket);
    if (!held) return undefined;
    clearTimeout(held.timer);
    this.#held.delete(ticket);
    return held.value;
  }

  drop(ticket: string): void {
    const value = this.take(ticket);
    if (value !== undefined) this.#forget(value);
  }

  #timer(ticket: string): NodeJS.Timeout {
    return setTimeout(() => this.drop(ticket), this.#lifeMs).unref();
  }
}

export const sessions = (): Tickets<Session> => new Tickets(SESSION_MS, ({ keys }) => wipe(keys));
export const pagesToShow = <T>(): Tickets<T> => new Tickets(SHOW_MS);

export function wipe({ token, sign, seal }: MailboxKeys): void {
  for (const key of [token, sign, seal]) key.fill(0);
}
