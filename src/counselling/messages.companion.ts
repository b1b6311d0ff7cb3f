import { defineMessages } from "../ui/languages.ts";

/** In her mailbox: who comes with her. */
export const companionMessages = defineMessages({
  sv: {
    hers: "Din stödperson",
    asked: "Vi frågar någon som kan följa med dig. Svaret står här.",
    found: (alias: string) => `${alias} följer med dig.`,
    foundSays: "Skriv till oss här om något ändras.",
    lost: "Hon som skulle följa med kan inte längre. Vi letar efter någon annan.",
    ended: "Du har sagt att du inte behöver någon stödperson. Skriv om du ändrar dig.",
    alone: "Jag behöver ingen stödperson",
    aloneSure: "Ja, avboka",
    keep: "Nej, behåll",
    seen: "Den som driver servern kan se att någon följer med, men inte vart, när eller vem du är.",
  },
  en: {
    hers: "Your supporter",
    asked: "We are asking somebody who can come with you. The answer will stand here.",
    found: (alias: string) => `${alias} comes with you.`,
    foundSays: "Write to us here if anything changes.",
    lost: "She who was to come with you cannot any more. We are looking for somebody else.",
    ended: "You have said that you need no supporter. Write if you change your mind.",
    alone: "I need no supporter",
    aloneSure: "Yes, call it off",
    keep: "No, keep her",
    seen: "Whoever runs the server can see that somebody comes along, but not where, when or who you are.",
  },
});
