import type { TongueWords } from "./tongues.ts";

const ages = (from: number, until: number | null): string =>
  until === null ? `från ${from} år` : `mellan ${from} och ${until} år`;

export const svEasy: TongueWords = {
  lead: "Du är inte ensam. Vi lyssnar på dig.",
  freeAnonymous:
    "Det kostar inget. Du behöver inte säga vad du heter. Vi skriver inte upp dig någonstans.",
  unchecked: "Ingen har granskat den här lätta texten än. Den visas bara i demonstrationen.",
  demo: "Det här är bara en visning. Ingen svarar här. Är det fara: ring 112.",
  skip: "Till texten",
  exit: {
    urgent: "Nödutgång: ",
    leave: "Lämna sidan",
    twoMore: "Skift, tryck två gånger till för att lämna sidan.",
    oneMore: "Skift, tryck en gång till för att lämna sidan.",
    leaving: "Lämnar sidan.",
    calledOff: "Du är kvar på sidan.",
    showAgain: "Visa sidan",
  },
  reachUs: "Så kan du nå oss",
  chat: "Chatt",
  phone: "Telefon",
  letter: "Brev",
  talk: "Samtal på en tid",
  chatNow: "Chatta nu",
  writeLetter: "Skriv ett brev",
  bookTalk: "Boka samtal",
  writingIn: "Sidan där du skriver är på vanlig svenska.",
  weAnswerIn: (languages) => `Vi kan svara på ${languages}.`,
  open: (time) => `Öppet nu. Klockan är ${time}.`,
  openUntil: (time) => `Öppet till klockan ${time}.`,
  openAlways: "Öppet hela dygnet.",
  opens: (day, time) => `Öppnar ${day} klockan ${time}.`,
  closed: "Stängt nu.",
  nobodyThere: (time) => `Klockan är ${time}. Ingen kan svara just nu. Försök igen om en stund.`,
  always: "Du kan skriva när du vill.",
  today: "i dag",
  tomorrow: "i morgon",
  inDanger: "Är det fara nu?",
  call112: "Ring 112",
  whoAreYou: "Vem är du?",
  doors: {
    woman: {
      label: "Jag är kvinna",
      lead: "Någon gör dig illa, eller har gjort det. Du får prata med oss.",
    },
    young: { label: "Jag är ung", lead: "Du kan berätta för oss. Du bestämmer vad du vill säga." },
    worried: {
      label: "Jag är orolig för någon",
      lead: "Vi hjälper dig att förstå hur du kan hjälpa.",
    },
    "social-services": {
      label: "Jag arbetar i socialtjänsten",
      lead: "Du kan fråga oss om stöd och skydd.",
    },
    learn: { label: "Jag vill veta mer", lead: "Vi berättar gärna om vad vi gör." },
  },
  notHere: "Här kan du inte chatta. Ring eller skriv till oss.",
  receivesWomen: (from, until) => `Vi hjälper kvinnor ${ages(from, until)}.`,
  receivesAll: (from, until) => `Vi hjälper alla ${ages(from, until)}.`,
  answersWomen: "Bara kvinnor arbetar här. Vi får inte berätta för någon vad du säger.",
  answersAdult: "En vuxen svarar dig. Vi får inte berätta för någon vad du säger.",
  traces: "Kan någon se att du har varit här?",
  tracesSay: [
    "Vi sparar inget på din telefon eller dator.",
    "Men webbläsaren kan minnas att du har varit här. Den som sköter nätet kan också se det.",
    "Om du ringer kan det synas på telefonen och på räkningen.",
    "Tryck på Lämna sidan om någon kommer. Då ser man en annan sida.",
  ],
  backToStart: "Till första sidan",
  moreIn: "Mer på vanlig svenska",
};
