import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  type Answer,
  api,
  finish,
  foundedBy,
  type HouseOfPeople,
  houseOfPeople,
  joined,
  secret,
  signIn,
  type Woman,
} from "../../tests/factories/people.server.ts";

let house: HouseOfPeople;
let majken: Woman;
let anna: Woman;
const MINUTE = 60_000;
const phrase = { lookup: secret(), auth: secret() };

beforeAll(async () => {
  house = await houseOfPeople();
  majken = await foundedBy(house);
  anna = await joined(majken, house, "volunteer", { passphrase: phrase });
});
afterAll(() => house.close());

type Opened = Answer<{ challenge: string; error?: string; member?: string; sealed?: string }>;
const newDesk = (woman: Woman, host?: string): Woman => ({ ...woman, desk: house.desk(host) });
const options = async (woman: Woman): Promise<{ challenge: string }> =>
  (await woman.desk.post<{ challenge: string }>(`${api}/sign-in/passkey/options`, {})).body;
const assert = (woman: Woman, assertion: object): Promise<Opened> =>
  woman.desk.post(`${api}/sign-in/passkey`, { assertion });

describe("a passkey", () => {
  test("opens the way to her wrap, and her identity signs her in", async () => {
    const woman = newDesk(anna);
    const opened = await assert(woman, woman.device.assert(await options(woman)));
    expect(opened.body).toMatchObject({ member: anna.member, pending: null });
    const done = await finish(woman, opened.body.challenge, house.jour);
    expect(done.body.me).toMatchObject({ role: "volunteer", way: "passkey" });
    expect(woman.desk.cookie).toMatch(/^lykta=[\w-]{43}$/);
  });

  test.each([
    ["from another origin", { origin: "http://evil.example" }],
    ["from another port of the same host", { origin: "http://mira.localhost:81" }],
    ["for another RP ID", { rpId: "vide.localhost" }],
    ["without finger, face or code", { userVerified: false }],
    ["whose counter went back: a copy of the device", { counter: 1 }],
  ])("is refused %s", async (_, place) => {
    const woman = newDesk(anna);
    const opened = await assert(woman, woman.device.assert(await options(woman), place));
    expect(opened).toEqual({ status: 403, body: { error: "not-recognised" } });
  });

  test("is refused when its answer comes again, too late, or to a challenge that is not ours", async () => {
    const woman = newDesk(anna);
    const assertion = woman.device.assert(await options(woman), { counter: 40 });
    expect((await assert(woman, assertion)).status).toBe(200);
    expect((await assert(woman, assertion)).body.error).toBe("not-recognised");
    const late = woman.device.assert(await options(woman), { counter: 41 });
    house.clock.now += 6 * MINUTE;
    expect((await assert(woman, late)).body.error).toBe("not-recognised");
    house.clock.now -= 6 * MINUTE;
    const invented = woman.device.assert({ challenge: secret() }, { counter: 42 });
    expect((await assert(woman, invented)).body.error).toBe("not-recognised");
    const made = await woman.desk.post<{ challenge: string }>(`${api}/mine/passkey/options`, {});
    expect(made.status).toBe(401);
  });

  test("is unknown at another jour", async () => {
    const woman = newDesk(anna, "vide.localhost");
    const opened = await assert(woman, woman.device.assert(await options(woman), { counter: 50 }));
    expect(opened.body.error).toBe("not-recognised");
  });

  test("hands in no extension results", async () => {
    const woman = newDesk(anna);
    const assertion = { ...woman.device.assert(await options(woman)), clientExtensionResults: {} };
    expect((await assert(woman, assertion)).body.error).toBe("bad-input");
  });
});

describe("a passphrase", () => {
  const ask = (lookup: string, auth: string): Promise<Opened> =>
    house.desk().post(`${api}/sign-in/passphrase`, { lookup, auth });

  test("opens when it is right; wrong or unknown, the answer is the same", async () => {
    const opened = await ask(phrase.lookup, phrase.auth);
    expect(opened.body.member).toBe(anna.member);
    const woman = newDesk(anna);
    const done = await finish(woman, opened.body.challenge, house.jour);
    expect(done.body.me).toMatchObject({ way: "passphrase" });
    const wrong = await ask(phrase.lookup, secret());
    const unknown = await ask(secret(), phrase.auth);
    expect(wrong).toEqual({ status: 403, body: { error: "not-recognised" } });
    expect(unknown).toEqual(wrong);
  });

  test("cannot be guessed more than ten times in a quarter of an hour, right or wrong", async () => {
    const lookup = secret();
    for (let attempt = 0; attempt < 10; attempt++)
      expect((await ask(lookup, secret())).body.error).toBe("not-recognised");
    expect((await ask(lookup, secret())).body.error).toBe("too-many-attempts");
    house.clock.now += 16 * MINUTE;
    expect((await ask(lookup, secret())).body.error).toBe("not-recognised");
    house.clock.now -= 16 * MINUTE;
  });
});

