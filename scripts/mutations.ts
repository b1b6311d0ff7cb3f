import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { Lane, type Verdict } from "./mutations/lane.ts";
import { allMutations } from "./mutations/list.ts";
import type { Mutation } from "./mutations/scan.ts";
import { NOT_RUN, NOTHING, readTable, type Row, TABLE, writeTable } from "./mutations/table.ts";

// npm run mutations                 every verification is taken out, one after the other: some test must fail
// npm run mutations -- --write      and docs/verifications.md is made anew
// npm run mutations -- --new        only what docs/verifications.md does not name yet (with --write: is added there)
// npm run mutations -- --fuzzer     also asks whether the fuzzer alone finds it
// npm run mutations -- --near       asks only the tests beside each file: quick, and may miss the test that fails
// npm run mutations -- TEXT         only those whose name holds the text

const LANES = 2;
const house = dirname(dirname(fileURLToPath(import.meta.url)));
const options = process.argv.slice(2).filter((one) => one.startsWith("--"));
const [text = ""] = process.argv.slice(2).filter((one) => !one.startsWith("--"));
const isNear = options.includes("--near");
const known = readTable(house);
const all = allMutations(house);
const chosen = all.filter(
  ({ id }) => id.includes(text) && !(options.includes("--new") && isProven(known.get(id))),
);
const rows = new Map<string, Row>();
const failures: string[] = [];
const began = Date.now();

await work();
report();

function isProven(row: Row | undefined): boolean {
  return row !== undefined && row.test !== NOTHING && row.test !== NOT_RUN;
}

async function work(): Promise<void> {
  const queue = [...chosen];
  const lanes = Array.from({ length: LANES }, () => new Lane(house));
  try {
    const [first] = lanes;
    const isWhole = queue.length > 0 && !isNear && !options.includes("--new");
    const clean = isWhole ? await first?.clean() : undefined;
    if (clean?.killed) throw new Error(`fails with everything in place: ${clean.test}`);
    await Promise.all(
      lanes.map(async (lane) => {
        for (let next = queue.shift(); next; next = queue.shift()) await judge(lane, next);
      }),
    );
  } catch (error) {
    failures.push(error instanceof Error ? error.message : String(error));
  } finally {
    await Promise.all(lanes.map((lane) => lane.close()));
  }
}

async function judge(lane: Lane, mutation: Mutation): Promise<void> {
  const before = known.get(mutation.id);
  const verdict: Verdict = await lane.judge(mutation, before?.test, isNear);
  const fuzzer = options.includes("--fuzzer")
    ? await lane.fuzz(mutation)
    : (before?.fuzzer ?? false);
  const test = verdict.killed ? verdict.test : NOTHING;
  rows.set(mutation.id, { test, fuzzer });
  // After each: a run that is cut short is taken up again with --new.
  if (options.includes("--write")) writeTable(house, all, new Map([...known, ...rows]));
  if (!verdict.killed) failures.push(`${mutation.id}\n  ${verdict.why}`);
  const mark = verdict.killed ? "ok  " : "LIVES";
  console.log(`${mark} ${mutation.id}\n     ${test}${fuzzer ? " (and the fuzzer)" : ""}`);
}

function report(): void {
  const seconds = ((Date.now() - began) / 1000).toFixed(0);
  for (const failure of failures) console.error(`\n${failure}`);
  const passed = [...rows.values()].filter(isProven).length;
  console.log(`${all.length} verifications, ${chosen.length} taken out, in ${seconds} s`);
  if (options.includes("--write")) console.log(`written: ${TABLE}`);
  console.log(`${passed} passed, ${failures.length} failed`);
  process.exitCode = failures.length > 0 || passed === 0 ? 1 : 0;
}
