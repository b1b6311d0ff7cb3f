import { beforeEach, describe, expect, it } from "vitest";
import { TYPE } from "../labels.ts";
import { of, refusals, Room, texts } from "../testing/room.ts";
import type { Party } from "../testing/room.ts";
import { bytes, createWorld } from "../testing/world.ts";
import type { World } from "../testing/world.ts";
import { message } from "./objects.ts";

// Numbers that nobody has signed, and words that one has not: no end may say that nothing is missing.

let world: World;
let room: Room;
let seeker: Party;
let anna: Party;
beforeEach(async () => {
  world = await createWorld();
  ({ room, seeker, anna } = await Room.talking(world));
});

/** Looks like a word of hers under that epoch; anybody can make it. */
const garbage = (party: Party, counter: number, epoch = 0): Uint8Array =>
  message.encode({ epoch, tab: party.session.tab, counter, sealed: bytes(7, 600) });

const end = async (party: Party): Promise<void> => {
  await room.act(party, (session) => session.end());
  await room.settle();
};

const ended = (party: Party) => of(party, "ended").map(({ confirmed }) => confirmed);

/** Bea asks to come in, and the seeker's epoch that lets her in is on its way: the log is the server's until then. */
async function asking(): Promise<{ bea: Party; letIn: () => Promise<void> }> {
  const bea = await room.volunteer("bea");
  await room.act(bea, (session) => session.hello("join"));
  await room.settle();
  const { send } = await seeker.session.admit(bea.session.tab);
  const letIn = async (): Promise<void> => {
    room.append(...send);
    await room.settle();
  };
  return { bea, letIn };
}

describe("a number in somebody's name that a newcomer could only watch", () => {
  it("takes nothing from her: every true word is shown, and the end is confirmed", async () => {
    room.append(garbage(seeker, 2 ** 31));
    await room.settle();
    const bea = await room.volunteer("bea");
    await room.letIn(seeker, bea, "join");
    await room.say(seeker, "hör du mig?");
    await end(seeker);
    expect(texts(bea)).toEqual(["hör du mig?"]);
    expect([refusals(bea), of(bea, "missing"), ended(bea)]).toEqual([[], [], [true]]);
    // Who could check it knows that something was said in the seeker's name.
    expect([refusals(anna), ended(anna)]).toEqual([["cannot-open"], [false]]);
  });

  it("also where it stands between the epoch's making and its place: it excuses nothing that comes", async () => {
    const { bea, letIn } = await asking();
    room.append(garbage(anna, 1), garbage(anna, 2 ** 31));
    await letIn();
    await room.say(anna, "jag är kvar");
    expect(texts(bea)).toEqual(["jag är kvar"]);
    expect(refusals(bea)).toEqual([]);
    await end(anna);
    expect(ended(bea)).toEqual([true]);
  });

  it("and stands for a word that never came: the end is not confirmed, whoever speaks next", async () => {
    const { bea, letIn } = await asking();
    await anna.session.write("försvinner");
    room.append(garbage(anna, 1));
    const told = anna.session.receive.bind(anna.session);
    let withheld = 0;
    // She seals it again under the new epoch; the server keeps that too.
    anna.session.receive = async (frame) => {
      const heard = await told(frame);
      const send = heard.send.filter((one) => one[1] !== TYPE.message);
      withheld += heard.send.length - send.length;
      return { ...heard, send };
    };
    await letIn();
    await room.say(anna, "efter");
    const { tab } = anna.session;
    const hole = { type: "missing", tab, from: 1, to: 1 };
    expect([withheld, texts(bea)]).toEqual([1, ["efter"]]);
    expect([of(seeker, "missing"), of(bea, "missing")]).toEqual([[hole], []]);
    await end(seeker);
    expect([ended(seeker), ended(bea)]).toEqual([[false], [false]]);
  });

  it("nor where she who lost it goes, and nobody counts her any more", async () => {
    const { bea, letIn } = await asking();
    room.append(garbage(anna, 1));
    await letIn();
    await anna.session.write("försvinner");
    await room.act(anna, (session) => session.leave());
    await room.settle();
    await end(seeker);
    expect([of(bea, "missing"), ended(bea)]).toEqual([[], [false]]);
  });

  it("is missed as any other, where the epoch that lets her in was made behind it", async () => {
    room.append(garbage(seeker, 1), garbage(seeker, 3));
    await room.settle();
    const bea = await room.volunteer("bea");
    await room.letIn(seeker, bea, "join");
    await seeker.session.write("försvinner");
    await room.say(seeker, "kommer fram");
    const { tab } = seeker.session;
    expect(of(bea, "missing")).toEqual([{ type: "missing", tab, from: 1, to: 1 }]);
    await end(seeker);
    expect(ended(bea)).toEqual([false]);
  });
});

