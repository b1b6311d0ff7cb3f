import { beforeEach, describe, expect, it } from "vitest";
import { Glances } from "./glances.server.ts";

const MINUTE = Date.parse("2026-11-26T18:32:00Z");
let clock: number;
let stored: { open: boolean };
let reads: number[];
let glances: Glances;
const read = async (minute: number): Promise<{ open: boolean }> => {
  reads.push(minute);
  return { ...stored };
};
const settled = (): Promise<void> => new Promise((done) => setImmediate(done));
const look = () => glances.look("mira", read);

beforeEach(() => {
  clock = MINUTE + 10_000;
  stored = { open: true };
  reads = [];
  glances = new Glances(() => clock);
});

describe("what pages show", () => {
  it("is read once for all who ask within a second, and again after it", async () => {
    const [one, two] = await Promise.all([look(), look()]);
    clock += 499;
    expect(await look()).toBe(one);
    expect([two === one, one.isFresh(), reads.length]).toEqual([true, true, 1]);
    stored = { open: false };
    clock += 501;
    expect(one.isFresh()).toBe(false);
    expect((await look()).value).toEqual({ open: false });
    expect(reads).toEqual([MINUTE, MINUTE]);
  });

  it("is read ahead of time while somebody asks, so that nobody waits", async () => {
    const one = await look();
    clock += 500;
    expect([one.isFresh(), one.isFresh(), reads.length]).toEqual([true, true, 2]);
    await settled();
    clock += 999;
    expect(one.isFresh()).toBe(true);
  });

  it("lives no longer because a reading ahead of time fails", async () => {
    let isAway = false;
    const one = await glances.look("vide", async () => {
      if (isAway) throw new Error("away");
      return "there";
    });
    isAway = true;
    clock += 999;
    expect(one.isFresh()).toBe(true);
    await settled();
    clock += 1;
    expect(one.isFresh()).toBe(false);
  });

  it("is the same object while nothing in it changes, and another when something does", async () => {
    const before = await look();
    clock += 1000;
    expect(await look()).toBe(before);
    stored = { open: false };
    clock += 1000;
    expect((await look()).value).toEqual(stored);
    expect(before.isFresh()).toBe(false);
  });

  it("may be nothing at all, and nothing is kept like anything else", async () => {
    const nothing = () => glances.look("nowhere", async () => undefined);
    const one = await nothing();
    expect([one.value, await nothing()]).toEqual([undefined, one]);
  });

  it("ends with the minute", async () => {
    clock = MINUTE + 59_900;
    const one = await look();
    clock += 99;
    expect(one.isFresh()).toBe(true);
    clock += 1;
    expect(one.isFresh()).toBe(false);
    await look();
    expect(reads).toEqual([MINUTE, MINUTE + 60_000]);
  });

  it("does not outlive a clock that is set back", async () => {
    const one = await look();
    clock -= 3_600_000;
    expect(one.isFresh()).toBe(false);
  });

  it("is read anew for those who ask after a change, though an older reading is under way", async () => {
    const answers: ((value: { open: boolean }) => void)[] = [];
    const slow = () => glances.look("mira", () => new Promise((resolve) => answers.push(resolve)));
    const before = slow();
    stored = { open: false };
    glances.forget();
    const after = slow();
    answers[1]?.({ open: false });
    expect((await after).value).toEqual({ open: false });
    // The older reading ends last, and must not take the newer one's place.
    answers[0]?.({ open: true });
    expect((await before).isFresh()).toBe(false);
    expect((await slow()).value).toEqual({ open: false });
    expect(answers).toHaveLength(2);
  });

  it("is asked for again after a reading that failed", async () => {
    const failing = glances.look("mira", () => Promise.reject(new Error("away")));
    await expect(failing).rejects.toThrow("away");
    expect((await look()).value).toEqual({ open: true });
  });
});
