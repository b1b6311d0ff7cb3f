import { z } from "zod";
import type { Door } from "../../platform/http/index.server.ts";
import { ok } from "../../platform/result.ts";
import { counsellingPaths as paths } from "../contract.ts";
import { memberDoor } from "../routes.server.ts";
import type { Reminders } from "./service.server.ts";

const schemas = {
  nothing: z.object({}),
  remind: z.object({ address: z.string().trim().min(3).max(254).nullable() }),
} as const;

/** Of every member: she may be asked to come along, whatever team she is in. */
export const reminderDoors = (reminders: Reminders): Door[] => [
  memberDoor(paths.reminder, schemas.nothing, async (asker) => ok(await reminders.mine(asker))),
  memberDoor(paths.remind, schemas.remind, (asker, { address }) => reminders.set(asker, address)),
];
