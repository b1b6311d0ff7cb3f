import { defineMessages } from "../ui/languages.ts";

/** What is worth a look before others read it, and how a translation stands to the Swedish text. */
export const hintMessages = defineMessages({
  sv: {
    hints: "Innan du publicerar",
    lix: (value: number, level: string) => `LIX ${value}: ${level}.`,
    lixHint: "Under 40 läses av de flesta. Korta meningar och vanliga ord gör mest.",
    "very-easy": "mycket lätt att läsa",
    easy: "lätt att läsa",
    medium: "ganska svår",
    hard: "svår",
    "very-hard": "mycket svår",
    tooShort: "Texten är för kort för att mätas.",
    allWell: "Alla länkar och bilder ser rätt ut.",
    "link-refused": (address: string) =>
      `”${address}” blir ingen länk. En länk börjar med https://, med / eller med tel:.`,
    "link-lost": (address: string) => `${address} leder till en sida som inte finns här.`,
    "link-unpublished": (address: string) =>
      `${address} leder till en sida som inte är publicerad.`,
    "link-face": (address: string) =>
      `${address} leder till en sida som inte finns på alla platser där den här sidan står.`,
    "link-empty": (address: string) => `Länken till ${address} har ingen text.`,
    "alt-missing": (address: string) => `En bild saknar beskrivning: ${address}`,
    "summary-missing": "Sidan har ingen kort text: den behövs i listor och i sökningen.",
    source: "Den svenska texten",
    sourceChanged: (version: number) => `Ändrat på svenska sedan version ${version}`,
    follows: (version: number) => `Översättningen följer version ${version} av den svenska texten`,
    followsHint: "Kryssa i när allt i den svenska texten finns med här. Spara sedan.",
    followsNow: (version: number) =>
      `Översättningen följer version ${version}, som är den nyaste svenska.`,
  },
  en: {
    hints: "Before you publish",
    lix: (value, level) => `LIX ${value}: ${level}.`,
    lixHint: "Below 40 is read by most. Short sentences and common words do the most.",
    "very-easy": "very easy to read",
    easy: "easy to read",
    medium: "rather hard",
    hard: "hard",
    "very-hard": "very hard",
    tooShort: "The text is too short to be measured.",
    allWell: "All links and pictures look right.",
    "link-refused": (address) =>
      `“${address}” becomes no link. A link begins with https://, with / or with tel:.`,
    "link-lost": (address) => `${address} leads to a page that is not here.`,
    "link-unpublished": (address) => `${address} leads to a page that is not published.`,
    "link-face": (address) =>
      `${address} leads to a page that is not on every site where this page stands.`,
    "link-empty": (address) => `The link to ${address} has no text.`,
    "alt-missing": (address) => `A picture lacks a description: ${address}`,
    "summary-missing": "The page has no short text: it is needed in lists and in the search.",
    source: "The Swedish text",
    sourceChanged: (version) => `Changed in Swedish since version ${version}`,
    follows: (version) => `The translation follows version ${version} of the Swedish text`,
    followsHint: "Tick this when everything in the Swedish text is here. Then save.",
    followsNow: (version) => `The translation follows version ${version}, the newest in Swedish.`,
  },
});
