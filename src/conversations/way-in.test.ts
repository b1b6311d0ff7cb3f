import { randomBytes, randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { soon } from "../../tests/factories/soon.ts";
import {
  openSeeker,
  openVolunteer,
  solved,
} from "../../tests/factories/conversation-sides.server.ts";
import {
  type Answered,
  type ConversationHouse,
  conversationHouse,
  MIRA,
  type RunningHouse,
  VIDE,
} from "../../tests/factories/conversations.server.ts";
import { nodeEnvironment } from "../../tests/factories/live-server.server.ts";
import { openLink } from "../platform/live/link.browser.ts";
import { type ChallengeAnswer, type OpenAnswer, paths, type Proof } from "./contract.ts";
import { ROOM_BEFORE_TAKEN as ROOM } from "./policy.ts";

let ground: ConversationHouse;
let house: RunningHouse;
const opened: { close(): void }[] = [];
beforeEach(async () => {
  ground = await conversationHouse();
  house = await ground.run();
});
afterEach(async () => {
  for (const one of opened.splice(0)) one.close();
  await ground.close();
});

const code = (answer: Answered): unknown => (answer.body as { error?: string } | null)?.error;
const open = (proof: Proof, host = MIRA): Promise<Answered> =>
  house.ask("POST", paths.open, { door: "woman", language: "sv", proof }, { host });
async function onDuty() {
  const sara = await openVolunteer(ground, house, ground.trust.woman(0));
  opened.push(sara.link);
  return sara;
}
async function challenged(pass?: string, at = house): Promise<ChallengeAnswer> {
  const answer = await at.ask("POST", paths.challenge, pass === undefined ? {} : { pass });
  return answer.body as ChallengeAnswer;
}

describe("the proof of work", () => {
  test("opens once, and not at all when it is altered, old, or not ours", async () => {
    await onDuty();
    const proof = await solved(house);
    expect((await open(proof)).status).toBe(200);
    expect(code(await open(proof))).toBe("proof-spent");
    const fresh = await solved(house);
    const easier = {
      ...fresh,
      challenge: { ...fresh.challenge, parameters: { ...fresh.challenge.parameters, cost: 1 } },
    };
    expect(code(await open(easier))).toBe("proof-invalid");
    const wrong = {
      ...fresh,
      solution: { ...fresh.solution, counter: 1, derivedKey: "00".repeat(32) },
    };
    expect(code(await open(wrong))).toBe("proof-invalid");
    const unsigned = { ...fresh, challenge: { ...fresh.challenge, signature: "00".repeat(32) } };
    expect(code(await open(unsigned))).toBe("proof-invalid");
    const { rows } = await ground.database.raw.query("select hash from spent_proofs");
    expect(rows).toHaveLength(1);
    expect((await open(fresh)).status).toBe(200);
  });

  test("is good at every process of the house, and still only once", async () => {
    await onDuty();
    const second = await ground.run();
    const proof = await solved(house);
    const body = { door: "woman", language: "sv", proof };
    const both = await Promise.all([
      house.ask("POST", paths.open, body),
      second.ask("POST", paths.open, body),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  });

  test("costs more the busier it is, and she who comes back draws on a budget of her own", async () => {
    await onDuty();
    const second = await ground.run();
    await soon(() => expect(second.live.neighbours.others()).toHaveLength(1));
    const first = await open(await solved(house));
    const { pass } = first.body as OpenAnswer;
    const calm = (await challenged()).steps;
    // None of them stays: who waits would press besides.
    for (let n = 0; n < 70; n++) {
      const { token } = (await open(await solved(house))).body as OpenAnswer;
      expect((await house.ask("POST", paths.end, { token })).status).toBe(200);
    }
    expect((await challenged()).steps).toBeGreaterThan(calm * 1.8);
    // A flood at one process is felt at the other.
    const elsewhere = async (): Promise<number> => (await challenged(undefined, second)).steps;
    await soon(async () => expect(await elsewhere()).toBeGreaterThan(calm * 1.8));
    const hers = await challenged(pass);
    expect(hers.steps).toBe(calm);
    expect((await open(await solved(house, pass))).status).toBe(200);
    // Used up: from now on that pass is nobody's.
    expect((await challenged(pass)).steps).toBeGreaterThan(calm * 1.8);
    expect((await challenged(`${pass.slice(0, -2)}AA`)).steps).toBeGreaterThan(calm * 1.8);
    ground.clock.ahead += 9 * 60_000;
    expect((await challenged()).steps).toBe(calm);
  });

  test("that was fetched while it was calm is worth nothing in a flood, and is not used up", async () => {
    await onDuty();
    const hoarded = await solved(house);
    const second = await ground.run();
    await soon(() => expect(second.live.neighbours.others()).toHaveLength(1));
    const flood = (weight: number): void => second.live.neighbours.tell("press", ["new", weight]);
    flood(200);
    const calm = 240;
    await soon(async () => expect((await challenged()).steps).toBeGreaterThan(4 * calm));
    expect(code(await open(hoarded))).toBe("proof-outdated");
    // Two minutes later it is a quarter as busy, and her work is enough again.
    ground.clock.ahead += 2 * 60_000;
    await onDuty();
    expect((await open(hoarded)).status).toBe(200);
  });

  test("of a tab that was blocked is that of a stranger", async () => {
    const sara = await onDuty();
    const answer = (await open(await solved(house))).body as OpenAnswer;
    await sara.act(paths.take, answer);
    expect(await sara.act(paths.block, answer)).toMatchObject({ body: { done: true } });
    const { challenge } = await challenged(answer.pass);
    expect(challenge.parameters["data"]).toMatchObject({ budget: "new", pass: null });
  });
});

describe("the doors of the contact app", () => {
  test("are closed when nobody is there, before any work is used up", async () => {
    const proof = await solved(house);
    expect(code(await open(proof))).toBe("closed");
    await onDuty();
    expect((await open(proof)).status).toBe(200);
    expect(code(await open(await solved(house), VIDE))).toBe("closed");
  });

  test("refuse to be fetched ahead, from elsewhere, and with nonsense", async () => {
    const ahead = { headers: { "Sec-Purpose": "prefetch;prerender" } };
    expect(code(await house.ask("GET", paths.status, undefined, ahead))).toBe("prefetch-refused");
    const foreign = { headers: { "Sec-Fetch-Site": "cross-site" } };
    expect(code(await house.ask("POST", paths.challenge, {}, foreign))).toBe("foreign-origin");
    for (const body of [{}, [], 7, { door: "cellar", language: "sv", proof: {} }, { token: {} }]) {
      expect(code(await house.ask("POST", paths.open, body))).toBe("bad-input");
      expect(code(await house.ask("POST", paths.leave, body))).toBe("bad-input");
    }
  });

  test("the beacon ends everything and has her browser forget", async () => {
    const sara = await onDuty();
    const one = await openSeeker(house);
    opened.push(one.link);
    await sara.act(paths.take, one);
    const side = sara.follow(one.conversation);
    await one.say("x");
    const beacon = { headers: { "Content-Type": "text/plain;charset=UTF-8" } };
    const left = await house.ask("POST", paths.leave, { token: one.token }, beacon);
    expect(left).toMatchObject({ status: 200, headers: { "clear-site-data": '"storage"' } });
    await soon(() => expect(side.codes).toEqual(["ended"]));
    expect((await ground.database.raw.query("select from live_frames")).rowCount).toBe(0);
    const again = await house.ask("POST", paths.leave, { token: one.token }, beacon);
    expect(again).toMatchObject({ status: 200, headers: { "clear-site-data": '"storage"' } });
  });

  test("end nothing for a token that is not hers", async () => {
    await onDuty();
    const one = await openSeeker(house);
    opened.push(one.link);
    const forged = `s.${one.conversation}.${randomBytes(24).toString("base64url")}`;
    expect(code(await house.ask("POST", paths.end, { token: forged }))).toBe("not-found");
    expect(code(await house.ask("POST", paths.end, { token: "s.x.y" }))).toBe("not-found");
    expect(code(await house.ask("POST", paths.end, { token: one.token }, { host: VIDE }))).toBe(
      "not-found",
    );
    expect(await one.say("still here")).toBe(2);
  });
});

describe("who does not belong", () => {
  test("the member of another jour finds nothing, nor does one off duty", async () => {
    const sara = await onDuty();
    const one = await openSeeker(house);
    opened.push(one.link);
    const { conversation } = one;
    const foreign = { host: VIDE, member: sara.duty.duty };
    const kim = { member: ground.trust.woman(1).id };
    const { take, end, endAsVolunteer, release, block, agreeToBlock, join } = paths;
    for (const path of [take, endAsVolunteer, release, block, agreeToBlock, join]) {
      expect(code(await house.ask("POST", path, { conversation }, foreign))).toBe("not-on-duty");
      expect(code(await house.ask("POST", path, { conversation }, kim))).toBe("not-on-duty");
      expect(code(await house.ask("POST", path, { conversation }))).toBe("sign-in-first");
      const unknown = { conversation: randomBytes(16).toString("base64url") };
      expect(code(await sara.act(path, unknown))).toBe("not-found");
    }
    expect(end).toBe("/contact/api/end");
    expect(
      code(await sara.act(paths.call, { conversation, duty: randomUUID(), handOver: false })),
    ).toBe("not-found");
  });

  test("a token, ticket or channel of somebody else opens nothing on the live connection", async () => {
    const sara = await onDuty();
    const [one, two] = [await openSeeker(house), await openSeeker(house)];
    opened.push(one.link, two.link);
    const refused = async (token: string, host: string): Promise<string | undefined> => {
      const told: (string | undefined)[] = [];
      const link = openLink({
        token: async () => token,
        onState: (state, why) => void (state === "refused" && told.push(why)),
        environment: nodeEnvironment(() => house.port, false, host),
      });
      opened.push(link);
      await soon(() => expect(told).toHaveLength(1));
      return told[0];
    };
    expect(await refused(one.token, VIDE)).toBe("token-refused");
    expect(await refused(`s.${one.conversation}.${"A".repeat(32)}`, MIRA)).toBe("token-refused");
    expect(await refused("d.nonsense", MIRA)).toBe("token-refused");
    const { ticket } = (await sara.act(paths.liveTicket, {})).body as { ticket: string };
    expect(await refused(ticket, VIDE)).toBe("token-refused");
    // Not its last letter, of which base64url leaves bits unused: another may stand for the same bytes.
    const altered = ticket.slice(0, -9) + (ticket.at(-9) === "A" ? "B" : "A") + ticket.slice(-8);
    expect(await refused(altered, MIRA)).toBe("token-refused");
    const late = (await sara.act(paths.liveTicket, {})).body as { ticket: string };
    ground.clock.ahead += 61_000;
    expect(await refused(late.ticket, MIRA)).toBe("token-refused");
    const prying = sara.follow(one.conversation);
    await soon(() => expect(prying.codes).toEqual(["not-found"]));
    expect(prying.events).toEqual([]);
  });
});

test("before anybody takes her she has room for a few words, which are kept; then for all", async () => {
  const sara = await onDuty();
  const one = await openSeeker(house);
  opened.push(one.link);
  await Promise.all(Array.from({ length: ROOM.frames }, (_, n) => one.say(`ord ${n}`)));
  await expect(one.say("för mycket")).rejects.toThrow("conversation-full");
  expect((await sara.act(paths.take, one)).status).toBe(200);
  await one.say("nu får det plats");
  const side = sara.follow(one.conversation);
  await soon(() => expect(side.heard).toHaveLength(ROOM.frames + 1));
  expect([side.heard[0], side.heard.at(-1)]).toEqual(["2:ord 0", "67:nu får det plats"]);
});
