import { randomBytes } from "node:crypto";
import type { Channel, Link } from "../../src/platform/live/link.browser.ts";
import type { Frame, Said } from "../faults/check.ts";

const MOST_UNANSWERED = 20;

/** One side of a conversation that keeps account of all that it says and hears, and when. */
export class Speaker {
  readonly tab: string;
  readonly said: Said[] = [];
  readonly heard: Frame[] = [];
  readonly codes: string[] = [];
  /** Milliseconds from each saying to its acknowledgement. */
  readonly waits: number[] = [];
  readonly failures: string[] = [];
  /** The longest time without any frame while somebody spoke. */
  longestSilence = 0;
  readonly #channel: Channel;
  readonly #name: string;
  #heardAt: number | undefined;

  constructor(link: Link, conversation: string, name: string) {
    const tab = randomBytes(16);
    this.tab = tab.toString("base64url");
    this.#name = name;
    this.#channel = link.channel({
      ...{ conversation, tab },
      handlers: {
        frame: (frame) => this.#hear(frame),
        closed: (code) => void this.codes.push(code),
      },
    });
  }

  /** Unless too much is on its way already: nobody writes on for ever without an answer. */
  say(): void {
    if (this.said.length - this.waits.length >= MOST_UNANSWERED) return;
    const turn = this.said.length + 1;
    const said: Said = { tab: this.tab, turn, text: `${turn} of ${this.#name}`, seq: undefined };
    const since = performance.now();
    this.said.push(said);
    const acknowledged = (seq: number): void => {
      said.seq = seq;
      this.waits.push(performance.now() - since);
    };
    const failed = (error: unknown): void => void this.failures.push(String(error));
    this.#channel.append(Buffer.from(said.text, "latin1")).then(acknowledged, failed);
  }

  /** From now on every silence counts. */
  listen(): void {
    this.#heardAt = performance.now();
    this.longestSilence = 0;
  }

  get isAcknowledged(): boolean {
    return this.said.every(({ seq }) => seq !== undefined);
  }

  #hear(frame: { seq: number; kind: 0 | 1; tab: Uint8Array; payload: Uint8Array }): void {
    const now = performance.now();
    if (this.#heardAt !== undefined) {
      this.longestSilence = Math.max(this.longestSilence, now - this.#heardAt);
      this.#heardAt = now;
    }
    const { seq, kind, tab, payload } = frame;
    const from = kind === 1 ? Buffer.from(tab).toString("base64url") : "";
    this.heard.push({ seq, kind, tab: from, text: Buffer.from(payload).toString("latin1") });
  }
}

export function percentile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((x, y) => x - y);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
}
