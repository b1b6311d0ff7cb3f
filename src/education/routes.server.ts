import { z } from "zod";
import { uuid } from "../platform/uuid.ts";
import { type Code, type Context, defineDoor, type Door } from "../platform/http/index.server.ts";
import { MAX_DOCUMENT_BYTES } from "../media/index.ts";
import { fail, ok, type Result } from "../platform/result.ts";
import { board } from "./board.server.ts";
import { busy, erase, move, note } from "./bookings.server.ts";
import { dropLecture, keepLecture } from "./catalogue.server.ts";
import { AUDIENCES, educationPaths as paths, REASONS, SPOKEN, STAGES, WAYS } from "./contract.ts";
import type { Asker, EducationDeps } from "./deps.server.ts";
import { closeEvaluation, openEvaluation, resultsOf } from "./evaluations.server.ts";
import { addFile } from "./files.server.ts";
import { saveKeptMonths } from "./store.server.ts";

const said = (max: number) => z.strictObject({ sv: z.string().max(max), en: z.string().max(max) });
const local = z
  .string()
  .regex(/^20\d{2}-\d{2}-\d{2}T\d{2}:\d{2}$/)
  .refine((text) => new Date(`${text}Z`).toJSON()?.slice(0, 16) === text);
const id = uuid;
const version = z.number().int().min(0).max(1_000_000);
const minutes = z.number().int().min(10).max(600);
const MAX_BODY = 128 * 1024;
const MAX_FILE = Math.ceil(MAX_DOCUMENT_BYTES / 3) * 4;

const content = z.strictObject({
  ...{ title: said(120), summary: said(400), text: said(12_000), region: said(200) },
  audiences: z.array(z.enum(AUDIENCES)).max(AUDIENCES.length),
  languages: z.array(z.enum(SPOKEN)).max(SPOKEN.length),
  ways: z.array(z.enum(WAYS)).max(WAYS.length),
  ...{ minutes, price: z.number().int().min(0).max(1_000_000) },
  materials: z
    .array(
      z.strictObject({
        title: z.string().trim().min(1).max(120),
        address: z.string().trim().min(1).max(500),
        isPublic: z.boolean(),
      }),
    )
    .max(12),
});

const schemas = {
  nothing: z.object({}),
  id: z.object({ id }),
  lecture: z.object({ id, version, isPublished: z.boolean(), content }),
  move: z.object({
    ...{ id, version, stage: z.enum(STAGES), reason: z.enum(REASONS).nullable() },
    ...{ lecture: id.nullable(), member: id.nullable(), starts: local.nullable(), minutes },
    ...{ place: z.string().trim().max(400), tell: z.boolean() },
  }),
  note: z.object({ id, version, note: z.string().max(4000) }),
  busy: z.object({ member: id, starts: local, minutes, except: id }),
  open: z.object({ booking: id, questions: z.array(z.string().max(40)).max(20) }),
  file: z.strictObject({
    /** In base64. */
    file: z.string().min(1).max(MAX_FILE),
  }),
  settings: z.object({ keepMonths: z.number().int().min(1).max(24) }),
} as const;

type Answer = Promise<Result<unknown, Code>>;

/** A door of those who hold lectures. */
function door<S extends z.ZodType>(
  path: string,
  body: S,
  handle: (asker: Asker, body: z.infer<S>) => Answer,
  maxBody = MAX_BODY,
): Door {
  return defineDoor({
    ...{ method: "POST", host: "jour", access: "education", path, body, maxBody },
    handle: ({ actor, host, body: given }: Context<z.infer<S>>): Answer =>
      actor.kind === "member" && host.jour
        ? handle({ jour: host.jour.id, member: actor.memberId }, given)
        : Promise.resolve(fail("not-found")),
  });
}

export const educationDoors = (deps: EducationDeps): Door[] => [
  door(paths.board, schemas.nothing, async (asker) => ok(await board(deps, asker))),
  door(paths.lecture, schemas.lecture, (asker, lecture) => keepLecture(deps, asker, lecture)),
  door(paths.dropLecture, schemas.id, (asker, one) => dropLecture(deps, asker, one.id)),
  door(paths.move, schemas.move, (asker, wished) => move(deps, asker, wished)),
  door(paths.note, schemas.note, (asker, wished) => note(deps, asker, wished)),
  door(paths.erase, schemas.id, (asker, one) => erase(deps, asker, one.id)),
  door(paths.busy, schemas.busy, (asker, asked) => busy(deps, asker, asked)),
  door(paths.open, schemas.open, (asker, asked) => openEvaluation(deps, asker, asked)),
  door(paths.close, schemas.id, (asker, one) => closeEvaluation(deps, asker, one.id)),
  door(paths.results, schemas.id, (asker, one) => resultsOf(deps, asker, one.id)),
  door(
    paths.addFile,
    schemas.file,
    (asker, { file }) => addFile(deps, asker, Buffer.from(file, "base64")),
    MAX_FILE + 8192,
  ),
  door(paths.settings, schemas.settings, async ({ jour }, { keepMonths }) => {
    await deps.database.tenant(jour, (tx) => saveKeptMonths(tx, keepMonths));
    return ok();
  }),
];
