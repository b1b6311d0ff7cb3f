import { join } from "node:path";
import { ensurePrograms, findProgram } from "./apt.mjs";
import { build } from "./build.mjs";
import { ensureChromium } from "./chromium.mjs";
import { ensurePackages, fail, requireNode, run } from "./ready.mjs";
import { house } from "./vite.mjs";

/** The benchmarks: `npm run bench -- help`. They measure what `npm start` runs, so it is built first. */
requireNode();
try {
  await ensurePackages(console.log);
  process.env.CHROMIUM_PATH = ensureChromium();
  ensurePrograms("beside which pages are measured", { "nginx-light": () => findProgram("nginx") });
  await build(console.log);
  const tsx = join(house, "node_modules/tsx/dist/cli.mjs");
  await run(process.execPath, [tsx, "bench/run.ts", ...process.argv.slice(2)]);
} catch (error) {
  fail(error);
}
