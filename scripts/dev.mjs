import { fork } from "node:child_process";
import { once } from "node:events";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { ensurePackages, fail, requireNode } from "./ready.mjs";
import { house, parts } from "./vite.mjs";

requireNode();
const dist = join(house, "dist");
let server;
let timer;
let restarting = Promise.resolve();

/** One restart for a burst of finished builds. */
function restartSoon() {
  clearTimeout(timer);
  timer = setTimeout(() => (restarting = restarting.then(restart)), 150);
}

async function restart() {
  await stop();
  server = fork(join(dist, "server/main.server.js"), { execArgv: ["--enable-source-maps"] });
}

/** Ctrl-C has reached the server already; a second signal would cut its draining short. */
async function stop(signal = "SIGTERM") {
  if (!server || server.exitCode !== null || server.signalCode !== null) return;
  const ended = once(server, "exit");
  if (signal !== "SIGINT") server.kill(signal);
  await ended;
}

async function watch() {
  const { build } = await import("vite");
  // What lies in dist/ is now of our making: the next `npm start` builds anew.
  rmSync(join(dist, "stamp"), { force: true });
  const all = Object.entries(parts(dist));
  const pending = new Set(all.map(([name]) => name));
  for (const [name, config] of all) {
    const watcher = await build({ ...config, build: { ...config.build, watch: {} } });
    watcher.on("event", (event) => {
      if (event.code === "ERROR") console.error(`${name}: ${event.error.message}`);
      if (event.code !== "BUNDLE_END") return;
      console.log(`${name} built; reload the page`);
      void event.result.close();
      pending.delete(name);
      if (pending.size === 0) restartSoon();
    });
  }
}

for (const signal of ["SIGINT", "SIGTERM"]) {
  process.once(signal, async () => {
    clearTimeout(timer);
    await restarting;
    await stop(signal);
    process.exit(0);
  });
}
await ensurePackages(console.log).then(watch).catch(fail);
