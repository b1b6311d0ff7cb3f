import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { ensurePrograms } from "./apt.mjs";
import { fail } from "./ready.mjs";

/** `npm run test:processes`: several processes of the house behind HAProxy, with and without NATS. */
const find = (name) => {
  const directories = [...(process.env.PATH ?? "").split(delimiter), "/usr/sbin"];
  return directories.map((directory) => join(directory, name)).find((path) => existsSync(path));
};

try {
  ensurePrograms("for several processes", {
    haproxy: () => find("haproxy"),
    "nats-server": () => find("nats-server"),
  });
} catch (error) {
  fail(`${error.message}\n0 passed, 1 failed`);
}
process.argv.push("--config", "vitest.processes.config.ts");
await import("./test.mjs");
