import { readdirSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { soon } from "../../tests/factories/soon.ts";
import {
  follow,
  openSeeker,
  openVolunteer,
} from "../../tests/factories/conversation-sides.server.ts";
import {
  type ConversationHouse,
  conversationHouse,
  type RunningHouse,
} from "../../tests/factories/conversations.server.ts";
import { nodeEnvironment } from "../../tests/factories/live-server.server.ts";
import { openLink } from "../platform/live/link.browser.ts";
import { paths } from "./contract.ts";

let ground: ConversationHouse;
let house: RunningHouse;
const links: { close(): void }[] = [];
beforeEach(async () => {
  ground = await conversationHouse();
  house = await ground.run();
});
afterEach(async () => {
  for (const link of links.splice(0)) link.close();
  await ground.close();
});

async function seeker(at: () => RunningHouse = () => house) {
  const one = await openSeeker(at(), at);
  links.push(one.link);
  return one;
}
async function volunteer(index: number, at = house) {
  const one = await openVolunteer(ground, at, ground.trust.woman(index));
  links.push(one.link);
  return one;
}
const rows = async (): Promise<number> =>
  (await ground.database.raw.query("select from live_frames")).rowCount ?? 0;
const MINUTE = 60_000;

describe("a conversation goes on", () => {
  test("when its server restarts: same places, same volunteers, nothing lost", async () => {
    const sara = await volunteer(0);
    const [one, two] = [await seeker(() => house), await seeker(() => house)];
    await sara.act(paths.take, one);
    const said = one.say("before");
    await said;
    await house.close();
    const meanwhile = one.say("meanwhile");
    house = await ground.run();
    const again = await volunteer(1);
    await soon(() =>
      expect(one.heard.map((text) => text.split(":")[1])).toEqual(["before", "meanwhile"]),
    );
    await meanwhile;
    await soon(() =>
      expect(again.room().waiting).toMatchObject([
        { conversation: two.conversation, again: false },
      ]),
    );
    await soon(() => expect(two.places.at(-1)).toMatchObject({ place: 1, open: true }));
    const kept = await house.ask("GET", "/desk/api/duty", undefined, {
      member: ground.trust.woman(0).id,
    });
    expect(kept.body).toMatchObject({ duty: sara.duty.duty, sealedSeed: "c2VhbGVk" });
  });

  test("with its sides on two processes, and with either of them gone", async () => {
    const second = await ground.run();
    const sara = await volunteer(0, second);
    let at = house;
    const one = await seeker(() => at);
    const { conversation } = one;
    await soon(() => expect(sara.room().waiting).toMatchObject([{ conversation }]));
    expect(await sara.act(paths.take, one)).toMatchObject({ status: 200 });
    const side = sara.follow(conversation);
    await Promise.all([one.say("1"), side.say("2"), one.say("3")]);
    await soon(() => expect(side.heard).toHaveLength(3));
    await soon(() => expect(one.heard).toEqual(side.heard));
    await soon(() => expect(one.present.at(-1)).toMatchObject({ seeker: true, volunteers: 1 }));
    await soon(() => expect(side.present.at(-1)).toMatchObject({ seeker: true, volunteers: 1 }));
    at = second;
    await house.close();
    await one.say("4");
    await soon(() => expect(side.heard).toHaveLength(4));
    house = await ground.run();
    void side.say("goodbye");
    expect(await house.ask("POST", paths.end, { token: one.token })).toMatchObject({ status: 200 });
    await soon(() => expect([one.codes, side.codes]).toEqual([["ended"], ["ended"]]));
    expect(await rows()).toBe(0);
    expect(readdirSync(ground.keys)).toEqual([]);
  });

  test("two volunteers on two processes cannot both take her", async () => {
    const second = await ground.run();
    const [sara, kim] = [await volunteer(0), await volunteer(1, second)];
    for (let round = 0; round < 8; round++) {
      const one = await seeker();
      const both = await Promise.all([sara.act(paths.take, one), kim.act(paths.take, one)]);
      expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
      await house.ask("POST", paths.end, { token: one.token });
    }
  });

  test("without a volunteer who has left the jour, whichever process her desk is at", async () => {
    const second = await ground.run();
    await soon(() => expect(house.live.neighbours.others()).toHaveLength(1));
    const sara = await volunteer(0, second);
    const one = await seeker();
    await soon(() => expect(sara.room().waiting).toHaveLength(1));
    await sara.act(paths.take, one);
    const side = sara.follow(one.conversation);
    await side.say("1");
    house.dismiss(ground.trust.woman(0).id);
    await soon(() => expect(side.codes).toEqual(["refused"]));
  });

  test("when the news of what she did has not yet come to the process that she meets next", async () => {
    const late = await ground.run(10, (bus) => ({
      ...bus,
      subscribe: (hear) => bus.subscribe((text) => text.includes('"frames"') || hear(text)),
    }));
    await soon(() => expect(late.live.neighbours.others()).toHaveLength(1));
    const sara = await volunteer(0, late);
    const one = await seeker();
    expect(await late.live.log.has(one.conversation)).toBe(true);
    const member = ground.trust.woman(0).id;
    const taken = await house.ask("POST", paths.take, one, { member });
    expect(taken.status).toBe(200);
    const side = sara.follow(one.conversation);
    expect(await side.say("1")).toBe(3);
    const two = await seeker();
    expect(await late.live.log.has(two.conversation)).toBe(true);
    await house.ask("POST", paths.take, two, { member });
    expect(await sara.act(paths.release, two)).toMatchObject({ status: 200 });
    expect(side.codes).toEqual([]);
  });

  test("when her desk is reloaded: a new tab of the same duty reads it from the first frame", async () => {
    const sara = await volunteer(0);
    const one = await seeker();
    await sara.act(paths.take, one);
    const first = sara.follow(one.conversation);
    await Promise.all([one.say("1"), first.say("2")]);
    first.close();
    const second = sara.follow(one.conversation);
    await soon(() => expect(second.heard).toHaveLength(2));
    expect(second.events.map(({ e }) => e)).toEqual(["opened", "taken"]);
  });
});

describe("a conversation that nobody comes back to", () => {
  test("is destroyed after the grace time, and not before", async () => {
    const sara = await volunteer(0);
    const one = await seeker();
    await sara.act(paths.take, one);
    const side = sara.follow(one.conversation);
    await one.say("1");
    one.link.close();
    await soon(() => expect(side.present.at(-1)).toMatchObject({ seeker: false }));
    ground.clock.ahead += 9 * MINUTE;
    await new Promise((go) => setTimeout(go, 200));
    expect(side.codes).toEqual([]);
    ground.clock.ahead += 2 * MINUTE;
    await soon(() => expect(side.codes).toEqual(["abandoned"]));
    expect(await rows()).toBe(0);
    expect(readdirSync(ground.keys)).toEqual([]);
  });

  test("lives on when she comes back within it", async () => {
    await volunteer(0);
    const one = await seeker();
    await one.say("1");
    one.link.close();
    await soon(() => expect(one.codes).toEqual([]));
    ground.clock.ahead += 9 * MINUTE;
    const link = openLink({
      token: async () => one.token,
      onState: () => undefined,
      environment: nodeEnvironment(() => house.port),
    });
    links.push(link);
    const back = follow(link, one.conversation);
    await soon(() => expect(back.heard).toEqual(["2:1"]));
    ground.clock.ahead += 9 * MINUTE;
    await new Promise((go) => setTimeout(go, 200));
    expect(await back.say("2")).toBe(3);
  });

  test("ends after twelve hours in any case, and is told to be gone to who comes later", async () => {
    await volunteer(0);
    const one = await seeker();
    await one.say("1");
    ground.clock.ahead += 12 * 60 * MINUTE;
    await soon(() => expect(one.codes).toEqual(["expired"]));
    expect(await rows()).toBe(0);
    const late = follow(one.link, one.conversation);
    await soon(() => expect(late.codes).toEqual(["gone"]));
  });

  test("is counted once, whichever process ends it", async () => {
    const second = await ground.run();
    await volunteer(0);
    const many = await Promise.all(Array.from({ length: 12 }, () => seeker()));
    for (const { conversation } of many)
      await soon(async () => expect(await second.live.log.has(conversation)).toBe(true));
    ground.clock.ahead += 12 * 60 * MINUTE;
    await soon(async () => expect(await rows()).toBe(0));
    await soon(() => expect(readdirSync(ground.keys)).toEqual([]));
    await soon(() => expect(many.map(({ codes }) => codes.length)).toEqual(many.map(() => 1)));
    await Promise.all([house.close(), second.close()]);
    const counted = await ground.database.tenant(ground.jour, (tx) =>
      tx.rows("select measure, sum(count)::int as count from counters group by measure"),
    );
    expect(counted).toEqual([{ measure: "unanswered", count: 12 }]);
  });

  test("is counted coarsely and leaves nothing else", async () => {
    const sara = await volunteer(0);
    const [one, two] = [await seeker(), await seeker()];
    ground.clock.ahead += 3 * MINUTE;
    await sara.act(paths.take, one);
    ground.clock.ahead += 42 * MINUTE;
    await house.ask("POST", paths.end, { token: one.token });
    await house.ask("POST", paths.end, { token: two.token });
    await house.flush();
    const counted = await ground.database.tenant(ground.jour, (tx) =>
      tx.rows("select door, channel, measure, bucket, count from counters order by measure"),
    );
    const chat = { door: "woman", channel: "chat", count: 1 };
    expect(counted).toEqual([
      { ...chat, measure: "length", bucket: "40-60" },
      { ...chat, measure: "unanswered", bucket: "40-60" },
      { ...chat, measure: "waiting-first", bucket: "2-5" },
    ]);
  });
});
