import { defineMessages } from "../ui/languages.ts";

/** The call to a meeting, as it is mailed. */
export const callMessages = defineMessages({
  sv: {
    hello: (name: string) => `Hej ${name},`,
    subject: (title: string) => `Kallelse: ${title}`,
    again: (title: string) => `Ny kallelse: ${title}`,
    says: (title: string, jour: string) => `välkommen till ${title} med ${jour}.`,
    saysAgain: (title: string, jour: string) =>
      `det här är en ny kallelse till ${title} med ${jour}. Den ersätter den förra.`,
    when: "När:",
    where: "Var:",
    agenda: "Dagordning",
    present:
      "På mötet noterar du själv att du är där, på din egen sida. Knappen finns när mötet har öppnats. Visa inte länken för någon:",
    motions: (day: string) =>
      `Vill du föreslå något? Skriv en motion på din egen sida, senast ${day}.`,
    adjust: (title: string) => `Justera protokollet: ${title}`,
    adjustSays: (title: string, jour: string) =>
      `du är vald att justera protokollet från ${title} med ${jour}.`,
    adjustHow:
      "Läs det på din egen sida, och bekräfta det där om det stämmer. Stämmer det inte, säg till den som skrev det. Visa inte länken för någon:",
    bye: "Vänliga hälsningar",
  },
  en: {
    hello: (name: string) => `Hello ${name},`,
    subject: (title: string) => `Called: ${title}`,
    again: (title: string) => `Called anew: ${title}`,
    says: (title: string, jour: string) => `welcome to ${title} with ${jour}.`,
    saysAgain: (title: string, jour: string) =>
      `this calls you anew to ${title} with ${jour}, instead of the call before.`,
    when: "When:",
    where: "Where:",
    agenda: "Agenda",
    present:
      "At the meeting you note yourself that you are there, on your own page. The button is there when the meeting has been opened. Show the link to nobody:",
    motions: (day: string) =>
      `Do you want to propose something? Write a motion on your own page, ${day} at the latest.`,
    adjust: (title: string) => `Adjust the minutes: ${title}`,
    adjustSays: (title: string, jour: string) =>
      `you are elected to adjust the minutes of ${title} with ${jour}.`,
    adjustHow:
      "Read them on your own page, and confirm them there if they are right. If not, tell whoever wrote them. Show the link to nobody:",
    bye: "Kind regards",
  },
});
