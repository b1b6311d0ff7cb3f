import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import {
  FAULT_POINTS,
  type FaultOrder,
  type FaultPoint,
  takeFaultOrders,
} from "../fault-points.server.ts";
import { type ShredKey, openShredStore, unwrap, wrap } from "./index.server.ts";

const id = new Uint8Array(16).fill(7);
const text = (value: string): Uint8Array => new TextEncoder().encode(value);
let home: string;

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "lykta-shred-"));
});
afterEach(() => rmSync(home, { recursive: true }));

describe("the shred store", () => {
  test("makes a key once, reads it, lists it, destroys it", async () => {
    const store = await openShredStore(home);
    const key = await store.create(id);
    expect(await store.read(id)).toEqual(key);
    expect(await store.list()).toEqual([id]);
    await expect(store.create(id)).rejects.toThrow("once");
    await store.destroy(id);
    expect(await store.read(id)).toBeUndefined();
    expect(readdirSync(home)).toEqual([]);
    await store.destroy(id);
  });

  test("destroys once when asked by many at a time", async () => {
    const store = await openShredStore(home);
    await store.create(id);
    await Promise.all([store.destroy(id), store.destroy(id), store.destroy(id)]);
    expect(readdirSync(home)).toEqual([]);
  });

  test.each([
    ["inside the database directory", "postgres/keys", "postgres"],
    ["equal to it", "postgres", "postgres"],
    ["around it", ".", "postgres"],
    ["inside it by way of a link", "link/keys", "postgres"],
  ])("is refused %s", async (_, keys, database) => {
    mkdirSync(join(home, "postgres"), { mode: 0o700 });
    symlinkSync(join(home, "postgres"), join(home, "link"));
    const attempt = openShredStore(join(home, keys), { apartFrom: [join(home, database)] });
    await expect(attempt).rejects.toThrow("must not lie in one another");
  });

  test("is accepted beside the database directory, also when that is not made yet", async () => {
    await openShredStore(join(home, "keys"), {
      apartFrom: [join(home, "keys-database"), join(home, "postgres")],
    });
  });
});

const creating = FAULT_POINTS.filter((point) => point.startsWith("key:"));
const destroying = FAULT_POINTS.filter((point) => point.startsWith("shred:"));

/** Runs create and destroy in a process that kills itself (SIGKILL) at `point`; tells what was acknowledged. */
function diesAt(point: FaultPoint): string[] {
  const store = new URL("./index.server.ts", import.meta.url).href;
  const points = new URL("../fault-points.server.ts", import.meta.url).href;
  const order: FaultOrder = { point, nth: 1, act: "signal", signal: "SIGKILL", pids: [0] };
  const program = `
    import { writeSync } from 'node:fs';
    const { openShredStore } = await import(${JSON.stringify(store)});
    const { takeFaultOrders } = await import(${JSON.stringify(points)});
    takeFaultOrders('/dev/null')([${JSON.stringify(order)}]);
    const store = await openShredStore(${JSON.stringify(home)});
    const id = new Uint8Array(16).fill(7);
    await store.create(id); writeSync(1, 'created\\n');
    await store.destroy(id); writeSync(1, 'destroyed\\n');`;
  const child = spawnSync(
    process.execPath,
    ["--import", "tsx", "--input-type=module", "-e", program],
    {
      encoding: "utf8",
    },
  );
  expect(child.signal, child.stderr).toBe("SIGKILL");
  return child.stdout.split("\n").filter((line) => line !== "");
}

