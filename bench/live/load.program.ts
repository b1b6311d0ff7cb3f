import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { percentile } from "../frame/statistics.ts";
import { bringIn, type Ears, type Seat, type Visitor } from "./crowd.ts";

// The load generator, a program of its own: `node load.program.ts ORDER`, where ORDER is a JSON file.

export interface LoadOrder {
  readonly port: number;
  readonly visitors: readonly Visitor[];
  /** The last number that is known of each conversation. */
  readonly after: Readonly<Record<string, number>>;
  /** 'schedule': each side says one message a second, whatever happens. 'closed': the next as soon as the last is durable. */
  readonly mode: "schedule" | "closed" | "idle";
  readonly warmSeconds: number;
  readonly seconds: number;
}

export interface LoadReport {
  readonly sent: number;
  /** Milliseconds from the moment when a message was due until the other side had it: shares of all. */
  readonly p50: number;
  readonly p90: number;
  readonly p99: number;
  readonly p999: number;
  readonly most: number;
  readonly perSecond: number;
  readonly after: Readonly<Record<string, number>>;
}

const PAYLOAD = 600;
const PERIOD_MS = 1000;
const QUIET_MS = 2000;

/** Counts and times what falls between `from` and `until`; everything has to arrive, once. */
class Round implements Ears {
  readonly times: number[] = [];
  from = Number.POSITIVE_INFINITY;
  until = Number.POSITIVE_INFINITY;
  sent = 0;
  arrivedCount = 0;
  acknowledgedCount = 0;
  measured = 0;
  next = (_seat: Seat): void => undefined;

  say(seat: Seat, due: number): void {
    const bytes = Buffer.alloc(9 + PAYLOAD);
    bytes[0] = 1;
    bytes.writeUInt32BE(seat.ch, 1);
    bytes.writeUInt32BE(++seat.ref, 5);
    bytes[9] = seat.side;
    bytes.writeDoubleBE(due, 10);
    this.sent++;
    seat.socket.bytes(bytes);
  }

  acknowledged(seat: Seat): void {
    this.acknowledgedCount++;
    const now = performance.now();
    if (now >= this.from && now < this.until) this.measured++;
    this.next(seat);
  }

  arrived(_seat: Seat, payload: Buffer): void {
    this.arrivedCount++;
    const due = payload.readDoubleBE(1);
    if (due >= this.from && due < this.until) this.times.push(performance.now() - due);
  }

  failed(reason: string): void {
    console.error(reason);
    process.exit(1);
  }

  async allArrived(): Promise<void> {
    for (let waited = 0; waited < 30_000; waited += 50) {
      if (this.arrivedCount >= this.sent && this.acknowledgedCount >= this.sent) break;
      await sleep(50);
    }
    if (this.arrivedCount === this.sent && this.acknowledgedCount === this.sent) return;
    this.failed(
      `${this.sent} sent, ${this.acknowledgedCount} acknowledged, ${this.arrivedCount} arrived`,
    );
  }
}

/** The moments stand before the load begins: who is answered late is late with the next one too. */
async function bySchedule(round: Round, seats: readonly Seat[], until: number): Promise<void> {
  const phases = seats
    .map((seat, index) => ({ seat, phase: (PERIOD_MS * ((index * 0.618034) % 1)) % PERIOD_MS }))
    .sort((a, b) => a.phase - b.phase);
  const begun = performance.now() + 100;
  for (let turn = 0; ; turn++) {
    for (const { seat, phase } of phases) {
      const due = begun + turn * PERIOD_MS + phase;
      if (due >= until) return;
      while (performance.now() < due) await sleep(1);
      round.say(seat, due);
    }
  }
}

async function run(order: LoadOrder): Promise<void> {
  const round = new Round();
  const after = new Map(Object.entries(order.after));
  const crowd = await bringIn(order.port, order.visitors, after, round);
  await sleep(QUIET_MS);
  if (order.mode === "idle") {
    process.send?.("begin");
    return void process.once("message", () => process.exit(0));
  }
  round.from = performance.now() + order.warmSeconds * 1000;
  round.until = round.from + order.seconds * 1000;
  setTimeout(() => process.send?.("begin"), order.warmSeconds * 1000);
  setTimeout(() => process.send?.("end"), (order.warmSeconds + order.seconds) * 1000);
  if (order.mode === "schedule") await bySchedule(round, crowd.seats, round.until);
  else {
    round.next = (seat) => performance.now() < round.until && round.say(seat, performance.now());
    for (const seat of crowd.seats) round.say(seat, performance.now());
    await sleep(round.until - performance.now());
  }
  await round.allArrived();
  crowd.leave();
  process.send?.(reportOf(round, order, crowd.last), () => process.exit(0));
}

function reportOf(round: Round, order: LoadOrder, last: Map<string, number>): LoadReport {
  const times = Float64Array.from(round.times).sort();
  return {
    sent: round.measured,
    p50: percentile(times, 0.5),
    p90: percentile(times, 0.9),
    p99: percentile(times, 0.99),
    p999: percentile(times, 0.999),
    most: times.at(-1) ?? Number.NaN,
    perSecond: round.measured / order.seconds,
    after: { ...order.after, ...Object.fromEntries(last) },
  };
}

await run(JSON.parse(readFileSync(process.argv[2] ?? "", "utf8")) as LoadOrder);
