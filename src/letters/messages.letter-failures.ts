import { defineMessages } from "../ui/languages.ts";

/** What went wrong, what was kept, what to do. */
export const letterFailureMessages = defineMessages({
  sv: {
    offline: "Vi når inte servern. Inget är borta. Försök igen när du har nät.",
    busy: "Det är trångt just nu. Inget är borta. Vänta lite och försök igen.",
    closed: "Just nu kan vi inte ta emot brev. Det du har skrivit står kvar här på skärmen.",
    device:
      "Din webbläsare klarar inte det som behövs för att låsa brevet. Prova en nyare, eller ring.",
    ours: "Något gick fel hos oss. Det du har skrivit står kvar.",
    unverified:
      "Det som kom från servern går inte att lita på. Vi visar det inte. Försök igen senare, eller ring.",
    changed:
      "Det har kommit ett nytt brev. Läs det, och tryck sedan Skicka igen. Det du skrev står kvar.",
    full: "Du har skrivit många brev som vi inte har hunnit svara på. Vi läser dem. Skriv igen när du har fått svar.",
    tooLong: "Brevet är för långt. Dela upp det i två.",
    empty: "Skriv något först.",
    fileKind: "Bara bilder och PDF går att skicka.",
    fileTooLarge: "Filen är för stor. Högst 2 MB.",
    fileUnreadable: "Bilden går inte att läsa. Prova en annan.",
    tooManyFiles: "Högst åtta filer i ett brev.",
    notThere:
      "Det finns ingen brevlåda med de orden. Den kan vara borttagen, eller så har tiden gått ut.",
    doNotFit: "Orden passar inte ihop. Något av dem är ett annat, eller så har två bytt plats.",
    plainCode:
      "De orden hör till ett brev som skrevs utan JavaScript. Öppna det på sidan för enkla brev.",
  },
  en: {
    offline: "We cannot reach the server. Nothing is lost. Try again when you have a network.",
    busy: "It is crowded just now. Nothing is lost. Wait a little and try again.",
    closed:
      "Just now we cannot receive letters. What you have written is still here on the screen.",
    device: "Your browser cannot do what is needed to seal the letter. Try a newer one, or call.",
    ours: "Something went wrong with us. What you have written is still here.",
    unverified:
      "What came from the server cannot be trusted. We don’t show it. Try again later, or call.",
    changed: "A new letter has come. Read it, then press Send again. What you wrote is still here.",
    full: "You have written many letters that we have not had time to answer. We do read them. Write again when you have an answer.",
    tooLong: "The letter is too long. Make two of it.",
    empty: "Write something first.",
    fileKind: "Only pictures and PDF can be sent.",
    fileTooLarge: "The file is too large. At most 2 MB.",
    fileUnreadable: "The picture cannot be read. Try another.",
    tooManyFiles: "At most eight files in a letter.",
    notThere:
      "There is no mailbox with those words. It may have been deleted, or its time is over.",
    doNotFit: "The words don’t fit together. One of them is another, or two have changed places.",
    plainCode:
      "Those words belong to a letter that was written without JavaScript. Open it on the page for plain letters.",
  },
});
