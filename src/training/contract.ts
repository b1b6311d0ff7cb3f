import type { Script } from "../conversations/index.ts";

const desk = "/desk/api/training";
export const trainingPaths = {
  mine: `${desk}/mine`,
  step: `${desk}/step`,
  people: `${desk}/people`,
  course: `${desk}/course`,
  note: `${desk}/note`,
  unnote: `${desk}/unnote`,
  certify: `${desk}/certify`,
  revoke: `${desk}/revoke`,
  rules: `${desk}/rules`,
} as const;

export interface QuizOption {
  readonly text: string;
  readonly right: boolean;
  /** Why it is right, or not. */
  readonly why: string;
}
export interface QuizQuestion {
  readonly ask: string;
  readonly options: readonly QuizOption[];
}

export interface Scenario extends Script {
  readonly title: string;
  readonly lead: string;
  /** Asked afterwards; what she thinks goes nowhere. */
  readonly reflect: readonly string[];
}

export interface Module {
  /** Unique in the course; progress hangs on it, so it stays when the title changes. */
  readonly id: string;
  readonly title: string;
  readonly minutes: number;
  /** Markdown. */
  readonly text: string;
  readonly quiz: readonly QuizQuestion[];
  readonly scenario: Scenario | null;
}

export interface CourseContent {
  readonly title: string;
  /** Markdown. */
  readonly lead: string;
  readonly modules: readonly Module[];
}

export interface Course {
  readonly id: string;
  readonly content: CourseContent;
  readonly isPublished: boolean;
  readonly version: number;
}

export interface Progress {
  readonly course: string;
  readonly module: string;
  readonly step: number;
  /** Days, as 2026-11-30. */
  readonly doneOn: string | null;
}

export const NOTE_KINDS = ["meeting", "shadow"] as const;
export type NoteKind = (typeof NOTE_KINDS)[number];
export interface Note {
  readonly id: string;
  readonly kind: NoteKind;
  readonly onDay: string;
}

export interface Certificate {
  readonly issuedOn: string;
  readonly lapsesOn: string;
  readonly basis: "course" | "earlier";
}

export interface Rules {
  /** Whether nobody answers without a certificate. */
  readonly isRequired: boolean;
  readonly meetings: number;
  readonly shadows: number;
  /** They lie within so many months. */
  readonly shadowMonths: number;
  readonly validMonths: number;
}

/** What a member has done, and what is left until her certificate. */
export interface Standing {
  readonly modulesDone: number;
  readonly modules: number;
  readonly meetings: number;
  readonly shadows: number;
  readonly isReady: boolean;
  readonly certificate: "none" | "valid" | "lapses-soon" | "lapsed";
}

/** All that the jour keeps of her training. */
export interface Mine {
  readonly courses: readonly Course[];
  readonly progress: readonly Progress[];
  readonly notes: readonly Note[];
  readonly certificate: Certificate | null;
  readonly rules: Rules;
  readonly standing: Standing;
}

export interface Trainee {
  readonly member: string;
  readonly name: string;
  readonly notes: readonly Note[];
  readonly certificate: Certificate | null;
  readonly standing: Standing;
}

export interface People {
  readonly trainees: readonly Trainee[];
  /** Those that are not published too. */
  readonly courses: readonly Course[];
  readonly rules: Rules;
  readonly rulesVersion: number;
}
