import { defineMessages } from "../ui/languages.ts";

/** What she reads when she writes letters. */
export const letterMessages = defineMessages({
  sv: {
    opening: "Ett ögonblick …",
    back: "Tillbaka",
    again: "Försök igen",

    chooseTitle: "Brev",
    chooseLead: "Skriv när du vill, dygnet runt. Du behöver inte säga vem du är.",
    writeNew: "Skriv ett brev",
    writeNewHint: "Till oss som svarar här.",
    haveWords: "Jag har skrivit förut",
    haveWordsHint: "Läs svaret med dina sju ord.",

    answersUnknown: "Vi svarar så snart vi kan. Hur lång tid det brukar ta vet vi inte än.",

    writeTitle: "Skriv ett brev",
    writeLead: "Bara vi som svarar kan läsa det du skriver. Den som driver servern kan det inte.",
    carried:
      "Det du skrev i chatten står kvar här. Ändra som du vill, eller skicka det som det är.",
    field: "Ditt brev",
    fieldHint: "Inget lämnar skärmen förrän du trycker Skicka.",
    files: "Lägg till bild eller PDF",
    filesHint:
      "Högst 2 MB per fil. Bilder ritas om, så att plats, tid och kamera försvinner. I en PDF kan sådant finnas kvar.",
    removeFile: "Ta bort",
    fileName: (number: number, type: string) =>
      type === "application/pdf" ? `Dokument ${number}` : `Bild ${number}`,
    next: "Fortsätt",
    danger: "Är du i fara nu? Vänta inte på ett brev. Ring",

    wordsTitle: "Dina sju ord",
    wordsLead:
      "Med de här orden, och bara med dem, kan du läsa vårt svar. Skriv av dem på ett papper, och göm det väl. Vi kan inte ta fram dem åt dig.",
    wordsList: "Orden",
    wordsPaper: "Spara dem helst inte i telefonen: den som får tag i orden kan läsa breven.",
    confirm: (number: number) => `Ord nummer ${number}`,
    confirmLead: "Skriv två av dem här, så att vi vet att de är rätt avskrivna.",
    confirmWrong: (number: number) => `Ord nummer ${number} stämmer inte. Titta en gång till.`,
    send: "Skicka brevet",
    without: "Jag vill inte spara några ord",
    withoutTitle: "Skicka utan ord?",
    withoutSays:
      "Då når brevet oss, men vi kan aldrig svara dig. Om du vill att vi ringer eller skriver: berätta i brevet hur, och när det är tryggt.",
    withoutYes: "Skicka, jag behöver inget svar",
    withoutNo: "Visa orden igen",

    sending: "Brevet är på väg",
    sendingSays: "Stäng inte sidan än.",
    progress: "Så långt har det kommit",
    sentTitle: "Brevet har kommit fram",
    sentKept: "Kom tillbaka hit med dina sju ord när du vill läsa svaret.",
    sentNotKept: "Vi har fått ditt brev. Vi kan inte svara dig här.",
    keptUntil: (date: string) => `Om inget mer händer raderas allt den ${date}.`,
    toMailbox: "Öppna brevlådan",

    codeTitle: "Läs svaret",
    codeLead:
      "Skriv dina sju ord i ordning. Stora eller små bokstäver går lika bra, och de fyra första räcker.",
    codeField: "Dina sju ord",
    codeOpen: "Öppna",
    codeOpening: "Öppnar brevlådan …",
    wrongNumber: (given: number) =>
      given === 1 ? "Det är ett ord. Det ska vara sju." : `Det är ${given} ord. Det ska vara sju.`,
    unknownWord: (word: string, at: number) =>
      `Ord nummer ${at}, ”${word}”, finns inte i vår lista.`,
    meant: (word: string) => `Menade du ${word}?`,
    change: (word: string) => `Byt till ${word}`,

    mailboxTitle: "Din brevlåda",
    you: "Du",
    team: "Vi som svarar",
    unread: "Inte läst än",
    readByUs: "Läst av oss",
    noAnswer: "Vi har inte svarat än.",
    broken:
      "Ett brev här kan inte visas, för det går inte att lita på att det är helt. Skriv gärna och berätta det.",
    attachment: (name: string) => `Visa ${name}`,
    attachmentSave: (name: string) => `Spara ${name}`,
    attachmentStays: "Det du sparar ligger kvar på enheten.",
    attachmentWaits:
      "Filen har inte kommit fram än. Försök igen om en stund. Stängdes sidan medan den var på väg kommer den inte: då får den skickas på nytt.",
    attachmentAltered: "Filen kom inte hel hit och visas inte.",
    hide: "Dölj",
    look: "Se om det har kommit något nytt",
    reply: "Skriv vidare",
    replySend: "Skicka",
    expires: (date: string) =>
      `Brevlådan raderas den ${date} om inget mer händer. Varje gång du öppnar den räknas dagarna om.`,
    erase: "Ta bort allt",
    eraseTitle: "Ta bort alla brev?",
    eraseSays:
      "Alla brev försvinner, dina och våra. De går inte att få tillbaka, och orden slutar gälla.",
    eraseYes: "Ja, ta bort allt",
    eraseNo: "Nej, behåll",
    erasedTitle: "Allt är borta",
    erasedSays: "Breven är raderade hos oss. Orden öppnar ingenting längre.",

    closedTitle: "Breven är stängda just nu",
    closedSays:
      "Ingen hos oss kan ta emot brev just nu. Försök igen senare, eller ta en annan väg:",
  },
  en: {
    opening: "One moment …",
    back: "Back",
    again: "Try again",

    chooseTitle: "Letters",
    chooseLead: "Write whenever you like, day or night. You need not say who you are.",
    writeNew: "Write a letter",
    writeNewHint: "To us who answer here.",
    haveWords: "I have written before",
    haveWordsHint: "Read the answer with your seven words.",

    answersUnknown: "We answer as soon as we can. How long it usually takes we don’t know yet.",

    writeTitle: "Write a letter",
    writeLead: "Only we who answer can read what you write. Whoever runs the server cannot.",
    carried:
      "What you wrote in the chat is still here. Change it as you like, or send it as it is.",
    field: "Your letter",
    fieldHint: "Nothing leaves the screen until you press Send.",
    files: "Add a picture or PDF",
    filesHint:
      "At most 2 MB a file. Pictures are drawn anew, so that place, time and camera disappear. In a PDF such things may remain.",
    removeFile: "Remove",
    fileName: (number: number, type: string) =>
      type === "application/pdf" ? `Document ${number}` : `Picture ${number}`,
    next: "Continue",
    danger: "Are you in danger now? Don’t wait for a letter. Call",

    wordsTitle: "Your seven words",
    wordsLead:
      "With these words, and with nothing else, you can read our answer. Copy them onto paper, and hide it well. They are Swedish words; we cannot find them again for you.",
    wordsList: "The words",
    wordsPaper:
      "Best not to keep them on the phone: whoever gets hold of the words can read the letters.",
    confirm: (number: number) => `Word number ${number}`,
    confirmLead: "Type two of them here, so that we know they are copied right.",
    confirmWrong: (number: number) => `Word number ${number} is not right. Look once more.`,
    send: "Send the letter",
    without: "I don’t want to keep any words",
    withoutTitle: "Send without words?",
    withoutSays:
      "Then the letter reaches us, but we can never answer you. If you want us to call or write: tell us in the letter how, and when it is safe.",
    withoutYes: "Send, I need no answer",
    withoutNo: "Show the words again",

    sending: "The letter is on its way",
    sendingSays: "Don’t close the page yet.",
    progress: "How far it has come",
    sentTitle: "The letter has arrived",
    sentKept: "Come back here with your seven words when you want to read the answer.",
    sentNotKept: "We have your letter. We cannot answer you here.",
    keptUntil: (date: string) => `If nothing more happens, all of it is deleted on ${date}.`,
    toMailbox: "Open the mailbox",

    codeTitle: "Read the answer",
    codeLead:
      "Type your seven words in order. Capitals or not is all the same, and the first four letters are enough.",
    codeField: "Your seven words",
    codeOpen: "Open",
    codeOpening: "Opening the mailbox …",
    wrongNumber: (given: number) =>
      given === 1
        ? "That is one word. There should be seven."
        : `That is ${given} words. There should be seven.`,
    unknownWord: (word: string, at: number) => `Word number ${at}, “${word}”, is not on our list.`,
    meant: (word: string) => `Did you mean ${word}?`,
    change: (word: string) => `Change to ${word}`,

    mailboxTitle: "Your mailbox",
    you: "You",
    team: "We who answer",
    unread: "Not read yet",
    readByUs: "Read by us",
    noAnswer: "We have not answered yet.",
    broken:
      "A letter here cannot be shown, because it cannot be trusted to be whole. Do write and tell us.",
    attachment: (name: string) => `Show ${name}`,
    attachmentSave: (name: string) => `Save ${name}`,
    attachmentStays: "What you save stays on the device.",
    attachmentWaits:
      "The file has not arrived yet. Try again in a while. If the page was closed while it was on its way it will not come: then it has to be sent anew.",
    attachmentAltered: "The file did not come here whole and is not shown.",
    hide: "Hide",
    look: "See whether something new has come",
    reply: "Write more",
    replySend: "Send",
    expires: (date: string) =>
      `The mailbox is deleted on ${date} if nothing more happens. Each time you open it the days begin anew.`,
    erase: "Delete everything",
    eraseTitle: "Delete all letters?",
    eraseSays:
      "All letters disappear, yours and ours. They cannot be brought back, and the words stop working.",
    eraseYes: "Yes, delete everything",
    eraseNo: "No, keep",
    erasedTitle: "Everything is gone",
    erasedSays: "The letters are deleted with us. The words open nothing any more.",

    closedTitle: "Letters are closed just now",
    closedSays: "Nobody here can receive letters just now. Try again later, or take another way:",
  },
});
