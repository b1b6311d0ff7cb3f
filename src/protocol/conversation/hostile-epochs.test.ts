import { beforeEach, describe, expect, it } from "vitest";
import { TYPE } from "../labels.ts";
import { nextEpoch } from "../testing/forge.ts";
import { refusals, Room, texts } from "../testing/room.ts";
import type { Party } from "../testing/room.ts";
import { bytes, createWorld } from "../testing/world.ts";
import type { World } from "../testing/world.ts";
import { confirm, epoch, hello } from "./objects.ts";
import type { Epoch } from "./objects.ts";
import { hashOf, tagOf } from "./propose.ts";

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

describe("epochs", () => {
  /** An epoch that the server makes with a key of its own, from the parts of a true one. */
  async function forge(
    value: Epoch,
    change: Partial<Epoch["core"]>,
    seed: Uint8Array,
  ): Promise<Uint8Array> {
    const core = { ...value.core, ...change };
    const tag = await tagOf(world.suite, bytes(0x55), core);
    return epoch.make(world.suite, seed, { core, tag, seals: value.seals });
  }

  it("forged by an outsider, or with another's name on it", async () => {
    const { room, seeker, anna } = await Room.talking(world);
    const genuine = epoch.peek(first(room, TYPE.epoch));
    const previous = await hashOf(world.suite, genuine.core, genuine.tag);
    const outsider = await forge(
      genuine,
      { number: 1, previous, author: bytes(0x67, 16) },
      bytes(0x66),
    );
    const impostor = await forge(genuine, { number: 1, previous }, bytes(0x66));
    for (const frame of [outsider, impostor]) await inject(room, anna, frame);
    expect(refusals(anna)).toEqual(["epoch-from-outsider", "bad-signature"]);
    await room.say(seeker, "oberörd");
    expect(texts(anna)).toEqual(["oberörd"]);
  });

  it("out of order, on another past, and again", async () => {
    const { room, anna } = await Room.talking(world);
    const genuine = epoch.peek(first(room, TYPE.epoch));
    await inject(room, anna, await forge(genuine, { number: 2 }, bytes(0x66)));
    await inject(room, anna, await forge(genuine, { number: 1 }, bytes(0x66)));
    await inject(room, anna, first(room, TYPE.epoch));
    expect(refusals(anna)).toEqual(["epoch-not-next", "epoch-not-next", "late-epoch"]);
  });

  it("altered on the way", async () => {
    const room = new Room(world);
    const seeker = await room.seeker();
    const anna = await room.volunteer("anna");
    anna.tamper = (payload) => [isType(TYPE.epoch)(payload) ? flip(payload, -100) : payload];
    await room.letIn(seeker, anna, "take");
    expect(refusals(anna)).toEqual(["bad-signature"]);
    expect(anna.session.members).toEqual([]);
  });

  it("altered for its own author, then given as it was: it counts, and she is not left behind", async () => {
    const { room, seeker, anna } = await Room.talking(await createWorld());
    room.world.now += 11 * 60_000;
    const { send } = await seeker.session.rekeyIfDue();
    const [genuine = bytes(0)] = send;
    await inject(room, seeker, flip(genuine, -1));
    expect(refusals(seeker)).toEqual(["bad-signature"]);
    room.append(genuine);
    await room.settle();
    await room.say(seeker, "ännu tillsammans");
    expect(texts(anna)).toEqual(["ännu tillsammans"]);
  });

  it("0 not from this seeker", async () => {
    const room = new Room(world);
    const [seeker, other] = [await room.seeker(), await room.seeker()];
    const anna = await room.volunteer("anna");
    await room.act(anna, (session) => session.hello("take"));
    await room.settle();
    await room.act(other, (session) => session.admit(anna.session.tab));
    await room.settle();
    expect(refusals(seeker)[0]).toBe("epoch-not-from-seeker");
    expect(seeker.session.members).toEqual([]);
  });

  it("0 by somebody who does not stand in it", async () => {
    const { room: before } = await Room.talking(world);
    const genuine = epoch.peek(first(before, TYPE.epoch));
    const room = new Room(world);
    const parties = [await room.seeker(), await room.volunteer("anna")];
    const frame = await forge(genuine, { author: bytes(0x67, 16) }, bytes(0x66));
    for (const party of parties) await inject(room, party, frame);
    const refused = ["epoch-not-from-seeker"];
    expect(parties.map(refusals)).toEqual([refused, refused]);
  });

  it("forged for a joiner: a server's own seeker with a true colleague in the roster", async () => {
    const { room } = await Room.talking(world);
    const trap = new Room(world);
    const fake = await trap.seeker();
    const hers = first(room, TYPE.hello);
    trap.append(hers);
    await trap.settle();
    await trap.act(fake, (session) => session.admit(hello.peek(hers).tab));
    await trap.settle();
    const bea = await trap.volunteer("bea");
    await trap.settle();
    await trap.letIn(fake, bea, "join");
    expect(refusals(bea)).toEqual(["unvouched", "no-epoch"]);
    expect(bea.session.members).toEqual([]);
    await inject(trap, bea, first(room, TYPE.confirm));
    expect(refusals(bea).at(-1)).toBe("epoch-not-next");
  });
});

