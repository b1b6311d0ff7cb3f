import { concat, utf8 } from "../bytes.ts";
import { direct, message, messageContent, transcript } from "../conversation/objects.ts";
import type { Line } from "../conversation/objects.ts";
import { TYPE } from "../labels.ts";
import type { RefusalCode } from "../refusal.ts";
import { letterOf, messageOf, said } from "../testing/forge.ts";
import type { Letter } from "../testing/forge.ts";
import type { Party } from "../testing/room.ts";
import { bytes } from "../testing/world.ts";
import type { Attack, Stand, Who } from "./attacks.ts";
import { flip } from "./blocks.ts";

type Row = [string, RefusalCode, Uint8Array];
const to =
  (who: Who) =>
  ([why, refused, frame]: Row): Attack => ({ why, to: who, refused, frames: [frame] });

/** Messages to Anna. */
export async function words(stand: Stand): Promise<Attack[]> {
  return [...(await moved(stand)), ...(await misshapen(stand))].map(to("anna"));
}

async function moved({ room, seeker }: Stand): Promise<Row[]> {
  const { send } = await seeker.session.write("hemligt");
  const [frame = bytes(0)] = send;
  const value = message.decode(frame);
  const as = (change: Partial<typeof value>) => message.encode({ ...value, ...change });
  const shown = room.log.find((one) => one[1] === TYPE.message) ?? frame;
  return [
    ["a message with a bit of its tag", "cannot-open", flip(frame, frame.length - 1)],
    ["a message with another counter", "cannot-open", as({ counter: 3 })],
    ["a message of the next epoch", "epoch-not-next", as({ epoch: 1 })],
    ["a message of a stranger", "not-a-member", as({ tab: bytes(0x67, 16) })],
    ["a message again", "replayed", shown],
    ["a message with the counter 0", "replayed", as({ counter: 0 })],
  ];
}

/** By one who holds the epoch's secret: in another's name, and of a shape that no honest tab gives them. */
async function misshapen({ room, seeker, anna }: Stand): Promise<Row[]> {
  const forge = (lie: Parameters<typeof messageOf>[4]) => messageOf(room, anna, seeker, 2, lie);
  const content = messageContent.encode(said());
  const larger = (right: Uint8Array) => concat(right, bytes(0, 512));
  const marked = (right: Uint8Array) => flip(right, 511);
  const kindless = concat(content.slice(0, 2), bytes(3, 1), content.slice(3));
  return [
    ["a message in another's name", "bad-signature", await forge({ signSeed: anna.signSeed })],
    ["a message in a larger bucket", "not-canonical", await forge({ padded: larger })],
    ["a message with padding that is not zero", "not-canonical", await forge({ padded: marked })],
    ["a message with another object", "wrong-type", await forge({ content: flip(content, 1) })],
    ["a message of version 0", "unknown-version", await forge({ content: flip(content, 0) })],
    ["a message of no kind", "malformed", await forge({ content: kindless })],
    [
      "a message with a byte behind its content",
      "trailing-bytes",
      await forge({ content: concat(content, bytes(0, 1)) }),
    ],
  ];
}

const note = (body: Uint8Array): Letter => ({ kind: "note", part: 1, parts: 1, body });

const told = (part: number, parts: number, ...places: number[]): Letter => ({
  kind: "transcript",
  part,
  parts,
  body: transcript.encode(
    places.map((seq): Line => ({
      id: bytes(seq, 16),
      tab: bytes(1, 16),
      role: "seeker",
      key: bytes(1),
      alias: "",
      seq,
      text: "förr",
    })),
  ),
});

/** Directs to Bea, who has read a transcript of one part and a note, and to Anna, who has read none. */
export async function directs(stand: Stand): Promise<Attack[]> {
  const { room, seeker, anna } = stand;
  const early: Row[] = [
    [
      "a transcript of what is not said yet",
      "malformed",
      await letterOf(room, seeker, anna, told(1, 1, 99)),
    ],
    ["a transcript in disorder", "malformed", await letterOf(room, seeker, anna, told(1, 1, 2, 1))],
  ];
  const rows = [...(await notes(stand)), ...(await transcripts(stand))];
  return [...rows.map(to("bea")), ...early.map(to("anna"))];
}

