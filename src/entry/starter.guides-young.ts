// Guides for the young, of any gender. What they say of the law is told in short, as of autumn 2025.

import { written } from "./starter.page.ts";

const forced = written(
  "guide",
  "har-nagon-tvingat-dig",
  {
    sv: {
      title: "Har någon tvingat dig?",
      summary: "Om sex eller beröring som du inte ville. Det är aldrig ditt fel.",
      body: `Ingen får ta på dig, ha sex med dig eller få dig att göra något sexuellt om du inte vill. Det gäller tjejer, killar och alla andra. Det gäller också om det var någon du är ihop med, någon i familjen eller någon du bara har träffat på nätet.

Är du i fara nu: ring **112**.

## Det är inte ditt fel

- inte om du hade druckit
- inte om du hade skickat bilder eller följt med hem
- inte om du sa ja först och sedan ångrade dig
- inte om du frös och inte sa något. Det är vanligt: kroppen gör så när den är rädd.

## Vad lagen säger

Sex ska vara frivilligt. Är det inte det är det ett brott, också utan våld. Är du under 15 är det nästan alltid ett brott att ha sex med dig, vad du än sa.

## Om det hände nyss

1. Gå till någon som du är trygg med.
2. Ring [1177](tel:1177) och fråga vart du ska åka. Är du svårt skadad: **112**.
3. Du kan få vård, och hjälp så att du inte blir med barn eller sjuk. Helst snart, men det är aldrig för sent att fråga.
4. Vänta med att duscha om du kan, och spara kläderna i en papperspåse. Har du redan duschat: åk ändå.

## Vem kan du berätta för?

- **Oss.** Du behöver inte säga vad du heter. [Skriv eller ring](/).
- **Ungdomsmottagningen** eller skolsköterskan. De har tystnadsplikt, men kan behöva berätta för socialtjänsten om du är under 18. Fråga först.
- **Bris**, [116 111](tel:116111), dygnet runt, om du är under 18.
- **Polisen**, [114 14](tel:11414). Du kan få en egen advokat, och är du under 18 får du ofta berätta på ett ställe som är till för unga, ett barnahus.

Du kan börja med: *Det har hänt en sak som är svår att säga.* Det räcker.

Det spelar ingen roll om det var i går eller när du var liten. Du får berätta nu.`,
    },
    en: {
      title: "Has somebody forced you?",
      summary: "About sex or touch that you did not want. It is never your fault.",
      body: `Nobody may touch you, have sex with you or make you do something sexual if you do not want to. That goes for girls, boys and everybody else. It also goes if it was somebody you are together with, somebody in your family or somebody you have only met online.

In danger now: call **112**.

## It is not your fault

- not if you had been drinking
- not if you had sent pictures or gone along home
- not if you first said yes and then changed your mind
- not if you froze and said nothing. That is common: the body does so when it is afraid.

## What the law says

Sex has to be voluntary. If it is not, it is a crime, also without violence. If you are under 15 it is almost always a crime to have sex with you, whatever you said.

## If it happened just now

1. Go to somebody you are safe with.
2. Call [1177](tel:1177) and ask where to go. If you are badly hurt: **112**.
3. You can get care, and help so that you do not get pregnant or ill. Preferably soon, but it is never too late to ask.
4. Wait before you shower if you can, and keep the clothes in a paper bag. If you have showered already: go anyway.

## Whom can you tell?

- **Us.** You need not say your name. [Write or call](/?lang=en).
- **The youth clinic** (*ungdomsmottagningen*) or the school nurse. They have a duty of secrecy, but may have to tell the social services if you are under 18. Ask first.
- **Bris**, [116 111](tel:116111), day and night, if you are under 18.
- **The police**, [114 14](tel:11414). You can get a lawyer of your own, and if you are under 18 you can often tell it at a place made for the young, a *barnahus*.

You could begin with: *Something has happened that is hard to say.* That is enough.

It does not matter whether it was yesterday or when you were little. You may tell now.`,
    },
  },
  "ungdomsjour",
);

