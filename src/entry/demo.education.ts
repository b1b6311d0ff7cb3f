import type { DemoEducation, LectureContent } from "../education/index.ts";

// What Kvinnojouren Mira offers in the demonstration, in our own words. Schools and people are invented.

/** The name of a file that is laid on the shelf with the lectures. */
export const CLASS_QUESTIONS = "class-questions";

const lecture = (
  content: Pick<LectureContent, "title" | "summary" | "text" | "audiences" | "minutes"> &
    Partial<LectureContent>,
): LectureContent => ({
  ...{ price: 0, languages: ["sv"], ways: ["place", "online"], materials: [] },
  region: { sv: "Hela länet. Längre bort på nätet.", en: "The whole county. Further away online." },
  ...content,
});

export const demoLectures: readonly LectureContent[] = [
  lecture({
    title: { sv: "När kärlek gör ont", en: "When love hurts" },
    summary: {
      sv: "Om svartsjuka, kontroll och vad som är en schysst relation.",
      en: "About jealousy, control, and what a fair relationship is.",
    },
    text: {
      sv: `Vi pratar om hur det kan låta när någon bestämmer över en annan: vem man får träffa, vad man får ha på sig, vem som får läsa mobilen. Klassen får korta berättelser att diskutera, aldrig frågor om sig själva.

## Det tar vi upp

- Skillnaden på att bry sig och att kontrollera
- Vad man kan säga till en kompis som har det svårt
- Vart man kan vända sig, utan att säga vem man är

## Efteråt

En av oss stannar kvar en stund för den som vill prata. Klassen svarar på några frågor utan namn.`,
      en: `We talk about how it can sound when somebody decides over somebody else: whom to meet, what to wear, who reads the phone. The class gets short stories to discuss, and is never asked about itself.

## What we take up

- The difference between caring and controlling
- What to say to a friend who has a hard time
- Where to turn, without saying who one is

## Afterwards

One of us stays for a while for whoever wants to talk. The class answers some questions without names.`,
    },
    ...{ audiences: ["grades-7-9", "upper-secondary"], minutes: 60, languages: ["sv", "en"] },
    materials: [
      {
        title: "Diskussionsfrågor till läraren",
        address: CLASS_QUESTIONS,
        isPublic: false,
      },
    ],
  }),
  lecture({
    title: { sv: "Ja betyder ja", en: "Yes means yes" },
    summary: {
      sv: "Workshop om samtycke och gränser, i mindre grupper.",
      en: "A workshop about consent and limits, in smaller groups.",
    },
    text: {
      sv: `En workshop med övningar för högst trettio åt gången. Vi går igenom vad lagen säger, hur man frågar, och hur man märker att någon inte vill.

Gruppen delas efter vad ni på skolan tror fungerar bäst.`,
      en: `A workshop with exercises for thirty at most. We go through what the law says, how to ask, and how to notice that somebody does not want to.

The group is divided as you at the school think best.`,
    },
    ...{ audiences: ["upper-secondary", "association"], minutes: 90, ways: ["place"] },
  }),
  lecture({
    title: { sv: "Att våga fråga", en: "Daring to ask" },
    summary: {
      sv: "För skolans personal: tecken på våld hemma, och vad ni gör då.",
      en: "For school staff: signs of violence at home, and what to do.",
    },
    text: {
      sv: `Hur barn och unga berättar, och hur de låter bli. Ni får öva på att fråga, och vi reder ut när en orosanmälan ska göras, vem som gör den och vad som händer sedan.

Vi tar gärna med er skolas egen rutin i samtalet. Skicka den i förväg.`,
      en: `How children and young people tell, and how they do not. You practise asking, and we sort out when concern for a child is to be reported, who does it and what happens then.

We gladly bring your school's own routine into it. Send it beforehand.`,
    },
    ...{ audiences: ["school-staff"], minutes: 120, price: 2500 },
  }),
  lecture({
    title: {
      sv: "Våld i nära relation är en arbetsmiljöfråga",
      en: "Violence at home comes to work",
    },
    summary: {
      sv: "För chefer, skyddsombud och kollegor: se, fråga och hänvisa.",
      en: "For managers, safety representatives and colleagues: see, ask and refer.",
    },
    text: {
      sv: `Den som lever med våld har det med sig till jobbet. Vi talar om vad en arbetsplats kan märka, vad en chef kan ordna samma dag, och vad man låter bli.

- Vad arbetsgivaren ansvarar för
- Att skydda någons schema, adress och telefon
- Stöd till den som själv möter våld i sitt arbete`,
      en: `Whoever lives with violence has it with her at work. We talk about what a workplace can notice, what a manager can arrange the same day, and what to leave alone.

- What the employer is responsible for
- How to protect somebody's schedule, address and telephone
- Support for those who meet violence in their work`,
    },
    ...{ audiences: ["workplace"], minutes: 60, price: 4000, languages: ["sv", "en"] },
  }),
];

const request = { phone: "", way: "place", language: "sv" } as const;

export const demoEducation: DemoEducation = {
  bookings: [
    {
      ...{ lecture: 2, stage: "asked", inDays: 0, at: "00:00", place: "", note: "" },
      request: {
        ...request,
        ...{ organisation: "Granskolan", contact: "Maja Lind", mail: "maja@granskolan.example" },
        dates: "Någon av studiedagarna i januari, helst förmiddag.",
        ...{ size: 35, wishes: "Vi har en egen rutin som vi gärna går igenom." },
      },
    },
    {
      ...{ lecture: 0, stage: "booked", inDays: 9, at: "10:00", place: "Björkskolan, aulan" },
      note: "Ta med foldrar. Skolkuratorn är med hela tiden.",
      request: {
        ...request,
        ...{ organisation: "Björkskolan", contact: "Ali Noor", mail: "ali@bjorkskolan.example" },
        ...{ phone: "070-174 06 41", dates: "En förmiddag, två klasser i åttan.", size: 52 },
        wishes: "",
      },
    },
    {
      ...{ lecture: 0, stage: "held", inDays: -5, at: "13:00", place: "Almgymnasiet, sal B2" },
      note: "Bra samtal efteråt. De vill ha oss tillbaka i vår.",
      request: {
        ...request,
        ...{ organisation: "Almgymnasiet", contact: "Eva Berg", mail: "eva@almgymnasiet.example" },
        ...{ dates: "November", size: 28, wishes: "" },
      },
    },
  ],
  answered: 24,
  tallies: {
    whole: { "3": 2, "4": 9, "5": 13 },
    clear: { yes: 20, partly: 4 },
    "turn-to": { yes: 17, unsure: 6, no: 1 },
    recognise: { yes: 18, partly: 5, no: 1 },
  },
  remarks: [
    "Att man får fråga en kompis flera gånger.",
    "Att det finns en chatt.",
    "Att svartsjuka inte är ett bevis på kärlek.",
  ],
};
