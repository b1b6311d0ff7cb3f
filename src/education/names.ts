// What stands about a lecture in few words, on the site and in the desk. Pure.

import type { Said } from "../forms/index.ts";
import { formatKronor, type Language } from "../ui/languages.ts";
import type { LectureContent, Spoken } from "./contract.ts";
import { nameMessages } from "./messages.names.ts";

/** In the other language where the jour has not translated it: better than nothing. */
export const inWords = (said: Said, language: Language): string => said[language] || said.sv;

/** As each language writes a sum: "2 500 kr", "SEK 2,500". */
export const priceInWords = (price: number, language: Language): string =>
  price === 0 ? nameMessages[language].free : formatKronor(price, language);

export const lengthInWords = (minutes: number, language: Language): string =>
  nameMessages[language].minutes(minutes);

export function languagesInWords(spoken: readonly Spoken[], language: Language): string {
  const names = new Intl.DisplayNames([language], { type: "language" });
  return joined(
    spoken.map((one) => names.of(one) ?? one),
    language,
  );
}

export const audiencesInWords = (
  { audiences }: Pick<LectureContent, "audiences">,
  language: Language,
): string =>
  joined(
    audiences.map((one) => nameMessages[language][one]),
    language,
  );

export const waysInWords = ({ ways }: Pick<LectureContent, "ways">, language: Language): string =>
  joined(
    ways.map((one) => nameMessages[language][one]),
    language,
  );

const joined = (words: readonly string[], language: Language): string =>
  new Intl.ListFormat(language, { type: "conjunction" }).format(words);
