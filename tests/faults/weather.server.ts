// Random runs: many conversations at a time in one house that is struck again and again.

import { breachesOf } from "./check.ts";
import type { Breakage } from "./broken.server.ts";
import { House, until } from "./house.server.ts";
import { planRun } from "./plan.ts";
import { missedPoints } from "./points.server.ts";
import { Chance } from "./random.ts";
import { type Outcome, type Place, Run } from "./run.server.ts";
import { Storm } from "./storm.server.ts";
import { groundOf } from "./truth.server.ts";

export interface WeatherOptions {
  readonly seed: number;
  readonly runs: number;
  /** Conversations at the same time. */
  readonly lanes: number;
  readonly roughness?: number;
  readonly breakage?: Breakage;
  /** Ends at the first breach: for programs that are wrong on purpose. */
  readonly isOverAtBreach?: boolean;
  readonly told?: (tally: Tally) => void;
}

export interface Tally {
  runs: number;
  failed: number;
  /** Runs during which at least one blow fell upon the house. */
  struck: number;
  acknowledged: number;
  ended: number;
  readonly strikes: Map<string, number>;
  readonly missed: string[];
  readonly breaches: string[];
}

const emptyTally = (): Tally => ({
  ...{ runs: 0, failed: 0, struck: 0, acknowledged: 0, ended: 0 },
  ...{ strikes: new Map<string, number>(), missed: [], breaches: [] },
});

/** Of those that were never ended, so many are looked at again when the house has come to rest. */
const KEPT = 200;

export async function runWeather(options: WeatherOptions): Promise<Tally> {
  const tally = emptyTally();
  const chance = new Chance(options.seed);
  const house = new House(options.breakage ? { breakage: options.breakage } : {});
  const stopKeeping = house.keepUp();
  const place = { house, ground: groundOf(house) };
  const storm = new Storm(house, chance.branch());
  const [kept, ended]: [Outcome[], Set<string>] = [[], new Set()];
  try {
    await until(() => house.isReady, 60_000);
    const isOver = (): boolean =>
      tally.runs >= options.runs || (options.isOverAtBreach === true && tally.failed > 0);
    const raging = storm.rage(isOver);
    let begun = 0;
    const lane = async (): Promise<void> => {
      while (begun < options.runs && !isOver()) {
        const number = ++begun;
        const plan = planRun(chance.branch(), `${number}`, options.roughness);
        const since = performance.now();
        const outcome = await new Run(plan, place, `run ${number}`).play();
        note(tally, outcome, storm, since);
        if (outcome.account.end === "acknowledged") ended.add(outcome.id);
        else if (outcome.account.end === "living" && outcome.id !== "") kept.push(outcome);
        options.told?.(tally);
      }
    };
    await Promise.all(Array.from({ length: options.lanes }, lane));
    await raging;
    const after = await afterwards(house, place, kept.slice(-KEPT), ended);
    tally.breaches.push(...after);
    if (after.length > 0) tally.failed++;
    tally.missed.push(...missedPoints(house));
  } finally {
    for (const { kind } of storm.strikes)
      tally.strikes.set(kind, (tally.strikes.get(kind) ?? 0) + 1);
    await stopKeeping();
    await house.close();
  }
  return tally;
}

function note(tally: Tally, { account, breaches }: Outcome, storm: Storm, since: number): void {
  tally.runs++;
  if (breaches.length > 0) tally.failed++;
  if (storm.strikes.some(({ at }) => at >= since)) tally.struck++;
  if (account.end === "acknowledged") tally.ended++;
  tally.acknowledged += account.said.filter(({ seq }) => seq !== undefined).length;
  tally.breaches.push(...breaches);
}

/** All at once is killed a last time: what lives must be whole, what has ended must be nowhere. */
async function afterwards(
  house: House,
  { ground }: Place,
  kept: readonly Outcome[],
  ended: ReadonlySet<string>,
): Promise<string[]> {
  await house.order([]);
  house.strikePostgres("SIGKILL");
  house.signal("SIGKILL");
  await house.gone();
  await until(() => house.isReady, 60_000);
  const found: string[] = [];
  for (const { id, account } of kept) found.push(...breachesOf(account, await ground.frames(id)));
  const [keys, logs] = [new Set(ground.keys()), new Set(await ground.logs())];
  for (const id of ended) if (keys.has(id)) found.push("an ended conversation has a key again");
  for (const id of ended) if (logs.has(id)) found.push("an ended conversation has rows again");
  for (const id of logs) if (!keys.has(id)) found.push("rows without a key survived a start");
  return found;
}
