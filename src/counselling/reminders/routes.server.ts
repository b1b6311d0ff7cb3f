import { z } from "zod";
import type { Door } from "../../platform/http/index.server.ts";
import { ok } from "../../platform/result.ts";
import type { CounsellingDeps } from "../board.server.ts";
import { counsellingPaths as paths } from "../contract.ts";
import { teamDoor } from "../routes.server.ts";
import type { Reminders } from "./service.server.ts";

const schemas = {
  nothing: z.object({}),
  remind: z.object({ address: z.string().trim().min(3).max(254).nullable() }),
} as const;

export const reminderDoors = (deps: CounsellingDeps, reminders: Reminders): Door[] => [
  teamDoor(deps, paths.reminder, schemas.nothing, async (asker) => ok(await reminders.mine(asker))),
  teamDoor(deps, paths.remind, schemas.remind, (asker, { address }) =>
    reminders.set(asker, address),
  ),
];
