import type { FormDefinition, Question, Said } from "../forms/index.ts";

const none: Said = { sv: "", en: "" };
const asked = (id: string, sv: string, en: string, more: Partial<Question> = {}) => ({
  ...{ id, label: { sv, en }, hint: none, required: false, when: null },
  ...more,
});
const option = (id: string, sv: string, en: string) => ({ id, label: { sv, en } });

/** The questions that a jour begins with. Never asked: personal number, address, what she herself has been through. */
export const starterApplication: FormDefinition = {
  offered: true,
  lead: {
    sv: "Svara kort. Det viktiga pratar vi om när vi ses.",
    en: "Answer briefly. What matters we talk about when we meet.",
  },
  questions: [
    {
      ...asked("why", "Varför vill du vara med?", "Why do you want to join us?", {
        required: true,
        hint: {
          sv: "Du behöver inte berätta om egna erfarenheter.",
          en: "You need not tell of experiences of your own.",
        },
      }),
      ...{ kind: "text", long: true },
    },
    {
      ...asked("where", "Var vill du svara?", "Where would you like to answer?"),
      ...{ kind: "choice", several: true },
      options: [
        option("chat", "Chatt", "Chat"),
        option("letters", "Brev", "Letters"),
        option("phone", "Telefon", "Telephone"),
        option("any", "Det spelar ingen roll", "It does not matter"),
      ],
    },
    {
      ...asked("when", "När kan du oftast?", "When are you usually free?", { required: true }),
      ...{ kind: "choice", several: true },
      options: [
        option("days", "Vardagar dagtid", "Weekdays, daytime"),
        option("evenings", "Vardagskvällar", "Weekday evenings"),
        option("weekends", "Helger", "Weekends"),
      ],
    },
    {
      ...asked("languages", "Vilka språk talar du?", "Which languages do you speak?"),
      ...{ kind: "text", long: false },
    },
    {
      ...asked("more", "Något mer vi ska veta?", "Anything more that we should know?"),
      ...{ kind: "text", long: true },
    },
  ],
};
