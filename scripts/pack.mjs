import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { extname, join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const packable = new Set([".html", ".js", ".css", ".svg", ".wasm"]);
const best = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } };

/** Lays each file of the web beside itself as Brotli and as gzip, as small as they get. */
export async function pack(directory) {
  const files = readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && packable.has(extname(entry.name)))
    .map((entry) => join(entry.parentPath, entry.name));
  const packing = files.flatMap((file) => {
    const bytes = readFileSync(file);
    return [
      promisify(brotliCompress)(bytes, best).then((small) => writeFileSync(`${file}.br`, small)),
      promisify(gzip)(bytes, { level: 9 }).then((small) => writeFileSync(`${file}.gz`, small)),
    ];
  });
  await Promise.all(packing);
}
