import { afterAll, beforeAll, expect, test } from "vitest";
import { kinds } from "./attacks.ts";
import { holds } from "./holds.ts";
import { laySiege, type Siege } from "./siege.ts";

// A short sample of `npm run attacks`: a tenth of the size, a second each, correctness alone.

const sampled = [
  "slowHeads",
  "silentSockets",
  "requestFlood",
  "floodingDesk",
  "floodingSeeker",
  "bombs",
];
const small: Readonly<Record<string, readonly string[]>> = {
  // A tenth of them fills no room: nobody has to give way.
  slowHeads: ["cut", "opened"],
  silentSockets: ["answered"],
};

let siege: Siege;
beforeAll(async () => {
  siege = await laySiege(10, 0.1);
}, 120_000);
afterAll(() => siege.lift(), 60_000);

test.each(kinds.filter(({ kind }) => sampled.includes(kind)))(
  "others talk on through $kind, at a tenth of its size",
  async (kind) => {
    const suffered = await siege.attack(kind.kind, 1);
    holds(siege, { ...kind, sheds: [...kind.sheds, ...(small[kind.kind] ?? [])] }, suffered);
  },
  60_000,
);

test("and everything that they said has arrived, once and in order", async () => {
  await siege.talk.end();
  expect(siege.talk.faults).toEqual([]);
  expect(siege.talk.said).toBeGreaterThan(0);
});