const pictures = written(
  "guide",
  "bilder-som-sprids",
  {
    sv: {
      title: "Har någon spridit en bild på dig?",
      summary: "Om nakenbilder och filmer som skickas runt, eller som någon hotar med.",
      body: `Det är den som sprider som gör fel. Inte du, också om du tog bilden och skickade den själv.

## Om någon hotar dig

Någon kräver pengar, fler bilder eller sex för att inte skicka vidare. Det kallas utpressning och är ett brott.

1. **Skicka inget mer**, och betala inte. Det tar sällan slut då.
2. **Spara bevis**: skärmbilder på hoten, användarnamn, tider. Du behöver inte spara själva nakenbilderna.
3. **Sluta svara**, och blockera *efter* att du har sparat.
4. **Berätta för en vuxen**, i dag. Den som hotar vill att du ska vara ensam.

## Om bilden redan är ute

- Anmäl den i appen. De flesta stora appar tar bort nakenbilder på unga.
- Be den som har den att ta bort den, om det känns tryggt. En vuxen kan göra det åt dig.
- [Take It Down](https://takeitdown.ncmec.org/) hjälper till att stoppa bilder på den som var under 18 när bilden togs. Du behöver inte ladda upp bilden där, och inte säga vem du är.
- Spara länken och namnet på den som lade ut den. Kopiera inte bilden, och skicka den inte vidare, inte ens för att visa.

## Vad lagen säger

Att sprida en nakenbild på någon som inte vill är ett brott, och det kan vara ett ännu allvarligare brott om personen är under 18. Du kan anmäla till polisen på [114 14](tel:11414), och be en vuxen följa med.

## När det känns som om allt är över

Det gör det för många, och det går över. Andra har varit där du är. Tänker du på att inte vilja leva: ring [90101](tel:90101), eller **112** om det är nära. Är du under 18 svarar Bris på [116 111](tel:116111) dygnet runt.

Och [skriv till oss](/). Vi blir inte chockade, och vi vill inte se bilden.`,
    },
    en: {
      title: "Has somebody spread a picture of you?",
      summary: "About nude pictures and films that are passed on, or that somebody threatens with.",
      body: `Whoever spreads it does wrong. Not you, even if you took the picture and sent it yourself.

## If somebody threatens you

Somebody wants money, more pictures or sex for not passing it on. That is blackmail, and a crime.

1. **Send nothing more**, and do not pay. It seldom ends then.
2. **Keep proof**: screenshots of the threats, user names, times. You need not keep the nude pictures themselves.
3. **Stop answering**, and block *after* you have saved it.
4. **Tell a grown-up**, today. Whoever threatens wants you to be alone.

## If the picture is out already

- Report it in the app. Most large apps remove nude pictures of the young.
- Ask whoever has it to remove it, if that feels safe. A grown-up can do it for you.
- [Take It Down](https://takeitdown.ncmec.org/) helps to stop pictures of somebody who was under 18 when they were taken. You need not upload the picture there, nor say who you are.
- Keep the link and the name of whoever put it there. Do not copy the picture, and do not pass it on, not even to show it.

## What the law says

To spread a nude picture of somebody who does not want it is a crime, and it can be an even graver one if the person is under 18. You can report it to the police on [114 14](tel:11414), and ask a grown-up to come along.

## When it feels as if everything is over

It does for many, and it passes. Others have been where you are. If you think of not wanting to live: call [90101](tel:90101), or **112** if it is close. If you are under 18, Bris answers on [116 111](tel:116111) day and night.

And [write to us](/?lang=en). We are not shocked, and we do not want to see the picture.`,
    },
  },
  "ungdomsjour",
);

