import { randomBytes } from "node:crypto";
import { fc } from "../../../tests/factories/chance.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { soon } from "../../../tests/factories/soon.ts";
import {
  type LiveGround,
  liveGround,
  type LiveServer,
  openSocket,
  post,
  type Talker,
  openTalker,
} from "../../../tests/factories/live-server.server.ts";
import { eventFrame } from "../../../tests/factories/live.server.ts";
import { LIVE_CODES } from "./codes.ts";
import type { LiveApp } from "./index.server.ts";
import { decodePolled, encodePolled, POLL_FLAGS } from "./poll-wire.ts";
import { decodeServerFrame, encodeClientFrame, LIMITS } from "./wire.ts";

const codes = new Set<unknown>(LIVE_CODES);
let ground: LiveGround;
let server: LiveServer;
let logs: string[] = [];

const open: LiveApp = {
  async welcome(token) {
    if (token !== "good") return undefined;
    return {
      who: "me",
      admit: async (wanted) =>
        logs.includes(wanted)
          ? {
              ...{ by: new Uint8Array(16), label: "me", mayWrite: () => true },
              opened: () => undefined,
              show: (event) => event.payload,
              present: () => ({}),
            }
          : "not-found",
      left: () => undefined,
    };
  },
};

beforeAll(async () => {
  ground = await liveGround();
  server = await ground.serve(() => open, {
    allowance: { burst: 100_000, perSecond: 100_000 },
    signInMs: 300,
  });
  const create = () => server.live.log.create(eventFrame({ e: "opened" }));
  const made = await Promise.all(Array.from({ length: LIMITS.channels }, create));
  logs = made.map((one) => (one.ok ? one.value : ""));
});
afterAll(() => ground.close());

const connect = (signIn = true): Promise<Talker> => openTalker(server.port, signIn);
const openText = (ch: number, more: object = {}): string =>
  JSON.stringify({ t: "open", ch, conversation: logs[0], tab: tab(), after: 0, ...more });
const tab = (): string => randomBytes(16).toString("base64url");
const last = (talker: Talker): unknown => talker.texts.at(-1);

describe("before somebody has said who she is", () => {
  test.each([
    ["a ping", '{"t":"ping"}', "auth-first"],
    [
      "a frame",
      Buffer.from(encodeClientFrame({ ch: 1, ref: 1, payload: new Uint8Array(3) })),
      "auth-first",
    ],
    ["a wrong token", '{"t":"auth","v":1,"token":"bad"}', "token-refused"],
    ["nothing", undefined, "auth-timeout"],
  ])("%s closes the connection by name", async (_, sent, code) => {
    const talker = await connect(false);
    if (sent !== undefined) talker.socket.send(sent);
    expect(await talker.closed()).toBe(`4000 ${code}`);
    expect(talker.texts).toEqual([{ t: "error", code }]);
  });

  test("another version, another origin, another path are refused", async () => {
    const talker = await connect(false);
    talker.socket.send('{"t":"auth","v":2,"token":"good"}');
    await soon(() => expect(last(talker)).toEqual({ t: "error", code: "wrong-version" }));
    talker.socket.close();
    for (const [headers, status] of [
      [{ Origin: "http://evil.example" }, 403],
      [{ Host: "unknown.localhost", Origin: "http://unknown.localhost" }, 404],
    ] as const) {
      const socket = openSocket(server.port, headers);
      const answered = await new Promise((done) =>
        socket.on("unexpected-response", (_request, response) => done(response.statusCode)),
      );
      expect(answered).toBe(status);
    }
  });

  test("to say it twice is refused", async () => {
    const talker = await connect();
    talker.socket.send('{"t":"auth","v":1,"token":"good"}');
    expect(await talker.closed()).toBe("4000 auth-twice");
  });
});

