import { writeFileSync } from "node:fs";
import { requestVectors } from "../src/counselling/request-vectors.server.ts";
import { stretchPassphrase } from "../src/protocol/passphrase.browser.ts";
import { stretchCode } from "../src/protocol/stretch-code.browser.ts";
import { makeVectors } from "../src/protocol/vectors/make.ts";

// npx tsx scripts/own-vectors.ts: after a deliberate change of the format, which then has a new version byte, or of what
// the vectors show. Whoever adds a group teaches tests/second-decoder to read it.
const write = (path: string, vectors: unknown): void =>
  writeFileSync(new URL(path, import.meta.url), `${JSON.stringify(vectors, undefined, 1)}\n`);

write("../src/counselling/request-vectors.json", requestVectors());
write("../src/protocol/vectors/own.json", await makeVectors(stretchPassphrase, stretchCode));
