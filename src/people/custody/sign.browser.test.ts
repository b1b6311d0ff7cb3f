import { beforeEach, expect, test } from "vitest";
import { ok } from "../../platform/result.ts";
import { cosign, draftRevocation, toBase64url } from "../../protocol/index.ts";
import { bytes, createWorld, type World } from "../../protocol/testing/world.ts";
import type { Staff } from "../staff.browser.ts";
import { custodyPaths, type ProposalView } from "./contract.ts";
import type { Waiting } from "./custody.browser.ts";
import { propose, signWaiting } from "./sign.browser.ts";

// A custodian signs the very bytes that she was shown, and only what another custodian has signed before her.

const ID = "5a5a5a5a-5a5a-4a5a-8a5a-5a5a5a5a5a5a";
let world: World;
let written: object[];
/** What the server says that waits. */
let waiting: ProposalView[];
let staff: Staff;

beforeEach(async () => {
  world = await createWorld({ now: Date.now() });
  written = [];
  waiting = [];
  const write = async (_path: string, body: object) => (written.push(body), ok(null));
  staff = {
    suite: world.suite,
    jour: world.jour,
    identity: { sign: world.custodians[0], seal: bytes(1) },
    entrance: { jour: { demo: false } },
    fingerprint: undefined,
    api: {
      get: async (path: string) => {
        if (path === custodyPaths.custody)
          return ok({ names: [], proposals: waiting, rekeyed: [] });
        const { log, directory } = world.trust;
        return ok({ log: log.map(toBase64url), directory: toBase64url(directory) });
      },
      put: write,
      post: write,
    },
  } as unknown as Staff;
});

const revoking = async (seed: number): Promise<Uint8Array> => {
  const key = await world.suite.ed25519.publicKey(bytes(seed));
  return draftRevocation({ jour: world.jour, previous: await world.head(), at: world.now, key });
};

async function view(draft: Uint8Array, ...seeds: Uint8Array[]): Promise<ProposalView> {
  const signatures = await Promise.all(
    seeds.map((seed) => cosign(world.suite, "revocation", seed, draft)),
  );
  return {
    ...{ id: ID, kind: "revocation", draft: toBase64url(draft) },
    signatures: signatures.map(({ key, signature }) => ({
      key: toBase64url(key),
      signature: toBase64url(signature),
    })),
    ...{ madeBy: null, overtaken: false, expiresAt: 0 },
  };
}

const shown = (draft: Uint8Array) =>
  ({ id: ID, proposal: { kind: "revocation", draft, signatures: [] } }) as unknown as Waiting;
const other = (): Uint8Array => world.custodians[1] ?? bytes(0);

test("what the server has put in its place since, she does not sign", async () => {
  waiting = [await view(await revoking(0x32), other())];
  expect(await signWaiting(staff, shown(await revoking(0x31)))).toMatchObject({ ok: false });
  expect(written).toEqual([]);
});

test("what no custodian has signed yet, she does not sign either", async () => {
  const draft = await revoking(0x31);
  waiting = [await view(draft)];
  expect(await signWaiting(staff, shown(draft))).toMatchObject({ ok: false });
  waiting = [await view(draft, bytes(0x66))];
  expect(await signWaiting(staff, shown(draft))).toMatchObject({ ok: false });
  expect(written).toEqual([]);
});

test("what she was shown, and another has signed, she signs", async () => {
  const draft = await revoking(0x31);
  waiting = [await view(draft, other())];
  await signWaiting(staff, shown(draft));
  const mine = await cosign(world.suite, "revocation", world.custodians[0] ?? bytes(0), draft);
  expect(written[0]).toMatchObject({ signature: { signature: toBase64url(mine.signature) } });
});

test("what the chain would not bear is laid before nobody", async () => {
  const key = await world.suite.ed25519.publicKey(bytes(0x31));
  await world.revoke(key);
  await world.publish();
  expect(await propose(staff, { kind: "revocation", key })).toMatchObject({ ok: false });
  expect(written).toEqual([]);
});
