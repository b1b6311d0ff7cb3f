import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "./build.mjs";
import { ensurePackages, fail, requireNode } from "./ready.mjs";
import { house } from "./vite.mjs";

requireNode();
try {
  await ensurePackages(console.log);
  await build(console.log);
} catch (error) {
  fail(error);
}
process.setSourceMapsEnabled(true);
// In this process, so that Ctrl-C and a service manager's SIGTERM reach the server itself, once.
await import(pathToFileURL(join(house, "dist/server/main.server.js")).href);
