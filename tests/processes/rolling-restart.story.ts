import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { freshDatabase, type FreshDatabase } from "../factories/database.server.ts";
import { soon } from "../factories/soon.ts";
import { type Ground, openGround } from "./ground.server.ts";
import { Load } from "./load.server.ts";
import { openRealTalk, wordsOf } from "./talks.server.ts";
import { tell } from "./tell.server.ts";

const CONVERSATIONS = 100;
const EVERY_MS = 1000;

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

test("a rolling restart under load drops nobody: every message arrives exactly once, none fails", async () => {
  const talk = await openRealTalk(ground);
  const load = await Load.open(ground, CONVERSATIONS, EVERY_MS);
  const answers: string[] = [];
  let isAsking = true;
  // People who come just now: no page may fail either.
  const visitor = (async () => {
    while (isAsking) {
      const { status } = await ground.house.ask("GET", "/contact/api/status");
      if (status !== 200) answers.push(String(status));
      await sleep(20);
    }
  })();
  load.start();
  const said: string[] = [];
  let isTalking = true;
  const talking = (async () => {
    while (isTalking) {
      const text = `${said.length}`;
      said.push(text);
      const side = said.length % 2 ? talk.seeker : talk.volunteer;
      expect(await side.write(text)).toMatchObject({ ok: true });
      await sleep(250);
    }
  })();
  await sleep(5000);
  const calm = load.report();
  const leaving: number[] = [];
  for (const program of [ground.a, ground.b]) {
    leaving.push(Math.round(await program.stop()));
    await program.start();
    await sleep(5000);
  }
  isTalking = false;
  isAsking = false;
  await Promise.all([talking, visitor]);
  await load.stop();
  expect(await load.breaches(database, ground.keys)).toEqual([]);
  expect(answers).toEqual([]);
  // Each one's words in her order; what one says while the other finds her way back may come before.
  const byAuthor = (words: readonly string[]) =>
    [0, 1].map((author) => words.filter((word) => Number(word) % 2 === author));
  await soon(() => expect(byAuthor(wordsOf(talk.seeker))).toEqual(byAuthor(said)));
  await soon(() => expect(wordsOf(talk.volunteer)).toEqual(wordsOf(talk.seeker)));
  for (const side of [talk.seeker, talk.volunteer]) {
    expect(side.missing.value).toEqual([]);
    expect(side.problem.value).toBeNull();
  }
  tell(`Rolling restart; the processes left within ${leaving.join(" and ")} ms`, {
    before: calm,
    "with both restarts": load.report(),
  });
  talk.close();
  load.close();
});
