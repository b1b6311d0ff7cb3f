import type { Messages } from "../ui/languages.ts";

/** While she waits, another part of the jour could take her. Shares no module with the page: it is fetched alone. */
const both = {
  sv: {
    title: (name: string) => `Vill du prata med ${name} i stället?`,
    ask: (name: string) =>
      `Där finns någon nu. ${name} hör till samma jour och har lovat samma tystnad. Du behåller din tid i kön, och det du har börjat skriva står kvar.`,
    yes: "Ja, flytta mig dit",
    no: "Nej, jag väntar här",
    moved: (name: string) => `Nu står du i kön hos ${name}.`,
    stays: "Då står du kvar här, på samma plats.",
    late: "Det gick inte: frågan gäller inte längre. Du står kvar på samma plats.",
    again: "Det gick inte just nu. Du står kvar på samma plats. Försök igen.",
  },
  en: {
    title: (name: string) => `Would you rather talk with ${name}?`,
    ask: (name: string) =>
      `Somebody is there now. ${name} belongs to the same centre and has made the same promise of silence. You keep your time in the queue, and what you have begun to write stays.`,
    yes: "Yes, move me there",
    no: "No, I wait here",
    moved: (name: string) => `Now you stand in the queue of ${name}.`,
    stays: "Then you stay here, at the same place.",
    late: "That did not work: the question no longer holds. You are still at the same place.",
    again: "That did not work just now. You are still at the same place. Try again.",
  },
};
export const movingMessages: Messages<(typeof both)["sv"]> = both;
