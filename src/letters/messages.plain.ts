import { defineMessages } from "../ui/languages.ts";

/** What she reads on the pages without script. The rest of the words are those of the letters with script. */
export const plainMessages = defineMessages({
  sv: {
    startTitle: "Enkla brev",
    startLead: "För dig som inte har, eller inte vill ha, JavaScript.",
    weaker:
      "Det här skyddar sämre än våra vanliga brev. Servern ser texten en kort stund innan den låses till oss som svarar, och en kort stund när du läser. Den sparar bara det som är låst. Vanliga brev låses redan i din webbläsare, och då ser servern dem aldrig.",
    withScript: "Skriv ett vanligt brev i stället (kräver JavaScript)",
    readWithScript: "Till de vanliga breven",
    traces:
      "Sidorna här visar ditt brev en enda gång, och bakåtknappen visar det inte igen. Stäng fliken när du är klar. Ett privat fönster lämnar minst spår.",
    writeNew: "Skriv ett enkelt brev",
    haveWords: "Läs svaret med dina ord",
    writeTitle: "Skriv ett enkelt brev",
    fieldHint: "Servern får texten först när du trycker Skicka brevet.",
    wordsTitle: "Dina sju ord",
    wordsLead:
      "Med de här orden, och bara med dem, kan du läsa vårt svar. Skriv av dem på ett papper innan du skickar, och göm det väl. De visas bara nu, och vi kan inte ta fram dem åt dig.",
    confirmTitle: "Skicka",
    without: "Jag vill inte spara några ord",
    unknownWord: (word: string, at: number, meant: string) =>
      `Ord nummer ${at}, ”${word}”, finns inte i vår lista.${meant === "" ? "" : ` Menade du ${meant}?`}`,
    sealedCode:
      "De orden hör till ett vanligt brev, som bara kan öppnas i en webbläsare med JavaScript. De går aldrig att öppna här.",
    readTitle: "Läs svaret",
    onceTitle: "Den här sidan visas bara en gång",
    onceSays:
      "Den har redan visats, eller så tog det för lång tid. Inget brev är borta. Skriv dina sju ord, så öppnas brevlådan igen.",
    onceSent:
      "Skickade du just ett brev? Öppna brevlådan och se att det kom fram. Har du inga ord, skriv gärna en gång till.",
    awayTitle: "Skriv dina ord en gång till",
    awaySays:
      "Brevlådan har stängts, för det har gått en stund. Det du skrev står kvar här och är inte skickat än.",
    closedMailbox:
      "Brevlådan har stängts, för det har gått en stund. Inget är borta. Skriv dina ord igen.",
    notSure: "Kryssa i rutan först, om du vill ta bort allt. Inget är borttaget.",
    sure: "Ja, ta bort alla brev, mina och era",
    sentNow: "Ditt brev har kommit fram.",
    attachment: "Till det här brevet hör en fil. Den går inte att visa här.",
    refusedTitle: "Det gick inte",
    refusedSays:
      "Servern tog inte emot det som skickades, och inget är sparat. Brev som redan har kommit fram är kvar. Gå tillbaka och försök igen, eller ring oss.",
    closed: "Ingen hos oss kan ta emot brev just nu. Försök igen senare, eller ring oss.",
    toStart: "Till enkla brev",
  },
  en: {
    startTitle: "Plain letters",
    startLead: "For you who don’t have, or don’t want, JavaScript.",
    weaker:
      "This protects less than our usual letters. The server sees the text for a moment before it is locked to us who answer, and for a moment when you read. It keeps only what is locked. Usual letters are locked in your browser already, and then the server never sees them.",
    withScript: "Write a usual letter instead (needs JavaScript)",
    readWithScript: "To the usual letters",
    traces:
      "The pages here show your letter once, and the Back button does not show it again. Close the tab when you are done. A private window leaves the least behind.",
    writeNew: "Write a plain letter",
    haveWords: "Read the answer with your words",
    writeTitle: "Write a plain letter",
    fieldHint: "The server gets the text only when you press Send the letter.",
    wordsTitle: "Your seven words",
    wordsLead:
      "With these words, and only with them, you can read our answer. Copy them to paper before you send, and hide it well. They are shown only now, and we cannot find them for you.",
    confirmTitle: "Send",
    without: "I don’t want to keep any words",
    unknownWord: (word: string, at: number, meant: string) =>
      `Word number ${at}, “${word}”, is not on our list.${meant === "" ? "" : ` Did you mean ${meant}?`}`,
    sealedCode:
      "Those words belong to a usual letter, which only a browser with JavaScript can open. They can never be opened here.",
    readTitle: "Read the answer",
    onceTitle: "This page is shown only once",
    onceSays:
      "It has been shown already, or it took too long. No letter is lost. Type your seven words, and the mailbox opens again.",
    onceSent:
      "Did you just send a letter? Open the mailbox and see that it has arrived. If you have no words, do write once more.",
    awayTitle: "Type your words once more",
    awaySays:
      "The mailbox has been closed, since a while has passed. What you wrote is still here and has not been sent yet.",
    closedMailbox:
      "The mailbox has been closed, since a while has passed. Nothing is lost. Type your words again.",
    notSure: "Tick the box first, if you want to delete everything. Nothing has been deleted.",
    sure: "Yes, delete all letters, mine and yours",
    sentNow: "Your letter has arrived.",
    attachment: "A file belongs to this letter. It cannot be shown here.",
    refusedTitle: "It did not work",
    refusedSays:
      "The server did not take what was sent, and nothing was kept. Letters that have arrived are still here. Go back and try again, or call us.",
    closed: "Nobody here can receive letters just now. Try again later, or call us.",
    toStart: "To plain letters",
  },
});
