import { defineMessages } from "../ui/languages.ts";

const newShifts = {
  sv: (count: number): string => (count === 1 ? "1 nytt pass" : `${count} nya pass`),
  en: (count: number): string => (count === 1 ? "1 new shift" : `${count} new shifts`),
};

/** Reading in a roster that was kept in a spreadsheet. */
export const rosterMessages = defineMessages({
  sv: {
    title: "Läs in från ett kalkylblad",
    says: "Har ni månaden i Excel eller Google Kalkylark? Spara den som CSV och välj filen här. Du ser först vad som skulle hända, rad för rad. Inget läggs in förrän du säger till.",
    template: "Hämta en mall",
    templateName: "mall-passlista.csv",
    head: "Datum;Börjar;Slutar;Slutdatum;Vad;Rubrik;Svarar för;Behövs;På passet;Bredvid;Reserv",
    example: "Telefon;Telefonen, kväll;;2;Namn Namnsson, Annan Namnsson;;",
    columns:
      "Datum, Börjar och Slutar måste finnas. Datum som 2026-12-03, tider som 18:00. Flera namn i samma ruta skiljs med komma. Utan rubrik och slag blir det ett chattpass.",
    pick: "Välj en CSV-fil",
    reading: "Läser …",
    "roster-empty": "Det finns inga rader i filen. Inget har ändrats.",
    "roster-columns":
      "Den första raden måste ha rubrikerna Datum, Börjar och Slutar, var och en en gång. Jämför med mallen. Inget har ändrats.",
    "roster-large": "Filen är för stor: högst 500 rader åt gången. Dela den. Inget har ändrats.",
    "roster-unreadable":
      "Det där är ingen CSV-fil. I Excel: Arkiv, Spara som, CSV UTF-8. Inget har ändrats.",
    failed: "Det gick inte just nu. Inget har lagts in. Försök igen om en stund.",
    "changed-meanwhile":
      "Kalendern har ändrats medan du tittade, och någon rad går inte längre. Inget har lagts in. Så här är det nu:",
    "times-overlap":
      "Någon hann ta ett pass på samma tid just nu. Inget har lagts in. Välj filen igen, så ser du vem.",
    good: (count: number) =>
      count === 1 ? "1 rad går att lägga in" : `${count} rader går att lägga in`,
    bad: (count: number) => (count === 1 ? "1 rad läggs inte in" : `${count} rader läggs inte in`),
    badSays: "Rätta dem i filen och läs in den igen. Det som redan finns läggs inte in två gånger.",
    nothing: (count: number) => (count === 1 ? "1 rad finns redan" : `${count} rader finns redan`),
    row: (line: number) => `Rad ${line}`,
    does_new: "Nytt",
    does_adds: "Fler på passet",
    does_nothing: "Finns redan",
    place_on: "",
    place_shadow: "bredvid",
    place_reserve: "reserv",
    nobody: "Ingen än",
    put: (count: number) => (count === 1 ? "Ja, lägg in raden" : `Ja, lägg in ${count} rader`),
    cancel: "Nej, lägg inte in något",
    done: (shifts: number, places: number) =>
      `Inlagt: ${newShifts.sv(shifts)} och ${places} ${places === 1 ? "plats" : "platser"}.`,
    doneNothing: "Allt fanns redan. Inget har ändrats.",
    recent: "Inläst de senaste sju dagarna",
    import: (when: string, by: string, shifts: number, places: number) =>
      `${when} av ${by}: ${newShifts.sv(shifts)}, ${places} ${places === 1 ? "plats" : "platser"}`,
    someone: "någon som har slutat",
    undo: "Ångra",
    undoSure:
      "Ta bort det som lästes in? Pass som någon har ändrat eller tagit plats på sedan dess blir kvar.",
    undoYes: "Ja, ta bort det",
    keep: "Nej, behåll det",
    undone: (shifts: number, places: number, kept: number) =>
      `Borttaget: ${shifts} pass och ${places} ${places === 1 ? "plats" : "platser"}.${
        kept === 0
          ? ""
          : kept === 1
            ? " 1 pass är kvar, för någon har ändrat det sedan dess."
            : ` ${kept} pass är kvar, för någon har ändrat dem sedan dess.`
      }`,
    gone: "Den inläsningen finns inte kvar att ångra. Inget har ändrats.",
    fault_unclosed: () => "Ett citattecken saknas, så raden går inte att läsa.",
    "fault_more-cells": () => "Det finns fler rutor än rubriker. Står något i fel kolumn?",
    "fault_long-cell": () => "En ruta har för mycket text.",
    "fault_no-day": () => "Datum saknas.",
    "fault_bad-day": (what: string) =>
      `Datumet ”${what}” finns inte eller kan förstås på flera sätt. Skriv år-månad-dag, som 2026-12-03.`,
    "fault_bad-time": (what: string) =>
      what === "" ? "En tid saknas." : `Tiden ”${what}” går inte att läsa. Skriv som 18:00.`,
    "fault_gap-time": (what: string) =>
      `${what} finns inte: den natten ställs klockan fram från 02 till 03.`,
    "fault_ended-before": (what: string) => `Det slutar innan det har börjat (${what}).`,
    "fault_too-long": (what: string) => `Det är längre än åtta dagar (${what}).`,
    "fault_long-past": (what: string) => `${what} är mer än tre månader sedan.`,
    "fault_far-ahead": (what: string) => `${what} är mer än ett och ett halvt år fram.`,
    "fault_bad-kind": (what: string) =>
      `”${what}” är inget slag. Skriv chatt, telefon, bakjour, möte eller handledning.`,
    "fault_bad-face": (what: string) => `Jouren har ingen del som heter ”${what}”.`,
    "fault_bad-number": (what: string) => `”${what}” är inget antal mellan 1 och 100.`,
    "fault_long-title": () => "Rubriken är längre än 60 tecken.",
    fault_unknown: (what: string) =>
      `Ingen medlem heter ”${what}”. Namnet ska stå som under Människor.`,
    "fault_two-of-name": (what: string) =>
      `Flera medlemmar heter ”${what}”, och raden säger inte vem. Lägg in henne för hand.`,
    "fault_named-twice": (what: string) => `${what} står två gånger på raden.`,
    fault_overlaps: (what: string) => `${what} har redan ett pass på den tiden.`,
    "fault_overlaps-row": (what: string, line: number) =>
      `${what} står på samma tid på rad ${line}.`,
    "fault_too-many": (what: string) => `Fler än ${what} på passet, och fler behövs inte.`,
    "fault_no-seat-beside": () => "Högst två kan sitta bredvid, och bara på pass.",
    "fault_called-off": (what: string) => `”${what}” är inställt den tiden.`,
    "fault_same-row": (_: string, line: number) => `Samma pass står redan på rad ${line}.`,
    note_newcomers: () => "Bara nya på passet. Någon van behövs.",
    "note_still-shadowing": (what: string) => `${what} går fortfarande bredvid.`,
    "note_repeated-hour": (what: string) =>
      `${what} kommer två gånger den natten. Den första räknas.`,
  },
  en: {
    title: "Read in from a spreadsheet",
    says: "Do you have the month in Excel or Google Sheets? Save it as CSV and choose the file here. First you see what would happen, row by row. Nothing is put in until you say so.",
    template: "Get a template",
    templateName: "roster-template.csv",
    head: "Date;Begins;Ends;End date;What;Title;Answers for;Needed;On shift;Beside;Reserve",
    example: "phone;The phone, evening;;2;Name Nameson, Other Nameson;;",
    columns:
      "Date, Begins and Ends must be there. Dates as 2026-12-03, times as 18:00. Several names in one cell are parted by commas. Without a title and a kind it becomes a chat shift.",
    pick: "Choose a CSV file",
    reading: "Reading …",
    "roster-empty": "There are no rows in the file. Nothing has changed.",
    "roster-columns":
      "The first row must have the headings Date, Begins and Ends, each of them once. Compare with the template. Nothing has changed.",
    "roster-large":
      "The file is too large: at most 500 rows at a time. Split it. Nothing has changed.",
    "roster-unreadable":
      "That is no CSV file. In Excel: File, Save as, CSV UTF-8. Nothing has changed.",
    failed: "That did not work just now. Nothing was put in. Try again in a while.",
    "changed-meanwhile":
      "The calendar has changed while you looked, and a row no longer fits. Nothing was put in. This is how it is now:",
    "times-overlap":
      "Somebody has just taken a shift at the same time. Nothing was put in. Choose the file again and you see who.",
    good: (count: number) => (count === 1 ? "1 row can be put in" : `${count} rows can be put in`),
    bad: (count: number) => (count === 1 ? "1 row is not put in" : `${count} rows are not put in`),
    badSays:
      "Mend them in the file and read it in again. What is there already is not put in twice.",
    nothing: (count: number) =>
      count === 1 ? "1 row is there already" : `${count} rows are there already`,
    row: (line: number) => `Row ${line}`,
    does_new: "New",
    does_adds: "More on the shift",
    does_nothing: "There already",
    place_on: "",
    place_shadow: "beside",
    place_reserve: "reserve",
    nobody: "Nobody yet",
    put: (count: number) => (count === 1 ? "Yes, put in the row" : `Yes, put in ${count} rows`),
    cancel: "No, put in nothing",
    done: (shifts: number, places: number) =>
      `Put in: ${newShifts.en(shifts)} and ${places} ${places === 1 ? "place" : "places"}.`,
    doneNothing: "All of it was there. Nothing has changed.",
    recent: "Read in during the last seven days",
    import: (when: string, by: string, shifts: number, places: number) =>
      `${when} by ${by}: ${newShifts.en(shifts)}, ${places} ${places === 1 ? "place" : "places"}`,
    someone: "somebody who has left",
    undo: "Undo",
    undoSure:
      "Remove what was read in? Shifts that somebody has changed or taken a place at since then stay.",
    undoYes: "Yes, remove it",
    keep: "No, keep it",
    undone: (shifts: number, places: number, kept: number) =>
      `Removed: ${shifts} ${shifts === 1 ? "shift" : "shifts"} and ${places} ${places === 1 ? "place" : "places"}.${
        kept === 0
          ? ""
          : kept === 1
            ? " 1 shift stays, for somebody has changed it since."
            : ` ${kept} shifts stay, for somebody has changed them since.`
      }`,
    gone: "That import is no longer there to undo. Nothing has changed.",
    fault_unclosed: () => "A quotation mark is missing, so the row cannot be read.",
    "fault_more-cells": () =>
      "There are more cells than headings. Is something in the wrong column?",
    "fault_long-cell": () => "A cell has too much text.",
    "fault_no-day": () => "The date is missing.",
    "fault_bad-day": (what: string) =>
      `The date “${what}” does not exist or can be understood in several ways. Write year-month-day, as 2026-12-03.`,
    "fault_bad-time": (what: string) =>
      what === "" ? "A time is missing." : `The time “${what}” cannot be read. Write it as 18:00.`,
    "fault_gap-time": (what: string) =>
      `${what} does not exist: that night the clocks go forward from 02 to 03.`,
    "fault_ended-before": (what: string) => `It ends before it has begun (${what}).`,
    "fault_too-long": (what: string) => `It is longer than eight days (${what}).`,
    "fault_long-past": (what: string) => `${what} is more than three months ago.`,
    "fault_far-ahead": (what: string) => `${what} is more than a year and a half ahead.`,
    "fault_bad-kind": (what: string) =>
      `“${what}” is no kind. Write chat, phone, on call, meeting or supervision.`,
    "fault_bad-face": (what: string) => `The centre has no part called “${what}”.`,
    "fault_bad-number": (what: string) => `“${what}” is no number from 1 to 100.`,
    "fault_long-title": () => "The title is longer than 60 letters.",
    fault_unknown: (what: string) =>
      `No member is called “${what}”. The name must stand as under People.`,
    "fault_two-of-name": (what: string) =>
      `Several members are called “${what}”, and the row does not say who. Put her in by hand.`,
    "fault_named-twice": (what: string) => `${what} stands twice on the row.`,
    fault_overlaps: (what: string) => `${what} has a shift at that time already.`,
    "fault_overlaps-row": (what: string, line: number) =>
      `${what} stands at the same time on row ${line}.`,
    "fault_too-many": (what: string) => `More than ${what} on the shift, and no more are needed.`,
    "fault_no-seat-beside": () => "Two at most can sit beside, and only at shifts.",
    "fault_called-off": (what: string) => `“${what}” is called off at that time.`,
    "fault_same-row": (_: string, line: number) => `The same shift stands on row ${line} already.`,
    note_newcomers: () => "Only newcomers on the shift. Somebody experienced is needed.",
    "note_still-shadowing": (what: string) => `${what} still sits beside.`,
    "note_repeated-hour": (what: string) => `${what} comes twice that night. The first one counts.`,
  },
});
