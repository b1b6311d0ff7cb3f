import { beforeEach, describe, expect, it } from "vitest";
import { createSuite } from "../suite/create.ts";
import { Room } from "../testing/room.ts";
import type { Party } from "../testing/room.ts";
import { createWorld } from "../testing/world.ts";
import type { Duty, World } from "../testing/world.ts";

// What a tab has drawn or opened is written over when it is of no more use. That an engine may keep copies of its own
// cannot be tested here, nor prevented.

let world: World;
let room: Room;
let seeker: Party;
let anna: Party;
let duty: Duty;
/** Every secret that was drawn or used, as the very bytes that the tabs hold. */
let held: Set<Uint8Array>;

beforeEach(async () => {
  held = new Set();
  const suite = await createSuite();
  world = await createWorld({ suite });
  const { hkdf, random, ed25519, xwing } = suite;
  const keep = (secret: Uint8Array): Uint8Array => {
    held.add(secret);
    return secret;
  };
  world.suite = {
    ...suite,
    random: (length) => (length === 32 ? keep(random(length)) : random(length)),
    hkdf: (ikm, ...rest) => hkdf(keep(ikm), ...rest),
    ed25519: { ...ed25519, sign: (seed, text) => ed25519.sign(keep(seed), text) },
    xwing: { ...xwing, decapsulate: (seed, enc) => xwing.decapsulate(keep(seed), enc) },
  };
  room = new Room(world);
  duty = await world.duty("anna");
  // What the statement was signed with is the member's, not a tab's.
  held.clear();
  seeker = await room.seeker();
  anna = await room.volunteer(duty);
  await room.letIn(seeker, anna, "take");
});

const left = (): number => [...held].filter((secret) => secret.some((byte) => byte !== 0)).length;

describe("secrets", () => {
  it("of an epoch are gone with the next one, those of a proposal that lost with the winner", async () => {
    const before = left();
    for (let time = 0; time < 3; time++) {
      world.now += 11 * 60_000;
      const [hers, annas] = [await seeker.session.rekeyIfDue(), await anna.session.rekeyIfDue()];
      room.append(...annas.send, ...hers.send);
      await room.settle();
      await room.say(seeker, "vidare");
    }
    expect(left()).toBe(before);
  });

  it("are all gone with the end, on both sides", async () => {
    await room.say(seeker, "tack");
    world.now += 11 * 60_000;
    await anna.session.rekeyIfDue();
    expect(left()).toBeGreaterThan(0);
    await room.act(seeker, (session) => session.end());
    await room.settle();
    expect(left()).toBe(0);
  });

  it("are all gone when a tab is erased, or leaves, or is put out", async () => {
    const again = await room.volunteer(duty);
    await room.settle();
    await room.letIn(seeker, again, "return");
    await room.act(again, (session) => session.leave());
    await room.settle();
    seeker.session.erase();
    expect(left()).toBe(0);
  });
});
