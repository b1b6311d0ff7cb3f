import { beforeEach, describe, expect, it } from "vitest";
import { bytes, createWorld, DAY, HOUR } from "../testing/world.ts";
import type { World } from "../testing/world.ts";
import { makeDirectory, makeDuty } from "./make.ts";
import { directory, LIMIT } from "./objects.ts";
import type { TrustBundle } from "./types.ts";
import { verifyDuty, verifyTrust } from "./verify.ts";
import type { TrustChecks } from "./verify.ts";

let world: World;
beforeEach(async () => {
  world = await createWorld();
});

async function verdict(
  checks: Partial<TrustChecks> = {},
  bundle: TrustBundle = world.trust,
): Promise<string> {
  const { suite, jour, now } = world;
  const outcome = await verifyTrust(suite, bundle, { jour, now, ...checks });
  return outcome.ok ? "trusted" : outcome.code;
}

const publicKeys = (...seeds: Uint8Array[]) =>
  Promise.all(seeds.map(world.suite.ed25519.publicKey));

describe("a jour's trust", () => {
  it("holds, and shows root, delegates and members", async () => {
    const { suite, jour, now, log } = world;
    const outcome = await verifyTrust(suite, world.trust, { jour, now });
    expect(outcome).toMatchObject({ ok: true, value: { version: 7, root: { version: 1, m: 2 } } });
    if (!outcome.ok) return;
    expect(outcome.value.members).toHaveLength(3);
    expect(outcome.value.delegates).toEqual(await publicKeys(world.delegate));
    expect(outcome.value.fingerprint).toEqual(await suite.sha256(log[0] ?? bytes(0)));
    expect(outcome.value.heads).toHaveLength(2);
    expect(await verdict({ fingerprint: outcome.value.fingerprint })).toBe("trusted");
  });

  it("is refused for another jour, another root, another past", async () => {
    expect(await verdict({ jour: bytes(0xa9, 16) })).toBe("foreign-jour");
    expect(await verdict({ fingerprint: bytes(1) })).toBe("root-fingerprint-mismatch");
    expect(await verdict({ knownHead: bytes(1) })).toBe("log-fork");
    expect(await verdict({ knownHead: await world.head() })).toBe("trusted");
    expect(await verdict({}, { ...world.trust, log: [] })).toBe("log-empty");
  });
});

describe("the directory", () => {
  it("lives seven days, is never from the future and never older than one seen", async () => {
    await world.publish({ at: world.now - 8 * DAY, expires: world.now - DAY });
    expect(await verdict()).toBe("directory-expired");
    await world.publish({ at: world.now + HOUR, expires: world.now + DAY });
    expect(await verdict()).toBe("directory-not-yet");
    await world.publish({ version: 6 });
    expect(await verdict({ knownVersion: 7 })).toBe("directory-rolled-back");
    expect(await verdict({ knownVersion: 6 })).toBe("trusted");
    const knownDirectory = await world.suite.sha256(world.trust.directory);
    expect(await verdict({ knownVersion: 6, knownDirectory })).toBe("trusted");
    expect(await verdict({ knownVersion: 6, knownDirectory: bytes(1) })).toBe("directory-fork");
    expect(await verdict({ knownVersion: 5, knownDirectory: bytes(1) })).toBe("trusted");
    await expect(world.publish({ expires: world.now + 8 * DAY })).rejects.toThrow(
      "directory-too-long",
    );
  });

  it("longer than seven days is refused, whoever signed it", async () => {
    const value = { ...directory.peek(world.trust.directory), expires: world.now + 9 * DAY };
    const signed = await directory.make(world.suite, world.delegate, value);
    expect(await verdict({}, { ...world.trust, directory: signed })).toBe("directory-too-long");
  });

  it("lists each member once, in order", async () => {
    const [anna, bea] = [await world.member("anna"), await world.member("bea")];
    await world.publish({ members: [anna, { ...bea, id: anna.id }] });
    expect(await verdict()).toBe("duplicate-member");
    await world.publish({ members: [anna, { ...bea, identity: anna.identity }] });
    expect(await verdict()).toBe("duplicate-member");
    const value = { ...directory.peek(world.trust.directory), members: [bea, anna] };
    expect(
      await verdict(
        {},
        { ...world.trust, directory: await directory.make(world.suite, world.delegate, value) },
      ),
    ).toBe("not-canonical");
    // The order of the bytes, as everywhere: an emoji lies behind all that fits in one unit of UTF-16.
    const [unit, emoji] = ["\uffee", "🕯"];
    await world.publish({ members: [{ ...anna, teams: [emoji, unit] }] });
    expect(await verdict()).not.toBe("not-canonical");
    const given = directory.peek(world.trust.directory).members;
    expect(given.map(({ teams }) => teams)).toEqual([[unit, emoji]]);
    const teams = { ...value, members: [{ ...anna, teams: ["b", "a"] }] };
    expect(
      await verdict(
        {},
        { ...world.trust, directory: await directory.make(world.suite, world.delegate, teams) },
      ),
    ).toBe("not-canonical");
  });

  it("of another jour, or with a byte changed, is refused", async () => {
    const value = { ...directory.peek(world.trust.directory), jour: bytes(0xa9, 16) };
    const foreign = await makeDirectory(world.suite, world.delegate, value);
    expect(await verdict({}, { ...world.trust, directory: foreign })).toBe("foreign-jour");
    const changed = world.trust.directory.slice();
    changed[150] = (changed[150] ?? 0) ^ 1;
    expect(await verdict({}, { ...world.trust, directory: changed })).not.toBe("trusted");
  });
});

