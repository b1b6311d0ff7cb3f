import { beforeEach, describe, expect, it } from "vitest";
import { bytes, createWorld, DAY, HOUR } from "../testing/world.ts";
import type { World } from "../testing/world.ts";
import { nameDelegate, teamKeyOf } from "../testing/post.ts";
import { verifyTrust } from "../trust/verify.ts";
import {
  currentTeamKey,
  makeTeamKey,
  openShare,
  sealShare,
  teamKeyId,
  verifyTeamKey,
  vouchAgain,
} from "./team-key.ts";
import { teamKey } from "./objects.ts";

let world: World;
beforeEach(async () => {
  world = await createWorld();
});

const letters = "letters";
type Change = Parameters<typeof teamKeyOf>[1];

async function verdict(
  change: Change = {},
  checks: { knownNumber?: number; jour?: Uint8Array } = {},
): Promise<string> {
  const { suite, jour, now, delegate } = world;
  const { seed = bytes(0x51), by = delegate, team = letters, ...times } = change;
  const value = { jour, team, number: 1, at: now - HOUR, until: now + DAY, ...times };
  const statement = await makeTeamKey(suite, by, seed, value);
  return verdictOn(statement, checks);
}

async function verdictOn(
  statement: Uint8Array,
  checks: { knownNumber?: number; jour?: Uint8Array } = {},
): Promise<string> {
  const { suite, jour, now } = world;
  const trust = await verifyTrust(suite, world.trust, { jour, now });
  if (!trust.ok) return trust.code;
  const outcome = await currentTeamKey(suite, statement, trust.value, {
    jour,
    team: letters,
    now,
    ...checks,
  });
  return outcome.ok ? "current" : outcome.code;
}

describe("the key of a team", () => {
  it("is current when a delegate vouches for it now, and no older one is taken", async () => {
    const { now } = world;
    expect(await verdict()).toBe("current");
    expect(await verdict({ until: now - 1 })).toBe("team-key-expired");
    expect(await verdict({ at: now + HOUR })).toBe("team-key-not-yet");
    expect(await verdict({}, { knownNumber: 2 })).toBe("team-key-rolled-back");
    expect(await verdict({ number: 2 }, { knownNumber: 2 })).toBe("current");
    expect(await verdict({ team: "counselling" })).toBe("foreign-team");
    expect(await verdict({}, { jour: bytes(0xa9, 16) })).toBe("foreign-jour");
    await expect(verdict({ until: now + 10 * DAY })).rejects.toThrow("team-key-too-long");
  });

  it("comes from a delegate, nobody else, and falls with her until another vouches", async () => {
    const { suite, jour, now } = world;
    expect(await verdict({ by: bytes(0x77) })).toBe("delegate-unknown");
    const { statement } = await teamKeyOf(world);
    const altered = statement.with(60, (statement[60] ?? 0) ^ 1);
    expect(await verdictOn(altered)).not.toBe("current");
    await world.revoke(await suite.ed25519.publicKey(world.delegate));
    world.delegate = bytes(0x2f);
    await nameDelegate(world, world.delegate, { at: now, until: now + 80 * DAY });
    await world.publish();
    expect(await verdictOn(statement)).toBe("delegate-revoked");
    const again = await vouchAgain(suite, bytes(0x2f), teamKey.peek(statement));
    expect(await verdictOn(again)).toBe("current");
    expect(await teamKeyId(suite, teamKey.peek(again))).toEqual(
      await teamKeyId(suite, teamKey.peek(statement)),
    );
    const trust = await verifyTrust(suite, world.trust, { jour, now });
    if (!trust.ok) throw new Error(trust.code);
    const read = await verifyTeamKey(suite, statement, trust.value, { jour, team: letters });
    expect(read).toMatchObject({ ok: true, value: { withdrawn: true } });
  });

  it("reaches each member sealed, and a seed that is not the key's is refused", async () => {
    const { suite } = world;
    const { key, seed } = await teamKeyOf(world);
    const anna = { member: bytes(0x31, 16), seal: bytes(0x3a) };
    const to = async (seal: Uint8Array, member = anna.member) => {
      const publicKey = await suite.xwing.publicKey(seal);
      return { member, seal: publicKey, sealKeyHash: await suite.sha256(publicKey) };
    };
    const share = await sealShare(suite, seed, key.id, await to(anna.seal));
    expect(await openShare(suite, share, anna, key)).toMatchObject({ ok: true, value: { seed } });
    const bea = { member: bytes(0x32, 16), seal: bytes(0x3b) };
    expect(await openShare(suite, share, bea, key)).toEqual({ ok: false, code: "foreign-member" });
    expect(await openShare(suite, share, { ...anna, seal: bea.seal }, key)).toEqual({
      ok: false,
      code: "cannot-open",
    });
    const slipped = await sealShare(suite, bytes(0x66), key.id, await to(anna.seal));
    expect(await openShare(suite, slipped, anna, key)).toEqual({
      ok: false,
      code: "team-seed-wrong",
    });
    const elsewhere = await sealShare(suite, seed, bytes(1), await to(anna.seal));
    expect(await openShare(suite, elsewhere, anna, key)).toEqual({
      ok: false,
      code: "team-key-unknown",
    });
    const swapped = { ...(await to(anna.seal)), seal: await suite.xwing.publicKey(bea.seal) };
    await expect(sealShare(suite, seed, key.id, swapped)).rejects.toThrow("bad-key");
  });
});
