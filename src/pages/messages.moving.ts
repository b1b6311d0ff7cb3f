import { counted, defineMessages, type Language } from "../ui/languages.ts";
import type { Left } from "./moving/left.ts";

/** What stayed behind of an old site, and what to do about it. */
const leftMessages = defineMessages({
  sv: {
    "path-refused": "filen lästes inte: en länk, en enhet eller ett namn som leder ut ur mappen",
    "file-too-large": "sidan är större än 1 MB och lästes inte",
    "file-left": "ingen sida och ingen bild: följde inte med",
    unreadable: "går inte att läsa som en sida",
    empty: "ingen text att flytta",
    "too-many": "mer än en import tar: flytta resten för sig",
    script: "skript togs bort",
    form: "formulär eller knapp togs bort: länka till kontakten här i stället",
    embedded: "inbäddat från annat håll togs bort",
    sound: "film eller ljud togs bort",
    drawing: "ritad bild (SVG) togs bort: lägg in den som PNG",
    style: "utseende togs bort: sidan får jourens",
    hidden: "dold text följde inte med",
    around: "meny, sidhuvud eller sidfot följde inte med",
    "layout-table": "tabell som höll ihop sidan blev vanlig text: läs igenom ordningen",
    "picture-missing": "bilden fanns inte i mappen",
    "picture-elsewhere": "bilden ligger på en annan webbplats och hämtades inte",
    "picture-unreadable": "bilden går inte att läsa",
    "picture-too-large": "bilden är för stor",
    "picture-limit": "jouren har redan 500 bilder",
    "alt-missing": "bilden saknar beskrivning: skriv en innan du publicerar",
    "link-lost": "länken leder till något som inte finns i mappen: orden står kvar utan länk",
    "document-left":
      "ett dokument länkas: orden står kvar utan länk, och dokumentets gamla adress leder till den här sidan",
    "link-refused": "kan inte vara en länk här: orden står kvar utan länk",
    "link-made-safe": "http gjordes till https: pröva länken",
    "text-cut": "texten är för lång för en sida: slutet följde inte med",
    "letters-lost": "tecken var förstörda redan i filen: sök efter \uFFFD",
  },
  en: {
    "path-refused":
      "the file was not read: a link, a device, or a name that leads out of the folder",
    "file-too-large": "the page is larger than 1 MB and was not read",
    "file-left": "no page and no picture: did not come along",
    unreadable: "cannot be read as a page",
    empty: "no text to move",
    "too-many": "more than one import takes: move the rest by itself",
    script: "a script was removed",
    form: "a form or a button was removed: link to the contact here instead",
    embedded: "something embedded from elsewhere was removed",
    sound: "film or sound was removed",
    drawing: "a drawing (SVG) was removed: add it as PNG",
    style: "looks were removed: the page gets the centre's",
    hidden: "hidden text did not come along",
    around: "a menu, header or footer did not come along",
    "layout-table": "a table that held the page together became plain text: read the order through",
    "picture-missing": "the picture was not in the folder",
    "picture-elsewhere": "the picture lies on another site and was not fetched",
    "picture-unreadable": "the picture cannot be read",
    "picture-too-large": "the picture is too large",
    "picture-limit": "the centre has 500 pictures already",
    "alt-missing": "the picture lacks a description: write one before you publish",
    "link-lost": "the link leads to something that is not in the folder: its words stay without it",
    "document-left":
      "a link to a document: its words stay without it, and the old address of the document leads to this page",
    "link-refused": "cannot be a link here: its words stay without it",
    "link-made-safe": "http was made https: try the link",
    "text-cut": "the text is too long for a page: its end did not come along",
    "letters-lost": "signs were broken in the file already: look for \uFFFD",
  },
});

/** One row of the report as a sentence, without the name of its file. */
export function leftInWords({ what, detail, count }: Left, language: Language): string {
  const times = count > 1 ? ` (${count})` : "";
  return `${leftMessages[language][what]}${times}${detail === "" ? "" : `: ${detail}`}`;
}