describe("a colleague's word", () => {
  /** A room in which Anna is, whose own confirm is kept back; and Bea, who was called in, reads along. */
  async function unconfirmed() {
    const room = new Room(world);
    const seeker = await room.seeker();
    const anna = await room.volunteer("anna");
    await room.act(anna, (session) => session.hello("take"));
    await room.settle();
    const { send } = await seeker.session.admit(anna.session.tab);
    const begun = send[0] ?? bytes(0);
    const kept = await anna.session.receive({ seq: 2, payload: begun });
    room.append(begun);
    anna.cursor = 2;
    const value = confirm.peek(kept.send[0] ?? bytes(0));
    return { room, seeker, anna, value };
  }

  async function calledIn({ room, seeker }: { room: Room; seeker: Party }, ...added: Uint8Array[]) {
    room.append(...added);
    const bea = await room.volunteer("bea");
    await room.settle();
    await room.letIn(seeker, bea, "join");
    return refusals(bea);
  }

  it("is hers by her signature, for this chain", async () => {
    const scene = await unconfirmed();
    const forged = await confirm.make(world.suite, bytes(0x66), scene.value);
    expect(await calledIn(scene, forged)).toEqual(["bad-signature", "unvouched", "no-epoch"]);
    const right = await unconfirmed();
    const genuine = await confirm.make(world.suite, right.anna.signSeed, right.value);
    expect(await calledIn(right, genuine)).toEqual([]);
  });

  it("is not that of somebody who only waits", async () => {
    const scene = await unconfirmed();
    const cleo = await scene.room.volunteer("cleo");
    await scene.room.act(cleo, (session) => session.hello("join"));
    const value = { ...scene.value, tab: cleo.session.tab };
    const frame = await confirm.make(world.suite, cleo.signSeed, value);
    expect(await calledIn(scene, frame)).toEqual(["not-a-member", "unvouched", "no-epoch"]);
  });

  it("is not her own of another tab", async () => {
    const { room, seeker } = await Room.talking(world);
    const again = await room.volunteer("anna");
    await room.settle();
    await room.letIn(seeker, again, "join");
    expect(refusals(again)[0]).toBe("unvouched");
  });
});

describe("an own epoch that is on its way", () => {
  it("is not mixed up with another one under the own name", async () => {
    const { room, seeker } = await Room.talking(await createWorld());
    room.world.now += 11 * 60_000;
    await seeker.session.rekeyIfDue();
    await inject(room, seeker, await nextEpoch(room, seeker, (roster) => roster));
    expect(refusals(seeker)).toEqual(["epoch-secret-mismatch"]);
  });

  it("outlives one of the seeker's that was void", async () => {
    const { room, seeker, anna } = await Room.talking(await createWorld());
    const bea = await room.volunteer("bea");
    await room.act(bea, (session) => session.hello("join"));
    await room.settle();
    room.world.now += 11 * 60_000;
    const annas = await anna.session.rekeyIfDue();
    const hers = await seeker.session.admit(bea.session.tab);
    await room.act(bea, (session) => session.leave());
    room.append(...hers.send, ...annas.send);
    await room.settle(seeker, anna);
    await room.say(anna, "under min nyckel");
    expect(texts(seeker)).toEqual(["under min nyckel"]);
    expect(refusals(anna)).toEqual(["late-epoch"]);
  });
});

describe("two tabs of one duty", () => {
  it("the first one talks on until the second is let in", async () => {
    const { room, seeker, anna } = await Room.talking(world);
    const twin = await room.volunteer("anna");
    await room.act(twin, (session) => session.hello("return"));
    await room.settle();
    await room.say(anna, "ännu här");
    expect(texts(seeker)).toEqual(["ännu här"]);
    expect(seeker.session.members).toHaveLength(2);
  });

  it("never sit in the roster together, and the first is put out", async () => {
    const { room, seeker, anna } = await Room.talking(world);
    const twin = await room.volunteer("anna");
    await room.letIn(seeker, twin, "return");
    expect(seeker.session.members).toHaveLength(2);
    expect(anna.session.members).toEqual([]);
    await room.say(seeker, "bara för den nya");
    expect(texts(anna)).toEqual([]);
    expect(texts(twin)).toEqual(["bara för den nya"]);
  });
});
