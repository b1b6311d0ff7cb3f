import { defineMessages } from "../../ui/languages.ts";

/** Addresses of an older site that lead on. */
export const formerMessages = defineMessages({
  sv: {
    title: "Gamla adresser",
    says: "Den som följer en gammal länk, från en sökmotor eller en folder, leds till rätt sida så snart den är publicerad. En webbplats som flyttas in tar med sig sina adresser: också dess bilder leder vidare, och dess dokument till sidan som länkade till dem.",
    none: "Inga gamla adresser leder vidare än.",
    count: (count: number) => `Visa ${count} ${count === 1 ? "adress" : "adresser"}`,
    leadsTo: "leder till",
    waits: "väntar tills sidan är publicerad",
    drop: "Ta bort",
    dropNamed: (address: string) => `Ta bort ${address}`,
    address: "Gammal adress",
    addressHint: "Till exempel /om-oss.html eller hela adressen.",
    page: "Sidan som den leder till",
    choose: "Välj en sida",
    add: "Lägg till",
    added: "Adressen leder dit nu.",
    addedWaits: "Sparat. Den leder dit när sidan är publicerad.",
    dropped: "Adressen leder inte längre vidare.",
    "bad-input":
      "Det där är ingen adress som kan leda vidare. Skriv som /om-oss.html. Startsidan kan den inte vara.",
    "address-taken": "På den adressen ligger redan en sida. Inget är ändrat.",
    "limit-reached": "Så många adresser ryms inte. Ta bort några som ingen använder.",
  },
  en: {
    title: "Old addresses",
    says: "Whoever follows an old link, from a search engine or a leaflet, is led to the right page as soon as it is published. A site that is moved in brings its addresses along: its pictures lead on too, and its documents to the page that led to them.",
    none: "No old addresses lead on yet.",
    count: (count: number) => `Show ${count} ${count === 1 ? "address" : "addresses"}`,
    leadsTo: "leads to",
    waits: "waits until the page is published",
    drop: "Remove",
    dropNamed: (address: string) => `Remove ${address}`,
    address: "Old address",
    addressHint: "Such as /about-us.html, or the whole address.",
    page: "The page that it leads to",
    choose: "Choose a page",
    add: "Add",
    added: "The address leads there now.",
    addedWaits: "Saved. It leads there when the page is published.",
    dropped: "The address leads on no longer.",
    "bad-input":
      "That is no address that can lead on. Write it as /about-us.html. It cannot be the front page.",
    "address-taken": "There is a page at that address already. Nothing was changed.",
    "limit-reached": "There is no room for so many addresses. Remove some that nobody uses.",
  },
});
