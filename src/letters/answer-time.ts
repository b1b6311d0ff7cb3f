import type { Language } from "../ui/languages.ts";
import type { AnswerTime } from "./contract.ts";
import { answerTimeMessages } from "./messages.answer-times.ts";

/** What may be promised, in both languages, for the pages. */
export function answerTimeInWords(time: AnswerTime | null): Readonly<Record<Language, string>> {
  const say = (language: Language): string =>
    time === null ? answerTimeMessages[language].unknown : answerTimeMessages[language][time];
  return { sv: say("sv"), en: say("en") };
}
