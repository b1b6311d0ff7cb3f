import type { Module } from "../contract.ts";
import { question } from "./quiz.ts";

const text = `Ibland är det bråttom. Du behöver inte kunna allt utantill: knappen **Akut guide** ligger bredvid varje samtal, med meningar att skicka och nummer att ringa. Men du ska ha tänkt igenom det här förut.

## Först: är det fara nu?

Fråga kort, en sak i taget, helst så att det går att svara ja eller nej. "Är du i fara just nu?" "Kan någon se vad du skriver?" Säkerhet först, berättelsen sedan.

**Ring 112** när någons liv är i fara. Bäst är att hon ringer själv: 112 kan ofta se var en mobil är. Får du veta var hon är ringer du, och säger att du ringer åt någon på en annan plats.

## Tankar på självmord

- **Fråga rakt ut.** Frågan gör inget värre.
- Fråga om plan, sätt och tidpunkt. Ju mer bestämt, desto mer bråttom.
- Stanna kvar tills någon annan har tagit vid.
- Finns ingen fara just nu: kom överens om ett enda nästa steg i dag. Självmordslinjen har **90101**, dygnet runt.

## Våld

- Strypgrepp, slag mot huvudet och våld under graviditet är farligt även när inget syns. Vård i dag.
- Tiden kring ett uppbrott är den farligaste. Planera den tillsammans, med stöd, och pressa inte fram något.
- Skyddat boende ordnas av socialtjänsten, kvällar och helger av socialjouren.
- Kontakta aldrig den som utövar våldet.

## Ett barn

- Hur gammalt är barnet, och är det tryggt just nu?
- Låt barnet berätta med egna ord. Förhör inte.
- Lova inte att hålla det hemligt. Säg vad du behöver göra innan du gör det, och gör det helst tillsammans.
- Risk att föras utomlands eller giftas bort: socialtjänst eller polis *före* resan. Är det i dag: 112.

## Du är inte ensam

Kalla in en kollega så fort du tvekar. Det är inte ett misslyckande, det är rutinen. Hot mot dig eller jouren berättar du alltid om för samordnaren.`;

export const acute: Module = {
  id: "akut",
  title: "Hot och akuta lägen",
  minutes: 30,
  text,
  quiz: [
    question(
      "Hon skriver: ”Det spelar ingen roll längre. Snart är det över.” Vad gör du?",
      [
        "right",
        "Frågar rakt ut: ”Jag blir orolig. Tänker du på att ta ditt liv?”",
        "Frågan gör inget värre. Den visar att du vågar höra svaret, och bara så får du veta hur bråttom det är.",
      ],
      [
        "wrong",
        "Skriver att det säkert ordnar sig.",
        "Det stänger samtalet, och du vet fortfarande inte om hon är i fara.",
      ],
      [
        "wrong",
        "Undviker ordet självmord, för att inte ge henne tanken.",
        "Tanken finns redan. Den som inte får frågan blir ensam med den.",
      ],
    ),
    question(
      "Hon berättar att han tog strypgrepp i går. Inget syns. Vad säger du om vård?",
      [
        "wrong",
        "Att hon kan vänta och se.",
        "Strypgrepp kan ge livsfarliga skador som märks först senare.",
      ],
      [
        "right",
        "Att hon behöver vård i dag, och 112 om det är svårt att andas, svälja eller tala.",
        "Så står det i den akuta guiden. Säg också att det är allvarligt att han gjorde det.",
      ],
      [
        "wrong",
        "Inget, det är en medicinsk fråga.",
        "Du behöver inte ställa diagnos, men du ska säga att hon behöver vård.",
      ],
    ),
    question(
      "En trettonåring ber dig lova att inte säga något till någon.",
      [
        "wrong",
        "Du lovar, så att barnet vågar berätta.",
        "Kan du inte hålla det blir det ännu en vuxen som svek.",
      ],
      [
        "right",
        "”Jag vill inte lova något jag inte kan hålla. Behöver någon mer hjälpa till säger jag det till dig först.”",
        "Ärligt, och barnet vet att inget händer bakom ryggen.",
      ],
      [
        "wrong",
        "Du frågar efter namn och skola för att anmäla direkt.",
        "Vi registrerar ingen, och förhör skrämmer bort barnet. Är det inte fara nu gör ni det tillsammans.",
      ],
    ),
  ],
  scenario: {
    title: "Han är hemma",
    lead: "Öva på att fråga om faran först, att skriva kort och att säga 112. Öppna gärna den akuta guiden bredvid.",
    beats: [
      {
        id: "borja",
        says: ["hjälp", "han är så arg igen jag har låst in mig"],
        hint: "Är det fara nu? Kan någon se skärmen? En fråga i taget.",
        ways: [{ words: ["112"], to: "ringa" }],
        next: "fara",
      },
      {
        id: "fara",
        says: ["han bankar på dörren", "han såg inte att jag tog telefonen"],
        hint: "Det är fara nu. Be henne ringa 112, och säg vad hon ska säga först.",
        ways: [{ words: ["112"], to: "ringa" }],
        next: "fara2",
      },
      {
        id: "fara2",
        says: ["jag vet inte vad jag ska göra"],
        hint: "Skriv kort: Ring 112. Viska om du måste. Säg först var du är.",
        ways: [{ words: ["112"], to: "ringa" }],
        next: "fara2",
      },
      {
        id: "ringa",
        says: ["jag vågar inte prata högt"],
        hint: "Hon kan viska. 112 kan ofta se var mobilen är. Finns en väg ut?",
        ways: [],
        next: "ringer",
      },
      {
        id: "ringer",
        says: ["ok jag ringer", "de frågar var jag är"],
        hint: "Var kvar. Kort: Bra. Säg adressen. Jag är kvar här.",
        ways: [],
        next: "pa-vag",
      },
      {
        id: "pa-vag",
        says: ["de är på väg", "jag måste lägga bort telefonen nu"],
        hint: "Säg att det var rätt att ringa, och att hon kan skriva igen när som helst.",
        ways: [],
        next: null,
      },
    ],
    reflect: [
      "Hur lång tid tog det innan du skrev 112?",
      "Vem på ditt pass skulle du ha kallat in, och när?",
      "Vad behöver du själv efter ett sådant samtal?",
    ],
  },
};
