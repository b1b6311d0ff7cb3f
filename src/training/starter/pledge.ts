import type { Module } from "../contract.ts";
import { question } from "./quiz.ts";

const text = `Att den som skriver kan lita på oss är grunden för allt annat. Det handlar om vad du säger, och om vad du lämnar efter dig.

## Tystnadslöftet

Alla som svarar hos oss har skrivit på ett tystnadslöfte. Det betyder att du **inte berättar för någon** vad du får veta, varken hemma, på nätet eller när du har slutat.

- Du får prata med **kollegor på passet** och i **handledningen**, och aldrig mer än som behövs.
- Vi registrerar ingen. Fråga aldrig efter namn, personnummer eller adress.
- Löftet har en gräns: **när någons liv är i fara** kan vi behöva larma. Säg det till den som skriver *innan* du gör det, om det går.
- Är det ett barn som far illa följer du jourens rutin. Fråga samordnaren vem som anmäler, och när ni måste.

Undrar hon vad löftet betyder: svara ärligt. Lova aldrig att hålla allt hemligt.

## Säkerhet hos henne

Vi kan inte dölja allt. Säg som det är när hon frågar:

- Hennes webbläsare kan minnas att hon var här. Ett privat fönster lämnar mindre efter sig.
- Mot **spionprogram** på telefonen hjälper varken kryptering eller privat fönster. Misstänker hon det: en annan telefon, ett biblioteks dator.
- Knappen *Lämna sidan* tömmer skärmen och öppnar en annan sida. Historiken får hon rensa själv.
- Den som bara vill skriva ibland kan skriva **brev** och läsa svaret med sju ord. Orden är nyckeln: vi kan inte ta fram dem åt henne.

## Säkerhet hos dig

- Sitt så att **ingen annan ser skärmen**, och lås den när du reser dig.
- Skriv aldrig av, fotografera eller kopiera ett samtal.
- Använd ett förnamn eller ett alias. Skriv inget om var du bor, arbetar eller går i skolan.
- Lägg aldrig upp något om jouren som kan knytas till en person eller en plats. **Skyddade adresser** skrivs och sägs inte, inte heller mellan oss.
- Känner du igen den som skriver? Säg inget till henne om det. Lämna över till en kollega.`;

export const pledge: Module = {
  id: "tystnadslofte",
  title: "Tystnadslöfte och säkerhet",
  minutes: 20,
  text,
  quiz: [
    question(
      "Hon frågar: ”Lovar du att inte berätta för någon?”",
      [
        "wrong",
        "”Ja, jag lovar.”",
        "Det löftet kan du inte hålla om hennes liv är i fara. Då har du svikit henne två gånger.",
      ],
      [
        "right",
        "”Jag har tystnadslöfte. Om någons liv är i fara kan jag behöva larma, och då säger jag det till dig först om det går.”",
        "Ärligt och tydligt. Det är lättare att lita på någon som säger var gränsen går.",
      ],
      [
        "wrong",
        "”Det beror på vad du säger.”",
        "Det är sant, men det skrämmer och förklarar inget.",
      ],
    ),
    question(
      "Efter passet sitter du kvar med en tung känsla. Vem pratar du med?",
      [
        "wrong",
        "Din bästa vän, utan att säga namn.",
        "Också utan namn är det hennes historia, och vännen kan känna igen den.",
      ],
      [
        "right",
        "Kollegan på passet, samordnaren eller handledaren.",
        "Där gäller löftet för alla, och de vet hur det känns. Du ska inte bära det ensam.",
      ],
      [
        "wrong",
        "Ingen, det är det som är tystnadslöfte.",
        "Löftet gäller utåt. Inom jouren ska du få avlastning.",
      ],
    ),
    question(
      "Hon tror att han har lagt något i hennes telefon som läser allt. Vad säger du?",
      [
        "wrong",
        "”Öppna ett privat fönster, så syns inget.”",
        "Ett privat fönster hjälper inte mot spionprogram. Det är farligt att låta henne tro det.",
      ],
      [
        "wrong",
        "”Ta bort programmet.”",
        "Den som spionerar kan märka det, och faran kan öka. Det behöver planeras.",
      ],
      [
        "right",
        "”Då är det säkrast med en annan telefon eller en dator på biblioteket. Vill du lämna sidan nu kan du skriva därifrån.”",
        "Du säger som det är och ger en väg som faktiskt är säkrare.",
      ],
    ),
  ],
  scenario: null,
};
