import { counted, defineMessages } from "../ui/languages.ts";

/** Audiences, ways and the like: the same words on the site and in the desk. */
export const nameMessages = defineMessages({
  sv: {
    "grades-7-9": "årskurs 7–9",
    "upper-secondary": "gymnasiet",
    "school-staff": "personal i skolan",
    workplace: "arbetsplatser",
    association: "föreningar",
    everyone: "alla",
    place: "på plats",
    online: "på nätet",
    free: "Gratis",
    minutes: (minutes: number) => counted(minutes, "minut", "minuter"),
  },
  en: {
    "grades-7-9": "years 7–9",
    "upper-secondary": "upper-secondary school",
    "school-staff": "school staff",
    workplace: "workplaces",
    association: "associations",
    everyone: "everybody",
    place: "at your place",
    online: "online",
    free: "Free",
    minutes: (minutes: number) => counted(minutes, "minute", "minutes"),
  },
});
