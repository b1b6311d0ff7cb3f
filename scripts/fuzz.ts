import { openHouse } from "../src/protocol/testing/fuzz/house.ts";
import { fuzz } from "../src/protocol/testing/fuzz/reckoning.ts";
import type { Kind as OfTalk } from "../src/protocol/testing/fuzz/reckoning.ts";
import { fuzzLetters } from "../src/protocol/testing/post-fuzz/histories.ts";

// npm run fuzz -- [histories]      (2,000 without a number)
// FUZZ_KIND=honest|hostile|letters FUZZ_SEED=… FUZZ_PATH=… plays one failed batch again; FUZZ_REAL=1 with the browser's own
// building blocks, which takes some twenty times as long.

const BATCH = 100;
const histories = Number(process.argv[2] ?? process.env["FUZZ_HISTORIES"] ?? 2000);
const { FUZZ_KIND: onlyKind, FUZZ_SEED: onlySeed, FUZZ_PATH: path, FUZZ_REAL: real } = process.env;
/** Conversations over an honest and over a hostile server; mailboxes over a hostile one. */
type Kind = OfTalk | "letters";
const COUNTED = ["histories", "steps", "frames", "pairs", "open", "ends"] as const;
type Played = Record<(typeof COUNTED)[number], number>;
const all: readonly Kind[] = ["honest", "hostile", "letters"];
const chosen = all.filter((kind) => kind === onlyKind);
const kinds = chosen.length > 0 ? chosen : all;

const house = await openHouse(real !== undefined);
const total: Record<Kind, Played> = { honest: nothing(), hostile: nothing(), letters: nothing() };
let failed = 0;
const began = Date.now();
for (let left = histories, turn = 0; left > 0; left -= BATCH, turn++) {
  const kind = kinds[turn % kinds.length] ?? "hostile";
  await batch(kind, Math.min(BATCH, left));
  if (onlySeed !== undefined) break;
}
report();

function nothing(): Played {
  return { histories: 0, steps: 0, frames: 0, pairs: 0, open: 0, ends: 0 };
}

async function batch(kind: Kind, numRuns: number): Promise<void> {
  const seed = Number(onlySeed ?? Math.trunc(Math.random() * 0x7fff_ffff));
  try {
    const played = await play(kind, { numRuns, seed, ...(path !== undefined && { path }) });
    for (const what of COUNTED) total[kind][what] += played[what];
  } catch (error) {
    failed += 1;
    const { message, cause } = error as Error;
    console.error(`\n${kind}, FUZZ_KIND=${kind} FUZZ_SEED=${seed} plays it again.\n${message}`);
    console.error(cause instanceof Error ? cause.message : "");
  }
}

async function play(
  kind: Kind,
  parameters: { numRuns: number; seed: number; path?: string },
): Promise<Played> {
  if (kind !== "letters") return fuzz(house, kind, parameters);
  const { letters: frames, ...played } = await fuzzLetters(parameters, { real: house.real });
  return { ...nothing(), ...played, frames };
}

function report(): void {
  const seconds = ((Date.now() - began) / 1000).toFixed(0);
  for (const kind of kinds) {
    const { histories: played, steps, frames, pairs, open, ends } = total[kind];
    const what = kind === "letters" ? "letters" : "frames";
    console.log(`${kind}: ${played} histories, ${steps} steps, ${frames} ${what}`);
    if (pairs === 0) continue;
    const share = Math.round((100 * open) / pairs);
    console.log(`  ${open} of ${pairs} pairs (${share} %) had to show the same or be told of it;`);
    console.log(`  in the others one knew that her log was another. ${ends} ends were confirmed`);
  }
  const passed = kinds.reduce((sum, kind) => sum + total[kind].histories, 0);
  console.log(`in ${seconds} s${real === undefined ? "" : ", with the browser's building blocks"}`);
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
}
