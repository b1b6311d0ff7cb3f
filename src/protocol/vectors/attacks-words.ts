import { concat, utf8 } from "../bytes.ts";
import { direct, message, messageContent, transcript } from "../conversation/objects.ts";
import type { Line } from "../conversation/objects.ts";
import { TYPE } from "../labels.ts";
import type { RefusalCode } from "../refusal.ts";
import { letterOf, messageOf, said } from "../testing/forge.ts";
import type { Letter } from "../testing/forge.ts";
import { bytes } from "../testing/world.ts";
import type { Attack, Stand } from "./attacks.ts";
import { flip } from "./blocks.ts";

type Row = [string, RefusalCode, Uint8Array];
const to =
  (who: Attack["to"]) =>
  ([why, refused, frame]: Row): Attack => ({ why, to: who, refused, frames: [frame] });

/** Messages to Anna: moved, altered, in the wrong name, of a shape that no honest tab gives them. */
export async function words(stand: Stand): Promise<Attack[]> {
  const { room, seeker, anna } = stand;
  const { send } = await seeker.session.write("hemligt");
  const [frame = bytes(0)] = send;
  const value = message.decode(frame);
  const moved = (change: Partial<typeof value>) => message.encode({ ...value, ...change });
  const shown = room.log.find((one) => one[1] === TYPE.message) ?? frame;
  const forge = (lie: Parameters<typeof messageOf>[4]) => messageOf(room, anna, seeker, 2, lie);
  const content = messageContent.encode(said());
  const rows: Row[] = [
    ["a message with a bit of its tag", "cannot-open", flip(frame, frame.length - 1)],
    ["a message with another counter", "cannot-open", moved({ counter: 3 })],
    ["a message of the next epoch", "epoch-not-next", moved({ epoch: 1 })],
    ["a message of a stranger", "not-a-member", moved({ tab: bytes(0x67, 16) })],
    ["a message again", "replayed", shown],
    ["a message with the counter 0", "replayed", moved({ counter: 0 })],
    [
      "a message that the reader wrote in the seeker's name",
      "bad-signature",
      await forge({ signSeed: anna.signSeed }),
    ],
    [
      "a message in a larger bucket",
      "not-canonical",
      await forge({ padded: (right) => concat(right, bytes(0, 512)) }),
    ],
    [
      "a message with something behind it",
      "not-canonical",
      await forge({ padded: (right) => flip(right, 511) }),
    ],
    [
      "a message with another object inside",
      "wrong-type",
      await forge({ content: flip(content, 1) }),
    ],
    [
      "a message of a later version inside",
      "unknown-version",
      await forge({ content: flip(content, 0) }),
    ],
    [
      "a message of no kind",
      "malformed",
      await forge({ content: concat(content.slice(0, 2), bytes(3, 1), content.slice(3)) }),
    ],
    [
      "a message with a byte behind its content",
      "trailing-bytes",
      await forge({ content: concat(content, bytes(0, 1)) }),
    ],
  ];
  return rows.map(to("anna"));
}

const line = (seq: number, text = "förr"): Line => ({
  id: bytes(seq, 16),
  tab: bytes(1, 16),
  role: "seeker",
  key: bytes(1),
  alias: "",
  seq,
  text,
});

/** Directs to Bea, who has read a transcript of one part and a note. */
export async function directs({ room, seeker, anna, bea }: Stand): Promise<Attack[]> {
  const note = (body: Uint8Array): Letter => ({ kind: "note", part: 1, parts: 1, body });
  const told = (part: number, parts: number, ...lines: Line[]): Letter => ({
    kind: "transcript",
    part,
    parts,
    body: transcript.encode(lines),
  });
  const genuine = await letterOf(room, anna, bea, note(utf8("hej")));
  const value = direct.decode(genuine);
  const moved = (change: Partial<typeof value>) => direct.encode({ ...value, ...change });
  const elsewhere = { conversation: bytes(0xc2, 16) };
  const rows: Row[] = [
    ["a direct again", "replayed", room.log.findLast((one) => one[1] === TYPE.direct) ?? genuine],
    ["a direct from a stranger", "not-a-member", moved({ from: bytes(9, 16) })],
    ["a direct under another's name", "cannot-open", moved({ from: seeker.session.tab })],
    ["a direct with another id", "cannot-open", moved({ id: bytes(9, 16) })],
    [
      "a direct of another conversation",
      "cannot-open",
      await letterOf(room, anna, bea, note(utf8("hej")), elsewhere),
    ],
    [
      "a note in another's name",
      "bad-signature",
      await letterOf(room, anna, bea, note(utf8("x")), { signSeed: bytes(0x66) }),
    ],
    ["a note of the seeker's", "wrong-role", await letterOf(room, seeker, bea, note(utf8("x")))],
    ["a note that is no UTF-8", "malformed", await letterOf(room, anna, bea, note(bytes(0xff, 1)))],
    [
      "a note of 4,097 bytes",
      "malformed",
      await letterOf(room, anna, bea, note(bytes(0x78, 4097))),
    ],
    [
      "a transcript of a volunteer's",
      "wrong-role",
      await letterOf(room, anna, bea, told(2, 2, line(1))),
    ],
    [
      "a part that was told already",
      "replayed",
      await letterOf(room, seeker, bea, told(1, 1, line(1))),
    ],
    [
      "a part more than there are",
      "malformed",
      await letterOf(room, seeker, bea, told(2, 1, line(1))),
    ],
    [
      "a part of another number of parts",
      "malformed",
      await letterOf(room, seeker, bea, told(2, 2, line(1))),
    ],
    [
      "a transcript that is none",
      "wrong-type",
      await letterOf(room, seeker, bea, { ...told(2, 2), body: genuine }),
    ],
  ];
  const early: Row[] = [
    [
      "a transcript of what is not said yet",
      "malformed",
      await letterOf(room, seeker, anna, told(1, 1, line(99))),
    ],
    [
      "a transcript in disorder",
      "malformed",
      await letterOf(room, seeker, anna, told(1, 1, line(2), line(1))),
    ],
  ];
  return [...rows.map(to("bea")), ...early.map(to("anna"))];
}

async function left({ room, anna, bea }: Stand): Promise<Attack[]> {
  const hers = await messageOf(room, bea, anna, 3, {});
  const goodbye = room.log.find((one) => one[1] === TYPE.leave) ?? bytes(0);
  const note = await letterOf(room, anna, bea, {
    kind: "note",
    part: 1,
    parts: 1,
    body: utf8("x"),
  });
  const rows: Row[] = [
    ["a message of who has left", "not-a-member", hers],
    ["a goodbye again", "not-a-member", goodbye],
    ["a note of who has left", "not-a-member", note],
  ];
  return rows.map(to("bea"));
}

async function ended({ room }: Stand): Promise<Attack[]> {
  const frame = room.log.findLast((one) => one[1] === TYPE.message) ?? bytes(0);
  return [to("bea")(["a message after the end", "ended", frame])];
}

export const afterwards = { left, ended };
