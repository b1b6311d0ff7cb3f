import { beforeEach, describe, expect, it } from "vitest";
import { bytes, createWorld } from "../testing/world.ts";
import type { World } from "../testing/world.ts";
import type { VerifiedTrust } from "../trust/types.ts";
import { verifyTrust } from "../trust/verify.ts";
import { keyDigits, proposalDigits } from "./digits.ts";
import { heldTo, pinsOf, pinsOfRoot } from "./pins.ts";
import { unwrapIdentity, wrapIdentity } from "./wrap.ts";
import type { WrapUnder } from "./wrap.ts";

let world: World;
const identity = { sign: bytes(0x31), seal: bytes(0x3a) };
const under: WrapUnder = { kind: "passkey", secret: bytes(0x71), member: bytes(0x31, 16) };

beforeEach(async () => {
  world = await createWorld();
});

async function seen(): Promise<VerifiedTrust> {
  const { suite, jour, now, trust } = world;
  const outcome = await verifyTrust(suite, trust, { jour, now });
  if (!outcome.ok) throw new Error(outcome.code);
  return outcome.value;
}

describe("a wrap with pins", () => {
  it("gives back what was put in; one from before has none", async () => {
    const pins = pinsOf(await seen());
    const kept = await wrapIdentity(world.suite, under, identity, pins);
    expect(await unwrapIdentity(world.suite, under, kept)).toEqual({ ...identity, pins });
    const old = await wrapIdentity(world.suite, under, identity);
    expect(await unwrapIdentity(world.suite, under, old)).toEqual(identity);
  });

  it("opens in her own row only, like any other", async () => {
    const kept = await wrapIdentity(world.suite, under, identity, pinsOf(await seen()));
    const elsewhere = { ...under, member: bytes(0x32, 16) };
    await expect(unwrapIdentity(world.suite, elsewhere, kept)).rejects.toThrow("cannot-open");
  });
});

describe("a browser that was told by her wrap", () => {
  it("takes the chain that she knows, and one that has grown", async () => {
    const pins = pinsOf(await seen());
    expect(await heldTo(pins, await seen())).toEqual({ ok: true, value: true });
    await world.revoke(bytes(5));
    await world.publish({ version: 8 });
    expect(await heldTo(pins, await seen())).toEqual({ ok: true, value: true });
  });

  it("refuses another root, whatever else fits", async () => {
    const pins = pinsOf(await seen());
    world = await createWorld({ salt: 0x50 });
    await world.revoke(bytes(5));
    await world.publish({ version: 99 });
    const other = { ok: false, code: "root-fingerprint-mismatch" };
    expect(await heldTo(pins, await seen())).toEqual(other);
    expect(await heldTo(pinsOfRoot(pins.fingerprint), await seen())).toEqual(other);
  });

  it("refuses a chain that has become shorter, or another, and an older register", async () => {
    const before = { log: [...world.log], trust: world.trust };
    await world.revoke(bytes(5));
    await world.publish({ version: 8 });
    const pins = pinsOf(await seen());
    world.trust = { ...before.trust, log: before.log };
    expect(await heldTo(pins, await seen())).toEqual({ ok: false, code: "log-rolled-back" });
    world.log.pop();
    await world.revoke(bytes(6));
    await world.publish({ version: 8 });
    expect(await heldTo(pins, await seen())).toEqual({ ok: false, code: "log-fork" });
    world.log.pop();
    await world.revoke(bytes(5));
    await world.publish({ version: 7 });
    expect(await heldTo(pins, await seen())).toEqual({ ok: false, code: "directory-rolled-back" });
  });

  it("knows the root alone before she has seen more", async () => {
    const { fingerprint } = await seen();
    expect(await heldTo(pinsOfRoot(fingerprint), await seen())).toEqual({ ok: true, value: true });
  });
});

describe("digits that are read aloud", () => {
  it("are six groups of five, others for another key, and others for a proposal of the same bytes", async () => {
    const [one, other] = [
      await keyDigits(world.suite, bytes(1)),
      await keyDigits(world.suite, bytes(2)),
    ];
    expect(one).toHaveLength(6);
    expect(one.every((group) => /^\d{5}$/.test(group))).toBe(true);
    expect(other).not.toEqual(one);
    expect(await proposalDigits(world.suite, bytes(1))).not.toEqual(one);
  });
});
