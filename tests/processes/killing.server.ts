import { expect } from "vitest";
import { soon } from "../factories/soon.ts";
import type { Ground } from "./ground.server.ts";
import { openRealTalk, wordsOf } from "./talks.server.ts";

/** One conversation, its sides on different processes, of which one after the other is killed in the middle. */
export async function talkThroughKills(
  ground: Ground,
  blocked: boolean,
  kills: readonly ("a" | "b")[],
): Promise<void> {
  const talk = await openRealTalk(ground, {
    blocked,
    before: (role) => ground.proxy.lead([role === "seeker" ? "a" : "b"]),
  });
  await ground.proxy.lead(["a", "b"]);
  await soon(async () => {
    const { a, b } = await ground.proxy.open();
    expect([a > 0, b > 0]).toEqual([true, true]);
  });
  const said: string[] = [];
  const say = async (who: "seeker" | "volunteer"): Promise<void> => {
    const text = `${said.length} ${who}`;
    said.push(text);
    expect(await talk[who].write(text)).toMatchObject({ ok: true });
  };
  const bothSay = () => Promise.all([say("seeker"), say("volunteer")]);
  await bothSay();
  for (const name of kills) {
    // In the middle: what is on its way at that moment may have been written, and not been told.
    const speaking = bothSay();
    await Promise.all([speaking, ground[name].kill()]);
    await bothSay();
    const all = said.toSorted();
    await soon(() => expect(wordsOf(talk.seeker).toSorted()).toEqual(all));
    await soon(() => expect(wordsOf(talk.volunteer).toSorted()).toEqual(all));
    expect(ground[name].isUp).toBe(false);
    await ground[name].start();
  }
  expect(wordsOf(talk.seeker)).toEqual(wordsOf(talk.volunteer));
  for (const side of [talk.seeker, talk.volunteer]) {
    expect(side.missing.value).toEqual([]);
    expect(side.problem.value).toBeNull();
    expect(side.ended.value).toBeNull();
  }
  talk.close();
}
