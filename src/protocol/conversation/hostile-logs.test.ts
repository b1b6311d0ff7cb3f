import { beforeEach, describe, expect, it } from "vitest";
import { TYPE } from "../labels.ts";
import { of, refusals, Room, texts } from "../testing/room.ts";
import type { Party } from "../testing/room.ts";
import { bytes, createWorld } from "../testing/world.ts";
import type { World } from "../testing/world.ts";
import { message } from "./objects.ts";

// The server gives different logs to different tabs. Each frame by itself is right; what differs is what else is there.

let world: World;
let room: Room;
let seeker: Party;
let anna: Party;
let bea: Party;

beforeEach(async () => {
  world = await createWorld();
  ({ room, seeker, anna } = await Room.talking(world));
  bea = await room.volunteer("bea");
  await room.letIn(seeker, bea, "join");
});

const from = (party: Party) => (payload: Uint8Array) =>
  payload[1] === TYPE.message && message.decode(payload).tab.join() === party.session.tab.join();

/** `party` is given the next two frames of the log in the other order. */
async function swapped(party: Party, one: Uint8Array, two: Uint8Array): Promise<void> {
  const at = room.log.length + 1;
  party.tamper = (payload, seq) => [seq === at ? two : seq === at + 1 ? one : payload];
  room.append(one, two);
  await room.settle();
}

const forks = (...parties: Party[]): number[] =>
  parties.map((party) => refusals(party).filter((code) => code === "conversation-fork").length);

describe("the words of two, in another order for one of three", () => {
  it("both are shown, and the next word of anybody tells that the order was not the same", async () => {
    const question = await seeker.session.write("Ska jag gå nu?");
    const other = await anna.session.write("Nej, vänta.");
    await swapped(bea, question.send[0] ?? bytes(0), other.send[0] ?? bytes(0));
    expect(texts(bea)).toEqual(["Nej, vänta.", "Ska jag gå nu?"]);
    expect(forks(seeker, anna, bea)).toEqual([0, 0, 0]);
    await room.say(seeker, "Då väntar jag.");
    expect(forks(seeker, anna, bea)).toEqual([0, 0, 1]);
    await room.say(bea, "Vad menar du?");
    expect(forks(seeker, anna, bea)).toEqual([1, 1, 1]);
    await room.say(seeker, "En gång är nog sagt.");
    expect(forks(seeker, anna, bea)).toEqual([1, 1, 1]);
  });

  it("the end is confirmed to nobody who was shown something else", async () => {
    const question = await seeker.session.write("a");
    const other = await anna.session.write("b");
    await swapped(bea, question.send[0] ?? bytes(0), other.send[0] ?? bytes(0));
    await room.act(seeker, (session) => session.end());
    await room.settle();
    expect(of(anna, "ended")).toMatchObject([{ confirmed: true }]);
    expect(of(bea, "ended")).toMatchObject([{ confirmed: false }]);
    expect(forks(bea)).toEqual([1]);
  });

  it("nor to herself, by whoever found it out and ends", async () => {
    const question = await seeker.session.write("a");
    const other = await anna.session.write("b");
    await swapped(bea, question.send[0] ?? bytes(0), other.send[0] ?? bytes(0));
    await room.say(seeker, "c");
    await room.act(bea, (session) => session.end());
    await room.settle();
    expect(forks(bea)).toEqual([1]);
    expect(of(bea, "ended")).toMatchObject([{ confirmed: false }]);
  });
});

describe("a number that one was never given", () => {
  it("is missed as soon as somebody stands there", async () => {
    const kept = room.log.length + 1;
    bea.tamper = (payload, seq) => (seq === kept ? [] : [payload]);
    await room.act(anna, (session) => session.receipt({ delivered: 1, seen: 1 }));
    await room.settle();
    await room.say(seeker, "efter det");
    expect(forks(bea)).toEqual([1]);
  });
});

