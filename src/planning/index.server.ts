import type { JourId } from "../platform/database/index.server.ts";
import type { Door } from "../platform/http/index.server.ts";
import type { PlanningDeps } from "./deps.server.ts";
import { planningDoors } from "./routes.server.ts";
import { KEPT_DAYS } from "./rules.ts";
import { deletePast, spansOf } from "./store.server.ts";

const DAY = 86_400_000;
const SHOWN_PAST_MS = 14 * DAY;

interface PlanningEvent {
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly startsAt: number;
  readonly endsAt: number;
  readonly isTaken: boolean;
}

export interface Planning {
  readonly doors: Door[];
  /** Deletes what is long over. Ask every few minutes. */
  sweep(jour: JourId): Promise<void>;
  /** A member's own shifts, for her calendar: when, and whether she is needed or in reserve. */
  eventsOf(jour: JourId, member: string): Promise<PlanningEvent[]>;
}

export function openPlanning(deps: PlanningDeps): Planning {
  const { database, now } = deps;
  return {
    doors: planningDoors(deps),
    sweep: (jour) =>
      database.tenant(jour, (tx) => deletePast(tx, new Date(now() - KEPT_DAYS * DAY))),
    async eventsOf(jour, member) {
      const from = new Date(now() - SHOWN_PAST_MS);
      const spans = await database.tenant(jour, (tx) => spansOf(tx, member, from));
      return spans.map(({ id, starts_at, ends_at, place }) => ({
        ...{ id, startsAt: starts_at.getTime(), endsAt: ends_at.getTime() },
        isTaken: place !== "reserve",
      }));
    },
  };
}
