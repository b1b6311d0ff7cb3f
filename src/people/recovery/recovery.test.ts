import { randomBytes, randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import {
  api,
  currentTrust,
  enrol,
  finish,
  foundedBy,
  type HouseOfPeople,
  houseOfPeople,
  joined,
  lineOf,
  publication,
  secret,
  signerOf,
  signIn,
  suite,
  type Woman,
} from "../../../tests/factories/people.server.ts";
import { uuidBytes } from "../../platform/ids.ts";
import { encodeInvitation, invitationKeys, toBase64url } from "../../protocol/index.ts";
import { uuidText } from "../bytes.ts";
import type { CustodyView } from "../custody/contract.ts";
import { custodyPaths } from "../custody/contract.ts";
import type { MembersView } from "../contract.ts";

let house: HouseOfPeople;
let majken: Woman;
let anna: Woman;

beforeAll(async () => {
  house = await houseOfPeople();
  majken = await foundedBy(house);
});
beforeEach(async () => {
  anna = await joined(majken, house, "volunteer", { name: "Anna" });
});
afterAll(() => house.close());

/** A link for her who has lost all devices, as the coordinator's page makes it. */
async function linkFor(member: string, by = majken): Promise<{ status: number; fragment: string }> {
  const [id, seed] = [randomUUID(), suite.random(32)];
  const token = toBase64url((await invitationKeys(suite, seed)).token);
  const made = await by.desk.post(`${api}/invitations`, {
    ...{ id, token, role: "volunteer", recovers: member },
  });
  const jour = uuidBytes(house.jour);
  const about = { jour, id: uuidBytes(id), secret: seed, fingerprint: new Uint8Array(32).fill(1) };
  return { status: made.status, fragment: encodeInvitation(about) };
}

async function comeBackAs({ member }: Woman): Promise<string> {
  await enrol(house.desk(), (await linkFor(member)).fragment);
  return member;
}

/** She opens it at a new device and makes new keys. */
async function comeBack() {
  const { fragment } = await linkFor(anna.member);
  return enrol(house.desk(), fragment, { name: "Någon annan" });
}

async function countersign(woman: Woman): Promise<number> {
  const line = await lineOf(woman, "volunteer", house.clock.now);
  const signed = await publication(majken.desk, house, {
    signer: signerOf(majken),
    members: (before) => before.map((one) => (uuidText(one.id) === woman.member ? line : one)),
  });
  return (await majken.desk.ask("PUT", `${api}/trust`, signed)).status;
}

const pendingOf = async () => {
  const { body } = await majken.desk.get<MembersView & Record<string, unknown>>(`${api}/members`);
  return body.pending.find(({ id }) => id === anna.member);
};

describe("who has lost all her devices", () => {
  test("comes back under her own number: nothing is hers before a coordinator has signed, all after", async () => {
    const told: string[] = [];
    house.people.onLeaving(async (_, member) => void told.push(member));
    const { woman, answer } = await comeBack();
    expect(woman.member).toBe(anna.member);
    const waiting = await finish(woman, answer.body.challenge, house.jour);
    expect(waiting.body.awaiting).toBeDefined();
    expect((await woman.desk.get(`${api}/session`)).status).toBe(401);
    expect((await anna.desk.get(`${api}/session`)).status).toBe(200);
    expect(await pendingOf()).toMatchObject({ name: "Anna", returns: true });

    expect(await countersign(woman)).toBe(200);
    expect(told).toEqual([anna.member]);
    expect(await pendingOf()).toBeUndefined();
    expect((await signIn(woman, house)).body).toMatchObject({ me: { name: "Anna" } });
    const mine = await woman.desk.get<{ ways: unknown[] }>(`${api}/mine`);
    expect(mine.body.ways).toHaveLength(2);
    const news = await majken.desk.get<CustodyView & Record<string, unknown>>(custodyPaths.custody);
    const today = new Date(house.clock.now).toISOString().slice(0, 10);
    expect(news.body.rekeyed).toContainEqual({ name: "Anna", on: today });
  });

  test("loses with that whatever her old device could do", async () => {
    const { woman } = await comeBack();
    await countersign(woman);
    expect((await anna.desk.get(`${api}/session`)).status).toBe(401);
    const old = { ...anna, desk: house.desk() };
    const options = await old.desk.post(`${api}/sign-in/passkey/options`, {});
    const assertion = old.device.assert(options.body);
    expect((await old.desk.post(`${api}/sign-in/passkey`, { assertion })).status).toBe(403);
    const byCode = await old.desk.post(`${api}/sign-in/recovery`, { lookup: anna.recovery });
    expect(byCode.body).toEqual({ error: "not-recognised" });
  });

  test("and what was sealed to her old key is gone, so that colleagues seal it to her anew; the key is to be replaced", async () => {
    const key = randomBytes(32);
    await house.database.tenant(house.jour, async (tx) => {
      await tx.rows(
        `insert into team_keys (jour_id, team, number, key_id, statement, until)
         values ($1, 'letters', 1 + (select count(*)::int from team_keys), $2, $3, now())`,
        [tx.jour, key, Buffer.alloc(8)],
      );
      for (const member of [anna.member, majken.member])
        await tx.rows(
          "insert into team_shares (jour_id, key_id, member_id, share) values ($1, $2, $3, $4)",
          [tx.jour, key, member, Buffer.alloc(8)],
        );
    });
    const { woman } = await comeBack();
    await countersign(woman);
    await house.database.tenant(house.jour, async (tx) => {
      const shares = await tx.rows("select member_id from team_shares where key_id = $1", [key]);
      expect(shares).toEqual([{ member_id: majken.member }]);
      const keys = await tx.rows("select departed from team_keys where key_id = $1", [key]);
      expect(keys).toEqual([{ departed: true }]);
    });
  });

  test("can be told no: her place and her old keys stay as they were", async () => {
    const { woman, answer } = await comeBack();
    expect((await majken.desk.ask("DELETE", `${api}/pending/${anna.member}`, {})).status).toBe(200);
    const asked = await finish(woman, answer.body.challenge, house.jour);
    expect(asked.body).toEqual({ error: "not-recognised" });
    expect(await countersign(woman)).toBe(422);
    expect((await anna.desk.get(`${api}/session`)).status).toBe(200);
    expect((await signIn({ ...anna, desk: house.desk() }, house)).status).toBe(200);
  });

  test("in a second try replaces the first", async () => {
    const first = await comeBack();
    const second = await comeBack();
    expect(await countersign(first.woman)).toBe(422);
    expect(await countersign(second.woman)).toBe(200);
  });
});

describe("a link to come back by", () => {
  test("is made by coordinators, for members of this jour", async () => {
    expect((await linkFor(anna.member, anna)).status).toBe(403);
    expect((await linkFor(randomUUID())).status).toBe(404);
    expect((await linkFor(anna.member)).status).toBe(200);
  });

  test("serves nobody else, and no newcomer's link serves her", async () => {
    const { fragment } = await linkFor(anna.member);
    const { woman, answer } = await enrol(house.desk(), fragment);
    expect([woman.member, answer.status]).toEqual([anna.member, 200]);
    expect((await enrol(house.desk(), fragment)).answer.status).not.toBe(200);
  });
});

test("a wrap is replaced by its owner alone", async () => {
  const { body } = await anna.desk.get<{ ways: { id: string }[] }>(`${api}/mine`);
  const way = body.ways[0]?.id ?? "";
  const wrapped = { sealed: secret() };
  expect((await majken.desk.ask("PUT", `${api}/mine/ways/${way}`, wrapped)).status).toBe(404);
  expect((await anna.desk.ask("PUT", `${api}/mine/ways/${way}`, wrapped)).status).toBe(200);
});

test("a jour whose root is lost is founded anew: nobody of before is in, and a founder comes in again", async () => {
  const fresh = await houseOfPeople();
  const before = await foundedBy(fresh);
  expect((await before.desk.get(`${api}/session`)).status).toBe(200);
  const fragment = await fresh.people.foundAnew(fresh.jour);
  expect((await before.desk.get(`${api}/session`)).status).toBe(401);
  expect(await currentTrust(before.desk)).toEqual({ log: [], directory: null });
  const { woman, answer } = await enrol(fresh.desk(), fragment, { name: "Majken" });
  expect(answer).toMatchObject({ status: 200, body: { member: woman.member } });
  await fresh.close();
});

// The last one: it turns the clock of the house.
test("new keys that nobody has signed for in three days are not kept; who has new ones is told of for two weeks", async () => {
  const { woman } = await comeBack();
  const waiting = await comeBackAs(await joined(majken, house));
  await countersign(woman);
  house.clock.now += 73 * 3_600_000;
  await house.people.sweep(house.jour);
  await house.database.tenant(house.jour, async (tx) => {
    expect(await tx.rows("select 1 from recoveries")).toEqual([]);
    const wraps = "select 1 from identity_wraps where member_id = $1";
    expect(await tx.rows(`${wraps} and waiting`, [waiting])).toEqual([]);
    expect(await tx.rows(wraps, [waiting])).toHaveLength(2);
    const told = "select 1 from members where rekeyed_on is not null and id = $1";
    expect(await tx.rows(told, [woman.member])).toHaveLength(1);
  });
  house.clock.now += 13 * 24 * 3_600_000;
  await house.people.sweep(house.jour);
  await house.database.tenant(house.jour, async (tx) => {
    expect(await tx.rows("select 1 from members where rekeyed_on is not null")).toEqual([]);
  });
});
