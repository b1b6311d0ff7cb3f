import { concat } from "../bytes.ts";
import { sealBox } from "../letters/box.ts";
import { LABEL } from "../letters/labels.ts";
import { letter, letterContent, letterHeader } from "../letters/objects.ts";
import type { LetterBody } from "../letters/objects.ts";
import { readMailbox } from "../letters/read.ts";
import type { Reader } from "../letters/read.ts";
import { verifyTeamKey } from "../letters/team-key.ts";
import type { VerifiedTeamKey } from "../letters/team-key.ts";
import { bytes, DAY } from "../testing/world.ts";
import { verifyTrust } from "../trust/verify.ts";
import { flip } from "./blocks.ts";
import { nameDelegate } from "./letters-keys.ts";
import { compose, keyOf, readerOf } from "./letters-mail.ts";
import type { Box } from "./letters-mail.ts";

/** A letter of the story by its place, one in which the lowest bit of a byte is another, or another one. */
type Given = number | { of: number; byte: number } | { letter: Uint8Array };

interface Attack {
  why: string;
  side: Reader["side"];
  letters: Given[];
  /** Told in place of a story's own. */
  mailbox?: Uint8Array;
  sealSeed?: Uint8Array;
  log?: Uint8Array[];
  without?: "seeds";
}

const all = [0, 1, 2, 3];

/** What the server gives in place of the letters of the first story, and what she or the team is then told. */
export async function attacks(box: Box, other: Box) {
  const [believed, forged] = [await served(box, other), await written(box)];
  const before = await verified(box);
  const revoked = await revokedFor(box);
  const { world } = box;
  world.delegate = bytes(0x2f);
  await world.revoke(await world.suite.ed25519.publicKey(bytes(0x21)));
  await nameDelegate(world, world.delegate, world.now + 80 * DAY);
  await world.publish();
  const after = await verified(box);
  const log = world.log.slice();
  return [
    ...(await Promise.all([...believed, ...forged].map((one) => told(box, before, one)))),
    ...(await Promise.all(revoked.map((one) => told(box, after, { ...one, log })))),
  ];
}

async function verified({ world, keys }: Box): Promise<VerifiedTeamKey[]> {
  const { suite, jour, now } = world;
  const trust = await verifyTrust(suite, world.trust, { jour, now });
  if (!trust.ok) throw new Error(trust.code);
  const read = keys.map(async ({ statement }) => {
    const known = await verifyTeamKey(suite, statement, trust.value, { jour, team: "letters" });
    return known.ok ? [known.value] : [];
  });
  return (await Promise.all(read)).flat();
}

async function told(box: Box, teamKeys: VerifiedTeamKey[], attack: Attack) {
  const { side, letters, mailbox = box.mailbox, sealSeed, without } = attack;
  const own = readerOf(box, side);
  const reader: Reader =
    own.side === "seeker"
      ? { ...own, seal: sealSeed ?? own.seal }
      : { ...own, seal: (id) => (without ? undefined : own.seal(id)) };
  const given = letters.map((one) => resolved(box, one));
  const read = await readMailbox(box.world.suite, {
    id: box.id,
    mailbox,
    letters: given,
    teamKeys,
    reader,
  });
  if (!read.ok) return { ...attack, told: [{ refused: read.code }] };
  const shown = read.value.letters.map((one) =>
    one.ok
      ? { number: one.header.number, text: one.text }
      : { number: one.number, refused: one.code },
  );
  return { ...attack, told: shown };
}

function resolved({ letters }: Box, given: Given): Uint8Array {
  if (typeof given === "number") return letters[given] ?? bytes(0);
  return "letter" in given ? given.letter : flip(letters[given.of] ?? bytes(0), given.byte);
}

/** With what was truly written. */
async function served(box: Box, other: Box): Promise<Attack[]> {
  const stranger = other.letters[0] ?? bytes(0);
  const side = "seeker";
  return [
    { why: "the first is missing", side, letters: [1, 2, 3] },
    { why: "the second is missing", side, letters: [0, 2, 3] },
    { why: "two changed places", side, letters: [1, 0, 2, 3] },
    { why: "one comes twice", side, letters: [0, 0, 1, 2, 3] },
    { why: "the newest are held back, which nobody can notice", side, letters: [0, 1] },
    { why: "a letter of another mailbox", side, letters: [0, { letter: stranger }, 1] },
    { why: "another mailbox under this one's id", side, letters: all, mailbox: other.mailbox },
    { why: "a bit of the text, which she signed", side, letters: [{ of: 0, byte: 2700 }, 1] },
    { why: "a bit of the header", side, letters: [0, { of: 1, byte: 20 }] },
    { why: "a byte that no letter begins with", side, letters: [0, { of: 1, byte: 0 }, 1] },
    { why: "read with another code", side, letters: all, sealSeed: bytes(9) },
    { why: "read by a colleague without the keys", side: "team", letters: all, without: "seeds" },
  ];
}

