import { randomBytes } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { soon } from "../../../tests/factories/soon.ts";
import {
  type LiveGround,
  liveGround,
  type LiveServer,
  nodeEnvironment,
} from "../../../tests/factories/live-server.server.ts";
import { Network } from "../../../tests/factories/network.server.ts";
import { eventFrame, textOf } from "../../../tests/factories/live.server.ts";
import { type Live, type LiveApp, openBus } from "./index.server.ts";
import { type Link, type LinkState, openLink } from "./link.browser.ts";

/** Lets everybody in who gives a name; the name is who she is. */
const openToAll = (live: Live): LiveApp => ({
  async welcome(token) {
    if (token === "stranger") return undefined;
    return {
      who: token,
      async admit(log) {
        if (!(await live.log.has(log))) return "gone";
        return {
          by: new Uint8Array(16).fill(token.charCodeAt(0)),
          label: token,
          mayWrite: () => token !== "listener",
          show: (event) => event.payload,
          present: () => ({ names: [...live.presence.at(log)].toSorted() }),
          opened: () => undefined,
        };
      },
      left: () => undefined,
    };
  },
});

let ground: LiveGround;
let server: LiveServer;
const links: Link[] = [];
beforeEach(async () => {
  ground = await liveGround();
  server = await ground.serve(openToAll);
});
afterEach(async () => {
  for (const link of links.splice(0)) link.close();
  await ground.close();
});

async function begin(): Promise<string> {
  const made = await server.live.log.create(eventFrame({ e: "opened" }));
  if (!made.ok) throw new Error("no log was made");
  return made.value;
}

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

function side(
  name: string,
  conversation: string,
  environment = nodeEnvironment(() => server.port),
) {
  const states: LinkState[] = [];
  const heard: string[] = [];
  const codes: string[] = [];
  const counts = { typing: 0 };
  const present: string[][] = [];
  const link = openLink({
    token: async () => name,
    onState: (state) => states.push(state),
    environment,
  });
  links.push(link);
  const channel = link.channel({
    conversation,
    tab: randomBytes(16),
    handlers: {
      frame: ({ seq, kind, payload }) =>
        void heard.push(kind === 1 ? `${seq}:${textOf(payload)}` : `${seq}!`),
      typing: () => void counts.typing++,
      present: ({ names }: { names: string[] }) => void present.push(names),
      closed: (code) => void codes.push(code),
    },
  });
  const say = (text: string): Promise<number> => channel.append(bytesOf(text));
  return { link, channel, states, heard, codes, counts, present, say, environment };
}

