import type { Kind, PageText, Referral, TextLanguage } from "../pages/index.ts";
import { easyTexts, englishTexts } from "./demo.pages-translated.ts";
import { aboutUs } from "./demo.pages-about.ts";
import { newsAndReport } from "./demo.pages-news.ts";

/** A page of the demonstration; without a face it stands on all faces of its jour. */
export interface DemoPage {
  readonly kind: Kind;
  readonly slug: string;
  readonly face?: "kvinnojour" | "ungdomsjour";
  readonly dated?: string;
  /** Of an answer to a referral. */
  readonly referral?: Referral;
  readonly texts: Partial<Record<TextLanguage, DemoText>>;
}

export type DemoText = Pick<PageText, "title" | "summary" | "body">;

const bySlug = (slug: string, sv: DemoText): DemoPage["texts"] => {
  const [en, easy] = [englishTexts[slug], easyTexts[slug]];
  return { sv, ...(en && { en }), ...(easy && { "sv-easy": easy }) };
};

const page = (
  kind: Kind,
  slug: string,
  sv: DemoText,
  face?: NonNullable<DemoPage["face"]>,
): DemoPage => ({ kind, slug, texts: bySlug(slug, sv), ...(face && { face }) });

const emergency = page("emergency", "akut", {
  title: "När det är bråttom",
  summary: "Är du i fara nu: ring 112. Här står vart du kan vända dig på andra tider och sätt.",
  body: `## Är du i fara just nu

Ring **112** och säg *polis*. Kan du inte prata: stanna kvar i luren. Den som svarar kan fråga sådant som du svarar ja eller nej på.

Ta dig ut om du kan, till en granne, en affär eller en trappuppgång. Barnen ska med, sakerna kan vänta.

## När det inte är akut, men känns så

- **Kvinnofridslinjen**, [020-50 50 50](tel:020505050): dygnet runt, gratis, på många språk. Samtalet syns inte på telefonräkningen, men i telefonens samtalslista.
- **Polisen**, [114 14](tel:11414): för att anmäla eller fråga.
- **Vården**, [1177](tel:1177): om du är skadad, eller för att få veta vart du ska åka.
- **Socialjouren** i din kommun hjälper till när du inte kan vara kvar hemma, också på natten och helgen. Ring 112 och be om socialjouren. På dagen ringer du kommunens växel och ber om socialtjänsten.

## Har du blivit utsatt för en våldtäkt

Det är inte ditt fel, vad du än gjorde eller inte gjorde. Du kan få vård och spårsäkring på ett sjukhus utan att ha bestämt dig för om du vill anmäla. Duscha helst inte först, och spara kläderna i en papperspåse. Har du redan duschat: åk dit ändå.

## Tänker du på att inte vilja leva

Ring [112](tel:112) om det är nära. Annars: **Mind Självmordslinjen**, [90101](tel:90101). Du behöver inte vara säker på något för att ringa.`,
});

const violence = page(
  "guide",
  "vald-i-en-relation",
  {
    title: "Är det våld?",
    summary: "Våld är mer än slag. Du behöver inte vara säker för att prata om det.",
    body: `Många som hör av sig till oss börjar med att säga att det kanske inte är så farligt. Ofta är det farligare än det känns, för man vänjer sig.

## Så kan det se ut

- **Kontroll**: han vill veta var du är, läser din telefon, bestämmer vem du träffar.
- **Ord**: du får höra att du är dum, ful, sjuk, en dålig mamma.
- **Hot**: mot dig, barnen, djuren, eller mot sig själv.
- **Pengar**: han tar din lön, eller du får be om lov att handla.
- **Sex** som du inte vill, eller som du går med på för att slippa bråk.
- **Slag**, sparkar, stryptag, att bli hållen. Ett tag om halsen är alltid farligt: sök vård, också om inget syns.
- **På nätet**: appar som följer dig, bilder som sprids, lösenord som han har.

## Varför är det så svårt att gå?

För att det finns bra dagar. För att du hoppas. För barnen, pengarna, bostaden, skammen. För att du är rädd, och ofta med rätta: *tiden när man lämnar är den farligaste*. Därför är det bra att inte göra det ensam.

## Det här kan du göra redan nu

1. Berätta för en enda människa som du litar på.
2. Bestäm ett ord med henne som betyder ”ring polisen”.
3. Lägg undan pass, nycklar, mediciner och lite pengar, om du kan göra det utan att det märks.
4. Skriv inte planer på en telefon som han kan komma åt. Läs [hur du rensar spår](/sidor/rensa-spar).

Och [prata med oss](/). Vi bestämmer ingenting åt dig.`,
  },
  "kvinnojour",
);

