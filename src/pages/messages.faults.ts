import { defineMessages } from "../ui/languages.ts";

/** What went wrong in the editor, by its code: what happened, what was kept, what to do. */
export const faultMessages = defineMessages({
  sv: {
    "bad-input": "Något fält är fel ifyllt. Det du skrivit är kvar. Rubriken får inte vara tom.",
    "address-taken": "Adressen används redan, eller har använts av en annan sida. Välj en annan.",
    "changed-meanwhile":
      "En kollega ändrade samtidigt. Din text är kvar. Titta igen och spara en gång till.",
    "own-text": "Det är du som har sparat den versionen. En kollega behöver läsa den.",
    "second-eyes-missing":
      "En kollega behöver säga ja till just den här versionen innan den publiceras. Texten är sparad. Be någon läsa.",
    "not-checked":
      "Ingen har granskat den här versionen än, så den visas inte. Texten är sparad. Skriv in vem som har granskat den, och publicera sedan.",
    "day-refused": "Den dagen har inte varit än. Inget är ändrat. Välj dagen då texten granskades.",
    "alt-missing":
      "En bild i texten saknar beskrivning, så inget är publicerat. Texten är sparad. Skriv vad bilden visar mellan hakparenteserna, ![så här](…), och publicera igen.",
    "not-allowed": "Det får samordnare ändra. Inget är ändrat.",
    "our-fault":
      "Något gick fel hos oss. Inget av det halvgjorda är kvar. Försök igen om en stund.",
    busy: "Någon annan prövar länkar just nu. Försök igen om en stund.",
    "bad-time": "Den tiden finns inte. Välj en dag och ett klockslag.",
    "not-found": "Sidan finns inte längre. Kopiera det du skrivit om du vill behålla det.",
    "picture-too-large":
      "Bilden är för stor: högst 12 MB och 50 miljoner bildpunkter. Välj en mindre.",
    "picture-unreadable":
      "Filen går inte att läsa som bild. Pröva en JPEG, PNG, WebP, AVIF eller GIF.",
    "picture-limit": "Jouren har redan 500 bilder. Ta bort några först.",
    "too-large": "Det var för stort att skicka. Det du skrivit är kvar.",
    offline: "Vi når inte jouren just nu. Det du skrivit är kvar här. Vi försöker igen.",
    unknown: "Något gick fel hos oss. Det du skrivit är kvar. Försök igen om en stund.",
  },
  en: {
    "bad-input":
      "A field is not filled in right. What you wrote is kept. The title must not be empty.",
    "address-taken": "The address is in use, or has been used by another page. Choose another.",
    "changed-meanwhile":
      "A colleague changed it at the same moment. Your text is kept. Look again and save once more.",
    "own-text": "It was you who saved that version. A colleague has to read it.",
    "second-eyes-missing":
      "A colleague has to say yes to exactly this version before it is published. The text is saved. Ask somebody to read it.",
    "not-checked":
      "Nobody has checked this version yet, so it is not shown. The text is saved. Enter who has checked it, then publish.",
    "day-refused": "That day has not been yet. Nothing was changed. Choose the day of the check.",
    "alt-missing":
      "A picture in the text has no description, so nothing was published. The text is saved. Write what it shows between the brackets, ![like this](…), and publish again.",
    "not-allowed": "Coordinators may change that. Nothing was changed.",
    "our-fault":
      "Something went wrong on our side. Nothing half done was left. Try again in a while.",
    busy: "Somebody else is trying links just now. Try again in a while.",
    "bad-time": "There is no such time. Choose a day and a time.",
    "not-found": "The page is no longer there. Copy what you wrote if you want to keep it.",
    "picture-too-large":
      "The picture is too large: 12 MB and 50 million pixels at most. Choose a smaller one.",
    "picture-unreadable":
      "The file cannot be read as a picture. Try a JPEG, PNG, WebP, AVIF or GIF.",
    "picture-limit": "The centre has 500 pictures already. Remove some first.",
    "too-large": "That was too large to send. What you wrote is kept.",
    offline: "We cannot reach the centre just now. What you wrote is kept here. We try again.",
    unknown: "Something went wrong on our side. What you wrote is kept. Try again in a while.",
  },
});
