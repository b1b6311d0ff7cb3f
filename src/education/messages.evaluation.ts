import { defineMessages } from "../ui/languages.ts";

/** Evaluations in the desk: opening one, the screen, its results. */
export const evaluationMessages = defineMessages({
  sv: {
    evaluation: "Utvärdering",
    evaluationSays: (from: number, to: number) =>
      `Välj ${from}–${to} frågor. Den är öppen i dag, för dem som har koden.`,
    openEvaluation: "Öppna utvärderingen",
    scan: "QR-kod: rikta telefonens kamera mot den, så öppnas frågorna",
    orGoTo: "Rikta kameran mot rutan, eller gå till",
    andWrite: "och skriv",
    answeredSoFar: (count: number) => (count === 1 ? "En har svarat." : `${count} har svarat.`),
    closesSays: (few: number) =>
      `Svaren visas först när den är stängd, och bara om minst ${few} har svarat. Annars raderas de. Den stänger själv vid midnatt. Fyll inte på med egna svar: då går det att räkna ut vad någon annan har svarat.`,
    lookAgain: "Räkna igen",
    closeEvaluation: "Stäng utvärderingen",
    closedSays: (count: string) => `Stängd. ${count} svarade. Svaren står under Utvärderingar.`,
    fewer: (few: number) => `färre än ${few}`,
    resultsSays: (few: number) =>
      `Svaren är räknade, inte sparade var för sig. Färre än ${few} svar visas aldrig.`,
    noResults: "Inga utvärderingar än. Du öppnar en från bokningen, när ni är på plats.",
    answers: (count: string) => `${count} svar`,
    stillOpen: "Öppen i dag",
    show: "Visa svaren",
    tooFew: (few: number) => `Färre än ${few} svarade. Svaren är raderade och kan inte visas.`,
    noRemarks: "Ingen skrev något här.",
    answer: "Svar",
    howMany: "Antal",
    print: "Skriv ut",
  },
  en: {
    evaluation: "Evaluation",
    evaluationSays: (from: number, to: number) =>
      `Choose ${from}–${to} questions. It is open today, for those who have the code.`,
    openEvaluation: "Open the evaluation",
    scan: "QR code: point the telephone’s camera at it, and the questions open",
    orGoTo: "Point the camera at the square, or go to",
    andWrite: "and write",
    answeredSoFar: (count: number) =>
      count === 1 ? "One has answered." : `${count} have answered.`,
    closesSays: (few: number) =>
      `Answers are shown when it is closed, and only if at least ${few} have answered. Else they are deleted. It closes by itself at midnight. Add no answers of your own: then it can be worked out what somebody else has answered.`,
    lookAgain: "Count again",
    closeEvaluation: "Close the evaluation",
    closedSays: (count: string) => `Closed. Answers: ${count}. They stand under Evaluations.`,
    fewer: (few: number) => `fewer than ${few}`,
    resultsSays: (few: number) =>
      `Answers are counted, not kept each for itself. Fewer than ${few} are never shown.`,
    noResults: "No evaluations yet. You open one from the booking, when you are there.",
    answers: (count: string) => `answers: ${count}`,
    stillOpen: "Open today",
    show: "Show the answers",
    tooFew: (few: number) =>
      `Fewer than ${few} answered. The answers are deleted and cannot be shown.`,
    noRemarks: "Nobody wrote anything here.",
    answer: "Answer",
    howMany: "How many",
    print: "Print",
  },
});
