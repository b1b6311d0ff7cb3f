import { federationDoes } from "./starter.about.ts";
import type { DemoEnquiry } from "../enquiries/index.ts";
import { referrals } from "./demo.federation-referrals.ts";
import type { DemoPage } from "./demo.pages.ts";
import { federationAccessibility } from "./starter.about.ts";

// The federation of the demonstration is made up, and so is all that it says.

export const federationName = "Riksförbundet Lykta";

const position: DemoPage = {
  kind: "position",
  slug: "en-jour-i-varje-kommun",
  dated: "2026-09-15",
  texts: {
    sv: {
      title: "Ingen ska ha mer än en timme till en jour",
      summary:
        "Varje kommun behöver en jour att räkna med, och jouren behöver veta att den finns kvar nästa år.",
      body: `Vi vill att stödet till jourerna blir långsiktigt. I dag söker många om samma pengar varje år, och vet i december inte om de har en telefon i januari.

## Det här vill vi

- Staten ger ett **grundstöd på fyra år i taget** till varje jour.
- Kommunen tecknar avtal om **idéburet offentligt partnerskap**, i stället för att upphandla ett samtal i taget.
- Den som bor långt från en jour ska kunna nå en i **chatt och telefon varje kväll**.

## Varför

Den som hör av sig har ofta väntat länge. Finns det ingen som svarar den kvällen kan det dröja månader till nästa gång.`,
    },
    en: {
      title: "Nobody should have more than an hour to a centre",
      summary:
        "Every municipality needs a centre to count on, and the centre needs to know that it will be there next year.",
      body: `We want the support of the centres to be lasting. Today many apply for the same money every year, and do not know in December whether they have a telephone in January.

## This is what we want

- The state gives each centre a **basic grant for four years at a time**.
- The municipality makes an agreement of **partnership**, instead of buying one talk at a time.
- Whoever lives far from a centre can reach one by **chat and telephone every evening**.

## Why

Whoever gets in touch has often waited for long. If nobody answers that evening, months may pass before the next time.`,
    },
  },
};

const anonymity: DemoPage = {
  kind: "position",
  slug: "ratten-att-vara-anonym",
  dated: "2026-04-21",
  texts: {
    sv: {
      title: "Rätten att vara anonym",
      summary:
        "Den som söker stöd ska aldrig behöva säga vem hon är, och ingen statistik ska kräva det.",
      body: `Vi räknar samtal, inte människor. Det går att följa upp hur pengarna används utan att någon enda kvinna skrivs in i ett register.

- Inga krav på namn, personnummer eller hemkommun för att få prata.
- Statistik lämnas i **klumpar**: månad, kanal, åldersgrupp. Små tal visas inte.
- Den som vill ha en samtalskontakt över tid bestämmer själv vad jouren får minnas.`,
    },
    en: {
      title: "The right to be anonymous",
      summary:
        "Whoever seeks support should never have to say who she is, and no statistics should require it.",
      body: `We count conversations, not people. One can follow how the money is used without a single woman being written into a register.

- No demand for a name, a personal number or a home municipality in order to talk.
- Statistics are given in **lumps**: month, channel, age group. Small numbers are not shown.
- Whoever wants somebody to talk to over time decides herself what the centre may remember.`,
    },
  },
};

const report: DemoPage = {
  kind: "report",
  slug: "ett-ar-pa-jourerna",
  dated: "2026-05-05",
  texts: {
    sv: {
      title: "Ett år på jourerna",
      summary:
        "Hur jourerna hade det under året: öppna kvällar, kanaler och vad som fattades. Siffrorna är påhittade.",
      body: `Rapporten är påhittad. Den bygger på svar från 61 av 70 medlemsjourer, och visar hur en sådan kan se ut.

## Det viktigaste

- Chatten har gått om telefonen hos ungdomsjourerna. Hos kvinnojourerna är de lika stora.
- Ett samtal i chatten tar i snitt **42 minuter**, i telefon tolv.
- Fyra av tio jourer har haft minst en kväll i veckan då de velat ha öppet men saknat volontärer.

## Vad jourerna säger själva

> Vi har fler som vill bli volontärer än vi hinner utbilda.

## Så gjorde vi

Jourerna svarade på en enkät i januari. Inga uppgifter om den som sökt stöd samlades in. Tal under fem visas inte.`,
    },
    en: {
      title: "A year at the centres",
      summary:
        "How the centres fared in the year: open evenings, channels and what was lacking. The figures are made up.",
      body: `The report is made up. It builds on answers from 61 of 70 member centres, and shows what one can look like.

## The most important

- The chat has passed the telephone at the youth centres. At the women’s centres they are equal.
- A conversation by chat takes **42 minutes** on average, by telephone twelve.
- Four centres in ten had at least one evening a week on which they wanted to be open but lacked volunteers.

## What the centres say themselves

> More people want to become volunteers than we have time to train.

## How we did it

The centres answered a survey in January. Nothing about those who sought support was gathered. Numbers below five are not shown.`,
    },
  },
};

