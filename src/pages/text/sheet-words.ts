import { dateIn, type FurtherLanguage, isFurther } from "../../ui/further.ts";
import { formatDate, type Language } from "../../ui/languages.ts";
import { pageMessages } from "../messages.ts";

/** A language that a page can be in, easy-read being Swedish. */
export type SheetLanguage = Language | FurtherLanguage;

/** What stands in a page beside what the jour has written. */
export interface SheetWords {
  readonly summary: string;
  readonly to: (body: string) => string;
  readonly aboutDocument: string;
  readonly readDocument: string;
}

/** Shown with a text in the language, in the editor too. One that lacks a word does not compile. */
const words: Readonly<Record<FurtherLanguage, SheetWords>> = {
  ar: {
    summary: "باختصار",
    to: (body) => `رد على ${body}`,
    aboutDocument: "بشأن:",
    readDocument: "اقرأ ما نرد عليه",
  },
  so: {
    summary: "Soo koobid",
    to: (body) => `Jawaab loo diray ${body}`,
    aboutDocument: "Ku saabsan:",
    readDocument: "Akhri waxa aan ka jawaabayno",
  },
  fa: {
    summary: "خلاصه",
    to: (body) => `پاسخ به ${body}`,
    aboutDocument: "دربارهٔ:",
    readDocument: "آنچه را به آن پاسخ می‌دهیم بخوانید",
  },
  ti: {
    summary: "ብሓጺሩ",
    to: (body) => `መልሲ ን${body}`,
    aboutDocument: "ብዛዕባ፦",
    readDocument: "ንምንታይ ንምልስ ኣንብቢ",
  },
  uk: {
    summary: "Коротко",
    to: (body) => `Відповідь: ${body}`,
    aboutDocument: "Про:",
    readDocument: "Прочитати, на що ми відповідаємо",
  },
  fi: {
    summary: "Lyhyesti",
    to: (body) => `Vastaus: ${body}`,
    aboutDocument: "Aihe:",
    readDocument: "Lue, mihin vastaamme",
  },
};

export const sheetWords = (language: SheetLanguage): SheetWords =>
  isFurther(language) ? words[language] : pageMessages[language];

/** "onsdag 2 januari 2026" */
export const dayIn = (at: number, language: SheetLanguage): string =>
  isFurther(language)
    ? dateIn(language, { weekday: "long", day: "numeric", month: "long", year: "numeric" }, at)
    : formatDate(at, language, true);
