import { beforeEach, expect, test } from "vitest";
import { ok } from "../platform/result.ts";
import { toBase64url } from "../protocol/index.ts";
import { bytes, createWorld, type World } from "../protocol/testing/world.ts";
import { directory } from "../protocol/trust/objects.ts";
import type { Staff } from "./staff.browser.ts";
import { amend, checkTrust, upkeep } from "./trust.browser.ts";

// The server shows this desk something else than before: nothing is believed, and nothing is signed upon it.

let world: World;
let put: object[];
let staff: Staff;

beforeEach(async () => {
  world = await createWorld({ now: Date.now() });
  put = [];
  staff = {
    suite: world.suite,
    jour: world.jour,
    identity: { sign: world.delegate, seal: bytes(1) },
    entrance: { jour: { demo: false } },
    fingerprint: undefined,
    api: {
      get: async () => {
        const { log, directory: newest } = world.trust;
        return ok({ log: log.map(toBase64url), directory: toBase64url(newest) });
      },
      put: async (_path: string, body: object) => {
        put.push(body);
        return ok(null);
      },
    },
  } as unknown as Staff;
});

const members = (before: readonly { id: Uint8Array }[]) => before as never;
const hers = () => ({ members });

test("an older register is not signed anew: whoever was taken out of it stays out", async () => {
  const old = world.trust;
  await world.publish({ version: 8, members: [await world.member("anna")] });
  expect(await checkTrust(staff)).toMatchObject({ ok: true, value: { version: 8 } });
  world.trust = old;
  expect(await amend(staff, hers)).toEqual({ ok: false, code: "directory-rolled-back" });
  expect(await upkeep(staff)).toEqual({ ok: false, code: "directory-rolled-back" });
  expect(put).toEqual([]);
});

test("another register of the same number is not signed upon", async () => {
  await checkTrust(staff);
  await world.publish({ members: [await world.member("anna")] });
  expect(await amend(staff, hers)).toEqual({ ok: false, code: "directory-fork" });
  expect(await checkTrust(staff)).toEqual({ ok: false, code: "directory-fork" });
});

test("another root is refused from the first check on, also where no invitation named it", async () => {
  await checkTrust(staff);
  const other = await createWorld({ salt: 0x50, now: world.now });
  await other.publish({ version: 99 });
  world.trust = other.trust;
  expect(await checkTrust(staff)).toEqual({ ok: false, code: "root-fingerprint-mismatch" });
  expect(await amend(staff, hers)).toMatchObject({ ok: false });
  expect(put).toEqual([]);
});

test("the root that was seen holds for the rest of the desk too: its conversations compare with it", async () => {
  const checked = await checkTrust(staff);
  expect(checked.ok && staff.fingerprint).toEqual(checked.ok && checked.value.fingerprint);
  expect(staff.fingerprint).toHaveLength(32);
});

test("what is right is signed upon", async () => {
  await checkTrust(staff);
  expect(await amend(staff, hers)).toMatchObject({ ok: true });
  const [body] = put as [{ directory: string }];
  const signed = Uint8Array.from(Buffer.from(body.directory, "base64url"));
  expect(directory.peek(signed)).toMatchObject({ version: 8 });
});

test("an answer that a newer one has overtaken on the way is no lie, and takes nothing back", async () => {
  await checkTrust(staff);
  const slow = staff.api.get;
  const older = await slow("");
  await world.publish({ version: 8 });
  let arrive = (): void => undefined;
  const held = new Promise<void>((resolve) => (arrive = resolve));
  Object.assign(staff.api, { get: () => held.then(() => older) });
  const first = checkTrust(staff);
  Object.assign(staff.api, { get: slow });
  expect(await checkTrust(staff)).toMatchObject({ ok: true, value: { version: 8 } });
  arrive();
  expect(await first).toMatchObject({ ok: true, value: { version: 7 } });
  expect(staff.pins).toMatchObject({ version: 8 });
  expect(await checkTrust(staff)).toMatchObject({ ok: true, value: { version: 8 } });
});

test("what lay in her wrap holds from the first check on: a shorter chain is refused by its name", async () => {
  const { suite } = world;
  const head = await world.head();
  const fingerprint = await suite.sha256(world.log[0] ?? bytes(0));
  Object.assign(staff, { pins: { fingerprint, entries: 3, head, version: 1 }, fingerprint });
  expect(await checkTrust(staff)).toEqual({ ok: false, code: "log-rolled-back" });
  Object.assign(staff, { pins: { fingerprint, entries: 2, head: bytes(9), version: 1 } });
  expect(await checkTrust(staff)).toEqual({ ok: false, code: "log-fork" });
  Object.assign(staff, { pins: { fingerprint, entries: 2, head, version: 1 } });
  expect(await checkTrust(staff)).toMatchObject({ ok: true });
});
