import { beforeEach, describe, expect, it } from "vitest";
import { TYPE } from "../labels.ts";
import { of, refusals, Room } from "../testing/room.ts";
import type { Party } from "../testing/room.ts";
import { bytes, createWorld, DAY, HOUR } from "../testing/world.ts";
import type { World } from "../testing/world.ts";
import { directory } from "../trust/objects.ts";
import { hello } from "./objects.ts";

// Who is let in: a hostile server, a stranger with a certificate that does not fit, an old directory.

let world: World;
beforeEach(async () => {
  world = await createWorld();
});

const first = (room: Room, type: number): Uint8Array =>
  room.log.find((payload) => payload[1] === type) ?? new Uint8Array(0);

async function inject(room: Room, party: Party, payload: Uint8Array): Promise<void> {
  await room.act(party, (session) => session.receive({ seq: 99, payload }));
}

describe("hello", () => {
  async function greet(change: (world: World) => Promise<Party>, room: Room) {
    const seeker = await room.seeker();
    const volunteer = await change(world);
    await room.act(volunteer, (session) => session.hello("take"));
    await room.settle(seeker);
    expect(of(seeker, "joining")).toEqual([]);
    await expect(seeker.session.admit(volunteer.session.tab)).rejects.toThrow("unknown-tab");
    return refusals(seeker);
  }

  it("with a swapped key", async () => {
    const room = new Room(world);
    const seeker = await room.seeker();
    const anna = await room.volunteer("anna");
    const { send } = await anna.session.hello("take");
    const value = hello.peek(send[0] ?? bytes(0));
    const mallory = await hello.make(world.suite, bytes(0x66), {
      ...value,
      seal: await world.suite.xwing.publicKey(bytes(0x66)),
    });
    await inject(room, seeker, mallory);
    expect(refusals(seeker)).toEqual(["bad-signature"]);
  });

  it("with a key that is none", async () => {
    const room = new Room(world);
    const seeker = await room.seeker();
    const anna = await room.volunteer("anna");
    const { send } = await anna.session.hello("take");
    const value = hello.peek(send[0] ?? bytes(0));
    const { seed } = await world.duty("anna");
    await inject(
      room,
      seeker,
      await hello.make(world.suite, seed, { ...value, seal: bytes(0xff, 1216) }),
    );
    expect(refusals(seeker)).toEqual(["bad-key"]);
  });

  it("with an expired duty", async () => {
    const room = new Room(world);
    const duty = await world.duty("anna", { from: world.now - 13 * HOUR, until: world.now - HOUR });
    expect(await greet(() => room.volunteer(duty), room)).toEqual(["duty-expired"]);
  });

  it("with a duty that ended while she waited to be let in", async () => {
    const room = new Room(world);
    const seeker = await room.seeker();
    const anna = await room.volunteer("anna");
    await room.act(anna, (session) => session.hello("take"));
    await room.settle();
    world.now += 7 * HOUR;
    await expect(seeker.session.admit(anna.session.tab)).rejects.toThrow("duty-expired");
  });

  it("is not said upon a jour's word that does not hold", async () => {
    const room = new Room(world);
    const anna = await room.volunteer("anna");
    await world.publish({ at: world.now - 8 * DAY, expires: world.now - DAY });
    await expect(anna.session.hello("take")).rejects.toThrow("directory-expired");
  });

  it("with a duty of another jour", async () => {
    const room = new Room(world);
    const foreign = await createWorld({ jour: 0xa2, salt: 0x50 });
    const duty = await foreign.duty("anna");
    expect(await greet(() => room.volunteer(duty), room).catch(String)).toEqual(["foreign-jour"]);
  });

  it("with a duty for another face", async () => {
    const room = new Room(world);
    const duty = await world.duty("anna", { face: bytes(0xb2, 16) });
    expect(await greet(() => room.volunteer(duty), room)).toEqual(["foreign-face"]);
  });

  it("with a duty that somebody else has signed", async () => {
    const room = new Room(world);
    const duty = await world.duty("anna", { signer: bytes(0x66) });
    expect(await greet(() => room.volunteer(duty), room)).toEqual(["bad-signature"]);
  });

  it("from who is not in the directory any more", async () => {
    const room = new Room(world);
    await world.publish({ version: 8, members: [await world.member("bea")] });
    const others = { ...world, trust: world.trust };
    const duty = await world.duty("anna");
    await world.publish({ version: 9, members: [await world.member("anna")] });
    const own = world.trust;
    const anna = await room.volunteer(duty, { ...world, trust: own });
    world.trust = others.trust;
    expect(await greet(async () => anna, room)).toEqual(["member-not-in-directory"]);
  });

  it("twice, and in another conversation", async () => {
    const { room, seeker } = await Room.talking(world);
    await inject(room, seeker, first(room, TYPE.hello));
    const elsewhere = new Room(world, bytes(0xc2, 16));
    const other = await elsewhere.seeker();
    await inject(elsewhere, other, first(room, TYPE.hello));
    expect([...refusals(seeker), ...refusals(other)]).toEqual([
      "duplicate-tab",
      "foreign-conversation",
    ]);
  });

  it("twice while she waits, again after she has gone, or under the seeker's own name", async () => {
    const { room, seeker } = await Room.talking(world);
    const bea = await room.volunteer("bea");
    await room.act(bea, (session) => session.hello("join"));
    await room.settle();
    const hers = room.log.at(-1) ?? bytes(0);
    await inject(room, seeker, hers);
    await room.act(bea, (session) => session.leave());
    await room.settle(seeker);
    await inject(room, seeker, hers);
    const { seed } = await world.duty("bea");
    const value = { ...hello.peek(hers), tab: seeker.session.tab };
    await inject(room, seeker, await hello.make(world.suite, seed, value));
    expect(refusals(seeker)).toEqual(["duplicate-tab", "duplicate-tab", "duplicate-tab"]);
    expect(of(seeker, "joining")).toHaveLength(2);
  });

  it("as a return of somebody who never was here: shown as what the log says, and vouched for as such", async () => {
    const room = new Room(world);
    const seeker = await room.seeker();
    const anna = await room.volunteer("anna");
    await room.letIn(seeker, anna, "return");
    expect(of(seeker, "joining")).toMatchObject([{ reason: "take" }]);
    expect(anna.session.members).toHaveLength(2);
    const trap = new Room(world);
    const fake = await trap.seeker();
    trap.append(first(room, TYPE.hello));
    await trap.settle();
    await trap.act(fake, (session) => session.admit(anna.session.tab));
    const bea = await trap.volunteer("bea");
    await trap.settle();
    await trap.letIn(fake, bea, "return");
    expect(of(fake, "joining").at(-1)).toMatchObject({ reason: "join" });
    expect(refusals(bea)[0]).toBe("unvouched");
    expect(bea.session.members).toEqual([]);
  });
});

