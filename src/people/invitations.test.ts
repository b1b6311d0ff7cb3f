import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import {
  api,
  currentTrust,
  enrol,
  finish,
  foundedBy,
  type HouseOfPeople,
  houseOfPeople,
  invitedBy,
  joined,
  lineOf,
  publication,
  secret,
  signerOf,
  signIn,
  suite,
  type Woman,
} from "../../tests/factories/people.server.ts";
import {
  createIdentity,
  decodeInvitation,
  invitationKeys,
  makeEnrolment,
  toBase64url,
} from "../protocol/index.ts";

let house: HouseOfPeople;
let majken: Woman;
const HOUR = 3_600_000;

beforeAll(async () => {
  house = await houseOfPeople();
});
afterAll(() => house.close());

describe("a jour is founded", () => {
  test("by the browser of the first, whose identity becomes root and delegate", async () => {
    expect(await house.people.trust(house.jour)).toBeUndefined();
    majken = await foundedBy(house);
    const me = await majken.desk.get(`${api}/session`);
    expect(me.body).toMatchObject({ name: "Majken", role: "coordinator", way: "enrolment" });
    const trust = await house.people.verifiedTrust(house.jour);
    const own = await suite.ed25519.publicKey(majken.identity.sign);
    expect(trust?.root.keys).toEqual([own]);
    expect(trust?.delegates).toEqual([own]);
    expect(trust?.members.map(({ role }) => role)).toEqual(["coordinator"]);
  });

  test("once", async () => {
    expect(await house.people.found(house.jour)).toEqual({ ok: false, code: "already-founded" });
  });

  test("anew, with a new link in place of the old, while nobody has entered", async () => {
    const first = await house.people.found(house.otherJour);
    const second = await house.people.found(house.otherJour);
    if (!first.ok || !second.ok) throw new Error("refused");
    const desk = house.desk("vide.localhost");
    const old = await enrol(desk, first.value);
    expect(old.answer.body.error).toBe("invitation-unknown");
    const fresh = await enrol(desk, second.value);
    expect(fresh.answer.status).toBe(200);
  });
});

describe("an invitation", () => {
  let fragment: string;
  beforeEach(async () => {
    fragment = await invitedBy(majken, house);
  });
  const look = async (text: string, host?: string) => {
    const { token } = await invitationKeys(suite, decodeInvitation(text).secret);
    return house
      .desk(host)
      .post<{ error?: string }>(`${api}/invited`, { token: toBase64url(token) });
  };

  test("is looked at, used once, and then known as used", async () => {
    expect((await look(fragment)).body).toMatchObject({ role: "volunteer" });
    expect((await enrol(house.desk(), fragment)).answer.status).toBe(200);
    expect((await look(fragment)).body.error).toBe("invitation-used");
    expect((await enrol(house.desk(), fragment)).answer.body.error).toBe("invitation-used");
  });

  test("ends after 72 hours", async () => {
    house.clock.now += 72 * HOUR;
    expect((await look(fragment)).body.error).toBe("invitation-expired");
    house.clock.now -= 72 * HOUR;
  });

  test("is unknown with another secret, and at another jour", async () => {
    const forged = await invitationKeys(suite, suite.random(32));
    const answer = await house.desk().post(`${api}/invited`, { token: toBase64url(forged.token) });
    expect(answer.body).toEqual({ error: "invitation-unknown" });
    expect((await look(fragment, "vide.localhost")).body.error).toBe("invitation-unknown");
  });

  test("works at the desk's own host only", async () => {
    expect((await look(fragment, "ung.localhost")).body.error).toBe("desk-elsewhere");
  });

  test("is made and withdrawn by coordinators alone", async () => {
    const anna = await joined(majken, house);
    const body = { id: crypto.randomUUID(), token: secret(), role: "coordinator" };
    expect((await anna.desk.post(`${api}/invitations`, body)).body).toEqual({
      error: "not-allowed",
    });
    expect((await house.desk().post(`${api}/invitations`, body)).status).toBe(401);
    const { body: view } = await majken.desk.get<{ invitations: { id: string }[] }>(
      `${api}/members`,
    );
    const id = view.invitations[0]?.id ?? "";
    expect((await anna.desk.ask("DELETE", `${api}/invitations/${id}`)).status).toBe(403);
    expect((await majken.desk.ask("DELETE", `${api}/invitations/${id}`)).status).toBe(200);
    expect((await majken.desk.ask("DELETE", `${api}/invitations/${id}`)).status).toBe(404);
  });

  test("stays good when the enrolment is refused", async () => {
    await joined(majken, house, "volunteer", {
      passphrase: { lookup: "A".repeat(43), auth: secret() },
    });
    const taken = { lookup: "A".repeat(43), auth: secret() };
    const { answer } = await enrol(house.desk(), fragment, { passphrase: taken });
    expect(answer.body.error).toBe("name-taken");
    expect((await look(fragment)).body).toMatchObject({ role: "volunteer" });
  });

  test("carries no enrolment made for another invitation", async () => {
    const other = await invitedBy(majken, house, "coordinator");
    const { woman } = await enrol(house.desk(), fragment);
    const invitation = decodeInvitation(other);
    const { token } = await invitationKeys(suite, invitation.secret);
    const mine = decodeInvitation(fragment);
    const member = suite.random(16);
    const enrolment = await makeEnrolment(suite, mine, member, createIdentity(suite));
    const answer = await woman.desk.post(`${api}/enrol`, {
      token: toBase64url(token),
      name: "Eva",
      enrolment: toBase64url(enrolment),
      ways: [
        { kind: "recovery", lookup: secret(), sealed: "AAAA" },
        { kind: "passphrase", lookup: secret(), auth: secret(), sealed: "AAAA" },
      ],
    });
    expect(answer.body).toMatchObject({ error: "enrolment-refused" });
  });
});

