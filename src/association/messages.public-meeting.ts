import { defineMessages } from "../ui/languages.ts";

/** Meetings on a member's own page. */
export const publicMeetingMessages = defineMessages({
  sv: {
    agenda: "Dagordning",
    iAmHere: "Jag är på plats",
    youAreThere: "Du är noterad som närvarande.",
    notOpenYet: (day: string) =>
      `När mötet har öppnats ${day} noterar du här att du är på plats. Ladda då om sidan.`,
  },
  en: {
    agenda: "Agenda",
    iAmHere: "I am here",
    youAreThere: "You are noted as present.",
    notOpenYet: (day: string) =>
      `When the meeting has been opened ${day} you note here that you are there. Load the page anew then.`,
  },
});
