import { randomFillSync } from "node:crypto";
import { constants } from "node:fs";
import { type FileHandle, open, readdir, realpath, rename, stat, unlink } from "node:fs/promises";
import { basename, dirname, isAbsolute, join, relative, resolve } from "node:path";
import { faultPoint } from "../fault-points.server.ts";
import { makeDirectory } from "../files.server.ts";
import type { Brand } from "../ids.ts";

/** 32 bytes that open one conversation. When its file is gone, so is the conversation. */
export type ShredKey = Brand<Uint8Array, "ShredKey">;

export interface ShredStore {
  /** Makes the key of a new conversation; resolves when it survives a power cut. */
  create(id: Uint8Array): Promise<ShredKey>;
  /** Keeps a key that another store has made. */
  keep(id: Uint8Array, key: ShredKey): Promise<void>;
  /** Undefined if there never was a key, or it was destroyed. */
  read(id: Uint8Array): Promise<ShredKey | undefined>;
  list(): Promise<Uint8Array[]>;
  /** `half`: of two stores that are one, one alone has it. */
  look(id: Uint8Array): Promise<"whole" | "half" | "gone">;
  /**
   * What one of two stores has, both have afterwards. Whoever calls this sees to it that nobody, in any
   * process, destroys the key meanwhile.
   */
  mend(id: Uint8Array): Promise<void>;
  /** Resolves when the key can no longer come back; a key that is gone already is no error. */
  destroy(id: Uint8Array): Promise<void>;
}

interface Options {
  /** Directories whose copies (backups) must never hold a key. */
  readonly apartFrom?: readonly string[];
}

const sizes = { id: 16, key: 32 } as const;
/** A key that is being made, and one that was not finished and goes. */
const half = { made: ".new", left: ".left" } as const;

/**
 * The keys of all conversations, one file each, named by the random number of the conversation.
 * A directory of its own, never copied: see docs/decisions.
 */
export async function openShredStore(
  directory: string,
  options: Options = {},
): Promise<ShredStore> {
  makeDirectory(resolve(directory));
  const home = await realpath(directory);
  for (const other of options.apartFrom ?? []) await refuseNesting(home, other);
  if (((await stat(home)).mode & 0o077) !== 0) {
    throw new Error(
      "The shred store must be a directory that only the user of Lykta may enter (mode 700).",
    );
  }
  await finishInterrupted(home);
  return {
    create: (id) => create(home, fileName(id), newKey()),
    // A copy: should writing fail, what is written is overwritten.
    keep: async (id, key) => void (await create(home, fileName(id), key.slice() as ShredKey)),
    read: (id) => read(join(home, fileName(id))),
    list: () => list(home),
    look: async (id) => ((await isThere(join(home, fileName(id)))) ? "whole" : "gone"),
    mend: async () => undefined,
    destroy: (id) => destroy(home, fileName(id)),
  };
}

const newKey = (): ShredKey => randomFillSync(room());

async function create(home: string, name: string, key: ShredKey): Promise<ShredKey> {
  await faultPoint("key:begin");
  const path = join(home, name);
  if (await exists(path)) throw new Error("A conversation gets its key once");
  const making = `${path}${half.made}`;
  // Another process that starts just now may have cleared it away as somebody's remains.
  for (let tries = 3; ; tries--) {
    await write(making, key);
    const error = await rename(making, path).then(
      () => undefined,
      (fault: NodeJS.ErrnoException) => fault,
    );
    if (!error) {
      await faultPoint("key:renamed");
      await syncNames(home);
      await faultPoint("key:durable");
      return key;
    }
    if (error.code !== "ENOENT" || tries === 0) throw error;
  }
}

async function write(making: string, key: ShredKey): Promise<void> {
  const written = withFile(
    making,
    constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL,
    async (file) => {
      await faultPoint("key:opened");
      await file.write(key, 0, key.length, 0);
      await faultPoint("key:written");
      await file.sync();
      await faultPoint("key:synced");
    },
  );
  await written.catch(async (error: unknown) => {
    key.fill(0);
    await erase(making).catch(() => undefined);
    throw error;
  });
}

async function read(path: string): Promise<ShredKey | undefined> {
  const key = room();
  const length = await withFile(path, constants.O_RDONLY, async (file) => {
    const { size } = await file.stat();
    return size === sizes.key ? (await file.read(key, 0, sizes.key, 0)).bytesRead : 0;
  }).catch(absentIsUndefined);
  // Overwritten but not yet unlinked, when the power went: destroyed, for the deletion had begun.
  if (length === sizes.key && key.some((byte) => byte !== 0)) return key;
  key.fill(0);
  return undefined;
}

