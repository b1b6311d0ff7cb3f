import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { freshDatabase, type FreshDatabase } from "../factories/database.server.ts";
import { type Nats, openNats } from "../factories/programs.server.ts";
import { type Ground, openGround } from "./ground.server.ts";
import { Load, type LoadReport } from "./load.server.ts";
import { tell } from "./tell.server.ts";

let database: FreshDatabase;
let nats: Nats;
let ground: Ground;
beforeAll(async () => {
  database = await freshDatabase();
  nats = await openNats();
  ground = await openGround({
    ...{ database, url: database.url },
    environment: { LYKTA_BUS: nats.address },
  });
});
afterAll(async () => {
  await ground?.close();
  await nats?.close();
  await database?.close();
});

test("NATS dies and returns, and with it away a process is killed: nothing is wrong", async () => {
  const load = await Load.open(ground, 20, 500, 0.25);
  const rows: Record<string, LoadReport> = {};
  load.start();
  await sleep(3000);
  rows["with NATS"] = load.report();
  await nats.kill();
  await sleep(3000);
  await ground.a.kill();
  await ground.a.start();
  await sleep(2000);
  rows["and without it, one process killed"] = load.report();
  await nats.start();
  await sleep(3000);
  await ground.b.kill();
  await ground.b.start();
  await sleep(3000);
  await load.stop();
  expect(await load.breaches(database, ground.keys)).toEqual([]);
  expect(ground.a.output()).toContain('"event":"bus-away"');
  tell("NATS away and back", { ...rows, "and with it again, the other killed": load.report() });
  load.close();
});
