import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  enrol,
  foundedBy,
  type HouseOfPeople,
  houseOfPeople,
  joined,
  suite,
  type Woman,
} from "../../../tests/factories/people.server.ts";
import { uuidBytes } from "../../platform/ids.ts";
import {
  decodeInvitation,
  encodeInvitation,
  invitationKeys,
  toBase64url,
} from "../../protocol/index.ts";
import { createFederation } from "../index.server.ts";
import { foundingPaths as paths, type FoundingView, HOST_NAME, type MadeLink } from "./contract.ts";

let house: HouseOfPeople;
let officer: Woman;
let stranger: Woman;
let volunteer: Woman;
const HOUR = 3_600_000;
const OFFICE = "localhost";

beforeAll(async () => {
  house = await houseOfPeople();
  const federation = { host: OFFICE, name: "Riksförbundet", demo: true };
  const made = await createFederation(house.database, federation, async () => undefined);
  if (!made.ok) throw new Error(made.code);
  const office = { ...house, jour: made.value, desk: () => house.desk(OFFICE) };
  officer = await foundedBy(office);
  volunteer = await joined(officer, office, "volunteer", { name: "Sara" });
  stranger = await foundedBy(house, "Frida");
});
afterAll(() => house.close());

/** As the officer's browser does it: the secret is hers, the server is told its token. */
async function link(jour?: string) {
  const id = crypto.randomUUID();
  const secret = suite.random(32);
  const token = toBase64url((await invitationKeys(suite, secret)).token);
  const fragment = (of = jour ?? "") =>
    encodeInvitation({
      ...{ jour: uuidBytes(of), id: uuidBytes(id), secret, fingerprint: new Uint8Array(32) },
    });
  return { body: { id, token }, fragment };
}

async function invited(host: string, woman = officer) {
  const { body, fragment } = await link();
  const answer = await woman.desk.post<MadeLink & { error?: string }>(paths.all, {
    ...{ ...body, host, name: "Kvinnojouren Sälg" },
  });
  return { answer, fragment: () => fragment(answer.body.jour) };
}

async function stateOf(jour: string): Promise<FoundingView | undefined> {
  const { body } = await officer.desk.get<FoundingView[]>(paths.all);
  return body.find((one) => one.jour === jour);
}

/** Opens the link at the new jour's own host, and founds her there with the code of everybody else. */
const foundsAt = (host: string, fragment: string, jour: string) =>
  foundedBy(
    {
      ...house,
      jour: jour as HouseOfPeople["jour"],
      desk: () => house.desk(host),
      people: { ...house.people, found: async () => ({ ok: true, value: fragment }) },
    },
    "Rut",
  );

