import type { TenantTx } from "../platform/database/index.server.ts";
import type { Evaluation, Results } from "./contract.ts";

export interface EvaluationRow extends Evaluation {
  /** Canonical JSON of a form. */
  readonly form: string;
}

const columns = `id, lecture_id as lecture, open_on::text as "openOn", code, answered, form`;

export function allEvaluations(tx: TenantTx): Promise<EvaluationRow[]> {
  return tx.rows(`select ${columns} from education_evaluations order by open_on desc, id`);
}

export function evaluationOf(tx: TenantTx, id: string): Promise<EvaluationRow | undefined> {
  return tx.row(`select ${columns} from education_evaluations where id = $1`, [id]);
}

/** The one that a code on a screen opens today. */
export function openAt(
  tx: TenantTx,
  code: string,
  today: string,
): Promise<EvaluationRow | undefined> {
  return tx.row(`select ${columns} from education_evaluations where code = $1 and open_on = $2`, [
    code,
    today,
  ]);
}

/** False when the code is in use. */
export async function insertEvaluation(
  tx: TenantTx,
  row: Omit<EvaluationRow, "answered">,
): Promise<boolean> {
  const made = await tx.rows(
    `insert into education_evaluations (id, jour_id, lecture_id, form, open_on, code)
     values ($1, $2, $3, $4, $5, $6) on conflict (jour_id, code) do nothing returning 1`,
    [row.id, tx.jour, row.lecture, row.form, row.openOn, row.code],
  );
  return made.length > 0;
}

/** False when it has closed meanwhile, or is full: then nothing may be counted. */
export async function countAnswer(tx: TenantTx, id: string, most: number): Promise<boolean> {
  const counted = await tx.rows(
    `update education_evaluations set answered = answered + 1
      where id = $1 and code is not null and answered < $2 returning 1`,
    [id, most],
  );
  return counted.length > 0;
}

export async function addTally(
  tx: TenantTx,
  evaluation: string,
  question: string,
  choice: string,
): Promise<void> {
  await tx.rows(
    `insert into education_tallies as t (evaluation_id, jour_id, question, choice, given)
     values ($1, $2, $3, $4, 1)
     on conflict (evaluation_id, question, choice) do update set given = t.given + 1`,
    [evaluation, tx.jour, question, choice],
  );
}

export async function addRemark(
  tx: TenantTx,
  { id, evaluation, question, words }: Record<"id" | "evaluation" | "question" | "words", string>,
): Promise<void> {
  await tx.rows(
    `insert into education_remarks (id, jour_id, evaluation_id, question, words)
     values ($1, $2, $3, $4, $5)`,
    [id, tx.jour, evaluation, question, words],
  );
}

/** Those of other days, and the one that is named. What fewer than `fewest` have answered goes with it. */
export async function closeEvaluations(
  tx: TenantTx,
  { today, id, fewest }: { today: string; id: string | null; fewest: number },
): Promise<number> {
  const closed = await tx.rows<{ id: string; answered: number }>(
    `update education_evaluations set code = null
      where code is not null and (open_on < $1 or id = $2) returning id, answered`,
    [today, id],
  );
  const few = closed.filter(({ answered }) => answered < fewest).map((one) => one.id);
  await tx.rows("delete from education_tallies where evaluation_id = any($1)", [few]);
  await tx.rows("delete from education_remarks where evaluation_id = any($1)", [few]);
  return closed.length;
}

export async function deleteOldEvaluations(tx: TenantTx, before: string): Promise<void> {
  await tx.rows("delete from education_evaluations where open_on < $1", [before]);
}

export async function answersOf(
  tx: TenantTx,
  evaluation: string,
): Promise<NonNullable<Results["told"]>> {
  return {
    tallies: await tx.rows(
      `select question, choice, given from education_tallies where evaluation_id = $1
        order by question, choice`,
      [evaluation],
    ),
    remarks: await tx.rows(
      "select question, words from education_remarks where evaluation_id = $1 order by id",
      [evaluation],
    ),
  };
}
