import { beforeEach, describe, expect, it } from "vitest";
import { bytes, createWorld, DAY, HOUR } from "../testing/world.ts";
import type { World } from "../testing/world.ts";
import {
  draftDelegate,
  draftRevocation,
  draftRoot,
  makeDirectory,
  makeDuty,
  makeEntry,
} from "./make.ts";
import { directory, LIMIT } from "./objects.ts";
import type { EntryKind, RootStatement } from "./objects.ts";
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

async function append(
  kind: EntryKind,
  draft: Uint8Array,
  seeds = world.custodians.slice(0, 2),
): Promise<void> {
  world.log.push(await makeEntry(world.suite, kind, draft, seeds));
  await world.publish();
}

async function root(change: Partial<RootStatement> = {}): Promise<Uint8Array> {
  const { jour, now, custodians } = world;
  const keys = await publicKeys(...custodians);
  return draftRoot({
    jour,
    previous: await world.head(),
    at: now,
    version: 2,
    m: 2,
    keys,
    ...change,
  });
}

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

describe("the log", () => {
  it("may not be shortened, reordered or rewritten", async () => {
    await append(
      "revocation",
      draftRevocation({
        jour: world.jour,
        previous: await world.head(),
        at: world.now,
        key: bytes(5),
      }),
    );
    const { log, directory: newest } = world.trust;
    const [first = bytes(0), second = bytes(0), third = bytes(0)] = log;
    expect(await verdict({}, { log: [first, second], directory: newest })).toBe(
      "directory-head-mismatch",
    );
    expect(await verdict({}, { log: [first, third, second], directory: newest })).toBe(
      "log-broken",
    );
    expect(await verdict({}, { log: [second], directory: newest })).toBe("log-broken");
    const changed = second.slice();
    changed[60] = (changed[60] ?? 0) ^ 1;
    expect(await verdict({}, { log: [first, changed, third], directory: newest })).toBe(
      "bad-signature",
    );
  });

  it("starts with a root statement", async () => {
    const { suite, jour, now, custodians } = world;
    const draft = draftDelegate({ jour, previous: bytes(0), at: now, key: bytes(5), until: now });
    const entry = await makeEntry(suite, "delegate", draft, custodians);
    expect(await verdict({}, { ...world.trust, log: [entry] })).toBe("log-broken");
  });

  it("of another jour is not mixed in", async () => {
    await append(
      "revocation",
      draftRevocation({
        jour: bytes(0xa9, 16),
        previous: await world.head(),
        at: world.now,
        key: bytes(5),
      }),
    );
    expect(await verdict()).toBe("foreign-jour");
  });
});

describe("the root", () => {
  it("changes with m signatures of the old and of the new custodians", async () => {
    const fresh = bytes(0x19);
    const [one = fresh, two = fresh] = world.custodians;
    const draft = await root({ keys: await publicKeys(one, fresh), m: 2 });
    await append("root", draft, [one, two, fresh]);
    expect(await verdict()).toBe("trusted");
  });

  it("does not change with too few of either", async () => {
    const fresh = bytes(0x19);
    const [one = fresh, two = fresh] = world.custodians;
    const draft = await root({ keys: await publicKeys(one, fresh), m: 2 });
    for (const signers of [[one, fresh], [one, two], [fresh]]) {
      await append("root", draft, signers);
      expect(await verdict()).toBe("root-signatures-missing");
      world.log.pop();
    }
  });

  it("counts no custodian twice", async () => {
    const [one = bytes(0)] = world.custodians;
    await append(
      "revocation",
      draftRevocation({
        jour: world.jour,
        previous: await world.head(),
        at: world.now,
        key: bytes(5),
      }),
      [one],
    );
    const entry = world.log.pop() ?? bytes(0);
    const doubled = new Uint8Array(entry.length + 96);
    doubled.set(entry);
    doubled.set(entry.slice(-96), entry.length);
    doubled[entry.length - 97] = 2;
    world.log.push(doubled);
    await world.publish();
    expect(await verdict()).toBe("not-canonical");
  });

  it("never goes back and never jumps", async () => {
    for (const version of [1, 3]) {
      await append("root", await root({ version }));
      expect(await verdict()).toBe("root-rolled-back");
      world.log.pop();
    }
  });

  it("needs a number of signatures that its custodians can give", async () => {
    for (const m of [0, 4]) {
      await append("root", await root({ m }), world.custodians);
      expect(await verdict()).toBe("malformed");
      world.log.pop();
    }
  });
});

describe("delegates", () => {
  const named = async (until: number, key = bytes(0x29)) => {
    const [delegate = key] = await publicKeys(key);
    return draftDelegate({
      jour: world.jour,
      previous: await world.head(),
      at: world.now,
      key: delegate,
      until,
    });
  };

  it("serve for 90 days at most, and not after", async () => {
    await append("delegate", await named(world.now + LIMIT.delegate + 1));
    expect(await verdict()).toBe("delegate-too-long");
    world.log.pop();
    await append("delegate", await named(world.now - 1));
    world.delegate = bytes(0x29);
    await world.publish();
    expect(await verdict()).toBe("delegate-expired");
  });

  it("are named by enough custodians, or not at all", async () => {
    await append("delegate", await named(world.now + DAY), world.custodians.slice(0, 1));
    expect(await verdict()).toBe("root-signatures-missing");
    world.log.pop();
    world.delegate = bytes(0x29);
    await world.publish();
    expect(await verdict()).toBe("delegate-unknown");
  });

  it("are revoked for good", async () => {
    const [key = bytes(0)] = await publicKeys(world.delegate);
    await world.revoke(key);
    await append("delegate", await named(world.now + DAY, world.delegate));
    expect(await verdict()).toBe("delegate-revoked");
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
