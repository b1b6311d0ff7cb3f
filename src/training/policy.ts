// The rule book of training. Days are Swedish days as 2026-11-30, which sort as text.

import { faultsOfScript } from "../conversations/index.ts";
import type {
  Certificate,
  CourseContent,
  Module,
  Note,
  Progress,
  QuizQuestion,
  Rules,
  Standing,
} from "./contract.ts";

export const defaultRules: Rules = {
  isRequired: false,
  meetings: 1,
  shadows: 2,
  shadowMonths: 3,
  validMonths: 24,
};

/** So long before it lapses she is told. */
const SOON_DAYS = 60;
const DAY = 86_400_000;

/** The same day so many months later; of a shorter month its last. */
export function plusMonths(day: string, months: number): string {
  const [year = 0, month = 0, date = 0] = day.split("-").map(Number);
  const last = new Date(Date.UTC(year, month + months, 0));
  const on = Math.min(date, last.getUTCDate());
  return new Date(Date.UTC(year, month - 1 + months, on)).toISOString().slice(0, 10);
}

export interface Done {
  /** Of all published courses. */
  readonly modules: readonly { readonly course: string; readonly module: string }[];
  readonly progress: readonly Progress[];
  readonly notes: readonly Note[];
  readonly certificate: Certificate | null;
}

/** The most shadow shifts that lie within so many months of one another. */
export function shadowsWithin(notes: readonly Note[], months: number): number {
  const days = notes
    .filter(({ kind }) => kind === "shadow")
    .map(({ onDay }) => onDay)
    .toSorted();
  return Math.max(
    0,
    ...days.map((first) => {
      const end = plusMonths(first, months);
      return days.filter((day) => first <= day && day <= end).length;
    }),
  );
}

export function standingOf(done: Done, rules: Rules, today: string): Standing {
  const { modules, progress, notes, certificate } = done;
  const isDone = ({ course, module }: Done["modules"][number]): boolean =>
    progress.some((one) => one.course === course && one.module === module && one.doneOn !== null);
  const modulesDone = modules.filter(isDone).length;
  const meetings = notes.filter(({ kind }) => kind === "meeting").length;
  const shadows = shadowsWithin(notes, rules.shadowMonths);
  return {
    ...{ modulesDone, modules: modules.length, meetings, shadows },
    isReady:
      modules.length > 0 &&
      modulesDone === modules.length &&
      meetings >= rules.meetings &&
      shadows >= rules.shadows,
    certificate: certificateOn(certificate, today),
  };
}

export function certificateOn(
  certificate: Certificate | null,
  day: string,
): Standing["certificate"] {
  if (certificate === null) return "none";
  if (certificate.lapsesOn < day) return "lapsed";
  const soon = new Date(Date.parse(day) + SOON_DAYS * DAY).toISOString().slice(0, 10);
  return certificate.lapsesOn <= soon ? "lapses-soon" : "valid";
}

export type ShiftAnswer =
  | { readonly may: true }
  | { readonly may: false; readonly why: "modules-left" | "no-certificate" | "certificate-lapsed" };

/**
 * Whether she may take a shift of that day. A shadow shift asks for the modules alone: it is how she gets the
 * certificate. Where the jour does not ask for one, everybody may.
 */
export function mayTakeShift(
  { standing, certificate }: { standing: Standing; certificate: Certificate | null },
  { isRequired }: Pick<Rules, "isRequired">,
  { day, isShadow }: { readonly day: string; readonly isShadow: boolean },
): ShiftAnswer {
  if (!isRequired) return { may: true };
  const then = certificateOn(certificate, day);
  if (then === "valid" || then === "lapses-soon") return { may: true };
  if (isShadow)
    return standing.modulesDone === standing.modules
      ? { may: true }
      : { may: false, why: "modules-left" };
  return { may: false, why: then === "lapsed" ? "certificate-lapsed" : "no-certificate" };
}

export const QUIZ_LIMIT = { questions: 20, options: 6 } as const;

export interface CourseFault {
  /** The module's place, from 0. */
  readonly at: number;
  readonly code: "no-title" | "no-text" | "same-id" | "quiz" | "scenario";
}

/** What is wrong with a course before it can be published. */
export function faultsOfCourse({ modules }: CourseContent): CourseFault[] {
  return modules.flatMap((module, at) => {
    const isTwice = modules.slice(0, at).some(({ id }) => id === module.id);
    const codes: CourseFault["code"][] = [
      ...(module.title.trim() === "" ? (["no-title"] as const) : []),
      ...(module.text.trim() === "" ? (["no-text"] as const) : []),
      ...(isTwice ? (["same-id"] as const) : []),
      ...(module.quiz.every(isAnswerable) ? [] : (["quiz"] as const)),
      ...(module.scenario && faultsOfScript(module.scenario).length > 0
        ? (["scenario"] as const)
        : []),
    ];
    return codes.map((code) => ({ at, code }));
  });
}

const isAnswerable = ({ ask, options }: QuizQuestion): boolean =>
  ask.trim() !== "" &&
  options.length >= 2 &&
  options.filter(({ right }) => right).length === 1 &&
  options.every(({ text, why }) => text.trim() !== "" && why.trim() !== "");

/** Where she goes on in a module: its text, then each question, then the conversation. */
export const stepsOf = ({ quiz, scenario }: Module): number =>
  1 + quiz.length + (scenario === null ? 0 : 1);
