import type { JourId } from "../platform/database/index.server.ts";
import type { MonthLoad, MyLoad, TeamLoad } from "./contract.ts";
import type { Asker, CareDeps } from "./deps.server.ts";
import { bandsOf, loadOf, type Worked } from "./load.ts";
import { monthOf, monthsBefore } from "./months.ts";
import { countHard, hardOf } from "./store.server.ts";

/** So many are shown to her; older counts are deleted. */
export const SHOWN_MONTHS = 6;
/** More than the months shown can be long. */
const LOOK_BACK_MS = 190 * 86_400_000;

/** How much each carries: exactly to herself, in bands to those who plan. */
export class Loads {
  readonly #deps: CareDeps;
  constructor(deps: CareDeps) {
    this.#deps = deps;
  }

  async mine({ jour, member }: Asker): Promise<MyLoad> {
    const read = await this.#read(jour, SHOWN_MONTHS);
    return { months: read.of(member) };
  }

  async hard({ jour, member }: Asker, by: 1 | -1): Promise<void> {
    const month = monthOf(this.#deps.now());
    await this.#deps.database.tenant(jour, (tx) => countHard(tx, member, month, by));
  }

  async overview(jour: JourId): Promise<TeamLoad> {
    const read = await this.#read(jour, 2);
    const members = await this.#deps.members(jour);
    const nothing: MonthLoad = { month: "", shifts: 0, hours: 0, onCall: 0, hard: 0 };
    return {
      members: members.map(({ id, name }) => {
        const [now = nothing, before = nothing] = read.of(id);
        return { member: id, name, now: bandsOf(now), before: bandsOf(before) };
      }),
    };
  }

  async #read(jour: JourId, count: number): Promise<{ of(member: string): MonthLoad[] }> {
    const now = this.#deps.now();
    const months = monthsBefore(now, count);
    const worked = await this.#deps.worked(jour, now - LOOK_BACK_MS, now);
    const hard = await this.#deps.database.tenant(jour, (tx) => hardOf(tx, months));
    const hers = (month: string, member: string) => (one: Worked) =>
      one.member === member && monthOf(one.startsAt) === month;
    return {
      of: (member) =>
        months.map((month) => {
          const counted = hard.find((one) => one.member === member && one.month === month);
          return loadOf(month, worked.filter(hers(month, member)), counted?.count ?? 0);
        }),
    };
  }
}
