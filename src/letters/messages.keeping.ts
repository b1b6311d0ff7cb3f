import { defineMessages } from "../ui/languages.ts";

/** The coordinators' setting: how long letters are kept. */
export const keepingMessages = defineMessages({
  sv: {
    title: "Hur länge brev sparas",
    lead: "Räknat från det senaste som hände: ett brev, ett svar eller att hon läste. Sedan raderas allt, och ingen kan få det tillbaka.",
    days: "Antal dagar, 7 till 90",
    existing:
      "Brev som redan finns behåller sin dag tills någon skriver eller läser i dem; då räknas den om. Hon ser i sin brevlåda vilken dag som gäller.",
    short: "Kort tid skyddar mer om hennes ord hittas. Lång tid gör att hon hinner tillbaka.",
    save: "Spara antalet dagar",
    saved: "Sparat. Det gäller från nästa brev, svar eller läsning.",
    wrong: "Skriv ett tal från 7 till 90. Inget har ändrats.",
    loading: "Hämtar …",
    failed: "Det gick inte. Inget har ändrats. Försök igen om en stund.",
  },
  en: {
    title: "How long letters are kept",
    lead: "Counted from what happened last: a letter, an answer, or that she read. Then everything is deleted, and nobody can bring it back.",
    days: "Number of days, 7 to 90",
    existing:
      "Letters that are there already keep their day until somebody writes or reads in them; then it is counted anew. In her mailbox she sees which day it is.",
    short:
      "A short time protects more if her words are found. A long one gives her time to come back.",
    save: "Save the number of days",
    saved: "Saved. It holds from the next letter, answer or reading.",
    wrong: "Write a number from 7 to 90. Nothing has changed.",
    loading: "Fetching …",
    failed: "It did not work. Nothing has changed. Try again in a while.",
  },
});
