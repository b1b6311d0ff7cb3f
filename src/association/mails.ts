// Our mails to members. Pure: written here, sent elsewhere.

import type { Said } from "../forms/index.ts";
import type { Person } from "./contract.ts";
import type { MeetingText } from "./meeting-contract.ts";
import { mailMessages } from "./messages.mail.ts";
import { callMessages } from "./messages.meeting-mail.ts";
import { dayInWords, spanInWords } from "./when.ts";

interface Written {
  readonly subject: string;
  readonly text: string;
}

export interface WelcomeAbout {
  readonly person: Person;
  readonly jour: string;
  readonly link: string;
  readonly kronor: number;
  /** How the fee is paid, in the jour's words. */
  readonly how: string;
}

/** Whoever was entered by somebody else is told how to get out. */
export function welcomeMail({ person, jour, link, kronor, how }: WelcomeAbout): Written {
  const t = mailMessages[person.language];
  const fee = kronor === 0 ? "" : t.fee(kronor);
  return {
    subject: t.welcome(jour),
    text: joined([
      t.hello(person.name),
      t.welcomeSays(jour),
      [fee, how].filter((one) => one !== "").join("\n\n"),
      `${t.yourPage}\n${link}`,
      t.notYou,
      `${t.bye}\n${jour}`,
    ]),
  };
}

export interface CallAbout {
  readonly person: Person;
  readonly jour: string;
  readonly link: string;
  readonly meeting: MeetingText;
  /** Milliseconds since 1970. */
  readonly startsAt: number;
  readonly endsAt: number;
  /** It was called before. */
  readonly isAgain: boolean;
}

export function callMail(about: CallAbout): Written {
  const { person, jour, link, meeting, startsAt, endsAt, isAgain } = about;
  const { language } = person;
  const t = callMessages[language];
  const { title, place, agenda } = meeting;
  const items = agenda.map(({ title: item, text }, at) =>
    text === "" ? `${at + 1}. ${item}` : `${at + 1}. ${item}\n   ${text.replaceAll("\n", "\n   ")}`,
  );
  const where = place === "" ? "" : `\n${t.where} ${place}`;
  return {
    subject: isAgain ? t.again(title) : t.subject(title),
    text: joined([
      t.hello(person.name),
      isAgain ? t.saysAgain(title, jour) : t.says(title, jour),
      `${t.when} ${spanInWords(startsAt, endsAt, language)}${where}`,
      `${t.agenda}\n${items.join("\n")}`,
      meeting.motionsUntil === null ? "" : t.motions(dayInWords(meeting.motionsUntil, language)),
      `${t.present}\n${link}`,
      `${t.bye}\n${jour}`,
    ]),
  };
}

export interface ReminderAbout {
  readonly person: Person;
  readonly jour: string;
  readonly link: string;
  readonly year: number;
  /** What the board wrote; where there is no English she gets the Swedish. */
  readonly text: Said;
}

export function reminderMail({ person, jour, link, year, text }: ReminderAbout): Written {
  const t = mailMessages[person.language];
  return {
    subject: t.reminder(year, jour),
    text: joined([
      t.hello(person.name),
      (text[person.language].trim() || text.sv).trim(),
      `${t.yourFees}\n${link}`,
      `${t.bye}\n${jour}`,
    ]),
  };
}

export interface AdjustAbout {
  readonly person: Person;
  readonly jour: string;
  readonly link: string;
  /** Of the meeting. */
  readonly title: string;
}

export function adjustMail({ person, jour, link, title }: AdjustAbout): Written {
  const t = callMessages[person.language];
  return {
    subject: t.adjust(title),
    text: joined([
      t.hello(person.name),
      t.adjustSays(title, jour),
      `${t.adjustHow}\n${link}`,
      `${t.bye}\n${jour}`,
    ]),
  };
}

const joined = (paragraphs: readonly string[]): string =>
  `${paragraphs.filter((one) => one !== "").join("\n\n")}\n`;
