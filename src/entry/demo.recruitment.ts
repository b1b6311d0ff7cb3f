import type { DemoApplication, RoundWords } from "../recruitment/index.ts";

export const demoMeeting = { place: "Medborgarhuset, sal 2" };

export const demoRound: RoundWords = {
  title: { sv: "Bli volontär hos oss", en: "Volunteer with us" },
  text: {
    sv: `Vi söker dig som vill lyssna. Som volontär svarar du i chatt, brev och telefon, alltid på ett pass tillsammans med någon som har gjort det förr.

Du behöver ingen särskild utbildning. Du får en grundutbildning av oss, handledning varje månad och någon att ringa efter ett tungt samtal.

Räkna med minst ett pass i månaden, kvällar och någon lördag, i ett år eller mer.`,
    en: `We are looking for you who want to listen. As a volunteer you answer in chat, letters and on the telephone, always on a shift together with somebody who has done it before.

You need no special education. You get a basic training from us, supervision every month and somebody to call after a heavy conversation.

Count on at least one shift a month, evenings and a Saturday now and then, for a year or more.`,
  },
};

/** Made-up women, by how far they have come. */
export const demoApplications: readonly DemoApplication[] = [
  {
    ...{ name: "Signe", reach: "signe@lind.example", stage: "applied" },
    answers: {
      why: "En vän till mig fick hjälp av er. Hon sa att det bästa var att någon bara lyssnade. Det vill jag kunna vara för någon annan.",
      where: ["chat", "letters"],
      when: ["evenings"],
      languages: "Svenska och engelska",
    },
  },
  {
    ...{ name: "Tove", reach: "", stage: "applied" },
    answers: {
      why: "Jag har läst om jouren i tidningen och har tid över sedan jag gick i pension.",
      where: ["any"],
      when: ["days", "weekends"],
      languages: "Svenska, lite tyska",
      more: "Jag hör dåligt i telefon men skriver gärna.",
    },
  },
  {
    ...{ name: "Amina", reach: "070-174 06 31", stage: "invited" },
    answers: {
      why: "Jag arbetar i skolan och möter unga som inte vågar ringa någon. Jag vill lära mig mer.",
      where: ["chat"],
      when: ["evenings", "weekends"],
      languages: "Svenska, somaliska, engelska",
    },
  },
  {
    ...{ name: "Liv", reach: "liv@bjork.example", stage: "talked" },
    answers: {
      why: "Jag läser till socionom och vill göra något på riktigt vid sidan av.",
      where: ["chat", "phone"],
      when: ["evenings"],
      languages: "Svenska",
    },
  },
  {
    ...{ name: "Embla", reach: "embla@ask.example", stage: "interested" },
    answers: {
      why: "Jag vet inte om jag passar, men jag vill gärna komma på mötet först.",
      when: ["weekends"],
    },
  },
];
