import type { FaceContent, FaceHours, FaceKind, Interval, Week } from "../site/index.ts";
import { before, beforeYoung } from "./demo.before.ts";
import { kvinnojourDoors, ungdomsjourDoors, videDoors } from "./demo.doors.ts";

// The made-up house of the demonstration. What it says of Kvinnojouren Mira and Din Ungdomsjour are
// public facts in our own words; every number that somebody could ring here is reserved for fiction.

export interface DemoFace {
  readonly slug: string;
  readonly kind: FaceKind;
  readonly content: FaceContent;
  readonly hours: FaceHours;
}

export interface DemoJour {
  readonly slug: string;
  readonly name: string;
  /** The first face stands on the jour's own host; the label before ".localhost" is given beside. */
  readonly faces: readonly { readonly host: string; readonly face: DemoFace }[];
}

const never: Week = [[], [], [], [], [], [], []];

/** "18:00-21:00 22:00-23:00" per weekday, Monday first. */
function week(...days: readonly string[]): Week {
  return never.map((_, index) => intervals(days[index] ?? ""));
}

function intervals(text: string): Interval[] {
  return text
    .split(" ")
    .filter((part) => part !== "")
    .map((part) => ({ from: part.slice(0, 5), until: part.slice(6) }));
}

const years = [2026, 2027, 2028];

/** Closed on the great holidays; a few hours on New Year's Eve. */
const holidays: FaceHours["exceptions"] = years.flatMap((year) => [
  { date: `${year}-12-24`, channel: "all", intervals: [] },
  { date: `${year}-12-25`, channel: "all", intervals: [] },
  { date: `${year}-12-31`, channel: "all", intervals: intervals("14:00-16:00") },
  { date: `${year + 1}-01-01`, channel: "all", intervals: [] },
]);

const exitUrl = "https://www.smhi.se/";

const routine = {
  sv: "Kalla in den du går passet med. Är du ensam: ring bakjouren, 070-174 06 21, när som helst på dygnet.\n\nOrosanmälan gör samordnaren nästa vardag. Är det bråttom ringer du socialjouren själv och berättar för bakjouren efteråt.\n\nGå inte hem med något tungt. Ring bakjouren först.",
  en: "Call in the one you share the shift with. If you are alone: phone the colleague on call, 070-174 06 21, at any hour.\n\nThe coordinator reports concern for a child on the next working day. If it is urgent, phone the social emergency service yourself and tell the colleague on call afterwards.\n\nDo not go home with something heavy. Phone the colleague on call first.",
};

const kvinnojour: DemoFace = {
  slug: "kvinnojour",
  kind: "kvinnojour",
  content: {
    name: "Kvinnojouren Mira",
    colour: "lantern",
    tabTitle: "Mira",
    phone: "08-465 004 10",
    exitUrl,
    place: "Nyköping och Oxelösund",
    policy: { receives: "women", ages: { from: 18, until: null }, answeredBy: "women" },
    reach: { municipalities: ["0480", "0481"], elsewhere: true, languages: ["sv", "en"] },
    welcome: {
      lead: { sv: "Vi lyssnar. Vi\u00a0tror\u00a0på\u00a0dig.", en: "We listen. We believe you." },
      about: {
        sv: "Kvinnojouren Mira är en ideell förening som har funnits i Nyköping och Oxelösund sedan 1982. Vi är fria från partier och religion, och arbetar för ett jämställt samhälle fritt från våld.\n\n- Stödsamtal i telefon, i chatt eller när vi ses\n- En stödperson som följer med till polis, advokat, socialtjänst eller vård\n- Råd om polisanmälan, vårdnad och boende\n- Föreläsningar och workshops i skolor och på arbetsplatser",
        en: "Kvinnojouren Mira is a non-profit association that has been here in Nyköping and Oxelösund since 1982. We are free from parties and religion, and work for an equal society without violence.\n\n- Somebody to talk to by phone, by chat or when we meet\n- A supporter who comes with you to the police, a lawyer, the social services or health care\n- Advice on police reports, custody and housing\n- Lectures and workshops at schools and workplaces",
      },
    },
    doors: kvinnojourDoors,
    before,
    permit: {
      status: "applied",
      note: {
        sv: "Medan vi väntar på beslut hjälper vi dig att hitta ett tryggt boende på annat håll.",
        en: "While we wait for the decision we help you to find safe housing elsewhere.",
      },
    },
    partners: [
      { name: "Nyköpings kommun", url: null },
      { name: "Oxelösunds kommun", url: null },
      { name: "Unizon", url: "https://unizon.se/" },
    ],
    routine,
  },
  hours: {
    week: {
      chat: week("18:00-20:00", "13:00-15:00", "18:00-20:00", "13:00-15:00 18:00-21:00"),
      phone: week(
        ...Array.from({ length: 4 }, () => "09:00-16:00 18:00-22:00"),
        "09:00-16:00",
        "16:00-18:00",
      ),
      letter: never,
      talk: never,
    },
    exceptions: holidays,
  },
};

