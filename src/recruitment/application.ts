// An application, or a sign-up for a meeting: all of it lies inside the seal of a letter, as its text.

import { type Answers, canonicalText } from "../forms/index.ts";

export interface Application {
  readonly what: "application" | "meeting";
  /** What she wants to be called. */
  readonly name: string;
  /** A mail address or a number; empty where she reads the answer with her words alone. */
  readonly reach: string;
  /** The version of the questions, with the SHA-256 of their text; null for a meeting. */
  readonly form: {
    readonly kind: "application";
    readonly version: number;
    readonly hash: string;
  } | null;
  readonly answers: Answers;
  /** The conditions that she has stated to fulfil, in the words that she read. */
  readonly stated: readonly string[];
  /** The meeting that she wanted, in words; empty for none. */
  readonly meeting: string;
}

export const LONGEST = { name: 80, reach: 200 } as const;

/** No letter that a person writes begins so: the first character is on no keyboard. */
const MARK = "\u001elykta application 1\n";

export const writeApplication = (application: Application): string =>
  MARK + canonicalText(application);

/** Undefined for a letter in words, and for whatever does not hold to the last character. */
export function readApplication(text: string): Application | undefined {
  if (!text.startsWith(MARK)) return undefined;
  try {
    const value: unknown = JSON.parse(text.slice(MARK.length));
    return isApplication(value) && writeApplication(value) === text ? value : undefined;
  } catch {
    return undefined;
  }
}

type Loose = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Loose =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === "string";
const areTexts = (value: unknown): boolean => Array.isArray(value) && value.every(isText);

const NAMES = ["answers", "form", "meeting", "name", "reach", "stated", "what"].join();

function isApplication(value: unknown): value is Application {
  if (!isObject(value) || Object.keys(value).sort().join() !== NAMES) return false;
  const { what, name, reach, form, answers, stated, meeting } = value;
  return (
    (what === "application" || what === "meeting") &&
    [name, reach, meeting].every(isText) &&
    areTexts(stated) &&
    (form === null || isForm(form)) &&
    isAnswers(answers)
  );
}

const isForm = (form: unknown): boolean =>
  isObject(form) &&
  form["kind"] === "application" &&
  Number.isSafeInteger(form["version"]) &&
  isText(form["hash"]);

const isAnswers = (answers: unknown): boolean =>
  isObject(answers) &&
  Object.values(answers).every((one) => isText(one) || typeof one === "number" || areTexts(one));