async function isThere(path: string): Promise<boolean> {
  const key = await read(path);
  key?.fill(0);
  return key !== undefined;
}

/** The one copy of a key in memory, which whoever holds it overwrites when the conversation ends. */
const room = (): ShredKey => new Uint8Array(sizes.key) as ShredKey;

async function list(home: string): Promise<Uint8Array[]> {
  const names = await readdir(home);
  return names
    .filter((name) => isKeyName(name))
    .map((name) => new Uint8Array(Buffer.from(name, "hex")));
}

async function destroy(home: string, name: string): Promise<void> {
  await faultPoint("shred:begin");
  const path = join(home, name);
  await erase(path);
  await faultPoint("shred:unlinked");
  // Also when it was gone already: the unlinking of an earlier try may not be durable yet.
  await syncNames(home);
  await faultPoint("shred:durable");
}

async function erase(path: string): Promise<void> {
  const overwritten = withFile(path, constants.O_WRONLY, async (file) => {
    await faultPoint("shred:opened");
    await file.write(Buffer.alloc(sizes.key), 0, sizes.key, 0);
    await faultPoint("shred:overwritten");
    await file.datasync();
    await faultPoint("shred:synced");
  });
  // Unlinked whatever became of that: better a key without a name than one that stays.
  const fault = await overwritten.then(
    () => undefined,
    (error: NodeJS.ErrnoException) => error,
  );
  await unlink(path).catch(absentIsUndefined);
  if (fault && !needsNoOverwriting.has(fault.code ?? "")) throw fault;
}

/** It is gone already; or a full disk has no room even for zeros (copy on write, or never written at all). */
const needsNoOverwriting = new Set(["ENOENT", "ENOSPC", "EDQUOT"]);

/** What a kill left half made was acknowledged to nobody; what it left half destroyed is finished. */
async function finishInterrupted(home: string): Promise<void> {
  for (const name of await readdir(home)) {
    const path = join(home, name);
    const [key = "", ending = ""] = name.split(/(?=\.)/);
    if (!isKeyName(key)) continue;
    if (ending === half.made) await clearAway(path, join(home, `${key}${half.left}`));
    if (ending === half.left || (ending === "" && !(await isWhole(path)))) await erase(path);
  }
  await syncNames(home);
}

async function isWhole(path: string): Promise<boolean> {
  const key = await read(path);
  key?.fill(0);
  return key !== undefined;
}

/**
 * By another name first: should it be a neighbour's, who is just making it, then either she finds it
 * gone and makes it again, or it has its final name already and is not touched.
 */
async function clearAway(path: string, left: string): Promise<void> {
  const moved = await rename(path, left).then(() => true, absentIsUndefined);
  if (moved) await erase(left);
}

async function refuseNesting(home: string, other: string): Promise<void> {
  // The other directory may not exist yet; its parent's links still count.
  const parent = await realpath(dirname(resolve(other))).catch(() => dirname(resolve(other)));
  const place = await realpath(other).catch(() => join(parent, basename(other)));
  if (isInside(home, place) || isInside(place, home)) {
    throw new Error(
      "The shred store and the database must not lie in one another: a backup would copy the keys.",
    );
  }
}

function isInside(path: string, directory: string): boolean {
  const way = relative(directory, path);
  return way === "" || (way.split("/")[0] !== ".." && !isAbsolute(way));
}

async function withFile<T>(
  path: string,
  flags: number,
  work: (file: FileHandle) => Promise<T>,
): Promise<T> {
  const file = await open(path, flags, 0o600);
  try {
    return await work(file);
  } finally {
    await file.close();
  }
}

async function syncNames(home: string): Promise<void> {
  await withFile(home, constants.O_RDONLY | constants.O_DIRECTORY, (directory) => directory.sync());
}

function fileName(id: Uint8Array): string {
  if (id.length !== sizes.id) throw new Error("A conversation is named by 16 bytes");
  return Buffer.from(id).toString("hex");
}

function isKeyName(name: string): boolean {
  return /^[0-9a-f]{32}$/.test(name);
}

async function exists(path: string): Promise<boolean> {
  return (await stat(path).catch(absentIsUndefined)) !== undefined;
}

function absentIsUndefined(error: NodeJS.ErrnoException): undefined {
  if (error.code !== "ENOENT") throw error;
  return undefined;
}
