import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type LiveSide, LiveSides } from "../../../tests/factories/live-sides.server.ts";
import { Network } from "../../../tests/factories/network.server.ts";
import { soon } from "../../../tests/factories/soon.ts";

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

  test("a broken line loses nothing and doubles nothing", async () => {
    const id = await sides.begin();
    const line = await Network.open(() => sides.server.port);
    const a = join("a", id, () => line.port);
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
    const id = await sides.begin();
    const line = await Network.open(() => sides.server.port);
    const a = join("a", id, () => line.port);
    await a.say("before");
    line.freeze();
    const waiting = a.say("into the void");
    const waking = setInterval(() => a.environment.wake(), 500);
    expect(await waiting).toBe(3);
    clearInterval(waking);
    await line.close();
  });

  test("a line on which all that is said arrives twice loses nothing and doubles nothing", async () => {
    const id = await sides.begin();
    const line = await Network.open(() => sides.server.port);
    line.behave(() => ({ twice: true }));
    const [a, b] = ["a", "b"].map((name) => join(name, id, () => line.port)) as [
      LiveSide,
      LiveSide,
    ];
    const said: Promise<number>[] = [];
    for (let n = 0; n < 30; n++) {
      said.push((n % 2 ? a : b).say(`${n}`));
      await new Promise((go) => setTimeout(go, 15));
    }
    expect((await Promise.all(said)).toSorted((x, y) => x - y)).toEqual(
      Array.from({ length: 30 }, (_n, n) => n + 2),
    );
    await soon(() => expect(a.heard).toHaveLength(31));
    await soon(() => expect(b.heard).toEqual(a.heard));
    await line.close();
  });
});
