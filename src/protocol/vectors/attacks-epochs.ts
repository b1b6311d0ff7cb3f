import { epoch, leave } from "../conversation/objects.ts";
import type { Member } from "../conversation/objects.ts";
import { TYPE } from "../labels.ts";
import type { RefusalCode } from "../refusal.ts";
import { nextEpoch } from "../testing/forge.ts";
import type { Lie } from "../testing/forge.ts";
import { bytes } from "../testing/world.ts";
import type { Attack, Stand } from "./attacks.ts";
import { flip } from "./blocks.ts";

type Change = (roster: Member[]) => Member[];
type Row = [string, RefusalCode, Attack["to"], "seeker" | "anna" | "bea", Change, Lie?];

const same: Change = (roster) => roster;

/** Epochs that a member signs and that are still not allowed: the seeker, Anna and Bea are in the room. */
export async function epochs(stand: Stand): Promise<Attack[]> {
  const { room, seeker, anna } = stand;
  const is = (party: typeof seeker) => (one: Member) => one.tab.join() === party.session.tab.join();
  const but =
    (party: typeof seeker): Change =>
    (roster) =>
      roster.filter((one) => !is(party)(one));
  const with_ =
    (party: typeof seeker, change: Partial<Member>): Change =>
    (roster) =>
      roster.map((one) => (is(party)(one) ? { ...one, ...change } : one));
  const added =
    (change: Partial<Member>): Change =>
    (roster) => [...roster, ...roster.slice(1, 2).map((one) => ({ ...one, ...change }))];
  const stranger = { tab: bytes(9, 16), key: bytes(8), seal: bytes(7, 1216) };
  const rows: Row[] = [
    ["a number left out", "epoch-not-next", "anna", "seeker", same, { number: 5 }],
    ["without the seeker", "roster-removes-seeker", "bea", "anna", but(seeker)],
    [
      "with two seekers",
      "roster-removes-seeker",
      "anna",
      "seeker",
      added({ ...stranger, role: "seeker" }),
    ],
    [
      "without a volunteer who has not left",
      "roster-removes-volunteer",
      "bea",
      "seeker",
      but(anna),
    ],
    ["without its author", "roster-altered", "bea", "anna", but(anna)],
    [
      "with another key of a member's",
      "roster-altered",
      "bea",
      "seeker",
      with_(anna, { key: bytes(8) }),
    ],
    [
      "with another duty of a member's",
      "roster-altered",
      "bea",
      "seeker",
      with_(anna, { duty: bytes(8) }),
    ],
    [
      "with one tab twice",
      "roster-altered",
      "bea",
      "seeker",
      added({ key: bytes(8), seal: bytes(7, 1216) }),
    ],
    [
      "with one key twice",
      "roster-altered",
      "bea",
      "seeker",
      added({ tab: bytes(9, 16), seal: bytes(7, 1216) }),
    ],
    [
      "with one seal twice",
      "roster-altered",
      "bea",
      "seeker",
      added({ tab: bytes(9, 16), key: bytes(8) }),
    ],
    ["with a tab that nobody has heard of", "unknown-tab", "bea", "seeker", added(stranger)],
    [
      "with somebody whom a volunteer adds",
      "epoch-not-from-seeker",
      "bea",
      "anna",
      added(stranger),
    ],
    [
      "with a tag that does not fit its secret",
      "epoch-secret-mismatch",
      "anna",
      "seeker",
      same,
      { tag: bytes(1) },
    ],
    [
      "without a seal for the reader",
      "epoch-without-me",
      "bea",
      "seeker",
      same,
      { sealTo: [anna] },
    ],
  ];
  // One after the other: they draw from the same dice.
  const made: Attack[] = [];
  for (const [why, refused, to, author, change, lie] of rows) {
    const frame = await nextEpoch(room, stand[author], change, lie);
    made.push({ why: `an epoch ${why}`, to, refused, frames: [frame] });
  }
  return [...made, ...(await spoilt(stand))];
}

/** Rightly made, and then altered or signed by somebody else. */
async function spoilt({ room, seeker, anna }: Stand): Promise<Attack[]> {
  const { suite } = room.world;
  const genuine = await nextEpoch(room, seeker, same);
  const value = epoch.peek(genuine);
  const { core, seals } = value;
  const again = (change: Partial<typeof value>, seed = seeker.signSeed) =>
    epoch.make(suite, seed, { ...value, ...change });
  const torn = seals.map(({ tab, sealed }) => ({ tab, sealed: flip(sealed, sealed.length - 1) }));
  const cases: [string, RefusalCode, Uint8Array][] = [
    ["after another one", "epoch-not-next", await again({ core: { ...core, previous: bytes(9) } })],
    [
      "of another conversation",
      "foreign-conversation",
      await again({ core: { ...core, conversation: bytes(9, 16) } }),
    ],
    [
      "of a stranger",
      "epoch-from-outsider",
      await again({ core: { ...core, author: bytes(9, 16) } }),
    ],
    ["in the seeker's name", "bad-signature", await again({}, anna.signSeed)],
    ["with a bit of its tag", "bad-signature", flip(genuine, genuine.length - 4000)],
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
