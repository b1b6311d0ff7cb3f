import type { Kind } from "../pages/index.ts";
import type { DemoText } from "./demo.pages.ts";

type Untranslated = readonly [Kind, string, DemoText];

const what: Untranslated = [
  "kvinnojour",
  "vad-ar-en-kvinnojour",
  {
    title: "Vad är en kvinnojour?",
    summary: "Kvinnor som stödjer kvinnor: gratis, anonymt och utan register.",
    body: `En kvinnojour är en ideell förening. De flesta av oss som svarar är volontärer: vi har en grundutbildning, har gått bredvid någon erfaren och har alla skrivit under ett löfte om tystnad.

## Det är alltid så här

- **Gratis.** Hela vägen.
- **Anonymt.** Vi frågar inte vad du heter eller var du bor.
- **Inget register.** Det finns ingen journal om dig hos oss.
- **På dina villkor.** Vi bestämmer ingenting åt dig och anmäler inget bakom din rygg.
- **Bara kvinnor svarar**, och det är kvinnor vi tar emot. Unga av alla kön är välkomna till Din Ungdomsjour, och män som behöver stöd hjälper vi att hitta rätt.

## Ett undantag

Är ett barn i fara gör vi en orosanmälan, i första hand tillsammans med dig. Vi säger det till dig först.

## Det är vi inte

Vi är inte en myndighet, inte en vårdcentral och inte polisen. Vi är fria från partier och religion.`,
  },
];

const about: Untranslated = [
  "about",
  "om-oss",
  {
    title: "Om oss",
    summary: "En förening i Nyköping och Oxelösund med två jourer under samma tak.",
    body: `Kvinnojouren Mira är en ideell förening som har funnits i Nyköping och Oxelösund sedan 1982. Din Ungdomsjour växte fram ur vår tjejjour och har tagit emot alla unga mellan 12 och 21 år sedan juni 2024.

## Det vi gör

- stödsamtal, i chatt, på telefon, i brev och när vi ses
- stödpersoner som följer med
- råd om polisanmälan, vårdnad och boende
- föreläsningar och workshops i skolor och på arbetsplatser

## Vilka vi är

Kvinnor i olika åldrar som är volontärer, och några som är anställda. Styrelsen väljs på årsmötet av medlemmarna. Vi arbetar för ett jämställt samhälle fritt från våld, och är fria från partier och religion.

## Vill du vara med?

Du kan [bli volontär](/bli-volontar), [bli medlem](/bli-medlem) eller [ge en gåva](/kontakta-oss). Skriv till oss, så berättar vi mer.`,
  },
];

const traces: Untranslated = [
  "traces",
  "rensa-spar",
  {
    title: "Rensa spår",
    summary:
      "Så gör du så att det syns mindre att du har varit här, och det här går inte att dölja.",
    body: `Den här platsen lägger inga kakor och sparar ingenting på din telefon eller dator. Men webbläsaren själv minns vart du har gått.

## Rensa bara det här besöket

Tar du bort *hela* historiken kan det väcka frågor. Ta hellre bort några rader.

- **Safari på iPhone**: bokikonen, Historik, dra raden åt vänster, Radera.
- **Chrome på Android**: de tre prickarna, Historik, krysset bredvid raden.
- **Chrome och Edge på dator**: Ctrl + H, krysset bredvid raden.
- **Firefox**: Ctrl + Skift + H, högerklicka på raden, Glöm den här webbplatsen.

## Nästa gång: ett privat fönster

Det kallas *inkognito* eller *privat surfning*. Då minns inte webbläsaren besöket när du stänger fönstret.

## Det går inte att rensa

- Den som sköter nätet hemma, i skolan eller på jobbet kan se att någon har varit på vår adress, men inte vad du läste eller skrev.
- Ringer du syns numret i samtalslistan. Den kan du rensa, men inte det som står på telefonräkningen.
- **Spionprogram** ser allt som du gör på telefonen. Tror du att du har ett: använd någon annans telefon, eller en dator på biblioteket.

## Ta inte bort appen

Hittar du en app som följer dig kan det vara farligt att ta bort den, för då märks det. [Prata med oss](/) först.`,
  },
];

const accessibility: Untranslated = [
  "accessibility",
  "tillganglighet",
  {
    title: "Tillgänglighet",
    summary: "Alla ska kunna använda den här platsen. Säg till när det inte går.",
    body: `Vi bygger efter WCAG 2.2 på nivå AA. Sidorna går att läsa med skärmläsare, att använda med bara tangentbord, att förstora till 400 procent och att läsa utan JavaScript.

## Det här vet vi brister

- Chatten behöver JavaScript. Utan det kan du [skriva brev](/contact/plain), som inte är lika väl skyddade: det står där innan du skriver.
- Bara några av våra sidor finns på lätt svenska, och inte alla på engelska.
- Ingen utomstående har granskat platsen än.

## Säg till

Hittar du något som inte fungerar: [tyck till](/kontakta-oss) eller ring oss, och berätta vilken sida det gäller och vad som hände. Du behöver inte säga vem du är. Vi svarar så fort vi kan, och lagar det.

*Den här redogörelsen skrevs den 1 november 2026 efter vår egen genomgång.*`,
  },
];

/** What the jour is, and what she tells of her own site. */
export const aboutUs: readonly Untranslated[] = [what, about, traces, accessibility];
