// Our mails to members. Pure: written here, sent elsewhere.

import type { Person } from "./contract.ts";
import { mailMessages } from "./messages.mail.ts";

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

const joined = (paragraphs: readonly string[]): string =>
  `${paragraphs.filter((one) => one !== "").join("\n\n")}\n`;
