import { randomBytes } from "node:crypto";
import { connect as connectTcp } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { WebSocket } from "ws";
import type { LiveApp } from "../../src/platform/live/index.server.ts";
import {
  decodePolled,
  encodePolled,
  POLL_FLAGS,
  type PollMessage,
} from "../../src/platform/live/poll-wire.ts";
import {
  HOST,
  type LiveGround,
  liveGround,
  type LiveServer,
  openTalker,
  post,
  type Talker,
} from "../factories/live-server.server.ts";
import { soon } from "../factories/soon.ts";

// What those may take up who have not said who they are, and what one who has may take up.

const STRANGERS = 5;
const ROOM = 20;
let ground: LiveGround;
let server: LiveServer;
const seat = {
  ...{ by: new Uint8Array(16), label: "me", mayWrite: () => true, opened: () => undefined },
  ...{ show: () => new Uint8Array(1), present: () => ({}) },
};
/** `gone` stands for a token of a conversation that is not there: anybody may make one up. */
const app: LiveApp = {
  async welcome(token) {
    if (token === "bad") return undefined;
    const who = token === "gone" ? undefined : token;
    return { who, admit: async () => (who === undefined ? "gone" : seat), left: () => undefined };
  },
};
beforeAll(async () => {
  ground = await liveGround();
});
afterAll(() => ground.close());

const open: WebSocket[] = [];
async function serve(
  more: { signInMs?: number; allowance?: { burst: number; perSecond: number } } = {},
): Promise<void> {
  await server?.close();
  server = await ground.serve(() => app, {
    ...{ maxStrangers: STRANGERS, maxConnections: ROOM, signInMs: 60_000, pollWaitMs: 200 },
    ...more,
  });
}
async function stranger(): Promise<Talker> {
  const talker = await openTalker(server.port, false);
  open.push(talker.socket);
  return talker;
}
async function known(name: string): Promise<Talker> {
  const talker = await stranger();
  talker.socket.send(JSON.stringify({ t: "auth", v: 1, token: name }));
  await soon(() => expect(talker.texts.length).toBeGreaterThan(0));
  return talker;
}
async function ping(talker: Talker): Promise<void> {
  talker.socket.send('{"t":"ping"}');
  await soon(() => expect(talker.texts.at(-1)).toEqual({ t: "pong" }));
}

describe("a crowd that never says who it is", () => {
  beforeAll(() => serve());

  test("gives way to whoever comes after it, longest first, and is told so", async () => {
    const crowd: Talker[] = [];
    for (let n = 0; n < STRANGERS; n++) crowd.push(await stranger());
    const sara = await known("sara");
    expect(sara.texts).toEqual([{ t: "ready" }]);
    expect(await crowd[0]?.closed()).toBe("4000 too-many-connections");
    await stranger();
    // Sara is no stranger any more: she does not give way, however many come.
    for (let n = 0; n < 3 * STRANGERS; n++) await stranger();
    await ping(sara);
    expect(await crowd.at(-1)?.closed()).toBe("4000 too-many-connections");
  });

  test("gives way over long polls too", async () => {
    const session = () => new Uint8Array(randomBytes(16));
    const poll = (id: Uint8Array, flags: number, said: PollMessage[] = []) =>
      post(server.port, encodePolled(id, flags, said));
    const first = session();
    expect((await poll(first, POLL_FLAGS.begin)).status).toBe(200);
    for (let n = 0; n < 2 * STRANGERS; n++)
      expect((await poll(session(), POLL_FLAGS.begin)).status).toBe(200);
    const told = await poll(first, POLL_FLAGS.wait);
    expect(decodePolled(told.bytes)).toEqual(['{"t":"error","code":"too-many-connections"}']);
    const kim = session();
    await poll(kim, POLL_FLAGS.begin, ['{"t":"auth","v":1,"token":"kim"}']);
    expect(decodePolled((await poll(kim, POLL_FLAGS.wait)).bytes)).toEqual(['{"t":"ready"}']);
  });

  test("does not become known by a token that anybody may make up", async () => {
    const idle = await known("gone");
    idle.socket.send(JSON.stringify({ t: "open", ch: 1, conversation: id(), tab: id(), after: 0 }));
    await soon(() => expect(idle.texts.at(-1)).toEqual({ t: "closed", ch: 1, code: "gone" }));
    for (let n = 0; n < STRANGERS; n++) await known("gone");
    expect(await idle.closed()).toBe("4000 too-many-connections");
  });

  test("may not say more than it takes to say who one is", async () => {
    const [inOne, inMany] = [await stranger(), await stranger()];
    inOne.socket.send("x".repeat(9000), { fin: false });
    expect(await inOne.closed()).toMatch(/^1006/);
    for (let n = 0; n < 100 && inMany.socket.readyState === 1; n++) {
      inMany.socket.send("x", { fin: false });
      await new Promise((go) => setTimeout(go, 2));
    }
    expect(await inMany.closed()).toMatch(/^1006/);
    const sara = await known("sara");
    sara.socket.send("x".repeat(9000));
    await soon(() => expect(sara.texts.at(-1)).toEqual({ t: "error", code: "too-large" }));
    const begin = encodePolled(new Uint8Array(16), POLL_FLAGS.begin, ["x".repeat(9000)]);
    expect((await post(server.port, begin)).status).toBe(413);
  });
});

