import type { DemoEnquiry } from "../enquiries/index.ts";

// What lies at the office of Kvinnojouren Mira in the demonstration. People and newspapers are invented.

export const demoEnquiries: readonly DemoEnquiry[] = [
  {
    ...{ kind: "press", name: "Lo Ahlin", reach: "lo@granviksbladet.example" },
    answers: {
      outlet: "Granviksbladet",
      words:
        "Vi skriver om hur kommunernas stöd till jourerna har ändrats på tio år. Kan någon hos er svara på frågor i nästa vecka? Vi söker ingen som har fått stöd.",
    },
  },
  {
    ...{ kind: "giving", name: "", reach: "kassor@bokcafeet.example" },
    answers: {
      what: "things",
      words: "Vi på bokkaféet har tre kassar barnböcker i fint skick. Vill ni ha dem?",
    },
  },
  {
    ...{ kind: "feedback", name: "", reach: "" },
    answers: {
      about: "accessibility",
      words: "Sidan om spår gick bra att läsa med skärmläsare. Tack för att ni skriver kort.",
    },
  },
];