describe("what makes no sense is answered by name, and the connection stays", () => {
  test.each<[string, string | Uint8Array, object]>([
    ["no JSON", "{", { code: "not-json" }],
    ["no object", "7", { code: "unknown-message" }],
    ["an unknown word", '{"t":"shout"}', { code: "unknown-message" }],
    ["a long text", `{"t":"${"x".repeat(LIMITS.text)}"}`, { code: "too-large" }],
    ["channel 0", '{"t":"typing","ch":0}', { code: "bad-channel" }],
    ["a channel that is not open", '{"t":"close","ch":9}', { code: "no-channel", ch: 9 }],
    [
      "an id too short",
      '{"t":"open","ch":1,"conversation":"x","tab":"x","after":0}',
      { code: "not-found" },
    ],
    ["no frame", new Uint8Array(3), { code: "bad-frame" }],
    ["an empty frame", new Uint8Array([1, 0, 0, 0, 1, 0, 0, 0, 1]), { code: "bad-frame" }],
    [
      "a frame of another kind",
      new Uint8Array([9, 0, 0, 0, 1, 0, 0, 0, 1, 1]),
      { code: "bad-frame" },
    ],
    [
      "a frame with the server's ref",
      new Uint8Array([1, 0, 0, 0, 1, 0, 0, 0, 0, 1]),
      { code: "bad-frame" },
    ],
    [
      "a frame for no channel",
      new Uint8Array([1, 0, 0, 0, 5, 0, 0, 0, 2, 1]),
      { code: "no-channel", ch: 5, ref: 2 },
    ],
    ["a frame too large", new Uint8Array(LIMITS.frame + 1).fill(1), { code: "too-large" }],
  ])("%s", async (_, sent, expected) => {
    const talker = await connect();
    talker.socket.send(sent);
    await soon(() => expect(last(talker)).toEqual({ t: "error", ...expected }));
    talker.socket.send('{"t":"ping"}');
    await soon(() => expect(last(talker)).toEqual({ t: "pong" }));
    talker.socket.close();
  });

  test("channels beyond the limit, opened twice, of others, or from the future", async () => {
    const talker = await connect();
    talker.socket.send(openText(1, { conversation: tab() }));
    await soon(() => expect(last(talker)).toEqual({ t: "error", code: "not-found", ch: 1 }));
    talker.socket.send(openText(1, { after: 99 }));
    await soon(() => expect(last(talker)).toEqual({ t: "error", code: "bad-after", ch: 1 }));
    for (let ch = 1; ch <= LIMITS.channels; ch++)
      talker.socket.send(openText(ch, { conversation: logs[ch - 1] }));
    await soon(() => expect(talker.frames).toHaveLength(LIMITS.channels));
    talker.socket.send(openText(1));
    await soon(() => expect(last(talker)).toEqual({ t: "error", code: "channel-taken", ch: 1 }));
    talker.socket.send(openText(99));
    await soon(() =>
      expect(last(talker)).toEqual({ t: "error", code: "too-many-channels", ch: 99 }),
    );
    talker.socket.close();
  });

  test("a message far too large ends the connection, and no other", async () => {
    const [talker, other] = [await connect(), await connect()];
    talker.socket.send(new Uint8Array(5 * LIMITS.frame));
    expect(await talker.closed()).toMatch(/^1009/);
    other.socket.send('{"t":"ping"}');
    await soon(() => expect(last(other)).toEqual({ t: "pong" }));
    other.socket.close();
  });
});

test("any bytes and any texts, over sockets and polls, are answered by name or as they deserve", async () => {
  const socket = await connect();
  socket.socket.send(openText(1));
  const session = new Uint8Array(randomBytes(16));
  const poll = (flags: number, messages: (string | Uint8Array<ArrayBuffer>)[]) =>
    post(server.port, encodePolled(session, flags, messages));
  await poll(POLL_FLAGS.begin, ['{"t":"auth","v":1,"token":"good"}']);
  const text = fc.oneof(
    fc.string({ maxLength: 200 }),
    fc.json({ maxDepth: 2 }),
    fc
      .record(
        {
          t: fc.constantFrom("open", "close", "typing", "ping", "pong", "room", ""),
          ch: fc.oneof(fc.integer(), fc.constant(1), fc.string(), fc.double()),
          conversation: fc.oneof(fc.constant(logs[0]), fc.string(), fc.integer()),
          tab: fc.oneof(fc.constant(tab()), fc.string()),
          after: fc.oneof(fc.integer(), fc.constant(0), fc.string()),
        },
        { requiredKeys: ["t"] },
      )
      .map((value) => JSON.stringify(value)),
  );
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 200 }),
    fc
      .uint8Array({ minLength: 1, maxLength: 60 })
      .map((rest) => new Uint8Array([1, 0, 0, 0, 1, ...rest])),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(fc.oneof(text, bytes), { maxLength: 20 }), async (messages) => {
      const sent = messages.map((message) =>
        typeof message === "string" ? message : new Uint8Array(message),
      );
      for (const message of sent) socket.socket.send(message);
      expect((await poll(0, sent)).status).toBe(200);
    }),
    { numRuns: 60 },
  );
  socket.socket.send('{"t":"ping"}');
  // What became of a frame is told when its batch is done, perhaps after the pong.
  await soon(() => expect(socket.texts).toContainEqual({ t: "pong" }));
  await poll(0, ['{"t":"ping"}']);
  const heard = decodePolled((await poll(POLL_FLAGS.wait, [])).bytes) ?? [];
  const said = [
    ...socket.texts,
    ...heard.filter((one) => typeof one === "string").map((one) => JSON.parse(one)),
  ];
  for (const one of said as { t: string; code?: string }[]) {
    if (one.t === "error") expect(codes.has(one.code), String(one.code)).toBe(true);
  }
  expect(said.some((one) => one.t === "error")).toBe(true);
  socket.socket.close();
});

test("a frame that was never acknowledged is there once when it is sent again over another connection", async () => {
  const mine = tab();
  const one = await connect();
  one.socket.send(openText(1, { tab: mine }));
  await soon(() => expect(one.texts.some(({ t }) => t === "opened")).toBe(true));
  const frame = encodeClientFrame({ ch: 1, ref: 7, payload: Buffer.from("once") });
  one.socket.send(frame);
  one.socket.terminate();
  const two = await connect();
  two.socket.send(openText(1, { tab: mine }));
  await soon(() => expect(two.texts.some(({ t }) => t === "opened")).toBe(true));
  two.socket.send(frame);
  await soon(() => expect(last(two)).toMatchObject({ t: "ack", ch: 1, ref: 7 }));
  two.socket.send(frame);
  const acks = () => two.texts.filter(({ t }) => t === "ack").map(({ seq }) => seq);
  await soon(() => expect(acks()).toHaveLength(2));
  expect(new Set(acks()).size).toBe(1);
  const once = two.frames
    .map((bytes) => decodeServerFrame(bytes))
    .filter((read) => read?.ref === 7);
  expect(once).toHaveLength(1);
  two.socket.close();
});
