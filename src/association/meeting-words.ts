// What a meeting begins with: the usual agenda, and minutes made of it. Pure.

import type { Language } from "../ui/languages.ts";
import type { AgendaItem, Meeting } from "./meeting-contract.ts";
import { meetingMessages } from "./messages.meeting.ts";
import { spanInWords } from "./when.ts";

/** The usual items of an annual meeting; each association has its own statutes, and changes them. */
export const usualAgenda = (language: Language): AgendaItem[] =>
  meetingMessages[language].usual.split("\n").map((title) => ({ title, text: "" }));

/** Markdown with a paragraph for each item, for the secretary to fill. */
export function minutesStart(meeting: Meeting, language: Language): string {
  const t = meetingMessages[language];
  const { title, place, agenda, counted, startsAt, endsAt } = meeting;
  const when = spanInWords(Date.parse(startsAt), Date.parse(endsAt), language);
  const lines = [
    `# ${t.minutesOf(title)}`,
    [when, place].filter((one) => one !== "").join(", "),
    counted ? t.counted(counted.present, counted.votes) : "",
    ...agenda.map((item, at) => `## § ${at + 1} ${item.title}`),
  ];
  return `${lines.filter((line) => line !== "").join("\n\n")}\n`;
}
