import { defineMessages } from "../ui/languages.ts";

/** What was done last in the room of lectures, or why it was not. */
export const saidMessages = defineMessages({
  sv: {
    "said-saved": "Sparat.",
    "said-moved": "Sparat. Inget mejl har skickats.",
    "said-mailed": "Sparat, och mejlet är på väg.",
    "said-erased": "Raderad.",
    "said-removed": "Borttagen. Bokningar av den finns kvar.",
    "said-opened": "Utvärderingen är öppen.",
    "said-closed": "Utvärderingen är stängd.",
    "said-failed":
      "Det gick inte. Inget är ändrat. Se efter att du är uppkopplad, och försök igen.",
    "said-changed-meanwhile":
      "En kollega hann ändra samma sak. Det hon sparade står här nu; se efter, och gör din ändring igen.",
    "said-bad-input": "Något fattas eller är fel ifyllt. Inget är sparat.",
    "said-bad-time":
      "Tiden passar inte steget: en ny tid ligger framåt, och det som är hållet har varit.",
    "said-mail-off":
      "Jouren kan inte skicka mejl nu. Inget är ändrat. Ta bort krysset för mejl, och hör av dig själv.",
    "said-limit-reached": "Det finns inte plats för fler. Ta bort något först.",
    "said-gone": "Uppgifterna går inte att läsa längre. Radera förfrågan.",
    "said-not-found": "Den finns inte längre. Någon kan ha raderat den.",
    "said-already-taken": "Den har redan en utvärdering.",
    "said-not-open-yet": "Den är öppen än. Svaren visas när den är stängd.",
  },
  en: {
    "said-saved": "Saved.",
    "said-moved": "Saved. No mail has been sent.",
    "said-mailed": "Saved, and the mail is on its way.",
    "said-erased": "Deleted.",
    "said-removed": "Removed. Bookings of it are still here.",
    "said-opened": "The evaluation is open.",
    "said-closed": "The evaluation is closed.",
    "said-failed":
      "It did not work. Nothing is changed. See that you are connected, and try again.",
    "said-changed-meanwhile":
      "A colleague changed the same thing. What she saved stands here now; look, and make your change again.",
    "said-bad-input": "Something is missing or wrong. Nothing is saved.",
    "said-bad-time":
      "The time does not fit the step: a new time lies ahead, and what has been held is past.",
    "said-mail-off":
      "The centre cannot send mail now. Nothing is changed. Take away the tick for mail, and get in touch yourself.",
    "said-limit-reached": "There is no room for more. Remove something first.",
    "said-gone": "This can no longer be read. Delete the request.",
    "said-not-found": "It is no longer here. Somebody may have deleted it.",
    "said-already-taken": "It has an evaluation already.",
    "said-not-open-yet": "It is still open. Answers are shown when it is closed.",
  },
});
