import { z } from "zod";
import { uuid } from "../platform/uuid.ts";
import type { Database, JourId } from "../platform/database/index.server.ts";
import {
  type Access,
  type Code,
  type Context,
  defineDoor,
  type Door,
} from "../platform/http/index.server.ts";
import { fail, ok, type Result } from "../platform/result.ts";
import { type DoorsView, type FaceDoor, shiftPaths as paths } from "./contract.ts";
import { announceDoor, doorRows, markCalled, setDoor, turnDoor } from "./doors-store.server.ts";
import { isPresent } from "./policy.ts";
import type { Shifts } from "./service.server.ts";

export interface SuperviseParts {
  readonly database: Database;
  readonly shifts: Shifts;
  readonly now: () => number;
  faces(jour: JourId): Promise<readonly { readonly id: string; readonly name: string }[]>;
  /** Who waits at a face: how many, and since when the first of them. */
  queue(jour: JourId, face: string): { readonly waiting: number; readonly since: number | null };
  /** Asks the one who has waited longest whether another face may take her. */
  askToMove(
    jour: JourId,
    from: string,
    to: { readonly id: string; readonly name: string },
  ): Promise<Result<undefined, "closed" | "nobody-waits" | "try-again">>;
  /** Asks the reserves of the shift of now, by mail; how many could be told. */
  callReserves(jour: JourId, face: string): Promise<number>;
  isOnCall(jour: JourId, member: string): Promise<boolean>;
  /** Tells those on call outside the desk, where they may be told. */
  callIn(jour: JourId): Promise<void>;
}

interface Asker {
  readonly jour: JourId;
  readonly member: string;
  readonly isCoordinator: boolean;
}

const MINUTE = 60_000;
const schemas = {
  nothing: z.object({}),
  turn: z.object({
    face: uuid,
    hand: z.enum(["open", "closed"]).nullable(),
    minutes: z.number().int().min(5).max(720),
  }),
  /** So many minutes from now; null takes it back. */
  announce: z.object({ face: uuid, minutes: z.number().int().min(1).max(720).nullable() }),
  set: z.object({
    face: uuid,
    needed: z.number().int().min(1).max(20),
    lastEntryMinutes: z.number().int().min(0).max(120),
  }),
  call: z.object({ face: uuid }),
  move: z.object({ from: uuid, to: uuid }),
} as const;

type Done = Promise<Result<undefined, "not-allowed" | "not-found" | "not-on-duty">>;

/** What whoever is on call behind the shift sees and does: of the doors, never of what is said behind them. */
class Supervision {
  readonly #parts: SuperviseParts;
  constructor(parts: SuperviseParts) {
    this.#parts = parts;
  }

  async see(asker: Asker): Promise<Result<DoorsView, "not-allowed">> {
    const { database, shifts, faces, now } = this.#parts;
    const { jour, member } = asker;
    const mayTurn = await this.#mayTurn(asker);
    const isOnDuty = (await shifts.look(jour)).some((duty) => duty.member === member);
    if (!mayTurn && !isOnDuty) return fail("not-allowed");
    const rows = await database.tenant(jour, doorRows);
    const all = await faces(jour);
    const doors = all.map(async ({ id, name }): Promise<FaceDoor> => {
      const row = rows.find(({ face_id }) => face_id === id);
      const said = await shifts.door(jour, id);
      const { waiting, since } = this.#parts.queue(jour, id);
      const { open, why, present, needed, opensAt, endsAt } = said;
      return {
        ...{ face: id, name, open, why, present, needed, opensAt, endsAt, waiting },
        longestMinutes: since === null ? 0 : Math.max(0, Math.floor((now() - since) / MINUTE)),
        calledAt: row?.called_at?.getTime() ?? null,
        settings: { needed: row?.needed ?? 1, lastEntryMinutes: row?.last_entry_minutes ?? 15 },
      };
    });
    return ok({ mayTurn, doors: await Promise.all(doors) });
  }

