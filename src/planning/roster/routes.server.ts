import { z } from "zod";
import { uuid } from "../../platform/uuid.ts";
import {
  type Code,
  type Context,
  defineDoor,
  type Door,
} from "../../platform/http/index.server.ts";
import { fail, ok, type Result } from "../../platform/result.ts";
import type { Asker, PlanningDeps } from "../deps.server.ts";
import { COLUMNS, MOST_LETTERS, MOST_ROWS, rosterPaths as paths } from "./contract.ts";
import { Roster } from "./roster.server.ts";

/** A month of a large jour, each cell named. */
const MAX_BODY = 512 * 1024;

const cell = z.string().max(MOST_LETTERS);
const cells = Object.fromEntries(COLUMNS.map((column) => [column, cell])) as Record<
  (typeof COLUMNS)[number],
  typeof cell
>;
const rows = z.object({
  rows: z
    .array(z.object({ ...cells, line: z.number().int().min(1).max(1_000_000) }))
    .min(1)
    .max(MOST_ROWS),
});

export function rosterDoors(deps: PlanningDeps): Door[] {
  const roster = new Roster(deps);
  return [
    door(paths.preview, rows, async (who, body) => ok(await roster.preview(who, body.rows))),
    door(paths.put, rows, (who, body) => roster.put(who, body.rows)),
    door(paths.recent, z.object({}), async ({ jour }) => ok(await roster.recent(jour))),
    door(paths.undo, z.object({ import: uuid }), ({ jour }, body) =>
      roster.undo(jour, body.import),
    ),
  ];
}

const door = <S extends z.ZodType>(
  path: string,
  body: S,
  handle: (who: Asker, body: z.infer<S>) => Promise<Result<unknown, Code>>,
): Door =>
  defineDoor({
    ...{ method: "POST", host: "jour", access: "shifts.plan", path, body, maxBody: MAX_BODY },
    async handle({ actor, host, body: given }: Context<z.infer<S>>) {
      if (actor.kind !== "member" || !host.jour) return fail("not-found");
      return handle({ jour: host.jour.id, member: actor.memberId }, given);
    },
  });
