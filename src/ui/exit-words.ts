import { defineMessages, type Language } from "./languages.ts";

export const exitMessages = defineMessages({
  sv: {
    urgent: "Nödutgång: ",
    leave: "Lämna sidan",
    twoMore: "Skift, tryck två gånger till för att lämna sidan.",
    oneMore: "Skift, tryck en gång till för att lämna sidan.",
    leaving: "Lämnar sidan.",
    calledOff: "Du är kvar på sidan.",
    showAgain: "Visa sidan",
  },
  en: {
    urgent: "Emergency exit: ",
    leave: "Leave this page",
    twoMore: "Shift, press two more times to leave.",
    oneMore: "Shift, press one more time to leave.",
    leaving: "Leaving the page.",
    calledOff: "You are still on the page.",
    showAgain: "Show the page",
  },
});

/** What the exit says in one language. */
export type ExitSaid = Readonly<Record<keyof (typeof exitMessages)["sv"], string>>;

/** What the exit script says, in the order that it expects: it carries no words of its own. */
export const exitWords = (language: Language): string => wordsOfExit(exitMessages[language]);

export function wordsOfExit(say: ExitSaid): string {
  return [say.twoMore, say.oneMore, say.leaving, say.calledOff, say.showAgain].join("|");
}
