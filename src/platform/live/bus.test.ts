import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { everyBus } from "../../../tests/factories/buses.server.ts";
import { type FreshDatabase, freshDatabase } from "../../../tests/factories/database.server.ts";
import { soon } from "../../../tests/factories/soon.ts";
import { captureLog } from "../log.ts";
import type { Bus } from "./bus.server.ts";
import { natsBus } from "./bus-nats.server.ts";
import { postgresBus } from "./bus-postgres.server.ts";
import { meetNeighbours, type Neighbours } from "./neighbours.server.ts";

const { kinds, nats, close: closeNats } = await everyBus();
let database: FreshDatabase;
let unmute: () => void;
beforeAll(async () => {
  unmute = captureLog(() => undefined);
  database = await freshDatabase();
});
afterAll(async () => {
  await closeNats();
  await database.close();
  unmute();
});

const buses: Bus[] = [];
const opened: Neighbours[] = [];
const kept = (bus: Bus): Bus => {
  buses.push(bus);
  return bus;
};
afterEach(async () => {
  for (const one of opened.splice(0)) await one.close();
  for (const bus of buses.splice(0)) await bus.close();
});

const overPostgres = (): Bus => kept(postgresBus(database));
const overNats = (): Bus => kept(natsBus(nats?.address ?? "", postgresBus(database)));

async function ear(bus: Bus): Promise<string[]> {
  const heard: string[] = [];
  await bus.subscribe((text) => heard.push(text));
  return heard;
}

describe.each(kinds)("the bus over $name", ({ make }) => {
  let a: Bus;
  let b: Bus;
  beforeEach(() => {
    [a, b] = [kept(make(database)), kept(make(database))];
  });

  test("brings each text to every process, the speaker too, in the speaker's order", async () => {
    const [atA, atB] = [await ear(a), await ear(b)];
    const texts = Array.from({ length: 300 }, (_, n) => `${n} å`);
    for (const text of texts) a.publish(text);
    // A hint may come twice, and there may be others.
    const said = (heard: string[]): string[] =>
      [...new Set(heard)].filter((text) => text.endsWith("å"));
    await soon(() => expect(said(atA)).toEqual(texts));
    await soon(() => expect(said(atB)).toEqual(texts));
  });

  test("takes texts of the length that neighbours write", async () => {
    const heard = await ear(b);
    a.publish("x".repeat(7900));
    await soon(() => expect(heard).toContain("x".repeat(7900)));
  });

  test("leaves alone who does not listen any more", async () => {
    const heard: string[] = [];
    const stop = await b.subscribe((text) => heard.push(text));
    const other = await ear(b);
    await stop();
    a.publish("late");
    await soon(() => expect(other).toContain("late"));
    expect(heard).not.toContain("late");
  });

  test("has said a goodbye that was published just before it closed", async () => {
    const heard = await ear(b);
    await a.subscribe(() => undefined);
    a.publish("bye");
    await a.close();
    await soon(() => expect(heard).toContain("bye"));
  });

  test("lets processes meet, tell each other things, and part", async () => {
    const one = await meetNeighbours(a);
    const two = await meetNeighbours(b);
    opened.push(one, two);
    const told: unknown[] = [];
    two.hear("fruit", (items) => told.push(...items));
    await soon(() => expect(one.others()).toEqual([two.self]));
    for (let n = 0; n < 2000; n++) one.tell("fruit", ["pear", n]);
    await soon(() => expect(new Set(told.map(String)).size).toBe(2000));
    const left = new Promise((go) => two.onLeave(go));
    await one.close();
    expect(await left).toBe(one.self);
  });
});

describe("over PostgreSQL, a hint that failed", () => {
  test("is made up for: everybody is told that something was missed", async () => {
    let broken = 3;
    const raw = {
      query: (...args: Parameters<typeof database.raw.query>) =>
        broken-- > 0 ? Promise.reject(new Error("away")) : database.raw.query(...args),
    };
    const speaker = kept(postgresBus({ ...database, raw } as typeof database));
    const heard = await ear(overPostgres());
    speaker.publish("one");
    await soon(() => expect(heard).toEqual([""]));
    speaker.publish("two");
    await soon(() => expect(heard.at(-1)).toBe("two"));
  });
});

describe.runIf(nats)("when the NATS server dies and returns", () => {
  test("hints go by PostgreSQL meanwhile, and who may have missed one is told", async () => {
    const [a, b] = [overNats(), overNats()];
    const [atA, atB] = [await ear(a), await ear(b)];
    a.publish("before");
    await soon(() => expect(atB).toContain("before"));
    for (const heard of [atA, atB]) heard.length = 0;
    await nats?.kill();
    // One from each: before its own, a bus still speaks to the dead server, and makes up for that with it.
    await soon(() => expect(atA).toEqual(["", ""]));
    await soon(() => expect(atB).toEqual(["", ""]));
    a.publish("meanwhile");
    b.publish("answer");
    await soon(() => expect(atB).toContain("meanwhile"));
    await soon(() => expect(atA).toContain("answer"));
    for (const heard of [atA, atB]) heard.length = 0;
    await nats?.start();
    await soon(() => expect(atA).toContain(""));
    await soon(() => expect(atB).toContain(""));
    a.publish("after");
    await soon(() => expect(atB).toContain("after"));
  });

  test.each<[string, () => Bus]>([
    ["that is cut off from it", () => kept(natsBus("nats://127.0.0.1:1", postgresBus(database)))],
    ["that was not told to use it", overPostgres],
  ])("a process %s talks with the others all the same", async (_, alone) => {
    const one = await meetNeighbours(alone());
    const [two, three] = [await meetNeighbours(overNats()), await meetNeighbours(overNats())];
    opened.push(one, two, three);
    for (const each of [one, two, three]) await soon(() => expect(each.others()).toHaveLength(2));
    const told: unknown[] = [];
    for (const each of [one, two]) each.hear("fruit", (items) => told.push(...items));
    three.tell("fruit", "pear");
    await soon(() => expect(told).toEqual(expect.arrayContaining(["pear", "pear"])));
    one.tell("fruit", "plum");
    await soon(() => expect(told).toContain("plum"));
  });
});
