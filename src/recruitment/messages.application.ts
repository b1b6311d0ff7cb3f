import { defineMessages } from "../ui/languages.ts";

/** An application as its readers see it: the recruiters, and she who sent it. */
export const applicationMessages = defineMessages({
  sv: {
    application: "Ansökan",
    meetingWish: "Anmälan till informationsmöte",
    name: "Kallas",
    reach: "Nås på",
    noReach: "bara här, med sina sju ord",
    meeting: "Möte",
    stated: "Har intygat",
    formLost:
      "Frågorna går inte att visa som hon såg dem. Svaren står här som de kom; fråga henne om något är oklart.",
    when: (day: string, from: string, until: string) => `${day} kl. ${from}–${until}`,
  },
  en: {
    application: "Application",
    meetingWish: "Sign-up for an information meeting",
    name: "Is called",
    reach: "Reached at",
    noReach: "here alone, with her seven words",
    meeting: "Meeting",
    stated: "Has stated",
    formLost:
      "The questions cannot be shown as she saw them. The answers stand here as they came; ask her if something is unclear.",
    when: (day: string, from: string, until: string) => `${day} ${from}–${until}`,
  },
});
