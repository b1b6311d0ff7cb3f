import { epoch, leave } from "../conversation/objects.ts";
import type { Epoch, Member } from "../conversation/objects.ts";
import { TYPE } from "../labels.ts";
import type { RefusalCode } from "../refusal.ts";
import { nextEpoch } from "../testing/forge.ts";
import type { Lie } from "../testing/forge.ts";
import type { Party } from "../testing/room.ts";
import { bytes } from "../testing/world.ts";
import type { Attack, Stand, Who } from "./attacks.ts";
import { flip } from "./blocks.ts";

type Change = (roster: Member[]) => Member[];
/** Why, how it is refused, by whom, who has made it, with which roster. */
type Row = [string, RefusalCode, Who, Who, Change, Lie?];

const same: Change = (roster) => roster;
const but =
  ({ session }: Party): Change =>
  (roster) =>
    roster.filter(({ tab }) => tab.join() !== session.tab.join());
const changed =
  ({ session }: Party, change: Partial<Member>): Change =>
  (roster) =>
    roster.map((one) => (one.tab.join() === session.tab.join() ? { ...one, ...change } : one));
/** Anna once more, with something else about her. */
const doubled =
  (change: Partial<Member>): Change =>
  (roster) => [...roster, ...roster.slice(1, 2).map((anna) => ({ ...anna, ...change }))];

const [tab, key, seal] = [bytes(9, 16), bytes(8), bytes(7, 1216)];
const stranger = { tab, key, seal };

const rosters = ({ seeker, anna }: Stand): Row[] => [
  ["without the seeker", "roster-removes-seeker", "bea", "anna", but(seeker)],
  [
    "with two seekers",
    "roster-removes-seeker",
    "anna",
    "seeker",
    doubled({ ...stranger, role: "seeker" }),
  ],
  ["without who has not left", "roster-removes-volunteer", "bea", "seeker", but(anna)],
  ["without its author", "roster-altered", "bea", "anna", but(anna)],
  ["with another key of a member's", "roster-altered", "bea", "seeker", changed(anna, { key })],
  [
    "with another duty of a member's",
    "roster-altered",
    "bea",
    "seeker",
    changed(anna, { duty: bytes(8) }),
  ],
  ["with one tab twice", "roster-altered", "bea", "seeker", doubled({ key, seal })],
  ["with one key twice", "roster-altered", "bea", "seeker", doubled({ tab, seal })],
  ["with one seal twice", "roster-altered", "bea", "seeker", doubled({ tab, key })],
  ["with a tab that said no hello", "unknown-tab", "bea", "seeker", doubled(stranger)],
  ["that lets somebody in", "epoch-not-from-seeker", "bea", "anna", doubled(stranger)],
];

const secrets = ({ anna }: Stand): Row[] => [
  ["with a number left out", "epoch-not-next", "anna", "seeker", same, { number: 5 }],
  [
    "with a tag that does not fit its secret",
    "epoch-secret-mismatch",
    "anna",
    "seeker",
    same,
    { tag: bytes(1) },
  ],
  ["without a seal for the reader", "epoch-without-me", "bea", "seeker", same, { sealTo: [anna] }],
];

/** Epochs that a member signs and that are still not allowed: the seeker, Anna and Bea are in the room. */
export async function epochs(stand: Stand): Promise<Attack[]> {
  // One after the other: they draw from the same dice.
  const made: Attack[] = [];
  for (const [why, refused, to, author, change, lie] of [...rosters(stand), ...secrets(stand)]) {
    const frame = await nextEpoch(stand.room, stand[author], change, lie);
    made.push({ why: `an epoch ${why}`, to, refused, frames: [frame] });
  }
  return [...made, ...(await spoilt(stand))];
}

/** Rightly made, and then altered or signed by somebody else. */
async function spoilt({ room, seeker, anna }: Stand): Promise<Attack[]> {
  const genuine = await nextEpoch(room, seeker, same);
  const value = epoch.peek(genuine);
  const again = (change: Partial<Epoch>, seed = seeker.signSeed) =>
    epoch.make(room.world.suite, seed, { ...value, ...change });
  const core = (change: Partial<Epoch["core"]>) => again({ core: { ...value.core, ...change } });
  const torn = value.seals.map((one) => ({ ...one, sealed: flip(one.sealed, 1167) }));
  const cases: [string, RefusalCode, Uint8Array][] = [
    ["after another one", "epoch-not-next", await core({ previous: bytes(9) })],
    ["of another conversation", "foreign-conversation", await core({ conversation: bytes(9, 16) })],
    ["of a stranger", "epoch-from-outsider", await core({ author: tab })],
    ["in the seeker's name", "bad-signature", await again({}, anna.signSeed)],
    ["with a bit of its seals", "bad-signature", flip(genuine, genuine.length - 100)],
    ["with a seal that does not open", "cannot-open", await again({ seals: torn })],
  ];
  return cases.map(([why, refused, frame]) => ({
    why: `an epoch ${why}`,
    to: "anna",
    refused,
    frames: [frame],
  }));
}

/** Bea asks to come in, is let in, and has changed her mind: void, by nobody's fault. */
export async function late({ room, seeker, bea }: Stand): Promise<Attack[]> {
  const { send } = await seeker.session.admit(bea.session.tab);
  const goodbye = await leave.make(room.world.suite, bea.signSeed, {
    conversation: room.conversation,
    tab: bea.session.tab,
    reached: { seq: 0, head: bytes(0) },
    counter: 0,
  });
  const frames = [goodbye, ...send.filter((one) => one[1] === TYPE.epoch)];
  const why = "an epoch that adds somebody who has said goodbye";
  return [{ why, to: "anna", refused: "late-epoch", frames }];
}
