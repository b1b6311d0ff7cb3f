import { beforeEach, describe, expect, it } from "vitest";
import { concat, equal } from "../bytes.ts";
import { LABEL, labelled, TYPE } from "../labels.ts";
import { of, refusals, Room, texts } from "../testing/room.ts";
import type { Party } from "../testing/room.ts";
import { bytes, createWorld } from "../testing/world.ts";
import type { World } from "../testing/world.ts";
import { end, epoch, leave, message, messageContent, messageContext } from "./objects.ts";
import type { Counter } from "./objects.ts";
import { signInside } from "./inside.ts";
import { hashOf, sealInfo } from "./propose.ts";
import { NOWHERE } from "./reached.ts";
import { open } from "../hpke.ts";

// The server is hostile here. Every attempt must be refused by name, and what it touches must not be shown.

let world: World;
beforeEach(async () => {
  world = await createWorld();
});

const isType = (type: number) => (payload: Uint8Array) => payload[1] === type;
const frames = (room: Room, type: number): Uint8Array[] => room.log.filter(isType(type));
const first = (room: Room, type: number): Uint8Array => frames(room, type)[0] ?? new Uint8Array(0);

/** Gives `party` the payload as if the log held it. */
async function inject(room: Room, party: Party, payload: Uint8Array): Promise<void> {
  await room.act(party, (session) => session.receive({ seq: 99, payload }));
}

const flip = (payload: Uint8Array, at: number): Uint8Array => {
  const changed = payload.slice();
  changed[at < 0 ? changed.length + at : at] = (changed.at(at) ?? 0) ^ 1;
  return changed;
};

