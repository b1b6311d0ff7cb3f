import { concat, u32 } from "../bytes.ts";
import {
  direct,
  directContent,
  directContext,
  epoch,
  message,
  messageContent,
  messageContext,
} from "../conversation/objects.ts";
import type { Member } from "../conversation/objects.ts";
import { unpad } from "../pad.ts";
import { hashOf, sealInfo } from "../conversation/propose.ts";
import { open } from "../hpke.ts";
import { LABEL, labelled, TYPE } from "../labels.ts";
import type { Room } from "../testing/room.ts";
import { bytes } from "../testing/world.ts";
import type { World } from "../testing/world.ts";
import type { Scene, Tab } from "./scenes.ts";

const KINDS: Record<number, string> = {
  [TYPE.hello]: "hello",
  [TYPE.epoch]: "epoch",
  [TYPE.message]: "message",
  [TYPE.direct]: "direct",
  [TYPE.leave]: "leave",
  [TYPE.end]: "end",
  [TYPE.confirm]: "confirm",
};

const NOTHING = new Uint8Array(0);

const rosters = (room: Room): Member[] =>
  room.log
    .filter((frame) => frame[1] === TYPE.epoch)
    .flatMap((frame) => epoch.peek(frame).core.roster);

/** One frame of each kind, with the key that signed it. */
export async function frames({ room }: Scene): Promise<[string, Uint8Array, Uint8Array?][]> {
  const members = rosters(room);
  return Object.entries(KINDS).map(([type, kind]) => {
    const frame = room.log.find((one) => one[1] === Number(type)) ?? bytes(0);
    if (kind === "message" || kind === "direct") return [kind, frame];
    // The author's tab stands somewhere in the frame as it is: search for it rather than read it.
    const text = frame.join();
    const before = (tab: Uint8Array) => text.indexOf(tab.join());
    const found = members
      .filter(({ tab }) => before(tab) >= 0)
      .toSorted((a, b) => before(a.tab) - before(b.tab));
    return [kind, frame, found[0]?.key ?? bytes(0)];
  });
}

/** A conversation with every secret that opens it, what lies inside, and what each tab told of it. */
export async function story(title: string, world: World, { room, tabs }: Scene) {
  const { jour, face, now, trust, suite } = world;
  const epochs = await openEpochs(world, room, tabs);
  return {
    title,
    conversation: room.conversation,
    jour,
    face,
    now,
    fingerprint: await suite.sha256(trust.log[0] ?? bytes(0)),
    trust,
    tabs: tabs.map(({ who, party: { session, sealSeed, signSeed }, ...given }) => ({
      who,
      tab: session.tab,
      sealSeed,
      signSeed,
      ...given,
    })),
    log: room.log,
    heads: await headsOf(world, room),
    epochs,
    messages: await openMessages(world, room, epochs),
    directs: await openDirects(world, room, tabs),
    told: tabs.map(({ who, party }) => ({ who, events: party.events })),
  };
}

/** After each frame, in the order of the log. */
async function headsOf({ suite }: World, room: Room): Promise<Uint8Array[]> {
  const heads: Uint8Array[] = [];
  for (const [at, frame] of room.log.entries()) {
    const before = heads.at(-1) ?? bytes(0);
    heads.push(await suite.sha256(labelled(LABEL.log, before, u32(at + 1), frame)));
  }
  return heads;
}

/** Frames of one type with their numbers. */
const numbered = (room: Room, type: number): [number, Uint8Array][] =>
  [...room.log.entries()]
    .filter(([, frame]) => frame[1] === type)
    .map(([at, frame]) => [at + 1, frame]);

interface Opened {
  seq: number;
  number: number;
  hash: Uint8Array;
  tag: Uint8Array;
  secret: Uint8Array;
}

async function openEpochs({ suite }: World, room: Room, tabs: Tab[]): Promise<Opened[]> {
  const opened: Opened[] = [];
  for (const [seq, frame] of numbered(room, TYPE.epoch)) {
    const { core, tag, seals } = epoch.peek(frame);
    const hash = await hashOf(suite, core, tag);
    const [one] = seals;
    const owner = tabs.find(({ party }) => party.session.tab.join() === one?.tab.join());
    if (!one || !owner) continue;
    const info = sealInfo(hash, one.tab);
    const secret = await open(suite, owner.party.sealSeed, info, NOTHING, one.sealed);
    opened.push({ seq, number: core.number, hash, tag, secret });
  }
  return opened;
}

async function openMessages({ suite }: World, room: Room, epochs: Opened[]) {
  return Promise.all(
    numbered(room, TYPE.message).map(async ([seq, frame]) => {
      const { epoch: number, tab, counter, sealed } = message.decode(frame);
      const { hash = bytes(0), secret = bytes(0) } =
        epochs.find((one) => one.number === number) ?? {};
      const key = await suite.hkdf(secret, hash, labelled(LABEL.messageKey, tab), 32);
      const nonce = concat(new Uint8Array(8), u32(counter));
      const aad = messageContext.encode({ epoch: hash, tab, counter });
      const padded = await suite.aesOpen(key, nonce, aad, sealed);
      const inner = unpad(padded);
      const content = messageContent.decode(inner.slice(0, -64));
      return { seq, key, nonce, aad, padded, content, signature: inner.slice(-64) };
    }),
  );
}

async function openDirects({ suite }: World, room: Room, tabs: Tab[]) {
  return Promise.all(
    numbered(room, TYPE.direct).map(async ([seq, frame]) => {
      const { from, to, id, sealed } = direct.decode(frame);
      const owner = tabs.find(({ party }) => party.session.tab.join() === to.join());
      const context = directContext.encode({ conversation: room.conversation, from, to, id });
      const info = labelled(LABEL.direct, context);
      const seed = owner?.party.sealSeed ?? bytes(0);
      const padded = await open(suite, seed, info, NOTHING, sealed);
      const inner = unpad(padded);
      const content = directContent.decode(inner.slice(0, -64));
      return { seq, context, padded, content, signature: inner.slice(-64) };
    }),
  );
}
