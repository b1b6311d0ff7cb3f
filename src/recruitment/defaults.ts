import type { RecruitmentSettings } from "./contract.ts";

/** What a jour begins with, until she saves her own. */
export const defaultSettings: RecruitmentSettings = {
  conditions: [
    {
      id: "age",
      text: { sv: "Jag har fyllt 18 år.", en: "I am 18 or older." },
      required: true,
    },
    { id: "woman", text: { sv: "Jag är kvinna.", en: "I am a woman." }, required: true },
    {
      id: "policy",
      text: {
        sv: "Jag har läst vad jouren står för, och jag delar det.",
        en: "I have read what the centre stands for, and I share it.",
      },
      required: true,
    },
    {
      id: "member",
      text: {
        sv: "Jag är medlem i föreningen, eller blir det om jag blir antagen.",
        en: "I am a member of the association, or will be if I am accepted.",
      },
      required: true,
    },
  ],
  invited: {
    sv: "Hej! Tack för din ansökan. Vi vill gärna träffa dig. Välj en tid här ovanför.\n\nVarma hälsningar",
    en: "Hello! Thank you for your application. We would like to meet you. Choose a time above.\n\nWarm regards",
  },
  welcome: {
    sv: "Välkommen till jouren! Vi är glada att du vill vara med. Öppna länken på den dator eller telefon som du ska arbeta på. Den gäller i tre dagar. Sedan börjar grundutbildningen.",
    en: "Welcome to the centre! We are glad that you want to join us. Open the link on the computer or phone that you will work on. It is good for three days. Then the basic training begins.",
  },
  declined: {
    sv: "Tack för att du ville bli en av oss, och för den tid du har gett. Den här gången kan vi inte erbjuda dig en plats. Det säger inget om hur mycket du bryr dig: vi behöver sätta ihop en grupp som kan börja samtidigt. Du är varmt välkommen att söka igen, eller att stötta jouren som medlem.",
    en: "Thank you for wanting to be one of us, and for the time you have given. This time we cannot offer you a place. It says nothing of how much you care: we need a group that can begin together. You are warmly welcome to apply again, or to support the centre as a member.",
  },
};
