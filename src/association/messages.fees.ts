import { defineMessages } from "../ui/languages.ts";

const mails = (count: number): string => (count === 1 ? "1 mejl" : `${count} mejl`);
const letters = (count: number): string => (count === 1 ? "1 brev" : `${count} brev`);
const sent = (count: number): string => (count === 1 ? "1 mail" : `${count} mails`);
const posted = (count: number): string => (count === 1 ? "1 letter" : `${count} letters`);

/** What there is none of is not told. */
const both = (byMail: number, byLetter: number): string =>
  [byMail === 0 ? "" : mails(byMail), byLetter === 0 ? "" : letters(byLetter)]
    .filter((one) => one !== "")
    .join(" och ");
const said = (byMail: number, byLetter: number): string =>
  [byMail === 0 ? "" : sent(byMail), byLetter === 0 ? "" : posted(byLetter)]
    .filter((one) => one !== "")
    .join(" and ");

/** Reminding members of the fee. */
export const feeMessages = defineMessages({
  sv: {
    title: "Påminn om avgiften",
    says: "Den som inte har betalat får ett mejl i jourens namn, eller ett brev om hon inte har lämnat e-post. Ingen påminns mer än en gång i månaden. Den som är på väg ut, eller blev medlem senare än året, påminns inte.",
    year: "Avgift för år",
    count: (byMail: number, byLetter: number) =>
      `${both(byMail, byLetter)} går till dem som inte har betalat.`,
    nobody: "Alla har betalat, eller är nyss påminda.",
    recently: (count: number) =>
      count === 1
        ? "1 har inte betalat, men påmindes för mindre än en månad sedan."
        : `${count} har inte betalat, men påmindes för mindre än en månad sedan.`,
    text: "Det ni skriver",
    textHint: "Hälsningen, länken till hennes sida och jourens namn kommer till av sig själva.",
    textEnglish: "Samma på engelska",
    textEnglishHint: "Till dem som vill ha mejl på engelska. Tomt: de får det svenska.",
    usual: (year: number, kronor: number, how: string) =>
      [
        `vi ser inte att du har betalat medlemsavgiften för ${year}, ${kronor} kr.`,
        how,
        "Har du redan betalat, eller vill du inte vara med längre? Då behöver du inte göra något mer än att säga till, eller gå ur på din egen sida.",
      ]
        .filter((one) => one !== "")
        .join("\n\n"),
    preview: "Så ser mejlet ut",
    sample: "Namn Namnsson",
    subject: (subject: string) => `Ämne: ${subject}`,
    send: "Skicka påminnelsen",
    sure: (byMail: number, byLetter: number) =>
      byLetter === 0
        ? `Skicka ${mails(byMail)} nu?`
        : `Skicka ${mails(byMail)} nu, och notera ${letters(byLetter)} som ni skriver ut?`,
    yes: "Ja, skicka",
    no: "Nej",
    noMail: "Jouren kan inte skicka mejl. Det ställs in under Jouren, E-post.",
    done: (byMail: number, byLetter: number) =>
      byLetter === 0
        ? `${mails(byMail)} är på väg.`
        : `${mails(byMail)} är på väg, och ${letters(byLetter)} står nedan att skriva ut.`,
    "mail-off": "Jouren kan inte skicka mejl nu. Inget är skickat.",
    closed: "Det finns ingen att påminna. Inget är skickat.",
    "changed-meanwhile": "Det är redan skickat. Inget skickas två gånger.",
    failed: "Det gick inte. Se efter nedan om det är skickat, innan du försöker igen.",
    earlier: "Påminnelser det senaste året",
    none: "Ingen har påmints det senaste året.",
    round: (year: number, day: string) => `Avgiften ${year}, påmint ${day}`,
    sent: (count: number) => (count === 1 ? "1 mejl skickat" : `${count} mejl skickade`),
    waiting: (count: number) => `${count} på väg`,
    tried: (count: number) => `${count} gick inte första gången och försöks igen`,
    letters,
    failedList: "Nådde inte fram, och försöks inte mer. Påminn dem på annat sätt:",
    byLetter: "Brev att skriva ut",
    print: "Skriv ut listan",
    gone: "Har gått ur",
    unreadable: "Texten går inte att läsa: husets hemlighet är en annan än när den skrevs.",
  },
  en: {
    title: "Remind of the fee",
    says: "Whoever has not paid gets a mail in the centre’s name, or a letter if she has left no e-mail. Nobody is reminded more than once in a month. Whoever is leaving, or joined after that year, is not reminded.",
    year: "Fee of the year",
    count: (byMail: number, byLetter: number) =>
      `To those who have not paid: ${said(byMail, byLetter)}.`,
    nobody: "Everybody has paid, or was reminded lately.",
    recently: (count: number) =>
      count === 1
        ? "1 has not paid, but was reminded less than a month ago."
        : `${count} have not paid, but were reminded less than a month ago.`,
    text: "What you write (Swedish)",
    textHint: "The greeting, the link to her page and the centre’s name come by themselves.",
    textEnglish: "The same in English",
    textEnglishHint: "For those who want mail in English. Empty: they get the Swedish.",
    usual: (year: number, kronor: number, how: string) =>
      [
        `we do not see that you have paid the membership fee of ${year}, ${kronor} kronor.`,
        how,
        "Have you paid already, or do you no longer want to be a member? Then just tell us, or leave on your own page.",
      ]
        .filter((one) => one !== "")
        .join("\n\n"),
    preview: "How the mail looks",
    sample: "Name Nameson",
    subject: (subject: string) => `Subject: ${subject}`,
    send: "Send the reminder",
    sure: (byMail: number, byLetter: number) =>
      byLetter === 0
        ? `Send ${sent(byMail)} now?`
        : `Send ${sent(byMail)} now, and note ${posted(byLetter)} that you print?`,
    yes: "Yes, send",
    no: "No",
    noMail: "The centre cannot send mail. It is set under Centre, E-mail.",
    done: (byMail: number, byLetter: number) =>
      byLetter === 0
        ? `On the way: ${sent(byMail)}.`
        : `On the way: ${sent(byMail)}. Below to print: ${posted(byLetter)}.`,
    "mail-off": "The centre cannot send mail now. Nothing is sent.",
    closed: "There is nobody to remind. Nothing is sent.",
    "changed-meanwhile": "It has been sent already. Nothing is sent twice.",
    failed: "It did not work. See below whether it was sent before you try again.",
    earlier: "Reminders of the last year",
    none: "Nobody was reminded in the last year.",
    round: (year: number, day: string) => `The fee of ${year}, reminded ${day}`,
    sent: (count: number) => `${sent(count)} sent`,
    waiting: (count: number) => `${count} on their way`,
    tried: (count: number) => `${count} did not go at first and are tried again`,
    letters: posted,
    failedList: "Did not arrive, and is not tried any more. Remind them otherwise:",
    byLetter: "Letters to print",
    print: "Print the list",
    gone: "Has left",
    unreadable:
      "The text cannot be read: the secret of the house is another than when it was written.",
  },
});
