import { defineMessages } from "../ui/languages.ts";

/** What was done last in the room of the association, or why it was not. */
export const saidMessages = defineMessages({
  sv: {
    "said-saved": "Sparat.",
    "said-welcomed": "Hon är medlem, och välkomstmejlet är på väg.",
    "said-admitted":
      "Hon är medlem. Inget mejl har skickats: länken till hennes sida står under hennes namn.",
    "said-called": "Kallelsen är på väg. Hur det går står under mötet.",
    "said-dropped": "Mötet är raderat.",
    "said-locked": "Protokollet är låst.",
    "said-asked": "De är tillfrågade. Den som har lämnat e-post får ett mejl med sin länk.",
    "said-asked-otherwise":
      "De är tillfrågade, men jouren skickar inte mejl: ge var och en hennes länk, som står nedan.",
    "said-mail-off": "Jouren kan inte skicka mejl nu. Inget är skickat.",
    "said-closed":
      "Det går inte i det här läget. Inget är ändrat. Se efter hur långt mötet har kommit.",
    "said-removed": "Allt om henne som medlem är raderat.",
    "said-failed":
      "Det gick inte. Inget är ändrat. Se efter att du är uppkopplad, och försök igen.",
    "said-changed-meanwhile":
      "Någon hann ändra samma sak. Det som sparades står här nu; se efter, och gör din ändring igen.",
    "said-bad-input":
      "Något fattas eller är fel ifyllt. Inget är sparat. Det behövs ett namn, och e-post eller postadress.",
    "said-gone": "Uppgifterna går inte att läsa längre. Radera posten, och skriv in henne igen.",
    "said-limit-reached": "Det finns inte plats för fler. Ta bort något först.",
    "said-not-found": "Den finns inte längre. Hon kan ha gått ur, eller någon kan ha raderat den.",
  },
  en: {
    "said-saved": "Saved.",
    "said-welcomed": "She is a member, and the mail of welcome is on its way.",
    "said-admitted":
      "She is a member. No mail has been sent: the link to her page stands below her name.",
    "said-called": "The call is on its way. How it goes stands below the meeting.",
    "said-dropped": "The meeting is deleted.",
    "said-locked": "The minutes are locked.",
    "said-asked": "They are asked. Whoever has left an e-mail gets a mail with her link.",
    "said-asked-otherwise":
      "They are asked, but the centre sends no mail: give each of them her link, which stands below.",
    "said-mail-off": "The centre cannot send mail now. Nothing is sent.",
    "said-closed":
      "It cannot be done as things stand. Nothing is changed. See how far the meeting has come.",
    "said-removed": "All about her as a member is deleted.",
    "said-failed":
      "It did not work. Nothing is changed. See that you are connected, and try again.",
    "said-changed-meanwhile":
      "Somebody changed the same thing. What was saved stands here now; look, and make your change again.",
    "said-bad-input":
      "Something is missing or wrong. Nothing is saved. A name is needed, and an e-mail or postal address.",
    "said-gone": "This can no longer be read. Delete it, and enter her again.",
    "said-limit-reached": "There is no room for more. Remove something first.",
    "said-not-found": "It is no longer here. She may have left, or somebody may have deleted it.",
  },
});