describe("a duty statement", () => {
  type Change = Parameters<World["duty"]>[1];
  async function judged(change: Change = {}, now = world.now): Promise<string> {
    const { suite, jour, face } = world;
    const trust = await verifyTrust(suite, world.trust, { jour, now: world.now });
    if (!trust.ok) return trust.code;
    const duty = await world.duty("anna", change);
    const outcome = await verifyDuty(suite, duty.bytes, trust.value, { jour, face, now });
    return outcome.ok ? outcome.value.alias : outcome.code;
  }

  it("names who answers this shift, under her alias", async () => {
    expect(await judged()).toBe("Anna");
  });

  it("is refused by name", async () => {
    expect(await judged({ jour: bytes(1, 16) })).toBe("foreign-jour");
    expect(await judged({ face: bytes(1, 16) })).toBe("foreign-face");
    expect(await judged({ member: bytes(1, 16) })).toBe("member-not-in-directory");
    expect(await judged({ signer: bytes(1) })).toBe("bad-signature");
    expect(await judged({ head: bytes(1) })).toBe("duty-head-unknown");
    expect(await judged({ from: world.now + HOUR, until: world.now + 2 * HOUR })).toBe(
      "duty-not-yet",
    );
    expect(await judged({}, world.now + 7 * HOUR)).toBe("duty-expired");
    await expect(judged({ until: world.now + 12 * HOUR })).rejects.toThrow("duty-too-long");
  });

  it("longer than twelve hours is refused, whoever signed it", async () => {
    const { suite, jour, face, now } = world;
    const trust = await verifyTrust(suite, world.trust, { jour, now });
    if (!trust.ok) throw new Error(trust.code);
    const { duty } = await import("./objects.ts");
    const value = duty.peek((await world.duty("anna")).bytes);
    const long = await duty.make(suite, bytes(0x31), {
      ...value,
      until: value.from + LIMIT.duty + 1,
    });
    expect(await verifyDuty(suite, long, trust.value, { jour, face, now })).toEqual({
      ok: false,
      code: "duty-too-long",
    });
    await expect(
      makeDuty(suite, bytes(0x31), { ...value, until: value.from + LIMIT.duty + 1 }),
    ).rejects.toThrow("duty-too-long");
  });

  it("counts only while its member does, and for her team", async () => {
    const anna = await world.member("anna");
    for (const [change, code] of [
      [{ validUntil: world.now - 1 }, "member-expired"],
      [{ validFrom: world.now + HOUR }, "member-expired"],
      [{ teams: ["letters"] }, "member-not-in-team"],
    ] as const) {
      await world.publish({
        members: [
          { ...anna, ...change, teams: [...("teams" in change ? change.teams : anna.teams)] },
        ],
      });
      expect(await judged()).toBe(code);
    }
  });
});