/** What the room of moving in says. */
export const movingMessages = defineMessages({
  sv: {
    move: "Flytta in en webbplats",
    title: "Flytta in en webbplats",
    lead: "Välj mappen eller zip-filen med den gamla webbplatsens sidor. Den läses här i webbläsaren: inget i den körs, och inget hämtas från andra håll. Text, rubriker, listor, länkar, bilder och datum blir utkast som ingen ser förrän ni publicerar dem.",
    folder: "Välj en mapp",
    archive: "Eller välj en zip-fil",
    reading: (done: number, of: number) => `Läser sida ${done} av ${of} …`,
    none: "Där finns ingen sida att flytta in. Välj mappen som filerna med ändelsen .html ligger i.",
    badArchive:
      "Zip-filen går inte att läsa, eller är för stor uppackad. Packa upp den och välj mappen i stället.",
    found: (pages: number, pictures: number) =>
      `${counted(pages, "sida", "sidor")} och ${counted(pictures, "bild", "bilder")} hittades.`,
    foundSays: "Sort och datum är gissade. Ändra här, eller senare på sidan.",
    take: "Ta med",
    kindOf: (title: string) => `Sort: ${title}`,
    dateOf: (title: string) => `Datum: ${title}`,
    face: "Var",
    make: (pages: number) => `Lägg in ${pages} utkast`,
    making: (done: number, of: number) => `Lägger in bild ${done} av ${of} …`,
    saving: "Lägger in utkasten …",
    madeOf: (pages: number) => `Klart: ${pages} utkast ligger i listan. Ingen ser dem än.`,
    back: "Till listan",
    imports: "Inflyttat",
    line: (pages: number, pictures: number, day: string) =>
      `${counted(pages, "sida", "sidor")} och ${counted(pictures, "bild", "bilder")}, ${day}`,
    by: (name: string) => `av ${name}`,
    brokenOff: "Bröts av: inga utkast lades in.",
    report: (rows: number) => `Det som inte följde med (${rows})`,
    nothingLeft: "Allt följde med.",
    undo: "Ångra hela importen",
    undoSays: (pages: number, worked: number) =>
      worked === 0
        ? `${pages} utkast och deras bilder försvinner.`
        : `${pages - worked} utkast försvinner. ${counted(worked, "sida", "sidor")} som någon har arbetat med eller publicerat blir kvar.`,
    undoSure: "Ja, ångra importen",
    keep: "Lägg undan rapporten",
    keepSays: "Sidorna blir kvar. Importen kan inte längre ångras i ett steg.",
  },
  en: {
    move: "Move a site in",
    title: "Move a site in",
    lead: "Choose the folder or the zip file with the pages of the old site. It is read here in the browser: nothing in it runs, and nothing is fetched from elsewhere. Text, headings, lists, links, pictures and dates become drafts that nobody sees until you publish them.",
    folder: "Choose a folder",
    archive: "Or choose a zip file",
    reading: (done, of) => `Reading page ${done} of ${of} …`,
    none: "There is no page to move in. Choose the folder that holds the files ending in .html.",
    badArchive:
      "The zip file cannot be read, or is too large unpacked. Unpack it and choose the folder instead.",
    found: (pages, pictures) =>
      `Found: ${counted(pages, "page", "pages")} and ${counted(pictures, "picture", "pictures")}.`,
    foundSays: "Kind and date are guesses. Change them here, or later on the page.",
    take: "Take along",
    kindOf: (title) => `Kind: ${title}`,
    dateOf: (title) => `Date: ${title}`,
    face: "Where",
    make: (pages) => `Put in ${pages} drafts`,
    making: (done, of) => `Putting in picture ${done} of ${of} …`,
    saving: "Putting in the drafts …",
    madeOf: (pages) => `Done: ${pages} drafts are in the list. Nobody sees them yet.`,
    back: "To the list",
    imports: "Moved in",
    line: (pages, pictures, day) =>
      `${counted(pages, "page", "pages")} and ${counted(pictures, "picture", "pictures")}, ${day}`,
    by: (name) => `by ${name}`,
    brokenOff: "Broken off: no drafts were put in.",
    report: (rows) => `What did not come along (${rows})`,
    nothingLeft: "Everything came along.",
    undo: "Undo the whole import",
    undoSays: (pages, worked) =>
      worked === 0
        ? `${pages} drafts and their pictures go.`
        : `${counted(pages - worked, "draft goes", "drafts go")}. ${counted(worked, "page that somebody has worked on or published stays", "pages that somebody has worked on or published stay")}.`,
    undoSure: "Yes, undo the import",
    keep: "Put the report away",
    keepSays: "The pages stay. The import can no longer be undone in one step.",
  },
});
