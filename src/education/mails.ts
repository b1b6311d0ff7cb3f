// Our mails to those who have booked a lecture. Pure: written here, sent elsewhere.

import { formatDate, formatTime, type Language } from "../ui/languages.ts";
import type { LectureRequest, Material, Stage } from "./contract.ts";
import { mailMessages } from "./messages.mail.ts";

export type MailKind =
  | "offer"
  | "confirmation"
  | "change"
  | "cancellation"
  | "no"
  | "thanks"
  | "reminder";

export interface MailAbout {
  readonly request: LectureRequest;
  readonly jour: string;
  readonly lecture: string;
  /** Milliseconds since 1970; null where no time was ever laid. */
  readonly startsAt: number | null;
  readonly endsAt: number | null;
  readonly place: string;
  /** Who comes to them. */
  readonly holder: string;
  readonly materials: readonly Material[];
  /** Of their own page. */
  readonly own: string;
}

/** Which mail a step calls for, if any. */
export function mailOf(from: Stage, to: Stage): Exclude<MailKind, "reminder"> | undefined {
  if (to === "offered") return "offer";
  if (to === "booked")
    return from === "booked" ? "change" : from === "held" ? undefined : "confirmation";
  if (to === "held") return "thanks";
  if (to === "declined") return from === "booked" ? "cancellation" : "no";
  return undefined;
}

/** Those that carry the appointment itself. */
export const carriesTime = (kind: MailKind): boolean =>
  kind === "confirmation" || kind === "change" || kind === "cancellation";

/** Nothing is left to answer. */
const isOver: ReadonlySet<MailKind> = new Set(["no", "thanks", "cancellation"]);

export function writeMail(kind: MailKind, about: MailAbout): { subject: string; text: string } {
  const { language } = about.request;
  const t = mailMessages[language];
  const paragraphs = [
    t.hello(about.request.contact),
    t[kind](about.lecture),
    factsOf(kind, about, language),
    linksOf(kind, about, language),
    isOver.has(kind) ? "" : t.reply(about.own),
    `${t.bye}\n${about.jour}`,
  ];
  const text = paragraphs.filter((part) => part !== "").join("\n\n");
  return { subject: `${t.subject[kind]}: ${about.lecture}`, text: `${text}\n` };
}

export function timeInWords(startsAt: number, endsAt: number, language: Language): string {
  const day = formatDate(startsAt, language, true);
  return `${day} ${formatTime(startsAt, language)}–${formatTime(endsAt, language)}`;
}

function factsOf(kind: MailKind, about: MailAbout, language: Language): string {
  const { startsAt, endsAt, place, holder, request } = about;
  if (startsAt === null || endsAt === null || kind === "no" || kind === "thanks") return "";
  const t = mailMessages[language];
  return [
    `${t.when} ${timeInWords(startsAt, endsAt, language)}`,
    place === "" ? "" : `${t.where} ${place}`,
    holder === "" || kind === "cancellation" ? "" : `${t.who} ${holder}`,
    kind === "cancellation" ? "" : `${t.size} ${request.size}`,
  ]
    .filter((line) => line !== "")
    .join("\n");
}

function linksOf(kind: MailKind, { materials }: MailAbout, language: Language): string {
  const told: readonly MailKind[] = ["confirmation", "thanks"];
  if (!told.includes(kind) || materials.length === 0) return "";
  const lines = materials.map(({ title, address }) => `${title}: ${address}`);
  return [mailMessages[language].materials, ...lines].join("\n");
}