/** With what somebody wrote who may not, or other than she may. */
async function written(box: Box): Promise<Attack[]> {
  const { suite } = box.world;
  const first = { ...box, letters: box.letters.slice(0, 1) };
  const team = { author: "team", text: "Kom till Storgatan 1" } as const;
  const again = async (change: (value: LetterBody) => LetterBody) => {
    const value = letter.peek(await compose(first, { author: "seeker", text: "Hos en vän." }));
    return letter.make(suite, box.sign, change(value));
  };
  const stranger = await compose(first, { ...team, signer: bytes(0x99) });
  const hers = await compose(first, { ...team, signer: box.sign });
  const unknown = await compose(first, { ...team, header: { teamKey: bytes(9) } });
  const altered = await again((value) => ({ ...value, commitment: bytes(9) }));
  const behind = { ...box, letters: [...first.letters, altered] };
  const next = await compose(behind, { author: "seeker", text: "Fick ni mitt brev?" });
  const twice = await twoTexts(first);
  const listed = await compose(first, {
    ...{ author: "seeker", text: "Hos en vän." },
    header: { attachments: [{ id: bytes(9, 16), chunks: 1 }] },
  });
  const longer = await oddContent(first, (content) => concat(content, bytes(0, 1)));
  const after = (...given: Uint8Array[]): Given[] => [0, ...given.map((one) => ({ letter: one }))];
  const side = "seeker";
  return [
    { why: "an answer that a stranger signed", side, letters: after(stranger) },
    { why: "an answer that her own key signed", side: "team", letters: after(hers) },
    { why: "an answer under a key that nobody knows", side, letters: after(unknown) },
    { why: "another commitment; the letter after it counts", side, letters: after(altered, next) },
    { why: "one text for her, another for the team", side, letters: after(twice) },
    { why: "the same, as the team reads it", side: "team", letters: after(twice) },
    { why: "an attachment in the header alone", side, letters: after(listed) },
    { why: "a byte behind the content", side: "team", letters: after(longer) },
  ];
}

/** Sealed to each of the two readers with another secret. */
async function twoTexts(box: Box): Promise<Uint8Array> {
  const { suite } = box.world;
  const [one, other] = await Promise.all(
    ["För teamet.", "För henne."].map(async (text) =>
      letter.peek(await compose(box, { author: "seeker", text })),
    ),
  );
  if (!one || !other) throw new Error("two letters");
  return letter.make(suite, box.sign, { ...one, toSeeker: other.toSeeker });
}

/** A letter whose content is not what the page says, in a box that is. */
async function oddContent(
  box: Box,
  change: (content: Uint8Array) => Uint8Array,
): Promise<Uint8Array> {
  const { suite } = box.world;
  const value = letter.peek(await compose(box, { author: "seeker", text: "Hos en vän." }));
  const content = {
    at: box.world.now,
    alias: "",
    code: "kept",
    text: "Hos en vän.",
    attachments: [],
  } as const;
  const readers = [keyOf(box).key.seal, await suite.xwing.publicKey(box.seal)];
  const header = letterHeader.encode(value.header);
  const clear = change(letterContent.encode({ ...content, attachments: [] }));
  const { keys, ...sealed } = await sealBox(suite, LABEL.letterKey, header, readers, clear);
  const [toTeam = value.toTeam, toSeeker = value.toSeeker] = keys;
  return letter.make(suite, box.sign, { ...value, ...sealed, toTeam, toSeeker });
}

/** After the delegate who vouched for both keys was revoked. */
async function revokedFor(box: Box): Promise<Attack[]> {
  const first = { ...box, letters: box.letters.slice(0, 1) };
  const unnamed = await compose(first, { author: "team", text: "Ny nyckel.", key: 1 });
  const side = "seeker";
  return [
    { why: "she had named both keys before the answers", side, letters: all },
    {
      why: "an answer under a key that she had not named",
      side,
      letters: [0, { letter: unnamed }],
    },
  ];
}