describe("who may not stay", () => {
  test("a made-up token is let go when the time to sign in is over", async () => {
    await serve({ signInMs: 200 });
    const idle = await known("gone");
    expect(await idle.closed()).toBe("4000 gone");
  });

  test("one that does not answer the goodbye is cut off, and is heard no more", async () => {
    await serve({ signInMs: 100 });
    const deaf = await upgradedTcp();
    // Frames keep coming in while the server waits for the goodbye to be answered.
    const said: string[] = [];
    deaf.on("data", (part: Buffer) => said.push(part.toString("latin1")));
    await soon(() => expect(said.join("")).toContain("auth-timeout"));
    deaf.write(masked('{"t":"auth","v":1,"token":"sara"}'));
    await new Promise((done) => deaf.on("close", done));
    expect(said.join("")).not.toContain("ready");
  });
});

describe("one who has said who she is", () => {
  beforeAll(() => serve());

  test("has eight connections at most: the oldest gives way", async () => {
    const desks: Talker[] = [];
    for (let n = 0; n < 9; n++) desks.push(await known("kim"));
    expect(await desks[0]?.closed()).toBe("4000 too-many-connections");
    await ping(desks[1] as Talker);
    await ping(desks[8] as Talker);
    for (const { socket } of desks) socket.close();
  });

  test("is refused when the house is full; nobody begins anew well before that", async () => {
    await serve();
    expect(server.live.hasRoomForNew).toBe(true);
    const talkers: Talker[] = [];
    for (let n = 0; n < ROOM; n++) {
      expect(server.live.hasRoomForNew).toBe(n < ROOM * 0.8);
      talkers.push(await known(`woman ${n}`));
    }
    const late = await known("one too many");
    expect(late.texts).toEqual([{ t: "error", code: "too-many-connections" }]);
    expect(await late.closed()).toBe("4000 too-many-connections");
    talkers[0]?.socket.close();
    await talkers[0]?.closed();
    await soon(async () =>
      expect((await known("she who waited")).texts[0]).toEqual({ t: "ready" }),
    );
    await ping(talkers[1] as Talker);
  });

  test("is not read on, when she sends signs of life without end", async () => {
    await serve();
    const [flood, other] = [await known("flood"), await known("other")];
    let pongs = 0;
    flood.socket.on("pong", () => pongs++);
    for (let n = 0; n < 5000; n++) flood.socket.ping();
    await ping(other);
    await new Promise((go) => setTimeout(go, 500));
    // One piece as it comes from the network is worked off; then nothing is read from her for a while.
    const before = pongs;
    for (let n = 0; n < 5000; n++) flood.socket.ping();
    await new Promise((go) => setTimeout(go, 500));
    expect(pongs - before).toBeLessThan(1000);
    await ping(other);
  });

  test("says no more over many connections than over one, nor by coming again", async () => {
    await serve({ allowance: { burst: 30, perSecond: 5 } });
    const [one, two] = [await known("sara"), await known("sara")];
    for (let n = 0; n < 60; n++) one.socket.send('{"t":"ping"}');
    await soon(() => expect(one.texts.length).toBeGreaterThan(30));
    // What is said next is heard, and then she has to wait: on this connection, and on a new one.
    two.socket.send('{"t":"ping"}');
    await soon(() => expect(two.texts.at(-1)).toEqual({ t: "pong" }));
    one.socket.close();
    two.socket.close();
    await Promise.all([one.closed(), two.closed()]);
    const three = await known("sara");
    const kim = await known("kim");
    await ping(three);
    three.socket.send('{"t":"ping"}');
    for (let n = 0; n < 5; n++) await ping(kim);
    expect(three.texts.filter(({ t }) => t === "pong")).toHaveLength(1);
  });

  test("spends ten words on opening a channel, which is read to her from its beginning", async () => {
    await serve({ allowance: { burst: 30, perSecond: 5 } });
    const [opens, pings] = [await known("opens"), await known("pings")];
    for (let ch = 1; ch <= 3; ch++)
      opens.socket.send(JSON.stringify({ t: "open", ch, conversation: id(), tab: id(), after: 0 }));
    await soon(() => expect(opens.texts.filter(({ t }) => t === "closed")).toHaveLength(3));
    for (let n = 0; n < 3; n++) await ping(pings);
    await ping(opens);
    opens.socket.send('{"t":"ping"}');
    for (let n = 0; n < 3; n++) await ping(pings);
    expect(opens.texts.filter(({ t }) => t === "pong")).toHaveLength(1);
  });

  test("who does not wait for the answer of a long poll while it is held back, is ended", async () => {
    await serve();
    const session = new Uint8Array(randomBytes(16));
    const poll = (flags: number, said: PollMessage[] = []) =>
      post(server.port, encodePolled(session, flags, said));
    await poll(POLL_FLAGS.begin, ['{"t":"auth","v":1,"token":"sara"}']);
    await poll(POLL_FLAGS.wait);
    const many = Array.from({ length: 300 }, () => '{"t":"typing","ch":1}');
    const held = poll(0, many);
    await soon(async () => expect((await poll(0, many)).status).toBe(429));
    expect((await held).status).toBe(200);
    const tooMany = Array.from({ length: 1025 }, () => "");
    const other = encodePolled(new Uint8Array(randomBytes(16)), POLL_FLAGS.begin, tooMany);
    expect((await post(server.port, other)).status).toBe(400);
  });
});

