import { z } from "zod";
import type { Door } from "../platform/http/index.server.ts";
import { ok } from "../platform/result.ts";
import { uuid as id } from "../platform/uuid.ts";
import { askAdjusters } from "./adjusting.server.ts";
import { call } from "./calling.server.ts";
import type { AssociationDeps } from "./deps.server.ts";
import {
  MEETING_LIMIT as MOST,
  meetingPaths as paths,
  MINUTES_LIMIT,
  MOST_ADJUSTERS,
} from "./meeting-contract.ts";
import { dropMeeting, meetings, saveMeeting, step, tick } from "./meetings.server.ts";
import { adjust, minutesOf, writeMinutes } from "./minutes.server.ts";
import { day, door } from "./routes.server.ts";

const version = z.number().int().min(0).max(1_000_000);
const upon = z.number().int().min(0).max(1000);
const local = z
  .string()
  .regex(/^20\d{2}-\d{2}-\d{2}T\d{2}:\d{2}$/)
  .refine((text) => new Date(`${text}Z`).toJSON()?.slice(0, 16) === text);
const said = (most: number) => z.string().trim().max(most);

const schemas = {
  nothing: z.object({}),
  id: z.object({ id }),
  versioned: z.object({ id, version }),
  meeting: z
    .object({
      ...{ id, version, starts: local, minutes: z.number().int().min(10).max(1440) },
      feeYear: z.number().int().min(2000).max(2100).nullable(),
      ...{ title: said(MOST.title).min(1), place: said(MOST.place) },
      agenda: z
        .array(z.strictObject({ title: said(MOST.item).min(1), text: said(MOST.text) }))
        .max(MOST.items),
      motionsUntil: day.nullable(),
    })
    .refine(({ motionsUntil, starts }) => (motionsUntil ?? "") <= starts.slice(0, 10)),
  stage: z.object({ id, version, to: z.enum(["open", "held"]) }),
  presence: z.object({
    ...{ meeting: id, member: id, isPresent: z.boolean(), hasVote: z.boolean().nullable() },
  }),
  minutes: z.object({ meeting: id, upon, text: z.string().min(1).max(MINUTES_LIMIT) }),
  adjusters: z.object({ id, version, upon, members: z.array(id).max(MOST_ADJUSTERS) }),
  adjust: z.object({ id, version, upon, by: z.array(said(120).min(1)).min(1).max(8) }),
} as const;

export const meetingDoors = (deps: AssociationDeps): Door[] => [
  door(paths.list, schemas.nothing, async (asker) => ok(await meetings(deps, asker))),
  door(paths.save, schemas.meeting, (asker, one) => saveMeeting(deps, asker, one)),
  door(paths.drop, schemas.id, (asker, one) => dropMeeting(deps, asker, one.id)),
  door(paths.call, schemas.versioned, (asker, one) => call(deps, asker, one)),
  door(paths.stage, schemas.stage, (asker, one) => step(deps, asker, one)),
  door(paths.presence, schemas.presence, (asker, one) => tick(deps, asker, one)),
  door(paths.minutesOf, schemas.id, (asker, one) => minutesOf(deps, asker, one.id)),
  door(paths.minutes, schemas.minutes, (asker, one) => writeMinutes(deps, asker, one)),
  door(paths.adjusters, schemas.adjusters, (asker, one) => askAdjusters(deps, asker, one)),
  door(paths.adjust, schemas.adjust, (asker, one) => adjust(deps, asker, one)),
];
