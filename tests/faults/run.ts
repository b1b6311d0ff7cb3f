// The random runs of `npm run faults`: how many, from which seed, and what became of them.

import { parseArgs } from "node:util";
import { writeFileSync } from "node:fs";
import { runWeather, type Tally } from "./weather.server.ts";

const { values } = parseArgs({
  options: {
    runs: { type: "string", default: "3000" },
    seed: { type: "string", default: String(Math.floor(Math.random() * 2 ** 31)) },
    lanes: { type: "string", default: "40" },
    results: { type: "string" },
  },
});
/** A house lives through so many conversations, then is looked through from top to bottom. */
const RUNS_OF_A_HOUSE = 500;
const TELL_MS = 10_000;

const [all, seed, lanes] = [Number(values.runs), Number(values.seed), Number(values.lanes)];
const began = performance.now();
const tell = (line: string): void => void process.stdout.write(`${line}\n`);
const sum: Tally = {
  ...{ runs: 0, failed: 0, struck: 0, acknowledged: 0, ended: 0 },
  ...{ strikes: new Map<string, number>(), missed: [], breaches: [] },
};

function add(tally: Tally): void {
  for (const name of ["runs", "failed", "struck", "acknowledged", "ended"] as const)
    sum[name] += tally[name];
  for (const [kind, count] of tally.strikes)
    sum.strikes.set(kind, (sum.strikes.get(kind) ?? 0) + count);
  sum.breaches.push(...tally.breaches);
}

async function main(): Promise<void> {
  tell(`Random runs: ${all}, seed ${seed} (again with --seed ${seed} --runs ${all})`);
  let toldAt = performance.now();
  for (let house = 0; sum.runs < all; house++) {
    const before = { runs: sum.runs, failed: sum.failed };
    const runs = Math.min(RUNS_OF_A_HOUSE, all - sum.runs);
    const told = ({ runs: now, failed }: Tally): void => {
      if (performance.now() - toldAt < TELL_MS) return;
      toldAt = performance.now();
      const seconds = Math.round((toldAt - began) / 1000);
      tell(`  ${before.runs + now} of ${all}, ${before.failed + failed} failed, ${seconds} s`);
    };
    add(await runWeather({ seed: seed + house, runs, lanes, told }));
  }
  for (const breach of sum.breaches) tell(`  ${breach}`);
  const seconds = Math.round((performance.now() - began) / 1000);
  const strikes = Object.fromEntries(sum.strikes);
  const { runs, failed, struck, acknowledged, ended } = sum;
  const report = { seed, runs, failed, struck, acknowledged, ended, strikes, seconds };
  if (values.results) writeFileSync(values.results, JSON.stringify(report));
  else tell(JSON.stringify(report, undefined, 2));
  process.exit(failed > 0 ? 1 : 0);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exit(1);
});