const report = page(
  "guide",
  "anmala-till-polisen",
  {
    title: "Att anmäla till polisen",
    summary: "Du bestämmer själv. Så här går det till, och det här kan du få för hjälp.",
    body: `Du kan anmäla på [114 14](tel:11414), på en polisstation, eller på 112 om det händer nu. Det finns ingen tid som är för sen att fråga.

## Innan

Skriv ner vad du minns, med dag och plats. Spara sms, bilder och läkarintyg på ett ställe som han inte når, till exempel hos en vän.

## Förhöret

Polisen frågar om allt, också om sådant som känns pinsamt. Det är för att förstå, inte för att de tvivlar. Du får be om paus, om vatten, om att en kvinna håller förhöret. Behöver du tolk ska polisen ordna det, och det ska aldrig vara en släkting.

## Det här kan du ha rätt till

| Vad | Vad det är |
| --- | --- |
| Målsägandebiträde | En egen advokat, som staten ofta betalar. Be om en redan vid anmälan, gärna en som du själv har valt. |
| Stödperson | Någon som sitter bredvid dig i förhör och rättegång. Vi följer gärna med. |
| Kontaktförbud | Han får inte söka upp eller kontakta dig. Du ber polisen, och åklagaren bestämmer. |
| Skyddade uppgifter | Din adress döljs i folkbokföringen. Du söker hos Skatteverket. |

## Om anmälan läggs ner

Då betyder det att det inte gick att bevisa. Det betyder inte att det inte har hänt. Du kan be om en ny prövning, och du får stöd hos oss hur det än går.`,
  },
  "kvinnojour",
);

const relative = page("relative", "orolig-for-nagon", {
  title: "Orolig för någon?",
  summary: "Du kan göra mer än du tror, mest genom att finnas kvar.",
  body: `## Det du kanske har sett

Hon drar sig undan. Hon svarar kort, eller alltid med honom bredvid. Hon ursäktar honom. Hon har märken som hon förklarar bort. Det kan vara något annat, men du får fråga.

## Så kan du säga

> Jag tänker på dig. Har du det bra hemma? Du behöver inte svara nu. Jag finns här, också om ett år.

Säg det när ni är ensamma, aldrig i ett meddelande som någon annan kan läsa.

## Det som hjälper

- Lyssna mer än du pratar.
- Tro på henne, och säg att det inte är hennes fel.
- Fråga vad *hon* vill ha hjälp med: barnvakt, en väska i ditt skåp, sällskap till vården.
- Håll kontakten också när hon går tillbaka. Många gör det, flera gånger.

## Det som kan göra det värre

- Att skälla på honom. Då får hon försvara honom.
- Att bestämma åt henne när hon ska gå.
- Att prata med honom om det.

## Barn

Är du orolig för ett barn kan du ringa socialtjänsten i barnets kommun, utan att säga vem du är. Är det akut: **112**.

Du får också [prata med oss](/door/worried), för din egen skull.`,
});

const social = page(
  "social-services",
  "for-socialtjansten",
  {
    title: "För dig i socialtjänsten",
    summary: "Det vi kan göra, det vi inte kan, och hur du frågar utan att lämna ut någon.",
    body: `## Ring oss

Vi svarar på [08-465 004 10](tel:+46846500410) under våra öppettider. Du kan rådgöra i ett ärende **utan att nämna namn**.

## Vi kan

- vara stödperson före, under och efter en placering
- följa med till polis, advokat, domstol och vård
- berätta vilka skyddade boenden vi känner till
- hålla en kort utbildning för er arbetsgrupp

## Vi kan inte, just nu

Vi driver inget eget skyddat boende medan vår ansökan om tillstånd prövas. Läs mer om [skyddat boende](/sidor/skyddat-boende).

## Sekretess

Skriv inga personuppgifter i chatten eller i ett brev till oss. Adressen till ett skyddat boende sägs bara muntligt, aldrig i skrift. Vi för inget register över dem som söker stöd och kan därför inte lämna uppgifter om någon som har talat med oss.`,
  },
  "kvinnojour",
);

const shelter = page(
  "shelter",
  "skyddat-boende",
  {
    title: "Skyddat boende",
    summary: "Vad det är, hur man får komma till ett, och hur det är med vårt tillstånd.",
    body: `Ett skyddat boende är en plats att bo på när hemmet är farligt. Adressen är hemlig. Du kan ha barnen med dig, och de har rätt till skola och till en egen kontaktperson.

## Vårt tillstånd

Sedan den 1 april 2024 måste den som driver skyddat boende ha tillstånd av IVO. Vi har **sökt** tillstånd och väntar på beslut. Under tiden tar vi inte emot någon för boende, men hjälper dig att hitta ett på annat håll.

## Så går det till, genom socialtjänsten

1. Du ringer socialtjänsten i din kommun, eller socialjouren på kvällar och helger. Vi kan vara med när du ringer.
2. De frågar om hoten, barnen och vad du behöver. Säg vilka orter som du inte kan vara på.
3. De beslutar och betalar, och frågar boenden om plats.
4. Föreståndaren på boendet bestämmer om det passar.

## Utan socialtjänsten

Kommunen kan också erbjuda skyddat boende utan att först utreda dina behov. Det är inte lika överallt. Några jourer tar emot utan beslut. Ring, så berättar vi hur det är där du bor.

## Det här är bra att ta med

Pass eller legitimation, bankkort, mediciner, laddare, barnens favoritsak. Har du inte hunnit: kom ändå. Stäng av platsdelning, och fråga boendet om telefonen får följa med.`,
  },
  "kvinnojour",
);

/** The pages of Kvinnojouren Mira and Din Ungdomsjour: every kind once, news and a report. */
export const miraPages: readonly DemoPage[] = [
  ...[emergency, violence, report, relative, social, shelter],
  ...aboutUs.map((one) => page(...one)),
  ...newsAndReport,
];
