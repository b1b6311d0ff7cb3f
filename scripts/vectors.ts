import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { runners } from "../src/protocol/vectors/published.ts";

const directory = process.argv[2];
if (!directory) {
  console.error("npm run vectors -- DIRECTORY: runs the published test vectors that lie there");
  process.exit(2);
}

let [passed, total, missing] = [0, 0, 0];
for (const [file, run] of Object.entries(runners)) {
  const path = join(directory, file);
  if (!existsSync(path)) {
    console.log(`${file}: not there`);
    missing += 1;
    continue;
  }
  const outcome = await run(JSON.parse(readFileSync(path, "utf8")));
  passed += outcome.passed;
  total += outcome.total;
  console.log(`${file}: ${outcome.passed} of ${outcome.total} passed (${outcome.what})`);
}
console.log(`all: ${passed} of ${total} passed${missing > 0 ? `, ${missing} files missing` : ""}`);
if (passed !== total || missing > 0 || total === 0) process.exitCode = 1;
