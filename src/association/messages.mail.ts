import { defineMessages } from "../ui/languages.ts";

/** Our mails to members. */
export const mailMessages = defineMessages({
  sv: {
    hello: (name: string) => `Hej ${name},`,
    welcome: (jour: string) => `Välkommen som medlem i ${jour}`,
    welcomeSays: (jour: string) => `du är nu medlem i ${jour}. Tack för att du är med.`,
    fee: (kronor: number) => `Medlemsavgiften är ${kronor} kr om året.`,
    yourPage:
      "På din egen sida ser du vad vi har sparat om dig. Där rättar du det, och där går du ur. Spara länken, och visa den inte för någon:",
    notYou:
      "Har du inte bett om att bli medlem? Öppna sidan och välj att gå ur direkt, så raderas allt.",
    reminder: (year: number, jour: string) => `Medlemsavgiften ${year} till ${jour}`,
    yourFees:
      "På din egen sida ser du vilka år som är noterade. Där går du också ur, om du inte vill vara medlem längre. Visa inte länken för någon:",
    bye: "Vänliga hälsningar",
  },
  en: {
    hello: (name: string) => `Hello ${name},`,
    welcome: (jour: string) => `Welcome as a member of ${jour}`,
    welcomeSays: (jour: string) => `you are now a member of ${jour}. Thank you for joining.`,
    fee: (kronor: number) => `The membership fee is ${kronor} kronor a year.`,
    yourPage:
      "On your own page you see what we keep about you. There you correct it, and there you leave. Keep the link, and show it to nobody:",
    notYou:
      "Have you not asked to become a member? Open the page and choose to leave at once, and all is deleted.",
    reminder: (year: number, jour: string) => `The membership fee of ${year}, ${jour}`,
    yourFees:
      "On your own page you see which years are noted. There you also leave, if you no longer want to be a member. Show the link to nobody:",
    bye: "Kind regards",
  },
});
