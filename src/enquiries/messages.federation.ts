import { defineMessages, type Language } from "../ui/languages.ts";
import { enquiryMessages } from "./messages.ts";

/** What a federation says otherwise: it has no chat, no letters, and its forms are without script. */
const federationWords = defineMessages({
  sv: {
    lead: "För dig som är journalist eller forskare, eller som arbetar på en jour, en myndighet eller i en förening. Välj vad det gäller, så hamnar det hos rätt person.",
    supportSays:
      "Skriv inte här. Det är jourerna som svarar, gratis och utan att du behöver säga vem du är.",
    supportWay: "Hitta en jour",
    howSays:
      "Servern ser det du skriver en kort stund. Sedan låses det till dem på förbundet som har hand om sådant, och bara det låsta sparas. Det raderas av sig självt. Skriv inget om någon som har fått stöd.",
    weaker:
      "Servern ser texten en kort stund innan den låses till oss, och sparar bara det som är låst.",
  },
  en: {
    lead: "For you who are a journalist or do research, or who work at a centre, an authority or an association. Choose what it is about, and it reaches the right person.",
    supportSays:
      "Do not write here. It is the centres that answer, free of charge and without your having to say who you are.",
    supportWay: "Find a centre",
    howSays:
      "The server sees what you write for a moment. Then it is locked to those at the federation who mind such matters, and only what is locked is kept. It is deleted by itself. Write nothing about anybody who has had support.",
    weaker:
      "The server sees the text for a moment before it is locked to us, and keeps only what is locked.",
  },
});

export const wordsOf = (isFederation: boolean, language: Language) =>
  isFederation
    ? { ...enquiryMessages[language], ...federationWords[language] }
    : enquiryMessages[language];
