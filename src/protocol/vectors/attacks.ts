import type { SessionEvent } from "../conversation/types.ts";
import type { RefusalCode } from "../refusal.ts";
import type { Suite } from "../suite/types.ts";
import type { Party } from "../testing/room.ts";
import { createWorld } from "../testing/world.ts";
import { epochs, late } from "./attacks-epochs.ts";
import { greetings, strangers } from "./attacks-hellos.ts";
import { afterwards, directs, refusedWord, waiting, watched, words } from "./attacks-words.ts";
import { first } from "./scenes.ts";
import type { Scene, Stage } from "./scenes.ts";

export type Who = "seeker" | "anna" | "bea";

/** Frames that a reader is given next, and the code by which she refuses the last of them. */
export interface Attack {
  why: string;
  to: Who;
  refused: RefusalCode;
  frames: Uint8Array[];
}

/** Everybody by name, with what has been said so far. */
export interface Stand extends Scene {
  seeker: Party;
  anna: Party;
  bea: Party;
}

/** What a dishonest member or server adds to the first conversation, each at the end of the log as it stands. */
export async function attacks(dice: () => Promise<Suite>) {
  const at = async (stage: Stage, make: (stand: Stand) => Promise<Attack[]>, kept?: number) => {
    const scene = await first(await createWorld({ suite: await dice() }), stage, kept);
    const stand = { ...scene, ...parties(scene) };
    const after = scene.room.log.length;
    const told: unknown[] = [];
    for (const attack of await make(stand))
      told.push(await struck(stand, { ...attack, after, ...(kept && { without: [kept] }) }));
    return told;
  };
  const all = [
    await at("nobody", strangers),
    await at("talking", greetings),
    await at("talking", words),
    await at("joining", unvouched, 3),
    await at("joining", late),
    await at("joining", waiting),
    await at("joining", watched),
    await at("joined", epochs),
    await at("joined", directs),
    await at("left", afterwards.left),
    await at("left", refusedWord),
    await at("ended", afterwards.ended),
  ];
  return all.flat();
}

function parties({ tabs }: Scene): Record<Who, Party> {
  const [seeker, anna, bea] = tabs.map(({ party }) => party);
  if (!seeker || !anna || !bea) throw new Error("somebody is missing");
  return { seeker, anna, bea };
}

async function struck(
  stand: Stand,
  { why, to, refused, frames, ...when }: Attack & { after: number; without?: number[] },
) {
  const told: SessionEvent[] = [];
  for (const [n, payload] of frames.entries()) {
    const seq = when.after + 1 + n;
    told.push(...(await stand[to].session.receive({ seq, payload })).events);
  }
  const last = told.at(-1);
  if (last?.type !== "refused" || last.code !== refused)
    throw new Error(`${why}: expected ${refused}, told ${JSON.stringify(told)}`);
  return { why, to, ...when, frames: frames.map(short), told };
}

/** Zeros at the end of a frame that is too large are counted rather than written. */
const short = (frame: Uint8Array) =>
  frame.length > 60_000 ? { bytes: frame.slice(0, 2), zeros: frame.length - 2 } : { bytes: frame };

/** A server keeps back what shows that a colleague holds this very chain. */
async function unvouched({ seeker, bea }: Stand): Promise<Attack[]> {
  const { send } = await seeker.session.admit(bea.session.tab);
  const frames = send.slice(0, 1);
  return [
    { why: "an epoch that no colleague has confirmed", to: "bea", refused: "unvouched", frames },
  ];
}
