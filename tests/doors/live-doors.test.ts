import { randomBytes } from "node:crypto";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type OpenAnswer, paths } from "../../src/conversations/contract.ts";
import { decodePolled, encodePolled, POLL_FLAGS } from "../../src/platform/live/poll-wire.ts";
import { encodeClientFrame } from "../../src/platform/live/wire.ts";
import { openSeeker, openVolunteer } from "../factories/conversation-sides.server.ts";
import {
  type ConversationHouse,
  conversationHouse,
  type RunningHouse,
} from "../factories/conversations.server.ts";
import { post } from "../factories/live-server.server.ts";
import { publication, signerOf, signIn, type Woman } from "../factories/people.server.ts";
import { soon } from "../factories/soon.ts";
import { byPolls, bySocket, type Call, type Caller, hello, openChannel } from "./caller.server.ts";
import { HOSTS, openWorld, uuidText, type World } from "./world.server.ts";

// The live connection asks at its own door, once, by the first message: what a token opens, for whom,
// where, and for how long. Sockets and long polls alike.

const callers: { close(): void }[] = [];
afterEach(() => {
  for (const one of callers.splice(0)) one.close();
});

let world: World;
beforeAll(async () => {
  world = await openWorld();
}, 60_000);
afterAll(() => world.close());

describe.each<[string, Call, "colleague" | "called"]>([
  ["over a socket", bySocket, "colleague"],
  ["over long polls", byPolls, "called"],
])("a token %s", (_, call, whoLeaves) => {
  async function caller(token: string, host: string = HOSTS.desk): Promise<Caller> {
    const one = await call(world.house.port, host);
    callers.push(one);
    one.say(hello(token));
    return one;
  }
  const isLetIn = async (token: string, host?: string): Promise<void> =>
    (await caller(token, host)).hears({ t: "ready" });
  const isRefused = async (token: string, host?: string): Promise<void> =>
    (await caller(token, host)).hears({ t: "error", code: "token-refused" });
  const ticketOf = async (woman: Woman): Promise<string> =>
    (await woman.desk.post<{ ticket: string }>(paths.liveTicket, {})).body.ticket;
  const alter = (token: string): string => {
    const letter = token.at(-9) === "A" ? "B" : "A";
    return token.slice(0, -9) + letter + token.slice(-8);
  };

  test("of a seeker opens at her jour, altered or elsewhere not", async () => {
    const { token } = await world.waiting();
    await isRefused(alter(token));
    await isRefused(token, HOSTS.other);
    await isRefused(token, HOSTS.federation);
    await isLetIn(token);
    await isLetIn(token, HOSTS.face);
  });

  test("of a seeker opens her conversation, and no other", async () => {
    const [mine, hers] = [await world.waiting(), await world.waiting()];
    const one = await caller(mine.token);
    await one.hears({ t: "ready" });
    one.say(openChannel(hers.conversation, 1));
    await one.hears({ t: "error", code: "not-found", ch: 1 });
    expect(one.frames).toEqual([]);
    one.say(encodeClientFrame({ ch: 1, ref: 1, payload: new Uint8Array(9) }));
    await one.hears({ t: "error", code: "no-channel", ch: 1, ref: 1 });
    one.say(openChannel(mine.conversation, 2));
    await one.hears({ t: "opened", ch: 2 });
    one.say(encodeClientFrame({ ch: 2, ref: 1, payload: new Uint8Array(9) }));
    await one.hears({ t: "ack", ch: 2, ref: 1, seq: 2 });
  });

  test("of a conversation that is over opens nothing, and tells no more than that", async () => {
    const { token, conversation } = await world.waiting();
    await world.house.ask("POST", paths.end, { body: { token } });
    for (const made of [token, `s.${conversation}.${"A".repeat(32)}`]) {
      const one = await caller(made);
      await one.hears({ t: "ready" });
      one.say(openChannel(conversation));
      await one.hears({ t: "closed", ch: 1, code: "gone" });
      expect(one.frames).toEqual([]);
    }
  });

  test("of a desk opens once, soon, at its own jour", async () => {
    const ticket = await ticketOf(world.women.inside);
    await isRefused(alter(ticket));
    await isRefused(ticket, HOSTS.other);
    await isLetIn(ticket);
    await isRefused(ticket);
  });

  test("of a desk follows the conversations that she is in, and no other's", async () => {
    const { conversation } = await world.talking();
    const { inside, expired, offDuty, coordinator, stranger } = world.women;
    for (const woman of [world.women[whoLeaves], expired, offDuty, coordinator, stranger]) {
      const host = woman === stranger ? HOSTS.other : HOSTS.desk;
      const prying = await caller(await ticketOf(woman), host);
      await prying.hears({ t: "ready" });
      prying.say(openChannel(conversation));
      await prying.hears({ t: "error", code: "not-found", ch: 1 });
      expect(prying.frames).toEqual([]);
    }
    const sara = await caller(await ticketOf(inside));
    await sara.hears({ t: "ready" });
    sara.say(openChannel(conversation));
    await sara.hears({ t: "opened", ch: 1 });
  });

  test("of a desk opens nothing after she has signed out, and what it opened closes", async () => {
    const { offDuty } = world.women;
    const [used, unused] = [await ticketOf(offDuty), await ticketOf(offDuty)];
    const desk = await caller(used);
    await desk.hears({ t: "ready" });
    await offDuty.desk.post("/desk/api/people/sign-out", {});
    await desk.hears({ t: "error", code: "token-refused" });
    await isRefused(unused);
    await signIn(offDuty, world.mira);
  });

  test("of a desk closes when that session is ended from another desk of hers", async () => {
    const { inside } = world.women;
    const elsewhere = { ...inside, desk: world.mira.desk() };
    await signIn(elsewhere, world.mira);
    const desk = await caller(await ticketOf(elsewhere));
    await desk.hears({ t: "ready" });
    const { body } = await elsewhere.desk.get<{ session: string }>("/desk/api/people/session");
    await inside.desk.ask("DELETE", `/desk/api/people/mine/sessions/${body.session}`);
    await desk.hears({ t: "error", code: "token-refused" });
    await isLetIn(await ticketOf(inside));
  });

  test("of a desk opens nothing after she was taken out of the register", async () => {
    const { coordinator } = world.women;
    const leaving = world.women[whoLeaves];
    const [used, unused] = [await ticketOf(leaving), await ticketOf(leaving)];
    const desk = await caller(used);
    await desk.hears({ t: "ready" });
    const signed = await publication(coordinator.desk, world.mira, {
      signer: signerOf(coordinator),
      members: (before) => before.filter(({ id }) => uuidText(id) !== leaving.member),
    });
    await coordinator.desk.ask("PUT", "/desk/api/people/trust", signed);
    await desk.hears({ t: "error", code: "token-refused" });
    await isRefused(unused);
  });
});

