// The two pages that are the same at every jour and that somebody may need tonight. Numbers and
// their hours as their owners publish them, autumn 2025; nothing here is said of the jour itself.

import { written } from "./starter.page.ts";

export const emergency = written("emergency", "akut", {
  sv: {
    title: "När det är bråttom",
    summary: "Är du i fara nu: ring 112. Här står vart du kan vända dig på andra tider och sätt.",
    body: `## Är du i fara just nu

Ring **112** och säg *polis*. Kan du inte prata: stanna kvar i luren. Den som svarar kan fråga sådant som du svarar ja eller nej på.

Ta dig ut om du kan, till en granne, en affär eller en trappuppgång. Barnen ska med, sakerna kan vänta.

## När det inte är akut, men känns så

- **Kvinnofridslinjen**, [020-50 50 50](tel:020505050): dygnet runt, gratis, på många språk. Samtalet syns inte på telefonräkningen, men i telefonens samtalslista.
- **Bris**, [116 111](tel:116111): för dig under 18. Dygnet runt och gratis.
- **Polisen**, [114 14](tel:11414): för att anmäla eller fråga.
- **Vården**, [1177](tel:1177): om du är skadad, eller för att få veta vart du ska åka.
- **Socialjouren** i din kommun hjälper till när du inte kan vara kvar hemma, också på natten och helgen. Ring 112 och be om socialjouren. På dagen ringer du kommunens växel och ber om socialtjänsten.

## Har du blivit utsatt för en våldtäkt

Det är inte ditt fel, vad du än gjorde eller inte gjorde. Du kan få vård och spårsäkring på ett sjukhus utan att ha bestämt dig för om du vill anmäla. Duscha helst inte först, och spara kläderna i en papperspåse. Har du redan duschat: åk dit ändå.

## Tänker du på att inte vilja leva

Ring [112](tel:112) om det är nära. Annars: **Mind Självmordslinjen**, [90101](tel:90101). Du behöver inte vara säker på något för att ringa.`,
  },
  en: {
    title: "When it is urgent",
    summary:
      "In danger now: call 112. Here is where you can turn at other times and in other ways.",
    body: `## Are you in danger right now

Call **112** and say *police*. If you cannot speak: stay on the line. Whoever answers can ask questions that you answer with yes or no.

Get out if you can, to a neighbour, a shop or a stairwell. Bring the children; things can wait.

## When it is not acute, but feels so

- **Kvinnofridslinjen**, the national women’s line, [020-50 50 50](tel:020505050): day and night, free, in many languages. The call does not show on the phone bill, but it does in the phone’s list of calls.
- **Bris**, [116 111](tel:116111): for you who are under 18. Day and night, and free.
- **The police**, [114 14](tel:11414): to report, or to ask.
- **Health care**, [1177](tel:1177): if you are hurt, or to learn where to go.
- **The social emergency service** of your municipality (*socialjouren*) helps when you cannot stay at home, at night and on weekends too. Call 112 and ask for socialjouren. In the daytime, phone the municipality and ask for the social services.

## If you have been raped

It is not your fault, whatever you did or did not do. At a hospital you can get care and have traces secured without having decided whether to report. Preferably do not shower first, and keep the clothes in a paper bag. If you have showered: go anyway.

## If you think of not wanting to live

Call [112](tel:112) if it is close. Otherwise: **Mind Självmordslinjen**, the suicide line, [90101](tel:90101). You need not be sure of anything to call.`,
  },
});

export const traces = written("traces", "rensa-spar", {
  sv: {
    title: "Rensa spår",
    summary:
      "Så gör du så att det syns mindre att du har varit här, och det här går inte att dölja.",
    body: `Den här platsen lägger inga kakor och sparar ingenting på din telefon eller dator. Men webbläsaren själv minns vart du har gått.

## Rensa bara det här besöket

Tar du bort *hela* historiken kan det väcka frågor. Ta hellre bort några rader.

- **Safari på iPhone**: bokikonen, Historik, dra raden åt vänster, Radera.
- **Chrome på Android**: de tre prickarna, Historik, krysset bredvid raden.
- **Chrome och Edge på dator**: Ctrl + H, krysset bredvid raden.
- **Firefox på dator**: Ctrl + Skift + H, högerklicka på raden, Glöm den här webbplatsen.

## Nästa gång: ett privat fönster

Det kallas *inkognito* eller *privat surfning*. Då minns inte webbläsaren besöket när du stänger fönstret.

## Det går inte att rensa

- Den som sköter nätet hemma, i skolan eller på jobbet kan se att någon har varit på vår adress, men inte vad du läste eller skrev.
- Ringer du syns numret i samtalslistan. Den kan du rensa, men inte det som står på telefonräkningen.
- **Spionprogram** ser allt som du gör på telefonen. Tror du att du har ett: använd någon annans telefon, eller en dator på biblioteket.

## Ta inte bort appen

Hittar du en app som följer dig kan det vara farligt att ta bort den, för då märks det. [Prata med oss](/) först.`,
  },
  en: {
    title: "Clearing traces",
    summary: "How it shows less that you have been here, and what cannot be hidden.",
    body: `This site sets no cookies and keeps nothing on your phone or computer. But the browser itself remembers where you have been.

## Clear this visit only

To delete *all* history may raise questions. Rather remove a few lines.

- **Safari on iPhone**: the book, History, swipe the line to the left, Delete.
- **Chrome on Android**: the three dots, History, the cross beside the line.
- **Chrome and Edge on a computer**: Ctrl + H, the cross beside the line.
- **Firefox on a computer**: Ctrl + Shift + H, right-click the line, Forget About This Site.

## Next time: a private window

It is called *incognito* or *private browsing*. The browser then forgets the visit when you close the window.

## What cannot be cleared

- Whoever runs the network at home, at school or at work can see that somebody visited our address, but not what you read or wrote.
- If you call, the number shows in the list of calls. That list you can clear, but not what stands on the phone bill.
- **Spyware** sees all that you do on the phone. If you think that there is some: use somebody else’s phone, or a computer at the library.

## Do not remove the app

If you find an app that follows you it may be dangerous to remove it, because that is noticed. [Talk with us](/?lang=en) first.`,
  },
  "sv-easy": {
    title: "Rensa spår",
    summary: "Så syns det mindre att du har varit här.",
    body: `Din telefon minns vilka sidor du har läst.
Du kan ta bort det.

## Gör så här

1. Öppna historiken i din webbläsare.
2. Leta upp raden med vår sida.
3. Ta bort bara den raden.

## Nästa gång

Öppna ett privat fönster först.
Då minns inte telefonen vad du läser.

Hittar du en app som följer dig?
Ta inte bort den själv.
Prata med oss först.

Är du osäker?
Fråga oss.`,
  },
});