describe("one who has enrolled", () => {
  test("waits until a coordinator has countersigned, and sits down then", async () => {
    const fragment = await invitedBy(majken, house);
    const { woman, answer } = await enrol(house.desk(), fragment, { name: "Eva" });
    const waiting = await finish(woman, answer.body.challenge, house.jour);
    expect(waiting.body.awaiting).toMatch(/^[\w-]{43}$/);
    expect((await woman.desk.get(`${api}/session`)).status).toBe(401);
    const line = await lineOf(woman, "volunteer", house.clock.now);
    const signed = await publication(majken.desk, house, {
      signer: signerOf(majken),
      members: (before) => [...before, line],
    });
    expect((await majken.desk.ask("PUT", `${api}/trust`, signed)).status).toBe(200);
    const done = await finish(woman, waiting.body.awaiting ?? "", house.jour);
    expect(done.body.me).toMatchObject({ role: "volunteer", name: "Eva" });
    expect((await woman.desk.get(`${api}/session`)).status).toBe(200);
  });

  test("is forgotten when she is declined, or when nobody answers for 72 hours", async () => {
    const declined = await enrol(house.desk(), await invitedBy(majken, house));
    const { woman, answer } = declined;
    await majken.desk.ask("DELETE", `${api}/pending/${woman.member}`);
    const asked = await finish(woman, answer.body.challenge, house.jour);
    expect(asked.body.error).toBe("not-recognised");
    const late = await enrol(house.desk(), await invitedBy(majken, house));
    house.clock.now += 73 * HOUR;
    await house.people.sweep(house.jour);
    house.clock.now -= 73 * HOUR;
    await signIn(majken, house);
    const gone = await finish(late.woman, late.answer.body.challenge, house.jour);
    expect(gone.body.error).toBe("not-recognised");
  });

  test("cannot countersign herself with a key of her own", async () => {
    const { woman } = await enrol(house.desk(), await invitedBy(majken, house));
    const line = await lineOf(woman, "volunteer", house.clock.now);
    const signed = await publication(woman.desk, house, {
      signer: signerOf(woman, false),
      members: (before) => [...before, line],
    });
    const answer = await woman.desk.post(`${api}/countersign`, { token: woman.token, ...signed });
    expect(answer.body).toEqual({ error: "trust-refused", details: "delegate-unknown" });
  });

  test("has no way to hand in what the passkey's extensions answered", async () => {
    const fragment = await invitedBy(majken, house);
    const { token } = await invitationKeys(suite, decodeInvitation(fragment).secret);
    const registration = {
      id: "AAAA",
      rawId: "AAAA",
      type: "public-key",
      response: { clientDataJSON: "AAAA", attestationObject: "AAAA" },
      clientExtensionResults: { prf: { results: { first: secret() } } },
    };
    const passkey = { kind: "passkey", label: "", sealed: "AAAA", registration };
    const recovery = { kind: "recovery", lookup: secret(), sealed: "AAAA" };
    const answer = await house.desk().post(`${api}/enrol`, {
      token: toBase64url(token),
      name: "Eva",
      enrolment: "AAAA",
      ways: [passkey, recovery],
    });
    expect(answer.body).toMatchObject({ error: "bad-input" });
  });
});

describe("the demo", () => {
  const keys = { root: suite.random(32), delegate: suite.random(32) };

  test("renews what it has signed when it grows old, and not before", async () => {
    await house.people.renewDemo(house.otherJour, keys);
    const first = await house.people.verifiedTrust(house.otherJour);
    await house.people.renewDemo(house.otherJour, keys);
    expect((await house.people.verifiedTrust(house.otherJour))?.version).toBe(first?.version);
    house.clock.now += 4 * 24 * HOUR;
    await house.people.renewDemo(house.otherJour, keys);
    const renewed = await house.people.verifiedTrust(house.otherJour);
    expect(renewed?.version).toBe((first?.version ?? 0) + 1);
    expect(renewed?.heads).toHaveLength(2);
  });

  test("prints invitations that countersign themselves, and nobody else", async () => {
    const { volunteers } = await house.people.demoInvitations(house.otherJour, keys);
    const desk = house.desk("vide.localhost");
    const { woman } = await enrol(desk, volunteers[0] ?? "");
    const friend = await enrol(house.desk("vide.localhost"), volunteers[1] ?? "");
    const now = house.clock.now;
    const lines = [
      await lineOf(woman, "volunteer", now),
      await lineOf(friend.woman, "volunteer", now),
    ];
    const signer = { delegate: woman.invitation.delegateSeed ?? new Uint8Array(32) };
    const other = { ...house, jour: house.otherJour };
    const both = await publication(desk, other, { signer, members: () => lines });
    const token = woman.token;
    const refused = await desk.post(`${api}/countersign`, { token, ...both });
    expect(refused.body).toEqual({ error: "not-allowed" });
    const alone = await publication(desk, other, { signer, members: () => lines.slice(0, 1) });
    expect((await desk.post(`${api}/countersign`, { token, ...alone })).status).toBe(200);
    expect((await currentTrust(desk)).log).toHaveLength(2);
  });
});
