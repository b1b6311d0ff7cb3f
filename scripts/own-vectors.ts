import { writeFileSync } from "node:fs";
import { stretchPassphrase } from "../src/protocol/passphrase.browser.ts";
import { stretchCode } from "../src/protocol/stretch-code.browser.ts";
import { makeVectors } from "../src/protocol/vectors/make.ts";

// npx tsx scripts/own-vectors.ts: after a deliberate change of the format, which then has a new version byte, or of what
// the vectors show. Whoever adds a group teaches tests/second-decoder to read it.
const path = new URL("../src/protocol/vectors/own.json", import.meta.url);
writeFileSync(
  path,
  `${JSON.stringify(await makeVectors(stretchPassphrase, stretchCode), undefined, 1)}\n`,
);
