import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { LiveSides, openToAll } from "../../../tests/factories/live-sides.server.ts";
import { Network } from "../../../tests/factories/network.server.ts";
import { soon } from "../../../tests/factories/soon.ts";
import { openBus } from "./index.server.ts";

let sides: LiveSides;
beforeEach(async () => {
  sides = await LiveSides.open();
});
afterEach(() => sides.close());

describe.each([
  ["a socket", false],
  ["long polls", true],
])("over %s", (_, blocked) => {
  const join = (name: string, id: string, port?: () => number) =>
    sides.side(name, id, blocked, port);

  test("two sides talk, and each hears everything once, in order, her own words too", async () => {
    const id = await sides.begin();
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
    const id = await sides.begin();
    const [a, b] = [join("a", id), join("b", id)];
    await Promise.all([a.say("1"), b.say("2")]);
    for (let n = 0; n < 5; n++) a.channel.typing();
    await soon(() => expect(b.counts.typing).toBe(1));
    await a.say("3");
    expect([a.counts.typing, b.counts.typing]).toEqual([0, 1]);
  });

  test("an end closes the channel, and who comes later is told that it is gone", async () => {
    const id = await sides.begin();
    const a = join("a", id);
    await a.say("last");
    await sides.server.live.log.destroy(id, "ended");
    await soon(() => expect(a.codes).toEqual(["ended"]));
    await expect(a.say("more")).rejects.toThrow("closed");
    const late = join("b", id);
    await soon(() => expect(late.codes).toEqual(["gone"]));
    expect(late.heard).toEqual([]);
  });

  test("a token that is not good is final", async () => {
    const stranger = join("stranger", await sides.begin());
    await soon(() => expect(stranger.states.at(-1)).toBe("refused"));
    expect(stranger.codes).toEqual(["refused"]);
  });

  test("who may only listen is told so", async () => {
    const listener = join("listener", await sides.begin());
    await expect(listener.say("x")).rejects.toThrow("not-allowed");
  });

  test("a server that restarts is found again", async () => {
    const id = await sides.begin();
    const a = join("a", id);
    await a.say("before");
    await sides.server.close();
    const waiting = a.say("meanwhile");
    sides.server = await sides.ground.serve(openToAll);
    await sides.server.live.log.recover();
    expect(await waiting).toBe(3);
    await soon(() => expect(a.heard).toEqual(["1!", "2:before", "3:meanwhile"]));
  });

  test("a frame that its process was killed before telling of comes along with its side", async () => {
    const bus = openBus(sides.ground.database);
    let isKilled = false;
    const mute = { ...bus, publish: (text: string) => void (isKilled || bus.publish(text)) };
    const [first, second] = [await sides.ground.serve(openToAll, { bus: mute }), sides.server];
    const id = await sides.begin();
    let at = first;
    const line = await Network.open(() => at.port);
    const a = join("a", id, () => line.port);
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
    const id = await sides.begin();
    const second = await sides.ground.serve(openToAll);
    const a = join("a", id);
    const b = join("b", id, () => second.port);
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
