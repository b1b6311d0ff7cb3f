import type { JourId } from "../platform/database/index.server.ts";
import type { Door } from "../platform/http/index.server.ts";
import type { CareDeps } from "./deps.server.ts";
import { SHOWN_MONTHS } from "./loads.server.ts";
import { dayOf, monthsBefore } from "./months.ts";
import { careDoors } from "./routes.server.ts";
import { hardOf, sweepCare } from "./store.server.ts";

export interface Care {
  readonly doors: Door[];
  /** Deletes what has had its time. Ask every few minutes. */
  sweep(jour: JourId): Promise<void>;
  /** What is kept here about her, for her to take along. Notes are ciphertext: she reads them at the desk. */
  everythingOf(jour: JourId, member: string): Promise<unknown>;
}

export function openCare(deps: CareDeps): Care {
  const months = (): string[] => monthsBefore(deps.now(), SHOWN_MONTHS);
  return {
    doors: careDoors(deps),
    sweep: (jour) =>
      deps.database.tenant(jour, (tx) =>
        sweepCare(tx, dayOf(deps.now()), months().at(-1) ?? "2000-01"),
      ),
    async everythingOf(jour, member) {
      const rows = await deps.database.tenant(jour, (tx) => hardOf(tx, months()));
      const hers = rows.filter((one) => one.member === member);
      return { hardContacts: hers.map(({ month, count }) => ({ month, count })) };
    },
  };
}