describe("the directory", () => {
  async function meet(room: Room): Promise<string[]> {
    const seeker = await room.seeker();
    const healthy = await createWorld();
    const anna = await room.volunteer(await healthy.duty("anna"), healthy);
    await room.act(anna, (session) => session.hello("take"));
    await room.settle(seeker);
    expect(of(seeker, "joining")).toEqual([]);
    return refusals(seeker);
  }

  it("that has expired", async () => {
    await world.publish({ at: world.now - 8 * DAY, expires: world.now - DAY });
    expect(await meet(new Room(world))).toEqual(["directory-expired"]);
  });

  it("that goes back to an old version", async () => {
    const { room, seeker } = await Room.talking(world);
    await world.publish({ version: 6 });
    const bea = await room.volunteer(await world.duty("bea"), await createWorld());
    await room.act(bea, (session) => session.hello("join"));
    await room.settle(seeker);
    expect(refusals(seeker)).toEqual(["directory-rolled-back"]);
  });

  /** Anna talks; the server then gives the seeker's tab another trust, and Bea asks to come in. */
  async function later(change: () => Promise<void>): Promise<string[]> {
    const { room, seeker } = await Room.talking(world);
    const bea = await room.volunteer(await world.duty("bea"), await createWorld());
    await change();
    await room.act(bea, (session) => session.hello("join"));
    await room.settle(seeker);
    return refusals(seeker);
  }

  it("exchanged for another of the same number", async () => {
    expect(await later(() => world.publish({ expires: world.now + DAY }))).toEqual([
      "directory-fork",
    ]);
  });

  it("exchanged for another of the same number, which the newcomer was given too: her own memory tells", async () => {
    const { room, seeker } = await Room.talking(world);
    await world.publish({ expires: world.now + DAY });
    const bea = await room.volunteer("bea");
    await room.act(bea, (session) => session.hello("join"));
    await room.settle(seeker);
    expect(refusals(seeker)).toEqual(["directory-fork"]);
    expect(of(seeker, "joining")).toHaveLength(1);
  });

  it("upon a chain that has lost its newest entry: a revoked delegate speaks again", async () => {
    const gone = await world.suite.ed25519.publicKey(bytes(0x29));
    await world.revoke(gone);
    await world.publish();
    const cut = async () => {
      const log = world.log.slice(0, -1);
      const head = await world.suite.sha256(log.at(-1) ?? bytes(0));
      await world.publish({ version: 99 });
      const value = { ...directory.peek(world.trust.directory), head };
      world.trust = { log, directory: await directory.make(world.suite, world.delegate, value) };
    };
    expect(await later(cut)).toEqual(["log-fork"]);
  });

  it("under another root than before", async () => {
    const other = await createWorld({ salt: 0x50 });
    await other.publish({ version: 99 });
    const swap = async () => void (world.trust = other.trust);
    expect(await later(swap)).toEqual(["root-fingerprint-mismatch"]);
  });

  it("that expires while they talk is not gone by any longer", async () => {
    await world.publish({ expires: world.now + HOUR });
    expect(await later(async () => void (world.now += 2 * HOUR))).toEqual(["directory-expired"]);
  });

  it("of which one has a newer one: that is no fork", async () => {
    const { room, seeker, anna } = await Room.talking(world);
    const newer = await createWorld();
    await newer.publish({ version: 8 });
    const bea = await room.volunteer("bea", newer);
    await room.letIn(seeker, bea, "join");
    await room.say(bea, "jag vet mer");
    for (const party of [seeker, anna, bea]) expect(refusals(party)).toEqual([]);
  });

  it("of which two were given different ones since they met: their next words tell", async () => {
    const room = new Room(world);
    const hers = await createWorld();
    const seeker = await room.seeker();
    const anna = await room.volunteer("anna", hers);
    await room.letIn(seeker, anna, "take");
    const old = await createWorld();
    await world.publish({ version: 8 });
    await hers.publish({ version: 8, expires: hers.now + DAY });
    // Bea says that she holds the old one; for her sake both look at what they were given.
    const bea = await room.volunteer("bea", old);
    await room.act(bea, (session) => session.hello("join"));
    await room.settle();
    expect([...refusals(seeker), ...refusals(anna)]).toEqual([]);
    await room.say(seeker, "hej");
    expect(refusals(anna)).toEqual(["directory-fork"]);
  });

  it("that lists a member twice", async () => {
    const anna = await world.member("anna");
    await world.publish({ members: [anna, { ...anna, id: bytes(0x77, 16) }] });
    expect(await meet(new Room(world))).toEqual(["duplicate-member"]);
  });

  it("of which the two were shown different ones", async () => {
    const { room, seeker, anna } = await Room.talking(world);
    const forked = await createWorld();
    await forked.publish({ expires: forked.now + 2 * DAY });
    const bea = await room.volunteer("bea", forked);
    await room.letIn(seeker, bea, "join");
    expect(refusals(seeker)).toEqual(["directory-fork"]);
    expect(refusals(anna)).toContain("directory-fork");
    // Who comes is told by the epoch that lets her in.
    expect(refusals(bea)).toEqual(["directory-fork"]);
  });

  it("signed by a delegate that was revoked", async () => {
    await world.revoke(await world.suite.ed25519.publicKey(world.delegate));
    await world.publish();
    expect(await meet(new Room(world))).toEqual(["delegate-revoked"]);
  });
});
