import { Room } from "../testing/room.ts";
import type { Party } from "../testing/room.ts";
import { createWorld } from "../testing/world.ts";
import type { World } from "../testing/world.ts";

/** Whoever sits in the room, in the order in which they came. */
export interface Tab {
  who: string;
  party: Party;
  /** What its server showed it instead of what all others were shown. */
  directory?: Uint8Array;
  /** Numbers that it was never given. */
  withheld?: number[];
}

export interface Scene {
  room: Room;
  tabs: Tab[];
}

/** How far the first conversation has come. */
export const STAGES = ["nobody", "talking", "joining", "joined", "left", "ended"] as const;
export type Stage = (typeof STAGES)[number];

/** A whole conversation: taken, a colleague called in, a note, a goodbye, an end; or the beginning of it. */
export async function first(
  world: World,
  until: Stage = "ended",
  keptFromBea?: number,
): Promise<Scene> {
  const room = new Room(world);
  const [seeker, anna] = [await room.seeker(), await room.volunteer("anna")];
  const bea = await room.volunteer("bea");
  bea.tamper = (payload, seq) => (seq === keptFromBea ? [] : [payload]);
  const tabs = Object.entries({ seeker, anna, bea }).map(([who, party]) => ({ who, party }));
  const steps: Record<Stage, () => Promise<unknown>> = {
    nobody: async () => undefined,
    talking: async () => {
      await room.letIn(seeker, anna, "take");
      await room.say(seeker, "Hej, är någon där?");
      await room.say(anna, "Ja. Ta den tid du behöver.");
      await room.act(anna, (session) => session.receipt({ delivered: 4, seen: 4 }));
    },
    joining: async () => room.act(bea, (session) => session.hello("join")),
    joined: async () => {
      await room.act(seeker, (session) => session.admit(bea.session.tab));
      await room.settle();
      await room.act(anna, (session) => session.note(bea.session.tab, "Hon vill ha det lugnt."));
    },
    left: async () => {
      await room.act(anna, (session) => session.leave());
      await room.settle();
      await room.say(bea, "Hej, jag heter Bea.");
    },
    ended: async () => room.act(seeker, (session) => session.end()),
  };
  for (const stage of STAGES.slice(0, STAGES.indexOf(until) + 1)) {
    await steps[stage]();
    await room.settle();
  }
  return { room, tabs };
}

/** Another: frames are withheld, a tab comes back, two are shown different directories, a text loses a race. */
export async function second(world: World): Promise<Scene> {
  const room = new Room(world);
  const tabs: Tab[] = [];
  const sit = (who: string, party: Party, extra: Partial<Tab> = {}): Party => {
    const { withheld = [] } = extra;
    party.tamper = (payload, seq) => (withheld.includes(seq) ? [] : [payload]);
    tabs.push({ who, party, ...extra });
    return party;
  };
  const seeker = sit("seeker", await room.seeker(), { withheld: [18] });
  const anna = sit("anna", await room.volunteer("anna"), { withheld: [4] });
  await room.letIn(seeker, anna, "take");
  await room.say(seeker, "ett");
  await room.say(seeker, "två");
  await room.say(anna, "Jag hör dig.");
  const again = sit("anna again", await room.volunteer("anna"));
  await room.letIn(seeker, again, "return");
  const forked = await createWorld({ suite: world.suite });
  await forked.publish({ expires: forked.now + 86_400_000 });
  const { directory } = forked.trust;
  const bea = sit("bea", await room.volunteer("bea", forked), { withheld: [13], directory });
  await room.letIn(seeker, bea, "join");
  world.now += 11 * 60_000;
  await room.act(again, (session) => session.rekeyIfDue());
  await room.act(seeker, (session) => session.write("tre"));
  await room.settle();
  await room.say(bea, "Hej då.");
  await room.act(bea, (session) => session.leave());
  await room.settle();
  await room.act(again, (session) => session.end());
  await room.settle();
  return { room, tabs };
}
