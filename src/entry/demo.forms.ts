import { starterApplication } from "../recruitment/index.ts";
import type { FormDefinition, FormKind, Question, Said } from "../forms/index.ts";

const none: Said = { sv: "", en: "" };
const asked = (id: string, label: Said, more: Partial<Question> = {}) => ({
  ...{ id, label, hint: none, required: false, when: null },
  ...more,
});
const option = (id: string, sv: string, en: string) => ({ id, label: { sv, en } });

/** Never asked: name, personal number, address, what he is called. */
const intake: FormDefinition = {
  offered: true,
  lead: {
    sv: "Berätta kort, så hittar vi rätt person för dig. Du behöver inte skriva ditt namn.",
    en: "Tell us briefly, so that we find the right person for you. You need not write your name.",
  },
  questions: [
    {
      ...asked("about", { sv: "Vad vill du prata om?", en: "What would you like to talk about?" }),
      ...{ kind: "choice", several: true },
      options: [
        option("now", "Det som händer nu", "What is happening now"),
        option("before", "Något som hänt förut", "Something that happened before"),
        option("leaving", "Att lämna, eller att ha lämnat", "Leaving, or having left"),
        option("children", "Barnen", "The children"),
        option("other", "Något annat", "Something else"),
      ],
    },
    {
      ...asked(
        "how",
        { sv: "Hur vill du ses?", en: "How would you like to meet?" },
        { required: true },
      ),
      ...{ kind: "choice", several: false },
      options: [
        option("room", "Hos er", "At your place"),
        option("phone", "I telefon", "By phone"),
        option("chat", "I chatten", "In the chat"),
        option("any", "Det spelar ingen roll", "It does not matter"),
      ],
    },
    {
      ...asked(
        "access",
        {
          sv: "Behöver du något för att kunna komma hit?",
          en: "Do you need anything to be able to come?",
        },
        {
          when: { question: "how", is: "room" },
          hint: {
            sv: "Till exempel hiss, tolk eller barn med.",
            en: "For example a lift, an interpreter, children with you.",
          },
        },
      ),
      ...{ kind: "text", long: false },
    },
    {
      ...asked("strain", { sv: "Hur tungt är det just nu?", en: "How heavy is it just now?" }),
      ...{ kind: "scale", from: 1, to: 5 },
      low: { sv: "det går", en: "I manage" },
      high: { sv: "mycket tungt", en: "very heavy" },
    },
    {
      ...asked("words", { sv: "Med egna ord", en: "In your own words" }),
      ...{ kind: "text", long: true },
    },
  ],
};

const accompany: FormDefinition = {
  offered: true,
  lead: {
    sv: "En stödperson sitter bredvid dig. Hon för inte din talan, men du är inte ensam.",
    en: "A supporter sits beside you. She does not speak for you, but you are not alone.",
  },
  questions: [
    {
      ...asked("where", { sv: "Vart ska du?", en: "Where are you going?" }, { required: true }),
      ...{ kind: "choice", several: false },
      options: [
        option("police", "Polis", "The police"),
        option("lawyer", "Advokat", "A lawyer"),
        option("social-services", "Socialtjänst", "The social services"),
        option("court", "Domstol", "Court"),
        option("health-care", "Vård", "Health care"),
      ],
    },
    { ...asked("date", { sv: "Vilken dag?", en: "Which day?" }), kind: "date" },
    {
      ...asked("town", { sv: "I vilken ort?", en: "In which town?" }, { required: true }),
      ...{ kind: "text", long: false },
    },
    {
      ...asked("words", { sv: "Något mer vi ska veta?", en: "Anything more that we should know?" }),
      ...{ kind: "text", long: true },
    },
  ],
};

export const demoForms: Readonly<Record<FormKind, FormDefinition>> = {
  intake,
  accompany,
  application: starterApplication,
};
