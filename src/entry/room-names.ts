import { defineMessages, type Language } from "../ui/languages.ts";

/** What the rooms of the desk and those of their pages are called that no module names itself. */
const messages = defineMessages({
  sv: {
    shift: "Pass",
    inbox: "Inkorg",
    talks: "Samtal",
    calendar: "Kalender",
    people: "Människor",
    recruiting: "Rekrytering",
    office: "Kontoret",
    board: "Till styrelsen",
    lecturers: "Till föreläsarna",
    training: "Utbildning",
    lectures: "Föreläsningar",
    association: "Föreningen",
    pages: "Sidor",
    settings: "Jouren",
    mine: "Min sida",
    forms: "Formulär",
    letters: "Brev",
    mail: "E-post",
    phone: "Telefonen",
    overflow: "Avlastning",
    custody: "Rotnyckeln",
    members: "Medlemmar",
    me: "Om mig",
    rights: "Vem får göra vad",
    keeping: "Löften och utdrag",
    records: "Löfte och utdrag",
    pledge: "Tystnadslöftet",
    looks: "Vem har tittat",
    accompany: "Följa med",
    foundings: "Nya jourer",
    data: "Mina uppgifter",
    load: "Så mycket bär du",
    supervision: "Handledning",
    team: "Hur mycket vi bär",
  },
  en: {
    shift: "Shift",
    inbox: "Inbox",
    talks: "Talks",
    calendar: "Calendar",
    people: "People",
    recruiting: "Recruitment",
    office: "Office",
    board: "To the board",
    lecturers: "To the lecturers",
    training: "Training",
    lectures: "Lectures",
    association: "Association",
    pages: "Pages",
    settings: "Centre",
    mine: "My page",
    forms: "Forms",
    letters: "Letters",
    mail: "E-mail",
    phone: "Telephone",
    overflow: "Overflow",
    custody: "Root key",
    members: "Members",
    me: "About me",
    rights: "Who may do what",
    keeping: "Pledges and extracts",
    records: "Pledge and extract",
    pledge: "The pledge",
    looks: "Who has looked",
    accompany: "Coming along",
    foundings: "New centres",
    data: "My data",
    load: "How much you carry",
    supervision: "Supervision",
    team: "How much we carry",
  },
});

type Name = keyof (typeof messages)["sv"];

export const names =
  (key: Name) =>
  (language: Language): string =>
    messages[language][key];

/** A group of one page, both under the same key. */
export const onePage = (key: Name) => ({ key, pages: [{ key, label: names(key) }] });
