import { setTimeout as sleep } from "node:timers/promises";
import { percentile } from "../../bench/frame/statistics.ts";
import { bringIn, type Ears, type Seat, type Visitor } from "../../bench/live/crowd.ts";

const PAYLOAD = 600;
const PERIOD_MS = 500;
const HEADER = 13;

export interface Window {
  readonly said: number;
  /** Milliseconds from one side to the other. */
  readonly p50: number;
  readonly p99: number;
}

/**
 * Conversations that go on while others attack: each side says something twice a second. Everything has
 * to arrive, once and in order, over the connection that was there from the beginning.
 */
export class Talk implements Ears {
  readonly faults: string[] = [];
  readonly #last = new Map<string, number>();
  #times: number[] = [];
  #seats: readonly Seat[] = [];
  #said = 0;
  #arrived = 0;
  #acknowledged = 0;
  #isOver = false;
  #leave = (): void => undefined;

  async begin(port: number, visitors: readonly Visitor[]): Promise<void> {
    const { seats, leave } = await bringIn(port, visitors, new Map(), this);
    this.#seats = seats;
    this.#leave = leave;
    void this.#speak();
  }

  /** What has arrived since the last window. */
  window(): Window {
    const times = Float64Array.from(this.#times).sort();
    this.#times = [];
    return { said: times.length, p50: percentile(times, 0.5), p99: percentile(times, 0.99) };
  }

  async end(): Promise<void> {
    this.#isOver = true;
    for (let waited = 0; waited < 20_000 && !this.#isWhole; waited += 50) await sleep(50);
    if (!this.#isWhole)
      this.faults.push(
        `${this.#said} said, ${this.#acknowledged} acknowledged, ${this.#arrived} arrived`,
      );
    this.#leave();
  }

  get said(): number {
    return this.#said;
  }

  acknowledged(): void {
    this.#acknowledged++;
  }

  arrived(seat: Seat, payload: Buffer): void {
    this.#arrived++;
    this.#times.push(performance.now() - payload.readDoubleBE(1));
    const from = `${seat.conversation} ${payload[0]}`;
    const before = this.#last.get(from) ?? 0;
    const now = payload.readUInt32BE(9);
    if (now !== before + 1) this.faults.push(`after word ${before} of ${from} came word ${now}`);
    this.#last.set(from, now);
  }

  failed(reason: string): void {
    if (!this.#isOver) this.faults.push(reason);
  }

  get #isWhole(): boolean {
    return this.#arrived === this.#said && this.#acknowledged === this.#said;
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
    const bytes = Buffer.alloc(9 + HEADER + PAYLOAD);
    bytes[0] = 1;
    bytes.writeUInt32BE(seat.ch, 1);
    bytes.writeUInt32BE(++seat.ref, 5);
    bytes[9] = seat.side;
    bytes.writeDoubleBE(performance.now(), 10);
    bytes.writeUInt32BE(seat.ref, 18);
    this.#said++;
    seat.socket.bytes(bytes);
  }
}