const home = written(
  "guide",
  "nar-hemma-inte-ar-tryggt",
  {
    sv: {
      title: "När hemma inte är tryggt",
      summary: "Om slag, skrik, hot eller kontroll i familjen. Du har rätt att ha det bra.",
      body: `I Sverige får ingen slå barn, inte heller för att uppfostra. Ingen får hota dig, stänga in dig eller bestämma vem du ska älska. Det gäller föräldrar, syskon, släkt och alla andra.

Händer det nu, eller vågar du inte gå hem: ring **112**. Kan du inte prata, stanna kvar i luren.

## Det kan vara så här

- Någon slår, knuffar, nyper eller kastar saker.
- Du får höra att du är värdelös, eller att det vore bättre utan dig.
- Du ser eller hör en vuxen göra en annan illa. Då är du också utsatt.
- Någon dricker eller tar droger, och du får vara den vuxna.
- Familjen bestämmer vad du har på dig, vem du träffar, om du får vara kär. Dina syskon vaktar dig.
- Någon tar på dig på ett sätt som känns fel.

## Det är inte ditt fel

Inte om du har ljugit, kommit sent eller svarat emot. Det är de vuxna som ska göra hemma tryggt.

## Vem kan hjälpa?

1. **En vuxen som du litar på**: en lärare, tränare, skolsköterska, mormor, en kompis förälder. Händer inget, berätta för en till.
2. **Skolan.** De som arbetar där måste anmäla till socialtjänsten om ett barn kan fara illa. Vill du veta vad som händer sedan, fråga innan du berättar.
3. **Socialtjänsten** i din kommun. Du får ringa själv, hur gammal du än är, och först fråga utan att säga vad du heter.
4. **Bris**, [116 111](tel:116111), dygnet runt, om du är under 18.
5. **[Vi](/)**. Vi vet inte vem du är, och berättar inget bakom din rygg.

## Om du är rädd för att bli bortgift eller förd utomlands

Berätta *före* resan: för oss, skolan, socialtjänsten eller polisen. Är det bråttom kan socialtjänsten stoppa resan. Ingen får gifta bort dig, och ingen får gifta sig före 18 i Sverige.

## Medan du väntar

Ha mobilen laddad och ett telefonnummer i huvudet. Tänk ut vart du kan gå, också på natten. Läs hur du [rensar spår](/sidor/rensa-spar), om någon kollar din mobil.`,
    },
    en: {
      title: "When home is not safe",
      summary:
        "About blows, shouting, threats or control in the family. You have a right to be well.",
      body: `In Sweden nobody may hit children, not to bring them up either. Nobody may threaten you, lock you in or decide whom you shall love. That goes for parents, siblings, relatives and everybody else.

If it is happening now, or if you dare not go home: call **112**. If you cannot speak, stay on the line.

## It can be like this

- Somebody hits, pushes, pinches or throws things.
- You hear that you are worthless, or that it would be better without you.
- You see or hear one grown-up hurt another. Then you are being harmed too.
- Somebody drinks or takes drugs, and you have to be the grown-up.
- The family decides what you wear, whom you meet, whether you may be in love. Your brothers or sisters watch you.
- Somebody touches you in a way that feels wrong.

## It is not your fault

Not if you have lied, come home late or answered back. It is for the grown-ups to make home safe.

## Who can help?

1. **A grown-up whom you trust**: a teacher, coach, school nurse, grandmother, a friend’s parent. If nothing happens, tell one more.
2. **School.** Those who work there have to report to the social services if a child may be harmed. If you want to know what happens then, ask before you tell.
3. **The social services** of your municipality. You may call yourself, however old you are, and ask first without saying your name.
4. **Bris**, [116 111](tel:116111), day and night, if you are under 18.
5. **[We](/?lang=en)**. We do not know who you are, and tell nothing behind your back.

## If you are afraid of being married off or taken abroad

Tell somebody *before* the journey: us, the school, the social services or the police. The social services can stop the journey when it is urgent. Nobody may marry you off, and nobody may marry before 18 in Sweden.

## While you wait

Keep your phone charged and one telephone number in your head. Think out where you can go, at night too. Read how to [clear traces](/sidor/rensa-spar?lang=en), if somebody looks through your phone.`,
    },
  },
  "ungdomsjour",
);

export const youngGuides = [forced, pictures, home];
