// A request to the counselling service: answers, and how she wants to be reached. All of it lies inside
// the seal of a letter, as its text.

import { type Answers, canonicalText, type FormKind } from "../forms/index.ts";

export const WAYS = ["code", "phone", "mail"] as const;
export type Way = (typeof WAYS)[number];

/** Contact on her terms. By return code nothing of the rest is asked. */
export interface Terms {
  readonly way: Way;
  /** A number or a mail address. */
  readonly address: string;
  /** When it is safe, in her words. */
  readonly times: string;
  readonly maySayWho: boolean;
  readonly mayLeaveMessage: boolean;
  /** What we say first, so that she knows that it is us. */
  readonly codeWord: string;
}

export const byCode: Terms = {
  ...{ way: "code", address: "", times: "", codeWord: "" },
  ...{ maySayWho: false, mayLeaveMessage: false },
};

export type TermsFault = "no-number" | "no-mail" | "no-times" | "too-long";
const LONGEST = { address: 200, times: 500, codeWord: 60 } as const;

export function faultsOfTerms(terms: Terms): TermsFault[] {
  if (terms.way === "code") return [];
  const address = terms.address.trim();
  const isNumber = /^[+\d][\d\s()/-]{4,}$/.test(address);
  const isMail = /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(address);
  const isLong = (["address", "times", "codeWord"] as const).some(
    (field) => terms[field].length > LONGEST[field],
  );
  return [
    ...(terms.way === "phone" && !isNumber ? (["no-number"] as const) : []),
    ...(terms.way === "mail" && !isMail ? (["no-mail"] as const) : []),
    ...(terms.times.trim() === "" ? (["no-times"] as const) : []),
    ...(isLong ? (["too-long"] as const) : []),
  ];
}

/** What she turned away from again is not sent: only what belongs to the way that she chose. */
export function settledTerms(terms: Terms): Terms {
  if (terms.way === "code") return byCode;
  return {
    ...terms,
    address: terms.address.trim(),
    times: terms.times.trim(),
    codeWord: terms.codeWord.trim(),
    mayLeaveMessage: terms.way === "phone" && terms.mayLeaveMessage,
  };
}

export interface Request {
  readonly form: {
    readonly kind: FormKind;
    readonly version: number;
    /** SHA-256 of the form's text, base64url: what she was asked cannot be changed behind her. */
    readonly hash: string;
  };
  readonly answers: Answers;
  readonly terms: Terms;
}

/** No letter that a person writes begins so: the first character is on no keyboard. */
const MARK = "\u001elykta request 1\n";

export const writeRequest = (request: Request): string => MARK + canonicalText(request);

/** Undefined for a letter in words, and for whatever does not hold to the last character. */
export function readRequest(text: string): Request | undefined {
  if (!text.startsWith(MARK)) return undefined;
  try {
    const value: unknown = JSON.parse(text.slice(MARK.length));
    return isRequest(value) && writeRequest(value) === text ? value : undefined;
  } catch {
    return undefined;
  }
}

type Loose = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Loose =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const has = (value: Loose, names: readonly string[], type: string): boolean =>
  names.every((name) => Object.hasOwn(value, name) && typeof value[name] === type);

function isRequest(value: unknown): value is Request {
  if (!isObject(value) || Object.keys(value).length !== 3) return false;
  const { form, answers, terms } = value;
  return isForm(form) && isAnswers(answers) && isTerms(terms);
}

const isForm = (form: unknown): boolean =>
  isObject(form) &&
  (form["kind"] === "intake" || form["kind"] === "accompany") &&
  Number.isSafeInteger(form["version"]) &&
  has(form, ["hash"], "string");

const isAnswers = (answers: unknown): boolean =>
  isObject(answers) &&
  Object.values(answers).every(
    (one) =>
      typeof one === "string" ||
      typeof one === "number" ||
      (Array.isArray(one) && one.every((part) => typeof part === "string")),
  );

const isTerms = (terms: unknown): boolean =>
  isObject(terms) &&
  WAYS.some((way) => way === terms["way"]) &&
  has(terms, ["address", "times", "codeWord"], "string") &&
  has(terms, ["maySayWho", "mayLeaveMessage"], "boolean");
