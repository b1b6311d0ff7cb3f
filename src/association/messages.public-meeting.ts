import { defineMessages } from "../ui/languages.ts";

/** Meetings on a member's own page. */
export const publicMeetingMessages = defineMessages({
  sv: {
    agenda: "Dagordning",
    iAmHere: "Jag är på plats",
    youAreThere: "Du är noterad som närvarande.",
    notOpenYet: (day: string) =>
      `När mötet har öppnats ${day} noterar du här att du är på plats. Ladda då om sidan.`,
    motions: "Dina motioner",
    motionsOver: (day: string) => `Motioner togs emot till och med ${day}.`,
    writeMotion: (day: string) => `Skriv en motion, senast ${day}`,
    motionSays:
      "En motion är ett förslag som mötet ska ta ställning till. Styrelsen läser den, och den kan stå i dagordningen med ditt namn. Skriv inget om dem som söker stöd.",
    motionFault:
      "Det behövs en rubrik på högst 120 tecken och ett förslag på högst 3 500. Inget är skickat än.",
    motionTitle: "Rubrik",
    motionText: "Ditt förslag, och varför",
    sendMotion: "Skicka motionen",
    takeBack: "Ta tillbaka",
    adjust: (title: string) => `Justera protokollet från ${title}`,
    adjustSays:
      "Du är vald att justera. Läs protokollet, och bekräfta om det stämmer. Stämmer det inte, säg till den som skrev det och bekräfta inte.",
    youHaveConfirmed: "Du har justerat protokollet. Det låses när alla som är valda har gjort det.",
    readMinutes: (number: number) => `Läs protokollet (version ${number})`,
    confirm: "Det stämmer, jag justerar",
  },
  en: {
    agenda: "Agenda",
    iAmHere: "I am here",
    youAreThere: "You are noted as present.",
    notOpenYet: (day: string) =>
      `When the meeting has been opened ${day} you note here that you are there. Load the page anew then.`,
    motions: "Your motions",
    motionsOver: (day: string) => `Motions were taken until ${day}.`,
    writeMotion: (day: string) => `Write a motion, ${day} at the latest`,
    motionSays:
      "A motion is a proposal that the meeting decides on. The board reads it, and it may stand in the agenda with your name. Write nothing about those who seek support.",
    motionFault:
      "A title of at most 120 letters and a proposal of at most 3,500 are needed. Nothing is sent yet.",
    motionTitle: "Title",
    motionText: "Your proposal, and why",
    sendMotion: "Send the motion",
    takeBack: "Take back",
    adjust: (title: string) => `Adjust the minutes of ${title}`,
    adjustSays:
      "You are elected to adjust them. Read the minutes, and confirm if they are right. If not, tell whoever wrote them and do not confirm.",
    youHaveConfirmed:
      "You have adjusted the minutes. They are locked when all who are elected have.",
    readMinutes: (number: number) => `Read the minutes (version ${number})`,
    confirm: "It is right, I adjust them",
  },
});
