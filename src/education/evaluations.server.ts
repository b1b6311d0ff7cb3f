import { randomInt, randomUUID } from "node:crypto";
import { dayOf } from "../calendar/index.server.ts";
import {
  type Answers,
  type AnswerFault,
  canonicalText,
  faultsOfAnswers,
  type FormDefinition,
  readDefinition,
  settled,
} from "../forms/index.ts";
import type { JourId, TenantTx } from "../platform/database/index.server.ts";
import { fail, ok, type Result } from "../platform/result.ts";
import type { Results } from "./contract.ts";
import type { Asker, EducationDeps } from "./deps.server.ts";
import {
  addRemark,
  addTally,
  answersOf,
  closeEvaluations,
  countAnswer,
  evaluationOf,
  insertEvaluation,
  openAt,
} from "./evaluation-store.server.ts";
import { FEWEST, MOST_ANSWERS } from "./policy.ts";
import { formOf, LONGEST_REMARK } from "./questions.ts";
import { bookingOf, updateBooking } from "./store.server.ts";

/** Without those that look like each other on a screen at the far end of a room. */
const LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
const CODE_LENGTH = 6;
const newCode = (): string =>
  Array.from({ length: CODE_LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join("");

/** As it was typed by somebody in a hurry. */
export const readCode = (typed: string): string => typed.toLowerCase().replaceAll(/[^a-z0-9]/g, "");

type Deps = Pick<EducationDeps, "database" | "now">;

/** Open for this day, for those who listened; one for each booking. */
export function openEvaluation(
  { database, now }: Deps,
  { jour }: Asker,
  asked: { readonly booking: string; readonly questions: readonly string[] },
): Promise<Result<{ code: string }, "not-found" | "bad-input" | "already-taken">> {
  const form = formOf(asked.questions);
  if (!form) return Promise.resolve(fail("bad-input"));
  type Opened = Result<{ code: string }, "not-found" | "bad-input" | "already-taken">;
  return database.tenant<Opened>(jour, async (tx) => {
    const booking = await bookingOf(tx, asked.booking);
    if (!booking) return fail("not-found");
    if (booking.stage !== "booked" && booking.stage !== "held") return fail("bad-input");
    if (booking.evaluation !== null) return fail("already-taken");
    const row = { id: randomUUID(), lecture: booking.lecture, form: canonicalText(form) };
    const code = await insertWithCode(tx, { ...row, openOn: dayOf(now()) });
    await updateBooking(tx, { ...booking, evaluation: row.id });
    return ok({ code });
  });
}

type Row = Parameters<typeof insertEvaluation>[1];

/** Of half a thousand million codes; one that is in use is drawn again. */
async function insertWithCode(tx: TenantTx, row: Omit<Row, "code">): Promise<string> {
  const code = newCode();
  return (await insertEvaluation(tx, { ...row, code })) ? code : insertWithCode(tx, row);
}

/** From now on nothing is added, so that no two results can be held against each other. */
export function closeEvaluation(
  { database, now }: Deps,
  { jour }: Asker,
  id: string,
): Promise<Result<undefined, "not-found">> {
  return database.tenant<Result<undefined, "not-found">>(jour, async (tx) => {
    if (!(await evaluationOf(tx, id))) return fail("not-found");
    await closeEvaluations(tx, { today: dayOf(now()), id, fewest: FEWEST });
    return ok();
  });
}

/** Only of one that is closed, and only when enough have answered. */
export function resultsOf(
  { database, now }: Deps,
  { jour }: Asker,
  id: string,
): Promise<Result<Results, "not-found" | "not-open-yet">> {
  return database.tenant<Result<Results, "not-found" | "not-open-yet">>(jour, async (tx) => {
    await closeEvaluations(tx, { today: dayOf(now()), id: null, fewest: FEWEST });
    const row = await evaluationOf(tx, id);
    if (!row) return fail("not-found");
    if (row.code !== null) return fail("not-open-yet");
    const told = row.answered < FEWEST ? null : await answersOf(tx, id);
    return ok({ form: readDefinition(row.form), answered: row.answered, told });
  });
}

/** What a class is asked behind a code, today. */
export async function questionsAt(
  { database, now }: Deps,
  jour: JourId,
  code: string,
): Promise<FormDefinition | undefined> {
  const row = await database.tenant(jour, (tx) => openAt(tx, readCode(code), dayOf(now())));
  return row && readDefinition(row.form);
}

export type AnswerRefusal =
  | { readonly code: "not-found" | "limit-reached" }
  | { readonly code: "bad-input"; readonly form: FormDefinition; readonly faults: AnswerFault[] };

/** Counted, answer by answer; nobody's stand together, and no moment is written down. */
export function answer(
  { database, now }: Deps,
  jour: JourId,
  code: string,
  read: (form: FormDefinition) => Answers,
): Promise<AnswerRefusal | undefined> {
  return database.tenant<AnswerRefusal | undefined>(jour, async (tx) => {
    const row = await openAt(tx, readCode(code), dayOf(now()));
    if (!row) return { code: "not-found" };
    const form = readDefinition(row.form);
    const answers = settled(form, read(form));
    const faults = [...faultsOfAnswers(form, answers), ...tooLong(answers)];
    if (faults.length > 0) return { code: "bad-input", form, faults };
    if (!(await countAnswer(tx, row.id, MOST_ANSWERS))) return { code: "limit-reached" };
    await count(tx, row.id, form, answers);
    return undefined;
  });
}

const tooLong = (answers: Answers): AnswerFault[] =>
  Object.entries(answers).flatMap(([question, said]) =>
    typeof said === "string" && said.length > LONGEST_REMARK
      ? [{ question, code: "too-long" as const }]
      : [],
  );

async function count(
  tx: TenantTx,
  evaluation: string,
  { questions }: FormDefinition,
  answers: Answers,
): Promise<void> {
  for (const { id: question, kind } of questions) {
    const said = answers[question];
    if (said === undefined) continue;
    if (kind === "text")
      await addRemark(tx, { id: randomUUID(), evaluation, question, words: String(said) });
    else
      for (const choice of [said].flat()) await addTally(tx, evaluation, question, String(choice));
  }
}
