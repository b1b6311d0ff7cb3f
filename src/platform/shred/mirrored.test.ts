import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
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

describe("two stores as one", () => {
  test("hold the same key, and give it back where one has lost it", async () => {
    const store = mirroredShredStore(main, mirror);
    const key = await store.create(id);
    expect(await mirror.read(id)).toEqual(key);
    expect(await store.look(id)).toBe("whole");
    await store.destroy(id);
    expect([files(), await store.look(id)]).toEqual([[], "gone"]);
  });

  test.each(["main", "mirror"])("mend what the %s one has lost", async (which) => {
    const store = mirroredShredStore(main, mirror);
    const key = await store.create(id);
    await (which === "main" ? main : mirror).destroy(id);
    expect([await store.look(id), await store.read(id)]).toEqual(["half", key]);
    await store.mend(id);
    expect(await store.look(id)).toBe("whole");
    expect(await Promise.all([main.read(id), mirror.read(id)])).toEqual([key, key]);
  });
});
