import { beforeAll, describe, expect, it } from "vitest";
import { openHouse } from "../testing/fuzz/house.ts";
import type { House } from "../testing/fuzz/house.ts";
import { fuzz } from "../testing/fuzz/reckoning.ts";
import type { Kind } from "../testing/fuzz/reckoning.ts";
import { planted, wordsAfterASign } from "../testing/fuzz/planted.ts";
import type { Fault } from "../testing/fuzz/planted.ts";

// A short sample, the same each time. `npm run fuzz` plays thousands, others each time, and says how to play one again.

const SEED = 1;
const RUNS = 50;

let house: House;
beforeAll(async () => {
  house = await openHouse();
});

describe("random histories", () => {
  it("over an honest server: nobody is told of anything wrong, nobody is stuck, all read the same", async () => {
    await fuzz(house, "honest", { seed: SEED, numRuns: RUNS });
  }, 120_000);

  it("over a hostile server: none but those in the room read, and who sees something else is told", async () => {
    const played = await fuzz(house, "hostile", { seed: SEED, numRuns: 2 * RUNS });
    // Where a tab knows that its log is another, nothing can be demanded of what it shows.
    expect(played.open / played.pairs).toBeGreaterThan(0.5);
    expect(played.ends).toBeGreaterThan(RUNS / 5);
  }, 120_000);

  it("with the very building blocks of the browser", async () => {
    const real = await openHouse(true);
    await fuzz(real, "hostile", { seed: SEED, numRuns: Math.ceil(RUNS / 12) });
  }, 120_000);
});

describe("a fault that was planted is found", () => {
  const found = async (kind: Kind, fault: Fault): Promise<string> => {
    const parameters = { seed: SEED, numRuns: 400, endOnFailure: true };
    const failure = await fuzz(house, kind, parameters, fault).catch((error: Error) => error);
    return failure instanceof Error ? String((failure.cause as Error).message) : "not found";
  };

  it("nobody looks at signatures", async () => {
    expect(await found("hostile", { suite: planted.signatures })).toMatch(/^(i|iii): /);
  });

  it("all seal under one key", async () => {
    expect(await found("honest", { suite: planted.keys })).toMatch(
      /^v: .* a key and a nonce again/,
    );
  });

  it("nobody compares what log she was given", async () => {
    expect(await found("hostile", { suite: planted.log })).toMatch(/^iii: .* neither is told/);
  }, 60_000);

  it("words are lost to whoever was told of something before", async () => {
    expect(await found("hostile", { loses: wordsAfterASign })).toMatch(/^iii: .* neither is told/);
  }, 60_000);

  it("something throws that is no refusal", async () => {
    expect(await found("hostile", { suite: planted.throws })).toMatch(/^iv: .*planted/);
  });
});