describe.each([
  ["a socket", false],
  ["long polls", true],
])("over %s", (_, blocked) => {
  const join = (name: string, id: string) =>
    side(
      name,
      id,
      nodeEnvironment(() => server.port, blocked),
    );

  test("two sides talk, and each hears everything once, in order, her own words too", async () => {
    const id = await begin();
    const [a, b] = [join("a", id), join("b", id)];
    for (let n = 0; n < 50; n++) void (n % 2 ? a : b).say(`${n}`);
    await soon(() => expect(a.heard).toHaveLength(51));
    await soon(() => expect(b.heard).toEqual(a.heard));
    const fromA = a.heard
      .slice(1)
      .map((text) => Number(text.split(":")[1]))
      .filter((n) => n % 2);
    expect(fromA).toEqual(fromA.toSorted((x, y) => x - y));
    await soon(() => expect(a.present.at(-1)).toEqual(["a", "b"]));
  });

  test("a hint that somebody types reaches the other side only, and not often", async () => {
    const id = await begin();
    const [a, b] = [join("a", id), join("b", id)];
    await Promise.all([a.say("1"), b.say("2")]);
    for (let n = 0; n < 5; n++) a.channel.typing();
    await soon(() => expect(b.counts.typing).toBe(1));
    await a.say("3");
    expect([a.counts.typing, b.counts.typing]).toEqual([0, 1]);
  });

  test("an end closes the channel, and who comes later is told that it is gone", async () => {
    const id = await begin();
    const a = join("a", id);
    await a.say("last");
    await server.live.log.destroy(id, "ended");
    await soon(() => expect(a.codes).toEqual(["ended"]));
    await expect(a.say("more")).rejects.toThrow("closed");
    const late = join("b", id);
    await soon(() => expect(late.codes).toEqual(["gone"]));
    expect(late.heard).toEqual([]);
  });

  test("a token that is not good is final", async () => {
    const stranger = join("stranger", await begin());
    await soon(() => expect(stranger.states.at(-1)).toBe("refused"));
    expect(stranger.codes).toEqual(["refused"]);
  });

  test("who may only listen is told so", async () => {
    const listener = join("listener", await begin());
    await expect(listener.say("x")).rejects.toThrow("not-allowed");
  });

  test("a broken line loses nothing and doubles nothing", async () => {
    const id = await begin();
    const line = await Network.open(() => server.port);
    const a = side(
      "a",
      id,
      nodeEnvironment(() => line.port, blocked),
    );
    const b = join("b", id);
    const said: Promise<number>[] = [];
    for (let n = 0; n < 30; n++) {
      said.push(a.say(`${n}`));
      // Between append and acknowledgement, again and again: what lands is not always heard of.
      if (n % 10 === 5) {
        line.swallow(true);
        await new Promise((go) => setTimeout(go, 60));
        line.cut();
        line.swallow(false);
        a.environment.wake();
      }
    }
    const seqs = await Promise.all(said);
    expect(seqs).toEqual(Array.from({ length: 30 }, (_n, n) => n + 2));
    await soon(() => expect(a.heard).toHaveLength(31));
    await soon(() => expect(b.heard).toEqual(a.heard));
    await line.close();
  });

  test("a line that fell silent is given up in time, also by a page that is woken again and again", async () => {
    const id = await begin();
    const line = await Network.open(() => server.port);
    const a = side(
      "a",
      id,
      nodeEnvironment(() => line.port, blocked),
    );
    await a.say("before");
    line.freeze();
    const waiting = a.say("into the void");
    const waking = setInterval(() => a.environment.wake(), 500);
    expect(await waiting).toBe(3);
    clearInterval(waking);
    await line.close();
  });

  test("a server that restarts is found again", async () => {
    const id = await begin();
    const a = join("a", id);
    await a.say("before");
    await server.close();
    const waiting = a.say("meanwhile");
    server = await ground.serve(openToAll);
    await server.live.log.recover();
    expect(await waiting).toBe(3);
    await soon(() => expect(a.heard).toEqual(["1!", "2:before", "3:meanwhile"]));
  });

  test("a frame that its process was killed before telling of comes along with its side", async () => {
    const bus = openBus(ground.database);
    let isKilled = false;
    const mute = { ...bus, publish: (text: string) => void (isKilled || bus.publish(text)) };
    const [first, second] = [await ground.serve(openToAll, { bus: mute }), server];
    const id = await begin();
    let at = first;
    const line = await Network.open(() => at.port);
    const a = side(
      "a",
      id,
      nodeEnvironment(() => line.port, blocked),
    );
    const b = join("b", id);
    await a.say("before");
    await soon(() => expect(b.heard).toHaveLength(2));
    isKilled = true;
    expect(await a.say("untold")).toBe(3);
    expect(b.heard).toHaveLength(2);
    at = second;
    line.cut();
    a.environment.wake();
    await soon(() => expect(b.heard).toEqual(["1!", "2:before", "3:untold"]));
    expect(await a.say("after")).toBe(4);
    await line.close();
  });

  test("two sides on two processes talk as on one", async () => {
    const id = await begin();
    const second = await ground.serve(openToAll);
    const a = join("a", id);
    const b = side(
      "b",
      id,
      nodeEnvironment(() => second.port, blocked),
    );
    for (let n = 0; n < 40; n++) void (n % 2 ? a : b).say(`${n}`);
    await soon(() => expect(a.heard).toHaveLength(41));
    await soon(() => expect(b.heard).toEqual(a.heard));
    await soon(() => expect(a.present.at(-1)).toEqual(["a", "b"]));
    a.channel.typing();
    await soon(() => expect(b.counts.typing).toBe(1));
    await second.live.log.destroy(id, "ended");
    await soon(() => expect(a.codes).toEqual(["ended"]));
  });
});
