import { z } from "zod";
import { type Code, type Context, defineDoor, type Door } from "../platform/http/index.server.ts";
import { fail, ok, type Result } from "../platform/result.ts";
import { type Asker, board, type CounsellingDeps, isInTeam, move } from "./board.server.ts";
import { counsellingPaths as paths, REASONS, STAGES } from "./contract.ts";

export const mailboxId = z
  .string()
  .regex(/^[\w-]{22}$/)
  .transform((text) => new Uint8Array(Buffer.from(text, "base64url")));

const schemas = {
  nothing: z.object({}),
  move: z.object({
    mailbox: mailboxId,
    stage: z.enum(STAGES),
    reason: z.enum(REASONS).nullable(),
    version: z.number().int().min(0),
  }),
} as const;

type Said = Promise<Result<unknown, Code>>;

/** A door of the intake team. Who is not in it is told so. */
export function teamDoor<S extends z.ZodType>(
  deps: CounsellingDeps,
  path: string,
  body: S,
  handle: (asker: Asker, body: z.infer<S>) => Said,
): Door {
  return defineDoor({
    ...{ method: "POST", host: "jour", access: "member", path, body },
    async handle({ actor, host, body: given }: Context<z.infer<S>>): Said {
      if (actor.kind !== "member" || !host.jour) return fail("not-found");
      const asker = { jour: host.jour.id, member: actor.memberId };
      return (await isInTeam(deps, asker)) ? handle(asker, given) : fail("not-in-team");
    },
  });
}

export const boardDoors = (deps: CounsellingDeps): Door[] => [
  teamDoor(deps, paths.board, schemas.nothing, async (asker) => ok(await board(deps, asker))),
  teamDoor(deps, paths.move, schemas.move, (asker, wished) => move(deps, asker, wished)),
];
