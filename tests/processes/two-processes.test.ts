import { afterAll, beforeAll, test } from "vitest";
import { freshDatabase, type FreshDatabase } from "../factories/database.server.ts";
import { openForwarder } from "../factories/proxy.server.ts";
import { type Ground, openGround } from "./ground.server.ts";
import { talkThroughKills } from "./killing.server.ts";

// The quick one: the built program twice on one database, without HAProxy. The rest is `npm run test:processes`.

let database: FreshDatabase;
let ground: Ground;
beforeAll(async () => {
  database = await freshDatabase();
  ground = await openGround({ database, url: database.url, front: openForwarder });
}, 90_000);
afterAll(async () => {
  await ground?.close();
  await database?.close();
});

test("two processes serve one conversation, and it goes on when either of them is killed", async () => {
  await talkThroughKills(ground, false, ["a", "b"]);
}, 90_000);
