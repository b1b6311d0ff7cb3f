import { beforeEach, describe, expect, test } from "vitest";
import { epoch, message } from "../../src/protocol/conversation/objects.ts";
import { TYPE } from "../../src/protocol/labels.ts";
import { bytes } from "../../src/protocol/testing/world.ts";
import { HostileHouse, saidTo, type Seat } from "../factories/hostile-house.ts";
import { filler, invented, type Logged, type View } from "../factories/hostile-server.ts";
import { soon } from "../factories/soon.ts";

// The server gives each tab a log of its own. People see the same, or are told that they do not.

let house: HostileHouse;
let seeker: Seat;
let anna: Seat;
let bea: Seat;
beforeEach(async () => {
  house = await HostileHouse.open();
  ({ seeker, anna, bea } = await house.three());
});

const isOf =
  (seat: Seat, type: number = TYPE.message) =>
  ({ kind, payload }: Logged): boolean =>
    kind === 1 &&
    payload[1] === type &&
    (type !== TYPE.message || message.decode(payload).tab.join() === seat.tab.join());

const forked = (...seats: Seat[]): boolean[] =>
  seats.map(({ problems }) => problems.includes("conversation-fork"));

/** Gives the next two messages in the other order. */
function swapping(): View {
  let kept: Logged | undefined;
  let done = false;
  return (frame) => {
    if (done || frame.kind !== 1 || frame.payload[1] !== TYPE.message) return [frame];
    if (!kept) return ((kept = frame), []);
    done = true;
    return [frame, kept];
  };
}

describe("two tabs, two logs", () => {
  test("the words of two people in another order for one: the next word tells, once to each", async () => {
    bea.side.view = swapping();
    await seeker.talk.write("Ska jag gå nu?");
    await anna.talk.write("Nej, vänta.");
    await soon(() => expect(bea.texts()).toHaveLength(2));
    await saidTo(seeker, "Då väntar jag.", anna, bea);
    await saidTo(bea, "Vad menar du?", seeker, anna);
    expect(bea.texts()).not.toEqual(seeker.texts());
    await soon(() => expect(forked(seeker, anna, bea)).toEqual([true, true, true]));
    for (const { problems } of [seeker, anna, bea]) expect(problems).toEqual(["conversation-fork"]);
  });

  test("a mark of having read belongs to the log in which it was read", async () => {
    await saidTo(anna, "till dig", seeker, bea);
    const other = isOf(anna);
    seeker.side.view = (frame) => (other(frame) ? [filler()] : [frame]);
    await saidTo(anna, "detta når henne inte", bea);
    await saidTo(bea, "men detta", seeker, anna);
    seeker.talk.markSeen();
    await saidTo(seeker, "jag har läst allt", anna);
    await soon(() => expect(forked(anna)).toEqual([true]));
    expect(anna.states()).not.toContain("detta når henne inte: seen");
  });

  test("kept from one until its author's tab has been replaced: the seeker's epoch tells", async () => {
    bea.side.view = (frame) => (isOf(anna)(frame) ? [filler()] : [frame]);
    await saidTo(anna, "innan hon laddade om", seeker);
    const again = await house.volunteer("anna", { hello: "return" });
    await house.letIn(seeker, again);
    await soon(() => expect(bea.talk.missing.value).toMatchObject([{ from: 1, to: 1 }]));
    expect(forked(bea)).toEqual([true]);
    await soon(() => expect(again.texts()).toEqual(["innan hon laddade om"]));
  });

  test("an echo for the author alone: nobody else has it, and that is found out", async () => {
    for (const seat of [seeker, bea])
      seat.side.view = (frame) => (isOf(anna)(frame) ? [filler()] : [frame]);
    await anna.talk.write("ut i tomma intet");
    await soon(() => expect(anna.states()).toEqual(["ut i tomma intet: sent"]));
    await saidTo(seeker, "är du kvar?", anna, bea);
    await saidTo(bea, "Anna?", anna);
    expect(forked(anna)).toEqual([true]);
    for (const seat of [seeker, bea]) seat.side.view = (frame) => [frame];
    await saidTo(anna, "hallå", seeker, bea);
    expect(forked(seeker, bea)).toEqual([true, true]);
    expect(seeker.talk.missing.value).toMatchObject([{ from: 1, to: 1 }]);
  });
});

describe("a log that goes back", () => {
  test("to an earlier prefix when she comes back: what follows is another log, and is told so", async () => {
    await saidTo(seeker, "ett", anna, bea);
    await saidTo(anna, "två", seeker, bea);
    const kept = anna.side.given.length;
    // The server forgets the last frame for her, and gives its number to the next.
    anna.side.flowing = false;
    anna.side.hangUp();
    anna.side.rollBack(kept - 1);
    await soon(() => expect(anna.side.openedAfter).toHaveLength(2));
    await saidTo(bea, "tre", seeker);
    anna.side.flow();
    await saidTo(seeker, "fyra", anna, bea);
    expect(anna.texts().filter((text) => text === "två")).toHaveLength(1);
    await soon(() =>
      expect(anna.problems.length + anna.talk.missing.value.length).toBeGreaterThan(0),
    );
  });

  test("comes back where she stood, by itself: nothing doubled, nothing lost", async () => {
    await saidTo(seeker, "ett", anna, bea);
    anna.side.hangUp();
    await saidTo(seeker, "två", anna, bea);
    await saidTo(anna, "tre", seeker, bea);
    expect(anna.texts()).toEqual(["ett", "två", "tre"]);
    expect(seeker.texts()).toEqual(["ett", "två", "tre"]);
    expect([...anna.problems, ...seeker.problems]).toEqual([]);
  });

  test("an old proposal of an epoch, again, by any of them: overtaken, and quietly so", async () => {
    for (const payload of house.server.frames(TYPE.epoch)) house.server.add(invented(payload));
    await saidTo(seeker, "oförändrat", anna, bea);
    expect(anna.members()).toEqual(["seeker", "Anna", "Bea"]);
    expect([...seeker.problems, ...anna.problems, ...bea.problems]).toEqual([]);
  });

  test("an epoch of nobody in the room, or changed on its way, moves nobody", async () => {
    const genuine = house.server.frames(TYPE.epoch).at(-1) ?? bytes(0);
    const { core, tag, seals } = epoch.peek(genuine);
    const next = { ...core, number: core.number + 1, author: bytes(0x67, 16) };
    const forged = await epoch.make(house.world.suite, bytes(0x66), { core: next, tag, seals });
    anna.side.give(invented(forged));
    await soon(() => expect(anna.problems).toEqual(["epoch-not-next"]));
    house.world.now += 11 * 60_000;
    expect(anna.members()).toHaveLength(3);
  });
});
