import type { DemoAssociation } from "../association/index.ts";

// The members of the demonstration's association. All of them are invented.

type Member = DemoAssociation["members"][number];

const mailOf = (name: string): string =>
  `${name.toLowerCase().replaceAll("å", "a").replaceAll("ä", "a").replaceAll("ö", "o").replaceAll(" ", ".")}@post.example`;
const member = (name: string, years: number, paid: readonly number[]): Member => ({
  ...{ name, mail: mailOf(name), address: "", daysAgo: Math.round(years * 365), paid },
});
const byLetter = (
  name: string,
  address: string,
  years: number,
  paid: readonly number[],
): Member => ({
  ...{ name, mail: "", address, daysAgo: Math.round(years * 365), paid },
});
const asked = (name: string, daysAgo: number): Member => ({
  ...{ name, mail: mailOf(name), address: "", daysAgo, paid: [], asked: true },
});

const item = (title: string, text = "") => ({ title, text });

export const demoAssociation: DemoAssociation = {
  settings: {
    ...{ isOpen: true, kronor: 200, keepMonths: 14 },
    words: {
      sv: "Alla kvinnor som vill det vi vill kan bli medlemmar. Betala till plusgiro 12\u00a034\u00a056-7 och skriv ditt namn.",
      en: "Every woman who wants what we want can become a member. Pay to the giro 12 34 56-7 and write your name.",
    },
  },
  meeting: {
    ...{
      inDays: 24,
      at: "18:00",
      motionDays: 14,
      title: "Årsmöte",
      place: "Stadsbiblioteket, sal Linden",
    },
    motions: [
      {
        ...{ by: "Berit Gren", title: "Öppet en kväll till i veckan" },
        text: "Många hör av sig på söndagskvällar. Jag föreslår att mötet ger styrelsen i uppdrag att pröva öppet på söndagar under ett halvår, och berätta hur det gick på nästa årsmöte.",
      },
    ],
    agenda: [
      item("Mötet öppnas"),
      item("Röstlängden fastställs"),
      item("Val av ordförande och sekreterare för mötet"),
      item("Val av två justerare, som också räknar röster"),
      item("Har mötet utlysts på rätt sätt?"),
      item("Dagordningen fastställs"),
      item("Styrelsens verksamhetsberättelse"),
      item("Ekonomisk berättelse och revisorernas berättelse"),
      item("Ansvarsfrihet för styrelsen"),
      item("Medlemsavgift för nästa år", "Styrelsen föreslår 200 kr, som i år."),
      item("Val av ordförande, styrelse och revisorer", "Valberedningen lägger fram sitt förslag."),
      item("Övriga frågor"),
      item("Mötet avslutas"),
    ],
  },
  members: [
    member("Rut Almgren", 14, [0, 1, 2]),
    member("Siv Björk", 11, [0, 1, 2]),
    member("Aina Cederlund", 9, [0, 1]),
    member("Leyla Demir", 6, [0, 1]),
    member("Gun Ekdahl", 12, [1, 2]),
    member("Hanna Frisk", 4, [0, 1]),
    member("Amina Farah", 3, [0, 1]),
    member("Berit Gren", 15, [0, 1, 2]),
    member("Ingrid Hassel", 8, [0, 1]),
    member("Elin Idegran", 2, [0]),
    member("Karin Jasmin", 5, [1]),
    member("Maja Kastanj", 2, [0, 1]),
    member("Noor Khalil", 1, [0]),
    member("Tova Lind", 7, [0, 1]),
    member("Vera Lönn", 10, [0, 1, 2]),
    member("Agnes Malva", 3, [0]),
    member("Ulla Oxel", 13, [2]),
    member("Petra Pil", 6, [0, 1]),
    member("Signe Rönn", 4, [0, 1]),
    member("Zahra Sadeghi", 1, [0]),
    member("Disa Säv", 0.5, [0]),
    member("Nadja Tall", 0.4, []),
    byLetter("Märta Viol", "Stigen 4, 123 45 Ängsby", 16, [0, 1, 2]),
    byLetter("Elsa Ängsull", "Backvägen 12, 123 45 Ängsby", 12, [0, 1]),
    asked("Sofia Åkerbär", 3),
    asked("Jasmin Ört", 1),
  ],
};
