import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import {
  type Answer,
  api,
  currentTrust,
  foundedBy,
  type HouseOfPeople,
  houseOfPeople,
  joined,
  lineOf,
  publication,
  secret,
  sealed,
  signerOf,
  suite,
  type Woman,
} from "../../tests/factories/people.server.ts";
import { uuidBytes } from "../platform/ids.ts";
import { createIdentity, type DirectoryMember } from "../protocol/index.ts";
import { uuidText } from "./bytes.ts";

let house: HouseOfPeople;
let majken: Woman;
let anna: Woman;

beforeAll(async () => {
  house = await houseOfPeople();
  majken = await foundedBy(house);
});
beforeEach(async () => {
  anna = await joined(majken, house);
});
afterAll(() => house.close());

const publish = (woman: Woman, signed: object): Promise<Answer> =>
  woman.desk.ask("PUT", `${api}/trust`, signed);
const without =
  (woman: Woman) =>
  <T extends { id: Uint8Array }>(before: T[]): T[] =>
    before.filter(({ id }) => uuidText(id) !== woman.member);
const same = <T>(before: T): T => before;

describe("a new directory", () => {
  test("of a coordinator is taken, of a volunteer or a stranger not", async () => {
    const signed = await publication(majken.desk, house, { signer: signerOf(majken) });
    expect((await publish(anna, signed)).body).toEqual({ error: "not-allowed" });
    expect((await publish({ ...anna, desk: house.desk() }, signed)).status).toBe(401);
    expect((await publish(majken, signed)).status).toBe(200);
  });

  test("signed by a key that is no delegate's is refused, whoever brings it", async () => {
    const forged = { delegate: suite.random(32) };
    const signed = await publication(majken.desk, house, { signer: forged });
    const answer = await publish(majken, signed);
    expect(answer.body).toEqual({ error: "trust-refused", details: "delegate-unknown" });
  });

  test("that came before is not taken again, nor one upon an older one", async () => {
    const first = await publication(majken.desk, house, { signer: signerOf(majken) });
    const second = await publication(majken.desk, house, { signer: signerOf(majken) });
    expect((await publish(majken, first)).status).toBe(200);
    expect((await publish(majken, first)).body).toEqual({ error: "changed-meanwhile" });
    expect((await publish(majken, second)).body).toEqual({ error: "changed-meanwhile" });
  });

  test("of two coordinators at once: one comes in, the other looks again", async () => {
    const berit = await joined(majken, house, "coordinator");
    const [hers, mine] = await Promise.all([
      publication(berit.desk, house, { signer: signerOf(berit, false) }),
      publication(majken.desk, house, { signer: signerOf(majken) }),
    ]);
    const answers = await Promise.all([publish(berit, hers), publish(majken, mine)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  test("names only those who enrolled, with the keys and the role of their enrolment", async () => {
    const stranger = { ...anna, member: crypto.randomUUID(), identity: createIdentity(suite) };
    const line = await lineOf(stranger, "volunteer", house.clock.now);
    const invented = await publication(majken.desk, house, {
      signer: signerOf(majken),
      members: (before) => [...before, line],
    });
    const swapped = await publication(majken.desk, house, {
      signer: signerOf(majken),
      members: (before) => [...without(anna)(before), { ...line, id: uuidBytes(anna.member) }],
    });
    const unknown = { error: "trust-refused", details: "member-unknown" };
    expect((await publish(majken, invented)).body).toEqual(unknown);
    expect((await publish(majken, swapped)).body).toEqual(unknown);
  });

  test("of another jour is refused", async () => {
    const signed = await publication(majken.desk, house, {
      signer: signerOf(majken),
      jour: uuidBytes(house.otherJour),
      current: { log: [], directory: null },
      members: same,
    });
    const answer = await publish(majken, {
      ...signed,
      after: (await currentTrust(majken.desk)).log.length,
    });
    expect(answer.body).toMatchObject({ error: "trust-refused" });
  });
});

describe("who leaves the directory", () => {
  test("is signed out at once, forgotten, and those who held something of hers are told", async () => {
    const told: string[] = [];
    house.people.onLeaving(async (_, member) => void told.push(member));
    const signed = await publication(majken.desk, house, {
      signer: signerOf(majken),
      members: without(anna),
    });
    expect((await anna.desk.get(`${api}/session`)).status).toBe(200);
    expect((await publish(majken, signed)).status).toBe(200);
    expect((await anna.desk.get(`${api}/session`)).status).toBe(401);
    expect(told).toEqual([anna.member]);
    expect(await house.people.member(house.jour, anna.member)).toBeUndefined();
    const back = await anna.desk.post(`${api}/sign-in/recovery`, { lookup: anna.recovery });
    expect(back.body).toEqual({ error: "not-recognised" });
  });

  test("is never the last coordinator", async () => {
    const fresh = await houseOfPeople();
    const founder = await foundedBy(fresh);
    const signed = await publication(founder.desk, fresh, {
      signer: signerOf(founder),
      members: () => [],
    });
    expect((await publish(founder, signed)).body).toEqual({ error: "last-coordinator" });
    await fresh.close();
  });

  test("as a coordinator loses the right to sign with her place", async () => {
    const berit = await joined(majken, house, "coordinator");
    const before = await currentTrust(berit.desk);
    const key = await suite.ed25519.publicKey(berit.identity.sign);
    const signed = await publication(majken.desk, house, {
      signer: signerOf(majken),
      members: without(berit),
      revoke: [key],
    });
    expect((await publish(majken, signed)).status).toBe(200);
    const trust = await house.people.verifiedTrust(house.jour);
    expect(trust?.delegates.some((one) => one.join() === key.join())).toBe(false);
    // Even upon the newest directory her signature counts no more.
    const current = await currentTrust(majken.desk);
    expect(current.log.length).toBe(before.log.length + 1);
    const later = await publication(majken.desk, house, { signer: signerOf(berit, false) });
    expect((await publish(majken, later)).body).toMatchObject({ details: "delegate-revoked" });
  });
});

describe("who is chosen for other teams", () => {
  const moved = (woman: Woman, teams: string[]) => (before: DirectoryMember[]) =>
    before.map((one) => (uuidText(one.id) === woman.member ? { ...one, teams } : one));
  const signed = (members: (before: DirectoryMember[]) => DirectoryMember[], by = majken) =>
    publication(majken.desk, house, { signer: signerOf(by, by === majken), members });

  test("has them at once; taken out of the conversations, what she held there is let go", async () => {
    const told: string[] = [];
    house.people.onSilenced(async (_, member) => void told.push(member));
    const teams = async () =>
      (await anna.desk.get<{ teams: string[] }>(`${api}/session`)).body.teams.toSorted();
    expect(await teams()).toEqual(["conversations", "intake", "letters"]);
    const kept = await signed(moved(anna, ["conversations", "letters"]));
    expect((await publish(majken, kept)).status).toBe(200);
    expect(told).toEqual([]);
    const silent = await signed(moved(anna, ["board"]));
    expect((await publish(majken, silent)).status).toBe(200);
    expect(told).toEqual([anna.member]);
    expect(await teams()).toEqual(["board"]);
  });

  test("is chosen by a coordinator, and not by a volunteer, whatever she signs", async () => {
    const wish = await signed(moved(anna, ["board"]));
    expect((await publish(anna, wish)).body).toEqual({ error: "not-allowed" });
    const forged = await signed(moved(anna, ["editor"]), anna);
    expect((await publish(majken, forged)).body).toMatchObject({ error: "trust-refused" });
  });
});

describe("her own page", () => {
  interface Mine {
    ways: { id: string; kind: string; label: string }[];
    sessions: { id: string; current: boolean }[];
    name: string;
  }
  const mine = async (woman: Woman): Promise<Mine> =>
    (await woman.desk.get<Mine>(`${api}/mine`)).body;
  const add = (woman: Woman, way: object): Promise<Answer> =>
    woman.desk.post(`${api}/mine/ways`, { way });

  test("shows how she comes in, and nothing that opens it", async () => {
    const shown = await mine(anna);
    expect(shown.ways.map(({ kind, label }) => [kind, label])).toEqual([
      ["passkey", "Telefonen"],
      ["recovery", ""],
    ]);
    expect(JSON.stringify(shown)).not.toContain(sealed);
  });

  test("keeps the old passphrase when the new name is taken", async () => {
    const taken = secret();
    const other = await joined(majken, house);
    await add(other, { kind: "passphrase", lookup: taken, auth: secret(), sealed });
    const own = { lookup: secret(), auth: secret() };
    expect((await add(anna, { kind: "passphrase", ...own, sealed })).status).toBe(200);
    const answer = await add(anna, { kind: "passphrase", lookup: taken, auth: secret(), sealed });
    expect(answer.body).toEqual({ error: "name-taken" });
    expect((await anna.desk.post(`${api}/sign-in/passphrase`, own)).status).toBe(200);
  });

  test("lets her take away what she has, but not the last way in", async () => {
    const way = (await mine(anna)).ways.find(({ kind }) => kind === "passkey");
    const last = await anna.desk.ask("DELETE", `${api}/mine/ways/${way?.id}`);
    expect(last.body).toEqual({ error: "last-way-in" });
    await add(anna, { kind: "passphrase", lookup: secret(), auth: secret(), sealed });
    const other = await joined(majken, house);
    const foreign = await other.desk.ask("DELETE", `${api}/mine/ways/${way?.id}`);
    expect(foreign.body).toEqual({ error: "not-found" });
    expect((await anna.desk.ask("DELETE", `${api}/mine/ways/${way?.id}`)).status).toBe(200);
  });

  test("changes the recovery code: the old one opens nothing", async () => {
    const lookup = secret();
    await add(anna, { kind: "recovery", lookup, sealed });
    const ask = (code: string): Promise<Answer> =>
      house.desk().post(`${api}/sign-in/recovery`, { lookup: code });
    expect((await ask(anna.recovery)).status).toBe(403);
    expect((await ask(lookup)).status).toBe(200);
  });

  test("takes one more passkey, made for her and nobody else", async () => {
    const other = await joined(majken, house);
    const options = await anna.desk.post(`${api}/mine/passkey/options`, {});
    const registration = other.device.register(options.body);
    const way = { kind: "passkey", label: "Datorn", sealed, registration };
    expect((await add(other, way)).body).toEqual({ error: "passkey-refused" });
    expect((await anna.desk.ask("PUT", `${api}/mine/name`, { name: " Anna-Lisa " })).status).toBe(
      200,
    );
    expect((await mine(anna)).name).toBe("Anna-Lisa");
  });

  test("ends her other sessions, and not those of others", async () => {
    const session = (await mine(anna)).sessions[0]?.id ?? "";
    const other = await joined(majken, house);
    const foreign = await other.desk.ask("DELETE", `${api}/mine/sessions/${session}`);
    expect(foreign.status).toBe(404);
    expect((await anna.desk.ask("DELETE", `${api}/mine/sessions/${session}`)).status).toBe(200);
    expect((await anna.desk.get(`${api}/session`)).status).toBe(401);
  });
});
