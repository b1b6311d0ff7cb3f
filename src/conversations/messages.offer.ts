import { defineMessages } from "../ui/languages.ts";

/**
 * "Let us go on as letters." The offer is an ordinary message of a volunteer, sealed and signed like
 * all she writes; in these very words it comes with a button (decision 0112).
 */
export const offerMessages = defineMessages({
  sv: {
    offer:
      "Vi kan fortsätta som brev, om du vill. Då skriver du när du kan och läser svaret med sju ord. Knappen finns här under. Annars fortsätter vi här.",
    means: "Då avslutas chatten och raderas. Det du har skrivit följer med till brevet.",
  },
  en: {
    offer:
      "We can go on as letters, if you like. Then you write when you can, and read the answer with seven words. The button is below. Otherwise we go on here.",
    means: "Then the chat ends and is deleted. What you have written goes with you to the letter.",
  },
});
