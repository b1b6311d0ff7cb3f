import { defineMessages } from "../ui/languages.ts";

/** Around a conversation that is only tried out. */
export const messages = defineMessages({
  sv: {
    nobodyThere:
      "Övning. Den du skriver med är påhittad och svarar efter ett manus. Ingenting sparas och ingenting räknas.",
    failed: "Övningen kunde inte öppnas i den här webbläsaren. Ladda om sidan och försök igen.",
    thinkOf: (hint: string) => `Att tänka på: ${hint}`,
    over: "Hon har inget mer att säga. Avsluta samtalet när du vill, och gå vidare.",
  },
  en: {
    nobodyThere:
      "Rehearsal. Whoever you write with is made up and answers by a script. Nothing is kept and nothing is counted.",
    failed: "The rehearsal could not be opened in this browser. Reload the page and try again.",
    thinkOf: (hint: string) => `To think of: ${hint}`,
    over: "She has nothing more to say. End the conversation when you like, and go on.",
  },
});
