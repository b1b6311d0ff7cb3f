// What somebody wrote in a form that is not about a person in need: all of it lies inside the seal of a letter, as its text.

import { canonicalText } from "../forms/index.ts";
import { type EnquiryKind, isEnquiry } from "./contract.ts";

export interface Enquiry {
  /** `joining` was a form until the association had a page of its own; what was sent then is still read. */
  readonly what: EnquiryKind | "joining";
  /** Empty where none was told. */
  readonly name: string;
  /** A mail address or a number; empty where no answer is wanted. */
  readonly reach: string;
  /** Each question as it was read, and what was answered: a reader needs no form to understand it. */
  readonly answers: readonly { readonly asked: string; readonly said: string }[];
}

export const LONGEST = { name: 80, reach: 200 } as const;

/** No letter that a person writes begins so: the first character is on no keyboard. */
const MARK = "\u001elykta enquiry 1\n";

export const writeEnquiry = (enquiry: Enquiry): string => MARK + canonicalText(enquiry);

/** Undefined for a letter in words, and for whatever does not hold to the last character. */
export function readEnquiry(text: string): Enquiry | undefined {
  if (!text.startsWith(MARK)) return undefined;
  try {
    const value: unknown = JSON.parse(text.slice(MARK.length));
    return isWhole(value) && writeEnquiry(value) === text ? value : undefined;
  } catch {
    return undefined;
  }
}

type Loose = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Loose =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const named = (value: Loose): string => Object.keys(value).sort().join();

const isLine = (value: unknown): boolean =>
  isObject(value) &&
  named(value) === "asked,said" &&
  typeof value["asked"] === "string" &&
  typeof value["said"] === "string";

function isWhole(value: unknown): value is Enquiry {
  if (!isObject(value) || named(value) !== "answers,name,reach,what") return false;
  const { what, name, reach, answers } = value;
  return (
    typeof what === "string" &&
    (isEnquiry(what) || what === "joining") &&
    typeof name === "string" &&
    typeof reach === "string" &&
    Array.isArray(answers) &&
    answers.every(isLine)
  );
}
