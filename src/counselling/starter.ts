// Forms that a new jour can publish as they are. Never asked: name, personal number, where she lives, what he is called.

import type { Choice, FormDefinition, TalkForm, Question, Said } from "../forms/index.ts";

const said = (sv: string, en: string): Said => ({ sv, en });
const none = said("", "");
const asked = (id: string, label: Said, more: Partial<Question> = {}) => ({
  ...{ id, label, hint: none, required: false, when: null },
  ...more,
});
const option = (id: string, sv: string, en: string): Choice["options"][number] => ({
  ...{ id, label: said(sv, en) },
});

const about: Question = {
  ...asked("about", said("Vad vill du prata om?", "What would you like to talk about?"), {
    hint: said("Välj det som stämmer, eller inget.", "Choose what fits, or nothing."),
  }),
  ...{ kind: "choice", several: true },
  options: [
    option("now", "Det som händer nu", "What is happening now"),
    option("before", "Något som har hänt tidigare", "Something that happened before"),
    option("leaving", "Att lämna, eller att ha lämnat", "Leaving, or having left"),
    option("children", "Barnen", "The children"),
    option("other", "Något annat", "Something else"),
  ],
};

const how: Question = {
  ...asked("how", said("Hur vill du ses?", "How would you like to meet?"), { required: true }),
  ...{ kind: "choice", several: false },
  options: [
    option("room", "Hos er", "At your place"),
    option("phone", "I telefon", "By phone"),
    option("chat", "I chatten", "In the chat"),
    option("any", "Det spelar ingen roll", "It does not matter"),
  ],
};

const intakeQuestions: readonly Question[] = [
  about,
  how,
  {
    ...asked(
      "access",
      said("Behöver du något för att kunna komma hit?", "Do you need anything to be able to come?"),
      {
        when: { question: "how", is: "room" },
        hint: said(
          "Till exempel hiss, tolk eller barn med.",
          "For example a lift, an interpreter, children with you.",
        ),
      },
    ),
    ...{ kind: "text", long: false },
  },
  {
    ...asked("strain", said("Hur tungt är det just nu?", "How heavy is it just now?")),
    ...{ kind: "scale", from: 1, to: 5 },
    low: said("det går", "I manage"),
    high: said("mycket tungt", "very heavy"),
  },
  {
    ...asked("words", said("Med egna ord", "In your own words"), {
      hint: said(
        "Skriv så lite eller så mycket du vill.",
        "Write as little or as much as you like.",
      ),
    }),
    ...{ kind: "text", long: true },
  },
];

const companyQuestions: readonly Question[] = [
  {
    ...asked("where", said("Vart ska du?", "Where are you going?"), { required: true }),
    ...{ kind: "choice", several: false },
    options: [
      option("police", "Polis", "The police"),
      option("lawyer", "Advokat", "A lawyer"),
      option("social-services", "Socialtjänst", "The social services"),
      option("court", "Domstol", "Court"),
      option("health-care", "Vård", "Health care"),
    ],
  },
  {
    ...asked("date", said("Vilken dag?", "Which day?"), {
      hint: said("Vet du inte än? Lämna tomt.", "Not known yet? Leave it empty."),
    }),
    kind: "date",
  },
  {
    ...asked("town", said("I vilken ort?", "In which town?"), { required: true }),
    ...{ kind: "text", long: false },
  },
  {
    ...asked("words", said("Något mer vi ska veta?", "Anything more that we should know?"), {
      hint: said(
        "Till exempel klockslag, tolk, eller någon du inte vill möta.",
        "For example the hour, an interpreter, or somebody you do not want to meet.",
      ),
    }),
    ...{ kind: "text", long: true },
  },
];

/** Made when it is asked for, so that no page carries it that does not need it. */
export const starterForm = (kind: TalkForm): FormDefinition =>
  kind === "intake"
    ? {
        offered: true,
        lead: said(
          "Berätta kort, så hittar vi rätt person för dig. Du behöver inte skriva ditt namn.",
          "Tell us briefly, so that we find the right person for you. You need not write your name.",
        ),
        questions: intakeQuestions,
      }
    : {
        offered: true,
        lead: said(
          "En stödperson sitter bredvid dig. Hon för inte din talan, men du är inte ensam.",
          "A supporter sits beside you. She does not speak for you, but you are not alone.",
        ),
        questions: companyQuestions,
      };
