import type { FormDefinition, Said } from "../forms/index.ts";
import type { Language } from "../ui/languages.ts";

const desk = "/desk/api/education";
export const educationPaths = {
  board: `${desk}/board`,
  lecture: `${desk}/lecture`,
  dropLecture: `${desk}/drop-lecture`,
  move: `${desk}/move`,
  note: `${desk}/note`,
  erase: `${desk}/erase`,
  busy: `${desk}/busy`,
  open: `${desk}/open`,
  close: `${desk}/close`,
  results: `${desk}/results`,
  settings: `${desk}/settings`,
  addFile: `${desk}/add-file`,
} as const;

/** On the jour's site, without script. */
export const educationPages = {
  list: "/forelasningar",
  one: "/forelasningar/:lecture",
  english: "/lectures",
  ask: "/boka-forelasning",
  askFor: "/boka-forelasning/:lecture",
  /** The school's own page, behind its link. */
  own: "/var-bokning/:link",
  /** A file among the materials: for everybody, and for those who have booked. */
  file: "/material/:file",
  ownFile: "/var-bokning/:link/:file",
  code: "/utvardering",
  evaluation: "/utvardering/:code",
  answered: "/tack-for-svaret",
} as const;

export const AUDIENCES = [
  "grades-7-9",
  "upper-secondary",
  "school-staff",
  "workplace",
  "association",
  "everyone",
] as const;
export type Audience = (typeof AUDIENCES)[number];

export const WAYS = ["place", "online"] as const;
export type Way = (typeof WAYS)[number];

/** What can be lectured in; named by Intl in the language of the page. */
export const SPOKEN = ["sv", "en", "ar", "so", "fa", "ti", "uk", "fi"] as const;
export type Spoken = (typeof SPOKEN)[number];

export interface Material {
  readonly title: string;
  /** https, a path on the jour's own site, or a file of the house (`files.ts`). */
  readonly address: string;
  /** Else it is sent with the confirmation and stands on the page of those who have booked, and nowhere else. */
  readonly isPublic: boolean;
}

export interface FileAdded {
  readonly address: string;
}

export interface LectureContent {
  readonly title: Said;
  readonly summary: Said;
  /** Markdown. */
  readonly text: Said;
  readonly region: Said;
  readonly audiences: readonly Audience[];
  readonly minutes: number;
  /** Kronor; 0 is free. */
  readonly price: number;
  readonly languages: readonly Spoken[];
  readonly ways: readonly Way[];
  readonly materials: readonly Material[];
}

export interface Lecture {
  readonly id: string;
  readonly content: LectureContent;
  readonly isPublished: boolean;
  readonly version: number;
}

/** Who asks, and for what: written by a school or a workplace. */
export interface LectureRequest {
  readonly organisation: string;
  readonly contact: string;
  readonly mail: string;
  readonly phone: string;
  readonly dates: string;
  readonly size: number;
  readonly way: Way | "either";
  readonly wishes: string;
  /** Of the page that it was written on, and of our mails. */
  readonly language: Language;
}

export const STAGES = ["asked", "offered", "booked", "held", "declined"] as const;
export type Stage = (typeof STAGES)[number];

export const REASONS = [
  "full",
  "nobody-can",
  "too-far",
  "not-for-us",
  "no-answer",
  "they-cancelled",
  "we-cancelled",
  "other",
] as const;
export type Reason = (typeof REASONS)[number];

export interface Booking {
  readonly id: string;
  readonly lecture: string | null;
  readonly stage: Stage;
  readonly reason: Reason | null;
  /** Days, as 2026-11-30. */
  readonly askedOn: string;
  readonly deleteOn: string;
  /** null when it was sealed under a secret that the house has lost. */
  readonly request: LectureRequest | null;
  readonly place: string;
  readonly note: string;
  /** What they have asked for since our last step; empty when nothing. */
  readonly wish: string;
  /** Their own page on the site. */
  readonly own: string;
  readonly member: string | null;
  /** ISO 8601. */
  readonly startsAt: string | null;
  readonly endsAt: string | null;
  readonly evaluation: string | null;
  readonly version: number;
  /** Our last mail about it did not reach them. */
  readonly isUnsent: boolean;
}

/** What those who have asked can do by themselves, at their own page. */
export const REPLIES = ["accept", "another", "cancel"] as const;
export type Reply = (typeof REPLIES)[number];

/** What is decided of a booking. */
export interface Move {
  readonly id: string;
  readonly version: number;
  readonly stage: Stage;
  readonly reason: Reason | null;
  readonly lecture: string | null;
  readonly member: string | null;
  /** On the clock of Sweden, as 2026-11-30T13:00. */
  readonly starts: string | null;
  readonly minutes: number;
  readonly place: string;
  /** Whether they are told by mail. */
  readonly tell: boolean;
}

export interface Evaluation {
  readonly id: string;
  readonly lecture: string | null;
  readonly openOn: string;
  /** null when it is closed. */
  readonly code: string | null;
  readonly answered: number;
}

export interface EducationBoard {
  readonly lectures: readonly Lecture[];
  readonly bookings: readonly Booking[];
  readonly evaluations: readonly Evaluation[];
  readonly members: readonly { readonly id: string; readonly name: string }[];
  readonly keepMonths: number;
  /** Whether the jour sends mail. */
  readonly canSend: boolean;
}

export interface BusySpan {
  readonly startsAt: string;
  readonly endsAt: string;
}

export interface Results {
  readonly form: FormDefinition;
  readonly answered: number;
  /** null of fewer than `FEWEST`: nothing of theirs was kept. */
  readonly told: {
    readonly tallies: readonly {
      readonly question: string;
      readonly choice: string;
      readonly given: number;
    }[];
    readonly remarks: readonly { readonly question: string; readonly words: string }[];
  } | null;
}
