import { concat, u32 } from "../bytes.ts";
import {
  directContent,
  directContext,
  direct,
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
import { Room } from "../testing/room.ts";
import type { Party } from "../testing/room.ts";
import { bytes } from "../testing/world.ts";
import type { Name, World } from "../testing/world.ts";

const KINDS: Record<number, string> = {
  [TYPE.hello]: "hello",
  [TYPE.epoch]: "epoch",
  [TYPE.message]: "message",
  [TYPE.direct]: "direct",
  [TYPE.leave]: "leave",
  [TYPE.end]: "end",
  [TYPE.confirm]: "confirm",
};

interface Tab {
  who: string;
  party: Party;
}

/** A whole conversation: taken, a colleague called in, a note, a goodbye, an end; with every secret that opens it. */
export async function converse(world: World) {
  const room = new Room(world);
  const tabs: Tab[] = [];
  const sit = async (who: "seeker" | Name): Promise<Party> => {
    const party = await (who === "seeker" ? room.seeker() : room.volunteer(who));
    tabs.push({ who, party });
    return party;
  };
  const seeker = await sit("seeker");
  const anna = await sit("anna");
  await room.letIn(seeker, anna, "take");
  await room.say(seeker, "Hej, är någon där?");
  await room.say(anna, "Ja. Ta den tid du behöver.");
  await room.act(anna, (session) => session.receipt({ delivered: 4, seen: 4 }));
  await room.settle();
  const bea = await sit("bea");
  await room.settle();
  await room.letIn(seeker, bea, "join");
  await room.act(anna, (session) => session.note(bea.session.tab, "Hon vill ha det lugnt."));
  await room.act(anna, (session) => session.leave());
  await room.settle();
  await room.say(bea, "Hej, jag heter Bea.");
  await room.act(seeker, (session) => session.end());
  await room.settle();
  return { objects: await signers(room), story: await story(world, room, tabs) };
}

const rosters = (room: Room): Member[] =>
  room.log
    .filter((frame) => frame[1] === TYPE.epoch)
    .flatMap((frame) => epoch.peek(frame).core.roster);

/** One frame of each kind, with the key that signed it. */
async function signers(room: Room): Promise<[string, Uint8Array, Uint8Array?][]> {
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

async function story(world: World, room: Room, tabs: Tab[]) {
  const { jour, face, now, trust, suite } = world;
  const epochs = await openEpochs(world, room, tabs);
  const messages = await openMessages(world, room, epochs);
  const directs = await openDirects(world, room, tabs);
  return {
    conversation: room.conversation,
    jour,
    face,
    now,
    fingerprint: await suite.sha256(trust.log[0] ?? bytes(0)),
    trust,
    tabs: tabs.map(({ who, party: { session, sealSeed, signSeed } }) => ({
      who,
      tab: session.tab,
      sealSeed,
      signSeed,
    })),
    log: room.log,
    heads: await headsOf(world, room),
    epochs,
    messages,
    directs,
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

interface Opened {
  number: number;
  hash: Uint8Array;
  tag: Uint8Array;
  secret: Uint8Array;
}

async function openEpochs({ suite }: World, room: Room, tabs: Tab[]): Promise<Opened[]> {
  const opened: Opened[] = [];
  for (const frame of room.log.filter((one) => one[1] === TYPE.epoch)) {
    const { core, tag, seals } = epoch.peek(frame);
    const hash = await hashOf(suite, core, tag);
    const [first] = seals;
    const owner = tabs.find(({ party }) => party.session.tab.join() === first?.tab.join());
    if (!first || !owner) continue;
    const secret = await open(
      suite,
      owner.party.sealSeed,
      sealInfo(hash, first.tab),
      new Uint8Array(0),
      first.sealed,
    );
    opened.push({ number: core.number, hash, tag, secret });
  }
  return opened;
}

async function openMessages({ suite }: World, room: Room, epochs: Opened[]) {
  const frames = room.log
    .filter((one) => one[1] === TYPE.message)
    .map((one) => message.decode(one));
  return Promise.all(
    frames.map(async ({ epoch: number, tab, counter, sealed }) => {
      const { hash = bytes(0), secret = bytes(0) } =
        epochs.find((one) => one.number === number) ?? {};
      const key = await suite.hkdf(secret, hash, labelled(LABEL.messageKey, tab), 32);
      const nonce = concat(new Uint8Array(8), u32(counter));
      const aad = messageContext.encode({ epoch: hash, tab, counter });
      const padded = await suite.aesOpen(key, nonce, aad, sealed);
      const inner = unpad(padded);
      return {
        key,
        nonce,
        aad,
        padded,
        content: messageContent.decode(inner.slice(0, -64)),
        signature: inner.slice(-64),
      };
    }),
  );
}

async function openDirects({ suite }: World, room: Room, tabs: Tab[]) {
  const frames = room.log.filter((one) => one[1] === TYPE.direct).map((one) => direct.decode(one));
  return Promise.all(
    frames.map(async ({ from, to, id, sealed }) => {
      const owner = tabs.find(({ party }) => party.session.tab.join() === to.join());
      const context = directContext.encode({ conversation: room.conversation, from, to, id });
      const info = labelled(LABEL.direct, context);
      const padded = await open(
        suite,
        owner?.party.sealSeed ?? bytes(0),
        info,
        new Uint8Array(0),
        sealed,
      );
      return { context, padded, content: directContent.decode(unpad(padded).slice(0, -64)) };
    }),
  );
}
