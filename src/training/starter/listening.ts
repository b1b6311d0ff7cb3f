import type { Module } from "../contract.ts";
import { question } from "./quiz.ts";

const text = `Den som skriver till oss har ofta burit på något länge. Ditt viktigaste verktyg är att hon märker att du läser, tror henne och är kvar.

## Börja där hon är

- Svara på **det hon skrev**, med hennes ord, innan du frågar något.
- Fråga **öppet** och en sak i taget: "Vill du berätta mer om det?"
- Sätt ord på det du ser: "Det låter som att du har varit rädd länge."
- Säg det som är sant: *det är inte ditt fel*, och *du har rätt till hjälp*.

## Hon bestämmer

Stödet utgår från vad hon behöver. Du kan berätta vad som finns, men inte vad hon ska göra. Att lämna någon är ofta den farligaste tiden, och hon vet mer om sin fara än vi. Pressa aldrig fram ett uppbrott.

## Undvik

- "Varför går du inte?" Det lägger skulden hos henne.
- Råd innan hon har fått berätta.
- Löften du inte kan hålla.
- Att tala illa om den hon lever med. Kanske älskar hon honom också.

## Det praktiska

En chatt tar ofta tre kvart. Blir det tyst väntar du: hon kanske tänker, eller så har någon kommit in i rummet. Skriv inget som avslöjar henne om någon annan skulle läsa.

Alla är inte lika. Den som skriver kan vara ung, trans eller ickebinär, leva med en kvinna, ha en funktionsnedsättning, vara utsatt för hedersrelaterat våld eller inte ha svenska som första språk. Fråga hellre än anta, och använd de ord hon använder.`;

export const listening: Module = {
  id: "bemotande",
  title: "Bemötande",
  minutes: 25,
  text,
  quiz: [
    question(
      "Hon skriver: ”Jag vet inte om det räknas, men ibland blir jag rädd för honom.” Vad svarar du först?",
      [
        "wrong",
        "”Har du funderat på att lämna honom?”",
        "Det är för tidigt, och ett råd hon inte har bett om. Hon behöver först veta att du tog emot det hon sade.",
      ],
      [
        "right",
        "”Det räknas att du blir rädd. Vill du berätta om en gång när det blev så?”",
        "Du tror henne, svarar på hennes tvivel och bjuder in henne att berätta i sin egen takt.",
      ],
      [
        "wrong",
        "”Slår han dig?”",
        "En sluten fråga om en enda sorts våld. Hon kan läsa den som att annat inte räknas.",
      ],
    ),
    question(
      "Det har varit tyst i fyra minuter. Vad gör du?",
      [
        "wrong",
        "Avslutar samtalet, någon annan väntar.",
        "Tystnad är ofta tanke, gråt, eller någon som kom in i rummet. Du ser när förbindelsen bryts.",
      ],
      [
        "wrong",
        "Skriver: ”Är han hemma nu? Göm telefonen!”",
        "Sitter någon annan vid skärmen har du just avslöjat henne.",
      ],
      [
        "right",
        "Väntar, och skriver något kort och neutralt, som ”Jag är kvar.”",
        "Det säger att hon inte är ensam, och avslöjar ingenting.",
      ],
    ),
    question(
      "Hon frågar: ”Vad tycker du att jag ska göra?”",
      [
        "wrong",
        "”Polisanmäl honom i dag.”",
        "Det kan vara rätt för henne, men det är hennes beslut, och det kan öka faran om det inte planeras.",
      ],
      [
        "right",
        "”Det är du som vet mest om ditt liv. Ska vi titta på vilka vägar som finns, och vad du själv tänker om dem?”",
        "Du lämnar beslutet hos henne utan att lämna henne ensam med det.",
      ],
      [
        "wrong",
        "”Det får jag inte svara på.”",
        "Det stänger dörren. Du får tänka tillsammans med henne.",
      ],
    ),
  ],
  scenario: {
    title: "Hon vet inte om det räknas",
    lead: "Du har tagit ett samtal ur kön. Öva på att svara på det hon skriver, och på att fråga öppet.",
    beats: [
      {
        id: "hej",
        says: ["hej", "jag vet inte om jag har rätt att skriva hit"],
        hint: "Hälsa henne välkommen. Säg att hon har rätt att skriva, och låt henne börja.",
        ways: [],
        next: "radd",
      },
      {
        id: "radd",
        says: ["han har aldrig slagit mig", "men jag går liksom på tå hela tiden"],
        hint: "Tro henne. Använd hennes ord, och fråga öppet.",
        ways: [
          { words: ["lämna", "göra slut", "flytta", "anmäl"], to: "backar" },
          { words: ["varför"], to: "skuld" },
        ],
        next: "berattar",
      },
      {
        id: "backar",
        says: ["nej jag kan inte lämna honom", "det kanske inte var nån bra idé att skriva"],
        hint: "Hon backade av rådet. Säg förlåt, och gå tillbaka till det hon berättade.",
        ways: [],
        next: "berattar",
      },
      {
        id: "skuld",
        says: ["jag vet inte", "det är väl jag som är för känslig"],
        hint: "”Varför” blev en anklagelse. Säg att det inte är hennes fel, och fråga öppet.",
        ways: [],
        next: "berattar",
      },
      {
        id: "berattar",
        says: [
          "han kollar min telefon och bestämmer när jag får träffa mina kompisar",
          "är det våld?",
        ],
        hint: "Svara rakt: kontroll är våld. Säg det utan att tala om vad hon ska göra.",
        ways: [],
        next: "tack",
      },
      {
        id: "tack",
        says: ["jag har aldrig sagt det till nån förut", "kan jag skriva igen?"],
        hint: "Ta emot det. Berätta när chatten är öppen och att hon kan skriva brev när som helst.",
        ways: [],
        next: "hejda",
      },
      { id: "hejda", says: ["tack ❤"], hint: "Avsluta varmt.", ways: [], next: null },
    ],
    reflect: [
      "Vilket av dina svar tror du att hon minns?",
      "Var det någon gång du ville skynda på henne? Vad gjorde du då?",
    ],
  },
};
