import { readMailbox } from "../letters/read.ts";
import type { Reader } from "../letters/read.ts";
import { verifyTeamKey } from "../letters/team-key.ts";
import type { VerifiedTeamKey } from "../letters/team-key.ts";
import { nameDelegate } from "../testing/post.ts";
import { bytes, DAY } from "../testing/world.ts";
import { verifyTrust } from "../trust/verify.ts";
import { forgeries } from "./letters-forged.ts";
import { readerOf } from "./letters-mail.ts";
import type { Box } from "./letters-mail.ts";
import { changed } from "./letters-objects.ts";
import type { Change } from "./letters-objects.ts";

/** A letter by its place in the first story or in the second; one that is changed; a forged one by its name. */
type Given = number | { elsewhere: number } | ({ of: number } & Change) | keyof Forged;
type Forged = Awaited<ReturnType<typeof forgeries>>;

interface Attack {
  why: string;
  side: Reader["side"];
  letters: Given[];
  /** Given in place of the story's own. */
  mailbox?: "elsewhere";
  sealSeed?: Uint8Array;
  log?: Uint8Array[];
  without?: "seeds";
}

interface Stage {
  box: Box;
  other: Box;
  forged: Forged;
}

const all = [0, 1, 2, 3];

/** What the server gives in place of the letters of the first story, and what she or the team is then told. */
export async function attacks(box: Box, other: Box) {
  const stage = { box, other, forged: await forgeries(box) };
  const before = await verified(box);
  const { world } = box;
  await world.revoke(await world.suite.ed25519.publicKey(world.delegate));
  world.delegate = bytes(0x2f);
  const { now } = world;
  await nameDelegate(world, world.delegate, { at: now - 2 * DAY, until: now + 80 * DAY });
  await world.publish();
  const after = await verified(box);
  const log = world.log.slice();
  const cases = await Promise.all([
    ...[...served, ...written].map((one) => told(stage, before, one)),
    ...revoked.map((one) => told(stage, after, { ...one, log })),
  ]);
  return { forged: stage.forged, cases };
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

async function told(stage: Stage, teamKeys: VerifiedTeamKey[], attack: Attack) {
  const { box, other } = stage;
  const { side, sealSeed, without } = attack;
  const own = readerOf(box, side);
  const reader: Reader =
    own.side === "seeker"
      ? { ...own, seal: sealSeed ?? own.seal }
      : { ...own, seal: (id) => (without ? undefined : own.seal(id)) };
  const mailbox = attack.mailbox ? other.mailbox : box.mailbox;
  const letters = attack.letters.map((one) => resolved(stage, one));
  const given = { id: box.id, mailbox, letters, teamKeys, reader };
  const read = await readMailbox(box.world.suite, given);
  if (!read.ok) return { ...attack, told: [{ refused: read.code }] };
  const shown = read.value.letters.map((one) =>
    one.ok
      ? { number: one.header.number, text: one.text }
      : { number: one.number, refused: one.code },
  );
  return { ...attack, told: shown };
}

function resolved({ box, other, forged }: Stage, given: Given): Uint8Array {
  const found = () => {
    if (typeof given === "number") return box.letters[given];
    if (typeof given === "string") return forged[given];
    return "elsewhere" in given ? other.letters[given.elsewhere] : box.letters[given.of];
  };
  const one = found();
  if (!one) throw new Error("no such letter");
  return typeof given === "object" && "of" in given ? changed(one, given) : one;
}

/** With what was truly written. */
const served: Attack[] = [
  { why: "the first is missing", side: "seeker", letters: [1, 2, 3] },
  { why: "the second is missing", side: "seeker", letters: [0, 2, 3] },
  { why: "two changed places", side: "seeker", letters: [1, 0, 2, 3] },
  { why: "one comes twice", side: "seeker", letters: [0, 0, 1, 2, 3] },
  { why: "the newest are held back: not to be noticed", side: "seeker", letters: [0, 1] },
  { why: "a letter of another mailbox", side: "seeker", letters: [0, { elsewhere: 0 }, 1] },
  { why: "another mailbox's object", side: "seeker", letters: all, mailbox: "elsewhere" },
  { why: "a bit of what she sealed", side: "seeker", letters: [{ of: 0, byte: 2700 }, 1] },
  { why: "a bit of the header", side: "seeker", letters: [0, { of: 1, byte: 20 }] },
  { why: "a version that there is not", side: "seeker", letters: [0, { of: 1, byte: 0 }, 1] },
  { why: "cut short", side: "team", letters: [0, { of: 1, cut: 100 }, 1, 2] },
  { why: "read with another code", side: "seeker", letters: all, sealSeed: bytes(9) },
  { why: "a colleague without the keys", side: "team", letters: all, without: "seeds" },
];

/** With what somebody wrote who may not, or other than she may. */
const written: Attack[] = [
  { why: "an answer that a stranger signed", side: "seeker", letters: [0, "stranger", 1] },
  { why: "an answer under a key that nobody knows", side: "seeker", letters: [0, "unknown"] },
  {
    why: "another commitment; what follows counts",
    side: "seeker",
    letters: [0, "altered", "next"],
  },
  { why: "one text for her, another for the team", side: "seeker", letters: [0, "twice"] },
  { why: "the same, as the team reads it", side: "team", letters: [0, "twice"] },
  { why: "an attachment in the header alone", side: "seeker", letters: [0, "listed"] },
  { why: "a byte behind the content", side: "team", letters: [0, "longer"] },
];

/** After the delegate who vouched for both keys was revoked. */
const revoked: Attack[] = [
  { why: "she had named both keys before the answers", side: "seeker", letters: all },
  { why: "an answer under a key that she had not named", side: "seeker", letters: [0, "unnamed"] },
];
