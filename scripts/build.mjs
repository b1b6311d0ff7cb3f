import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { pack } from "./pack.mjs";
import { house, parts } from "./vite.mjs";

const dist = join(house, "dist");
const stampFile = join(dist, "stamp");
const sources = [
  "src",
  "scripts/vite.mjs",
  "scripts/build.mjs",
  "scripts/pack.mjs",
  "tsconfig.base.json",
  "package-lock.json",
];

/** A hash of everything that the result depends on: the same sources are built once. */
function stampOfSources() {
  const hash = createHash("sha256");
  for (const source of sources) addTo(hash, join(house, source));
  return hash.digest("hex");
}

function addTo(hash, path) {
  if (statSync(path).isDirectory()) {
    for (const name of readdirSync(path).sort()) {
      if (!/\.test\.tsx?$/.test(name)) addTo(hash, join(path, name));
    }
  } else {
    hash
      .update(`${relative(house, path)}\0`)
      .update(readFileSync(path))
      .update("\0");
  }
}

export function isBuilt() {
  return existsSync(stampFile) && readFileSync(stampFile, "utf8") === stampOfSources();
}

/** Builds what has changed; the parts appear all at once, so that nobody meets half a build. */
export async function build(onProgress = () => {}) {
  if (isBuilt()) return;
  const began = Date.now();
  onProgress("Building");
  const stamp = stampOfSources();
  const fresh = join(dist, `.new-${process.pid}`);
  try {
    await buildInto(fresh);
    replace(fresh, "web");
    replace(fresh, "server");
    writeFileSync(stampFile, stamp);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
  onProgress(`Built in ${((Date.now() - began) / 1000).toFixed(1)} s`);
}

/** Builds all parts into a directory of one's own, such as for comparing two builds. */
async function buildInto(out) {
  const vite = await import("vite");
  const mode = process.env.NODE_ENV;
  mkdirSync(join(out, "web"), { recursive: true });
  mkdirSync(join(out, "server"), { recursive: true });
  for (const config of Object.values(parts(out))) await vite.build(config);
  await pack(join(out, "web"));
  // Vite sets it, and what runs next in this process must not depend on whether it built.
  if (mode === undefined) delete process.env.NODE_ENV;
  else process.env.NODE_ENV = mode;
}

function replace(fresh, name) {
  const target = join(dist, name);
  const old = join(fresh, `old-${name}`);
  if (existsSync(target)) renameSync(target, old);
  renameSync(join(fresh, name), target);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [directory] = process.argv.slice(2);
  await (directory === undefined ? build(console.log) : buildInto(resolve(directory)));
}