describe("messages", () => {
  it("replayed", async () => {
    const { room, seeker, anna } = await Room.talking(world);
    await room.say(seeker, "en gång");
    await inject(room, anna, frames(room, TYPE.message).at(-1) ?? bytes(0));
    await inject(room, seeker, frames(room, TYPE.message).at(-1) ?? bytes(0));
    expect(texts(anna)).toEqual(["en gång"]);
    expect([...refusals(anna), ...refusals(seeker)]).toEqual(["replayed", "replayed"]);
  });

  it("dropped, then seen to be missing", async () => {
    const { room, seeker, anna } = await Room.talking(world);
    anna.tamper = (payload, seq) => (seq === 4 ? [] : [payload]);
    await room.say(seeker, "bort");
    await room.say(seeker, "kvar");
    expect(texts(anna)).toEqual(["kvar"]);
    expect(of(anna, "missing")).toEqual([
      { type: "missing", tab: seeker.session.tab, from: 1, to: 1 },
    ]);
  });

  it("dropped for one of three: what another has seen tells of it", async () => {
    const { room, seeker, anna } = await Room.talking(world);
    const bea = await room.volunteer("bea");
    await room.letIn(seeker, bea, "join");
    anna.tamper = (payload) =>
      isType(TYPE.message)(payload) && equal(message.decode(payload).tab, seeker.session.tab)
        ? []
        : [payload];
    await room.say(seeker, "inte för Anna");
    await room.say(bea, "jag såg det");
    await room.say(bea, "jag säger det en gång till");
    expect(of(anna, "missing")).toEqual([
      { type: "missing", tab: seeker.session.tab, from: 1, to: 1 },
    ]);
  });

  it("in another order", async () => {
    const { room, seeker, anna } = await Room.talking(world);
    const [one, two] = [await seeker.session.write("ett"), await seeker.session.write("två")];
    await inject(room, anna, two.send[0] ?? bytes(0));
    await inject(room, anna, one.send[0] ?? bytes(0));
    expect(texts(anna)).toEqual(["två"]);
    expect(of(anna, "missing")).toHaveLength(1);
    expect(refusals(anna)).toEqual(["replayed"]);
  });

  it("altered, relabelled, moved to another sender: never a partial text", async () => {
    const { room, seeker, anna } = await Room.talking(world);
    const { send } = await seeker.session.write("hemligt");
    const frame = send[0] ?? bytes(0);
    const value = message.decode(frame);
    await inject(room, anna, flip(frame, -1));
    await inject(room, anna, message.encode({ ...value, counter: 2 }));
    await inject(room, anna, message.encode({ ...value, epoch: 1 }));
    await inject(room, anna, message.encode({ ...value, tab: bytes(0x67, 16) }));
    await inject(room, anna, message.encode({ ...value, tab: anna.session.tab }));
    expect(refusals(anna)).toEqual([
      "cannot-open",
      "cannot-open",
      "epoch-not-next",
      "not-a-member",
      "replayed",
    ]);
    expect(texts(anna)).toEqual([]);
    await inject(room, anna, frame);
    expect(texts(anna)).toEqual(["hemligt"]);
  });

  it("written in another member's name by one who holds the key of the epoch, or padded crookedly", async () => {
    const { room, seeker, anna } = await Room.talking(world);
    const bea = await room.volunteer("bea");
    await room.letIn(seeker, bea, "join");
    const { core, tag, seals } = epoch.peek(frames(room, TYPE.epoch).at(-1) ?? bytes(0));
    const hash = await hashOf(world.suite, core, tag);
    const mine = seals.find((one) => one.tab.join() === bea.session.tab.join());
    const info = sealInfo(hash, bea.session.tab);
    const nothing = new Uint8Array(0);
    const secret = await open(world.suite, bea.sealSeed, info, nothing, mine?.sealed ?? nothing);
    const annas = { tab: anna.session.tab, counter: 1 };
    const aad = messageContext.encode({ epoch: hash, ...annas });
    const directory = { version: 0, hash: bytes(0) };
    const said = {
      kind: "text",
      id: bytes(1, 16),
      directory,
      reached: NOWHERE,
      counters: [{ tab: bytes(9, 16), counter: 5 }] as Counter[],
      text: "inte Anna",
      delivered: 0,
      seen: 0,
    } as const;
    const key = await world.suite.hkdf(secret, hash, labelled(LABEL.messageKey, annas.tab), 32);
    const nonce = concat(new Uint8Array(11), new Uint8Array([1]));
    const write = async (signSeed: Uint8Array, crooked = false) => {
      const inside = await signInside(
        world.suite,
        LABEL.message,
        signSeed,
        aad,
        messageContent.encode(said),
      );
      if (crooked) inside[inside.length - 1] = 1;
      const sealed = await world.suite.aesSeal(key, nonce, aad, inside);
      return message.encode({ epoch: core.number, ...annas, sealed });
    };
    await inject(room, seeker, await write(bea.signSeed));
    await inject(room, seeker, await write(anna.signSeed, true));
    expect(refusals(seeker)).toEqual(["bad-signature", "not-canonical"]);
    expect(texts(seeker)).toEqual([]);
    await inject(room, seeker, await write(anna.signSeed));
    expect(texts(seeker)).toEqual(["inte Anna"]);
    expect(of(seeker, "missing")).toEqual([]);
  });

  it("of who has said goodbye, given after it", async () => {
    const { room, seeker, anna } = await Room.talking(world);
    const { send } = await anna.session.write("för sent");
    const goodbye = await anna.session.leave();
    await inject(room, seeker, goodbye.send[0] ?? bytes(0));
    await inject(room, seeker, send[0] ?? bytes(0));
    expect(refusals(seeker)).toEqual(["not-a-member"]);
    expect(texts(seeker)).toEqual([]);
  });

  it("that are no frames at all", async () => {
    const { room, anna } = await Room.talking(world);
    const junk = [
      new Uint8Array(0),
      bytes(1, 1),
      bytes(2, 40),
      concat(new Uint8Array([1, 0x7f]), bytes(3)),
      new Uint8Array(70_000),
    ];
    for (const payload of [...junk, concat(first(room, TYPE.hello), bytes(0, 1))])
      await inject(room, anna, payload);
    expect(refusals(anna)).toEqual([
      "wrong-type",
      "wrong-type",
      "wrong-type",
      "wrong-type",
      "frame-too-large",
      "trailing-bytes",
    ]);
    await inject(room, anna, concat(new Uint8Array([2]), first(room, TYPE.hello).slice(1)));
    expect(refusals(anna).at(-1)).toBe("unknown-version");
  });
});

