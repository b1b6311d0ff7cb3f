// From codes and times to sentences.

import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Language } from "../contract.ts";
import { messages } from "../messages.desk.ts";
import { messages as steps } from "../messages.desk-steps.ts";
import type { Problem } from "../talk-state.browser.ts";
import type { Over } from "./desk-talk.browser.ts";

export const LanguageContext = createContext<Language>("sv");

export interface Words {
  readonly language: Language;
  readonly t: (typeof messages)[Language];
  readonly s: (typeof steps)[Language];
}

/** The language of the desk and its texts. */
export function useWords(): Words {
  const language = useContext(LanguageContext);
  return { language, t: messages[language], s: steps[language] };
}

const HOUR = 60;

/** "nyss", "12 minuter", "1 timme 5 minuter". */
export function lasting(milliseconds: number, { t }: Words): string {
  const minutes = Math.max(0, Math.floor(milliseconds / 60_000));
  if (minutes < HOUR) return t.minutes(minutes);
  const rest = minutes % HOUR;
  const hours = t.hours(Math.floor(minutes / HOUR));
  return rest === 0 ? hours : `${hours} ${t.minutes(rest)}`;
}

type Key<Prefix extends string> = Extract<keyof (typeof steps)["sv"], `${Prefix}${string}`>;

const faults: Readonly<Record<string, Key<"fault">>> = {
  "already-taken": "faultTaken",
  "limit-reached": "faultLimit",
  "not-found": "faultGone",
  gone: "faultGone",
  "not-on-duty": "faultNotOnDuty",
  "not-allowed": "faultNotAllowed",
  "last-one": "faultNotAllowed",
  "sign-in-first": "faultSignIn",
  "letters-closed": "faultLetters",
  offline: "faultNetwork",
  "try-again": "faultNetwork",
};

/** What the server answered to something that she did. */
export const faultText = (code: string, { s }: Words): string => s[faults[code] ?? "faultOurs"];

const problems: Partial<Record<NonNullable<Problem>, Key<"problem">>> = {
  "conversation-full": "problemFull",
  "text-empty": "problemEmpty",
  "text-too-long": "problemLong",
  "no-epoch": "problemWait",
  "conversation-fork": "problemFork",
  "epoch-not-next": "problemFork",
  replayed: "problemFork",
  ended: "problemEnded",
  "not-a-member": "problemEnded",
  "duty-expired": "problemDuty",
  "duty-not-yet": "problemDuty",
  "directory-expired": "problemTrust",
  "directory-not-yet": "problemTrust",
  "member-not-in-directory": "problemTrust",
  "member-expired": "problemTrust",
  "member-not-in-team": "problemTrust",
  "delegate-not-yet": "problemTrust",
  "delegate-expired": "problemTrust",
  "log-empty": "problemTrust",
};

/** Why something in a conversation was refused by this browser itself. */
export const problemText = (code: NonNullable<Problem>, { s }: Words): string =>
  s[problems[code] ?? "problemCheck"];

export function overText(over: Over, { s }: Words): string {
  if (over.how === "blocked") return `${s.overHere} ${s.overDeleted}`;
  if (over.how !== "ended") return s[over.how];
  const lead = over.by === "seeker" ? s.overThere : s.overHere;
  const unsure = over.by === "me" ? s.overUnheard : s.overUnconfirmed;
  return [lead, over.confirmed ? "" : unsure, s.overDeleted].filter(Boolean).join(" ");
}
