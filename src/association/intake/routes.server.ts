import { z } from "zod";
import type { Door } from "../../platform/http/index.server.ts";
import { ok } from "../../platform/result.ts";
import type { AssociationDeps } from "../deps.server.ts";
import { day, door } from "../routes.server.ts";
import { COLUMNS, intakePaths as paths, MOST_LETTERS, MOST_ROWS } from "./contract.ts";
import { preview, put } from "./intake.server.ts";

/** The largest file, each cell named. */
const MAX_BODY = 2 * 1024 * 1024;

const cell = z.string().max(MOST_LETTERS);
const cells = Object.fromEntries(COLUMNS.map((column) => [column, cell])) as Record<
  (typeof COLUMNS)[number],
  typeof cell
>;
const rows = z
  .array(z.strictObject({ ...cells, line: z.number().int().min(1).max(1_000_000) }))
  .min(1)
  .max(MOST_ROWS);

const schemas = {
  preview: z.object({ rows }),
  // The board says it, and cannot leave it unsaid.
  put: z.object({ rows, agreedOn: day, haveAgreed: z.literal(true) }),
} as const;

export const intakeDoors = (deps: AssociationDeps): Door[] => [
  door(
    paths.preview,
    schemas.preview,
    async (asker, one) => ok(await preview(deps, asker, one.rows)),
    MAX_BODY,
  ),
  door(paths.put, schemas.put, (asker, one) => put(deps, asker, one), MAX_BODY),
];
