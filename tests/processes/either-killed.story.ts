import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { freshDatabase, type FreshDatabase } from "../factories/database.server.ts";
import { type Ground, openGround } from "./ground.server.ts";
import { talkThroughKills } from "./killing.server.ts";
import { Load } from "./load.server.ts";
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
  ])("over %s: either process is killed in the middle, and both sides go on", (_, blocked) =>
    talkThroughKills(ground, blocked, ["a", "b", "a"]),
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
