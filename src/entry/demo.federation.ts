import type { DemoEnquiry } from "../enquiries/index.ts";
import type { DemoPage } from "./demo.pages.ts";

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
      body: `We want the support of the centres to be lasting. Today many apply for the same money every year.

- The state gives each centre a **basic grant for four years at a time**.
- The municipality makes an agreement of partnership, instead of buying one talk at a time.
- Whoever lives far from a centre can reach one by **chat and telephone every evening**.`,
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
  },
};

const shelters: DemoPage = {
  kind: "referral",
  slug: "tillstand-for-skyddat-boende",
  dated: "2026-10-02",
  referral: {
    body: "Socialdepartementet",
    document: "Promemorian Ett tryggare skyddat boende (påhittad, S2026/00999)",
    url: null,
  },
  texts: {
    sv: {
      title: "Tillstånd ska gå att klara för en liten förening",
      summary:
        "Vi tillstyrker skärpta krav på säkerhet, och avstyrker avgifter som stänger de minsta boendena.",
      body: `Promemorian är påhittad, och svaret finns här för att visa hur ett remissvar ser ut.

## Sammanfattning

- Vi **tillstyrker** att varje barn får en namngiven person som ansvarar för stödet.
- Vi **tillstyrker** att föreståndaren alltid prövar om platsen passar.
- Vi **avstyrker** att ansökan ska kosta lika mycket för ett boende med tre platser som för ett med trettio.

## Om avgiften

Sedan tillståndsplikten infördes har många jourer pausat sina boenden. En avgift som inte tar hänsyn till storleken gör att fler lägger ner, och att den som behöver skydd får flytta längre bort.`,
    },
  },
};

const stalking: DemoPage = {
  kind: "referral",
  slug: "kontaktforbud-och-digital-sparning",
  dated: "2026-06-12",
  referral: {
    body: "Justitiedepartementet",
    document: "Utkast till lagrådsremiss om kontaktförbud (påhittat, Ju2026/00998)",
    url: null,
  },
  texts: {
    sv: {
      title: "Kontaktförbud måste gälla även på nätet",
      summary: "Den som spårar en telefon är lika nära som den som står i trappan.",
      body: `Utkastet är påhittat, och svaret finns här för att visa hur ett remissvar ser ut.

- Vi **tillstyrker** att förbudet omfattar spårning, falska konton och meddelanden genom andra.
- Vi vill att den som får förbudet också ska **lämna ifrån sig** inloggningar till hennes konton och enheter.
- Polisen behöver kunna säkra bevis i en telefon **samma dag**, så att hon får tillbaka den.`,
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
      body: `Last week twenty member centres told members of parliament of open evenings that cannot be staffed, and of shelters that stand empty while they wait for a permit.`,
    },
  },
};

export const federationPages: readonly DemoPage[] = [
  ...[news, position, anonymity, shelters, stalking, report, group],
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
