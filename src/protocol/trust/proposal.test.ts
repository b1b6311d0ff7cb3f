import { beforeEach, describe, expect, it } from "vitest";
import { bytes, createWorld, DAY } from "../testing/world.ts";
import type { World } from "../testing/world.ts";
import { readLog } from "./log.ts";
import { assemble, cosign, draftDelegate, draftOf, draftRevocation, draftRoot } from "./make.ts";
import { LIMIT } from "./objects.ts";
import type { EntryKind, RootStatement } from "./objects.ts";
import { readProposal } from "./proposal.ts";
import type { Proposal, ReadProposal } from "./proposal.ts";

let world: World;
/** Three custodians, two of whom must sign; a fourth woman who is none yet. */
const dora = bytes(0x41);
beforeEach(async () => {
  world = await createWorld();
});

const publicKey = (seed: Uint8Array) => world.suite.ed25519.publicKey(seed);
const custodian = (at: number): Uint8Array => world.custodians[at] ?? bytes(0);

async function proposal(kind: EntryKind, draft: Uint8Array, ...seeds: Uint8Array[]) {
  const signatures = await Promise.all(seeds.map((one) => cosign(world.suite, kind, one, draft)));
  return { kind, draft, signatures } satisfies Proposal;
}

async function read(given: Proposal): Promise<ReadProposal | string> {
  const { suite, jour, log } = world;
  const outcome = await readProposal(suite, await readLog(suite, log, jour), jour, given);
  return outcome.ok ? outcome.value : outcome.code;
}

const bare = async () => ({ jour: world.jour, previous: await world.head(), at: world.now });
const naming = async (seed: Uint8Array, until = world.now + 90 * DAY) =>
  draftDelegate({ ...(await bare()), key: await publicKey(seed), until });
async function change(fields: Partial<RootStatement> = {}, ...seeds: Uint8Array[]) {
  const keys = await Promise.all((seeds.length ? seeds : world.custodians).map(publicKey));
  return draftRoot({ ...(await bare()), version: 2, m: 2, keys, ...fields });
}

describe("a delegate that is proposed", () => {
  it("wants another signature, then is complete, and goes into the log as it is", async () => {
    const draft = await naming(dora);
    const one = await proposal("delegate", draft, custodian(0));
    expect(await read(one)).toMatchObject({
      act: { kind: "delegate", key: await publicKey(dora), until: world.now + 90 * DAY },
      at: world.now,
      signed: [await publicKey(custodian(0))],
      missing: 1,
      asked: [],
      complete: false,
    });
    const two = await proposal("delegate", draft, custodian(0), custodian(2));
    expect(await read(two)).toMatchObject({ missing: 0, complete: true });
    const entry = assemble("delegate", draft, two.signatures);
    expect(draftOf(entry)).toEqual(draft);
    const log = await readLog(world.suite, [...world.log, entry], world.jour);
    expect(log.delegates.at(-1)?.key).toEqual(await publicKey(dora));
  });

  it("counts nobody twice", async () => {
    const one = await proposal("delegate", await naming(dora), custodian(0), custodian(0));
    expect(await read(one)).toMatchObject({ missing: 1, complete: false });
  });

  it("is refused without a custodian's signature, with a stranger's, or with a wrong one", async () => {
    const draft = await naming(dora);
    expect(await read(await proposal("delegate", draft))).toBe("proposal-unsigned");
    expect(await read(await proposal("delegate", draft, dora))).toBe("proposal-unsigned");
    const mixed = await proposal("delegate", draft, custodian(0), dora);
    expect(await read(mixed)).toBe("proposal-unsigned");
    const other = await proposal("delegate", await naming(bytes(0x42)), custodian(0));
    expect(await read({ ...other, draft })).toBe("bad-signature");
  });

  it("is refused under another kind's name: what was signed for one serves no other", async () => {
    const revoking = draftRevocation({ ...(await bare()), key: await publicKey(dora) });
    const one = await proposal("revocation", revoking, custodian(0));
    expect(await read({ ...one, kind: "delegate" })).toBe("wrong-type");
  });

  it("is refused beyond ninety days, and of a key that was revoked", async () => {
    const long = await naming(dora, world.now + LIMIT.delegate + 1);
    expect(await read(await proposal("delegate", long, custodian(0)))).toBe("delegate-too-long");
    await world.revoke(await publicKey(dora));
    const again = await proposal("delegate", await naming(dora), custodian(0));
    expect(await read(again)).toBe("delegate-revoked");
  });

  it("is refused upon another log, another jour, or with bytes that are none", async () => {
    const draft = await naming(dora);
    await world.revoke(bytes(5));
    expect(await read(await proposal("delegate", draft, custodian(0)))).toBe("proposal-overtaken");
    const until = world.now + DAY;
    const elsewhere = draftDelegate({
      ...(await bare()),
      jour: bytes(9, 16),
      key: bytes(1),
      until,
    });
    expect(await read(await proposal("delegate", elsewhere, custodian(0)))).toBe("foreign-jour");
    const cut = (await naming(dora)).slice(0, -1);
    expect(await read(await proposal("delegate", cut, custodian(0)))).toBe("malformed");
  });

  it("means nothing where no root is known", async () => {
    const given = await proposal("delegate", await naming(dora), custodian(0));
    const empty = { root: undefined, fingerprint: bytes(0), heads: [], delegates: [], revoked: [] };
    const outcome = await readProposal(world.suite, empty, world.jour, given);
    expect(outcome).toEqual({ ok: false, code: "log-broken" });
  });
});

