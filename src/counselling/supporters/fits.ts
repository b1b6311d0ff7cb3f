// Whom a visit suits. Pure: it runs in the browser of the team, which alone knows where and when the visit is.

import type { Answers, FormDefinition, Question } from "../../forms/index.ts";
import { type Visit, VISITS, type Willing } from "../contract.ts";
import { supporterMessages } from "../messages.supporters.ts";

export interface Wish {
  readonly visit: Visit | null;
  readonly town: string;
  /** YYYY-MM-DD; empty where she does not know yet. */
  readonly date: string;
}

const fold = (text: string): string => text.normalize("NFC").trim().toLocaleLowerCase("sv");

/** Visits by the marks of our own form, or by their names where the jour has written one of its own. */
function visitIn(question: Question, answer: unknown): Visit | undefined {
  if (question.kind !== "choice") return undefined;
  const chosen = Array.isArray(answer) ? (answer as unknown[]) : [answer];
  const options = question.options.filter(({ id }) => chosen.includes(id));
  for (const { id, label } of options) {
    const found = VISITS.find(
      (visit) =>
        visit === id ||
        fold(label.sv) === fold(supporterMessages.sv[visit]) ||
        fold(label.en) === fold(supporterMessages.en[visit]),
    );
    if (found) return found;
  }
  return undefined;
}

const isTown = ({ id, label }: Question): boolean =>
  id === "town" || /\b(ort|kommun|stad|town|city|municipality)\b/i.test(`${label.sv} ${label.en}`);

/** What of her answers says where she is going; what cannot be read from them is left open. */
export function wishOf({ questions }: FormDefinition, answers: Answers): Wish {
  let wish: Wish = { visit: null, town: "", date: "" };
  for (const question of questions) {
    const answer = answers[question.id];
    if (answer === undefined) continue;
    const visit = visitIn(question, answer);
    if (visit && wish.visit === null) wish = { ...wish, visit };
    if (question.kind === "date" && wish.date === "") wish = { ...wish, date: String(answer) };
    if (question.kind === "text" && wish.town === "" && isTown(question))
      wish = { ...wish, town: String(answer) };
  }
  return wish;
}

/** `unknown` where she has not said, or the supporter has not. */
export type Fit = "yes" | "no" | "unknown";
export interface Fits {
  readonly visit: Fit;
  readonly town: Fit;
  readonly day: Fit;
}

/** "i Lunds kommun" is in Lund; "Lundby" is not. */
function isIn(town: string, place: string): boolean {
  const wanted = fold(place);
  if (fold(town) === wanted) return true;
  const words = fold(town).split(/[^\p{L}]+/u);
  const parts = wanted.split(/[^\p{L}]+/u);
  return parts.every((part) => words.some((word) => word === part || word === `${part}s`));
}

/** 1 is Monday. */
export const weekdayOf = (date: string): number =>
  ((new Date(`${date}T12:00:00Z`).getUTCDay() + 6) % 7) + 1;

const told = (isKnown: boolean, holds: () => boolean): Fit =>
  isKnown ? (holds() ? "yes" : "no") : "unknown";

export const fitsOf = ({ visits, places, days }: Willing, { visit, town, date }: Wish): Fits => ({
  visit: told(visit !== null, () => visit !== null && visits.includes(visit)),
  town: told(
    town.trim() !== "",
    () => places.length === 0 || places.some((one) => isIn(town, one)),
  ),
  day: told(date !== "", () => days.length === 0 || days.includes(weekdayOf(date))),
});

/** Those whom all suits first, then those of whom something is not known, last those whom something does not suit. */
export const rankOf = (fits: Fits): 0 | 1 | 2 => {
  const all = Object.values(fits) as Fit[];
  if (all.includes("no")) return 2;
  return all.includes("unknown") ? 1 : 0;
};
