import { beforeEach, expect, test } from "vitest";
import { fail, ok } from "../platform/result.ts";
import {
  fromBase64url,
  type Pins,
  toBase64url,
  unwrapIdentity,
  wrapIdentity,
  type WrapUnder,
} from "../protocol/index.ts";
import { bytes, createWorld, type World } from "../protocol/testing/world.ts";
import type { Opened } from "./contract.ts";
import { keepPins } from "./pins.browser.ts";
import type { Staff } from "./staff.browser.ts";

// A fresh browser, after a sign-in: what it knows of the jour lay in the wrap that she has just opened.

const member = "31313131-3131-3131-3131-313131313131";
const under: WrapUnder = { kind: "recovery", secret: bytes(0x71), member: bytes(0x31, 16) };
const identity = { sign: bytes(0x31), seal: bytes(0x3a) };
let world: World;
let put: { path: string; sealed: string }[];
let staff: Staff;

beforeEach(async () => {
  world = await createWorld({ now: Date.now() });
  put = [];
  staff = desk();
});

const desk = (pins?: Pins): Staff =>
  ({
    ...{ suite: world.suite, jour: world.jour, identity, pins, fingerprint: pins?.fingerprint },
    api: {
      get: async () => {
        const { log, directory } = world.trust;
        return ok({ log: log.map(toBase64url), directory: toBase64url(directory) });
      },
      put: async (path: string, { sealed }: { sealed: string }) => {
        put.push({ path, sealed });
        return ok(null);
      },
    },
  }) as unknown as Staff;

async function opened(pins?: Pins): Promise<Opened> {
  const sealed = toBase64url(await wrapIdentity(world.suite, under, identity, pins));
  return { member, way: "w1", sealed, challenge: "", pending: null };
}

const kept = async (): Promise<Pins | undefined> => {
  const sealed = fromBase64url(put.at(-1)?.sealed ?? "") ?? bytes(0);
  return (await unwrapIdentity(world.suite, under, sealed)).pins;
};

test("a wrap from before is wrapped anew with what is seen, and once is enough", async () => {
  expect(await keepPins(staff, await opened(), under)).toMatchObject({ ok: true });
  expect(put.map(({ path }) => path)).toEqual([expect.stringMatching(/mine\/ways\/w1$/)]);
  const pins = await kept();
  expect(pins).toMatchObject({ entries: 2, version: 7, head: await world.head() });
  expect(await keepPins(desk(pins), await opened(pins), under)).toMatchObject({ ok: true });
  expect(put).toHaveLength(1);
});

test("a chain that has grown is kept in mind; a shorter one refused, and the wrap left as it was", async () => {
  await keepPins(staff, await opened(), under);
  const before = { trust: world.trust, log: [...world.log] };
  await world.revoke(bytes(5));
  await world.publish({ version: 8 });
  await keepPins(desk(await kept()), await opened(await kept()), under);
  const pins = await kept();
  expect(pins).toMatchObject({ entries: 3, version: 8 });
  world.trust = { ...before.trust, log: before.log };
  const shown = await keepPins(desk(pins), await opened(pins), under);
  expect(shown).toEqual({ ok: false, code: "directory-rolled-back" });
  expect(put).toHaveLength(2);
});

test("another root is refused, also where this page has seen nothing else before", async () => {
  await keepPins(staff, await opened(), under);
  const pins = await kept();
  world.trust = (await createWorld({ salt: 0x50, now: world.now })).trust;
  const refused = { ok: false, code: "root-fingerprint-mismatch" };
  expect(await keepPins(desk(pins), await opened(pins), under)).toEqual(refused);
  // A page that has believed it already, at somebody else's sign-in.
  expect(await keepPins(desk(), await opened(pins), under)).toEqual(refused);
  expect(put).toHaveLength(1);
});

test("what is no server's lie keeps nobody out", async () => {
  staff = desk();
  Object.assign(staff.api, { get: async () => fail("offline") });
  expect(await keepPins(staff, await opened(), under)).toMatchObject({ ok: true });
  expect(put).toEqual([]);
});
