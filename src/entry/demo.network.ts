import type { FaceContent, Interval, Week } from "../site/index.ts";
import { municipalityName } from "../network/index.ts";
import type { DemoFace, DemoJour } from "./demo.content.ts";
import { before, beforeYoung } from "./demo.before.ts";
import { videDoors, youthDoors } from "./demo.doors.ts";

// The other jours of the demonstration: all made up, and named after nature. Their towns are real, so
// that the directory can be tried; their numbers are those that the Swedish regulator keeps for fiction.

/**
 * Short name; name; municipalities; then, where they hold: "young" (a youth centre), "night" (a phone
 * through the night), "home" (only for those of these municipalities), a permit, languages besides Swedish.
 */
const table = `
hjortron; Hjortron; 2584 2523; en fi
renlav; Renlav; 2580 2582 2581 2560; night granted en
fjallglim; Fjällglim; 2580 2581 2582 2560 2514 2584; young
krakris; Kråkris; 2583 2514 2518 2513; fi home
tuvull; Tuvull; 2505 2506 2510; home
skvattram; Skvattram; 2480 2460 2403 2409 2401 2404; granted en ar
lavskrika; Lavskrika; 2482 2417 2418; applied
snosparv; Snösparv; 2481 2462 2425 2463 2421 2422; home
ripa; Ripa; 2480 2482; young en
fjallbracka; Fjällbräcka; 2380 2309 2321 2326; paused
odon; Odon; 2313 2303 2305; home
jarpe; Järpe; 2380 2309 2321 2326 2313 2303 2305; young
tallbit; Tallbit; 2281 2262 2260; granted en so
stromstare; Strömstare; 2284 2283; en
sidensvans; Sidensvans; 2280 2282 2281; young en
domherre; Domherre; 2180 2181 2101 2104; applied en
notskrika; Nötskrika; 2184 2132 2161; home
talltita; Talltita; 2183 2182 2121; en
storspov; Storspov; 2080 2081 2082 2026; granted en ti
angsull; Ängsull; 2062 2034 2039 2023 2021 2031 2029; home
rodbena; Rödbena; 2085 2061 2083 2084; en
kattfot; Kattfot; 2080 2081 2085; young
backsippa; Backsippa; 1980 1961 1907; paused en ar fa
kaveldun; Kaveldun; 1983 1984 1960; home
karingtand; Käringtand; 1981 1982 1962 1904; en
angsvadd; Ängsvädd; 1880 1881 1814 1861; granted en so ar
vaddklint; Väddklint; 1883 1862 1863 1885 1864 1884; applied
akervinda; Åkervinda; 1880 1882 1860; young en
alvaxing; Älväxing; 1780 1763 1761 1715 1764; paused en
prastkrage; Prästkrage; 1784 1730 1765 1737 1766; home
rolleka; Rölleka; 1781 1782 1783 1760 1762 1785; en
strandskata; Strandskata; 1480 1481 1402 1401; granted en ar so fa
tobisgrissla; Tobisgrissla; 1480 1482 1440 1415 1407; night en
ejder; Ejder; 1485 1484 1427 1430 1435 1486 1419 1421; en
smultron; Smultron; 1488 1487 1462 1461 1439; paused
harsyra; Harsyra; 1490 1463 1465 1452 1443; applied en uk
strutbraken; Strutbräken; 1496 1497 1498 1499 1495 1472; en
ormbunke; Ormbunke; 1494 1470 1445 1444 1471 1493 1473 1447 1446; home
stensota; Stensöta; 1480 1481 1402; young en ar
murgrona; Murgröna; 1489 1441 1442 1466 1491; home
oxel; Oxel; 1492 1460 1438; home
havtorn; Havtorn; 1380 1381 1315; applied en
strandrag; Strandråg; 1383 1382 1384; en
martorn; Martorn; 1280 1233 1230 1231; granted night en ar fa pl
saltort; Saltört; 1281 1261 1262 1267 1266 1285; en es
blastang; Blåstång; 1283 1284 1260 1277 1276 1282; paused en ar
avenbok; Avenbok; 1290 1272 1256 1273 1293; applied
idegran; Idegran; 1286 1291 1270 1265 1264 1287 1263; home
hagg; Hägg; 1280 1281; young en
salg; Sälg; 1292 1278 1257 1275 1214; en
bokskog; Bokskog; 1080 1081; en
flinta; Flinta; 1082 1083 1060; home
barnsten; Bärnsten; 0980; applied en
stenskvatta; Stenskvätta; 0880 0862 0834 0881 0840 0885; en
storlom; Storlom; 0883 0884 0860 0882 0861 0821; home
skogslind; Skogslind; 0780 0764 0763 0761 0760 0781 0765 0767; granted en so
solglitter; Solglitter; 0682 0685 0686 0687 0684 0604; home
duggregn; Duggregn; 0680 0662 0683 0617 0643 0642 0665; young
sunnanvind; Sunnanvind; 0580 0586 0513 0561 0583 0584 0560 0509 0512; applied en ar
kvallsbris; Kvällsbris; 0581 0582 0562 0563; en
rodklint; Rödklint; 0484 0486 0461 0488; paused en so
trollslanda; Trollslända; 0380 0330 0305; granted en fa
angshavre; Ängshavre; 0360 0382 0319 0331 0381; home
nattskarra; Nattskärra; 0180 0184 0183 0186; night granted en ar so fa ti es
grahager; Gråhäger; 0181 0140 0128 0127 0125; en ar
tornsvala; Tornsvala; 0182 0120 0138 0136 0192 0126; applied en
silvertarna; Silvertärna; 0188 0117 0115 0187 0160 0162; en
sommarregn; Sommarregn; 0180 0126 0127 0182 0163 0191 0114 0139 0123; young en ar so
`;

