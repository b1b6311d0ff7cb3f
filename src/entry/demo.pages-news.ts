import type { DemoPage } from "./demo.pages.ts";

// That there is such a survey, and whom it asked, is public. What this report says is made up, and says so.

const surveyNews: DemoPage = {
  kind: "news",
  slug: "ny-rapport-om-ungas-utsatthet",
  dated: "2026-10-12",
  texts: {
    sv: {
      title: "Nu finns rapporten om ungas utsatthet",
      summary:
        "Tillsammans med jourerna i länet har vi frågat unga i årskurs 9 och årskurs 3 på gymnasiet.",
      body: `I våras svarade unga i hela länet på frågor om våld, sexuella övergrepp och kontroll: hemma, i skolan, på nätet och i relationer. Nu är svaren samlade i en rapport, [Det som inte berättas](/rapporter/ungas-utsatthet).

Den handlar om vad unga är med om, om vem de berättar för, och om vad de önskar att vuxna gjorde.

Arbetar du i skola, socialtjänst eller fritid? Vi kommer gärna och går igenom vad svaren betyder hos er. Ring eller skriv, så hittar vi en tid.`,
    },
    en: {
      title: "The report on young people and violence is here",
      summary: "Together with the other centres of the county we have asked young people.",
      body: `This spring, young people in the whole county answered questions about violence, sexual abuse and control: at home, at school, online and in relationships. Their answers are now gathered in a report, [What is not told](/rapporter/ungas-utsatthet?lang=en).

It is about what young people go through, whom they tell, and what they wish that grown-ups did.

Do you work at a school, in the social services or with young people’s free time? We gladly come and walk through what the answers mean where you are. Call or write, and we find a time.`,
    },
  },
};

const volunteers: DemoPage = {
  kind: "news",
  slug: "vill-du-bli-volontar",
  dated: "2026-08-24",
  texts: {
    sv: {
      title: "Vill du bli volontär?",
      summary: "I höst utbildar vi nya volontärer. Sista dagen att anmäla sig är den 20 september.",
      body: `Du behöver inte kunna något särskilt. Du behöver vara kvinna, ha fyllt 18 och orka lyssna.

- Vi börjar med ett **informationsmöte**, där du får ställa alla frågor.
- Sedan ett samtal mellan dig och oss, och ett utdrag ur belastningsregistret.
- **Grundutbildningen** tar en helg och en kväll.
- Du går bredvid någon erfaren minst två gånger innan du svarar själv.
- Därefter ungefär ett pass i månaden, alltid med en kollega att ringa, och handledning regelbundet.

Läs mer och ansök på [Bli volontär hos oss](/bli-volontar).`,
    },
    en: {
      title: "Would you like to volunteer?",
      summary: "This autumn we train new volunteers. The last day to apply is 20 September.",
      body: `You need no particular skills. You need to be a woman, 18 or older, and able to listen.

- We begin with an **information meeting**, where you may ask anything.
- Then a talk between you and us, and an extract from the criminal records.
- **Basic training** takes a weekend and an evening.
- You work beside somebody experienced at least twice before you answer yourself.
- After that about a shift a month, always with a colleague to call, and supervision regularly.

Read more and apply at [Become a volunteer with us](/bli-volontar?lang=en).`,
    },
  },
};

const open: DemoPage = {
  kind: "news",
  slug: "din-ungdomsjour-ar-oppen-for-alla-unga",
  dated: "2024-06-10",
  texts: {
    sv: {
      title: "Din Ungdomsjour är öppen för alla unga",
      summary: "Vår tjejjour har vuxit. Nu är killar och ickebinära lika välkomna.",
      body: `Från och med den här månaden tar Din Ungdomsjour emot alla mellan 12 och 21 år: tjejer, killar och ickebinära. Det var de unga själva som bad om det.

Det mesta är som förut. Du är anonym, det är gratis, och du skriver om vad du vill. En utbildad vuxen svarar dig.

Kvinnojouren finns kvar för kvinnor från 18 år. Är du mellan 18 och 21 väljer du själv vart du hör av dig.`,
    },
    en: {
      title: "Din Ungdomsjour is open to all young people",
      summary: "Our girls’ centre has grown. Now boys and non-binary people are just as welcome.",
      body: `From this month on, Din Ungdomsjour receives everybody between 12 and 21: girls, boys and non-binary people. It was the young who asked for it.

Most is as before. You are anonymous, it is free, and you write about what you want. A trained adult answers you.

The women’s centre is still there for women from 18. If you are between 18 and 21 you choose where to turn.`,
    },
  },
};

