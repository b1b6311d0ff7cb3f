import { defineMessages } from "../ui/languages.ts";

/** Before a talk, on both sides. */
export const reminderMessages = defineMessages({
  sv: {
    title: "Påminnelse till dig",
    says: "Jouren kan mejla dig dagen före ett bokat samtal, och när du blir tillfrågad att följa med någon. Där står bara en tid, eller att det finns något nytt: inget namn, inget om vad det gäller. Avsändaren är jourens adress.",
    off: "Jouren har ingen e-post kopplad hit, så inget skickas. Adressen sparas tills den har det.",
    address: "Din e-postadress",
    addressHint: "Den visas bara för dig, och ligger låst i databasen.",
    save: "Påminn mig",
    saved: "Sparat.",
    remove: "Sluta påminna mig",
    removed: "Adressen är borta.",
    "address-refused": "Skriv en e-postadress, till exempel namn@exempel.se.",
    failed: (code: string) => `Det gick inte just nu (${code}). Inget har ändrats. Försök igen.`,
    today: (time: string) => `I dag kl. ${time} har du en tid.`,
    tomorrow: (time: string) => `I morgon kl. ${time} har du en tid.`,
  },
  en: {
    title: "Reminder to you",
    says: "The centre can mail you the day before a booked talk, and when you are asked to come along with somebody. It holds a time, or that there is something new: no name, nothing of what it is about. The sender is the centre’s address.",
    off: "The centre has no mail connected here, so nothing is sent. The address is kept until it has.",
    address: "Your mail address",
    addressHint: "Only you are shown it, and it lies sealed in the database.",
    save: "Remind me",
    saved: "Saved.",
    remove: "Stop reminding me",
    removed: "The address is gone.",
    "address-refused": "Write a mail address, for example name@example.org.",
    failed: (code: string) =>
      `That did not work just now (${code}). Nothing has changed. Try again.`,
    today: (time: string) => `Today at ${time} you have a time.`,
    tomorrow: (time: string) => `Tomorrow at ${time} you have a time.`,
  },
});
