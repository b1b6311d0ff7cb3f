import { defineMessages } from "../ui/languages.ts";

/** Calling in, handing over, ending, and what is said when something did not work. */
export const messages = defineMessages({
  sv: {
    more: "Mer",
    callIn: "Kalla in",
    handOver: "Lämna över",
    callTitle: "Kalla in en kollega",
    callLead:
      "Kollegan läser det som är skrivet och skriver med. Den som skriver får se vem som kommer, innan.",
    handTitle: "Lämna över samtalet",
    handLead: "Kollegan kommer in och läser det som är skrivet. Sedan säger du hej då och lämnar.",
    whom: "Vem?",
    nobodyFree: "Ingen annan är i tjänst just nu.",
    nobodyHint:
      "Ring en kollega enligt er rutin; den som går i tjänst syns här. Måste du gå nu kan du ge tillbaka samtalet till kön.",
    atLimit: "har fullt",
    note: "Bara till kollegan",
    noteHint: "Låst så att bara kollegan kan läsa. Vad är viktigast att veta först?",
    ask: "Fråga kollegan",
    calledState: (alias: string) => `${alias} har fått frågan.`,
    knockingState: (alias: string) => `${alias} är på väg in.`,
    knockingHint:
      "Den som skriver ser det och kan säga nej. Dröjer det: fråga i samtalet om det går bra.",
    calledHint: "Skriv vidare så länge. Det syns här när kollegan är med.",
    askAnother: "Fråga någon annan",
    declinedState: (alias: string) => `${alias} kan inte just nu.`,
    joinedState: (alias: string) => `${alias} är med.`,
    joinedHand: "Säg att ni byter, och att samtalet är i goda händer. Lämna när det känns rätt.",
    joinedCall: "Ni skriver nu alla tre.",
    noteLost: "Din anteckning gick inte fram. Skriv den gärna en gång till.",
    leave: "Lämna samtalet",
    done: "Klart",
    end: "Avsluta",
    endTitle: "Avsluta samtalet?",
    endLead: "Har ni sagt hej då? Båda ser att samtalet är slut.",
    endDeletes:
      "Allt som ni har skrivit raderas hos dig och på servern och går inte att få tillbaka. Den som skriver har det kvar på sin skärm tills sidan töms eller lämnas. I statistiken blir en siffra kvar: månad, dörr och ungefär hur länge.",
    endDo: "Avsluta och radera",
    keepOn: "Fortsätt samtalet",
    release: "Ge tillbaka till kön",
    releaseTitle: "Ge tillbaka samtalet till kön?",
    releaseLead:
      "Bara när du måste gå och ingen kan ta över. Den som skriver får stå först i kön, ser att någon letas, och kan visa nästa allt som är skrivet.",
    releaseDo: "Ge tillbaka",
    leaveTitle: "Lämna samtalet?",
    leaveLead: "Din kollega är kvar. Hos dig raderas det som är skrivet.",
    letters: "Föreslå brev",
    lettersTitle: "Föreslå att ni fortsätter som brev?",
    lettersDo: "Skicka förslaget",
    lettersLead:
      "Den som skriver får en knapp. Samtalet fortsätter som vanligt tills hon väljer; väljer hon brev avslutas det och raderas, och brevet kommer till brevgruppen.",
    block: "Avsluta och spärra",
    blockTitle: "Avsluta och spärra?",
    blockLead:
      "För den som hotar, trakasserar eller driver med er. Inte för den som är arg, rädd, full eller svår att förstå. Fliken spärras; ingen adress sparas.",
    blockWith: "En kollega i tjänst får frågan och behöver hålla med. Till dess är samtalet öppet.",
    blockAlone: "Du är ensam i tjänst. Samtalet avslutas genast, och ni går igenom det efteråt.",
    blockDo: "Avsluta och spärra",
    blockAsked:
      "En kollega har fått frågan om att avsluta och spärra. Du behöver inte svara så länge.",
    overHere: "Samtalet är slut.",
    overThere: "Den som skrev avslutade samtalet.",
    overUnconfirmed: "Något av det sista kom kanske aldrig fram.",
    overUnheard: "Vi vet inte om det sista du skrev, och ditt hej då, kom fram till den andra.",
    overDeleted: "Det som skrevs är raderat här och på servern.",
    abandoned:
      "Den som skrev kom inte tillbaka i tid. Samtalet är slut, och det som skrevs är raderat.",
    expired: "Samtalet nådde den längsta tiden och är slut. Det som skrevs är raderat.",
    gone: "Samtalet finns inte längre. Det avslutades medan din uppkoppling var bruten. Det som skrevs är raderat.",
    left: "Du har lämnat samtalet. Din kollega är kvar.",
    released: "Samtalet är tillbaka i kön och står först. Hos dig är det som skrevs raderat.",
    refused:
      "Servern stängde samtalet för dig. Det kan bero på att passet tog slut. Hos den som skriver är allt kvar, och den som är i tjänst kan ta vid.",
    elsewhere: "Samtalet har öppnats på ett annat ställe där du är inloggad. Det fortsätter där.",
    howWasIt: "Hur känns det?",
    howHint: "Bara för dig. Det du trycker på här sparas inte och skickas inte.",
    count: "Räkna det som ett tungt samtal",
    countHint:
      "Om du vill: ett tal för månaden på Min sida, så att det syns när det blir många. Inget om samtalet. Samordnarna ser bara inga, några eller många.",
    counted: "Räknat. Du ser det på Min sida.",
    countBack: "Ta tillbaka",
    countFailed: "Det gick inte att räkna just nu. Du kan göra det på Min sida senare.",
    fine: "Bra",
    heavy: "Tungt",
    talk: "Jag vill prata med någon",
    fineSay: "Fint. Ta en klunk vatten innan nästa.",
    heavySay:
      "Det är inte konstigt. Res dig, gå ett varv, drick något. Vänta fem minuter med nästa; den som väntar märker om du är här på riktigt. Ta med det till handledningen.",
    talkSay: (aliases: string) =>
      aliases === ""
        ? "Du är ensam i tjänst just nu. Ring samordnaren eller den som er rutin säger, i kväll, inte i morgon. Du kan gå av passet när du vill."
        : `I tjänst med dig: ${aliases}. Hör av dig nu, på det sätt ni brukar. Ingen ska bära det ensam.`,
    putAway: "Klar",
    faultTitle: "Det gick inte",
    faultTaken: "Någon annan hann före. Den som väntar får svar; du behöver inte göra något.",
    faultGone: "Samtalet är slut. Ingenting finns kvar att göra här.",
    faultLimit:
      "Gränsen för samtal på en gång är nådd. Inget har ändrats. Avsluta eller lämna över ett först.",
    faultNotOnDuty:
      "Du är inte längre i tjänst, så det gick inte. Inget har ändrats. Gå i tjänst igen.",
    faultNotAllowed: "Det får du inte göra i det här samtalet just nu. Inget har ändrats.",
    faultSignIn: "Du har loggats ut. Dina samtal finns kvar här; lås upp så fortsätter de.",
    faultLetters:
      "Brev går inte att ta emot just nu, så förslaget skickades inte. Samtalet fortsätter som vanligt.",
    faultNetwork: "Servern svarar inte just nu. Inget har gått förlorat. Försök igen om en stund.",
    faultOurs:
      "Något gick fel hos oss. Det som är skrivet finns kvar. Försök igen, och säg till samordnaren om det händer igen.",
    problemEmpty: "Det finns inget att skicka än.",
    problemFull: "Samtalet är fullt. Det nyaste kom inte med, resten är kvar. Börja ett nytt.",
    problemLong: "Det är för långt för ett meddelande. Texten är kvar: dela den i två.",
    problemWait: "Ni har ingen gemensam nyckel än. Texten är kvar; skicka om en liten stund.",
    problemFork:
      "Ni har inte fått se samma sak av servern. Något kan saknas, eller stå i fel ordning. Fråga en gång till om det som är viktigt, och säg till den som sköter servern.",
    problemEnded: "Samtalet är slut, så det gick inte att skicka.",
    problemDuty:
      "Din underskrift för passet gäller inte längre. Texten är kvar. Förläng passet, och ladda sedan om sidan; samtalet följer med.",
    problemTrust:
      "Jourens register gäller inte just nu, så samtalet kan inte kontrolleras. En samordnare behöver logga in och förnya den. Det som är skrivet är kvar.",
    problemCheck:
      "Något som kom gick inte att kontrollera och visas därför inte. Det som står här är kvar. Händer det igen: ladda om sidan, samtalet följer med, och berätta för samordnaren.",
  },
  en: {
    more: "More",
    callIn: "Call in",
    handOver: "Hand over",
    callTitle: "Call a colleague in",
    callLead:
      "The colleague reads what has been written and writes too. The one who writes sees who comes, before.",
    handTitle: "Hand the conversation over",
    handLead:
      "The colleague comes in and reads what has been written. Then you say goodbye and leave.",
    whom: "Whom?",
    nobodyFree: "Nobody else is on duty just now.",
    nobodyHint:
      "Phone a colleague by your routine; whoever goes on duty shows here. If you must go now, you can give the conversation back to the queue.",
    atLimit: "is full",
    note: "To the colleague only",
    noteHint: "Locked so that only your colleague can read it. What matters most?",
    ask: "Ask the colleague",
    calledState: (alias: string) => `${alias} has been asked.`,
    knockingState: (alias: string) => `${alias} is coming in.`,
    knockingHint:
      "The one who writes sees it and can say no. If it takes long: ask in the conversation if it is all right.",
    calledHint: "Go on writing meanwhile. It shows here when your colleague is in.",
    askAnother: "Ask somebody else",
    declinedState: (alias: string) => `${alias} cannot just now.`,
    joinedState: (alias: string) => `${alias} is in.`,
    joinedHand:
      "Say that you change places, and that all is in good hands. Leave when it feels right.",
    joinedCall: "All three of you write now.",
    noteLost: "Your note did not get through. Please write it once more.",
    leave: "Leave the conversation",
    done: "Done",
    end: "End",
    endTitle: "End the conversation?",
    endLead: "Have you said goodbye? Both of you see that it has ended.",
    endDeletes:
      "All that you have written is deleted here and on the server and cannot be had back. The one who writes keeps it on the screen until the page is cleared or left. In the statistics a number stays: month, door and roughly how long.",
    endDo: "End and delete",
    keepOn: "Go on",
    release: "Give back to the queue",
    releaseTitle: "Give the conversation back to the queue?",
    releaseLead:
      "Only when you must go and nobody can take over. The one who writes stands first in the queue, sees that somebody is being looked for, and can show the next all that has been written.",
    releaseDo: "Give back",
    leaveTitle: "Leave the conversation?",
    leaveLead: "Your colleague stays. What has been written is deleted here.",
    letters: "Suggest letters",
    lettersTitle: "Suggest that you go on as letters?",
    lettersDo: "Send the suggestion",
    lettersLead:
      "She who writes gets a button. The conversation goes on as usual until she chooses; if she chooses letters it ends and is deleted, and the letter comes to the letter team.",
    block: "End and block",
    blockTitle: "End and block?",
    blockLead:
      "For somebody who threatens, harasses or plays with you. Not for somebody who is angry, afraid, drunk or hard to understand. The tab is blocked; no address is kept.",
    blockWith: "A colleague on duty is asked and must agree. Until then the conversation is open.",
    blockAlone:
      "You are alone on duty. The conversation ends at once, and you go through it afterwards.",
    blockDo: "End and block",
    blockAsked:
      "A colleague has been asked about ending and blocking. You need not answer meanwhile.",
    overHere: "The conversation has ended.",
    overThere: "The one who wrote ended the conversation.",
    overUnconfirmed: "Something of the last may never have arrived.",
    overUnheard: "We do not know whether your last words and your goodbye reached the other.",
    overDeleted: "What was written is deleted here and on the server.",
    abandoned:
      "The one who wrote did not come back in time. The conversation has ended, and what was written is deleted.",
    expired: "The conversation reached its longest time and is over. What was written is deleted.",
    gone: "The conversation is no longer there. It ended while your connection was broken. What was written is deleted.",
    left: "You have left the conversation. Your colleague stays.",
    released:
      "The conversation is back in the queue and stands first. What was written is deleted here.",
    refused:
      "The server closed the conversation for you. Perhaps your shift ended. With the one who writes all is still there, and whoever is on duty can go on.",
    elsewhere:
      "The conversation has been opened in another place where you are signed in. It goes on there.",
    howWasIt: "How does it feel?",
    howHint: "Only for you. What you press here is neither stored nor sent.",
    count: "Count it as a hard conversation",
    countHint:
      "If you like: a number for the month on My page, so that you see when they become many. Nothing of the conversation. Coordinators see none, some or many.",
    counted: "Counted. You see it on My page.",
    countBack: "Take it back",
    countFailed: "It could not be counted just now. You can do it on My page later.",
    fine: "Good",
    heavy: "Heavy",
    talk: "I want to talk to somebody",
    fineSay: "Good. Have a sip of water before the next.",
    heavySay:
      "No wonder. Get up, walk a little, drink something. Wait five minutes with the next; whoever waits notices if you are really there. Bring it to supervision.",
    talkSay: (aliases: string) =>
      aliases === ""
        ? "You are alone on duty just now. Phone the coordinator, or whom your routine says, tonight, not tomorrow. You can go off duty whenever you want."
        : `On duty with you: ${aliases}. Get in touch now, the way you usually do. Nobody is to carry it alone.`,
    putAway: "Done",
    faultTitle: "That did not work",
    faultTaken:
      "Somebody else was faster. The one who waits gets an answer; there is nothing you need to do.",
    faultGone: "The conversation has ended. There is nothing left to do here.",
    faultLimit:
      "The limit for conversations at once is reached. Nothing has changed. End or hand over one first.",
    faultNotOnDuty:
      "You are no longer on duty, so it did not work. Nothing has changed. Go on duty again.",
    faultNotAllowed: "You may not do that in this conversation just now. Nothing has changed.",
    faultSignIn:
      "You have been signed out. Your conversations are still here; unlock, and they go on.",
    faultLetters:
      "Letters cannot be taken just now, so the suggestion was not sent. The conversation goes on as usual.",
    faultNetwork: "The server does not answer just now. Nothing is lost. Try again in a while.",
    faultOurs:
      "Something went wrong on our side. What has been written is still here. Try again, and tell the coordinator if it happens again.",
    problemEmpty: "There is nothing to send yet.",
    problemFull: "It is full. What is on its way was not sent, all else is kept. Begin anew.",
    problemLong: "That is too long for one message. The text is still there: divide it in two.",
    problemWait: "You do not share a key yet. The text is still there; send it in a little while.",
    problemFork:
      "The server has not shown all of you the same. Something may be missing, or stand in the wrong order. Ask once more about what matters, and tell whoever runs the server.",
    problemEnded: "The conversation has ended, so it could not be sent.",
    problemDuty:
      "Your signature for this shift is no longer good. The text is still there. Prolong the shift, then reload the page; the conversation comes along.",
    problemTrust:
      "The centre’s register is not valid just now, so the conversation cannot be checked. A coordinator must sign in and renew it. What has been written is still there.",
    problemCheck:
      "Something that came could not be checked and is therefore not shown. What stands here is still there. If it happens again: reload the page, the conversation comes along, and tell the coordinator.",
  },
});