  turn(asker: Asker, { face, hand, minutes }: z.infer<typeof schemas.turn>): Done {
    const until = hand === null ? null : new Date(this.#parts.now() + minutes * MINUTE);
    return this.#change(asker, face, (jour) =>
      this.#parts.database.tenant(jour, async (tx) => {
        await turnDoor(tx, face, hand, until);
        await markCalled(tx, face, null);
      }),
    );
  }

  announce(asker: Asker, { face, minutes }: z.infer<typeof schemas.announce>): Done {
    const at = minutes === null ? null : new Date(this.#parts.now() + minutes * MINUTE);
    return this.#change(asker, face, (jour) =>
      this.#parts.database.tenant(jour, (tx) => announceDoor(tx, face, at)),
    );
  }

  set(asker: Asker, { face, needed, lastEntryMinutes }: z.infer<typeof schemas.set>): Done {
    return this.#change(asker, face, (jour) =>
      this.#parts.database.tenant(jour, (tx) => setDoor(tx, face, needed, lastEntryMinutes)),
    );
  }

  /** Who is on duty and present may ask for whoever is on call. */
  async call({ jour, member }: Asker, face: string): Done {
    const { database, shifts, now, callIn } = this.#parts;
    const isThere = (await shifts.look(jour)).some(
      (duty) => duty.member === member && duty.face === face && isPresent(duty, now()),
    );
    if (!isThere) return fail("not-on-duty");
    await database.tenant(jour, (tx) => markCalled(tx, face, new Date(now())));
    await callIn(jour);
    return ok();
  }

  /** Asks one who waits, through the house: who it is stays unknown here. */
  async move(
    asker: Asker,
    { from, to }: z.infer<typeof schemas.move>,
  ): Promise<
    Result<undefined, "not-allowed" | "not-found" | "closed" | "nobody-waits" | "try-again">
  > {
    const { faces, askToMove } = this.#parts;
    if (!(await this.#mayTurn(asker))) return fail("not-allowed");
    const all = await faces(asker.jour);
    const goal = all.find(({ id }) => id === to);
    if (!goal || from === to || !all.some(({ id }) => id === from)) return fail("not-found");
    return askToMove(asker.jour, from, { id: goal.id, name: goal.name });
  }

  async reserves(
    asker: Asker,
    face: string,
  ): Promise<Result<{ told: number }, "not-allowed" | "not-found">> {
    const { faces, callReserves } = this.#parts;
    if (!(await this.#mayTurn(asker))) return fail("not-allowed");
    if (!(await faces(asker.jour)).some(({ id }) => id === face)) return fail("not-found");
    return ok({ told: await callReserves(asker.jour, face) });
  }

  async #change(asker: Asker, face: string, change: (jour: JourId) => Promise<void>): Done {
    const { faces, shifts } = this.#parts;
    if (!(await this.#mayTurn(asker))) return fail("not-allowed");
    if (!(await faces(asker.jour)).some(({ id }) => id === face)) return fail("not-found");
    await change(asker.jour);
    await shifts.doorNow(asker.jour, face);
    await shifts.turned(asker.jour);
    return ok();
  }

  async #mayTurn({ jour, member, isCoordinator }: Asker): Promise<boolean> {
    return isCoordinator || this.#parts.isOnCall(jour, member);
  }
}

type Said = Promise<Result<unknown, Code>>;

export function superviseDoors(parts: SuperviseParts): Door[] {
  const room = new Supervision(parts);
  const of = schemas;
  return [
    door("member", paths.doors, of.nothing, (asker) => room.see(asker)),
    door("member", paths.turn, of.turn, (asker, body) => room.turn(asker, body)),
    door("member", paths.announce, of.announce, (asker, body) => room.announce(asker, body)),
    door("shifts.plan", paths.set, of.set, (asker, body) => room.set(asker, body)),
    door("member", paths.call, of.call, (asker, { face }) => room.call(asker, face)),
    door("member", paths.move, of.move, (asker, body) => room.move(asker, body)),
    door("member", paths.reserves, of.call, (asker, { face }) => room.reserves(asker, face)),
  ];
}

function door<S extends z.ZodType>(
  access: Access,
  path: string,
  body: S,
  handle: (asker: Asker, body: z.infer<S>) => Said,
): Door {
  return defineDoor({
    ...{ method: "POST", host: "jour", access, path, body },
    async handle({ actor, host, body: given }: Context<z.infer<S>>): Said {
      if (actor.kind !== "member" || !host.jour) return fail("not-found");
      const isCoordinator = actor.role === "coordinator";
      return handle({ jour: host.jour.id, member: actor.memberId, isCoordinator }, given);
    },
  });
}
