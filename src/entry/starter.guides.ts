// Guides for women. What they say of the law is told in short, as it was in autumn 2025, and every
// one that does says so: at a jour of its own, somebody who knows the field reads them first.

import { written } from "./starter.page.ts";

export const violence = written(
  "guide",
  "vald-i-en-relation",
  {
    sv: {
      title: "Är det våld?",
      summary: "Våld är mer än slag. Du behöver inte vara säker för att prata om det.",
      body: `Många som hör av sig till oss börjar med att säga att det kanske inte är så farligt. Ofta är det farligare än det känns, för man vänjer sig.

## Så kan det se ut

- **Kontroll**: han vill veta var du är, läser din telefon, bestämmer vem du träffar.
- **Ord**: du får höra att du är dum, ful, sjuk, en dålig mamma.
- **Hot**: mot dig, barnen, djuren, eller mot sig själv.
- **Pengar**: han tar din lön, eller du får be om lov att handla.
- **Sex** som du inte vill, eller som du går med på för att slippa bråk.
- **Slag**, sparkar, stryptag, att bli hållen. Ett tag om halsen är alltid farligt: sök vård, också om inget syns.
- **På nätet**: appar som följer dig, bilder som sprids, lösenord som han har.

## Varför är det så svårt att gå?

För att det finns bra dagar. För att du hoppas. För barnen, pengarna, bostaden, skammen. För att du är rädd, och ofta med rätta: *tiden när man lämnar är den farligaste*. Därför är det bra att inte göra det ensam.

## Det här kan du göra redan nu

1. Berätta för en enda människa som du litar på.
2. Bestäm ett ord med henne som betyder ”ring polisen”.
3. Lägg undan pass, nycklar, mediciner och lite pengar, om du kan göra det utan att det märks.
4. Skriv inte planer på en telefon som han kan komma åt. Läs [hur du rensar spår](/sidor/rensa-spar).

Är du i fara nu: ring **112**. Och [prata med oss](/). Vi bestämmer ingenting åt dig.`,
    },
    en: {
      title: "Is it violence?",
      summary: "Violence is more than blows. You need not be sure to talk about it.",
      body: `Many who turn to us begin by saying that it may not be so bad. Often it is more dangerous than it feels, because one gets used to it.

## This is how it can look

- **Control**: he wants to know where you are, reads your phone, decides whom you meet.
- **Words**: you hear that you are stupid, ugly, ill, a bad mother.
- **Threats**: against you, the children, the pets, or himself.
- **Money**: he takes your wages, or you have to ask before you shop.
- **Sex** that you do not want, or that you agree to so as to have peace.
- **Blows**, kicks, being held, hands around the throat. The last is always dangerous: seek care, even if nothing shows.
- **Online**: apps that follow you, pictures that are spread, passwords that he has.

## Why is it so hard to leave?

Because there are good days. Because you hope. For the children, the money, the home, the shame. Because you are afraid, and often rightly: *the time of leaving is the most dangerous*. That is why it is good not to do it alone.

## What you can do already now

1. Tell one single person whom you trust.
2. Agree with her on a word that means “call the police”.
3. Put aside passport, keys, medicines and some money, if it can be done unnoticed.
4. Write no plans on a phone that he can get at. Read [how to clear traces](/sidor/rensa-spar?lang=en).

In danger now: call **112**. And [talk with us](/?lang=en). We decide nothing for you.`,
    },
  },
  "kvinnojour",
);

export const report = written(
  "guide",
  "anmala-till-polisen",
  {
    sv: {
      title: "Att anmäla till polisen",
      summary: "Du bestämmer själv. Så här går det till, och det här kan du få för hjälp.",
      body: `Du kan anmäla på [114 14](tel:11414), på en polisstation, eller på **112** om det händer nu. Det finns ingen tid som är för sen att fråga.

## Innan

Skriv ner vad du minns, med dag och plats. Spara sms, bilder och läkarintyg på ett ställe som han inte når, till exempel hos en vän.

## Förhöret

Polisen frågar om allt, också om sådant som känns pinsamt. Det är för att förstå, inte för att de tvivlar. Du får be om paus, om vatten, om att en kvinna håller förhöret. Behöver du tolk ska polisen ordna det, och det ska aldrig vara en släkting.

## Det här kan du ha rätt till

| Vad | Vad det är |
| --- | --- |
| Målsägandebiträde | En egen advokat, som staten ofta betalar. Be om en redan vid anmälan, gärna en som du själv har valt. |
| Stödperson | Någon som sitter bredvid dig i förhör och rättegång. Fråga oss. |
| Kontaktförbud | Han får inte söka upp eller kontakta dig. [Läs hur det går till](/sidor/kontaktforbud). |
| Skyddade uppgifter | Din adress döljs i folkbokföringen. Du söker hos Skatteverket. |

## Om anmälan läggs ner

Då betyder det att det inte gick att bevisa. Det betyder inte att det inte har hänt. Du kan be om en ny prövning, och du får stöd hos oss hur det än går.`,
    },
    en: {
      title: "Reporting to the police",
      summary: "You decide. This is how it goes, and this is the help that you can get.",
      body: `You can report on [114 14](tel:11414), at a police station, or on **112** if it is happening now. There is no time that is too late to ask.

## Before

Write down what you remember, with day and place. Keep messages, pictures and medical certificates somewhere that he cannot reach, with a friend for instance.

## The interview

The police ask about everything, also about what feels embarrassing. That is to understand, not because they doubt you. You may ask for a pause, for water, for a woman to hold the interview. If you need an interpreter the police have to arrange one, and it should never be a relative.

## What you may have a right to

| What | What it is |
| --- | --- |
| Counsel for the injured party (*målsägandebiträde*) | A lawyer of your own, often paid by the state. Ask for one when you report, preferably one whom you have chosen. |
| A supporter (*stödperson*) | Somebody who sits beside you in interviews and in court. Ask us. |
| A protective order (*kontaktförbud*) | He may not seek you out or contact you. [Read how it works](/sidor/kontaktforbud?lang=en). |
| Protected personal data | Your address is hidden in the population register. You apply at the Tax Agency (Skatteverket). |

## If the investigation is closed

That means that it could not be proved. It does not mean that it did not happen. You can ask for a new review, and we support you however it goes.`,
    },
  },
  "kvinnojour",
);
