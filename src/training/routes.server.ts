import { z } from "zod";
import { uuid } from "../platform/uuid.ts";
import { type Code, type Context, defineDoor, type Door } from "../platform/http/index.server.ts";
import { fail, ok, type Result } from "../platform/result.ts";
import { NOTE_KINDS, trainingPaths as paths } from "./contract.ts";
import { QUIZ_LIMIT } from "./policy.ts";
import type { Asker, Training } from "./service.server.ts";

const MAX_BODY = 512 * 1024;
const line = z.string().max(300);
const words = z.string().max(3000);
const markdown = z.string().max(40_000);
const id = z.string().regex(/^[a-z0-9-]{1,40}$/);
const day = z
  .string()
  .regex(/^20\d{2}-\d{2}-\d{2}$/)
  .refine((text) => new Date(`${text}T00:00:00Z`).toJSON()?.slice(0, 10) === text);
const version = z.number().int().min(0).max(1_000_000);
const upTo = (most: number, least = 0) => z.number().int().min(least).max(most);

const beat = z.strictObject({
  id,
  says: z.array(words).min(1).max(6),
  hint: words,
  ways: z.array(z.strictObject({ words: z.array(line).max(20), to: id })).max(10),
  next: id.nullable(),
});
const module = z.strictObject({
  ...{ id, title: line, text: markdown },
  minutes: upTo(600),
  quiz: z
    .array(
      z.strictObject({
        ask: words,
        options: z
          .array(z.strictObject({ text: words, right: z.boolean(), why: words }))
          .max(QUIZ_LIMIT.options),
      }),
    )
    .max(QUIZ_LIMIT.questions),
  scenario: z
    .strictObject({
      ...{ title: line, lead: words },
      beats: z.array(beat).max(60),
      reflect: z.array(words).max(10),
    })
    .nullable(),
});

const schemas = {
  nothing: z.object({}),
  step: z.object({ course: uuid, module: id, step: upTo(100), isDone: z.boolean() }),
  course: z.object({
    ...{ id: uuid, version, isPublished: z.boolean() },
    content: z.strictObject({ title: line, lead: markdown, modules: z.array(module).max(40) }),
  }),
  note: z.object({ member: uuid, kind: z.enum(NOTE_KINDS), onDay: day }),
  id: z.object({ id: uuid }),
  member: z.object({ member: uuid }),
  certify: z.object({ member: uuid, isEarlier: z.boolean() }),
  rules: z.object({
    version,
    rules: z.strictObject({
      isRequired: z.boolean(),
      ...{ meetings: upTo(20), shadows: upTo(20) },
      ...{ shadowMonths: upTo(24, 1), validMonths: upTo(60, 1) },
    }),
  }),
} as const;

type Answer = Promise<Result<unknown, Code>>;

const door =
  (access: "member" | "training.lead") =>
  <S extends z.ZodType>(
    path: string,
    body: S,
    handle: (asker: Asker, body: z.infer<S>) => Answer,
  ): Door =>
    defineDoor({
      ...{ method: "POST", host: "jour", access, path, body, maxBody: MAX_BODY },
      handle: ({ actor, host, body: given }: Context<z.infer<S>>): Answer =>
        actor.kind === "member" && host.jour
          ? handle({ jour: host.jour.id, member: actor.memberId }, given)
          : Promise.resolve(fail("not-found")),
    });

export function trainingDoors(training: Training): Door[] {
  const [member, lead] = [door("member"), door("training.lead")];
  return [
    member(paths.mine, schemas.nothing, async (asker) => ok(await training.mine(asker))),
    member(paths.step, schemas.step, (asker, at) => training.step(asker, at)),
    lead(paths.people, schemas.nothing, async (asker) => ok(await training.people(asker))),
    lead(paths.course, schemas.course, (asker, course) => training.keepCourse(asker, course)),
    lead(paths.note, schemas.note, (asker, note) => training.note(asker, note)),
    lead(paths.unnote, schemas.id, (asker, one) => training.unnote(asker, one.id)),
    lead(paths.certify, schemas.certify, (asker, wish) => training.certify(asker, wish)),
    lead(paths.revoke, schemas.member, (asker, wish) => training.revoke(asker, wish.member)),
    lead(paths.rules, schemas.rules, (asker, given) =>
      training.keepRules(asker, given.rules, given.version),
    ),
  ];
}
