import { accessibility } from "./starter.about.ts";
import { type WrittenPage, written } from "./starter.page.ts";

const what = written("kvinnojour", "vad-ar-en-kvinnojour", {
  sv: {
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
  en: {
    title: "What is a women’s centre?",
    summary: "Women who support women: free, anonymous, and nothing registered.",
    body: `A *kvinnojour* is a non-profit association. Most of us who answer are volunteers: we have basic training, have worked beside somebody experienced, and have all signed a pledge of confidentiality.

## It is always like this

- **Free.** All the way.
- **Anonymous.** We do not ask for your name or where you live.
- **No register.** There is no file on you here.
- **On your terms.** We decide nothing for you and report nothing behind your back.
- **Only women answer**, and women are whom we receive. Young people of all genders are welcome at Din Ungdomsjour, and men who need support we help to find the right place.

## One exception

If a child is in danger we report our concern, first of all together with you. We tell you before we do.

## This we are not

We are not an authority, not a health centre and not the police. We are free from parties and religion.`,
  },
  "sv-easy": {
    title: "Vad är en kvinnojour?",
    summary: "Vi är kvinnor som hjälper kvinnor.",
    body: `Du kan prata med oss.
Det kostar inget.

Du behöver inte säga vad du heter.
Vi skriver inte upp vem du är.

Vi lyssnar på dig.
Vi tror på dig.
Du bestämmer själv vad du vill göra.

Bara kvinnor arbetar här.
Alla som svarar har lovat att inte berätta för någon annan.

Om ett barn far illa måste vi berätta det.
Då säger vi det till dig först.`,
  },
});

const about = written("about", "om-oss", {
  sv: {
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
  en: {
    title: "About us",
    summary: "An association in Nyköping and Oxelösund with two centres under one roof.",
    body: `Kvinnojouren Mira is a non-profit association that has been in Nyköping and Oxelösund since 1982. Din Ungdomsjour grew out of our girls’ centre and has received all young people between 12 and 21 since June 2024.

## What we do

- somebody to talk to, by chat, by phone, by letter and when we meet
- supporters who come along
- advice on police reports, custody and housing
- lectures and workshops at schools and workplaces

## Who we are

Women of different ages who are volunteers, and some who are employed. The board is elected by the members at the annual meeting. We work for an equal society free from violence, and are free from parties and religion.

## Would you like to join?

You can [become a volunteer](/bli-volontar?lang=en), [become a member](/bli-medlem?lang=en) or [give a gift](/kontakta-oss?lang=en). Write to us, and we tell you more.`,
  },
});

/** When this was written, and by whom it was looked through: a statement has its day. */
const dated = (page: WrittenPage, lines: { readonly sv: string; readonly en: string }) => {
  const { sv, en } = page.texts;
  if (!sv || !en) throw new Error(`${page.slug} lacks a language`);
  const texts = {
    sv: { ...sv, body: `${sv.body}\n\n${lines.sv}` },
    en: { ...en, body: `${en.body}\n\n${lines.en}` },
  };
  return { ...page, texts };
};

/** What the jour is, and what she tells of her own site. */
export const aboutUs: readonly WrittenPage[] = [
  ...[what, about],
  dated(accessibility, {
    sv: "*Den här redogörelsen skrevs den 1 november 2026 efter vår egen genomgång.*",
    en: "*This statement was written on 1 November 2026 after our own review.*",
  }),
];