describe("endings", () => {
  it("cut off: the end names what did not arrive", async () => {
    const { room, seeker, anna } = await Room.talking(world);
    anna.tamper = (payload) => (isType(TYPE.message)(payload) ? [] : [payload]);
    await room.say(seeker, "det sista");
    await room.act(seeker, (session) => session.end());
    await room.settle();
    expect(of(anna, "ended")).toEqual([{ type: "ended", role: "seeker", confirmed: false }]);
  });

  it("forged, and goodbyes forged", async () => {
    const { room, seeker, anna } = await Room.talking(world);
    const { conversation } = room;
    const tab = seeker.session.tab;
    await inject(
      room,
      anna,
      await end.make(world.suite, bytes(0x66), {
        conversation,
        tab,
        reached: NOWHERE,
        counters: [],
      }),
    );
    await inject(
      room,
      anna,
      await end.make(world.suite, bytes(0x66), {
        conversation: bytes(1, 16),
        tab,
        reached: NOWHERE,
        counters: [],
      }),
    );
    await inject(
      room,
      seeker,
      await leave.make(world.suite, bytes(0x66), {
        conversation,
        tab: anna.session.tab,
        reached: NOWHERE,
        counter: 0,
      }),
    );
    expect(refusals(anna)).toEqual(["bad-signature", "foreign-conversation"]);
    expect(refusals(seeker)).toEqual(["bad-signature"]);
    expect(seeker.session.members).toHaveLength(2);
  });

  it("by one who counts nothing of the reader's: it is not confirmed", async () => {
    const { room, seeker, anna } = await Room.talking(world);
    await room.say(anna, "räknas inte");
    const { tab } = seeker.session;
    const value = { conversation: room.conversation, tab, reached: NOWHERE, counters: [] };
    await inject(room, anna, await end.make(world.suite, seeker.signSeed, value));
    expect(of(anna, "ended")).toEqual([{ type: "ended", role: "seeker", confirmed: false }]);
  });

  it("after a hole that everybody has is not confirmed", async () => {
    const { room, seeker, anna } = await Room.talking(world);
    await seeker.session.write("kom aldrig in i loggen");
    await room.say(seeker, "det här gjorde det");
    expect(of(anna, "missing")).toHaveLength(1);
    await room.act(seeker, (session) => session.end());
    await room.settle();
    expect(of(anna, "ended")).toEqual([{ type: "ended", role: "seeker", confirmed: false }]);
  });

  it("nor is it to who ends after one herself", async () => {
    const { room, seeker, anna } = await Room.talking(world);
    await seeker.session.write("kom aldrig in i loggen");
    await room.say(seeker, "det här gjorde det");
    await room.act(anna, (session) => session.end());
    await room.settle();
    expect(of(anna, "ended")).toEqual([{ type: "ended", role: "volunteer", confirmed: false }]);
  });

  it("by somebody else, before a newcomer was told what was said, is not confirmed to her", async () => {
    const { room, seeker, anna } = await Room.talking(world);
    await room.say(seeker, "sagt innan Bea kom");
    const bea = await room.volunteer("bea");
    await room.act(bea, (session) => session.hello("join"));
    await room.settle();
    const { send } = await seeker.session.admit(bea.session.tab);
    const over = await anna.session.end();
    room.append(...send, ...over.send);
    await room.settle();
    expect(of(bea, "ended")).toEqual([{ type: "ended", role: "volunteer", confirmed: false }]);
    expect(of(seeker, "ended")).toMatchObject([{ confirmed: true }]);
  });

  it("is confirmed to nobody who was not let in yet", async () => {
    const { room, seeker } = await Room.talking(world);
    const again = await room.volunteer("anna");
    await room.act(again, (session) => session.hello("return"));
    await room.say(seeker, "är du kvar?");
    await room.act(seeker, (session) => session.end());
    await room.settle();
    expect(of(again, "ended")).toEqual([{ type: "ended", role: "seeker", confirmed: false }]);
  });

  it("with a last word that was lost on its way is not confirmed", async () => {
    const { room, seeker, anna } = await Room.talking(world);
    await seeker.session.write("kom aldrig fram");
    await room.act(seeker, (session) => session.end());
    await room.settle();
    expect(of(anna, "ended")).toEqual([{ type: "ended", role: "seeker", confirmed: false }]);
    expect(refusals(anna)).toEqual([]);
  });

  it("is said by nobody who is not in the room", async () => {
    const { room, seeker } = await Room.talking(world);
    const cleo = await room.volunteer("cleo");
    await expect(cleo.session.end()).rejects.toThrow("no-epoch");
    await room.act(cleo, (session) => session.hello("join"));
    await room.settle();
    const value = { conversation: room.conversation, tab: cleo.session.tab, reached: NOWHERE };
    const frame = await end.make(world.suite, cleo.signSeed, { ...value, counters: [] });
    await inject(room, seeker, frame);
    expect(refusals(seeker)).toEqual(["not-a-member"]);
  });

  it("is told to who said it when it is in the log, and not before", async () => {
    const { room, seeker, anna } = await Room.talking(world);
    const { send } = await anna.session.write("samtidigt");
    const over = await seeker.session.end();
    room.append(...send);
    await room.settle(seeker);
    expect(of(seeker, "ended")).toEqual([]);
    room.append(...over.send);
    await room.settle();
    expect(of(seeker, "ended")).toEqual([{ type: "ended", role: "seeker", confirmed: true }]);
    expect(refusals(seeker)).toEqual([]);
  });

  it("leaves nothing to write, also where somebody was just about to leave", async () => {
    const { room, seeker, anna } = await Room.talking(world);
    await room.act(anna, (session) => session.leave());
    await inject(room, seeker, room.log.at(-1) ?? bytes(0));
    await seeker.session.end();
    await expect(seeker.session.write("x")).rejects.toThrow("ended");
  });

  it("after the end nothing counts", async () => {
    const { room, seeker, anna } = await Room.talking(world);
    const { send } = await seeker.session.write("sent");
    await room.act(anna, (session) => session.end());
    room.append(...send);
    await room.settle();
    expect(refusals(seeker)).toEqual(["ended"]);
    expect(texts(anna)).toEqual([]);
  });
});
