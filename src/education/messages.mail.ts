import type { Language } from "../ui/languages.ts";
import type { MailKind } from "./mails.ts";

interface MailWords extends Readonly<Record<MailKind, (lecture: string) => string>> {
  readonly subject: Readonly<Record<MailKind, string>>;
  /** Where it is not said which. */
  readonly aLecture: string;
  readonly hello: (name: string) => string;
  readonly when: string;
  readonly where: string;
  readonly who: string;
  readonly size: string;
  readonly materials: string;
  readonly reply: (own: string) => string;
  readonly bye: string;
}

/** To a school or a workplace, about its own booking. */
export const mailMessages: Readonly<Record<Language, MailWords>> = {
  sv: {
    subject: {
      offer: "Förslag på tid",
      confirmation: "Bokat",
      change: "Ändrad tid",
      cancellation: "Avbokat",
      no: "Om er förfrågan",
      thanks: "Tack",
      reminder: "Snart",
    },
    aLecture: "föreläsning",
    hello: (name) => `Hej ${name},`,
    offer: (lecture) =>
      `tack för er förfrågan om ”${lecture}”. Vi kan komma den här tiden. Passar den? Svara på er egen sida här nedanför, eller på det här mejlet.`,
    confirmation: (lecture) =>
      `”${lecture}” är bokad. Tiden ligger med i mejlet, så att den kan sparas i kalendern.`,
    change: (lecture) => `bokningen av ”${lecture}” har ändrats. Så här är det nu.`,
    cancellation: (lecture) =>
      `bokningen av ”${lecture}” gäller inte längre. Hör gärna av er igen.`,
    no: (lecture) =>
      `tack för er förfrågan om ”${lecture}”. Den här gången kan vi tyvärr inte. Hör gärna av er igen.`,
    thanks: (lecture) => `tack för att vi fick komma och tala om ”${lecture}”.`,
    reminder: (lecture) => `snart är det dags för ”${lecture}”.`,
    when: "När:",
    where: "Var:",
    who: "Vem som kommer:",
    size: "Antal:",
    materials: "Material:",
    reply: (own) =>
      `Er egen sida, där ni ser bokningen och kan svara, ändra och avboka:\n${own}\nDet går också bra att svara på det här mejlet.`,
    bye: "Vänliga hälsningar",
  },
  en: {
    subject: {
      offer: "A time we can offer",
      confirmation: "Booked",
      change: "Changed",
      cancellation: "Cancelled",
      no: "About your request",
      thanks: "Thank you",
      reminder: "Soon",
    },
    aLecture: "a lecture",
    hello: (name) => `Dear ${name},`,
    offer: (lecture) =>
      `thank you for asking for “${lecture}”. We can come at this time. Does it suit you? Answer on your own page below, or by this mail.`,
    confirmation: (lecture) =>
      `“${lecture}” is booked. The time comes with this mail, so that it can be saved in a calendar.`,
    change: (lecture) => `the booking of “${lecture}” has changed. This is how it stands now.`,
    cancellation: (lecture) =>
      `the booking of “${lecture}” no longer stands. You are welcome to ask again.`,
    no: (lecture) =>
      `thank you for asking for “${lecture}”. This time we unfortunately cannot. You are welcome to ask again.`,
    thanks: (lecture) => `thank you for letting us come and speak about “${lecture}”.`,
    reminder: (lecture) => `“${lecture}” is soon.`,
    when: "When:",
    where: "Where:",
    who: "Who comes:",
    size: "How many:",
    materials: "Materials:",
    reply: (own) =>
      `Your own page, where you see the booking and can answer, change and cancel:\n${own}\nYou can also answer this mail.`,
    bye: "Kind regards",
  },
};
