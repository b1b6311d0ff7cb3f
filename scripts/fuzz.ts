import { openHouse } from "../src/protocol/testing/fuzz/house.ts";
import { fuzz } from "../src/protocol/testing/fuzz/reckoning.ts";
import type { Kind, Played } from "../src/protocol/testing/fuzz/reckoning.ts";

// npm run fuzz -- [histories]      (2,000 without a number)
// FUZZ_KIND=honest|hostile FUZZ_SEED=… FUZZ_PATH=… plays one failed batch again; FUZZ_REAL=1 with the browser's own
// building blocks, which takes some twenty times as long.

const BATCH = 100;
const histories = Number(process.argv[2] ?? process.env["FUZZ_HISTORIES"] ?? 2000);
const { FUZZ_KIND: onlyKind, FUZZ_SEED: onlySeed, FUZZ_PATH: path, FUZZ_REAL: real } = process.env;
const kinds: readonly Kind[] =
  onlyKind === "honest" || onlyKind === "hostile" ? [onlyKind] : ["honest", "hostile"];

const house = await openHouse(real !== undefined);
const total: Record<Kind, Played> = { honest: nothing(), hostile: nothing() };
let failed = 0;
const began = Date.now();
for (let left = histories, turn = 0; left > 0; left -= BATCH, turn++) {
  const kind = kinds[turn % kinds.length] ?? "hostile";
  await batch(kind, Math.min(BATCH, left));
  if (onlySeed !== undefined) break;
}
report();

function nothing(): Played {
  return { histories: 0, steps: 0, frames: 0 };
}

async function batch(kind: Kind, numRuns: number): Promise<void> {
  const seed = Number(onlySeed ?? Math.trunc(Math.random() * 0x7fff_ffff));
  try {
    const played = await fuzz(house, kind, { numRuns, seed, ...(path !== undefined && { path }) });
    for (const what of ["histories", "steps", "frames"] as const) total[kind][what] += played[what];
  } catch (error) {
    failed += 1;
    const { message, cause } = error as Error;
    console.error(`\n${kind}, FUZZ_KIND=${kind} FUZZ_SEED=${seed} plays it again.\n${message}`);
    console.error(cause instanceof Error ? cause.message : "");
  }
}

function report(): void {
  const seconds = ((Date.now() - began) / 1000).toFixed(0);
  for (const kind of kinds) {
    const { histories: played, steps, frames } = total[kind];
    console.log(`${kind}: ${played} histories, ${steps} steps, ${frames} frames`);
  }
  const passed = total.honest.histories + total.hostile.histories;
  console.log(`in ${seconds} s${real === undefined ? "" : ", with the browser's building blocks"}`);
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
}
