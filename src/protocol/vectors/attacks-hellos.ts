import { concat } from "../bytes.ts";
import { confirm, end, epoch, hello, leave, message } from "../conversation/objects.ts";
import type { Hello } from "../conversation/objects.ts";
import { TYPE } from "../labels.ts";
import { bytes, HOUR } from "../testing/world.ts";
import { Room } from "../testing/room.ts";
import type { Attack, Stand } from "./attacks.ts";

const NOWHERE = { seq: 0, head: bytes(0) };

/** To a seeker with whom nobody is yet. */
export async function strangers(stand: Stand): Promise<Attack[]> {
  return [...(await junk(stand)), ...(await crookedHellos(stand)), ...(await early(stand))];
}

async function junk({ anna }: Stand): Promise<Attack[]> {
  const { send } = await anna.session.hello("take");
  const [genuine = bytes(0)] = send;
  const shapes: [string, Attack["refused"], Uint8Array][] = [
    ["nothing", "wrong-type", new Uint8Array(0)],
    ["one byte", "wrong-type", bytes(1, 1)],
    ["a type that is none", "wrong-type", concat(new Uint8Array([1, 0x7f]), bytes(3))],
    ["an object that is no frame", "wrong-type", hello.peek(genuine).duty],
    ["a hello of another version", "unknown-version", concat(bytes(2, 1), genuine.slice(1))],
    ["a hello and a byte", "trailing-bytes", concat(genuine, bytes(0, 1))],
    ["a hello without its last byte", "malformed", genuine.slice(0, -1)],
    [
      "one byte more than a frame may have",
      "frame-too-large",
      concat(new Uint8Array([1, TYPE.message]), bytes(0, 65_535)),
    ],
  ];
  return shapes.map(([why, refused, frame]) => ({ why, to: "seeker", refused, frames: [frame] }));
}

async function crookedHellos({ room, anna }: Stand): Promise<Attack[]> {
  const { world } = room;
  const { suite, now } = world;
  const { send } = await anna.session.hello("take");
  const genuine = hello.peek(send[0] ?? bytes(0));
  const old = await world.duty("anna", { from: now - 13 * HOUR, until: now - HOUR });
  const elsewhere = await world.duty("anna", { face: bytes(0xb2, 16) });
  const unsigned = await world.duty("anna", { signer: bytes(0x66) });
  const cases: [string, Attack["refused"], Partial<Hello>, Uint8Array?][] = [
    ["a hello to another conversation", "foreign-conversation", { conversation: bytes(0xc2, 16) }],
    ["a hello with a duty that is over", "duty-expired", { duty: old.bytes }],
    ["a hello with a duty for another face", "foreign-face", { duty: elsewhere.bytes }],
    ["a hello with a duty that somebody else signed", "bad-signature", { duty: unsigned.bytes }],
    [
      "a hello with something else than a duty",
      "wrong-type",
      { duty: room.world.log[0] ?? old.bytes },
    ],
    [
      "a hello with another's key in it",
      "bad-signature",
      { seal: await suite.xwing.publicKey(bytes(9)) },
      bytes(0x66),
    ],
    ["a hello with a key that cannot be sealed to", "bad-key", { seal: bytes(0xff, 1216) }],
  ];
  return Promise.all(
    cases.map(async ([why, refused, change, seed]): Promise<Attack> => {
      const frame = await hello.make(suite, seed ?? anna.signSeed, { ...genuine, ...change });
      return { why, to: "seeker", refused, frames: [frame] };
    }),
  );
}

/** What can only come later, and an epoch of somebody else's. */
async function early({ room, anna }: Stand): Promise<Attack[]> {
  const { suite } = room.world;
  const { conversation } = room;
  const { tab } = anna.session;
  const other = new Room(room.world);
  const rival = await other.seeker();
  const guest = await other.volunteer("anna");
  await other.letIn(rival, guest, "take");
  const [greeting = bytes(0), first = bytes(0)] = other.log;
  const { core, ...rest } = epoch.peek(first);
  const backwards = { ...core, author: guest.session.tab };
  const placed = { conversation, tab };
  const sealed = bytes(0, 528);
  const frames: [string, Attack["refused"], Attack["to"], ...Uint8Array[]][] = [
    ["an epoch of another seeker", "epoch-not-from-seeker", "seeker", greeting, first],
    [
      "a first epoch of a volunteer's",
      "epoch-not-from-seeker",
      "bea",
      greeting,
      await epoch.make(suite, guest.signSeed, { core: backwards, ...rest }),
    ],
    [
      "a message before any epoch",
      "epoch-not-next",
      "seeker",
      message.encode({ epoch: 0, tab, counter: 1, sealed }),
    ],
    [
      "a confirm of a stranger",
      "not-a-member",
      "seeker",
      await confirm.make(suite, anna.signSeed, { ...placed, epoch: bytes(1) }),
    ],
    [
      "a goodbye of a stranger",
      "not-a-member",
      "seeker",
      await leave.make(suite, anna.signSeed, { ...placed, reached: NOWHERE, counter: 0 }),
    ],
    [
      "an end by a stranger",
      "not-a-member",
      "seeker",
      await end.make(suite, anna.signSeed, { ...placed, reached: NOWHERE, counters: [] }),
    ],
  ];
  return frames.map(([why, refused, to, ...given]) => ({ why, to, refused, frames: given }));
}

/** To two who talk: newcomers, and epochs and goodbyes in others' names. */
export async function greetings({ room, seeker, anna }: Stand): Promise<Attack[]> {
  const { suite } = room.world;
  const { conversation } = room;
  const placed = (tab: Uint8Array) => ({ conversation, tab });
  const [greeting = bytes(0), epoch0 = bytes(0)] = room.log;
  const wrong = bytes(0x66);
  const hers = placed(anna.session.tab);
  const goodbye = { ...hers, reached: NOWHERE, counter: 0 };
  const over = { ...placed(seeker.session.tab), reached: NOWHERE, counters: [] };
  const frames: [string, Attack["refused"], Attack["to"], Uint8Array][] = [
    ["a hello again", "duplicate-tab", "seeker", greeting],
    ["the first epoch again", "late-epoch", "anna", epoch0],
    [
      "a confirm in another's name",
      "bad-signature",
      "seeker",
      await confirm.make(suite, wrong, { ...hers, epoch: bytes(1) }),
    ],
    [
      "a confirm of an epoch that never was",
      "epoch-not-next",
      "seeker",
      await confirm.make(suite, anna.signSeed, { ...hers, epoch: bytes(1) }),
    ],
    [
      "a confirm for another conversation",
      "foreign-conversation",
      "seeker",
      await confirm.make(suite, anna.signSeed, {
        ...hers,
        conversation: wrong.slice(16),
        epoch: bytes(1),
      }),
    ],
    [
      "a goodbye in another's name",
      "bad-signature",
      "seeker",
      await leave.make(suite, wrong, goodbye),
    ],
    [
      "a goodbye of the seeker",
      "not-a-member",
      "anna",
      await leave.make(suite, seeker.signSeed, { ...goodbye, tab: seeker.session.tab }),
    ],
    ["an end in another's name", "bad-signature", "anna", await end.make(suite, wrong, over)],
    [
      "an end of another conversation",
      "foreign-conversation",
      "anna",
      await end.make(suite, seeker.signSeed, { ...over, conversation: wrong.slice(16) }),
    ],
  ];
  return frames.map(([why, refused, to, frame]) => ({ why, to, refused, frames: [frame] }));
}
