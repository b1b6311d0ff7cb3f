import { z } from "zod";
import { FORM_KINDS, FORM_LIMIT } from "./definition.ts";

const id = z.string().regex(/^[a-z0-9][a-z0-9-]{0,40}$/);
const said = (max: number) => z.strictObject({ sv: z.string().max(max), en: z.string().max(max) });
const label = said(FORM_LIMIT.label);

const asked = {
  id,
  label,
  hint: label,
  required: z.boolean(),
  when: z.strictObject({ question: id, is: id }).nullable(),
};
const place = z.number().int().min(0).max(100);

const question = z.discriminatedUnion("kind", [
  z.strictObject({
    ...asked,
    kind: z.literal("choice"),
    several: z.boolean(),
    options: z.array(z.strictObject({ id, label })).max(FORM_LIMIT.options),
  }),
  z.strictObject({ ...asked, kind: z.literal("text"), long: z.boolean() }),
  z.strictObject({ ...asked, kind: z.literal("date") }),
  z.strictObject({
    ...asked,
    kind: z.literal("scale"),
    from: place,
    to: place,
    low: label,
    high: label,
  }),
]);

const definition = z.strictObject({
  offered: z.boolean(),
  lead: said(FORM_LIMIT.lead),
  questions: z.array(question).max(FORM_LIMIT.questions),
});

/** Fits PostgreSQL's integer. */
const MOST_VERSIONS = 1_000_000;
const kind = z.enum(FORM_KINDS);
/** The version that she had before her, 0 when there was none. */
const after = z
  .number()
  .int()
  .min(0)
  .max(MOST_VERSIONS - 1);
export const schemas = {
  current: z.object({}),
  version: z.object({ kind, version: z.number().int().min(1).max(MOST_VERSIONS).nullable() }),
  kind: z.object({ kind }),
  draft: z.object({
    ...{ kind, after, definition },
    revision: z.number().int().min(0).max(2_000_000_000),
  }),
  save: z.object({ kind, after, definition }),
} as const;
