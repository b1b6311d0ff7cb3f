import { z } from "zod";
import type { Door } from "../../platform/http/index.server.ts";
import { ok } from "../../platform/result.ts";
import { uuid as id } from "../../platform/uuid.ts";
import type { AssociationDeps } from "../deps.server.ts";
import { door, said, year } from "../routes.server.ts";
import { feePaths as paths, REMINDER_LIMIT } from "./contract.ts";
import { remind, reminders } from "./reminding.server.ts";

const schemas = {
  nothing: z.object({}),
  remind: z.object({
    ...{ id, year },
    text: said(REMINDER_LIMIT).refine(({ sv }) => sv.trim() !== ""),
  }),
} as const;

export const feeDoors = (deps: AssociationDeps): Door[] => [
  door(paths.rounds, schemas.nothing, async (asker) => ok(await reminders(deps, asker))),
  door(paths.remind, schemas.remind, (asker, one) => remind(deps, asker, one)),
];
