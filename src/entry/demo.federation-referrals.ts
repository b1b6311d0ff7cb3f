import type { DemoPage } from "./demo.pages.ts";

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
    en: {
      title: "A small association must be able to get a permit",
      summary:
        "We support stricter demands on safety, and oppose fees that close the smallest shelters.",
      body: `The memorandum is made up, and the answer is here to show what an answer to a referral looks like.

## In short

- We **support** that each child has a named person who answers for its support.
- We **support** that the manager always tries whether the place suits.
- We **oppose** that an application should cost as much for a shelter of three places as for one of thirty.

## About the fee

Since permits became a duty many centres have paused their shelters. A fee that takes no account of size makes more of them close, and whoever needs protection has to move further away.`,
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
    en: {
      title: "Protective orders must hold online too",
      summary: "Whoever tracks a telephone is as near as the one who stands on the stairs.",
      body: `The draft is made up, and the answer is here to show what an answer to a referral looks like.

- We **support** that the order covers tracking, false accounts and messages through others.
- We want whoever is under the order to **hand over** the sign-ins to her accounts and devices too.
- The police need to be able to secure evidence in a telephone **the same day**, so that she gets it back.`,
    },
  },
};

export const referrals = [shelters, stalking];