describe("a kill between any two steps", () => {
  test.each(creating)("at %s: nothing was promised, and the store opens whole", async (point) => {
    expect(diesAt(point)).toEqual([]);
    const store = await openShredStore(home);
    const key = await store.read(id);
    expect(readdirSync(home).length).toBe(key ? 1 : 0);
    await store.destroy(id);
    expect(await store.read(id)).toBeUndefined();
  });

  test.each(destroying)(
    "at %s: the key is whole or gone, and destroying again ends it",
    async (point) => {
      expect(diesAt(point)).toEqual(["created"]);
      const store = await openShredStore(home);
      const key = await store.read(id);
      if (point === "shred:begin" || point === "shred:opened") expect(key).toHaveLength(32);
      else expect(key).toBeUndefined();
      expect(await store.list()).toEqual(key ? [id] : []);
      await store.destroy(id);
      expect(readdirSync(home)).toEqual([]);
    },
  );
});

describe("a disk that does not do what it should", () => {
  let order = (_orders: readonly FaultOrder[]): void => undefined;
  beforeAll(() => {
    order = takeFaultOrders("/dev/null");
  });
  afterEach(() => order([]));

  test.each(creating)("full at %s: no key is made, and nothing is left of it", async (point) => {
    const store = await openShredStore(home);
    order([{ point, nth: 1, act: "fail", code: "ENOSPC" }]);
    await expect(store.create(id)).rejects.toThrow("ENOSPC");
    const isRenamed = point === "key:renamed" || point === "key:durable";
    // Renamed already: whoever asked for it destroys it by its name.
    expect(readdirSync(home)).toHaveLength(isRenamed ? 1 : 0);
    await store.destroy(id);
    expect(readdirSync(home)).toEqual([]);
    expect(await store.create(id)).toHaveLength(32);
  });

  test("without room even for zeros, lets the key go all the same", async () => {
    const store = await openShredStore(home);
    await store.create(id);
    order([{ point: "shred:opened", nth: 1, act: "fail", code: "ENOSPC" }]);
    await store.destroy(id);
    expect(readdirSync(home)).toEqual([]);
  });

  test("broken while a key is destroyed: says so, keeps no key, and is done when asked again", async () => {
    const store = await openShredStore(home);
    await store.create(id);
    order([{ point: "shred:overwritten", nth: 1, act: "fail", code: "EIO" }]);
    await expect(store.destroy(id)).rejects.toThrow("EIO");
    expect(await store.read(id)).toBeUndefined();
    await store.destroy(id);
    expect(readdirSync(home)).toEqual([]);
  });

  test.each(["key:opened", "key:synced"] as const)(
    "slow at %s, while another process starts: the key that is given out is the one that is kept",
    async (point) => {
      const store = await openShredStore(home);
      order([{ point, nth: 1, act: "stall", milliseconds: 150 }]);
      const making = store.create(id);
      await new Promise((go) => setTimeout(go, 50));
      const other = await openShredStore(home);
      const key = await making;
      expect(await other.read(id)).toEqual(key);
      expect(readdirSync(home)).toHaveLength(1);
    },
  );
});

describe("wrapping", () => {
  const key = new Uint8Array(32).fill(9) as ShredKey;

  test("gives back what was wrapped, and never the same bytes twice", () => {
    const wrapped = wrap(key, text("row 1"), text("hej"));
    expect(Buffer.from(unwrap(key, text("row 1"), wrapped) ?? [])).toEqual(Buffer.from("hej"));
    expect(wrap(key, text("row 1"), text("hej"))).not.toEqual(wrapped);
  });

  test("opens nothing with another key, another place, or a changed byte", () => {
    const wrapped = wrap(key, text("row 1"), text("hej"));
    expect(unwrap(new Uint8Array(32) as ShredKey, text("row 1"), wrapped)).toBeUndefined();
    expect(unwrap(key, text("row 2"), wrapped)).toBeUndefined();
    for (let at = 0; at < wrapped.length; at += 1) {
      const changed = Uint8Array.from(wrapped, (byte, index) => (index === at ? byte ^ 1 : byte));
      expect(unwrap(key, text("row 1"), changed)).toBeUndefined();
    }
    expect(unwrap(key, text("row 1"), wrapped.subarray(0, 20))).toBeUndefined();
  });
});
