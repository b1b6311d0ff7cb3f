import { defineMessages } from "../ui/languages.ts";

/** What the two forms are called in their editor, and what it means that one is not there. */
export const formNames = defineMessages({
  sv: {
    intake: "Be om ett samtal",
    accompany: "Be om en stödperson",
    noneIntake: "Inget formulär är publicerat, så ingen kan be om ett samtal",
    noneAccompany: "Inget formulär är publicerat, så ingen kan be om en stödperson",
  },
  en: {
    intake: "Ask for a talk",
    accompany: "Ask for a supporter",
    noneIntake: "No form is published, so nobody can ask for a talk",
    noneAccompany: "No form is published, so nobody can ask for a supporter",
  },
});
