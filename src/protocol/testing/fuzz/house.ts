import { Room } from "../room.ts";
import { bytes, createWorld, DAY } from "../world.ts";
import type { Duty, Name, World } from "../world.ts";
import { makeDuty } from "../../trust/make.ts";
import type { TrustBundle } from "../../trust/types.ts";
import { CONVERSATIONS } from "../../trust/objects.ts";
import { suiteFor } from "./watched-suite.ts";

/** What every history begins with; made once. */
export interface House {
  /** With the very building blocks of the browser, or with ideal ones, which take less time. */
  readonly real: boolean;
  readonly world: World;
  readonly duties: Readonly<Record<Name, Duty>>;
  /** What the server may show in place of the newest word of the jour. */
  readonly trusts: readonly TrustBundle[];
  /** A former volunteer who helps the server: her duty holds upon an older register only. */
  readonly former: Duty;
  /** Every frame of another conversation of the same people. */
  readonly elsewhere: readonly Uint8Array[];
}

const MALLORY = bytes(0x77);

async function former(world: World): Promise<Duty> {
  const { suite, now, jour, face } = world;
  const seed = bytes(0x78);
  const statement = await makeDuty(suite, MALLORY, {
    ...{ jour, face, member: MALLORY.slice(0, 16), alias: "Mallory" },
    key: await suite.ed25519.publicKey(seed),
    from: now - 1000,
    until: now + DAY / 4,
    head: await world.head(),
  });
  return { bytes: statement, seed };
}

async function trustsOf(world: World): Promise<TrustBundle[]> {
  const good = world.trust;
  const members = await Promise.all((["anna", "bea", "cleo"] as const).map(world.member));
  const mallory = {
    ...(await world.member("anna")),
    id: MALLORY.slice(0, 16),
    identity: await world.suite.ed25519.publicKey(MALLORY),
    teams: [CONVERSATIONS],
  };
  const trusts: TrustBundle[] = [];
  for (const change of [
    { version: 6, members: [...members, mallory] },
    { version: 7, members: [...members, mallory] },
    { version: 8, expires: world.now - DAY, at: world.now - 2 * DAY },
    {
      version: 9,
      members: [...members, { ...mallory, identity: members[0]?.identity ?? MALLORY }],
    },
  ]) {
    await world.publish(change);
    trusts.push({ ...world.trust, log: [...world.log] });
  }
  world.trust = { ...good, log: [...good.log] };
  const foreign = await createWorld({ suite: world.suite, jour: 0xa2, salt: 0x20 });
  return [...trusts, foreign.trust, { log: [], directory: bytes(0) }];
}

async function elsewhere(world: World): Promise<Uint8Array[]> {
  const { room, seeker, anna } = await Room.talking(world, bytes(0xc2, 16));
  await room.say(seeker, "i ett annat samtal");
  const bea = await room.volunteer("bea");
  await room.letIn(seeker, bea, "join");
  await room.act(anna, (session) => session.note(bea.session.tab, "en lapp"));
  await room.act(anna, (session) => session.leave());
  await room.settle();
  await room.act(seeker, (session) => session.end());
  await room.settle();
  return room.log;
}

export async function openHouse(real = false): Promise<House> {
  const world = await createWorld({ suite: suiteFor(0x5eed, real) });
  const duty = (name: Name) => world.duty(name);
  return {
    real,
    world,
    duties: { anna: await duty("anna"), bea: await duty("bea"), cleo: await duty("cleo") },
    trusts: await trustsOf(world),
    former: await former(world),
    elsewhere: await elsewhere(world),
  };
}
