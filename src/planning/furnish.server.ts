import type { TenantTx } from "../platform/database/index.server.ts";
import type { Standing } from "./contract.ts";
import { monthRows } from "./months.server.ts";
import { putPerson, putPlace, putWish } from "./store.server.ts";

interface Colleague {
  readonly id: string;
  readonly standing: Standing;
  readonly knows: readonly string[];
}

/**
 * Who has which place in the months of a demo, by turns, the experienced and the newcomers in pairs.
 * Every fourth shift that is not full yet leaves whoever tries it something to take.
 */
export async function furnishPlaces(
  tx: TenantTx,
  colleagues: readonly Colleague[],
  months: readonly string[],
): Promise<void> {
  for (const { id, standing, knows } of colleagues)
    await putPerson(tx, id, { standing, knows, mostAMonth: standing === "newcomer" ? 3 : null });
  const of = (standing: Standing): string[] =>
    colleagues.filter((one) => one.standing === standing).map(({ id }) => id);
  const [seasoned, fresh, beside] = [of("experienced"), of("newcomer"), of("shadowing")];
  const turn = (who: readonly string[], at: number): string => who[at % who.length] ?? "";
  let at = 0;
  for (const month of months) {
    for (const { id, kind } of await monthRows(tx, month)) {
      at++;
      const isOpen = kind !== "oncall" && at % 4 === 0;
      const on =
        kind === "meeting" || kind === "supervision" ? seasoned.slice(0, 3) : [turn(seasoned, at)];
      for (const one of on) await putPlace(tx, id, one, "on");
      if (kind !== "phone" && kind !== "shift") continue;
      if (!isOpen)
        await putPlace(tx, id, at % 3 === 0 ? turn(seasoned, at + 1) : turn(fresh, at), "on");
      else await putWish(tx, id, turn(seasoned, at + 2), "can");
      if (at % 5 === 1) await putPlace(tx, id, turn(beside, at), "shadow");
      if (at % 6 === 2) await putPlace(tx, id, turn(seasoned, at + 3), "reserve");
    }
  }
}