const never: Week = [[], [], [], [], [], [], []];

/** The same hours on these weekdays, 1 is Monday. */
function on(days: string, ...spans: readonly string[]): Week {
  const intervals: Interval[] = spans.map((span) => {
    const [from = "", until = ""] = span.split("-");
    return { from, until };
  });
  return never.map((_, index) => (days.includes(String(index + 1)) ? intervals : []));
}

// Short and odd, as they are.
const chats = [
  on("24", "18:00-21:00"),
  on("13", "13:00-15:00", "18:00-20:00"),
  on("7", "16:00-18:00"),
  on("1234", "19:00-21:00"),
  never,
  on("56", "20:00-23:00"),
];
const phones = [
  on("1234", "18:00-22:00"),
  on("12345", "09:00-16:00"),
  on("24", "17:00-20:00"),
  on("1234567", "08:00-20:00"),
  on("3", "10:00-12:00", "18:00-21:00"),
];
const night = on("1234567", "20:00-08:00");

const permits: Record<string, string> = {
  granted: "Vi har tillstånd för skyddat boende.",
  applied: "Vi väntar på beslut om tillstånd.",
  paused: "Boendet är pausat.",
};
const permitsInEnglish: Record<string, string> = {
  granted: "We have a permit for protected housing.",
  applied: "We wait for a decision on our permit.",
  paused: "The housing is paused.",
};
const colours = ["lantern", "sea", "pine", "heather", "berry", "clay"] as const;
const isLanguage = (mark: string): boolean => mark.length === 2;

/** From 20 on: the ones below are those of the jours that have a desk. */
const fictionalNumber = (index: number): string => `040-628 04 ${20 + index}`;

function jourOf(line: string, index: number): DemoJour {
  const [slug = "", name = "", codes = "", marks = ""] = line.split("; ");
  const has = marks.split(" ").filter((mark) => mark !== "");
  const young = has.includes("young");
  const full = `${young ? "Ungdomsjouren" : "Kvinnojouren"} ${name}`;
  const face: DemoFace = {
    slug: young ? "ungdomsjour" : "kvinnojour",
    kind: young ? "ungdomsjour" : "kvinnojour",
    content: contentOf({ name, full, index, has, young, codes: codes.split(" ") }),
    hours: {
      week: {
        chat: chats[index % chats.length] ?? never,
        phone: has.includes("night") ? night : (phones[index % phones.length] ?? never),
        letter: never,
        talk: never,
      },
      exceptions: [2026, 2027, 2028].map((year) => {
        return { date: `${year}-12-24`, channel: "all", intervals: [] } as const;
      }),
    },
  };
  return { slug, name: full, faces: [{ host: slug, face }] };
}

interface Told {
  readonly name: string;
  readonly full: string;
  readonly index: number;
  readonly has: readonly string[];
  readonly young: boolean;
  readonly codes: readonly string[];
}

function contentOf(told: Told): FaceContent {
  const { name, full, index, has, young, codes } = told;
  const status = (["granted", "applied", "paused"] as const).find((mark) => has.includes(mark));
  const colour = colours[index % colours.length] ?? "lantern";
  return {
    ...{ name: full, tabTitle: name, colour, phone: fictionalNumber(index) },
    exitUrl: "https://www.smhi.se/",
    place: placeOf(codes),
    policy: young
      ? { receives: "everyone", ages: { from: 12, until: 21 }, answeredBy: "trained-adult" }
      : { receives: "women", ages: { from: 18, until: null }, answeredBy: "women" },
    reach: {
      municipalities: [...codes],
      elsewhere: !has.includes("home"),
      languages: ["sv", ...has.filter(isLanguage)],
    },
    welcome: {
      lead: young
        ? { sv: "Du får skriva precis som det är.", en: "You may write just how it is." }
        : { sv: "Du är välkommen som du är.", en: "You are welcome as you are." },
      about: {
        sv: `${full} är påhittad, och finns här för att visa hur en katalog över många jourer fungerar.`,
        en: `${full} is made up, and is here to show how a directory of many centres works.`,
      },
    },
    doors: young ? youthDoors : videDoors,
    before: young ? beforeYoung : before,
    permit: {
      status: status ?? "none",
      note: { sv: permits[status ?? ""] ?? "", en: permitsInEnglish[status ?? ""] ?? "" },
    },
    partners: [],
    routine: { sv: "", en: "" },
  };
}

/** "Kiruna och Gällivare"; of many, the first three. */
function placeOf(codes: readonly string[]): string {
  const names = codes.slice(0, 3).map(municipalityName);
  const last = codes.length > 3 ? "flera" : names.pop();
  return [names.join(", "), last].filter(Boolean).join(" och ").replace("flera", "fler kommuner");
}

export const networkJours: readonly DemoJour[] = table.trim().split("\n").map(jourOf);
