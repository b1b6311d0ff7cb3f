import { expect, it } from "vitest";
import type { Staff } from "../../people/index.browser.ts";
import { uuidBytes } from "../../platform/ids.ts";
import { ok } from "../../platform/result.ts";
import { toBase64url } from "../../protocol/index.ts";
import { makeTeamKey, TEAM_KEY_LIFE } from "../../protocol/letters/index.ts";
import { share } from "../../protocol/letters/objects.ts";
import { fromBase64url } from "../../protocol/index.ts";
import { bytes, createWorld, DAY } from "../../protocol/testing/world.ts";
import { inboxPaths, type TeamKeysView } from "../contract.ts";
import { tendRing } from "./ring.browser.ts";

// Who gets the team's key is what the signed directory says; the server only names whom it would like to have it.

const uuid = (fill: number): string =>
  Buffer.from(bytes(fill, 16))
    .toString("hex")
    .replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");

interface Line {
  readonly fill: number;
  readonly teams?: string[];
  readonly from?: number;
  readonly until?: number;
}

/** A coordinator's desk that makes a new key; the server asks for shares for `wanted`, with these keys. */
async function desk(lines: readonly Line[], wanted: TeamKeysView["team"], keys: Uint8Array[] = []) {
  const world = await createWorld({ now: Date.now() });
  const { suite, jour, now } = world;
  const members = await Promise.all(
    lines.map(async ({ fill, teams = ["letters"], from = now - DAY, until = now + DAY }) => ({
      ...(await world.member("anna")),
      ...{ id: bytes(fill, 16), teams, validFrom: from, validUntil: until },
      identity: await suite.ed25519.publicKey(bytes(fill)),
      sealKeyHash: await suite.sha256(await suite.xwing.publicKey(bytes(fill))),
    })),
  );
  await world.publish({ members });
  const given = keys.map((statement) => ({
    ...{ statement: toBase64url(statement), id: "", share: null },
    missing: [],
  }));
  const view: TeamKeysView = { team: wanted, rotate: "week-over", keys: given };
  const shared: number[] = [];
  const api = {
    get: async () =>
      ok({ log: world.log.map(toBase64url), directory: toBase64url(world.trust.directory) }),
    async post(path: string, { shares = [] }: { shares?: string[] }) {
      if (path === inboxPaths.keys) return ok(view);
      for (const one of shares)
        shared.push(share.decode(fromBase64url(one) ?? bytes(0)).member[0] ?? 0);
      return ok();
    },
  };
  const me = { value: { member: uuid(0x31) } };
  const identity = { sign: world.delegate, seal: bytes(0x31) };
  const staff = { suite, jour, api, me, identity, fingerprint: undefined };
  const ring = await tendRing(staff as unknown as Staff, "letters");
  if (!ring.ok) throw new Error(ring.code);
  return { shared, ring: ring.value, world };
}

const { suite } = await createWorld();
const asked = async (fill: number, key = fill) => ({
  member: uuid(fill),
  sealKey: toBase64url(await suite.xwing.publicKey(bytes(key))),
});

it("goes to who is in the team by the signed directory, now, and to nobody whom the server adds", async () => {
  const now = Date.now();
  const lines = [
    { fill: 0x31 },
    { fill: 0x32, teams: ["conversations"] },
    { fill: 0x33, until: now - DAY },
    { fill: 0x34, from: now + DAY, until: now + 2 * DAY },
  ];
  const wanted = await Promise.all([0x31, 0x32, 0x33, 0x34, 0x35].map((fill) => asked(fill)));
  expect(uuidBytes(wanted[0]?.member ?? "")).toEqual(bytes(0x31, 16));
  expect((await desk(lines, wanted)).shared).toEqual([0x31]);
});

it("is sealed to no key that the server gives in place of hers", async () => {
  const wanted = [await asked(0x31, 0x66), await asked(0x32)];
  const { shared } = await desk([{ fill: 0x31 }, { fill: 0x32 }], wanted);
  expect(shared).toEqual([0x32]);
});

it("is none of the team's where no delegate has signed it", async () => {
  const { jour } = await createWorld();
  const about = {
    jour,
    team: "letters",
    number: 9,
    at: Date.now(),
    until: Date.now() + TEAM_KEY_LIFE,
  };
  const foreign = await makeTeamKey(suite, bytes(0x66), bytes(0x67), about);
  const { ring } = await desk([{ fill: 0x31 }], [], [foreign]);
  expect([ring.keys, ring.current]).toEqual([[], undefined]);
});