async function notes({ room, seeker, anna, bea }: Stand): Promise<Row[]> {
  const genuine = await letterOf(room, anna, bea, note(utf8("hej")));
  const value = direct.decode(genuine);
  const as = (change: Partial<typeof value>) => direct.encode({ ...value, ...change });
  const write = (body: Uint8Array, change = {}) => letterOf(room, anna, bea, note(body), change);
  const x = utf8("x");
  const shown = room.log.findLast((one) => one[1] === TYPE.direct) ?? genuine;
  return [
    ["a direct again", "replayed", shown],
    ["a direct from a stranger", "not-a-member", as({ from: bytes(9, 16) })],
    ["a direct under another's name", "cannot-open", as({ from: seeker.session.tab })],
    ["a direct with another id", "cannot-open", as({ id: bytes(9, 16) })],
    [
      "a direct of another conversation",
      "cannot-open",
      await write(x, { conversation: bytes(0xc2, 16) }),
    ],
    ["a note in another's name", "bad-signature", await write(x, { signSeed: bytes(0x66) })],
    ["a note of the seeker's", "wrong-role", await letterOf(room, seeker, bea, note(x))],
    ["a note that is no UTF-8", "malformed", await write(bytes(0xff, 1))],
    ["a note of 4,097 bytes", "malformed", await write(bytes(0x78, 4097))],
  ];
}

async function transcripts({ room, seeker, anna, bea }: Stand): Promise<Row[]> {
  const tell = (letter: Letter) => letterOf(room, seeker, bea, letter);
  const foreign = { ...told(2, 2), body: room.log[0]?.slice(0, 100) ?? bytes(0) };
  const ofAnna = await letterOf(room, anna, bea, told(2, 2, 1));
  return [
    ["a transcript of a volunteer's", "wrong-role", ofAnna],
    ["a part that was told already", "replayed", await tell(told(1, 1, 1))],
    ["a part more than there are", "malformed", await tell(told(2, 1, 1))],
    ["a part of another number of parts", "malformed", await tell(told(2, 2, 1))],
    ["a transcript that is something else", "wrong-type", await tell(foreign)],
  ];
}

/** To Bea, who has asked to come in. */
export async function waiting({ room, anna, bea }: Stand): Promise<Attack[]> {
  const frame = await letterOf(room, anna, bea, note(utf8("x")));
  return [to("bea")(["a direct before she is in", "no-epoch", frame])];
}

/** Looks like a word of theirs; anybody can make it. */
const nobodys = (party: Party, epoch: number, counter: number): Uint8Array =>
  message.encode({ epoch, tab: party.session.tab, counter, sealed: bytes(7, 600) });

/** To Bea, before and while she is let in: numbers that nobody has signed take nothing from a true word. */
export async function watched({ room, seeker, anna, bea }: Stand): Promise<Attack[]> {
  const frames: Uint8Array[] = [];
  const put = async (...payloads: Uint8Array[]): Promise<void> => {
    for (const payload of payloads) {
      frames.push(payload);
      const seq = room.log.length + frames.length;
      const { send } = await seeker.session.receive({ seq, payload });
      await put(...send);
    }
  };
  await put(nobodys(seeker, 0, 2 ** 31));
  const { send } = await seeker.session.admit(bea.session.tab);
  await put(nobodys(anna, 0, 3), nobodys(anna, 0, 2 ** 31), ...send);
  const word = await seeker.session.write("Hör du mig?");
  await put(...word.send, ...word.send);
  const why = "the first word of hers after numbers that nobody has signed, again";
  return [{ why, to: "bea", refused: "replayed", frames }];
}

/** To Bea, who cannot know that nothing is missing: a word in the seeker's name could not be opened. */
export async function refusedWord({ room, seeker }: Stand): Promise<Attack[]> {
  const word = nobodys(seeker, 2, 2);
  await seeker.session.receive({ seq: room.log.length + 1, payload: word });
  const { send } = await seeker.session.end();
  const frames = [word, ...send, ...send];
  return [{ why: "an end after a refused word, again", to: "bea", refused: "ended", frames }];
}

async function left({ room, anna, bea }: Stand): Promise<Attack[]> {
  const goodbye = room.log.find((one) => one[1] === TYPE.leave) ?? bytes(0);
  const rows: Row[] = [
    ["a message of who has left", "not-a-member", await messageOf(room, bea, anna, 3, {})],
    ["a goodbye again", "not-a-member", goodbye],
    ["a note of who has left", "not-a-member", await letterOf(room, anna, bea, note(utf8("x")))],
  ];
  return rows.map(to("bea"));
}

async function ended({ room }: Stand): Promise<Attack[]> {
  const frame = room.log.findLast((one) => one[1] === TYPE.message) ?? bytes(0);
  return [to("bea")(["a message after the end", "ended", frame])];
}

export const afterwards = { left, ended };