const survey: DemoPage = {
  kind: "report",
  slug: "ungas-utsatthet",
  dated: "2026-10-12",
  texts: {
    sv: {
      title: "Det som inte berättas",
      summary:
        "Jourerna i länet har frågat unga i årskurs 9 och i årskurs 3 på gymnasiet om våld och om vem de har berättat för. Här är det vi lärde oss.",
      body: `*Det här är en demonstration: texten visar hur en rapport kan se ut, och är inte den riktiga undersökningens resultat.*

## Varför vi frågade

Unga som skriver till oss berättar ofta att vi är de första som får veta. Vi ville förstå hur det är för alla dem som inte skriver. Därför gjorde jourerna i länet undersökningen tillsammans.

## Så gjordes den

- Elever i **årskurs 9** och i **årskurs 3 på gymnasiet** svarade på en webbenkät i skolan.
- Enkäten var frivillig och anonym. Ingen skola kan kännas igen i svaren.
- En vuxen från en jour eller från elevhälsan fanns i rummet, och varje sida hade en väg till stöd.
- Frågorna gällde våld i familjen, i relationer, i skolan, på nätet och i hederns namn, sexuella övergrepp, och vem man har berättat för.

## Det vi lärde oss

### Våldet börjar tidigt

Kontroll och elaka ord i en första relation beskrivs ofta som omsorg eller svartsjuka. Först efteråt kallas det våld.

### Nätet är ingen egen värld

Det som händer på nätet görs oftast av någon som man känner, och fortsätter i skolan dagen efter.

### Tystnaden har skäl

De vanligaste skälen att inte berätta är att man inte vill oroa någon, att man tror att det är ens eget fel, och att man inte vet vad som händer sedan.

## Det vi föreslår

1. **Fråga rutinmässigt.** Elevhälsan bör fråga alla, inte bara dem som verkar må dåligt.
2. **Säg vad som händer sedan.** Unga behöver få veta det *innan* de berättar.
3. **Prata om relationer varje år**, från årskurs 7, med någon utifrån.
4. **Ge killar någonstans att vända sig.** De har också varit med om våld, och de berättar ännu mer sällan.

## Om siffrorna

Där få har svarat redovisas inget tal, så att ingen kan kännas igen. Jämförelser mellan skolor görs inte.`,
    },
    en: {
      title: "What is not told",
      summary:
        "The centres of the county have asked young people in year 9 and in the third year of upper-secondary school about violence, and whom they have told. This is what we learned.",
      body: `*This is a demonstration: the text shows what a report can look like, and is not the result of the real survey.*

## Why we asked

Young people who write to us often say that we are the first to know. We wanted to understand how it is for all those who do not write. So the centres of the county made the survey together.

## How it was made

- Pupils in **year 9** and in the **third year of upper-secondary school** answered a survey on the web, at school.
- It was voluntary and anonymous. No school can be recognised in the answers.
- An adult from a centre or from the school’s health team was in the room, and every page had a way to support.
- The questions were about violence in the family, in relationships, at school, online and in the name of honour, about sexual abuse, and about whom one has told.

## What we learned

### Violence begins early

Control and cruel words in a first relationship are often described as care or jealousy. Only afterwards is it called violence.

### The net is no world of its own

What happens online is mostly done by somebody one knows, and goes on at school the day after.

### Silence has its reasons

The most common reasons not to tell are that one does not want to worry anybody, that one believes it to be one’s own fault, and that one does not know what happens next.

## What we propose

1. **Ask as a routine.** The school’s health team should ask everybody, not only those who seem unwell.
2. **Say what happens next.** Young people need to know *before* they tell.
3. **Talk about relationships every year**, from year 7, with somebody from outside.
4. **Give boys somewhere to turn.** They too have met violence, and tell of it even more seldom.

## About the figures

Where few have answered no figure is given, so that nobody can be recognised. Schools are not compared.`,
    },
  },
};

export const newsAndReport: readonly DemoPage[] = [surveyNews, volunteers, open, survey];