describe("the federation invites a jour", () => {
  test("whose founder makes the root in her own browser; the federation has no key and no desk there", async () => {
    const { answer, fragment } = await invited("salg.localhost");
    expect(answer.status).toBe(200);
    const { jour, expiresAt } = answer.body;
    expect(expiresAt).toBe(house.clock.now + 72 * HOUR);
    expect(await stateOf(jour)).toMatchObject({
      ...{ state: "waiting", name: "Kvinnojouren Sälg", host: "salg.localhost" },
      ...{ madeBy: "Majken", expiresAt },
    });
    // As one from the command line: no root is named, and no key of anybody's is in it.
    expect(decodeInvitation(fragment())).toMatchObject({ fingerprint: new Uint8Array(32) });
    expect(decodeInvitation(fragment()).delegateSeed).toBeUndefined();

    const rut = await foundsAt("salg.localhost", fragment(), jour);
    const trust = await house.people.verifiedTrust(jour as HouseOfPeople["jour"]);
    const own = await suite.ed25519.publicKey(rut.identity.sign);
    expect(trust?.root).toMatchObject({ m: 1, keys: [own] });
    expect(trust?.delegates).toEqual([own]);
    expect(trust?.members).toHaveLength(1);
    expect(await stateOf(jour)).toMatchObject({ state: "founded", expiresAt: null });
    const there = house.desk("salg.localhost");
    there.cookie = officer.desk.cookie;
    expect((await there.get("/desk/api/people/members")).status).toBe(401);
  });

  test("with a link that is good once and for three days, and says so when it is not", async () => {
    const { answer, fragment } = await invited("asp.localhost");
    const desk = house.desk("asp.localhost");
    house.clock.now += 72 * HOUR;
    expect((await enrol(desk, fragment())).answer.body.error).toBe("invitation-expired");
    house.clock.now -= 72 * HOUR;
    expect((await enrol(desk, fragment())).answer.status).toBe(200);
    expect((await enrol(desk, fragment())).answer.body.error).toBe("invitation-used");
    expect(await stateOf(answer.body.jour)).toMatchObject({ state: "silent" });
  });

  test("and takes the link back, makes another, or removes what nobody founded", async () => {
    const { answer, fragment } = await invited("ask.localhost");
    const { jour } = answer.body;
    const desk = house.desk("ask.localhost");
    expect((await officer.desk.ask("DELETE", `${paths.one}/${jour}/link`)).status).toBe(200);
    expect((await enrol(desk, fragment())).answer.body.error).toBe("invitation-unknown");
    expect(await stateOf(jour)).toMatchObject({ state: "silent", expiresAt: null });

    const second = await link(jour);
    const third = await link(jour);
    for (const { body } of [second, third])
      expect((await officer.desk.post(`${paths.one}/${jour}/link`, body)).status).toBe(200);
    expect((await enrol(desk, second.fragment())).answer.body.error).toBe("invitation-unknown");
    expect(await stateOf(jour)).toMatchObject({ state: "waiting" });

    expect((await officer.desk.ask("DELETE", `${paths.one}/${jour}`)).status).toBe(200);
    expect(await stateOf(jour)).toBeUndefined();
    const again = await invited("ask.localhost");
    expect(again.answer.status).toBe(200);
  });

  test("and takes nothing back from her who is on her way in, or is there", async () => {
    const { answer, fragment } = await invited("en.localhost");
    const { jour } = answer.body;
    expect((await enrol(house.desk("en.localhost"), fragment())).answer.status).toBe(200);
    const gone = await officer.desk.ask("DELETE", `${paths.one}/${jour}`);
    expect(gone.body).toEqual({ error: "already-founded" });

    const founded = await invited("rönn.localhost".normalize("NFD").replace(/\p{M}/gu, ""));
    await foundsAt("ronn.localhost", founded.fragment(), founded.answer.body.jour);
    const place = `${paths.one}/${founded.answer.body.jour}`;
    const { body } = await link(founded.answer.body.jour);
    for (const refused of [
      await officer.desk.ask("DELETE", place),
      await officer.desk.ask("DELETE", `${place}/link`),
      await officer.desk.post(`${place}/link`, body),
    ])
      expect(refused.body).toEqual({ error: "already-founded" });
  });

  test("at an address that no other jour has", async () => {
    const { answer } = await invited("vide.localhost");
    expect(answer.body).toMatchObject({ error: expect.stringMatching(/^(host|slug)-taken$/) });
    const { body: all } = await officer.desk.get<FoundingView[]>(paths.all);
    expect(all.some(({ host }) => host === "vide.localhost")).toBe(false);
  });
});

describe("nobody else invites jours", () => {
  test("neither a coordinator of a jour, at whose desk this is not, nor a volunteer of the federation", async () => {
    for (const [woman, error] of [
      [stranger, "not-found"],
      [volunteer, "not-allowed"],
    ] as const) {
      const { answer } = await invited("lind.localhost", woman);
      expect(answer.body).toEqual({ error });
      expect((await woman.desk.get(paths.all)).body).toEqual({ error });
    }
    expect((await house.desk(OFFICE).get(paths.all)).body).toEqual({ error: "sign-in-first" });
  });

  test("and the federation has no hand on a jour that it did not invite", async () => {
    const place = `${paths.one}/${house.otherJour}`;
    const { body } = await link(house.otherJour);
    for (const refused of [
      await officer.desk.ask("DELETE", place),
      await officer.desk.ask("DELETE", `${place}/link`),
      await officer.desk.post(`${place}/link`, body),
    ])
      expect(refused.body).toEqual({ error: "not-found" });
  });
});

test.each(["vide.example", "vide.localhost", "a-b.c"])("%s is an address", (host) => {
  expect(HOST_NAME.test(host)).toBe(true);
});
test.each(["", "vide", "https://vide.example", "vide.example:80", "vide..example", "-a.b", "å.b"])(
  "%s is none",
  (host) => {
    expect(HOST_NAME.test(host)).toBe(false);
  },
);
