import type { JourId } from "../platform/database/index.server.ts";
import type { Live } from "../platform/live/index.server.ts";
import { errorFields, log } from "../platform/log.ts";
import { bucketOf, type Measure, waitingMeasure } from "../statistics/index.ts";
import type { Counters } from "../statistics/index.server.ts";
import type { ClosedCode } from "./contract.ts";
import type { Conversation } from "./fold.ts";
import { DESERTED_MS, overdue } from "./policy.ts";
import type { Clocks, LiveStanding, Standings } from "./standings.server.ts";

const SWEEP_MS = 5000;

export interface EndingParts extends Clocks {
  readonly live: Live;
  readonly standings: Standings;
  readonly counters: Counters;
  readonly graceMs: number;
  readonly sweepMs?: number;
}

type EndCode = "ended" | "abandoned" | "expired";

/** How conversations end, and the little that is counted of them. */
export class Endings {
  readonly #parts: EndingParts;
  readonly #timer: NodeJS.Timeout;

  constructor(parts: EndingParts) {
    this.#parts = parts;
    this.#timer = setInterval(() => void this.#sweep(), parts.sweepMs ?? SWEEP_MS);
    this.#timer.unref();
  }

  /** Resolves when key and rows are destroyed, or when it cannot be done now. */
  async end(
    { id, state }: LiveStanding,
    code: EndCode & ClosedCode,
  ): Promise<{ ok: true } | { ok: false; code: "gone" | "try-again" }> {
    const ended = await this.#parts.live.log.destroy(id, code);
    if (!ended.ok) return ended;
    const { now } = this.#parts;
    if (state.firstTaken === null) this.count(state, "unanswered", now() - state.since);
    else this.count(state, "length", now() - state.firstTaken);
    return { ok: true };
  }

  /** Taken for the first time: how long she waited, by the place at which she came. */
  countWaiting(state: Conversation): void {
    this.count(state, waitingMeasure(state.place), this.#parts.now() - state.since);
  }

  count(state: Conversation, measure: Measure, milliseconds: number): void {
    const { face, door } = state;
    const jour = state.jour as JourId;
    const bucket = bucketOf(milliseconds);
    this.#parts.counters.count({ jour, face, door, channel: "chat", measure, bucket });
  }

  close(): void {
    clearInterval(this.#timer);
  }

  async #sweep(): Promise<void> {
    const { standings, graceMs, elapsed } = this.#parts;
    const time = elapsed();
    for (const standing of [...standings.all()]) {
      const code = overdue(standing, graceMs, time);
      if (code) {
        await this.end(standing, code).catch((error: unknown) =>
          log.error("end-failed", { error: errorFields(error) }),
        );
      } else if (isJustDeserted(standing, time)) standings.touch(standing);
    }
  }
}

/** Within the last sweeps: no event tells of it. */
function isJustDeserted({ desertedSince }: LiveStanding, now: number): boolean {
  if (desertedSince === null) return false;
  const over = now - desertedSince - DESERTED_MS;
  return over >= 0 && over < SWEEP_MS * 4;
}
