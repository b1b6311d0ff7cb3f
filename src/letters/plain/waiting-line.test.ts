import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { JourId } from "../../platform/database/index.server.ts";
import { PLAIN_LETTERS } from "../policy.ts";
import { WaitingLine } from "./waiting-line.server.ts";

const jour = "mira" as JourId;
const { atOnce, refillMs, mostWaiting, patienceMs } = PLAIN_LETTERS;

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** Draws in a fixed order that looks like lots. */
function lots(): (below: number) => number {
  let seed = 7;
  return (below) => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed % below;
  };
}

const open = (): WaitingLine => new WaitingLine(() => Date.now(), lots());

/** Someone who sends, and tells how it went. */
function sender(line: WaitingLine, crowd: string, signal?: AbortSignal) {
  const state: { is: "waits" | "in" | "out"; at: number } = { is: "waits", at: 0 };
  const wait = async (): Promise<void> => {
    state.is = (await line.enter(jour, crowd, signal)) ? "in" : "out";
    state.at = Date.now();
  };
  void wait();
  return state;
}
type Sender = ReturnType<typeof sender>;
const settled = (): Promise<void> => vi.advanceTimersByTimeAsync(0).then(() => undefined);
const inside = (all: readonly Sender[]): number => all.filter(({ is }) => is === "in").length;

/** A flood that fills what there is and sends a new letter whenever one of its own is through. */
async function flood(line: WaitingLine, crowds: readonly string[]) {
  const all: Sender[] = [];
  const fill = (): void => {
    const waits = all.filter(({ is }) => is === "waits").length;
    for (let n = waits; n < mostWaiting + 50; n++)
      all.push(sender(line, crowds[all.length % crowds.length] ?? ""));
  };
  for (let n = 0; n < atOnce; n++) all.push(sender(line, crowds[0] ?? ""));
  await settled();
  fill();
  await settled();
  return { all, fill };
}

describe("letters without script, in a flood", () => {
  it("are let in at once while it is calm", async () => {
    const line = open();
    const all = Array.from({ length: atOnce }, () => sender(line, "a"));
    await settled();
    expect(inside(all)).toBe(atOnce);
  });

  it("from one network: she who writes from another is let in within two turns", async () => {
    const line = open();
    const { all, fill } = await flood(line, ["flood"]);
    const began = Date.now();
    const sara = sender(line, "sara");
    for (let step = 0; step < 20 && sara.is === "waits"; step++) {
      await vi.advanceTimersByTimeAsync(refillMs / 4);
      fill();
    }
    expect(sara.is).toBe("in");
    expect(sara.at - began).toBeLessThanOrEqual(2 * refillMs);
    expect(inside(all)).toBeGreaterThan(atOnce);
  });

  it("from as many networks as can wait: nobody is promised a turn, and no more are let in", async () => {
    const line = open();
    const crowds = Array.from({ length: 400 }, (_, n) => `flood ${n}`);
    const { all, fill } = await flood(line, crowds);
    for (let step = 0; step < 40; step++) {
      await vi.advanceTimersByTimeAsync(refillMs / 4);
      fill();
    }
    expect(inside(all)).toBe(atOnce + 10);
  });

  it("where all share one network: she has her chance at each turn, as anybody else", async () => {
    let came = 0;
    const draw = lots();
    for (let round = 0; round < 30; round++) {
      const line = new WaitingLine(() => Date.now(), draw);
      for (let n = 0; n < atOnce; n++) sender(line, "");
      for (let n = 0; n < 9; n++) sender(line, "");
      const sara = sender(line, "");
      await vi.advanceTimersByTimeAsync(patienceMs + 1);
      if (sara.is === "in") came++;
    }
    // Two or three turns for ten who wait: about seven of thirty.
    expect(came).toBeGreaterThan(2);
    expect(came).toBeLessThan(16);
  });

  it("wait so long and no longer; whoever has gone takes nobody's turn", async () => {
    const line = open();
    await flood(line, ["flood"]);
    const leaving = new AbortController();
    const [gone, patient] = [sender(line, "gone", leaving.signal), sender(line, "flood")];
    leaving.abort();
    await settled();
    expect(gone.is).toBe("out");
    await vi.advanceTimersByTimeAsync(patienceMs + 1);
    expect(patient.is).not.toBe("waits");
    await vi.advanceTimersByTimeAsync(atOnce * refillMs);
    const calm = Array.from({ length: atOnce }, () => sender(line, "new"));
    await settled();
    expect(inside(calm)).toBe(atOnce);
    expect(vi.getTimerCount()).toBe(0);
  });

  it("go on by a clock that was set back", async () => {
    const line = open();
    await flood(line, ["flood"]);
    vi.setSystemTime(Date.now() - 86_400_000);
    const sara = sender(line, "sara");
    await vi.advanceTimersByTimeAsync(2 * refillMs);
    expect(sara.is).toBe("in");
  });
});
