import { defineMessages } from "../ui/languages.ts";

const rows = (count: number): string => (count === 1 ? "1 rad" : `${count} rader`);
const members = (count: number): string => (count === 1 ? "1 medlem" : `${count} medlemmar`);
const counted = (count: number): string => (count === 1 ? "1 row" : `${count} rows`);
const entered = (count: number): string => (count === 1 ? "1 member" : `${count} members`);

/** Reading in a file of members. */
export const intakeMessages = defineMessages({
  sv: {
    title: "Läs in medlemmar från en fil",
    says: "Har ni registret i Excel, LibreOffice eller Google Kalkylark? Spara det som CSV och välj filen här. Du ser först vad som skulle hända, rad för rad. Inget skrivs in förrän du säger till, och filen själv sparas inte här.",
    columns:
      "Första raden är rubriker: Namn (eller Förnamn och Efternamn), och E-post eller Postadress. Postnummer, Ort, Medlem sedan, Språk och Avgifter får vara med. Andra kolumner läses inte. Filen som rummet sparar går att läsa in igen.",
    template: "Hämta en mall",
    templateName: "mall-medlemmar.csv",
    head: "Namn;E-post;Postadress;Medlem sedan;Språk;Avgifter",
    example: "Namn Namnsson;namn@post.example;;2019-03-01;svenska;2025: 200, 2026: 200",
    pick: "Välj en CSV-fil",
    reading: "Läser …",
    "file-empty": "Det finns inga rader i filen. Inget har ändrats.",
    "file-columns":
      "Första raden måste ha rubriken Namn (eller Förnamn och Efternamn) och E-post eller Postadress, var och en högst en gång. Jämför med mallen. Inget har ändrats.",
    "file-large": "Filen är för stor: högst 1 000 rader åt gången. Dela den. Inget har ändrats.",
    "file-unreadable":
      "Det där är ingen CSV-fil. I Excel: Arkiv, Spara som, CSV UTF-8. Inget har ändrats.",
    failed: "Det gick inte just nu. Inget har skrivits in. Försök igen om en stund.",
    "changed-meanwhile":
      "Registret har ändrats medan du tittade, och någon rad går inte längre. Inget har skrivits in. Så här är det nu:",
    "limit-reached": "Registret rymmer högst 5 000 medlemmar. Inget har skrivits in.",
    "day-refused": "Dagen då de sa ja kan inte ligga i framtiden. Inget har skrivits in.",
    good: (count: number) => `${rows(count)} går att skriva in`,
    bad: (count: number) => `${rows(count)} skrivs inte in`,
    badSays: "Rätta dem i filen och läs in den igen. De som redan finns skrivs inte in två gånger.",
    there: (count: number) => `${rows(count)} finns redan. Av dem ändras inget.`,
    row: (line: number) => `Rad ${line}`,
    nameless: "utan namn",
    since: (day: string) => `medlem sedan ${day}`,
    paid: (years: string) => `betalat ${years}`,
    more: "Visa fler rader",
    agreed: "Styrelsen vet att alla i filen har sagt ja till att stå i registret",
    agreedSays:
      "Visa dem det som står på sidan Bli medlem under ”Det här sparar vi”. Att styrelsen har sagt det, och sedan när, står hos var och en och på hennes egen sida.",
    agreedOn: "De har sagt ja sedan",
    agreedOnSays:
      "Den senaste dag då någon av dem sa ja. Den som saknar dag för Medlem sedan får samma dag.",
    noMail: "Ingen får mejl av det här. Länken till sin egen sida får hon med nästa kallelse.",
    put: (count: number) => `Ja, skriv in ${members(count)}`,
    cancel: "Nej, skriv inte in någon",
    done: (count: number) => `Inskrivet: ${members(count)}.`,
    alsoThere: (count: number) => `${members(count)} fanns redan.`,
    fault_unclosed: () => "Ett citattecken saknas, så raden går inte att läsa.",
    "fault_more-cells": () => "Det finns fler rutor än rubriker. Står något i fel kolumn?",
    "fault_long-cell": () => "En ruta har för mycket text.",
    "fault_no-name": () => "Namnet saknas.",
    "fault_too-long": () => "Namnet eller adressen är för lång.",
    "fault_bad-mail": (what: string) => `”${what}” ser inte ut som en e-postadress.`,
    "fault_no-way": () => "Det behövs e-post eller postadress, så att hon kan kallas.",
    "fault_bad-day": (what: string) =>
      `Dagen ”${what}” finns inte, ligger i framtiden eller kan förstås på flera sätt. Skriv som 2019-03-01, eller bara året.`,
    "fault_bad-language": (what: string) =>
      `Språket ”${what}” finns inte här. Svenska eller engelska.`,
    "fault_bad-fee": (what: string) =>
      `Avgiften ”${what}” går inte att läsa. Skriv år, som 2026, eller 2026: 200.`,
    fault_formula: (what: string) =>
      `”${what}” börjar som en formel och läses inte. Skriv det som text.`,
    fault_strange: () => "Raden har osynliga tecken. Skriv om den för hand.",
    "fault_same-row": (what: string, line: number) => `${what} står redan på rad ${line}.`,
    "fault_has-asked": (what: string) =>
      `${what} har själv bett om att bli medlem. Ta in henne under Vill bli medlemmar.`,
    "note_same-name": "Någon med samma namn finns redan, med en annan adress.",
    "note_same-mail": "Någon annan har samma e-post.",
    "note_no-day": "Utan dag: räknas från den dag då hon sa ja.",
  },
  en: {
    title: "Read in members from a file",
    says: "Do you have the register in Excel, LibreOffice or Google Sheets? Save it as CSV and choose the file here. First you see what would happen, row by row. Nothing is entered until you say so, and the file itself is not kept here.",
    columns:
      "The first row has headings: Name (or First name and Last name), and E-mail or Postal address. Postcode, Town, Member since, Language and Fees may be there. Other columns are not read. The file that this room saves can be read in again.",
    template: "Get a template",
    templateName: "members-template.csv",
    head: "Name;E-mail;Postal address;Member since;Language;Fees",
    example: "Name Nameson;name@post.example;;2019-03-01;English;2025: 200, 2026: 200",
    pick: "Choose a CSV file",
    reading: "Reading …",
    "file-empty": "There are no rows in the file. Nothing has changed.",
    "file-columns":
      "The first row must have the heading Name (or First name and Last name), and E-mail or Postal address, each at most once. Compare with the template. Nothing has changed.",
    "file-large":
      "The file is too large: at most 1,000 rows at a time. Split it. Nothing has changed.",
    "file-unreadable":
      "That is no CSV file. In Excel: File, Save as, CSV UTF-8. Nothing has changed.",
    failed: "That did not work just now. Nothing was entered. Try again in a while.",
    "changed-meanwhile":
      "The register has changed while you looked, and a row no longer fits. Nothing was entered. This is how it is now:",
    "limit-reached": "The register has room for 5,000 members. Nothing was entered.",
    "day-refused": "The day on which they agreed cannot be ahead. Nothing was entered.",
    good: (count: number) => `${counted(count)} can be entered`,
    bad: (count: number) =>
      count === 1 ? "1 row is not entered" : `${count} rows are not entered`,
    badSays:
      "Mend them in the file and read it in again. Those who are there already are not entered twice.",
    there: (count: number) =>
      `${count === 1 ? "1 row is" : `${count} rows are`} there already. Of these nothing is changed.`,
    row: (line: number) => `Row ${line}`,
    nameless: "without a name",
    since: (day: string) => `member since ${day}`,
    paid: (years: string) => `paid ${years}`,
    more: "Show more rows",
    agreed: "The board knows that all in the file have agreed to be in the register",
    agreedSays:
      "Show them what the page for becoming a member says under “What we keep”. That the board has said so, and since when, stands with each of them and on her own page.",
    agreedOn: "They have agreed since",
    agreedOnSays:
      "The latest day on which one of them agreed. Whoever has no day for Member since gets the same day.",
    noMail: "Nobody is mailed by this. The link to her own page comes with the next call.",
    put: (count: number) => `Yes, enter ${entered(count)}`,
    cancel: "No, enter nobody",
    done: (count: number) => `Entered: ${entered(count)}.`,
    alsoThere: (count: number) =>
      count === 1 ? "1 member was there already." : `${count} members were there already.`,
    fault_unclosed: () => "A quotation mark is missing, so the row cannot be read.",
    "fault_more-cells": () =>
      "There are more cells than headings. Is something in the wrong column?",
    "fault_long-cell": () => "A cell has too much text.",
    "fault_no-name": () => "The name is missing.",
    "fault_too-long": () => "The name or the address is too long.",
    "fault_bad-mail": (what: string) => `“${what}” does not look like a mail address.`,
    "fault_no-way": () => "An e-mail or postal address is needed, so that she can be called.",
    "fault_bad-day": (what: string) =>
      `The day “${what}” does not exist, is ahead or can be understood in several ways. Write it as 2019-03-01, or the year alone.`,
    "fault_bad-language": (what: string) =>
      `The language “${what}” is not here. Swedish or English.`,
    "fault_bad-fee": (what: string) =>
      `The fee “${what}” cannot be read. Write the year, as 2026, or 2026: 200.`,
    fault_formula: (what: string) =>
      `“${what}” begins as a formula and is not read. Write it as text.`,
    fault_strange: () => "The row has invisible characters. Write it anew by hand.",
    "fault_same-row": (what: string, line: number) => `${what} stands on row ${line} already.`,
    "fault_has-asked": (what: string) =>
      `${what} has asked to become a member herself. Admit her under Want to become members.`,
    "note_same-name": "Somebody of that name is there already, with another address.",
    "note_same-mail": "Somebody else has the same e-mail.",
    "note_no-day": "Without a day: counted from the day on which she agreed.",
  },
});
