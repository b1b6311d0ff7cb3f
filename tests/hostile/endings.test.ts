import { signal } from "@preact/signals";
import { beforeEach, describe, expect, onTestFinished, test, vi } from "vitest";
import { end as endAtDesk } from "../../src/conversations/desk/acts.browser.ts";
import type { DeskRoom } from "../../src/conversations/desk/desk-room.browser.ts";
import type { DeskTalk } from "../../src/conversations/desk/desk-talk.browser.ts";
import { paths } from "../../src/conversations/contract.ts";
import { ok } from "../../src/platform/result.ts";
import { end, epoch, leave, message } from "../../src/protocol/conversation/objects.ts";
import { NOWHERE } from "../../src/protocol/conversation/reached.ts";
import { TYPE } from "../../src/protocol/labels.ts";
import { bytes } from "../../src/protocol/testing/world.ts";
import { HostileHouse, saidTo, type Seat } from "../factories/hostile-house.ts";
import { filler, invented, type Logged, type Side } from "../factories/hostile-server.ts";
import { soon } from "../factories/soon.ts";

// Ends, goodbyes and removals in the hands of a hostile server.

let house: HostileHouse;
let seeker: Seat;
let anna: Seat;
beforeEach(async () => {
  house = await HostileHouse.open();
  ({ seeker, anna } = await house.together());
});

const isType =
  (type: number) =>
  ({ kind, payload }: Logged): boolean =>
    kind === 1 && payload[1] === type;

describe("the end", () => {
  test("after a tail that was cut off is not confirmed", async () => {
    anna.side.view = (frame) => (isType(TYPE.message)(frame) ? [filler()] : [frame]);
    await seeker.talk.write("det sista");
    await seeker.talk.end();
    await soon(() => expect(anna.talk.ended.value).toEqual({ role: "seeker", confirmed: false }));
    expect(anna.texts()).toEqual([]);
  });

  test("that never comes: the server hangs up by itself, and nobody has said goodbye", async () => {
    await saidTo(seeker, "hej", anna);
    anna.side.text({ t: "closed", code: "ended" });
    await soon(() => expect(anna.closed).toEqual(["ended"]));
    expect(anna.talk.ended.value).toBeNull();
    expect(anna.talk.isWhole).toBe(false);
    await seeker.talk.end();
    seeker.side.text({ t: "closed", code: "ended" });
    await soon(() => expect(seeker.talk.isWhole).toBe(true));
  });

  test("as the desk tells it: on the server's word alone it may lack something, with a signed one not", async () => {
    const talks = [];
    for (const who of ["bea", "cleo"] as const) {
      const desk = await house.desk(who, "join");
      const asked = () => seeker.talk.joining.value.at(-1);
      await soon(() => expect(asked()).toBeDefined());
      await seeker.talk.admit(asked()?.tab ?? bytes(0));
      await soon(() => expect(desk.talk.together.value).toBe(true));
      talks.push(desk);
    }
    const [bea, cleo] = talks;
    bea?.side.text({ t: "closed", code: "ended" });
    const bare = { how: "ended", by: null, confirmed: false };
    await soon(() => expect(bea?.talk.over.value).toEqual(bare));
    await seeker.talk.end();
    const signed = { how: "ended", by: "seeker", confirmed: true };
    await soon(() => expect(cleo?.talk.over.value).toEqual(signed));
    cleo?.side.text({ t: "closed", code: "ended" });
    expect(cleo?.talk.over.value).toEqual(signed);
  });

  test("in somebody's name does not end anything", async () => {
    const { conversation, server, world } = house;
    const value = { conversation, reached: NOWHERE, counters: [] };
    for (const tab of [seeker.tab, bytes(9, 16)])
      server.add(invented(await end.make(world.suite, bytes(0x66), { ...value, tab })));
    await saidTo(seeker, "vi är kvar", anna);
    expect(anna.talk.ended.value).toBeNull();
    expect(anna.problems).toEqual(["bad-signature", "not-a-member"]);
  });

  test("of an earlier conversation does not end this one", async () => {
    const other = await HostileHouse.open(0xc2, house.world);
    const there = await other.together();
    await there.seeker.talk.end();
    house.server.add(invented(other.server.frames(TYPE.end)[0] ?? bytes(0)));
    await soon(() => expect(anna.problems).toEqual(["foreign-conversation"]));
    await saidTo(seeker, "vi är kvar", anna);
  });

  test("held back and given later ends it then, unconfirmed where she has said more since", async () => {
    let kept: Logged | undefined;
    seeker.side.view = (frame) =>
      isType(TYPE.end)(frame) ? ((kept = frame), [filler()]) : [frame];
    await anna.talk.end();
    await soon(() => expect(kept).toBeDefined());
    await seeker.talk.write("är du där?");
    await soon(() => expect(seeker.states()).toEqual(["är du där?: sent"]));
    if (kept) seeker.side.give(kept);
    await soon(() =>
      expect(seeker.talk.ended.value).toEqual({ role: "volunteer", confirmed: false }),
    );
  });

  test("is final: whatever the server still has to say", async () => {
    await saidTo(seeker, "tack", anna);
    const old = house.server.frames(TYPE.message)[0] ?? bytes(0);
    await seeker.talk.end();
    await soon(() => expect(anna.talk.ended.value).toEqual({ role: "seeker", confirmed: true }));
    house.server.add(invented(old));
    await soon(() => expect(anna.problems).toEqual(["ended"]));
    expect(anna.texts()).toEqual(["tack"]);
    expect(await anna.talk.write("mer")).toEqual({ ok: false, code: "ended" });
  });
});

