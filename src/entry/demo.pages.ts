import type { Referral } from "../pages/index.ts";
import { furtherTexts } from "./demo.pages-further.ts";
import { aboutUs } from "./demo.pages-about.ts";
import { newsAndReport } from "./demo.pages-news.ts";
import { type WrittenPage, written } from "./starter.page.ts";
import { neutralPages, urgentPages } from "./starter.pages.ts";

/** A page of the demonstration. */
export interface DemoPage extends WrittenPage {
  readonly dated?: string;
  /** Of an answer to a referral. */
  readonly referral?: Referral;
}

const social = written(
  "social-services",
  "for-socialtjansten",
  {
    sv: {
      title: "För dig i socialtjänsten",
      summary: "Det vi kan göra, det vi inte kan, och hur du frågar utan att lämna ut någon.",
      body: `## Ring oss

Vi svarar på [08-465 004 10](tel:+46846500410) under våra öppettider. Du kan rådgöra i ett ärende **utan att nämna namn**.

## Vi kan

- vara stödperson före, under och efter en placering
- följa med till polis, advokat, domstol och vård
- berätta vilka skyddade boenden vi känner till
- hålla en kort utbildning för er arbetsgrupp

## Vi kan inte, just nu

Utan tillstånd tar vi inte emot någon för boende. Hur det är med vårt står här ovanför. Läs mer om [skyddat boende](/sidor/skyddat-boende).

## Sekretess

Skriv inga personuppgifter i chatten eller i ett brev till oss. Adressen till ett skyddat boende sägs bara muntligt, aldrig i skrift. Vi för inget register över dem som söker stöd och kan därför inte lämna uppgifter om någon som har talat med oss.`,
    },
    en: {
      title: "For you in the social services",
      summary: "What we can do, what we cannot, and how to ask without giving anybody away.",
      body: `## Call us

We answer on [08-465 004 10](tel:+46846500410) during our opening hours. You can ask for advice on a case **without naming anybody**.

## We can

- be a supporter before, during and after a placement
- come along to the police, a lawyer, court and health care
- tell you which protected housing we know of
- hold a short training for your team

## We cannot, just now

We run no protected housing of our own while our application for a permit is tried. Read more about [protected housing](/sidor/skyddat-boende?lang=en).

## Secrecy

Write no personal data in the chat or in a letter to us. The address of protected housing is only ever told by voice, never in writing. We keep no register of those who seek support, and so can tell nothing about anybody who has talked with us.`,
    },
  },
  "kvinnojour",
);

const shelter = written(
  "shelter",
  "skyddat-boende",
  {
    sv: {
      title: "Skyddat boende",
      summary: "Vad det är, hur man får komma till ett, och hur det är med vårt tillstånd.",
      body: `Ett skyddat boende är en plats att bo på när hemmet är farligt. Adressen är hemlig. Du kan ha barnen med dig, och de har rätt till skola och till en egen kontaktperson.

## Tillståndet

Sedan den 1 april 2024 måste den som driver skyddat boende ha tillstånd av IVO. Hur det är med vårt står här ovanför. Medan ett boende väntar på beslut tar det inte emot någon, men vi hjälper dig att hitta ett på annat håll.

## Så går det till, genom socialtjänsten

1. Du ringer socialtjänsten i din kommun, eller socialjouren på kvällar och helger. Vi kan vara med när du ringer.
2. De frågar om hoten, barnen och vad du behöver. Säg vilka orter som du inte kan vara på.
3. De beslutar och betalar, och frågar boenden om plats.
4. Föreståndaren på boendet bestämmer om det passar.

## Utan socialtjänsten

Kommunen kan också erbjuda skyddat boende utan att först utreda dina behov. Det är inte lika överallt. Några jourer tar emot utan beslut. Ring, så berättar vi hur det är där du bor.

## Det här är bra att ta med

Pass eller legitimation, bankkort, mediciner, laddare, barnens favoritsak. Har du inte hunnit: kom ändå. Stäng av platsdelning, och fråga boendet om telefonen får följa med.`,
    },
    en: {
      title: "Protected housing",
      summary: "What it is, how one comes to it, and how it stands with our permit.",
      body: `Protected housing is a place to live when home is dangerous. The address is secret. You can have the children with you, and they have a right to school and to a contact person of their own.

## Our permit

Since 1 April 2024, whoever runs protected housing must have a permit from the inspectorate IVO. We have **applied** for one and wait for the decision. Meanwhile we take nobody in, but help you to find a place elsewhere.

## How it goes, by the social services

1. You phone the social services of your municipality, or the social emergency service (112) in the evening and on weekends. We can be with you when you call.
2. They ask about the threats, the children and what you need. Say in which towns you cannot be.
3. They decide and pay, and ask the shelters for a place.
4. The manager of the shelter decides whether it suits.

## Without the social services

The municipality may also offer protected housing without first investigating what you need. It is not the same everywhere. Some centres take you in without a decision. Call us, and we tell you how it is where you live.

## Good to bring

Passport or identity card, bank card, medicines, charger, the children’s favourite thing. If there was no time: come anyway. Turn off the sharing of your location, and ask the shelter whether the phone may come along.`,
    },
  },
  "kvinnojour",
);

const withFurther = (one: DemoPage): DemoPage => ({
  ...one,
  texts: { ...one.texts, ...furtherTexts(one.slug) },
});

/** The pages of Kvinnojouren Mira and Din Ungdomsjour: every kind once, guides for both, news and a report. */
export const miraPages: readonly DemoPage[] = [
  ...[...urgentPages, ...neutralPages, social, shelter, ...aboutUs],
  ...newsAndReport,
].map(withFurther);