it("who only watched is told of no end that nothing is missing, also where all that was counted is nothing", async () => {
  const { bea } = await asking();
  await end(seeker);
  expect([ended(bea), ended(anna)]).toEqual([[false], [true]]);
});

describe("a colleague's word between the epoch's making and its place", () => {
  it("is told again and not as missing; that nothing is missing nobody says", async () => {
    const { bea, letIn } = await asking();
    const { send } = await anna.session.write("mitt i");
    room.append(...send);
    await letIn();
    await room.say(anna, "efter");
    expect(texts(bea)).toEqual(["mitt i", "efter"]);
    expect([of(bea, "missing"), refusals(bea)]).toEqual([[], []]);
    await end(seeker);
    expect([ended(bea), ended(anna)]).toEqual([[false], [true]]);
  });
});

describe("a word in the name of somebody present that was refused", () => {
  it("may have been hers: no end is confirmed to who refused it", async () => {
    await room.say(seeker, "ett");
    room.append(garbage(seeker, 2));
    await end(seeker);
    expect([refusals(anna), ended(anna)]).toEqual([["cannot-open"], [false]]);
  });

  it("in a stranger's name is nobody's", async () => {
    await room.say(seeker, "ett");
    room.append(message.encode({ epoch: 0, tab: bytes(9, 16), counter: 1, sealed: bytes(7, 600) }));
    await end(seeker);
    expect([refusals(anna), ended(anna)]).toEqual([["not-a-member"], [true]]);
  });
});

describe("her own end", () => {
  it("is confirmed to her where all that she had sent lies before it, however late", async () => {
    const word = await seeker.session.write("hej då");
    const last = await seeker.session.end();
    room.append(...word.send, ...last.send);
    await room.settle();
    expect([ended(seeker), ended(anna)]).toEqual([[true], [true]]);
  });

  it("is not where a word of hers never came into the log", async () => {
    await seeker.session.write("försvinner");
    await end(seeker);
    expect([ended(seeker), ended(anna)]).toEqual([[false], [false]]);
  });

  it("nor where the word came behind it", async () => {
    const word = await seeker.session.write("för sent");
    const last = await seeker.session.end();
    room.append(...last.send, ...word.send);
    await room.settle();
    expect(ended(seeker)).toEqual([false]);
  });

  it("nor where another epoch voids it on its way", async () => {
    const { bea, letIn } = await asking();
    const word = await anna.session.write("överhunnen");
    const last = await anna.session.end();
    await letIn();
    room.append(...word.send, ...last.send);
    await room.settle();
    expect([ended(anna), ended(seeker), ended(bea)]).toEqual([[false], [false], [false]]);
  });

  it("nor where it waited for an epoch without who had left", async () => {
    const bea = await room.volunteer("bea");
    await room.letIn(seeker, bea, "join");
    await room.act(bea, (session) => session.leave());
    await room.settle(anna);
    await anna.session.write("väntar");
    await end(anna);
    expect(ended(anna)).toEqual([false]);
  });
});
