import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { house } from "./vite.mjs";

/**
 * What an old phone on a poor line has to fetch, in KB (1,000 bytes). A visit is measured as the
 * server sends it to every browser of today (Brotli); the protocol as its own promise says (gzip).
 */
const limits = [
  {
    what: "contact app, a first visit",
    directory: "contact",
    files: /^(?!letters-|stretch\.)/,
    how: brotli,
    limit: 60,
  },
  {
    what: "letters, when she turns to them",
    directory: "contact",
    files: /^(letters-|stretch\.)/,
    how: brotli,
    limit: 50,
  },
  {
    what: "protocol in the contact app",
    directory: "contact",
    files: /(protocol|curves)-/,
    how: gzip,
    limit: 25,
  },
  { what: "exit script", directory: ".", files: /^exit\.js$/, how: gzip, limit: 2 },
];

let tooLarge = false;
for (const { what, directory, files, how, limit } of limits) {
  const from = join(house, "dist/web", directory);
  const names = existsSync(from) ? readdirSync(from, { recursive: true, withFileTypes: true }) : [];
  const chosen = names.filter((entry) => entry.isFile() && files.test(entry.name));
  const bytes = chosen.map((entry) => how(readFileSync(join(entry.parentPath, entry.name))).length);
  const size = bytes.reduce((sum, one) => sum + one, 0) / 1000;
  const verdict = chosen.length === 0 ? "is not built" : size > limit ? "is TOO LARGE" : "fits";
  if (verdict !== "fits") tooLarge = true;
  console.log(
    `${what} ${verdict}: ${size.toFixed(1)} of ${limit} KB (${how.name}, ${chosen.length} files)`,
  );
}
process.exitCode = tooLarge ? 1 : 0;

function brotli(bytes) {
  return brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
}

function gzip(bytes) {
  return gzipSync(bytes, { level: 9 });
}
