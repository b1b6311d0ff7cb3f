import { nextEpoch } from "../testing/forge.ts";
import type { Lie } from "../testing/forge.ts";
import { beforeEach, describe, expect, it } from "vitest";
import { refusals, Room, texts } from "../testing/room.ts";
import type { Party } from "../testing/room.ts";
import { bytes, createWorld } from "../testing/world.ts";
import type { World } from "../testing/world.ts";
import { epoch, hello } from "./objects.ts";
import type { Member } from "./objects.ts";
import { tagOf } from "./propose.ts";
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

const without = (party: Party) => (roster: Member[]) =>
  roster.filter(({ tab }) => tab.join() !== party.session.tab.join());

const changed = (party: Party, change: Partial<Member>) => (roster: Member[]) =>
  roster.map((member) =>
    member.tab.join() === party.session.tab.join() ? { ...member, ...change } : member,
  );

describe("nobody removes the seeker", () => {
  it("neither plainly nor by calling somebody else the seeker", async () => {
    const gone = await next(anna, without(seeker));
    const renamed = await next(anna, (roster) =>
      changed(bea, { role: "seeker" })(without(seeker)(roster)),
    );
    expect(await answers(gone, seeker, bea)).toEqual([
      "roster-removes-seeker",
      "roster-removes-seeker",
    ]);
    expect(await answers(renamed, seeker, bea)).toEqual([
      "roster-removes-seeker",
      "roster-removes-seeker",
    ]);
  });
});

describe("there is one seeker", () => {
  it("and no second one listens from the beginning", async () => {
    const begun = new Room(world, bytes(0xc9, 16));
    const [first, cleo] = [await begun.seeker(), await begun.volunteer("cleo")];
    await begun.act(cleo, (session) => session.hello("take"));
    await begun.settle();
    const { send } = await first.session.admit(cleo.session.tab);
    const { core } = epoch.peek(send[0] ?? bytes(0));
    const [own] = core.roster;
    if (!own) throw new Error("roster");
    const seal = await world.suite.xwing.publicKey(bytes(9));
    const two = {
      ...core,
      roster: [...core.roster, { ...own, tab: bytes(9, 16), key: bytes(9), seal }],
    };
    const tag = await tagOf(world.suite, bytes(0x55), two);
    const forged = await epoch.make(world.suite, first.signSeed, { core: two, tag, seals: [] });
    expect(await answers(forged, cleo)).toEqual(["roster-removes-seeker"]);
  });
});

describe("the seeker removes no volunteer", () => {
  it("who neither left nor came back in another tab", async () => {
    const payload = await next(seeker, without(bea));
    expect(await answers(payload, anna, bea)).toEqual([
      "roster-removes-volunteer",
      "roster-removes-volunteer",
    ]);
  });

  it("but one who left", async () => {
    await room.act(bea, (session) => session.leave());
    await room.settle();
    expect(anna.session.members).toHaveLength(2);
    expect(refusals(anna)).toEqual([]);
  });

  it("a volunteer may let a colleague's dead tab go", async () => {
    const payload = await next(anna, without(bea), {});
    expect(await answers(payload, seeker)).toEqual(["accepted"]);
    expect(seeker.session.members).toHaveLength(2);
  });
});

