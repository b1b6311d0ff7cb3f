import { existsSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { againstPublished } from "../tests/factories/hsds-published.server.ts";

const [directory, address = "http://localhost:8080"] = process.argv.slice(2);
if (!directory || !existsSync(join(directory, "service.json"))) {
  console.error(`npm run hsds -- DIRECTORY [ADDRESS]: holds the open data of a running house against the
published schemas that lie there (the folder "schema" of openreferral/specification, version 3)`);
  process.exit(2);
}
const answer: unknown = await (await fetch(`${address}/api/v1/hsds/services`)).json();
const { contents } = z.object({ contents: z.array(z.unknown()) }).parse(answer);
const faults = againstPublished(directory, answer);
for (const fault of faults) console.log(fault);
console.log(`${contents.length} services, ${faults.length} faults`);
if (faults.length > 0 || contents.length === 0) process.exitCode = 1;
