import { written } from "./starter.page.ts";

const recently = written(
  "guide",
  "overgrepp-nyligen",
  {
    sv: {
      title: "Utsatt för ett övergrepp nyss?",
      summary:
        "Om du har blivit våldtagen eller utsatt för något annat sexuellt. Du behöver inte bestämma något än.",
      body: `Det är inte ditt fel. Inte om du hade druckit, inte om du följde med hem, inte om du först ville, inte om det var någon som du älskar. Sex ska vara frivilligt, annars är det ett övergrepp.

Är du i fara nu: ring **112**.

## De första timmarna

1. Ta dig till ett ställe där du är trygg.
2. Ring någon som du litar på, eller [oss](/).
3. Ring [1177](tel:1177), så får du veta vilket sjukhus du ska åka till. Är du svårt skadad: **112**.
4. Vänta helst med att duscha, borsta tänderna och byta kläder. Har du redan gjort det: åk ändå.
5. Lägg kläderna i en papperspåse, och spara meddelanden och bilder.

Det är bra att komma så snart du kan, men tro aldrig att det är för sent. Vården finns till för dig också om några dagar, och om några veckor.

## På sjukhuset

- Du får vård för det som gör ont, prov för sjukdomar och skydd mot en graviditet som du inte vill ha. Det sista brådskar.
- Du kan få **spårsäkring** utan att ha bestämt dig för om du vill anmäla. Fråga hur länge proverna sparas.
- Du får säga nej till varje del av undersökningen, och ta paus.
- Du får ha någon med dig. Fråga oss, om du inte har någon.

## Att du frös är vanligt

Många kan varken skrika eller röra sig. Kroppen gör så för att klara sig. Det betyder inte att du ville.

## Dagarna efteråt

Du kan sova dåligt, vara ledsen, arg eller inte känna någonting alls. Allt det är vanligt. Ät lite, vila, var inte ensam om du kan slippa. Går det inte över, eller orkar du inte: vårdcentralen och [1177](tel:1177) kan hjälpa dig vidare.

Vill du [anmäla](/sidor/anmala-till-polisen) kan du göra det nu eller senare. Vill du inte får du precis lika mycket stöd av oss.`,
    },
    en: {
      title: "Abused just now?",
      summary:
        "If you have been raped or sexually abused in some other way. You need not decide anything yet.",
      body: `It is not your fault. Not if you had been drinking, not if you went along home, not if you wanted to at first, not if it was somebody whom you love. Sex has to be voluntary; otherwise it is abuse.

In danger now: call **112**.

## The first hours

1. Get to a place where you are safe.
2. Call somebody whom you trust, or [us](/?lang=en).
3. Call [1177](tel:1177), and you will learn which hospital to go to. If you are badly hurt: **112**.
4. If you can, wait before you shower, brush your teeth and change clothes. If you have done so already: go anyway.
5. Put the clothes in a paper bag, and keep messages and pictures.

It is good to come as soon as you can, but never believe that it is too late. Health care is there for you after some days too, and after some weeks.

## At the hospital

- You get care for what hurts, tests for infections, and protection against a pregnancy that you do not want. The last is urgent.
- You can have **traces secured** without having decided whether to report. Ask how long the samples are kept.
- You may say no to each part of the examination, and take a pause.
- You may have somebody with you. Ask us, if you have nobody.

## Freezing is common

Many can neither scream nor move. The body does so to survive. It does not mean that you wanted it.

## The days after

You may sleep badly, be sad, be angry or feel nothing at all. All of that is common. Eat a little, rest, and do not be alone if you can help it. If it does not pass, or if you cannot bear it: your health centre and [1177](tel:1177) can help you on.

If you want to [report](/sidor/anmala-till-polisen?lang=en) you can do so now or later. If you do not, we support you just as much.`,
    },
  },
  "kvinnojour",
);

const longAgo = written(
  "guide",
  "overgrepp-for-lange-sedan",
  {
    sv: {
      title: "Ett övergrepp för länge sedan?",
      summary: "Om ett övergrepp som du bär på sedan förra året, eller sedan du var barn.",
      body: `Det finns ingen gräns för när man får berätta. Många har väntat i tio år, eller i fyrtio. Du hade dina skäl, och de var bra.

## Så kan det kännas

- Du minns allt, eller bara bitar. Båda är vanliga.
- Något litet väcker det: en lukt, en röst, en undersökning, ett eget barn som når åldern som du hade.
- Du tänker att du borde ha gjort något. Du gjorde det du kunde. Den som skadade dig hade ansvaret, hela tiden.
- Du älskar kanske den som gjorde det. Det kan vara sant samtidigt.

## Det som kan hjälpa

1. **Säg det till någon**, en bit i taget. Du bestämmer hur mycket. Hos oss behöver du inte ens säga vad som hände.
2. **Vården**: vårdcentralen kan hjälpa dig till någon som är van vid trauma. Du får byta om det inte känns rätt.
3. **Inför undersökningar**: hos gynekolog, barnmorska eller tandläkare får du säga att du har varit med om något. Då kan de gå långsammare.
4. **Andra som vet**: det finns föreningar och grupper för vuxna som utsattes som barn. Vi hjälper dig att leta.

## Går det att anmäla?

Du får alltid göra en anmälan. Hur lång tid som får gå beror på vad som hände, när det var och hur gammal du var. För en del av de grövsta brotten mot barn finns ingen gräns längre. Du behöver inte räkna ut det: fråga polisen på [114 14](tel:11414), eller en advokat. Läs om [hur en anmälan går till](/sidor/anmala-till-polisen).

Också om det är för sent för en rättegång är det sant att det hände.

## När det blir för mycket

Tänker du på att inte vilja leva: ring [90101](tel:90101), och är det nära **112**. Annars är du välkommen till [oss](/), i den takt som du vill.

*Lagen är berättad i korthet, så som den var hösten 2025.*`,
    },
    en: {
      title: "Abused long ago?",
      summary: "About abuse that you have carried since last year, or since you were a child.",
      body: `There is no limit to when one may tell. Many have waited ten years, or forty. You had your reasons, and they were good ones.

## How it can feel

- You remember everything, or only pieces. Both are common.
- Something small wakes it: a smell, a voice, an examination, a child of your own who comes to the age that you had.
- You think that you should have done something. You did what you could. The responsibility was with the one who hurt you, all the time.
- You may love the one who did it. That can be true as well.

## What can help

1. **Say it to somebody**, a piece at a time. You decide how much. With us you need not even say what happened.
2. **Health care**: your health centre can help you to somebody who is used to trauma. You may change if it does not feel right.
3. **Before examinations**: with a gynaecologist, midwife or dentist you may say that you have been through something. Then they can go more slowly.
4. **Others who know**: there are associations and groups for adults who were abused as children. We help you to look.

## Can it be reported?

You may always report. How much time may pass depends on what happened, when it was and how old you were. For some of the gravest crimes against children there is no limit any longer. You need not work it out: ask the police on [114 14](tel:11414), or a lawyer. Read [how a report goes](/sidor/anmala-till-polisen?lang=en).

Even if it is too late for a trial, it is true that it happened.

## When it becomes too much

If you think of not wanting to live: call [90101](tel:90101), and if it is close **112**. Otherwise you are welcome with [us](/?lang=en), at the pace that you want.

*The law is told in short, as it was in autumn 2025.*`,
    },
  },
  "kvinnojour",
);

export const abuseGuides = [recently, longAgo];
