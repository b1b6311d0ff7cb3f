import { defineMessages } from "../ui/languages.ts";

/** Texts in languages that the jour may not speak herself. */
export const checkMessages = defineMessages({
  sv: {
    more: "Fler språk",
    title: "Granskad av en människa",
    says: "En text på det här språket visas först när någon som kan språket har läst just den versionen.",
    demoSays: "I en demonstration visas den ändå, och sidan säger att ingen har granskat den.",
    by: "Vem har läst den?",
    byHint: "Namnet syns bara här i jouren, aldrig på webbplatsen.",
    on: "Vilken dag?",
    enter: "Hon har läst hela texten, och den stämmer",
    checked: (by: string, on: string) => `Granskad av ${by}, ${on}.`,
    enteredBy: (name: string) => `Inskrivet av ${name}.`,
    saveFirst: "Spara texten först. Det är den sparade versionen som granskas.",
    takeBack: "Ta tillbaka granskningen",
    takeBackSays:
      "Är versionen publicerad försvinner den från webbplatsen tills någon har granskat den.",
    unchecked: "ingen har granskat",
  },
  en: {
    more: "More languages",
    title: "Checked by a person",
    says: "A text in this language is shown only when somebody who speaks it has read exactly that version.",
    demoSays:
      "A demonstration shows it all the same, and the page says that nobody has checked it.",
    by: "Who has read it?",
    byHint: "The name is seen only here in the centre, never on the website.",
    on: "On which day?",
    enter: "She has read all of the text, and it is right",
    checked: (by, on) => `Checked by ${by}, ${on}.`,
    enteredBy: (name) => `Entered by ${name}.`,
    saveFirst: "Save the text first. It is the saved version that is checked.",
    takeBack: "Take back the check",
    takeBackSays:
      "If this version is published, it leaves the website until somebody has checked it.",
    unchecked: "nobody has checked it",
  },
});
