import {
  closeSync,
  lstatSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  readSync,
} from "node:fs";
import { join } from "node:path";
import { unpacked } from "./containers.server.ts";
import { OVERLAP, type Search } from "./search.server.ts";

const BLOCK = 4 * 1024 * 1024;
const LARGEST_UNPACKED = 64 * 1024 * 1024;
const block = Buffer.from(new ArrayBuffer(BLOCK + OVERLAP));

/** Every file under a directory, as it is and unpacked where it holds something packed. */
export function searchFiles(search: Search, directory: string, name = ""): void {
  for (const path of filesUnder(directory))
    searchFile(search, path, name + path.slice(directory.length));
}

function filesUnder(directory: string): string[] {
  return readdirSync(directory, { recursive: true, encoding: "utf8" })
    .map((name) => join(directory, name))
    .filter((path) => lstatSync(path, { throwIfNoEntry: false })?.isFile() ?? false);
}

export function searchFile(search: Search, path: string, place = path): void {
  const file = opened(path);
  if (file === undefined) return;
  try {
    readThrough(search, file, { from: 0, to: Number.POSITIVE_INFINITY }, place);
  } finally {
    closeSync(file);
  }
  if ((lstatSync(path, { throwIfNoEntry: false })?.size ?? Infinity) > LARGEST_UNPACKED) return;
  for (const { kind, bytes } of unpacked(readFileSync(path)))
    search.scan(bytes, `${place} (${kind})`);
}

/** Undefined when it went meanwhile: whoever writes there goes on. */
function opened(path: string): number | undefined {
  try {
    return openSync(path, "r");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}

/**
 * All that a process can read of its own memory: heaps, stacks, mappings; also its arguments and its
 * environment. `seen` spares what several processes share: it is read once.
 */
export function searchMemory(
  search: Search,
  pid: number,
  name: string,
  seen = new Set<string>(),
): void {
  const maps = readFileSync(`/proc/${pid}/maps`, "utf8").trim().split("\n");
  const file = openSync(`/proc/${pid}/mem`, "r");
  try {
    for (const { from, to, kind, shared } of maps.flatMap(readRegion)) {
      if (shared !== undefined && seen.has(shared)) continue;
      if (shared !== undefined) seen.add(shared);
      readThrough(search, file, { from, to }, `memory of ${name} (${kind})`);
    }
  } finally {
    closeSync(file);
  }
}

interface Region {
  readonly from: number;
  readonly to: number;
  readonly kind: string;
  /** Names what is the same in every process that has it. */
  readonly shared: string | undefined;
}

function readRegion(line: string): Region[] {
  const [, from = "", to = "", rights = "", source = "", path = ""] =
    /^(\w+)-(\w+) (\S+) (\S+ \S+ \S+)\s*(.*)$/.exec(line) ?? [];
  // The kernel's own pages in every process.
  if (!rights.startsWith("r") || /^\[v(var|dso|syscall)/.test(path)) return [];
  const isCode = path.startsWith("/") && !rights.includes("w");
  const shared = isCode || rights.endsWith("s") ? `${source} ${path}` : undefined;
  const kind = path === "" ? "anonymous" : path;
  return [{ from: Number.parseInt(from, 16), to: Number.parseInt(to, 16), kind, shared }];
}

/** Files that the process holds open, those too that have no name any more. */
export function searchOpenFiles(search: Search, pid: number, name: string): void {
  for (const number of readdirSync(`/proc/${pid}/fd`)) {
    const path = `/proc/${pid}/fd/${number}`;
    const target = linkOf(path);
    const isFile = target?.startsWith("/") && !/^\/(?:dev\/(?!shm\/)|proc\/|sys\/)/.test(target);
    if (isFile) searchFile(search, path, `open file of ${name}: ${target}`);
  }
}

function linkOf(path: string): string | undefined {
  try {
    return readlinkSync(path);
  } catch {
    return undefined;
  }
}

function readThrough(
  search: Search,
  file: number,
  span: { from: number; to: number },
  place: string,
): void {
  let kept = 0;
  for (let at = span.from; at < span.to;) {
    const length = Math.min(BLOCK, span.to - at);
    const count = readSome(file, kept, length, at);
    if (count === 0) return;
    search.scan(block.subarray(0, kept + count), place);
    // Whole words, so that what is kept begins where a word begins.
    const keep = Math.min(kept + count, OVERLAP);
    block.copy(block, 0, kept + count - keep, kept + count);
    kept = keep;
    at += count;
  }
}

/** Of memory some pages cannot be read (a device's, or just unmapped): nothing can be found there. */
function readSome(file: number, into: number, length: number, at: number): number {
  try {
    return readSync(file, block, into, length, at);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "EIO" || code === "EFAULT" || code === "ENOENT") return 0;
    throw error;
  }
}
