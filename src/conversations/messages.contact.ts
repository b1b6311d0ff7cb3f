import { defineMessages } from "../ui/languages.ts";

/** Everything that the seeker's page says from the queue to the end. "Du" always; never "user", never "case". */
export const contactMessages = defineMessages({
  sv: {
    loading: "Ett ögonblick …",
    close: "Stäng",
    cancel: "Avbryt",
    again: "Försök igen",
    toStart: "Till startsidan",
    callUs: "Ring oss",
    inDanger: "I fara, ring",
    demo: "Det här är en demonstration. Ingen svarar här. I fara: ring 112.",

    knockTitle: "Ett ögonblick, vi öppnar",
    knock:
      "Din webbläsare löser en liten uppgift. Den håller robotar borta, så att vi inte frågar vem du är.",
    knockProgress: "Så långt har den kommit",

    waitTitle: "Du står i kön",
    first: "Du är först.",
    place: (place: number) => `Du är nummer ${place}.`,
    placeUnknown: "Vi letar upp din plats …",
    estimate: (least: number, most: number) =>
      `Det brukar ta ${least < 1 ? "högst " : least < most ? `${least} till ` : ""}${most} ${most === 1 ? "minut" : "minuter"}.`,
    estimateUnknown: "Vi vet inte hur länge det dröjer.",
    letGo: "Den du skrev med behövde släppa samtalet. Du står först i kön, och inget är borta.",
    wentHome:
      "Den som var här har gått, och vi vet inte om någon kommer. Stå gärna kvar, eller ta en annan väg:",
    whileTitle: "Medan du väntar",
    whileWrite: "Börja skriva om du vill. Det stannar på din skärm tills du trycker Skicka.",
    whileLook: "Titta hit ibland. Sidan låter inte.",
    whileLetter: "Behöver du gå? Ett brev kan vänta, och du läser svaret när du vill.",
    byLetter: "Skriv ett brev",
    asLetter: "Gör det till ett brev",
    whilePhone: "Vill du hellre prata? Ring ",
    leaveQueue: "Lämna kön",
    leaveQueueSure: "Lämna kön? Din plats går till nästa.",
    leaveQueueYes: "Ja, lämna kön",
    stay: "Nej, stanna",

    meetTitle: (alias: string) => `${alias} är här`,
    meet: (alias: string) => `Vi har kontrollerat att ${alias} hör hit. Nu öppnar vi.`,
    back: (alias: string) => `${alias} är tillbaka.`,
    withTitle: (names: string) => `Du skriver med ${names}`,
    and: "och",
    joinTitle: (alias: string) => `${alias} vill vara med`,
    join: (alias: string) => `${alias} arbetar också här, och får snart läsa det ni har skrivit.`,
    joinYes: "Det går bra",
    joinNo: "Nej",
    joinHeld: (alias: string) =>
      `Du bestämmer. ${alias} släpps inte in om du inte vill. Vill du i stället avsluta samtalet och radera det?`,

    log: "Samtalet",
    you: "Du",
    write: "Skriv här",
    send: "Skicka",
    sendLater: "Du kan skicka när någon är här.",
    enterHint: "Enter skickar. Skift + Enter ger ny rad.",
    newest: "Nytt längre ner",
    sending: "På väg …",
    sent: "Skickat",
    delivered: "Framme",
    seen: "Läst",
    types: (alias: string) => `${alias} skriver …`,
    came: (alias: string) => `${alias} är här.`,
    went: (alias: string) => `${alias} har gått.`,
    pausedMe: (minutes: number) =>
      `Du har tappat nätet. Vi försöker igen hela tiden, och inget är borta. Samtalet väntar i ${minutes} minuter.`,
    pausedQueue: (minutes: number) =>
      `Du har tappat nätet. Vi försöker igen hela tiden. Din plats väntar i ${minutes} minuter.`,
    pausedOther: (alias: string) =>
      `${alias} har tappat nätet. Inget är borta. Dröjer det frågar vi en kollega. Skriv gärna vidare.`,
    missing: "Något som skrevs kom aldrig fram hit. Be gärna om att få det en gång till.",

    end: "Avsluta och radera",
    endSure: "Avsluta och radera? Allt ni har skrivit försvinner, för er båda.",
    endYes: "Ja, avsluta och radera",
    endNo: "Nej, fortsätt",
    ending: "Raderar …",

    overTitle: "Samtalet är slut",
    overQueueTitle: "Du har lämnat kön",
    overYou: "Allt ni skrev är raderat: här, hos den som svarade och på vår server.",
    overYouUnsure: (minutes: number) =>
      `Allt är raderat här. Vi fick inget svar från servern, men om ${minutes} minuter är det raderat där också.`,
    overQueue: "Inget som du skrev har skickats, och inget är sparat.",
    overOther: "Den du skrev med har avslutat. Samtalet är raderat hos oss.",
    overLeft:
      "Det som står här nedanför finns bara på din skärm, tills du tömmer den eller lämnar sidan.",
    overTail: "Något av det sista kan saknas.",
    overAway: (minutes: number) =>
      `Kontakten var borta i mer än ${minutes} minuter. Samtalet är avslutat, och allt är raderat.`,
    overGone: "Samtalet finns inte kvar på servern. Allt är raderat.",
    overRefused: "Vi har avslutat samtalet, och allt är raderat.",
    emptyScreen: "Töm skärmen",
    waysOn: "Om du vill ha mer stöd",
    otherWays: "Andra vägar",
    newChat: "Skriv igen",
    historyHint: "Kom ihåg att webbläsarens historik kan visa att du varit här.",

    notHereTitle: "Den här chatten är för andra, men du är inte ensam",
    closedTitle: "Chatten är stängd just nu",
    closed: "Ingen är på plats i chatten nu.",
    look: "Titta igen",
    failTitle: "Det gick inte just nu",
  },
  en: {
    loading: "One moment …",
    close: "Close",
    cancel: "Cancel",
    again: "Try again",
    toStart: "To the start page",
    callUs: "Call us",
    inDanger: "In danger, call",
    demo: "This is a demonstration. Nobody answers here. In danger: call 112.",

    knockTitle: "One moment, we are opening",
    knock:
      "Your browser is solving a small task. It keeps robots away, so that we need not ask who you are.",
    knockProgress: "How far it has come",

    waitTitle: "You are in the queue",
    first: "You are first.",
    place: (place: number) => `You are number ${place}.`,
    placeUnknown: "Finding your place …",
    estimate: (least: number, most: number) =>
      `It usually takes ${least < 1 ? "at most " : least < most ? `${least} to ` : ""}${most} ${most === 1 ? "minute" : "minutes"}.`,
    estimateUnknown: "We don’t know how long it will take.",
    letGo: "The one you wrote with had to let go. You are first in the queue, and nothing is lost.",
    wentHome:
      "The one who was here has left, and we don’t know whether somebody is coming. Do stay, or take another way:",
    whileTitle: "While you wait",
    whileWrite:
      "Start writing if you like. It stays on your screen until somebody is here and you press Send.",
    whileLook: "Look here now and then. We make no sound.",
    whileLetter: "Do you need to go? A letter can wait, and you read the answer when you like.",
    byLetter: "Write a letter",
    asLetter: "Make it a letter",
    whilePhone: "Would you rather talk? Call ",
    leaveQueue: "Leave the queue",
    leaveQueueSure: "Leave the queue? Your place goes to the next one.",
    leaveQueueYes: "Yes, leave the queue",
    stay: "No, stay",

    meetTitle: (alias: string) => `${alias} is here`,
    meet: (alias: string) => `We have checked that ${alias} belongs here. Now we open.`,
    back: (alias: string) => `${alias} is back.`,
    withTitle: (names: string) => `You are writing with ${names}`,
    and: "and",
    joinTitle: (alias: string) => `${alias} would like to join`,
    join: (alias: string) =>
      `${alias} works here too, and can in a little while read what you two have written.`,
    joinYes: "That is fine",
    joinNo: "No",
    joinHeld: (alias: string) =>
      `You decide. ${alias} is not let in unless you want it. Would you rather end the conversation and delete it?`,

    log: "The conversation",
    you: "You",
    write: "Write here",
    send: "Send",
    sendLater: "You can send when somebody is here.",
    enterHint: "Enter sends. Shift + Enter makes a new line.",
    newest: "New further down",
    sending: "On its way …",
    sent: "Sent",
    delivered: "Arrived",
    seen: "Read",
    types: (alias: string) => `${alias} is writing …`,
    came: (alias: string) => `${alias} is here.`,
    went: (alias: string) => `${alias} has left.`,
    pausedMe: (minutes: number) =>
      `You have lost the network. We keep trying, and nothing is lost. The conversation waits for ${minutes} minutes.`,
    pausedQueue: (minutes: number) =>
      `You have lost the network. We keep trying. Your place waits for ${minutes} minutes.`,
    pausedOther: (alias: string) =>
      `${alias} has lost the network. Nothing is lost. If it takes long we ask a colleague. Do go on writing: everything arrives.`,
    missing: "Something that was written never arrived here. Do ask to have it once more.",

    end: "End and delete",
    endSure: "End and delete? All that you have written disappears, for both of you.",
    endYes: "Yes, end and delete",
    endNo: "No, go on",
    ending: "Deleting …",

    overTitle: "The conversation is over",
    overQueueTitle: "You have left the queue",
    overYou: "All that you wrote is deleted: here, with the one who answered, and on our server.",
    overYouUnsure: (minutes: number) =>
      `Everything is deleted here. The server did not answer us, but in ${minutes} minutes at the latest it is deleted there too.`,
    overQueue: "Nothing that you wrote has been sent, and nothing is kept.",
    overOther: "The one you wrote with has ended it. The conversation is deleted with us.",
    overLeft: "What stands below is only on your screen, until you empty it or leave the page.",
    overTail: "Something of the last that was said may have been lost on the way.",
    overAway: (minutes: number) =>
      `The connection was gone for more than ${minutes} minutes. Then a conversation ends by itself, and everything is deleted.`,
    overGone: "The conversation is no longer on the server. Everything is deleted.",
    overRefused: "The conversation was ended from our side, and everything is deleted.",
    emptyScreen: "Empty the screen",
    waysOn: "If you want more support",
    otherWays: "Other ways",
    newChat: "Write again",
    historyHint: "Remember that the browser’s history can show that you have been here.",

    notHereTitle: "This chat is for others, but you are not alone",
    closedTitle: "The chat is closed just now",
    closed: "Nobody is in the chat now.",
    look: "Look again",
    failTitle: "It did not work just now",
  },
});
