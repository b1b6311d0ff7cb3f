import { concat } from "../bytes.ts";
import { confirm, end, epoch, hello, leave, message } from "../conversation/objects.ts";
import type { Hello } from "../conversation/objects.ts";
import { TYPE } from "../labels.ts";
import type { RefusalCode } from "../refusal.ts";
import { Room } from "../testing/room.ts";
import { bytes, HOUR } from "../testing/world.ts";
import type { Attack, Stand, Who } from "./attacks.ts";

type Row = [string, RefusalCode, Who, ...Uint8Array[]];
const attack = ([why, refused, to, ...frames]: Row): Attack => ({ why, to, refused, frames });

const wrong = bytes(0x66);
const elsewhere = { conversation: bytes(0xc2, 16) };
const nowhere = { reached: { seq: 0, head: bytes(0) } };

/** To a seeker with whom nobody is yet. */
export async function strangers(stand: Stand): Promise<Attack[]> {
  const { anna } = stand;
  const { send } = await anna.session.hello("take");
  const [genuine = bytes(0)] = send;
  const rows = [junk(genuine), await crookedHellos(stand, genuine), await early(stand)];
  return [...rows.flat(), ...(await rivals(stand))].map(attack);
}

const junk = (genuine: Uint8Array): Row[] => [
  ["nothing", "wrong-type", "seeker", new Uint8Array(0)],
  ["one byte", "wrong-type", "seeker", bytes(1, 1)],
  ["a type that is none", "wrong-type", "seeker", concat(new Uint8Array([1, 0x7f]), bytes(3))],
  ["an object that is no frame", "wrong-type", "seeker", hello.peek(genuine).duty],
  ["a later version", "unknown-version", "seeker", concat(bytes(2, 1), genuine.slice(1))],
  ["a hello and a byte", "trailing-bytes", "seeker", concat(genuine, bytes(0, 1))],
  ["a hello without its last byte", "malformed", "seeker", genuine.slice(0, -1)],
  [
    "a byte more than a frame may have",
    "frame-too-large",
    "seeker",
    concat(new Uint8Array([1, TYPE.message]), bytes(0, 65_535)),
  ],
];

async function crookedHellos(stand: Stand, genuine: Uint8Array): Promise<Row[]> {
  const { world } = stand.room;
  const { suite, now, log } = world;
  const duty = async (change: Parameters<typeof world.duty>[1]) => ({
    duty: (await world.duty("anna", change)).bytes,
  });
  const over = { from: now - 13 * HOUR, until: now - HOUR };
  const anothers = { seal: await suite.xwing.publicKey(bytes(9)) };
  const cases: [string, RefusalCode, Partial<Hello>, Uint8Array?][] = [
    ["to another conversation", "foreign-conversation", elsewhere],
    ["with a duty that is over", "duty-expired", await duty(over)],
    ["with a duty for another face", "foreign-face", await duty({ face: bytes(0xb2, 16) })],
    ["with a duty by somebody else", "bad-signature", await duty({ signer: wrong })],
    ["with something else than a duty", "wrong-type", { duty: log[0] ?? wrong }],
    ["with another's key in it", "bad-signature", anothers, wrong],
    ["with a key that cannot be sealed to", "bad-key", { seal: bytes(0xff, 1216) }],
  ];
  return Promise.all(
    cases.map(async ([why, refused, change, seed = stand.anna.signSeed]): Promise<Row> => {
      const frame = await hello.make(suite, seed, { ...hello.peek(genuine), ...change });
      return [`a hello ${why}`, refused, "seeker", frame];
    }),
  );
}

/** What can only come later. */
async function early({ room, anna }: Stand): Promise<Row[]> {
  const { suite } = room.world;
  const seed = anna.signSeed;
  const placed = { conversation: room.conversation, tab: anna.session.tab };
  const words = { epoch: 0, tab: placed.tab, counter: 1, sealed: bytes(0, 528) };
  const confirmed = await confirm.make(suite, seed, { ...placed, epoch: bytes(1) });
  const goodbye = await leave.make(suite, seed, { ...placed, ...nowhere, counter: 0 });
  const over = await end.make(suite, seed, { ...placed, ...nowhere, counters: [] });
  return [
    ["a message before any epoch", "epoch-not-next", "seeker", message.encode(words)],
    ["a confirm of a stranger", "not-a-member", "seeker", confirmed],
    ["a goodbye of a stranger", "not-a-member", "seeker", goodbye],
    ["an end by a stranger", "not-a-member", "seeker", over],
  ];
}

/** First epochs that are not the seeker's. */
async function rivals({ room }: Stand): Promise<Row[]> {
  const other = new Room(room.world);
  const rival = await other.seeker();
  const guest = await other.volunteer("anna");
  await other.letIn(rival, guest, "take");
  const [greeting = bytes(0), first = bytes(0)] = other.log;
  const { core, ...rest } = epoch.peek(first);
  const backwards = { core: { ...core, author: guest.session.tab }, ...rest };
  const hers = await epoch.make(room.world.suite, guest.signSeed, backwards);
  return [
    ["a first epoch of another seeker", "epoch-not-from-seeker", "seeker", greeting, first],
    ["a first epoch of a volunteer's", "epoch-not-from-seeker", "bea", greeting, hers],
  ];
}

/** To two who talk: frames again, and confirms, goodbyes and ends in others' names. */
export async function greetings({ room, seeker, anna }: Stand): Promise<Attack[]> {
  const { suite } = room.world;
  const { conversation } = room;
  const [greeting = bytes(0), epoch0 = bytes(0)] = room.log;
  const vouch = { conversation, tab: anna.session.tab, epoch: bytes(1) };
  const goodbye = { conversation, tab: anna.session.tab, ...nowhere, counter: 0 };
  const over = { conversation, tab: seeker.session.tab, ...nowhere, counters: [] };
  const confirms = (seed: Uint8Array, change = {}) =>
    confirm.make(suite, seed, { ...vouch, ...change });
  const ends = (seed: Uint8Array, change = {}) => end.make(suite, seed, { ...over, ...change });
  const parting = { ...goodbye, tab: seeker.session.tab };
  const [mine, hers] = [seeker.signSeed, anna.signSeed];
  const rows: Row[] = [
    ["a hello again", "duplicate-tab", "seeker", greeting],
    ["the first epoch again", "late-epoch", "anna", epoch0],
    ["a confirm in another's name", "bad-signature", "seeker", await confirms(wrong)],
    ["a confirm of no epoch", "epoch-not-next", "seeker", await confirms(hers)],
    ["a confirm elsewhere", "foreign-conversation", "seeker", await confirms(hers, elsewhere)],
    ["a forged goodbye", "bad-signature", "seeker", await leave.make(suite, wrong, goodbye)],
    ["a goodbye of the seeker", "not-a-member", "anna", await leave.make(suite, mine, parting)],
    ["an end in another's name", "bad-signature", "anna", await ends(wrong)],
    ["an end elsewhere", "foreign-conversation", "anna", await ends(mine, elsewhere)],
  ];
  return rows.map(attack);
}
