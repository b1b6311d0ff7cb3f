import { z } from "zod";
import { uuid } from "../platform/uuid.ts";
import type { JourId } from "../platform/database/index.server.ts";
import { type Code, type Context, defineDoor, type Door } from "../platform/http/index.server.ts";
import { fail, ok, type Result } from "../platform/result.ts";
import { Applicant } from "./applicant.server.ts";
import { board, isRecruiter, move, publish, withdraw } from "./board.server.ts";
import { applicantPaths, KINDS, recruitmentPaths as paths, STAGES } from "./contract.ts";
import {
  type Asker,
  keepRound,
  keepSettings,
  notice,
  type RecruitmentDeps,
} from "./rounds.server.ts";

const bytes = (length: number) =>
  z
    .string()
    .regex(new RegExp(`^[\\w-]{${Math.ceil((length * 4) / 3)}}$`))
    .transform((text) => new Uint8Array(Buffer.from(text, "base64url")));
const token = bytes(32);
const said = (max: number) => z.strictObject({ sv: z.string().max(max), en: z.string().max(max) });
const day = z
  .string()
  .regex(/^20\d{2}-\d{2}-\d{2}$/)
  .refine((text) => new Date(`${text}T00:00:00Z`).toJSON()?.slice(0, 10) === text);
const local = z
  .string()
  .regex(/^20\d{2}-\d{2}-\d{2}T\d{2}:\d{2}$/)
  .refine((text) => new Date(`${text}Z`).toJSON()?.slice(0, 16) === text);
const version = z.number().int().min(0).max(1_000_000);
const LONGEST = { title: 120, text: 8000, condition: 300 } as const;
const MAX_BODY = 128 * 1024;

const schemas = {
  nothing: z.object({}),
  move: z.object({ mailbox: bytes(16), stage: z.enum(STAGES), version }),
  round: z.object({
    id: uuid,
    words: z.strictObject({ title: said(LONGEST.title), text: said(LONGEST.text) }),
    ...{ opensOn: day, endsOn: day, version },
    keepMonths: z.number().int().min(1).max(12),
  }),
  settings: z.object({
    version,
    settings: z.strictObject({
      conditions: z
        .array(
          z.strictObject({
            id: z.string().regex(/^[a-z0-9-]{1,40}$/),
            text: said(LONGEST.condition),
            required: z.boolean(),
          }),
        )
        .max(12),
      ...{ invited: said(4000), welcome: said(4000), declined: said(4000) },
    }),
  }),
  publish: z.object({
    kind: z.enum(KINDS),
    first: local,
    minutes: z.number().int().min(15).max(480),
    place: z.string().trim().min(1).max(200),
    seats: z.number().int().min(1).max(200),
  }),
  meeting: z.object({ meeting: uuid }),
  token: z.object({ token }),
  begin: z.object({ token, applies: z.boolean(), meeting: uuid.nullable() }),
  seat: z.object({ token, meeting: uuid }),
} as const;

type Answer = Promise<Result<unknown, Code>>;

/** A door of the recruiters. Who is not among them is told so. */
function teamDoor<S extends z.ZodType>(
  deps: RecruitmentDeps,
  path: string,
  body: S,
  handle: (asker: Asker, body: z.infer<S>) => Answer,
): Door {
  return defineDoor({
    ...{ method: "POST", host: "jour", access: "member", path, body, maxBody: MAX_BODY },
    async handle({ actor, host, body: given }: Context<z.infer<S>>): Answer {
      if (actor.kind !== "member" || !host.jour) return fail("not-found");
      const asker = { jour: host.jour.id, member: actor.memberId };
      return (await isRecruiter(deps, asker)) ? handle(asker, given) : fail("not-in-team");
    },
  });
}

function openDoor<S extends z.ZodType>(
  path: string,
  body: S,
  handle: (jour: JourId, body: z.infer<S>) => Answer,
): Door {
  return defineDoor({
    ...{ method: "POST", host: "jour", access: "anyone", refusePrefetch: true, path, body },
    handle: ({ host, body: given }: Context<z.infer<S>>) =>
      host.jour ? handle(host.jour.id, given) : fail("not-found"),
  });
}

const teamDoors = (deps: RecruitmentDeps): Door[] => [
  teamDoor(deps, paths.board, schemas.nothing, async (asker) => ok(await board(deps, asker))),
  teamDoor(deps, paths.move, schemas.move, (asker, wished) => move(deps, asker, wished)),
  teamDoor(deps, paths.round, schemas.round, (asker, round) => keepRound(deps, asker, round)),
  teamDoor(deps, paths.settings, schemas.settings, (asker, given) =>
    keepSettings(deps, asker, given.settings, given.version),
  ),
  teamDoor(deps, paths.publish, schemas.publish, (asker, wished) => publish(deps, asker, wished)),
  teamDoor(deps, paths.withdraw, schemas.meeting, (asker, { meeting }) =>
    withdraw(deps, asker, meeting),
  ),
];

export function recruitmentDoors(deps: RecruitmentDeps): Door[] {
  const hers = new Applicant(deps);
  return [
    ...teamDoors(deps),
    openDoor(applicantPaths.notice, schemas.nothing, async (jour) =>
      ok(await notice(deps, jour, deps.now())),
    ),
    openDoor(applicantPaths.begin, schemas.begin, (jour, { token: key, ...what }) =>
      hers.begin(jour, key, what),
    ),
    openDoor(applicantPaths.hers, schemas.token, (jour, { token: key }) => hers.hers(jour, key)),
    openDoor(applicantPaths.take, schemas.seat, (jour, { token: key, meeting }) =>
      hers.take(jour, key, meeting),
    ),
    openDoor(applicantPaths.leave, schemas.seat, (jour, { token: key, meeting }) =>
      hers.leave(jour, key, meeting),
    ),
  ];
}
