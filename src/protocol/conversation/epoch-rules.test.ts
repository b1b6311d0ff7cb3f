import { nextEpoch } from "../testing/forge.ts";
import type { Lie } from "../testing/forge.ts";
import { beforeEach, describe, expect, it } from "vitest";
import { Room } from "../testing/room.ts";
import type { Party } from "../testing/room.ts";
import { bytes, createWorld } from "../testing/world.ts";
import type { World } from "../testing/world.ts";
import { hello } from "./objects.ts";
import type { Member } from "./objects.ts";
import { TYPE } from "../labels.ts";

// Here a member herself is dishonest: her epochs are rightly signed, and still not allowed.

let world: World;
let room: Room;
let seeker: Party;
let anna: Party;
let bea: Party;

beforeEach(async () => {
  world = await createWorld();
  room = new Room(world);
  seeker = await room.seeker();
  anna = await room.volunteer("anna");
  await room.letIn(seeker, anna, "take");
  bea = await room.volunteer("bea");
  await room.settle();
  await room.letIn(seeker, bea, "join");
});

const next = (author: Party, change: (roster: Member[]) => Member[], lie?: Lie) =>
  nextEpoch(room, author, change, lie);

async function answers(payload: Uint8Array, ...parties: Party[]): Promise<string[]> {
  const given: string[] = [];
  for (const party of parties) {
    const { events } = await room.act(party, (session) => session.receive({ seq: 50, payload }));
    given.push(events.find((event) => event.type === "refused")?.code ?? "accepted");
  }
  return given;
}

describe("goodbye is for good, and the order is kept", () => {
  it("who left is not added again, who is in is not let in twice", async () => {
    await room.act(bea, (session) => session.leave());
    await room.settle();
    await expect(seeker.session.admit(bea.session.tab)).rejects.toThrow("not-a-member");
    await expect(seeker.session.admit(anna.session.tab)).rejects.toThrow("duplicate-tab");
    room.world.now += 10 * 60_000;
    expect((await seeker.session.rekeyIfDue()).send).toHaveLength(1);
  });

  it("a tab that another has replaced does not come back: that would put its owner out", async () => {
    const again = await room.volunteer("bea");
    await room.letIn(seeker, again, "return");
    const old = hello.peek(room.log.filter((frame) => frame[1] === TYPE.hello)[1] ?? bytes(0));
    const payload = await next(seeker, (roster) =>
      roster.map((member) =>
        member.tab.join() === again.session.tab.join()
          ? { ...member, tab: old.tab, seal: old.seal }
          : member,
      ),
    );
    expect(await answers(payload, anna, again)).toEqual(["not-a-member", "not-a-member"]);
    await expect(seeker.session.admit(bea.session.tab)).rejects.toThrow("not-a-member");
    expect(again.session.members).toHaveLength(3);
  });

  it("of two tabs of a duty that wait, the newer one counts, in whatever order they are let in", async () => {
    const duty = await world.duty("cleo");
    const [old, fresh] = [await room.volunteer(duty), await room.volunteer(duty)];
    await room.act(old, (session) => session.hello("join"));
    await room.settle();
    const early = await seeker.session.admit(old.session.tab);
    await room.act(fresh, (session) => session.hello("join"));
    room.append(...early.send);
    await room.settle();
    expect(seeker.session.members).toHaveLength(3);
    await room.act(seeker, (session) => session.admit(fresh.session.tab));
    await expect(seeker.session.admit(old.session.tab)).rejects.toThrow("not-a-member");
    await room.settle();
    expect(fresh.session.members).toHaveLength(4);
    expect(old.session.members).toEqual([]);
  });

  it("no number is left out", async () => {
    const payload = await next(seeker, (roster) => roster, { number: 5 });
    expect(await answers(payload, anna)).toEqual(["epoch-not-next"]);
  });

  it("who left makes no epoch", async () => {
    const payload = await next(bea, (roster) => roster);
    await room.act(bea, (session) => session.leave());
    await room.settle(anna);
    expect(await answers(payload, anna)).toEqual(["epoch-from-outsider"]);
  });
});

describe("one secret for everybody", () => {
  it("or none: a tag that does not fit it, a seal that is not there", async () => {
    const untrue = await next(seeker, (roster) => roster, { tag: bytes(1) });
    expect(await answers(untrue, anna)).toEqual(["epoch-secret-mismatch"]);
    const unsealed = await next(seeker, (roster) => roster, { sealTo: [anna] });
    expect(await answers(unsealed, bea)).toEqual(["epoch-without-me"]);
    const foreign = await next(seeker, (roster) => roster);
    expect(await answers(foreign, seeker)).toEqual(["epoch-secret-mismatch"]);
  });
});

describe("verbs belong to roles", () => {
  it("the seeker admits and ends; volunteers greet, note and leave", async () => {
    await expect(anna.session.admit(bea.session.tab)).rejects.toThrow("wrong-role");
    await expect(seeker.session.hello("join")).rejects.toThrow("wrong-role");
    await expect(seeker.session.leave()).rejects.toThrow("wrong-role");
    await expect(seeker.session.note(anna.session.tab, "x")).rejects.toThrow("wrong-role");
    await expect(anna.session.note(seeker.session.tab, "x")).rejects.toThrow("wrong-role");
    await expect(anna.session.note(bytes(9, 16), "x")).rejects.toThrow("not-a-member");
  });
});
