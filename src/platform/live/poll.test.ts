import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  type LiveGround,
  liveGround,
  type LiveServer,
  post,
} from "../../../tests/factories/live-server.server.ts";
import { decodePolled, encodePolled, POLL_FLAGS } from "./poll-wire.ts";

let ground: LiveGround;
let server: LiveServer;
beforeAll(async () => {
  ground = await liveGround();
  server = await ground.serve(() => ({ welcome: async () => undefined }), {
    signInMs: 200,
    pollWaitMs: 300,
  });
});
afterAll(() => ground.close());

describe("a poll that makes no sense", () => {
  const body = (flags: number): Uint8Array<ArrayBuffer> =>
    encodePolled(new Uint8Array(randomBytes(16)), flags, []);
  test.each<[string, Uint8Array, Record<string, string>, number, string]>([
    ["of nobody's session", body(POLL_FLAGS.wait), {}, 404, "session-unknown"],
    ["too short", new Uint8Array(5), {}, 400, "bad-frame"],
    ["cut off", body(0).subarray(0, 16), {}, 400, "bad-frame"],
    ["with half a message", new Uint8Array([...body(1), 0, 0, 0, 9, 1]), {}, 400, "bad-frame"],
    ["too large", new Uint8Array(300_000), {}, 413, "too-large"],
    ["of another origin", body(1), { Origin: "http://evil.example" }, 403, "foreign-origin"],
    [
      "of no host of ours",
      body(1),
      { Host: "x.localhost", Origin: "http://x.localhost" },
      404,
      "unknown-host",
    ],
  ])("%s", async (_, sent, headers, status, code) => {
    const answer = await post(server.port, sent, headers);
    expect(answer.status).toBe(status);
    expect(JSON.parse(Buffer.from(answer.bytes).toString("utf8"))).toEqual({ error: code });
  });

  test("keeps nobody else from polling", async () => {
    expect((await post(server.port, body(POLL_FLAGS.begin))).status).toBe(200);
  });
});

test("a session that was refused hears why, once, and is unknown from then on", async () => {
  const session = new Uint8Array(randomBytes(16));
  const poll = (flags: number, messages: string[] = []) =>
    post(server.port, encodePolled(session, flags, messages));
  await poll(POLL_FLAGS.begin, ['{"t":"auth","v":1,"token":"bad"}']);
  const heard = await poll(POLL_FLAGS.wait);
  expect(decodePolled(heard.bytes)).toEqual(['{"t":"error","code":"token-refused"}']);
  expect((await poll(POLL_FLAGS.wait)).status).toBe(404);
  expect((await poll(POLL_FLAGS.begin)).status).toBe(404);
});

test("a wait ends empty when there is nothing to say, and the older of two waits at once", async () => {
  const session = new Uint8Array(randomBytes(16));
  await post(server.port, encodePolled(session, POLL_FLAGS.begin, []));
  const wait = () => post(server.port, encodePolled(session, POLL_FLAGS.wait, []));
  const older = wait();
  const heard = await Promise.all([older, wait()]);
  const messages = heard.flatMap(({ bytes }) => decodePolled(bytes) ?? []);
  expect(messages).toEqual(['{"t":"error","code":"auth-timeout"}']);
});
