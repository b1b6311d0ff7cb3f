import { open } from "../hpke.ts";
import { labelled } from "../labels.ts";
import { LABEL } from "../letters/labels.ts";
import { letter, letterHeader, sheet, sheetHeader } from "../letters/objects.ts";
import type { Author, LetterContent, LetterHeader } from "../letters/objects.ts";
import { readMailbox } from "../letters/read.ts";
import type { Reader } from "../letters/read.ts";
import { describeMailbox, writeLetter } from "../letters/write.ts";
import { teamKeyOf } from "../testing/post.ts";
import type { TeamKeyAtHand } from "../testing/post.ts";
import { bytes } from "../testing/world.ts";
import type { World } from "../testing/world.ts";

const MINUTE = 60_000;
const nothing = new Uint8Array(0);

/** A mailbox with its secrets, and what lies in it. */
export interface Box {
  readonly world: World;
  readonly id: Uint8Array;
  readonly mailbox: Uint8Array;
  readonly sign: Uint8Array;
  readonly seal: Uint8Array;
  readonly keys: readonly TeamKeyAtHand[];
  readonly letters: Uint8Array[];
}

export interface ToWrite {
  author: Author;
  text: string;
  /** Which of the box's team keys: 0 where nothing is said. */
  key?: number;
  header?: Partial<LetterHeader>;
  content?: Partial<LetterContent>;
  signer?: Uint8Array;
}

export async function newBox(world: World, fill: number, keys: TeamKeyAtHand[]): Promise<Box> {
  const { suite, jour } = world;
  const [sign, seal] = [bytes(fill), bytes(fill + 1)];
  const { id, bytes: mailbox } = await describeMailbox(suite, jour, { sign, seal });
  return { world, id, mailbox, sign, seal, keys, letters: [] };
}

/** Two weeks of a team. */
export const twoKeys = async (world: World): Promise<TeamKeyAtHand[]> => [
  await teamKeyOf(world, { number: 3 }),
  await teamKeyOf(world, { number: 4, seed: bytes(0x52) }),
];

export const keyOf = ({ keys }: Pick<Box, "keys">, at = 0): TeamKeyAtHand => keys[at] ?? nobody();

function nobody(): never {
  throw new Error("no such team key");
}

/** A letter as it would come next; it is not put into the mailbox. */
export async function compose(box: Box, given: ToWrite): Promise<Uint8Array> {
  const { suite, face, now } = box.world;
  const { author, text, key: at } = given;
  const key = keyOf(box, at);
  const last = box.letters.at(-1);
  const header: LetterHeader = {
    ...{ mailbox: box.id, face, author, number: box.letters.length + 1 },
    previous: last ? await suite.sha256(last) : bytes(0),
    teamKey: key.key.id,
    attachments: [],
    ...given.header,
  };
  const content: LetterContent = {
    at: now + box.letters.length * MINUTE,
    alias: author === "team" ? "Anna" : "",
    ...{ code: "kept", text, attachments: [], ...given.content },
  };
  const seeker = await suite.xwing.publicKey(box.seal);
  const signer = given.signer ?? (author === "team" ? key.sign : box.sign);
  return writeLetter(suite, signer, { header, content, team: key.key.seal, seeker });
}

export async function send(box: Box, given: ToWrite): Promise<void> {
  box.letters.push(await compose(box, given));
}

export const readerOf = (box: Box, side: Reader["side"]): Reader =>
  side === "seeker"
    ? { side, seal: box.seal }
    : { side, seal: (id) => box.keys.find(({ key }) => key.id.join() === id.join())?.seal };

/** Everything of a mailbox, with every secret; both sides must be shown the same. */
export async function story(title: string, box: Box) {
  const { world, id, mailbox, sign, seal, keys, letters } = box;
  const teamKeys = keys.map(({ key }) => key);
  const read = await Promise.all(
    (["seeker", "team"] as const).map((side) =>
      readMailbox(world.suite, { id, mailbox, letters, teamKeys, reader: readerOf(box, side) }),
    ),
  );
  const [hers, theirs] = read.map((one) => (one.ok ? one.value.letters : []));
  if (JSON.stringify(hers) !== JSON.stringify(theirs)) throw new Error(`${title}: they differ`);
  const opened = await Promise.all(letters.map((one) => insides(box, one)));
  return {
    ...{ title, jour: world.jour, team: "letters", now: world.now, log: world.log.slice() },
    ...{ id, mailbox, signSeed: sign, sealSeed: seal },
    teamKeys: keys.map(({ statement, seed }) => ({ statement, seed })),
    letters: letters.map((one, at) => {
      const shown = hers?.[at];
      if (!shown?.ok) throw new Error(`${title}: ${shown?.code ?? "nothing"}`);
      const { ok: _ok, hash, header, ...content } = shown;
      return { letter: one, hash, header, ...opened[at], content };
    }),
  };
}

/** The box of a letter from within, by the seeker's seal. */
async function insides({ world: { suite }, seal }: Box, given: Uint8Array) {
  const { header, toSeeker } = letter.peek(given);
  const encoded = letterHeader.encode(header);
  const secret = await open(suite, seal, labelled(LABEL.letterKey, encoded), nothing, toSeeker);
  const salt = await suite.sha256(encoded);
  return { secret, key: await suite.hkdf(secret, salt, labelled(LABEL.letterText), 32) };
}

/** The box of a sheet from within, by the team's. */
export async function insidesOfSheet(
  { world: { suite } }: Box,
  seal: Uint8Array,
  given: Uint8Array,
) {
  const { header, toTeam } = sheet.peek(given);
  const info = labelled(LABEL.sheetKey, sheetHeader.encode(header));
  return { header, secret: await open(suite, seal, info, nothing, toTeam) };
}
