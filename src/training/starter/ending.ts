import type { Module } from "../contract.ts";
import { question } from "./quiz.ts";

const text = `Ett bra slut är en del av stödet. Hon ska veta att det är slut, vad som händer sedan och hur hon hittar tillbaka.

## Börja i tid

Säg till när det är tio minuter kvar av tiden: "Vi har en stund till. Vad är viktigast för dig innan vi slutar?" Då slipper hon bli avbruten mitt i det svåraste.

## Knyt ihop

- Säg något sant om det du har hört: vad hon har gjort, vad hon har burit.
- Kom överens om **ett** nästa steg, så litet att det går.
- Berätta när vi har öppet, och att hon kan skriva **brev** när som helst.
- Behöver hon mer än vi kan ge, säg vart hon kan vända sig: Kvinnofridslinjen **020-50 50 50**, dygnet runt, syns inte på telefonräkningen.

## När samtalet avslutas

När du avslutar raderas bådas ord. Det går inte att få tillbaka, så se till att hon har det hon behöver. Är det ingen som kan ta vid, erbjud att samtalet går över i brev: inget behöver skrivas om.

Blir du tvungen att sluta innan hon är klar: **lämna över till en kollega**. Säg till henne vem som kommer, och vänta tills kollegan är inne.

## Den som inte släpper

Ibland går samma sak runt. Säg det vänligt: "Vi har pratat om det här länge nu, och jag märker att det är tungt för dig. Ska vi fundera på vem mer som kan finnas där?" Den som hotar eller kränker dig behöver du inte stanna hos.

## Efteråt, för din egen skull

- Ta en paus före nästa samtal.
- Frågan *Hur känns det?* efter samtalet är bara för dig. Inget av det sparas.
- Säg till en kollega när något var tungt, och kom på **handledningen**. Du ska orka länge.
- Det är alltid rätt att säga: det här passet kan jag inte ta.`;

export const ending: Module = {
  id: "avsluta",
  title: "Att avsluta",
  minutes: 15,
  text,
  quiz: [
    question(
      "Chatten stänger om tio minuter och hon har just börjat berätta. Vad gör du?",
      [
        "wrong",
        "Väntar tills det är dags och avslutar då.",
        "Då blir hon avbruten mitt i, och du hinner inte berätta hur hon når oss igen.",
      ],
      [
        "right",
        "Säger hur lång tid ni har, frågar vad som är viktigast, och berättar om brev och öppettider.",
        "Hon får själv välja vad tiden ska räcka till, och hon vet hur hon hittar tillbaka.",
      ],
      [
        "wrong",
        "Fortsätter så länge det behövs, utan att säga något.",
        "Dina gränser är en del av tryggheten. Behöver hon mer tid: en kollega, ett brev eller en bokad tid.",
      ],
    ),
    question(
      "Vad händer med det ni har skrivit när samtalet avslutas?",
      [
        "wrong",
        "Det sparas så att nästa volontär kan läsa.",
        "Nej. Ingenting sparas. Ska en kollega ta vid gör ni det medan samtalet pågår.",
      ],
      [
        "right",
        "Bådas ord raderas och kan inte tas fram igen.",
        "Så är det. Därför behöver hon få med sig det hon behöver innan ni slutar.",
      ],
      ["wrong", "Det skickas till henne som e-post.", "Nej, inget skickas. Det skulle lämna spår."],
    ),
  ],
  scenario: {
    title: "Fem minuter kvar",
    lead: "Ni har skrivit en halvtimme och passet tar slut. Öva på att runda av så att hon vet vad som händer sedan.",
    beats: [
      {
        id: "mitt-i",
        says: ["det känns bättre nu när jag har fått skriva av mig", "men jag vill inte sluta än"],
        hint: "Säg hur lång tid ni har, och fråga vad som är viktigast.",
        ways: [],
        next: "orolig",
      },
      {
        id: "orolig",
        says: ["jag är rädd för helgen", "vad gör jag om det blir dåligt då?"],
        hint: "Vem kan hon höra av sig till? Kvinnofridslinjen är öppen dygnet runt, och 112 om det är fara.",
        ways: [],
        next: "igen",
      },
      {
        id: "igen",
        says: ["ok", "får jag skriva till just dig nästa gång?"],
        hint: "Svara ärligt: ni är flera, och alla har tystnadslöfte. Berätta om öppettider och brev.",
        ways: [],
        next: "slut",
      },
      {
        id: "slut",
        says: ["tack för i dag"],
        hint: "Säg något sant om det hon har gjort, och avsluta.",
        ways: [],
        next: null,
      },
    ],
    reflect: ["Vad fick hon med sig?", "Vad gör du själv innan du tar nästa samtal?"],
  },
};
