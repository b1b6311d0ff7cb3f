import { writeFileSync } from "node:fs";
import { makeVectors } from "./make.ts";

// npx tsx src/protocol/vectors/write.server.ts: only after a deliberate change of the format.
writeFileSync(
  new URL("own.json", import.meta.url),
  `${JSON.stringify(await makeVectors(), undefined, 1)}\n`,
);
