import { expect, it } from "vitest";
import type { Staff } from "../../people/index.browser.ts";
import { ok } from "../../platform/result.ts";
import { fromBase64url, toBase64url } from "../../protocol/index.ts";
import { makeTeamKey, TEAM_KEY_LIFE, teamKey } from "../../protocol/letters/index.ts";
import { nameDelegate } from "../../protocol/testing/post.ts";
import { bytes, createWorld, DAY, HOUR } from "../../protocol/testing/world.ts";
import { inboxPaths, type TeamKeysView } from "../contract.ts";
import { tendRing } from "./ring.browser.ts";

const FORMER = bytes(0x21);
const NOW = bytes(0x2f);

/** A coordinator at her desk, after another one was revoked; the server gives this key as the team's. */
async function desk(at: number) {
  const world = await createWorld({ now: Date.now() });
  const { suite, jour } = world;
  await world.revoke(await suite.ed25519.publicKey(FORMER));
  world.delegate = NOW;
  await nameDelegate(world, NOW, { at: world.now - DAY, until: world.now + 80 * DAY });
  await world.publish();
  const about = { jour, team: "letters", number: 7, at, until: at + TEAM_KEY_LIFE };
  const hers = await makeTeamKey(suite, FORMER, bytes(0x66), about);
  const posted: Uint8Array[] = [];
  const keys: Uint8Array[] = [hers];
  const view = (): TeamKeysView => ({
    team: [],
    rotate: null,
    keys: keys.map((one) => ({
      statement: toBase64url(one),
      id: "",
      share: null,
      missing: [],
    })),
  });
  const api = {
    get: async () =>
      ok({
        log: world.log.map(toBase64url),
        directory: toBase64url(world.trust.directory),
      }),
    async post(path: string, body: { statement?: string }) {
      if (path === inboxPaths.keys) return ok(view());
      const statement = fromBase64url(body.statement ?? "") ?? bytes(0);
      posted.push(statement);
      if (teamKey.peek(statement).number !== 7) keys.unshift(statement);
      return ok();
    },
  };
  const me = { value: { member: "31313131-3131-3131-3131-313131313131" } };
  const identity = { sign: NOW, seal: bytes(0x3a) };
  const staff = { suite, jour, api, me, identity, fingerprint: undefined };
  const ring = await tendRing(staff as unknown as Staff, "letters");
  if (!ring.ok) throw new Error(ring.code);
  return { ring: ring.value, posted: posted.map((one) => teamKey.peek(one)) };
}

it("is not vouched for while somebody could seal to it: a former coordinator and the server could have made it yesterday", async () => {
  const { ring, posted } = await desk(Date.now() - HOUR);
  expect(posted.map(({ number }) => number)).toEqual([8]);
  expect(ring.current?.number).toBe(8);
});

it("whose time is over is vouched for again, so that its answers stay readable", async () => {
  const { ring, posted } = await desk(Date.now() - TEAM_KEY_LIFE - 2 * DAY);
  expect(posted.map(({ number }) => number)).toEqual([8, 7]);
  expect(ring.current?.number).toBe(8);
});
