// What a jour tells of its site and itself before it has written its own words.

import { type Tongues, type WrittenPage, written } from "./starter.page.ts";

const statement: Tongues = {
  sv: {
    title: "Tillgänglighet",
    summary: "Alla ska kunna använda den här platsen. Säg till när det inte går.",
    body: `Vi bygger efter WCAG 2.2 på nivå AA. Sidorna går att läsa med skärmläsare, att använda med bara tangentbord, att förstora till 400 procent och att läsa utan JavaScript.

## Det här vet vi brister

- Chatten behöver JavaScript. Utan det kan du [skriva brev](/contact/plain), som inte är lika väl skyddade: det står där innan du skriver.
- Bara några av våra sidor finns på lätt svenska.
- Ingen utomstående har granskat platsen än.

## Säg till

Hittar du något som inte fungerar: berätta vilken sida det gäller och vad som hände. Du behöver inte säga vem du är. Vi läser allt, svarar om du har lämnat en adress, och lagar det så fort vi kan.`,
  },
  en: {
    title: "Accessibility",
    summary: "Everybody should be able to use this site. Tell us when you cannot.",
    body: `We build by WCAG 2.2, level AA. The pages can be read by a screen reader, used with a keyboard alone, enlarged to 400 per cent and read without JavaScript.

## What we know is lacking

- The chat needs JavaScript. Without it you can [write letters](/contact/plain?lang=en), which are not as well protected: it says so there before you write.
- Only some of our pages are there in easy-read Swedish.
- Nobody from outside has reviewed the site yet.

## Tell us

If you find something that does not work: tell us which page it is and what happened. You need not say who you are. We read everything, answer if you have left an address, and mend it as soon as we can.`,
  },
};

export const accessibility = written("accessibility", "tillganglighet", statement);

/** A federation has no chat: what it lacks is less. */
export const federationAccessibility = written("accessibility", "tillganglighet", {
  sv: {
    ...statement.sv,
    body: `Vi bygger efter WCAG 2.2 på nivå AA. Sidorna går att läsa med skärmläsare, att använda med bara tangentbord, att förstora till 400 procent och att läsa utan JavaScript. Sökningen bland jourerna är snabbare med JavaScript, men hela listan finns utan.

## Det här vet vi brister

- Våra sidor finns inte på lätt svenska.
- Ingen utomstående har granskat platsen än.

## Säg till

Hittar du något som inte fungerar: berätta vilken sida det gäller och vad som hände. Du behöver inte säga vem du är. Vi läser allt, och lagar det så fort vi kan.`,
  },
  en: {
    ...statement.en,
    body: `We build by WCAG 2.2, level AA. The pages can be read by a screen reader, used with a keyboard alone, enlarged to 400 per cent and read without JavaScript. The search among the centres is quicker with JavaScript, but the whole list is there without.

## What we know is lacking

- Our pages are not there in easy-read Swedish.
- Nobody from outside has reviewed the site yet.

## Tell us

If you find something that does not work: tell us which page it is and what happened. You need not say who you are. We read everything, and mend it as soon as we can.`,
  },
});

/** For a new jour to write on: what stands in brackets is hers to fill in. */
export const aboutJour = (name: string): WrittenPage =>
  written("about", "om-oss", {
    sv: {
      title: "Om oss",
      summary: `${name} är en ideell förening som ger stöd, gratis och utan register.`,
      body: `${name} är en ideell förening. [Skriv var ni finns och sedan när.]

## Det vi gör

- stödsamtal, i chatt, på telefon, i brev och när vi ses [ta bort det som ni inte har]
- stödpersoner som följer med till polis, advokat, socialtjänst och vård
- råd om polisanmälan, vårdnad och boende

## Vilka vi är

[Skriv vilka som svarar, hur ni utbildas, och vem som bestämmer.] Alla som svarar har skrivit under ett löfte om tystnad.

## Vill du vara med?

[Skriv hur man blir volontär eller medlem.] Du når oss genom [Kontakta oss](/kontakta-oss).`,
    },
    en: {
      title: "About us",
      summary: `${name} is a non-profit association that gives support, free and without any register.`,
      body: `${name} is a non-profit association. [Write where you are, and since when.]

## What we do

- somebody to talk to, by chat, by phone, by letter and when we meet [take out what you do not have]
- supporters who come with you to the police, a lawyer, the social services and health care
- advice on police reports, custody and housing

## Who we are

[Write who answers, how you are trained, and who decides.] All who answer have signed a pledge of confidentiality.

## Would you like to join?

[Write how to become a volunteer or a member.] You reach us by [Contact us](/kontakta-oss?lang=en).`,
    },
  });

/** What any federation does, and where it leads her who needs support. */
export const federationDoes = {
  sv: `## Det vi gör

- hjälper den som söker stöd att [hitta en jour](/hitta)
- stöder jourerna med utbildning, råd och gemensamma regler
- för deras erfarenhet vidare till dem som beslutar

## Behöver du stöd?

Förbundet svarar inte själv. [Hitta en jour](/hitta) nära dig, eller en annanstans om du hellre vill det. Är du i fara: ring **112**.`,
  en: `## What we do

- help whoever seeks support to [find a centre](/hitta?lang=en)
- support the centres with training, advice and rules in common
- carry their experience to those who decide

## Do you need support?

The federation does not answer itself. [Find a centre](/hitta?lang=en) near you, or elsewhere if you prefer that. In danger: call **112**.`,
} as const;

export const aboutFederation = (name: string): WrittenPage =>
  written("about", "om-oss", {
    sv: {
      title: "Om oss",
      summary: `${name} samlar jourer som ger stöd, gratis och utan register.`,
      body: `${name} är ett förbund av jourer. [Skriv vilka ni är, sedan när, och vem som bestämmer.]

${federationDoes.sv}`,
    },
    en: {
      title: "About us",
      summary: `${name} brings together centres that give support, free and without any register.`,
      body: `${name} is a federation of support centres. [Write who you are, since when, and who decides.]

${federationDoes.en}`,
    },
  });