describe("kept from one, and the author gone before anybody can tell", () => {
  it("her tab is replaced by another: the seeker's epoch tells of it", async () => {
    bea.tamper = (payload) => (from(anna)(payload) ? [] : [payload]);
    await room.say(anna, "bara för dig");
    const again = await room.volunteer("anna");
    await room.letIn(seeker, again, "return");
    expect(texts(bea)).toEqual([]);
    expect(of(bea, "missing")).toEqual([
      { type: "missing", tab: anna.session.tab, from: 1, to: 1 },
    ]);
    expect(forks(bea)).toEqual([1]);
  });

  it("it is the seeker who never got it: everybody else learns that from her epoch", async () => {
    seeker.tamper = (payload) => (from(anna)(payload) ? [] : [payload]);
    await room.say(anna, "kom aldrig fram");
    const again = await room.volunteer("anna");
    await room.letIn(seeker, again, "return");
    expect(texts(seeker)).toEqual([]);
    expect(forks(seeker, bea)).toEqual([0, 1]);
    await room.say(bea, "jag såg mer än du");
    expect(forks(seeker)).toEqual([1]);
  });

  it("she leaves: her goodbye tells where she stood", async () => {
    const kept = room.log.length + 1;
    anna.tamper = (payload, seq) => (seq === kept ? [] : [payload]);
    await room.say(seeker, "inte för Anna");
    await room.say(bea, "men det här");
    await room.act(anna, (session) => session.leave());
    await room.settle();
    expect(forks(seeker, bea)).toEqual([1, 1]);
  });

  it("she leaves after a word that never came: her goodbye counts it", async () => {
    await anna.session.write("kom aldrig in i loggen");
    await room.act(anna, (session) => session.leave());
    await room.settle();
    for (const party of [seeker, bea])
      expect(of(party, "missing")).toEqual([
        { type: "missing", tab: anna.session.tab, from: 1, to: 1 },
      ]);
  });
});

describe("a newcomer from whom words were kept", () => {
  it("is told of another log, and does not miss what the transcript tells her", async () => {
    await room.say(seeker, "ett");
    const cleo = await room.volunteer("cleo");
    cleo.tamper = (payload) => (from(seeker)(payload) ? [] : [payload]);
    await room.settle();
    cleo.tamper = (payload) => [payload];
    await room.letIn(seeker, cleo, "join");
    await room.say(seeker, "två");
    expect(texts(cleo)).toEqual(["ett", "två"]);
    expect(of(cleo, "missing")).toEqual([]);
    expect(forks(cleo)).toEqual([1]);
  });
});

describe("a newcomer whose transcript the server took in for nobody", () => {
  it("ends, and does not tell herself that she lacks nothing", async () => {
    await room.say(seeker, "ett");
    const cleo = await room.volunteer("cleo");
    room.append = (...frames) =>
      void room.log.push(...frames.filter((payload) => payload[1] !== TYPE.direct));
    await room.letIn(seeker, cleo, "join");
    expect(cleo.session.members).toHaveLength(4);
    await room.act(cleo, (session) => session.end());
    await room.settle();
    expect(forks(cleo)).toEqual([0]);
    expect(of(cleo, "ended")).toMatchObject([{ confirmed: false }]);
  });
});

describe("a newcomer who still reads the log without keys", () => {
  it("is shown a frame that nobody wrote, so that a later one would not be missed", async () => {
    const cleo = await room.volunteer("cleo");
    const epoch = room.log.filter((payload) => payload[1] === TYPE.epoch).length - 1;
    const { tab } = seeker.session;
    const invented = message.encode({ epoch, tab, counter: 1, sealed: bytes(0, 600) });
    cleo.tamper = (payload, seq) => [seq === 7 ? invented : payload];
    await room.letIn(seeker, cleo, "join");
    expect(refusals(cleo)).toContain("conversation-fork");
  });

  it("is shown another log than the seeker, who lets her in", async () => {
    const cleo = await room.volunteer("cleo");
    const [, confirm] = room.log.filter((payload) => payload[1] === TYPE.confirm);
    cleo.tamper = (payload) => (payload === confirm ? [] : [payload]);
    await room.letIn(seeker, cleo, "join");
    expect(forks(cleo)).toEqual([1]);
  });
});

describe("marks", () => {
  it("of what was seen in another log are not believed", async () => {
    bea.tamper = (payload) => (from(anna)(payload) ? [bytes(1, 40)] : [payload]);
    await room.say(anna, "Läste du?");
    await room.act(bea, (session) => session.receipt({ delivered: 99, seen: 99 }));
    await room.settle();
    expect(of(anna, "receipt")).toEqual([]);
    expect(forks(anna)).toEqual([1]);
    await room.act(seeker, (session) => session.receipt({ delivered: 99, seen: 99 }));
    await room.settle();
    expect(of(anna, "receipt")).toMatchObject([{ role: "seeker", seen: 99 }]);
  });
});