const group: DemoPage = {
  kind: "group",
  slug: "referensgrupp-unga",
  texts: {
    sv: {
      title: "Referensgruppen om unga",
      summary: "Tolv personer från ungdomsjourerna läser våra förslag innan de går vidare.",
      body: `Gruppen möts fyra gånger om året, på nätet. Den läser utkast till remissvar och ställningstaganden som rör unga, och säger vad som skaver.

Vill din jour vara med? [Hör av dig till förbundet](/kontakta-oss).`,
    },
    en: {
      title: "The reference group on young people",
      summary: "Twelve people from the youth centres read our proposals before they go on.",
      body: `The group meets four times a year, online. It reads drafts of answers to referrals and of positions that concern the young, and says what chafes.

Would your centre like to take part? [Get in touch with the federation](/kontakta-oss?lang=en).`,
    },
  },
};

const news: DemoPage = {
  kind: "news",
  slug: "jourerna-moter-riksdagen",
  dated: "2026-11-10",
  texts: {
    sv: {
      title: "Jourerna möter riksdagen",
      summary: "Tjugo medlemsjourer berättade för socialutskottet hur en vanlig vecka ser ut.",
      body: `I förra veckan var tjugo medlemsjourer på plats i riksdagen. De talade om öppna kvällar som inte går att bemanna, om boenden som står tomma i väntan på tillstånd, och om unga som skriver klockan elva på natten.

Läs också [vad vi vill](/sidor/en-jour-i-varje-kommun).`,
    },
    en: {
      title: "The centres meet the parliament",
      summary: "Twenty member centres told what an ordinary week is like.",
      body: `Last week twenty member centres were at the parliament. They told of open evenings that cannot be staffed, of shelters that stand empty while they wait for a permit, and of young people who write at eleven at night.

Read also [what we want](/sidor/en-jour-i-varje-kommun?lang=en).`,
    },
  },
};

const about: DemoPage = {
  kind: "about",
  slug: "om-oss",
  texts: {
    sv: {
      title: "Om oss",
      summary:
        "Ett påhittat förbund av sjuttio jourer, som finns här för att visa hur det kan se ut.",
      body: `Riksförbundet Lykta är påhittat, och jourerna med det, utom två som är beskrivna efter offentliga uppgifter.

${federationDoes.sv}`,
    },
    en: {
      title: "About us",
      summary: "A made-up federation of seventy centres, here to show what it can look like.",
      body: `Riksförbundet Lykta is made up, and so are its centres, but for two that are described after public facts.

${federationDoes.en}`,
    },
  },
};

export const federationPages: readonly DemoPage[] = [
  ...[news, position, anonymity, ...referrals, report, group],
  ...[about, federationAccessibility],
];

/** What lies at the federation's office. */
export const federationEnquiries: readonly DemoEnquiry[] = [
  {
    ...{ kind: "press", name: "Ina Berg", reach: "ina@radiosodraskogen.example" },
    answers: {
      outlet: "Radio Södra skogen",
      words:
        "Vi gör ett program om boenden som står tomma i väntan på tillstånd. Kan någon hos er vara med på torsdag och berätta vad ni skrev i remissvaret?",
    },
  },
  {
    ...{ kind: "cooperation", name: "Tove", reach: "tove@ungdomsjour.example" },
    answers: {
      organisation: "Ungdomsjouren Fjällglim",
      words: "Två hos oss vill gärna vara med i referensgruppen om unga.",
    },
  },
];

/** One that waits for an answer, so that the desk shows how it is done. */
export const demoApplication = {
  name: "Kvinnojouren Blåklint",
  kind: "kvinnojour",
  url: "https://blaklint.example/",
  phone: "08-465 004 60",
  municipalities: ["0482", "0428"],
  elsewhere: true,
  receives: "women",
  from: 18,
  until: null,
  permit: "none",
  person: "Maja Ek",
  mail: "styrelsen@blaklint.example",
  about:
    "Vi är elva volontärer och har haft jourtelefon sedan 2019. Nu vill vi höra till något större.",
} as const;