describe("the desk's own end", () => {
  /** What the desk asks of the server by HTTP; the live connection is another way. */
  let asked: string[];
  let room: DeskRoom;
  beforeEach(() => {
    asked = [];
    const post = async (path: string) => (asked.push(path), ok({}));
    room = { post, fault: signal(null) } as unknown as DeskRoom;
  });

  async function talking(): Promise<{ talk: DeskTalk; side: Side }> {
    const desk = await house.desk("bea", "join");
    await soon(() => expect(seeker.talk.joining.value).toHaveLength(1));
    await seeker.talk.admit(seeker.talk.joining.value[0]?.tab ?? bytes(0));
    await soon(() => expect(desk.talk.together.value).toBe(true));
    return desk;
  }

  /** Her patience with a server that does not answer runs out at once. */
  async function endUnheard(talk: DeskTalk): Promise<void> {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    onTestFinished(() => void vi.useRealTimers());
    const done = endAtDesk(room, talk);
    await vi.advanceTimersByTimeAsync(4_001);
    vi.useRealTimers();
    expect(await done).toBe(true);
    expect(asked).toEqual([paths.endAsVolunteer]);
  }

  const unsure = { how: "ended", by: "me", confirmed: false };

  test("that comes back in the log, behind all that she wrote, lacks nothing", async () => {
    const { talk } = await talking();
    await talk.talk.write("hej då");
    expect(await endAtDesk(room, talk)).toBe(true);
    expect(talk.over.value).toEqual({ ...unsure, confirmed: true });
    await soon(() => expect(seeker.talk.ended.value?.confirmed).toBe(true));
    expect(seeker.texts()).toEqual(["hej då"]);
  });

  test("over a socket that hangs, with words that nobody has acknowledged: she is told so", async () => {
    const { talk, side } = await talking();
    side.take = () => [];
    side.acknowledge = () => [];
    await talk.talk.write("ring mig");
    await endUnheard(talk);
    expect(talk.over.value).toEqual(unsure);
    expect([seeker.texts(), seeker.talk.ended.value]).toEqual([[], null]);
  });

  test("that the server acknowledges and swallows says nothing of what arrived", async () => {
    const { talk, side } = await talking();
    await saidTo(seeker, "hej", anna);
    side.take = () => [];
    await endUnheard(talk);
    expect(talk.over.value).toEqual(unsure);
  });

  test("that the server answers by closing says nothing either", async () => {
    const { talk, side } = await talking();
    side.take = () => {
      side.text({ t: "closed", code: "ended" });
      return [];
    };
    expect(await endAtDesk(room, talk)).toBe(true);
    expect(talk.over.value).toEqual(unsure);
  });

  test("without her last words before it in the log is not confirmed to herself", async () => {
    const { talk, side } = await talking();
    side.take = (frame) => (isType(TYPE.message)(frame) ? [] : [frame]);
    await talk.talk.write("ring mig");
    expect(await endAtDesk(room, talk)).toBe(true);
    expect(talk.over.value).toEqual(unsure);
    await soon(() => expect(seeker.talk.ended.value?.confirmed).toBe(false));
  });

  test("where nobody ever was with her: nothing was said, so nothing can be missing", async () => {
    const desk = await house.desk("bea", "join");
    expect(await endAtDesk(room, desk.talk)).toBe(true);
    expect(desk.talk.over.value).toEqual({ ...unsure, confirmed: true });
  });
});