describe("a session of long polls", () => {
  let mine: OpenAnswer;
  beforeAll(async () => {
    mine = await world.waiting();
  });

  const session = () => new Uint8Array(randomBytes(16));
  const poll = async (
    id: Uint8Array,
    flags: number,
    said: string[] = [],
    host: string = HOSTS.desk,
  ) => {
    const headers = { Host: host, Origin: `http://${host}` };
    const { status, bytes } = await post(world.house.port, encodePolled(id, flags, said), headers);
    return { status, text: Buffer.from(bytes).toString("utf8"), heard: decodePolled(bytes) };
  };

  test("is known on its own host only, cannot be guessed nor begun twice", async () => {
    const hers = session();
    const auth = JSON.stringify({ t: "auth", v: 1, token: mine.token });
    expect((await poll(hers, POLL_FLAGS.begin, [auth])).status).toBe(200);
    expect((await poll(hers, POLL_FLAGS.wait)).heard).toEqual(['{"t":"ready"}']);
    const near = new Uint8Array(hers);
    near[15] = (near[15] ?? 0) ^ 1;
    for (const [id, flags, host] of [
      [hers, POLL_FLAGS.wait, HOSTS.other],
      [hers, POLL_FLAGS.wait, HOSTS.face],
      [hers, POLL_FLAGS.begin, HOSTS.desk],
      [near, POLL_FLAGS.wait, HOSTS.desk],
      [new Uint8Array(16), 0, HOSTS.desk],
    ] as const) {
      const answer = await poll(id, flags, [], host);
      expect([answer.status, answer.text]).toEqual([404, '{"error":"session-unknown"}']);
    }
    expect((await poll(hers, 0, ['{"t":"ping"}'])).status).toBe(200);
    expect((await poll(hers, POLL_FLAGS.wait)).heard).toEqual(['{"t":"pong"}']);
  });

  test("cannot be taken over by saying somebody else's token in it", async () => {
    const hers = session();
    const auth = (token: string) => JSON.stringify({ t: "auth", v: 1, token });
    await poll(hers, POLL_FLAGS.begin, [auth(mine.token)]);
    await poll(hers, POLL_FLAGS.wait);
    const other = await world.waiting();
    await poll(hers, 0, [auth(other.token)]);
    const told = await poll(hers, POLL_FLAGS.wait);
    expect(told.heard).toEqual(['{"t":"error","code":"auth-twice"}']);
    expect((await poll(hers, POLL_FLAGS.wait)).status).toBe(404);
  });
});

describe("a duty that runs out in the middle of a conversation", () => {
  let ground: ConversationHouse;
  let house: RunningHouse;
  beforeEach(async () => {
    ground = await conversationHouse();
    house = await ground.run();
  });
  afterEach(() => ground.close());

  test("is over on the live connection too: she writes no more, and a colleague may take over", async () => {
    const sara = await openVolunteer(ground, house, ground.trust.woman(0));
    const one = await openSeeker(house);
    callers.push(sara.link, one.link);
    expect((await sara.act(paths.take, one)).status).toBe(200);
    const side = sara.follow(one.conversation);
    await side.say("while on duty");
    ground.clock.ahead += 3_600_000 + 1000;
    const late = side.say("after it").then(
      () => "written",
      () => "refused",
    );
    await soon(() => expect(side.codes).toEqual(["left"]));
    expect(await late).toBe("refused");
    const again = sara.follow(one.conversation);
    await soon(() => expect(again.codes).toEqual(["not-found"]));
    await soon(() => expect(one.heard).toEqual(["3:while on duty"]));
    // As after any line that does not come back: her colleagues are called after a minute.
    ground.clock.ahead += 61_000;
    const kim = await openVolunteer(ground, house, ground.trust.woman(1));
    callers.push(kim.link);
    await soon(() =>
      expect(kim.room().waiting.map((w) => w.conversation)).toEqual([one.conversation]),
    );
    expect((await kim.act(paths.take, one)).status).toBe(200);
  });
});
