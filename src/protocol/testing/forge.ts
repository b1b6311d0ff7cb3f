import { concat, u32 } from "../bytes.ts";
import { signInside } from "../conversation/inside.ts";
import {
  direct,
  directContent,
  directContext,
  epoch,
  message,
  messageContent,
  messageContext,
} from "../conversation/objects.ts";
import type { Content, Epoch, Member } from "../conversation/objects.ts";
import { hashOf, sealInfo, tagOf } from "../conversation/propose.ts";
import { open, seal } from "../hpke.ts";
import { LABEL, labelled, TYPE } from "../labels.ts";
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

export type Letter = Parameters<typeof directContent.encode>[0];

/** A direct frame as a member with these keys could make it. */
export async function letterOf(
  { world: { suite }, conversation }: Room,
  from: Party,
  to: Party,
  letter: Letter,
  change: { signSeed?: Uint8Array; conversation?: Uint8Array } = {},
): Promise<Uint8Array> {
  const ids = { from: from.session.tab, to: to.session.tab, id: suite.random(16) };
  const context = directContext.encode({ conversation, ...change, ...ids });
  const seed = change.signSeed ?? from.signSeed;
  const content = directContent.encode(letter);
  const inside = await signInside(suite, LABEL.direct, seed, context, content);
  const key = await suite.xwing.publicKey(to.sealSeed);
  const sealed = await seal(suite, key, labelled(LABEL.direct, context), new Uint8Array(0), inside);
  return direct.encode({ ...ids, sealed });
}

/** What somebody who holds the key of the epoch can send in anybody's name, with any content and padding. */
export async function messageOf(
  room: Room,
  holder: Party,
  author: Party,
  counter: number,
  lie: { signSeed?: Uint8Array; content?: Uint8Array; padded?: (right: Uint8Array) => Uint8Array },
): Promise<Uint8Array> {
  const { suite } = room.world;
  const { core, tag, seals } = current(room);
  const hash = await hashOf(suite, core, tag);
  const mine = seals.find(({ tab }) => tab.join() === holder.session.tab.join());
  const info = sealInfo(hash, holder.session.tab);
  const nothing = new Uint8Array(0);
  const secret = await open(suite, holder.sealSeed, info, nothing, mine?.sealed ?? nothing);
  const { tab } = author.session;
  const key = await suite.hkdf(secret, hash, labelled(LABEL.messageKey, tab), 32);
  const aad = messageContext.encode({ epoch: hash, tab, counter });
  const content = lie.content ?? messageContent.encode(said());
  const seed = lie.signSeed ?? author.signSeed;
  const inside = await signInside(suite, LABEL.message, seed, aad, content);
  const nonce = concat(new Uint8Array(8), u32(counter));
  const sealed = await suite.aesSeal(key, nonce, aad, lie.padded?.(inside) ?? inside);
  return message.encode({ epoch: core.number, tab, counter, sealed });
}

/** Words of somebody who has seen nothing yet. */
export const said = (change: Partial<Content> = {}): Content => ({
  kind: "text",
  id: bytes(1, 16),
  directory: { version: 0, hash: bytes(0) },
  reached: { seq: 0, head: bytes(0) },
  counters: [],
  text: "gömt",
  delivered: 0,
  seen: 0,
  ...change,
});
