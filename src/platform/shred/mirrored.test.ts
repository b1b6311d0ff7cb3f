import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { mirroredShredStore, openShredStore, type ShredStore } from "./index.server.ts";

const id = new Uint8Array(16).fill(7);
let home: string;
let main: ShredStore;
let mirror: ShredStore;
beforeEach(async () => {
  home = mkdtempSync(join(tmpdir(), "lykta-mirror-"));
  main = await openShredStore(join(home, "main"));
  mirror = await openShredStore(join(home, "mirror"));
});
afterEach(() => rmSync(home, { recursive: true }));

const files = (): string[] => ["main", "mirror"].flatMap((name) => readdirSync(join(home, name)));

/** Two stores, the second of which lies on a disk that is slow to write. */
function onSlowDisk() {
  let write = (): void => undefined;
  const written = new Promise<void>((done) => (write = done));
  const slow = {
    ...mirror,
    keep: async (...[of, key]: Parameters<ShredStore["keep"]>) => {
      await written;
      await mirror.keep(of, key);
    },
  };
  return { store: mirroredShredStore(main, slow), write: () => write() };
}

describe("two stores as one", () => {
  test("hold the same key, and give it back where one has lost it", async () => {
    const store = mirroredShredStore(main, mirror);
    const key = await store.create(id);
    expect(await mirror.read(id)).toEqual(key);
    await main.destroy(id);
    expect(await store.read(id)).toEqual(key);
    expect(await main.read(id)).toEqual(key);
    await store.destroy(id);
    expect(files()).toEqual([]);
  });

  test.each([
    ["a reader just mends a copy", (store: ShredStore) => store.read(id)],
    ["the copy of a new one is just being written", (store: ShredStore) => store.create(id)],
  ])("keep nothing of a key that is destroyed while %s", async (what, begin) => {
    const { store, write } = onSlowDisk();
    if (what.startsWith("a reader")) await main.create(id);
    const begun = begin(store);
    await sleep(20);
    const ended = store.destroy(id);
    await sleep(50);
    write();
    await Promise.all([begun, ended]);
    expect(files()).toEqual([]);
  });
});
