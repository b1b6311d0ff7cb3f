import { defineMessages } from "../ui/languages.ts";

/** The public page for whoever wants to volunteer. */
export const pageMessages = defineMessages({
  sv: {
    tab: "engagera dig",
    toStart: "Till startsidan",
    title: "Bli volontär",
    lastDay: (day: string) => `Sista dag att ansöka: ${day}.`,
    daysLeft: (days: number) =>
      days === 0 ? "Det är i dag." : days === 1 ? "Det är i morgon." : `Det är ${days} dagar kvar.`,
    apply: "Ansök",
    applyHint: "Det tar ungefär tio minuter. Du får sju ord att läsa svaret med.",
    applyPlain: "Ansök utan JavaScript",
    opens: (day: string) => `Nästa ansökan öppnar ${day}.`,
    closed: "Just nu söker vi inga nya volontärer.",
    closedSays: "Titta gärna in igen. När vi söker står det här och på första sidan.",
    conditions: "Det här ber vi om",
    meetings: "Informationsmöten",
    meetingsSays: "Kom och lyssna innan du bestämmer dig. Du binder dig inte till något.",
    meeting: (day: string, from: string, until: string) => `${day} kl. ${from}–${until}`,
    seats: (left: number) =>
      left === 0 ? "fullt" : left === 1 ? "en plats kvar" : `${left} platser kvar`,
    signUp: "Anmäl dig till ett möte",
    readAnswer: "Har du redan ansökt? Läs svaret",
    how: "Så går det till",
    steps:
      "Du ansöker, eller kommer på ett informationsmöte först.\nVi träffas och pratar.\nDu går grundutbildningen i din egen takt och skriver på tystnadslöftet.\nDu sitter med på minst två pass innan du svarar själv, och aldrig ensam i början.",
    kept: (months: number) =>
      `Bara de som rekryterar kan läsa din ansökan. Allt raderas senast ${months === 1 ? "en månad" : `${months} månader`} efter sista dagen, vad det än blir.`,
    home: "Till startsidan",
  },
  en: {
    tab: "get involved",
    toStart: "To the front page",
    title: "Become a volunteer",
    lastDay: (day: string) => `Last day to apply: ${day}.`,
    daysLeft: (days: number) =>
      days === 0 ? "That is today." : days === 1 ? "That is tomorrow." : `${days} days are left.`,
    apply: "Apply",
    applyHint: "It takes about ten minutes. You get seven words to read the answer with.",
    applyPlain: "Apply without JavaScript",
    opens: (day: string) => `The next applications open ${day}.`,
    closed: "We are not looking for new volunteers just now.",
    closedSays: "Do look in again. When we are, it says so here and on the front page.",
    conditions: "What we ask",
    meetings: "Information meetings",
    meetingsSays: "Come and listen before you decide. It binds you to nothing.",
    meeting: (day: string, from: string, until: string) => `${day} ${from}–${until}`,
    seats: (left: number) =>
      left === 0 ? "full" : left === 1 ? "one seat left" : `${left} seats left`,
    signUp: "Sign up for a meeting",
    readAnswer: "Have you applied? Read the answer",
    how: "How it goes",
    steps:
      "You apply, or come to an information meeting first.\nWe meet and talk.\nYou go through the basic training at your own pace and sign the pledge of confidentiality.\nYou sit in on at least two shifts before you answer yourself, and never alone in the beginning.",
    kept: (months: number) =>
      `Only those who recruit can read your application. All of it is deleted at the latest ${months === 1 ? "one month" : `${months} months`} after the last day, whatever comes of it.`,
    home: "To the front page",
  },
});
