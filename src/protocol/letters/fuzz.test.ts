import { describe, expect, it } from "vitest";
import type { Suite } from "../suite/types.ts";
import { planted } from "../testing/fuzz/planted.ts";
import { fuzzLetters } from "../testing/post-fuzz/histories.ts";

// A short sample, the same each time, or LETTER_HISTORIES of them; `npm run fuzz` plays others each time.

const SEED = 1;
const RUNS = Number(process.env["LETTER_HISTORIES"] ?? 40);

describe("random histories of mailboxes over a hostile server", () => {
  it("show what was written, in one line from the first letter, or refuse by name", async () => {
    const played = await fuzzLetters({ seed: SEED, numRuns: RUNS });
    expect(played.letters).toBeGreaterThan(RUNS);
  }, 120_000);

  it("with the very building blocks of the browser", async () => {
    const numRuns = Math.ceil(RUNS / 20);
    const played = await fuzzLetters({ seed: SEED, numRuns }, { real: true });
    expect(played.histories).toBe(numRuns);
  }, 120_000);
});

describe("a fault that was planted is found", () => {
  const found = async (plant: (suite: Suite) => Suite): Promise<string> => {
    const parameters = { seed: SEED, numRuns: 200, endOnFailure: true };
    const failure = await fuzzLetters(parameters, { plant }).catch((error: Error) => error);
    return failure instanceof Error ? String((failure.cause as Error).message) : "not found";
  };

  it("nobody looks at signatures", async () => {
    expect(await found(planted.signatures)).toMatch(/^(i|ii): /);
  }, 60_000);

  it("a seal opens to everybody", async () => {
    expect(await found(planted.seals)).toMatch(/^iii: /);
  }, 60_000);

  it("something throws that is no refusal", async () => {
    expect(await found(planted.throws)).toMatch(/planted/);
  }, 60_000);
});
