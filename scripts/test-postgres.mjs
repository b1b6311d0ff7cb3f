import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { ensurePrograms } from "./apt.mjs";
import { ensurePackages, fail } from "./ready.mjs";
import { house } from "./vite.mjs";

/**
 * `npm run test:postgres`: the tests of `npm test` on Debian's PostgreSQL 15, or on the server that
 * DATABASE_URL names (as its superuser), and the stories of a primary and its standby.
 */
const bin = process.env.LYKTA_POSTGRES_BIN ?? "/usr/lib/postgresql/15/bin";
let server;
try {
  ensurePrograms("for the tests on a server", {
    haproxy: () => existsSync("/usr/sbin/haproxy"),
    "postgresql-15": () => existsSync(join(bin, "pg_basebackup")),
  });
  await ensurePackages(console.log);
  process.env.DATABASE_URL ??= await start();
} catch (error) {
  fail(`${error.message}\n0 passed, 1 failed`);
}
process.argv.push("--config", "vitest.postgres.config.ts");
await import("./test.mjs");
// It ends with its input.
server?.stdin.end();

/** A temporary one, on the loopback; resolves to its address. */
function start() {
  const tsx = join(house, "node_modules/tsx/dist/cli.mjs");
  const args = [tsx, "tests/factories/postgres-run.server.ts"];
  server = spawn(process.execPath, args, { cwd: house, stdio: ["pipe", "pipe", "inherit"] });
  return new Promise((resolve, reject) => {
    createInterface({ input: server.stdout }).once("line", resolve);
    server.once("exit", () => reject(new Error("PostgreSQL did not start.")));
  });
}