describe("only the seeker adds", () => {
  it("and not a volunteer", async () => {
    const cleo = await room.volunteer("cleo");
    await room.act(cleo, (session) => session.hello("join"));
    await room.settle();
    const value = hello.peek(room.log.at(-1) ?? bytes(0));
    const duty = await world.duty("cleo");
    const entry: Member = {
      ...value,
      role: "volunteer",
      key: await world.suite.ed25519.publicKey(duty.seed),
    };
    const payload = await next(anna, (roster) => [...roster, entry]);
    expect(await answers(payload, seeker, bea)).toEqual([
      "epoch-not-from-seeker",
      "epoch-not-from-seeker",
    ]);
  });

  it("whom the log has shown, and with the key that she showed", async () => {
    const ghost: Member = {
      tab: bytes(9, 16),
      role: "volunteer",
      key: bytes(9),
      seal: bytes(9, 1216),
      duty: bytes(9),
    };
    const unseen = await next(seeker, (roster) => [...roster, ghost]);
    expect(await answers(unseen, anna)).toEqual(["unknown-tab"]);
    const cleo = await room.volunteer("cleo");
    await room.act(cleo, (session) => session.hello("join"));
    await room.settle();
    const value = hello.peek(room.log.at(-1) ?? bytes(0));
    const duty = await world.duty("cleo");
    const key = await world.suite.ed25519.publicKey(duty.seed);
    const swapped: Member = {
      ...value,
      role: "volunteer",
      key,
      seal: await world.suite.xwing.publicKey(bytes(0x66)),
    };
    const payload = await next(seeker, (roster) => [...roster, swapped]);
    expect(await answers(payload, anna, cleo)).toEqual(["roster-altered", "roster-altered"]);
  });
});

describe("entries stay as they are and stand once", () => {
  it("no key is exchanged, no entry doubled, no author outside", async () => {
    const other = await world.suite.xwing.publicKey(bytes(0x66));
    const swapped = await next(seeker, changed(bea, { seal: other }));
    expect(await answers(swapped, anna)).toEqual(["roster-altered"]);
    const twice = await next(seeker, (roster) => [...roster, ...roster.slice(1, 2)]);
    expect(await answers(twice, anna)).toEqual(["roster-altered"]);
    const twin = await next(seeker, (roster) => [
      ...roster,
      ...roster.slice(1, 2).map((one) => ({ ...one, tab: bytes(9, 16) })),
    ]);
    expect(await answers(twin, anna)).toEqual(["roster-altered"]);
    const shadow = await next(seeker, (roster) => [
      ...roster,
      ...roster.slice(1, 2).map((one) => ({ ...one, key: bytes(9), seal: other })),
    ]);
    expect(await answers(shadow, anna)).toEqual(["roster-altered"]);
    const again = await room.volunteer("bea");
    await room.act(again, (session) => session.hello("return"));
    await room.settle();
    const { tab, duty, seal: fresh } = hello.peek(room.log.at(-1) ?? bytes(0));
    const beside = await next(seeker, (roster) => [
      ...roster,
      ...roster.slice(2).map((one) => ({ ...one, tab, duty, seal: fresh })),
    ]);
    expect(await answers(beside, anna)).toEqual(["roster-altered"]);
    const outside = await next(anna, without(anna));
    expect(await answers(outside, bea)).toEqual(["roster-altered"]);
  });

  it("there are never more than eight, and nobody comes with another's key", async () => {
    const hers = hello.peek(room.log.find((payload) => payload[1] === TYPE.hello) ?? bytes(0));
    const join = async (seed: number, change: Partial<typeof hers>) => {
      const duty = await world.duty("cleo", { seed: bytes(seed) });
      const value = { ...hers, tab: bytes(seed, 16), duty: duty.bytes, ...change };
      room.append(await hello.make(world.suite, duty.seed, value));
      await room.settle();
      const step = room.act(seeker, (session) => session.admit(value.tab));
      return step
        .then(() => room.settle())
        .then(
          () => "accepted",
          (error: Error) => error.message,
        );
    };
    const seals = (fill: number) => world.suite.xwing.publicKey(bytes(fill));
    expect(await join(0x90, {})).toBe("roster-altered");
    for (const seed of [0x91, 0x92, 0x93, 0x94, 0x95]) {
      expect(await join(seed, { seal: await seals(seed) })).toBe("accepted");
    }
    expect(seeker.session.members).toHaveLength(8);
    expect(await join(0x96, { seal: await seals(0x96) })).toBe("roster-too-large");
    await room.say(anna, "vi är åtta");
    expect(texts(bea)).toEqual(["vi är åtta"]);
  });
});
