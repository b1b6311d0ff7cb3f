import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "./build.mjs";
import { ensurePackages, fail, requireNode } from "./ready.mjs";
import { house } from "./vite.mjs";

/** The command line: `npm run lykta -- help`. */
requireNode();
try {
  // Nothing but the answer goes to standard output: an invitation may be piped on.
  await ensurePackages(console.error);
  await build(console.error);
} catch (error) {
  fail(error);
}
await import(pathToFileURL(join(house, "dist/server/cli.server.js")).href);
