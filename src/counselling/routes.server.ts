import { z } from "zod";
import { uuid } from "../platform/uuid.ts";
import type { JourId } from "../platform/database/index.server.ts";
import { type Code, type Context, defineDoor, type Door } from "../platform/http/index.server.ts";
import { fail, ok, type Result } from "../platform/result.ts";
import { type Asker, board, type CounsellingDeps, isInTeam, move } from "./board.server.ts";
import { TeamBooking } from "./booking.server.ts";
import { counsellingPaths as paths, PLACES, REASONS, STAGES, talkPaths } from "./contract.ts";
import { SeekerBooking } from "./seeker-booking.server.ts";

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

/** A door of every member, for what is her own. */
export function memberDoor<S extends z.ZodType>(
  path: string,
  body: S,
  handle: (asker: Asker, body: z.infer<S>) => Said,
): Door {
  return defineDoor({
    ...{ method: "POST", host: "jour", access: "member", path, body },
    async handle({ actor, host, body: given }: Context<z.infer<S>>): Said {
      if (actor.kind !== "member" || !host.jour) return fail("not-found");
      return handle({ jour: host.jour.id, member: actor.memberId }, given);
    },
  });
}

/** A door of the intake team. Who is not in it is told so. */
export function teamDoor<S extends z.ZodType>(
  deps: CounsellingDeps,
  path: string,
  body: S,
  handle: (asker: Asker, body: z.infer<S>) => Said,
): Door {
  return memberDoor(path, body, async (asker, given) =>
    (await isInTeam(deps, asker)) ? handle(asker, given) : fail("not-in-team"),
  );
}

const token = z
  .string()
  .regex(/^[\w-]{43}$/)
  .transform((text) => new Uint8Array(Buffer.from(text, "base64url")));
const local = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/)
  .refine((text) => !Number.isNaN(Date.parse(`${text}Z`)));
const bookingSchemas = {
  token: z.object({ token }),
  book: z.object({ token, time: uuid, instead: uuid.nullable() }),
  cancel: z.object({ token, time: uuid }),
  publish: z.object({
    first: local,
    weeks: z.number().int().min(1).max(26),
    minutes: z.number().int().min(15).max(240),
    place: z.enum(PLACES),
  }),
  time: z.object({ time: uuid }),
  give: z.object({ mailbox: mailboxId, times: z.array(uuid).min(1).max(20) }),
  unbook: z.object({ mailbox: mailboxId, time: uuid }),
} as const;

/** A door of hers: what she may do hangs on the token in the body. */
function seekerDoor<S extends z.ZodType>(
  path: string,
  body: S,
  handle: (jour: JourId, body: z.infer<S>) => Said,
): Door {
  return defineDoor({
    ...{ method: "POST", host: "jour", access: "anyone", refusePrefetch: true, path, body },
    handle: ({ host, body: given }: Context<z.infer<S>>) =>
      host.jour ? handle(host.jour.id, given) : fail("not-found"),
  });
}

export function bookingDoors(deps: CounsellingDeps): Door[] {
  const [hers, team] = [new SeekerBooking(deps), new TeamBooking(deps)];
  const of = bookingSchemas;
  return [
    seekerDoor(talkPaths.times, of.token, (jour, { token: key }) => hers.times(jour, key)),
    seekerDoor(talkPaths.book, of.book, (jour, { token: key, ...wish }) =>
      hers.book(jour, key, wish),
    ),
    seekerDoor(talkPaths.cancel, of.cancel, (jour, { token: key, time }) =>
      hers.cancel(jour, key, time),
    ),
    seekerDoor(talkPaths.alone, of.token, (jour, { token: key }) => hers.alone(jour, key)),
    teamDoor(deps, paths.times, schemas.nothing, async (asker) => ok(await team.times(asker))),
    teamDoor(deps, paths.publish, of.publish, (asker, wish) => team.publish(asker, wish)),
    teamDoor(deps, paths.withdraw, of.time, (asker, { time }) => team.withdraw(asker, time)),
    teamDoor(deps, paths.give, of.give, (asker, { mailbox, times }) =>
      team.give(asker, mailbox, times),
    ),
    teamDoor(deps, paths.unbook, of.unbook, (asker, { mailbox, time }) =>
      team.unbook(asker, mailbox, time),
    ),
  ];
}

export const boardDoors = (deps: CounsellingDeps): Door[] => [
  teamDoor(deps, paths.board, schemas.nothing, async (asker) => ok(await board(deps, asker))),
  teamDoor(deps, paths.move, schemas.move, (asker, wished) => move(deps, asker, wished)),
];
