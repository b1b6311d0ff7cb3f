import { defineMessages } from "../../ui/languages.ts";

/** Applying without script. The rest of the words are those of applying with it. */
export const plainApplyMessages = defineMessages({
  sv: {
    title: "Ansök utan JavaScript",
    weaker:
      "Det här skyddar sämre än den vanliga ansökan. Servern ser det du skriver en kort stund innan det låses till dem som rekryterar, och en kort stund när du läser svaret. Den sparar bara det som är låst. Den vanliga ansökan låses redan i din webbläsare.",
    withScript: "Gör den vanliga ansökan i stället (kräver JavaScript)",
    send: "Skicka ansökan",
    wrongWords:
      "De ord som du skrev av stämmer inte med dem som står här. Titta på papperet en gång till. Inget är skickat.",
    notSent:
      "Det gick inte att skicka just nu. Det du skrev står kvar här. Försök igen om en stund.",
    sentLead: "Vi har fått din ansökan. Svaret läser du med dina sju ord, på sidan för enkla brev.",
    times: "Blir du inbjuden till ett samtal väljer du tid där, också utan JavaScript.",
    read: "Läs svaret med dina ord",
    toNotice: "Till det vi söker",
  },
  en: {
    title: "Apply without JavaScript",
    weaker:
      "This protects less than the usual application. The server sees what you write for a moment before it is locked to those who recruit, and for a moment when you read the answer. It keeps only what is locked. The usual application is locked in your browser already.",
    withScript: "Make the usual application instead (needs JavaScript)",
    send: "Send the application",
    wrongWords:
      "The words that you copied are not those that stand here. Look at the paper once more. Nothing has been sent.",
    notSent: "It could not be sent just now. What you wrote is still here. Try again in a while.",
    sentLead:
      "We have your application. You read the answer with your seven words, on the page for plain letters.",
    times: "If you are invited to a talk you choose a time there, without JavaScript too.",
    read: "Read the answer with your words",
    toNotice: "To what we are looking for",
  },
});
