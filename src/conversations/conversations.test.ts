import { readdirSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { soon } from "../../tests/factories/soon.ts";
import {
  openSeeker,
  openVolunteer,
  type Seeker,
  type Volunteer,
} from "../../tests/factories/conversation-sides.server.ts";
import {
  type ConversationHouse,
  conversationHouse,
  type RunningHouse,
} from "../../tests/factories/conversations.server.ts";
import { shiftPaths } from "../shifts/index.ts";
import { paths } from "./contract.ts";

let ground: ConversationHouse;
let house: RunningHouse;
const links: { link: { close(): void } }[] = [];
beforeEach(async () => {
  ground = await conversationHouse();
  house = await ground.run();
});
afterEach(async () => {
  for (const { link } of links.splice(0)) link.close();
  await ground.close();
});

async function seeker(at?: () => RunningHouse, blocked = false): Promise<Seeker> {
  const one = await openSeeker(at?.() ?? house, at, blocked);
  links.push(one);
  return one;
}
async function volunteer(index: number, at = house, capacity = 3): Promise<Volunteer> {
  const one = await openVolunteer(ground, at, ground.trust.woman(index), capacity);
  links.push(one);
  return one;
}
const count = async (): Promise<number> =>
  (await ground.database.raw.query("select from live_frames")).rowCount ?? 0;
const code = (answer: { body: unknown }): unknown =>
  (answer.body as { error?: string } | null)?.error;

describe("from the queue to the end", () => {
  test("she waits, is taken, they talk, and at the end nothing is left", async () => {
    const sara = await volunteer(0);
    const one = await seeker();
    const { conversation } = one;
    await soon(() =>
      expect(one.places.at(-1)).toMatchObject({ place: 1, estimate: null, open: true }),
    );
    await soon(() =>
      expect(sara.room().waiting).toEqual([
        {
          conversation,
          face: ground.face,
          door: "woman",
          language: "sv",
          since: expect.any(Number),
          again: false,
        },
      ]),
    );
    expect(await sara.act(paths.take, { conversation })).toMatchObject({ status: 200 });
    const side = sara.follow(conversation);
    await Promise.all([one.say("hej"), side.say("välkommen")]);
    await soon(() => expect(one.heard).toHaveLength(2));
    await soon(() => expect(side.heard).toEqual(one.heard));
    expect(side.events).toEqual(one.events);
    expect(one.events.map(({ e }) => e)).toEqual(["opened", "taken"]);
    expect(JSON.stringify(one.events)).not.toMatch(/token|pass/);
    await soon(() => expect(one.present.at(-1)).toMatchObject({ seeker: true, volunteers: 1 }));
    await soon(() => expect(sara.room().mine).toMatchObject([{ conversation, state: "in" }]));
    expect(sara.room().waiting).toEqual([]);
    expect(sara.room().colleagues).toMatchObject([
      { alias: "Alias 0", load: 1, limit: 3, me: true },
    ]);

    void one.say("hej då");
    expect(await house.ask("POST", paths.end, { token: one.token })).toMatchObject({
      status: 200,
      body: null,
    });
    await soon(() => expect(side.codes).toEqual(["ended"]));
    expect(one.codes).toEqual(["ended"]);
    expect(await count()).toBe(0);
    expect(readdirSync(ground.keys)).toEqual([]);
    expect(await house.ask("POST", paths.end, { token: one.token })).toMatchObject({ status: 200 });
  });

  test("the volunteer may end it too, and who is asked twice says the same", async () => {
    const sara = await volunteer(0);
    const one = await seeker();
    await sara.act(paths.take, one);
    expect(await sara.act(paths.endAsVolunteer, one)).toMatchObject({ status: 200 });
    await soon(() => expect(one.codes).toEqual(["ended"]));
    expect(await sara.act(paths.endAsVolunteer, one)).toMatchObject({ status: 404 });
    expect(await count()).toBe(0);
  });

  test("over long polls alone it is the same", async () => {
    const sara = await volunteer(0);
    const one = await seeker(undefined, true);
    await soon(() => expect(one.places.at(-1)).toMatchObject({ place: 1 }));
    await sara.act(paths.take, one);
    const side = sara.follow(one.conversation);
    await Promise.all([one.say("1"), side.say("2")]);
    await soon(() => expect(one.heard).toHaveLength(2));
    await soon(() => expect(side.heard).toEqual(one.heard));
  });
});

describe("the queue", () => {
  test("tells an honest place, and that the last volunteer has gone home", async () => {
    const sara = await volunteer(0);
    const [one, two] = [await seeker(), await seeker()];
    await soon(() => expect(two.places.at(-1)).toMatchObject({ place: 2, open: true }));
    await sara.act(paths.take, one);
    await soon(() => expect(two.places.at(-1)).toMatchObject({ place: 1 }));
    expect(code(await sara.act(shiftPaths.stop, { duty: sara.duty.duty }))).toBe(
      "conversations-open",
    );
    await sara.act(paths.endAsVolunteer, one);
    expect(await sara.act(shiftPaths.stop, { duty: sara.duty.duty })).toMatchObject({
      status: 200,
    });
    await soon(() => expect(two.places.at(-1)).toMatchObject({ place: 1, open: false }));
    const status = await house.ask("GET", paths.status);
    expect(status.body).toEqual({ open: false, waiting: 1, estimate: null, graceMinutes: 10 });
    await expect(seeker()).rejects.toThrow("closed");
  });

  test("is full for whoever stands behind all that those on duty can take, and for nobody else", async () => {
    const sara = await volunteer(0, house, 1);
    const [one, two] = [await seeker(), await seeker()];
    await soon(() => {
      expect(one.places.at(-1)).toMatchObject({ place: 1, full: false });
      expect(two.places.at(-1)).toMatchObject({ place: 2, full: true });
    });
    await sara.act(paths.take, one);
    await soon(() => expect(two.places.at(-1)).toMatchObject({ place: 1, full: true }));
    const kim = await volunteer(1);
    await soon(() => expect(two.places.at(-1)).toMatchObject({ place: 1, full: false }));
    await kim.act(shiftPaths.stop, { duty: kim.duty.duty });
    await sara.act(paths.endAsVolunteer, one);
    await soon(() => expect(two.places.at(-1)).toMatchObject({ place: 1, full: false }));
    await sara.act(shiftPaths.stop, { duty: sara.duty.duty });
    // Closed is not full: she is offered a letter.
    await soon(() => expect(two.places.at(-1)).toMatchObject({ open: false, full: false }));
  });

  test("one of two who take her wins, within a limit", async () => {
    const [sara, kim] = [await volunteer(0, house, 1), await volunteer(1)];
    for (let round = 0; round < 5; round++) {
      const one = await seeker();
      const both = await Promise.all([sara.act(paths.take, one), kim.act(paths.take, one)]);
      expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
      expect(both.map(code)).toContain("already-taken");
      await house.ask("POST", paths.end, { token: one.token });
    }
    const [a, b] = [await seeker(), await seeker()];
    await sara.act(paths.take, a);
    expect(code(await sara.act(paths.take, b))).toBe("limit-reached");
    expect(await sara.act(paths.take, a)).toMatchObject({ status: 200 });
  });

  test("who was let go stands first again", async () => {
    const sara = await volunteer(0);
    const [one, two] = [await seeker(), await seeker()];
    await sara.act(paths.take, two);
    const side = sara.follow(two.conversation);
    await side.say("1");
    expect(await sara.act(paths.release, two)).toMatchObject({ status: 200 });
    await soon(() => expect(side.codes).toEqual(["left"]));
    await soon(() => expect(one.places.at(-1)).toMatchObject({ place: 2 }));
    await soon(() =>
      expect(sara.room().waiting).toMatchObject([
        { conversation: two.conversation, again: true },
        { conversation: one.conversation, again: false },
      ]),
    );
    await soon(() => expect(two.events.map(({ e }) => e)).toEqual(["opened", "taken", "released"]));
  });

  test("a volunteer whose line breaks for long is missed, and a colleague may take over", async () => {
    const [sara, kim] = [await volunteer(0), await volunteer(1)];
    const one = await seeker();
    await sara.act(paths.take, one);
    const side = sara.follow(one.conversation);
    await side.say("1");
    sara.link.close();
    await soon(() => expect(one.present.at(-1)).toMatchObject({ volunteers: 0 }));
    expect(code(await kim.act(paths.take, one))).toBe("already-taken");
    ground.clock.ahead += 61_000;
    await soon(() => expect(kim.room().waiting).toMatchObject([{ again: true }]));
    expect(await kim.act(paths.take, one)).toMatchObject({ status: 200 });
  });
});

describe("with colleagues", () => {
  test("one is called in, joins, and takes over when the first leaves", async () => {
    const [sara, kim] = [await volunteer(0), await volunteer(1)];
    const one = await seeker();
    const { conversation } = one;
    await sara.act(paths.take, one);
    const side = sara.follow(conversation);
    await side.say("1");
    expect(code(await sara.act(paths.leaveAsVolunteer, one))).toBe("last-one");
    const call = { conversation, duty: kim.duty.duty, handOver: true };
    expect(await sara.act(paths.call, call)).toMatchObject({ status: 200 });
    await soon(() =>
      expect(kim.room().mine).toMatchObject([
        { conversation, state: "called", calledBy: sara.duty.duty, handOver: true },
      ]),
    );
    const early = kim.follow(conversation);
    await soon(() => expect(early.codes).toEqual(["not-found"]));
    expect(early.heard).toEqual([]);
    expect(await kim.act(paths.join, one)).toMatchObject({ status: 200 });
    const other = kim.follow(conversation);
    await soon(() => expect(other.heard).toEqual(["3:1"]));
    expect(await sara.act(paths.leaveAsVolunteer, one)).toMatchObject({ status: 200 });
    await soon(() => expect(side.codes).toEqual(["left"]));
    await expect(side.say("still here?")).rejects.toThrow();
    await other.say("2");
    await soon(() => expect(one.heard.map((text) => text.split(":")[1])).toEqual(["1", "2"]));
    expect(side.heard).toHaveLength(1);
  });

  test("a call may be declined", async () => {
    const [sara, kim] = [await volunteer(0), await volunteer(1)];
    const one = await seeker();
    await sara.act(paths.take, one);
    await sara.act(paths.call, {
      conversation: one.conversation,
      duty: kim.duty.duty,
      handOver: false,
    });
    expect(await kim.act(paths.decline, one)).toMatchObject({ status: 200 });
    await soon(() => expect(one.events.at(-1)?.e).toBe("declined"));
    expect(await kim.act(paths.join, one)).toMatchObject({ status: 404 });
  });

  test("a block is agreed by a colleague; alone it is done at once", async () => {
    const sara = await volunteer(0);
    const [one, two] = [await seeker(), await seeker()];
    await sara.act(paths.take, one);
    expect(await sara.act(paths.block, one)).toMatchObject({ body: { done: true } });
    await soon(() => expect(one.codes).toEqual(["ended"]));
    const kim = await volunteer(1);
    await sara.act(paths.take, two);
    expect(await sara.act(paths.block, two)).toMatchObject({ body: { done: false } });
    await soon(() =>
      expect(kim.room().blocks).toEqual([{ conversation: two.conversation, by: sara.duty.duty }]),
    );
    expect(await sara.act(paths.agreeToBlock, two)).toMatchObject({ status: 404 });
    expect(await kim.act(paths.agreeToBlock, two)).toMatchObject({ status: 200 });
    await soon(() => expect(two.codes).toEqual(["ended"]));
    await house.flush();
    const counted = await ground.database.tenant(ground.jour, (tx) =>
      tx.rows<{ measure: string }>("select measure from counters order by measure"),
    );
    expect(counted.map(({ measure }) => measure)).toEqual(
      expect.arrayContaining(["blocked", "blocked-alone", "length", "waiting-first"]),
    );
  });
});
