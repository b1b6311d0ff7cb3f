import { defineMessages } from "../ui/languages.ts";

/** What a form says by itself; its questions are the jour's. */
export const formMessages = defineMessages({
  sv: {
    optional: "Frivilligt",
    onlyIf: (option: string, question: string) =>
      `Svara bara om du valde ”${option}” på frågan ”${question}”`,
    missing: "Här behövs ett svar.",
    "wrong-kind": "Svaret passar inte frågan. Svara en gång till.",
    "unknown-option": "Välj bland det som står.",
    "too-long": "Det blev för långt. Korta gärna, eller skriv mer i nästa brev.",
    "not-a-date": "Skriv datumet som 2026-11-30.",
    "out-of-range": "Välj en siffra på skalan.",
    "not-asked": "Frågan ställs inte längre. Se över svaren.",
  },
  en: {
    optional: "If you like",
    onlyIf: (option: string, question: string) =>
      `Answer only if you chose “${option}” for “${question}”`,
    missing: "An answer is needed here.",
    "wrong-kind": "The answer does not fit the question. Please answer again.",
    "unknown-option": "Choose among what stands here.",
    "too-long": "That became too long. Shorten it, or write more in the next letter.",
    "not-a-date": "Write the date like 2026-11-30.",
    "out-of-range": "Choose a number on the scale.",
    "not-asked": "The question is no longer asked. Please look through your answers.",
  },
});
