import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensurePrograms, findProgram } from "./apt.mjs";
import { build } from "./build.mjs";
import { ensureChromium, ensureHeadlessShell } from "./chromium.mjs";
import { ensurePackages, fail, requireNode } from "./ready.mjs";
import { house } from "./vite.mjs";

/** Checks of another kind that failed before (.ci/run): one summary tells it all. */
const failedBefore = Number(process.env.LYKTA_FAILED_CHECKS ?? 0);

requireNode();
let [chromium, shell] = ["", ""];
try {
  await ensurePackages(console.log);
  shell = ensureHeadlessShell();
  chromium = ensureChromium();
  ensurePrograms("for the tests in a text browser", { w3m: () => findProgram("w3m") });
  await build(console.log);
} catch (error) {
  fail(`${error instanceof Error ? error.message : error}\n0 passed, 1 failed`);
}

const scratch = mkdtempSync(join(tmpdir(), "lykta-results-"));
const results = join(scratch, "results.json");
const total = count(await vitest());
rmSync(scratch, { recursive: true });
if (total.skipped > 0) console.log(`${total.skipped} skipped`);
console.log(`${total.passed} passed, ${total.failed + failedBefore} failed`);
process.exitCode = total.failed + failedBefore > 0 ? 1 : 0;

function vitest() {
  const program = join(house, "node_modules/vitest/vitest.mjs");
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${results}`];
  const args = [program, "run", ...reporters, ...process.argv.slice(2)];
  const env = { ...process.env, CHROMIUM_PATH: chromium, CHROMIUM_SHELL_PATH: shell };
  const child = spawn(process.execPath, args, { cwd: house, stdio: "inherit", env });
  // Ctrl-C reaches vitest too, which stops its servers; we wait for it.
  process.on("SIGINT", () => {});
  process.once("SIGTERM", () => child.kill("SIGTERM"));
  return new Promise((resolve) => child.once("exit", (status) => resolve(status ?? 1)));
}

/** A run that crashed, or that ran nothing, is a failure even where no single test failed. */
function count(exitCode) {
  let report;
  try {
    report = JSON.parse(readFileSync(results, "utf8"));
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
  const broken = report.testResults.filter(
    (file) =>
      file.status === "failed" && !file.assertionResults.some((one) => one.status === "failed"),
  );
  const failed = report.numFailedTests + broken.length;
  const passed = report.numPassedTests;
  const skipped = report.numPendingTests + report.numTodoTests;
  return { passed, skipped, failed: failed === 0 && (exitCode !== 0 || passed === 0) ? 1 : failed };
}
