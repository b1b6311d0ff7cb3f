import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import ajvFormats from "ajv-formats";
import { z } from "zod";

const schemaFile = z.record(z.string(), z.unknown());
const page = z.object({ contents: z.array(z.unknown()) });

/**
 * Holds an answer of `/api/v1/hsds/services` against the schemas as Open Referral publishes them: the folder
 * `schema` of openreferral/specification, any 3.x. They are not in this repository (decision 0240).
 * Tells what is wrong, service by service.
 */
export function againstPublished(folder: string, answer: unknown): string[] {
  // They carry names and examples besides, which a strict reader would refuse; formats it checks.
  const ajv = new Ajv({ strict: false, allErrors: true });
  ajvFormats.default(ajv);
  ajv.addFormat("%Y", true);
  let service = "";
  for (const file of readdirSync(folder).filter((name) => name.endsWith(".json"))) {
    const schema = schemaFile.parse(JSON.parse(readFileSync(join(folder, file), "utf8")));
    const id = typeof schema["$id"] === "string" ? schema["$id"] : file;
    ajv.addSchema(schema, id);
    if (file === "service.json") service = id;
  }
  const validate = ajv.getSchema(service);
  if (!validate) throw new Error(`${folder}: there is no service.json`);
  return page.parse(answer).contents.flatMap((one, index) => {
    if (validate(one)) return [];
    const faults = validate.errors ?? [];
    return faults.map(
      ({ instancePath, message }) =>
        `service ${index}${instancePath}: ${message ?? "does not fit"}`,
    );
  });
}
