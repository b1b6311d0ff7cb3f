import { randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { percentile } from "../../bench/frame/statistics.ts";
import { type Desk, ticketsFor } from "../../bench/live/town.ts";
import type { Visitor } from "../../bench/live/crowd.ts";
import { type Channel, type Link, openLink } from "../../src/platform/live/link.browser.ts";
import { nodeEnvironment } from "../factories/live-server.server.ts";

const PAYLOAD = 600;
const PERIOD_MS = 500;

export interface Window {
  readonly said: number;
  /** Milliseconds from one side to the other. */
  readonly p50: number;
  readonly p99: number;
}

interface Seat {
  readonly side: 0 | 1;
  readonly channel: Channel;
  count: number;
}

/**
 * Conversations that go on while others attack, over the page's own link: each side says something twice
 * a second. Everything has to arrive, once and in order, and no connection may break.
 */
export class Talk {
  readonly faults: string[] = [];
  readonly #port: number;
  readonly #links: Link[] = [];
  readonly #seats: Seat[] = [];
  readonly #last = new Map<string, number>();
  #times: number[] = [];
  #said = 0;
  #arrived = 0;
  #acknowledged = 0;
  #isOver = false;

  constructor(port: number) {
    this.#port = port;
  }

  async begin(seekers: readonly Visitor[], desks: readonly Desk[]): Promise<void> {
    const opened = [
      ...seekers.map(({ host, token, conversations }) =>
        this.#sit(host, async () => token, conversations, 0),
      ),
      ...desks.map((desk) =>
        this.#sit(desk.host, () => this.#ticketOf(desk), desk.conversations, 1),
      ),
    ];
    await Promise.all(opened);
    void this.#speak();
  }

  /** What has arrived since the last window. */
  window(): Window {
    const times = Float64Array.from(this.#times).sort();
    this.#times = [];
    return { said: times.length, p50: percentile(times, 0.5), p99: percentile(times, 0.99) };
  }

  /** Resolves when everything that was said has arrived, or when it never will. */
  async end(): Promise<void> {
    this.#isOver = true;
    for (let waited = 0; waited < 30_000 && !this.#isWhole; waited += 50) await sleep(50);
    if (!this.#isWhole)
      this.faults.push(
        `${this.#said} said, ${this.#acknowledged} acknowledged, ${this.#arrived} arrived`,
      );
    for (const link of this.#links) link.close();
  }

  get said(): number {
    return this.#said;
  }

  get #isWhole(): boolean {
    return this.#arrived === this.#said && this.#acknowledged === this.#said;
  }

  async #ticketOf(desk: Desk): Promise<string> {
    const [visitor] = await ticketsFor(this.#port, [desk]);
    if (!visitor) throw new Error("no ticket");
    return visitor.token;
  }

  #sit(
    host: string,
    token: () => Promise<string>,
    conversations: readonly string[],
    side: 0 | 1,
  ): Promise<void> {
    return new Promise((resolve) => {
      let wasOpen = false;
      const link = openLink({
        token,
        onState: (state, code) => {
          if (state === "open" && !wasOpen) resolve();
          wasOpen ||= state === "open";
          const isBroken = wasOpen && (state === "lost" || state === "refused");
          if (isBroken && !this.#isOver)
            this.faults.push(`a connection was ${state}: ${code ?? ""}`);
        },
        environment: nodeEnvironment(() => this.#port, false, host),
      });
      this.#links.push(link);
      for (const conversation of conversations)
        this.#seats.push(this.#seat(link, conversation, side));
    });
  }

  #seat(link: Link, conversation: string, side: 0 | 1): Seat {
    const channel = link.channel({
      conversation,
      tab: randomBytes(16),
      handlers: {
        frame: ({ kind, payload }) => {
          if (kind === 1 && payload[0] !== side) this.#arrive(conversation, Buffer.from(payload));
        },
        closed: (code) => void (this.#isOver || this.faults.push(`a channel was closed: ${code}`)),
      },
    });
    return { side, channel, count: 0 };
  }

  #arrive(conversation: string, payload: Buffer): void {
    this.#arrived++;
    this.#times.push(performance.now() - payload.readDoubleBE(1));
    const from = `${conversation} ${payload[0]}`;
    const [before, now] = [this.#last.get(from) ?? 0, payload.readUInt32BE(9)];
    if (now !== before + 1) this.faults.push(`after word ${before} came word ${now}`);
    this.#last.set(from, now);
  }

  async #speak(): Promise<void> {
    for (;;) {
      for (const seat of this.#seats) {
        if (this.#isOver) return;
        this.#say(seat);
        await sleep(PERIOD_MS / this.#seats.length);
      }
    }
  }

  #say(seat: Seat): void {
    const payload = Buffer.alloc(PAYLOAD);
    payload[0] = seat.side;
    payload.writeDoubleBE(performance.now(), 1);
    payload.writeUInt32BE(++seat.count, 9);
    this.#said++;
    seat.channel.append(payload).then(
      () => this.#acknowledged++,
      (fault: Error) => this.#isOver || this.faults.push(`a word was refused: ${fault.message}`),
    );
  }
}
