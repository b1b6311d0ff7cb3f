import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, expect, test } from "vitest";
import { openDatabase } from "../../../src/platform/database/index.server.ts";
import { soon } from "../../factories/soon.ts";
import { openGround } from "../ground.server.ts";
import { Load } from "../load.server.ts";
import { openRealTalk, wordsOf } from "../talks.server.ts";
import { holdBack, openPair } from "./pair.server.ts";
import { tell } from "../tell.server.ts";

const CONVERSATIONS = 24;
const EVERY_MS = 1000;

const closers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).toReversed()) await close();
});

/** Two processes on a primary with a standby, behind the proxy, and people who talk. */
async function peopleTalking(synchronous: boolean) {
  const pair = await openPair(synchronous);
  closers.push(() => pair.close());
  const database = await openDatabase({ url: pair.url });
  closers.push(() => database.stop());
  const ground = await openGround({ database, url: pair.url });
  closers.push(() => ground.close());
  const load = await Load.open(ground, CONVERSATIONS, EVERY_MS);
  closers.push(async () => load.close());
  load.start();
  await sleep(3000);
  return { pair, database, ground, load };
}

test("a synchronous standby that is promoted under load: nothing acknowledged is lost, and all go on by themselves", async () => {
  const { pair, database, ground, load } = await peopleTalking(true);
  const talk = await openRealTalk(ground);
  closers.push(async () => talk.close());
  expect(await talk.seeker.write("before")).toMatchObject({ ok: true });
  const calm = load.report();
  await pair.primary.kill();
  expect(await talk.seeker.write("meanwhile")).toMatchObject({ ok: true });
  await sleep(3000);
  await pair.standby.promote();
  await sleep(5000);
  expect(await talk.volunteer.write("after")).toMatchObject({ ok: true });
  await load.stop();
  expect(await load.breaches(database, ground.keys)).toEqual([]);
  const words = ["before", "meanwhile", "after"];
  for (const side of [talk.seeker, talk.volunteer])
    await soon(() => expect(wordsOf(side)).toEqual(words));
  tell("Three seconds without a primary", { before: calm, "with them": load.report() });
});

test("the same checker finds what a standby that lags has lost", async () => {
  const { pair, database, ground, load } = await peopleTalking(false);
  await holdBack(pair);
  await sleep(2000);
  await pair.primary.kill();
  await pair.standby.promote();
  await sleep(5000);
  await load.stop();
  const breaches = await load.breaches(database, ground.keys);
  expect(breaches.join("\n")).toContain("was acknowledged and is lost");
});
