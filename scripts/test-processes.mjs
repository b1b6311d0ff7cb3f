import { ensurePrograms, findProgram } from "./apt.mjs";
import { fail } from "./ready.mjs";

/** `npm run test:processes`: several processes of the house behind HAProxy, with and without NATS. */
try {
  ensurePrograms("for several processes", {
    haproxy: () => findProgram("haproxy"),
    "nats-server": () => findProgram("nats-server"),
  });
} catch (error) {
  fail(`${error.message}\n0 passed, 1 failed`);
}
process.argv.push("--config", "vitest.processes.config.ts");
await import("./test.mjs");