test("another path than the one there is, is refused by name", async () => {
  const socket = await tcp(`GET /live?token=x HTTP/1.1`);
  expect(socket.said).toMatch(/^HTTP\/1.1 404 [^]*{"error":"not-found"}$/);
});

const id = (): string => randomBytes(16).toString("base64url");
const upgradeHeaders = [
  `Host: ${HOST}`,
  `Origin: http://${HOST}`,
  "Connection: Upgrade",
  "Upgrade: websocket",
  "Sec-WebSocket-Version: 13",
  `Sec-WebSocket-Key: ${randomBytes(16).toString("base64")}`,
].join("\r\n");

async function tcp(line: string) {
  const socket = connectTcp(server.port, "127.0.0.1");
  let said = "";
  socket.on("data", (part: Buffer) => (said += part.toString("latin1")));
  socket.write(`${line}\r\n${upgradeHeaders}\r\n\r\n`);
  await new Promise((done) => socket.on("close", done));
  return { said };
}

/** A WebSocket without a library: one that does not answer as it should. */
async function upgradedTcp() {
  const socket = connectTcp(server.port, "127.0.0.1");
  socket.write(`GET /live HTTP/1.1\r\n${upgradeHeaders}\r\n\r\n`);
  await new Promise((done) => socket.once("data", done));
  socket.on("error", () => undefined);
  return socket;
}

function masked(text: string): Buffer {
  const body = Buffer.from(text);
  return Buffer.concat([Buffer.from([0x81, 0x80 | body.length, 0, 0, 0, 0]), body]);
}
