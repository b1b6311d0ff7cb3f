// What is asked in each form until the jour writes her own. Never who somebody is beyond a name of her choice, never a personal number.

import type { FormDefinition, Question, Said } from "../forms/index.ts";
import type { EnquiryKind } from "./contract.ts";

const none: Said = { sv: "", en: "" };
const asked = (id: string, sv: string, en: string, more: Partial<Question> = {}) => ({
  ...{ id, label: { sv, en }, hint: none, required: false, when: null },
  ...more,
});
const option = (id: string, sv: string, en: string) => ({ id, label: { sv, en } });

const words = (sv: string, en: string): Question => ({
  ...asked("words", sv, en, { required: true }),
  ...{ kind: "text", long: true },
});
const line = (id: string, sv: string, en: string, required = false): Question => ({
  ...asked(id, sv, en, { required }),
  ...{ kind: "text", long: false },
});

const form = (lead: Said, questions: readonly Question[]): FormDefinition => ({
  ...{ offered: true, lead, questions },
});

export const enquiryForms: Readonly<Record<EnquiryKind, FormDefinition>> = {
  feedback: form(
    {
      sv: "Något som är bra, något som inte fungerar, något som är svårt att läsa. Du behöver inte lämna någon adress.",
      en: "Something good, something that does not work, something hard to read. You need not leave an address.",
    },
    [
      {
        ...asked("about", "Vad gäller det?", "What is it about?", { required: true }),
        ...{ kind: "choice", several: false },
        options: [
          option("site", "Webbplatsen", "The site"),
          option("accessibility", "Tillgängligheten", "Accessibility"),
          option("us", "Hur vi har bemött någon", "How we have met somebody"),
          option("other", "Något annat", "Something else"),
        ],
      },
      words("Vad vill du säga?", "What do you want to say?"),
    ],
  ),
  press: form(
    {
      sv: "För dig som skriver, sänder eller forskar. Vi ställer aldrig upp med någon som fått stöd hos oss.",
      en: "For you who write, broadcast or do research. We never provide anybody who has had support here.",
    },
    [
      line("outlet", "Redaktion eller lärosäte", "Newsroom or university"),
      words("Vad handlar det om?", "What is it about?"),
      { ...asked("deadline", "När behöver du svar?", "When do you need an answer?"), kind: "date" },
    ],
  ),
  cooperation: form(
    {
      sv: "Myndigheter, skolor, vård och föreningar. Skriv inget om enskilda personer.",
      en: "Authorities, schools, health care and associations. Write nothing about any person.",
    },
    [
      line("organisation", "Organisation", "Organisation", true),
      words("Vad vill ni göra tillsammans?", "What would you like to do together?"),
    ],
  ),
  giving: form(
    {
      sv: "Pengar, saker, tid eller ett företags bidrag. Lämna inget utanför dörren: vi säger vad som behövs.",
      en: "Money, things, time or a company’s gift. Leave nothing outside the door: we say what is needed.",
    },
    [
      {
        ...asked("what", "Vad vill du ge?", "What would you like to give?", { required: true }),
        ...{ kind: "choice", several: false },
        options: [
          option("money", "Pengar", "Money"),
          option("things", "Saker", "Things"),
          option("company", "Som företag", "As a company"),
          option("other", "Något annat", "Something else"),
        ],
      },
      { ...asked("words", "Berätta kort", "Tell us briefly"), ...{ kind: "text", long: true } },
    ],
  ),
};