const ungdomsjour: DemoFace = {
  slug: "ungdomsjour",
  kind: "ungdomsjour",
  content: {
    name: "Din Ungdomsjour",
    colour: "sea",
    tabTitle: "Din",
    phone: "070-174 06 10",
    exitUrl,
    place: "Nyköping och Oxelösund",
    policy: { receives: "everyone", ages: { from: 12, until: 21 }, answeredBy: "trained-adult" },
    reach: { municipalities: ["0480", "0481"], elsewhere: true, languages: ["sv", "en"] },
    welcome: {
      lead: { sv: "Skriv om vad som helst.", en: "Write about anything." },
      about: {
        sv: "Din Ungdomsjour finns för alla mellan 12 och 21 år: tjejer, killar och ickebinära. Vi växte fram ur en tjejjour och har tagit emot alla unga sedan juni 2024.\n\n- Du kan skriva om kärlek, sex, kroppen, vänner, familj, skola, våld, eller att allt bara känns fel\n- Inget är för litet och inget är för konstigt\n- Vi kommer gärna till din skola och pratar om relationer, samtycke och normer",
        en: "Din Ungdomsjour is here for everybody aged 12 to 21: girls, boys and non-binary people. We grew out of a girls’ centre, and have been open to all young people since June 2024.\n\n- You can write about love, sex, your body, friends, family, school, violence, or that everything just feels wrong\n- Nothing is too small and nothing is too strange\n- We like to come to your school and talk about relationships, consent and norms",
      },
    },
    doors: ungdomsjourDoors,
    before: beforeYoung,
    permit: { status: "none", note: { sv: "", en: "" } },
    partners: [],
    routine,
  },
  hours: {
    week: {
      chat: week("19:00-21:00", "19:00-21:00", "19:00-21:00", "19:00-21:00", "", "", "16:00-18:00"),
      phone: week("", "15:00-17:00", "", "15:00-17:00"),
      letter: never,
      talk: never,
    },
    exceptions: holidays,
  },
};

const vide: DemoFace = {
  slug: "kvinnojour",
  kind: "kvinnojour",
  content: {
    ...kvinnojour.content,
    name: "Kvinnojouren Vide",
    colour: "pine",
    tabTitle: "Vide",
    phone: "031-390 06 20",
    place: "Videdalen",
    reach: { municipalities: ["0482", "0483", "0428"], elsewhere: true, languages: ["sv"] },
    welcome: {
      lead: { sv: "Du är välkommen som du är.", en: "You are welcome as you are." },
      about: {
        sv: "Kvinnojouren Vide är påhittad. Den finns här för att visa att flera jourer kan bo i samma hus utan att se varandras rum.",
        en: "Kvinnojouren Vide is made up. It is here to show that several centres can live in one house without seeing each other’s rooms.",
      },
    },
    doors: videDoors,
    permit: { status: "none", note: { sv: "", en: "" } },
    partners: [],
  },
  hours: {
    week: {
      chat: week("", "18:00-21:00", "", "", "", "16:00-18:00"),
      phone: week("18:00-21:00", "", "18:00-21:00", "", "", "", "22:00-02:00"),
      letter: never,
      talk: never,
    },
    exceptions: holidays,
  },
};

export const demoJours: readonly DemoJour[] = [
  {
    slug: "mira",
    name: "Kvinnojouren Mira",
    faces: [
      { host: "mira", face: kvinnojour },
      { host: "dinungdomsjour", face: ungdomsjour },
    ],
  },
  { slug: "vide", name: "Kvinnojouren Vide", faces: [{ host: "vide", face: vide }] },
];
