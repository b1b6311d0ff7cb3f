import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { ensurePackages, fail, requireNode } from "./ready.mjs";
import { house } from "./vite.mjs";

/**
 * `npm run faults [-- --runs N --seed N --lanes N --stories-only --random-only]`: the stories and the
 * random runs of tests/faults, then one table. Parts that need more than is there are told as not run.
 */
const only = (name) => process.argv.includes(`--${name}-only`);
const options = process.argv.slice(2).filter((option) => !option.endsWith("-only"));
const began = Date.now();
const scratch = mkdtempSync(join(tmpdir(), "lykta-results-"));
const rows = [];

requireNode();
await ensurePackages(console.log).catch(fail);
if (!only("random")) {
  ensureDebianPackages();
  rows.push(...(await stories()));
}
if (!only("stories")) rows.push(...(await randomRuns()));
rmSync(scratch, { recursive: true });
print();

/** Debian's strace and faketime, where this may be installed; otherwise what needs them is not run. */
function ensureDebianPackages() {
  const missing = ["strace", "faketime"].filter(
    (name) => spawnSync("sh", ["-c", `command -v ${name}`]).status !== 0,
  );
  if (missing.length === 0) return;
  const mayInstall = process.getuid?.() === 0 && spawnSync("apt-get", ["--version"]).status === 0;
  if (!mayInstall) {
    console.log(`Not run without: apt-get install ${missing.join(" ")} (and root)`);
    return;
  }
  console.log(`Installing ${missing.join(" and ")} from Debian, for slow disks and false clocks`);
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const apt = (...args) => spawnSync("apt-get", args, { env, stdio: "ignore" });
  apt("update", "-q");
  apt("install", "-y", "-q", "--no-install-recommends", ...missing);
}

function run(args) {
  const child = spawn(process.execPath, args, { cwd: house, stdio: "inherit" });
  // Ctrl-C reaches the child too, which stops what it has started; we wait for it.
  process.on("SIGINT", () => {});
  process.once("SIGTERM", () => child.kill("SIGTERM"));
  return new Promise((resolve) => child.once("exit", (status) => resolve(status ?? 1)));
}

async function stories() {
  const results = join(scratch, "stories.json");
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${results}`];
  const vitest = join(house, "node_modules/vitest/vitest.mjs");
  await run([vitest, "run", "--config", "vitest.faults.config.ts", ...reporters]);
  const report = read(results);
  if (!report) return [{ what: "stories", passed: 0, failed: 1, missing: 0, seconds: 0 }];
  return report.testResults.flatMap((file) => rowsOf(file));
}

/** One row for each group of tests in a file. */
function rowsOf({ name, status, assertionResults, startTime, endTime }) {
  const file = basename(name).replace(/\..*/, "");
  const groups = new Map();
  for (const one of assertionResults) {
    const what = `${file}: ${one.ancestorTitles[0] ?? one.title}`;
    const row = groups.get(what) ?? { what, passed: 0, failed: 0, missing: 0, seconds: 0 };
    groups.set(what, row);
    row[{ passed: "passed", failed: "failed" }[one.status] ?? "missing"]++;
    row.seconds += (one.duration ?? 0) / 1000;
  }
  if (status === "failed" && ![...groups.values()].some(({ failed }) => failed > 0)) {
    const seconds = (endTime - startTime) / 1000;
    groups.set(file, { what: file, passed: 0, failed: 1, missing: 0, seconds });
  }
  return [...groups.values()];
}

async function randomRuns() {
  const results = join(scratch, "random.json");
  const tsx = join(house, "node_modules/tsx/dist/cli.mjs");
  await run([tsx, "tests/faults/run.ts", ...options, "--results", results]);
  const report = read(results);
  if (!report) return [{ what: "random runs", passed: 0, failed: 1, missing: 0, seconds: 0 }];
  const { seed, runs, failed, struck, acknowledged, ended, strikes, seconds } = report;
  console.log(`\nBlows upon the house during the random runs (seed ${seed}):`);
  for (const [kind, count] of Object.entries(strikes).toSorted(([a], [b]) => (a < b ? -1 : 1)))
    console.log(`  ${String(count).padStart(6)}  ${kind}`);
  console.log(
    `  ${struck} of ${runs} conversations lived through at least one; ` +
      `${acknowledged} frames and ${ended} ends were acknowledged`,
  );
  return [{ what: "random runs", passed: runs - failed, failed, missing: 0, seconds }];
}

function read(path) {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return undefined;
  }
}

function print() {
  const width = Math.max(...rows.map(({ what }) => what.length));
  const cells = (...all) => all.map((cell) => String(cell).padStart(9)).join("");
  console.log(`\n${"what".padEnd(width)}${cells("passed", "failed", "not run", "seconds")}`);
  const sum = { passed: 0, failed: 0, missing: 0 };
  for (const { what, passed, failed, missing, seconds } of rows) {
    console.log(`${what.padEnd(width)}${cells(passed, failed, missing, seconds.toFixed(1))}`);
    sum.passed += passed;
    sum.failed += failed;
    sum.missing += missing;
  }
  console.log(`\n${Math.round((Date.now() - began) / 1000)} s`);
  if (sum.missing > 0) console.log(`${sum.missing} not run: they need root, Linux or the packages`);
  console.log(`${sum.passed} passed, ${sum.failed} failed`);
  process.exitCode = sum.failed > 0 ? 1 : 0;
}
