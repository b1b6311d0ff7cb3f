import { z } from "zod";
import { uuid } from "../platform/uuid.ts";
import {
  type Access,
  type Code,
  type Context,
  defineDoor,
  type Door,
} from "../platform/http/index.server.ts";
import { fail, ok, type Result } from "../platform/result.ts";
import { carePaths as paths, KEEP_DAYS } from "./contract.ts";
import type { Asker, CareDeps } from "./deps.server.ts";
import { Loads } from "./loads.server.ts";
import { Supervision } from "./supervision.server.ts";

const id = uuid;
const nothing = z.object({});
const sealed = z
  .base64url()
  .max(80_000)
  .transform((text) => new Uint8Array(Buffer.from(text, "base64url")));
const schemas = {
  hard: z.object({ by: z.union([z.literal(1), z.literal(-1)]) }),
  session: z.object({ session: id }),
  note: z.object({ note: id }),
  lead: z.object({ session: id, member: id.nullable() }),
  write: z.object({ session: id, sealed, days: z.literal([...KEEP_DAYS]) }),
} as const;
/** A note sealed to two dozen. */
const MAX_BODY = 96 * 1024;

export const careDoors = (deps: CareDeps): Door[] => [
  ...loadDoors(new Loads(deps)),
  ...supervisionDoors(new Supervision(deps)),
];

const loadDoors = (loads: Loads): Door[] => [
  door("member", paths.mine, nothing, async (who) => ok(await loads.mine(who))),
  door("member", paths.hard, schemas.hard, async (who, { by }) => {
    await loads.hard(who, by);
    return ok();
  }),
  door("shifts.plan", paths.overview, nothing, async ({ jour }) => ok(await loads.overview(jour))),
];

const supervisionDoors = (room: Supervision): Door[] => [
  door("member", paths.sessions, nothing, async (who) => ok(await room.sessions(who))),
  door("shifts.plan", paths.lead, schemas.lead, (who, { session, member }) =>
    room.lead(who, session, member),
  ),
  door("member", paths.readers, schemas.session, (who, { session }) => room.readers(who, session)),
  door("member", paths.write, schemas.write, (who, note) => room.write(who, note)),
  door("member", paths.open, schemas.note, (who, { note }) => room.open(who, note)),
  door("member", paths.remove, schemas.note, (who, { note }) => room.remove(who, note)),
];

function door<S extends z.ZodType>(
  access: Access,
  path: string,
  body: S,
  handle: (asker: Asker, body: z.infer<S>) => Promise<Result<unknown, Code>>,
): Door {
  return defineDoor({
    ...{ method: "POST", host: "jour", access, path, body, maxBody: MAX_BODY },
    async handle({ actor, host, body: given }: Context<z.infer<S>>) {
      if (actor.kind !== "member" || !host.jour) return fail("not-found");
      const isCoordinator = actor.role === "coordinator";
      return handle({ jour: host.jour.id, member: actor.memberId, isCoordinator }, given);
    },
  });
}
