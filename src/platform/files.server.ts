import { closeSync, fsyncSync, mkdirSync, openSync } from "node:fs";
import { dirname } from "node:path";

/** Makes the names in a directory durable: a file's own fsync does not (fsync(2), "Calling fsync"). */
export function syncDirectory(path: string): void {
  const directory = openSync(path, "r");
  try {
    fsyncSync(directory);
  } finally {
    closeSync(directory);
  }
}

/**
 * Makes a directory for our eyes only, so that it survives a power cut. Those above it that are missing
 * may be passed through, for PostgreSQL may have to run as another user than we do.
 */
export function makeDirectory(path: string): void {
  const above = mkdirSync(dirname(path), { recursive: true, mode: 0o711 });
  const own = mkdirSync(path, { recursive: true, mode: 0o700 });
  const first = above ?? own;
  if (first === undefined) return;
  for (let at = path; at.length >= first.length; at = dirname(at)) syncDirectory(dirname(at));
}
