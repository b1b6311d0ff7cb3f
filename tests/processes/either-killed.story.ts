import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { freshDatabase, type FreshDatabase } from "../factories/database.server.ts";
import { soon } from "../factories/soon.ts";
import { type Ground, openGround } from "./ground.server.ts";
import { Load } from "./load.server.ts";
import { openRealTalk, wordsOf } from "./talks.server.ts";
import { tell } from "./tell.server.ts";

let database: FreshDatabase;
let ground: Ground;
beforeAll(async () => {
  database = await freshDatabase();
  ground = await openGround({ database, url: database.url });
});
afterAll(async () => {
  await ground?.close();
  await database?.close();
});

describe("one conversation, its sides on different processes", () => {
  test.each([
    ["sockets", false],
    ["a socket and long polls", true],
  ])(
    "over %s: either process is killed in the middle, and both sides go on",
    async (_, blocked) => {
      const talk = await openRealTalk(ground, {
        blocked,
        before: (role) => ground.proxy.lead([role === "seeker" ? "a" : "b"]),
      });
      await ground.proxy.lead(["a", "b"]);
      const said: string[] = [];
      const say = async (who: "seeker" | "volunteer"): Promise<void> => {
        const text = `${said.length} ${who}`;
        said.push(text);
        expect(await talk[who].write(text)).toMatchObject({ ok: true });
      };
      const bothSay = () => Promise.all([say("seeker"), say("volunteer")]);
      await bothSay();
      for (const [killed, other] of [
        [ground.a, ground.b],
        [ground.b, ground.a],
        [ground.a, ground.b],
      ] as const) {
        // In the middle: what is on its way at that moment may have been written, and not been told.
        const speaking = bothSay();
        await Promise.all([speaking, killed.kill()]);
        await bothSay();
        expect([killed.isUp, other.isUp]).toEqual([false, true]);
        const all = said.toSorted();
        await soon(() => expect(wordsOf(talk.seeker).toSorted()).toEqual(all));
        await soon(() => expect(wordsOf(talk.volunteer).toSorted()).toEqual(all));
        await killed.start();
        await sleep(1000);
      }
      for (const side of [talk.seeker, talk.volunteer]) {
        expect(side.missing.value).toEqual([]);
        expect(side.problem.value).toBeNull();
        expect(side.ended.value).toBeNull();
      }
      talk.close();
    },
  );
});

describe("twenty conversations", () => {
  test("with either process killed again and again: every word exactly once, in order, to both", async () => {
    const load = await Load.open(ground, 20, 500, 0.25);
    load.start();
    for (let round = 0; round < 4; round++) {
      const program = round % 2 === 0 ? ground.a : ground.b;
      await sleep(1500 + Math.random() * 1000);
      await program.kill();
      await sleep(500 + Math.random() * 1500);
      await program.start();
    }
    await sleep(2000);
    await load.stop();
    expect(await load.breaches(database, ground.keys)).toEqual([]);
    tell("Four kills", { "with them": load.report() });
    load.close();
  });
});
