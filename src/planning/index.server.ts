import type { JourId, TenantTx } from "../platform/database/index.server.ts";
import type { Door } from "../platform/http/index.server.ts";
import { callIn, callSupervisor, neededNow, remindBy } from "./calling.server.ts";
import type { PlanningDeps } from "./deps.server.ts";
import { doneBetween } from "./done-store.server.ts";
import { learners, onCall, shiftNow } from "./now-store.server.ts";
import { planningDoors } from "./routes.server.ts";
import { Roster } from "./roster/roster.server.ts";
import { KEPT_DAYS } from "./rules.ts";
import { deletePast, placesOf, shiftsAround, shiftsBetween, spansOf } from "./store.server.ts";

const DAY = 86_400_000;
const SHOWN_PAST_MS = 14 * DAY;

export { furnishPlaces } from "./furnish.server.ts";
export { furnishMonths } from "./months.server.ts";

interface PlanningEvent {
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly startsAt: number;
  readonly endsAt: number;
  readonly isTaken: boolean;
}

interface Done {
  readonly member: string;
  readonly kind: string;
  readonly startsAt: number;
  readonly endsAt: number;
}

interface Supervised {
  readonly id: string;
  readonly title: string;
  readonly startsAt: number;
  readonly endsAt: number;
  readonly seats: number;
  readonly people: readonly { readonly member: string; readonly name: string }[];
}

/** What the plan says of a face at this moment. */
interface PlanNow {
  readonly shift: { readonly needed: number; readonly endsAt: number } | null;
  /** A shift was over a short while ago, and no other follows. */
  readonly isOver: boolean;
  readonly learners: ReadonlyMap<string, "shadowing" | "newcomer">;
}

export interface Planning {
  now(jour: JourId, face: string): Promise<PlanNow>;
  isOnCall(jour: JourId, member: string): Promise<boolean>;
  /** Asks whoever is on call, by a mail that says nothing. */
  callIn(jour: JourId): Promise<void>;
  /** The same to the reserves of the shift that is now or about to begin; how many were told. */
  callReserves(jour: JourId, face: string): Promise<number>;
  /** Mail to those who gave an address: something waits for them until then. It does not say what. */
  remind(tx: TenantTx, members: readonly string[], at: number): Promise<void>;
  readonly doors: Door[];
  /** Deletes what is long over. Ask every few minutes. */
  sweep(jour: JourId): Promise<void>;
  /** Who stood where on shifts that began within this span, milliseconds since 1970. */
  worked(jour: JourId, from: number, until: number): Promise<Done[]>;
  /** Sessions of supervision that begin within this span, with those who have a place. */
  supervisions(jour: JourId, from: number, until: number): Promise<Supervised[]>;
  /** A member's own shifts, for her calendar: when, and whether she is needed or in reserve. */
  eventsOf(jour: JourId, member: string): Promise<PlanningEvent[]>;
}

export function openPlanning(deps: PlanningDeps): Planning {
  const { database, now } = deps;
  const roster = new Roster(deps);
  return {
    doors: planningDoors(deps),
    now: (jour, face) =>
      database.tenant(jour, async (tx) => {
        const { needed, ends_at, is_over } = await shiftNow(tx, face, new Date(now()));
        const known = (await learners(tx)).map((one) => [one.member, one.standing] as const);
        const shift =
          needed === null || ends_at === null ? null : { needed, endsAt: ends_at.getTime() };
        return { shift, isOver: is_over, learners: new Map(known) };
      }),
    ...callsOf(deps),
    sweep: (jour) =>
      database.tenant(jour, async (tx) => {
        await deletePast(tx, new Date(now() - KEPT_DAYS * DAY));
        await roster.sweep(tx);
      }),
    ...pastOf(deps),
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

/** Who may be called, and how. */
const callsOf = (
  deps: PlanningDeps,
): Pick<Planning, "isOnCall" | "callIn" | "callReserves" | "remind"> => {
  const { database, now } = deps;
  return {
    isOnCall: (jour, member) =>
      database.tenant(jour, async (tx) =>
        (await onCall(tx, new Date(now()))).some((one) => one.member === member),
      ),
    callIn: (jour) =>
      database.tenant(jour, async (tx) =>
        callSupervisor(deps, tx, await onCall(tx, new Date(now()))),
      ),
    callReserves: (jour, face) =>
      database.tenant(jour, async (tx) => {
        const [shift] = await shiftsAround(tx, face, new Date(now()));
        return shift ? callIn(deps, tx, shift, null, neededNow) : 0;
      }),
    remind: (tx, members, at) => remindBy(deps, tx, members, at),
  };
};

/** What was, and the supervision to come. */
const pastOf = ({ database }: PlanningDeps): Pick<Planning, "worked" | "supervisions"> => ({
  async worked(jour, from, until) {
    const rows = await database.tenant(jour, (tx) =>
      doneBetween(tx, new Date(from), new Date(until)),
    );
    return rows.map(({ member, kind, starts_at, ends_at }) => ({
      ...{ member, kind, startsAt: starts_at.getTime(), endsAt: ends_at.getTime() },
    }));
  },
  supervisions: (jour, from, until) =>
    database.tenant(jour, (tx) => supervised(tx, new Date(from), new Date(until))),
});

async function supervised(tx: TenantTx, from: Date, until: Date): Promise<Supervised[]> {
  const rows = (await shiftsBetween(tx, from, until)).filter(
    ({ kind, called_off }) => kind === "supervision" && !called_off,
  );
  const places = await placesOf(
    tx,
    rows.map(({ id }) => id),
  );
  return rows.map(({ id, title, starts_at, ends_at, needed: seats }) => ({
    ...{ id, title, seats, startsAt: starts_at.getTime(), endsAt: ends_at.getTime() },
    people: places
      .filter(({ shift_id, place }) => shift_id === id && place === "on")
      .map(({ member, name }) => ({ member, name })),
  }));
}
