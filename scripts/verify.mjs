import { spawnSync } from "node:child_process";
import { build } from "./build.mjs";
import { ensurePackages, fail, requireNode } from "./ready.mjs";
import { house } from "./vite.mjs";

/** Everything that a change must pass. `--static` leaves out the tests. */
const withTests = !process.argv.includes("--static");

const node = (...args) => [process.execPath, ...args];
const bin = (path, ...args) => node(`node_modules/${path}`, ...args);
const steps = [
  [
    "format",
    bin("oxfmt/bin/oxfmt", "--check", "src", "tests", "scripts", "bench", "vitest.config.ts"),
    "run `npm run format`",
  ],
  ["types of the server", bin("typescript/bin/tsc", "-p", "tsconfig.server.json")],
  ["types of the browser", bin("typescript/bin/tsc", "-p", "tsconfig.browser.json")],
  ["lint and cycles", bin("oxlint/bin/oxlint", "--deny-warnings")],
  ["boundaries", bin("tsx/dist/cli.mjs", "scripts/boundaries.ts")],
  ["unused code", bin("knip/bin/knip.js", "--no-progress")],
  ["sizes", node("scripts/sizes.mjs")],
  ["what the server sees", bin("tsx/dist/cli.mjs", "scripts/what-the-server-sees.ts", "--check")],
];

requireNode();
await ensurePackages(console.log)
  .then(() => build(console.log))
  .catch(fail);
const failed = steps.filter(([name, command, hint]) => !passes(name, command, hint));
if (failed.length > 0) console.error(`\nFailed: ${failed.map(([name]) => name).join(", ")}`);
if (withTests) test(failed.length);
else process.exitCode = failed.length;

function passes(name, [file, ...args], hint) {
  const began = Date.now();
  const { status, stdout, stderr } = spawnSync(file, args, { cwd: house, encoding: "utf8" });
  const seconds = ((Date.now() - began) / 1000).toFixed(1);
  console.log(`${status === 0 ? "ok    " : "FAILED"} ${name} (${seconds} s)`);
  if (status !== 0) console.error([stdout.trim(), stderr.trim(), hint].filter(Boolean).join("\n"));
  return status === 0;
}

function test(failedChecks) {
  const env = { ...process.env, LYKTA_FAILED_CHECKS: String(failedChecks) };
  const { status } = spawnSync(process.execPath, ["scripts/test.mjs"], {
    cwd: house,
    stdio: "inherit",
    env,
  });
  process.exitCode = status ?? 1;
}
