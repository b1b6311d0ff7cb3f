import { defineMessages } from "../ui/languages.ts";

/** Within what time answers usually come; from the counts of the last months. */
export const answerTimeMessages = defineMessages({
  sv: {
    "within-12-hours": "Vi brukar svara inom 12 timmar.",
    "within-24-hours": "Vi brukar svara inom ett dygn.",
    "within-2-days": "Vi brukar svara inom två dygn.",
    "within-4-days": "Vi brukar svara inom fyra dygn.",
    "within-7-days": "Vi brukar svara inom en vecka.",
    unknown: "Vi svarar så snart vi kan.",
    longer: "Det kan ta mer än en vecka innan vi svarar.",
  },
  en: {
    "within-12-hours": "We usually answer within 12 hours.",
    "within-24-hours": "We usually answer within a day.",
    "within-2-days": "We usually answer within two days.",
    "within-4-days": "We usually answer within four days.",
    "within-7-days": "We usually answer within a week.",
    unknown: "We answer as soon as we can.",
    longer: "It may take more than a week before we answer.",
  },
});