describe("who has left", () => {
  test("and whose goodbye is held back, reads nothing of what is written meanwhile", async () => {
    const bea = await house.volunteer("bea", { hello: "join" });
    await house.letIn(seeker, bea);
    for (const seat of [seeker, bea])
      seat.side.view = (frame) => (isType(TYPE.leave)(frame) ? [filler()] : [frame]);
    await anna.talk.leave();
    await saidTo(seeker, "hör Anna detta?", bea);
    expect(seeker.members()).toEqual(["seeker", "Anna", "Bea"]);
    expect(anna.texts()).toEqual([]);
    // Given too late it still counts.
    for (const seat of [seeker, bea]) seat.side.view = (frame) => [frame];
    const goodbye = house.server.frames(TYPE.leave)[0] ?? bytes(0);
    house.server.add(invented(goodbye));
    await soon(() => expect(seeker.members()).toEqual(["seeker", "Bea"]));
    await saidTo(bea, "nu är vi två", seeker);
    const last = epoch.peek(house.server.frames(TYPE.epoch).at(-1) ?? bytes(0));
    expect(last.core.roster).toHaveLength(2);
  });

  test("is not sent away by a goodbye that she did not sign, nor by an old one of another tab", async () => {
    const { conversation, server, world } = house;
    const value = { conversation, tab: anna.tab, reached: NOWHERE, counter: 0 };
    server.add(invented(await leave.make(world.suite, bytes(0x66), value)));
    await soon(() => expect(seeker.problems).toEqual(["bad-signature"]));
    await anna.talk.leave();
    await soon(() => expect(seeker.members()).toEqual(["seeker"]));
    const again = await house.volunteer("anna", { hello: "return" });
    await house.letIn(seeker, again);
    server.add(invented(server.frames(TYPE.leave).at(-1) ?? bytes(0)));
    await saidTo(again, "jag är här", seeker);
    expect(seeker.members()).toEqual(["seeker", "Anna"]);
  });

  test("what a member wrote under the old epoch and the server gives late is void, and comes again", async () => {
    const bea = await house.volunteer("bea", { hello: "join" });
    await house.letIn(seeker, bea);
    const held: Logged[] = [];
    bea.side.take = (frame) => (held.push(frame), []);
    await bea.talk.write("skrivet medan Anna gick");
    await soon(() => expect(held).toHaveLength(1));
    bea.side.take = (frame) => [frame];
    const before = house.server.frames(TYPE.epoch).length;
    await anna.talk.leave();
    // Her leaving alone ends nothing: what comes before the new epoch still counts.
    await soon(() => expect(house.server.frames(TYPE.epoch)).toHaveLength(before + 1));
    await soon(() => expect(bea.members()).toEqual(["seeker", "Bea"]));
    for (const frame of held) house.server.add(frame);
    await soon(() => expect(seeker.texts()).toEqual(["skrivet medan Anna gick"]));
    const epochs = house.server.frames(TYPE.message).map((frame) => message.decode(frame).epoch);
    expect(epochs.toSorted()).toEqual([1, 2]);
    expect(seeker.problems).toEqual([]);
  });
});

describe("who was removed", () => {
  test("and is kept in the dark about it: her words count nowhere, and nothing reaches her", async () => {
    // The server helps the old tab: it never hears of the epoch without it.
    anna.side.view = (frame) => (isType(TYPE.epoch)(frame) ? [filler()] : [frame]);
    const again = await house.volunteer("anna", { hello: "return" });
    await house.letIn(seeker, again);
    expect(anna.members()).toEqual(["seeker", "Anna"]);
    await saidTo(seeker, "till den nya", again);
    await soon(() => expect(anna.problems).toContain("epoch-not-next"));
    await anna.talk.write("från den gamla");
    await saidTo(again, "från den nya", seeker);
    expect(anna.texts()).toEqual(["från den gamla"]);
    expect(seeker.texts()).toEqual(["till den nya", "från den nya"]);
  });
});
