import { closeSync, fsyncSync, openSync } from "node:fs";

/** Makes the names in a directory durable: a file's own fsync does not (fsync(2), "Calling fsync"). */
export function syncDirectory(path: string): void {
  const directory = openSync(path, "r");
  try {
    fsyncSync(directory);
  } finally {
    closeSync(directory);
  }
}