describe("a recovery code", () => {
  const ask = (lookup: string, host?: string): Promise<Opened> =>
    house.desk(host).post(`${api}/sign-in/recovery`, { lookup });

  test("opens, and no other does; at another jour not even that one", async () => {
    expect((await ask(anna.recovery)).body.member).toBe(anna.member);
    expect((await ask(secret())).body).toEqual({ error: "not-recognised" });
    expect((await ask(anna.recovery, "vide.localhost")).body).toEqual({ error: "not-recognised" });
  });
});

describe("the last step", () => {
  const opened = async (): Promise<string> => {
    const answer: Opened = await house
      .desk()
      .post(`${api}/sign-in/recovery`, { lookup: anna.recovery });
    return answer.body.challenge;
  };

  test("takes a challenge once", async () => {
    const challenge = await opened();
    expect((await finish(newDesk(anna), challenge, house.jour)).status).toBe(200);
    const again = await finish(newDesk(anna), challenge, house.jour);
    expect(again.body.error).toBe("challenge-invalid");
  });

  test("takes it for five minutes, and only for her", async () => {
    const late = await opened();
    house.clock.now += 6 * MINUTE;
    expect((await finish(newDesk(anna), late, house.jour)).body.error).toBe("challenge-invalid");
    house.clock.now -= 6 * MINUTE;
    const hers = await opened();
    const other = await finish(newDesk(majken), hers, house.jour);
    expect(other.body.error).toBe("challenge-invalid");
  });

  test("takes no other identity's signature, and none made for another jour", async () => {
    const stolen = { ...newDesk(anna), identity: majken.identity };
    const answer = await finish(stolen, await opened(), house.jour);
    expect(answer.body.error).toBe("not-recognised");
    const elsewhere = await finish(newDesk(anna), await opened(), house.otherJour);
    expect(elsewhere.body.error).toBe("not-recognised");
  });
});

describe("a session", () => {
  const status = async (woman: Woman): Promise<number> =>
    (await woman.desk.get(`${api}/session`)).status;
  const signedIn = async (): Promise<Woman> => {
    const woman = newDesk(majken);
    await signIn(woman, house);
    return woman;
  };

  test("is good on the hosts of her jour, and nowhere else", async () => {
    const woman = await signedIn();
    expect(await status(woman)).toBe(200);
    const other = newDesk(majken, "vide.localhost");
    other.desk.cookie = woman.desk.cookie;
    expect(await status(other)).toBe(401);
  });

  test("ends an hour after her last act, and after twelve in any case", async () => {
    const woman = await signedIn();
    const start = house.clock.now;
    for (let hour = 0; hour < 12; hour++) {
      house.clock.now = start + hour * 59 * MINUTE;
      expect(await status(woman), `hour ${hour}`).toBe(200);
    }
    house.clock.now = start + 12 * 60 * MINUTE;
    expect(await status(woman)).toBe(401);
    house.clock.now = start;
    const idle = await signedIn();
    house.clock.now = start + 61 * MINUTE;
    expect(await status(idle)).toBe(401);
    house.clock.now = start;
  });

  test("is kept when she unlocks, and replaced when another sits down", async () => {
    const woman = await signedIn();
    const cookie = woman.desk.cookie;
    await signIn(woman, house);
    expect(woman.desk.cookie).toBe(cookie);
    const next: Woman = { ...anna, desk: woman.desk };
    const opened: Opened = await next.desk.post(`${api}/sign-in/recovery`, {
      lookup: anna.recovery,
    });
    await finish(next, opened.body.challenge, house.jour);
    expect(next.desk.cookie).not.toBe(cookie);
    const old = newDesk(majken);
    old.desk.cookie = cookie;
    expect(await status(old)).toBe(401);
  });

  test("ends when she signs out", async () => {
    const woman = await signedIn();
    const cookie = woman.desk.cookie;
    await woman.desk.post(`${api}/sign-out`, {});
    expect(woman.desk.cookie).toBe("lykta=");
    woman.desk.cookie = cookie;
    expect(await status(woman)).toBe(401);
  });

  test("that is made up is nobody's", async () => {
    const woman = newDesk(majken);
    woman.desk.cookie = `lykta=${secret()}`;
    expect(await status(woman)).toBe(401);
  });
});
