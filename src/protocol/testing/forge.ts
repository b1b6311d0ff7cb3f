import { epoch } from "../conversation/objects.ts";
import type { Epoch, Member } from "../conversation/objects.ts";
import { hashOf, sealInfo, tagOf } from "../conversation/propose.ts";
import { seal } from "../hpke.ts";
import { TYPE } from "../labels.ts";
import type { Party, Room } from "./room.ts";
import { bytes } from "./world.ts";

export interface Lie {
  tag?: Uint8Array;
  sealTo?: Party[];
  number?: number;
}

const current = (room: Room): Epoch =>
  epoch.peek(room.log.findLast((payload) => payload[1] === TYPE.epoch) ?? bytes(0));

/** The next epoch of a dishonest member: rightly signed, with the roster that she would like. */
export async function nextEpoch(
  room: Room,
  author: Party,
  change: (roster: Member[]) => Member[],
  lie: Lie = {},
): Promise<Uint8Array> {
  const { core: before, tag: old } = current(room);
  const { suite } = room.world;
  const core = {
    ...before,
    number: lie.number ?? before.number + 1,
    previous: await hashOf(suite, before, old),
    author: author.session.tab,
    roster: change(before.roster),
  };
  const tag = lie.tag ?? (await tagOf(suite, bytes(0x55), core));
  const hash = await hashOf(suite, core, tag);
  const receivers = (lie.sealTo ?? room.parties).map(({ session }) => session.tab.join());
  const seals = await Promise.all(
    core.roster
      .filter(({ tab }) => receivers.includes(tab.join()))
      .map(async ({ tab, seal: key }) => ({
        tab,
        sealed: await seal(suite, key, sealInfo(hash, tab), new Uint8Array(0), bytes(0x55)),
      })),
  );
  return epoch.make(suite, author.signSeed, { core, tag, seals });
}
