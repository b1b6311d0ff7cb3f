import fc from "fast-check";
import { History } from "./history.ts";
import type { House } from "./house.ts";
import { honestOps, hostileOps } from "./ops.ts";
import type { Op } from "./ops.ts";
import type { Fault } from "./planted.ts";
import { plays } from "./plays.ts";
import { Violation } from "./tab.ts";
import type { Tab } from "./tab.ts";

// What must hold, whatever happened:
//   i    nobody seals anything to a key that is not an honest tab's
//   ii   what opens a word is held by nobody who was not there, as its author knew it, when it was sealed
//   iii  two who are in the room show the same words in the same order, or one of them says that something is wrong, and
//        says so after the last line that both show; whoever is told that nothing is missing lacks nothing
//   iv   nothing but a refusal by name is ever thrown
//   v    no key meets a nonce twice
// and where the server is honest, however slow: nobody is told of anything wrong, and nobody is stuck.

export type Kind = "honest" | "hostile";

export interface Played extends Compared {
  histories: number;
  steps: number;
  frames: number;
}

/** How many comparisons there were, and how many of them could have found something. */
export interface Compared {
  /** Pairs in the room at the end, and those of whom neither was told that her log is another. */
  pairs: number;
  open: number;
  /** Tabs that were told that nothing is missing. */
  ends: number;
}

const shown = ({ lines }: Tab): string => lines.map(({ id, text }) => `${id} ${text}`).join("\n");

/** Something was told after the last line that both show: what was told before says nothing of what differs. */
function isTold({ lines, signs }: Tab, common: number): boolean {
  const last = lines[common - 1]?.at ?? 0;
  return signs.some(({ at }) => at > last);
}

function compare(one: Tab, other: Tab, compared: Compared): void {
  compared.pairs += 1;
  // Told once, for good: from there on she knows that anything may differ.
  if (one.isForked || other.isForked) return;
  compared.open += 1;
  const differs = one.lines.findIndex(
    ({ id, text }, at) => id !== other.lines[at]?.id || text !== other.lines[at]?.text,
  );
  const common = differs < 0 ? one.lines.length : differs;
  if (common === other.lines.length && common === one.lines.length) return;
  if (isTold(one, common) || isTold(other, common)) return;
  throw new Violation(
    "iii",
    `${one.name} and ${other.name} see different things, and neither is told:\n${shown(one)}\n--\n${shown(other)}`,
  );
}

/** Whoever is told that nothing is missing has all that she who ended it had, in her order, whatever else she was told. */
function compareEnds(tabs: readonly Tab[], compared: Compared): void {
  // Two may end at once: it is the one whose word came first that was heard.
  const enders = tabs.filter(({ farewell }) => farewell);
  for (const tab of tabs.filter(({ ended }) => ended?.confirmed === true)) {
    compared.ends += 1;
    if (tab.farewell || enders.some((ender) => holds(tab, ender))) continue;
    throw new Violation("iii", `${tab.name} was told that nothing is missing`);
  }
}

function holds({ lines }: Tab, ender: Tab): boolean {
  const common = lines.filter(({ id }) => ender.lines.some((line) => line.id === id));
  return ender.lines.every(({ id }, at) => common[at]?.id === id);
}

/** From here on the server keeps still: all arrives, and everybody in the room says one word more. */
async function reckon(history: History, kind: Kind, compared: Compared): Promise<void> {
  for (const tab of history.tabs) tab.trust = history.house.world.trust;
  await history.settle();
  const inside = history.living.filter((tab) => tab.isIn);
  for (const tab of inside) await history.say(tab);
  await history.settle();
  history.check();
  compareEnds(history.tabs, compared);
  const still = inside.filter((tab) => tab.isIn);
  for (const [at, one] of still.entries())
    for (const other of still.slice(at + 1)) compare(one, other, compared);
  if (kind === "honest") quiet(history, still);
}

const codes = ({ signs }: Tab): string => signs.map(({ code }) => code).join(", ");

/** Nobody was attacked: so nobody is told so, and whoever the seeker believes to be here is. */
function quiet({ seeker, living }: History, inside: readonly Tab[]): void {
  for (const tab of living)
    if (tab.signs.length > 0) throw new Violation("quiet", `${tab.name} is told of ${codes(tab)}`);
  const here = new Set(inside.map(({ session }) => session.tab.join()));
  for (const { tab } of seeker.session.members) {
    const one = living.find(({ session }) => session.tab.join() === tab.join());
    if (one && !here.has(tab.join())) throw new Violation("quiet", `${one.name} is stuck outside`);
  }
  for (const tab of inside)
    if (tab.lines.length !== inside[0]?.lines.length)
      throw new Violation("quiet", `${tab.name} lacks words`);
}

export interface Script {
  readonly seed: number;
  /** How many volunteers are in the room when it begins. */
  readonly start: number;
  readonly ops: readonly Op[];
  /** A hostile server that gives all of them the same log: then no difference between logs excuses anything. */
  readonly common: boolean;
}

async function playHistory(
  house: House,
  kind: Kind,
  script: Script,
  { compared, fault }: { readonly compared: Compared; readonly fault: Fault },
): Promise<number> {
  const history = new History(house, script, fault);
  await history.begin();
  for (let a = 0; a < script.start; a++) await plays.together(history, a, 0);
  for (const { do: deed, a, b } of script.ops) {
    await plays[deed](history, a, b);
    history.check();
  }
  await reckon(history, kind, compared);
  return history.log.length;
}

/** Throws with the seed, the path and the shortest history that still fails. */
export async function fuzz(
  house: House,
  kind: Kind,
  parameters: fc.Parameters<[Script]>,
  fault: Fault = {},
): Promise<Played> {
  const played: Played = { histories: 0, steps: 0, frames: 0, pairs: 0, open: 0, ends: 0 };
  const ops = kind === "honest" ? honestOps : hostileOps;
  const seed = fc.noShrink(fc.integer({ min: 1, max: 2 ** 31 - 1 }));
  const history: fc.Arbitrary<Script> = fc.record({
    seed,
    start: fc.constantFrom(0, 1, 2, 2, 3),
    ops,
    common: fc.boolean(),
  });
  const property = fc.asyncProperty(history, async (one) => {
    played.histories += 1;
    played.steps += one.ops.length;
    played.frames += await playHistory(house, kind, one, { compared: played, fault });
  });
  await fc.assert(property, parameters);
  return played;
}
