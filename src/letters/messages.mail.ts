import { defineMessages } from "../ui/languages.ts";

/** Ordinary mail in the team's inbox. */
export const mailInboxMessages = defineMessages({
  sv: {
    mark: "Kom som vanlig e-post: inte hemligt på vägen",
    pill: "Vanlig e-post",
    from: (address: string) => `Från ${address}.`,
    replyTo: (address: string) => `Vill ha svar till ${address}.`,
    noSender: "Utan avsändare",
    list: "Skickat till en lista eller till många. Svara bara om du tror att en människa väntar.",
    automatic: "Skrivet av ett program, till exempel ett frånvarosvar. Ingen väntar på svar.",
    bounce: "Ett meddelande från posten själv: något som ni skickat kom inte fram.",
    unread: "Mejlet gick inte att läsa. Det ligger orört här som en fil.",
    cut: "Här står början. Hela texten ligger som en fil.",
    filesHint:
      "Öppna bara filer som du väntar dig. En fil som slutar på .osaker kan innehålla program.",
    fetch: (name: string, size: string) => `Hämta ${name} (${size})`,
    fetching: "Hämtar",
    notFetched: "Filen gick inte att hämta. Försök igen.",
    save: (name: string) => `Spara ${name}`,
    answerGoesTo: (address: string) => `Svaret går som vanlig e-post till ${address}`,
    answerIsOpen:
      "Den som bär posten, och den som ser hennes inkorg, kan läsa det. Servern ser svaret tills det är skickat. Ämnesraden säger inget, och hennes ord följer inte med. En rad sist visar hur hon kan skriva brev i stället.",
    addressChanged: "Det är inte samma adress som hon skrev från först.",
    noAnswer: "Hit går det inte att svara.",
    notSent: "Svaret kunde inte skickas",
    notSentYet: "Svaret väntar på att skickas",
    sentAsMail: "Svaret är sparat och skickas som vanlig e-post.",
    willBeSent: "Svaret skickas nu.",
    waitsToBeSent:
      "Svaret har inte gått iväg än: e-posten krånglar. Vi försöker igen av oss själva.",
    mayHaveArrived:
      "Svaret lämnades till nästa server, men vi fick inget besked. Det kan ha kommit fram. Vi skickar det igen, så det kan gå två gånger.",
    maybeTwice:
      "Svaret har skickats. Det kan ha gått två gånger: första gången fick vi inget besked. Det är i så fall samma svar.",
    addressRefused:
      "Svaret kom inte fram: mottagarens e-post tog inte emot det. Texten står kvar här. Stäm av adressen.",
    gaveUp:
      "Svaret kunde inte skickas på fyra dagar, så vi har slutat försöka. Texten står kvar här. Skicka den igen när e-posten fungerar.",
    off: "Jouren kan inte skicka vanlig e-post just nu. Texten står kvar. Be en samordnare att se efter.",
    badAddress: "Dit går det inte att skicka. Texten står kvar.",
  },
  en: {
    mark: "Came as ordinary mail: not secret on its way",
    pill: "Ordinary mail",
    from: (address: string) => `From ${address}.`,
    replyTo: (address: string) => `Wants the answer at ${address}.`,
    noSender: "Without a sender",
    list: "Sent to a list or to many. Answer only if you think that a person is waiting.",
    automatic: "Written by a program, such as an absence notice. Nobody waits for an answer.",
    bounce: "A message of the post itself: something that you sent did not arrive.",
    unread: "The mail could not be read. It lies here untouched as a file.",
    cut: "This is the beginning. The whole text lies here as a file.",
    filesHint: "Open only files that you expect. One that ends in .osaker may hold a program.",
    fetch: (name: string, size: string) => `Fetch ${name} (${size})`,
    fetching: "Fetching",
    notFetched: "The file could not be fetched. Try again.",
    save: (name: string) => `Save ${name}`,
    answerGoesTo: (address: string) => `The answer goes as ordinary mail to ${address}`,
    answerIsOpen:
      "Whoever carries the mail, and whoever sees her inbox, can read it. The server sees the answer until it is sent. The subject says nothing, and her words do not go along. A line at the end shows how she can write a letter instead.",
    addressChanged: "It is not the address that she first wrote from.",
    noAnswer: "This cannot be answered.",
    notSent: "The answer could not be sent",
    notSentYet: "The answer waits to be sent",
    sentAsMail: "The answer is kept, and goes as ordinary mail.",
    willBeSent: "The answer is being sent.",
    waitsToBeSent: "The answer has not left yet: the mail has trouble. We try again by ourselves.",
    mayHaveArrived:
      "The answer was given to the next server, but we were told nothing. It may have arrived. We send it again, so it may go twice.",
    maybeTwice:
      "The answer was sent. It may have gone twice: the first time we were told nothing. If so, it is the same answer.",
    addressRefused:
      "The answer did not arrive: the receiver’s mail refused it. The text is still here. Check the address.",
    gaveUp:
      "The answer could not be sent in four days, so we have stopped trying. The text is still here. Send it again when the mail works.",
    off: "The centre cannot send ordinary mail just now. The text is still here. Ask a coordinator to have a look.",
    badAddress: "It cannot be sent there. The text is still here.",
  },
});
