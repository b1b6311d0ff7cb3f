import { compare } from "../bytes.ts";
import { beforeEach, describe, expect, it } from "vitest";
import { bytes, createWorld, DAY } from "../testing/world.ts";
import type { World } from "../testing/world.ts";
import { draftDelegate, draftRevocation, draftRoot, makeEntry } from "./make.ts";
import { LIMIT, logEntry } from "./objects.ts";
import type { EntryKind, RootStatement } from "./objects.ts";
import type { TrustBundle } from "./types.ts";
import { verifyTrust } from "./verify.ts";
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

  it("names its custodians in order, each once", async () => {
    const { jour, now, custodians } = world;
    const keys = (await publicKeys(...custodians)).toSorted(compare);
    for (const wrong of [keys.toReversed(), [...keys, ...keys.slice(2)]]) {
      const value = { jour, previous: await world.head(), at: now, version: 2, m: 2, keys: wrong };
      await append("root", logEntry.root.covered(value));
      expect(await verdict()).toBe("not-canonical");
      world.log.pop();
    }
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

  it("do not serve before their time: 90 days do not begin in ten years", async () => {
    const at = world.now + 3650 * DAY;
    const [key = bytes(0)] = await publicKeys(bytes(0x29));
    const draft = { jour: world.jour, previous: await world.head(), at, key, until: at + DAY };
    await append("delegate", draftDelegate(draft));
    world.delegate = bytes(0x29);
    await world.publish();
    expect(await verdict()).toBe("delegate-not-yet");
  });

  it("are named by enough custodians, or not at all", async () => {
    await append("delegate", await named(world.now + DAY), world.custodians.slice(0, 1));
    expect(await verdict()).toBe("root-signatures-missing");
    world.log.pop();
    world.delegate = bytes(0x29);
    await world.publish();
    expect(await verdict()).toBe("delegate-unknown");
  });

  it("are told to others only while they serve", async () => {
    const told = async () => {
      const { suite, jour, now } = world;
      const outcome = await verifyTrust(suite, world.trust, { jour, now });
      return outcome.ok ? outcome.value.delegates.length : outcome.code;
    };
    expect(await told()).toBe(1);
    await append("delegate", await named(world.now + DAY));
    expect(await told()).toBe(2);
    await append("delegate", await named(world.now - 1, bytes(0x2a)));
    expect(await told()).toBe(2);
    const at = world.now + DAY;
    const [later = bytes(0)] = await publicKeys(bytes(0x2b));
    const base = { jour: world.jour, previous: await world.head() };
    await append("delegate", draftDelegate({ ...base, at, key: later, until: at + DAY }));
    expect(await told()).toBe(2);
    const [gone = bytes(0)] = await publicKeys(bytes(0x29));
    await world.revoke(gone);
    await world.publish();
    expect(await told()).toBe(1);
  });

  it("are revoked for good", async () => {
    const [key = bytes(0)] = await publicKeys(world.delegate);
    await world.revoke(key);
    await append("delegate", await named(world.now + DAY, world.delegate));
    expect(await verdict()).toBe("delegate-revoked");
  });
});
