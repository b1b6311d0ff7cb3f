import { defineMessages, type Language } from "../ui/languages.ts";
import type { EnquiryTeam } from "../platform/teams.ts";
import { officeMessages } from "./messages.desk.ts";

/** The inboxes of other teams than the office: what is said otherwise there. */
const others = {
  board: defineMessages({
    sv: {
      title: "Till styrelsen",
      emptySays:
        "När någon skriver i ett formulär som går till styrelsen hamnar det här. En samordnare väljer vilka det är, på sidan Formulär. Bara ni i styrelsen kan läsa det.",
      noKey: "Här kommer inget än",
      noKeySays:
        "Styrelsens nyckel görs av sig själv när en samordnare loggar in. Till dess går formulären till kontoret.",
      noShareSays:
        "En kollega behöver dela nyckeln med dig. Det sker av sig självt när någon i styrelsen har sitt skrivbord öppet.",
      team: "Styrelsen",
      aliasHint: "Lämna tomt för ”Styrelsen”.",
      notInTeam: "Du är inte med i styrelsens grupp.",
    },
    en: {
      title: "To the board",
      emptySays:
        "When somebody writes in a form that goes to the board it arrives here. A coordinator chooses which they are, on the page Forms. Only you of the board can read it.",
      noKey: "Nothing comes here yet",
      noKeySays:
        "The board’s key is made by itself when a coordinator signs in. Until then the forms go to the office.",
      noShareSays:
        "A colleague needs to share the key with you. That happens by itself when somebody of the board has her desk open.",
      team: "The board",
      aliasHint: "Leave it empty for “The board”.",
      notInTeam: "You are not in the board’s group.",
    },
  }),
  lecturers: defineMessages({
    sv: {
      title: "Till föreläsarna",
      emptySays:
        "När någon skriver i ett formulär som går till föreläsarna hamnar det här. En samordnare väljer vilka det är, på sidan Formulär. Bara ni som föreläser kan läsa det. Förfrågningar om föreläsningar ligger under Föreläsningar.",
      noKey: "Här kommer inget än",
      noKeySays:
        "Föreläsarnas nyckel görs av sig själv när en samordnare loggar in. Till dess går formulären till kontoret.",
      noShareSays:
        "En kollega behöver dela nyckeln med dig. Det sker av sig självt när någon av föreläsarna har sitt skrivbord öppet.",
      team: "Föreläsarna",
      aliasHint: "Lämna tomt för ”Föreläsarna”.",
      notInTeam: "Du är inte med i föreläsarnas grupp.",
    },
    en: {
      title: "To the lecturers",
      emptySays:
        "When somebody writes in a form that goes to the lecturers it arrives here. A coordinator chooses which they are, on the page Forms. Only you who lecture can read it. Requests for lectures lie under Lectures.",
      noKey: "Nothing comes here yet",
      noKeySays:
        "The lecturers’ key is made by itself when a coordinator signs in. Until then the forms go to the office.",
      noShareSays:
        "A colleague needs to share the key with you. That happens by itself when one of the lecturers has her desk open.",
      team: "The lecturers",
      aliasHint: "Leave it empty for “The lecturers”.",
      notInTeam: "You are not in the lecturers’ group.",
    },
  }),
};

type Words = Partial<(typeof officeMessages)["sv"]>;

/** What is said in a team's inbox: the office's words, and its own in their place. */
export function inboxWordsOf(team: EnquiryTeam): Readonly<Record<Language, Words>> {
  if (team === "office") return officeMessages;
  const { sv, en } = others[team];
  return { sv: { ...officeMessages.sv, ...sv }, en: { ...officeMessages.en, ...en } };
}

/** Where a coordinator chooses who reads a form. */
export const readerMessages = defineMessages({
  sv: {
    who: "Vem läser det som skrivs?",
    hint: "Gäller det som skrivs från och med nu. Det som redan har kommit ligger kvar hos dem det låstes till. Brevgruppen går inte att välja: där ligger bara det som skrivits av dem som söker stöd.",
    office: "Kontoret",
    officeHint: "Som det är från början.",
    board: "Styrelsen",
    boardHint: "Får en egen inkorg vid skrivbordet: Till styrelsen.",
    lecturers: "Föreläsarna",
    lecturersHint: "Får en egen inkorg vid skrivbordet: Till föreläsarna.",
    save: "Spara vem som läser",
    saved: "Sparat.",
    loading: "Hämtar vem som läser …",
    failed: "Det gick inte. Inget är ändrat: försök igen.",
    again: "Försök igen",
    toOffice: (team: string) =>
      `${team} kan inte läsa än: ingen är med i gruppen, eller så har den ingen nyckel. Till dess hamnar det hos kontoret. Välj någon under Människor. Nyckeln gör sig själv när en samordnare är inloggad.`,
    nobody:
      "Just nu kan ingen läsa det som skrivs, så formuläret är stängt. Det öppnar av sig självt när någon är vald till kontoret och en samordnare har loggat in.",
  },
  en: {
    who: "Who reads what is written?",
    hint: "Holds for what is written from now on. What has come already stays with those to whom it was locked. The letter team cannot be chosen: what lies there was written by those who seek support alone.",
    office: "The office",
    officeHint: "As it is from the beginning.",
    board: "The board",
    boardHint: "Gets an inbox of its own at the desk: To the board.",
    lecturers: "The lecturers",
    lecturersHint: "Get an inbox of their own at the desk: To the lecturers.",
    save: "Save who reads it",
    saved: "Saved.",
    loading: "Fetching who reads it …",
    failed: "That did not work. Nothing is changed: try again.",
    again: "Try again",
    toOffice: (team: string) =>
      `${team} cannot read yet: nobody is in the group, or it has no key. Until then it goes to the office. Choose somebody under People. The key is made by itself when a coordinator is signed in.`,
    nobody:
      "Nobody can read what is written just now, so the form is closed. It opens by itself when somebody is chosen for the office and a coordinator has signed in.",
  },
});
