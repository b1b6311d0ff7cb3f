import { randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, describe, expect, test } from "vitest";
import { openToAll } from "../../../tests/factories/live-sides.server.ts";
import {
  type LiveGround,
  liveGround,
  type LiveServer,
  openTalker,
  type Talker,
} from "../../../tests/factories/live-server.server.ts";
import { clientFrame, eventFrame } from "../../../tests/factories/live.server.ts";
import { soon } from "../../../tests/factories/soon.ts";
import type { LiveOptions } from "./index.server.ts";
import { ReadTurns } from "./log-turns.server.ts";

// She who asks for whole conversations again and again keeps nobody waiting but herself.

let ground: LiveGround;
let server: LiveServer;
let log: string;
afterEach(() => ground.close());

async function serve(allowance?: LiveOptions["allowance"]): Promise<void> {
  ground = await liveGround();
  server = await ground.serve(openToAll, allowance ? { allowance } : {});
  const made = await server.live.log.create(eventFrame({ e: "opened" }));
  if (!made.ok) throw new Error("no log was made");
  log = made.value;
  await new Promise((settle) => server.live.log.append(log, clientFrame("hej", 1), settle));
}

async function come(token: string): Promise<Talker> {
  const talker = await openTalker(server.port, false);
  talker.socket.send(JSON.stringify({ t: "auth", v: 1, token }));
  return talker;
}

const told = ({ texts }: Talker, kind: string): unknown[] =>
  texts.filter(({ t }) => t === kind).map(({ code, ch }) => code ?? ch);

function open({ socket }: Talker, ch: number): void {
  const tab = randomBytes(16).toString("base64url");
  socket.send(JSON.stringify({ t: "open", ch, conversation: log, tab, after: 0 }));
}

describe("a connection", () => {
  test("follows a log once: who opens it anew has given the former up", async () => {
    await serve();
    const one = await come("one");
    open(one, 1);
    await soon(() => expect(one.frames).toHaveLength(2));
    open(one, 2);
    await soon(() => expect(one.frames).toHaveLength(4));
    await new Promise((settle) => server.live.log.append(log, clientFrame("du", 2), settle));
    await soon(() => expect(one.frames).toHaveLength(5));
    expect(one.frames.at(-1)?.[4]).toBe(2);
    expect([...server.live.presence.at(log)]).toEqual(["one"]);
    // Of two in one breath the second is told to wait for the first.
    open(one, 3);
    open(one, 4);
    await soon(() => expect(told(one, "error")).toEqual(["channel-taken"]));
    await soon(() => expect(told(one, "opened")).toEqual([1, 2, 3]));
  });

  test("that asks for more than it may waits for it, one that is far beyond is told so, others come in", async () => {
    await serve({ burst: 25, perSecond: 10 });
    const one = await come("one");
    for (let ch = 1; ch <= 3; ch++) {
      open(one, ch);
      await soon(() => expect(told(one, "opened")).toContain(ch));
    }
    // Two go with the burst; the third waited about six tenths of a second, and was opened then.
    const more: Talker[] = [];
    for (let n = 0; n < 6; n++) more.push(await come("one"));
    for (const each of more) for (let ch = 1; ch <= 4; ch++) open(each, ch);
    await soon(() => expect(more.flatMap((each) => told(each, "error"))).toContain("too-slow"));
    const late = await come("one");
    await soon(() => expect(told(late, "error")).toEqual(["too-slow"]));
    const other = await come("two");
    open(other, 1);
    await soon(() => expect(other.frames).toHaveLength(2));
  });
});

describe("turns to read", () => {
  test("go round among the logs, few at once and one of each", async () => {
    await serve();
    const turns = new ReadTurns<string>();
    const order: string[] = [];
    let [now, most] = [0, 0];
    const read = (of: string): Promise<string> =>
      turns.read(of, async () => {
        most = Math.max(most, ++now);
        order.push(of);
        await sleep(2);
        now--;
        return of;
      });
    const flood = Array.from({ length: 50 }, () => read("flood"));
    const failing = turns.read("flood", () => Promise.reject(new Error("away")));
    const failed = expect(failing).rejects.toThrow("away");
    const answers = await Promise.all([...["a", "b", "c"].map(read), ...flood]);
    await failed;
    expect(answers).toHaveLength(53);
    expect(order.slice(0, 6).toSorted()).toEqual(["a", "b", "c", "flood", "flood", "flood"]);
    expect([most, now]).toEqual([2, 0]);
    expect(await read("later")).toBe("later");
  });
});