describe("a revocation that is proposed", () => {
  it("is of a key that is not revoked yet", async () => {
    const key = await publicKey(world.delegate);
    const first = await proposal(
      "revocation",
      draftRevocation({ ...(await bare()), key }),
      custodian(1),
    );
    expect(await read(first)).toMatchObject({ act: { kind: "revocation", key }, missing: 1 });
    await world.revoke(key);
    const again = draftRevocation({ ...(await bare()), key });
    expect(await read(await proposal("revocation", again, custodian(1)))).toBe("proposal-idle");
  });
});

describe("a change of the root that is proposed", () => {
  it("asks whoever shall hold a key to say yes with it", async () => {
    const draft = await change({}, custodian(0), custodian(1), dora);
    const two = await proposal("root", draft, custodian(0), custodian(1));
    const key = await publicKey(dora);
    expect(await read(two)).toMatchObject({
      act: { m: 2, added: [key], removed: [await publicKey(custodian(2))] },
      missing: 0,
      asked: [key],
      complete: false,
    });
    const all = await proposal("root", draft, custodian(0), custodian(1), dora);
    expect(await read(all)).toMatchObject({ asked: [], complete: true });
    const entry = assemble("root", draft, all.signatures);
    const log = await readLog(world.suite, [...world.log, entry], world.jour);
    expect(log.root).toMatchObject({ version: 2, m: 2 });
  });

  it("does not count her word for the root that she is not in yet", async () => {
    const draft = await change({}, custodian(0), custodian(1), dora);
    expect(await read(await proposal("root", draft, dora))).toBe("proposal-unsigned");
    const half = await proposal("root", draft, custodian(0), dora);
    expect(await read(half)).toMatchObject({ missing: 1, complete: false });
  });

  it("takes as many of those who stay as shall sign from then on", async () => {
    const draft = await change({ m: 3 });
    const two = await proposal("root", draft, custodian(0), custodian(1));
    expect(await read(two)).toMatchObject({ missing: 1, complete: false });
    const leaving = await change({}, custodian(1), custodian(2));
    const bowing = await proposal("root", leaving, custodian(0), custodian(1));
    expect(await read(bowing)).toMatchObject({ missing: 1, complete: false });
  });

  it("is refused where the chain would not bear it, or where it changes nothing", async () => {
    const refused = async (draft: Uint8Array) => read(await proposal("root", draft, custodian(0)));
    expect(await refused(await change())).toBe("proposal-idle");
    expect(await refused(await change({ m: 0 }))).toBe("malformed");
    expect(await refused(await change({ m: 4 }))).toBe("malformed");
    expect(await refused(await change({ m: 3, version: 3 }))).toBe("root-rolled-back");
    const twice = await change({ m: 1 }, custodian(0), custodian(0));
    expect(await refused(twice)).toBe("not-canonical");
  });
});
