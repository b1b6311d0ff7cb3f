import { defineMessages } from "../ui/languages.ts";

/** What she reads who wants a talk. Names of letters' words stand here with the words of a request. */
export const counsellingMessages = defineMessages({
  sv: {
    chooseTitle: "Boka samtal",
    chooseLead:
      "Hos samtalsmottagningen får du prata med någon flera gånger. Det är gratis, och du behöver inte säga vem du är.",
    answersUnknown: "Vi svarar så snart vi kan. Hur lång tid det brukar ta vet vi inte än.",
    askTalk: "Be om ett samtal",
    askTalkHint: "Några korta frågor. Du bestämmer hur vi når dig.",
    askCompany: "Be om en stödperson",
    askCompanyHint: "Någon som följer med till polis, advokat, socialtjänst, domstol eller vård.",
    haveWords: "Jag har en förfrågan här",
    haveWordsHint: "Läs svaret, byt tid eller ta bort allt med dina sju ord.",
    notOffered: "Här går det inte att be om samtal just nu.",
    formTitle: "Be om ett samtal",
    companyTitle: "Be om en stödperson",
    formLead:
      "Bara samtalsmottagningen kan läsa det du svarar. Hoppa över det du inte vill svara på.",
    companyRead:
      "Teamet frågar sedan någon i jouren som kan följa med. Hon får veta vart, i vilken ort och vilken dag, och det teamet skriver till henne. Dina brev och hur du nås läser hon inte.",
    someMissing: "Något saknas. Det står vid frågan vad.",
    next: "Fortsätt",
    back: "Tillbaka",
    send: "Skicka förfrågan",
    sending: "Förfrågan är på väg",
    sentTitle: "Förfrågan har kommit fram",
    sentKept: "Kom tillbaka hit med dina sju ord när du vill läsa svaret eller välja en tid.",
    sentNotKept: "Vi har fått din förfrågan. Vi kan inte svara dig här.",
    withoutSays:
      "Då når förfrågan oss, men du kan varken läsa svar, byta tid eller ta bort den här. Har du inte bett oss ringa eller mejla kan vi aldrig nå dig.",
    wordsLead:
      "Med de här orden, och bara med dem, kan du läsa svaret, välja en tid eller ändra dig. Skriv av dem på ett papper, och göm det väl. Vi kan inte ta fram dem åt dig.",
    mailboxTitle: "Din förfrågan",
    team: "Samtalsmottagningen",
    eraseTitle: "Ta bort förfrågan?",
    eraseSays:
      "Din förfrågan, alla brev och bokade tider försvinner. De går inte att få tillbaka, och orden slutar gälla. Om någon skulle följa med dig får hon bara veta att det är inställt.",
    erasedSays:
      "Förfrågan, breven och bokade tider är raderade hos oss. Orden öppnar ingenting längre.",
    closedTitle: "Samtalsmottagningen är stängd just nu",
    closedSays:
      "Ingen hos oss kan ta emot förfrågningar just nu. Försök igen senare, eller ta en annan väg:",
    danger: "Är du i fara nu? Vänta inte på ett samtal. Ring",
  },
  en: {
    chooseTitle: "Book a talk",
    chooseLead:
      "At the counselling service you can talk with somebody several times. It is free, and you need not say who you are.",
    answersUnknown: "We answer as soon as we can. How long it usually takes we don’t know yet.",
    askTalk: "Ask for a talk",
    askTalkHint: "A few short questions. You decide how we reach you.",
    askCompany: "Ask for an accompanying supporter",
    askCompanyHint:
      "Somebody who comes with you to the police, a lawyer, the social services, court or health care.",
    haveWords: "I have a request here",
    haveWordsHint: "Read the answer, change the time or delete everything with your seven words.",
    notOffered: "Talks cannot be asked for here just now.",
    formTitle: "Ask for a talk",
    companyTitle: "Ask for an accompanying supporter",
    formLead:
      "Only the counselling service can read what you answer. Leave out whatever you do not want to answer.",
    companyRead:
      "The team then asks somebody at the centre who can come along. She is told where, in which town and on which day, and what the team writes to her. She does not read your letters or how you are reached.",
    someMissing: "Something is missing. It is told beside the question.",
    next: "Continue",
    back: "Back",
    send: "Send the request",
    sending: "The request is on its way",
    sentTitle: "The request has arrived",
    sentKept: "Come back here with your seven words to read the answer or to choose a time.",
    sentNotKept: "We have your request. We cannot answer you here.",
    withoutSays:
      "Then the request reaches us, but here you can neither read answers, change a time nor delete it. Unless you have asked us to call or mail we can never reach you.",
    wordsLead:
      "With these words, and with nothing else, you can read the answer, choose a time or change your mind. Copy them onto paper, and hide it well. They are Swedish words; we cannot find them again for you.",
    mailboxTitle: "Your request",
    team: "The counselling service",
    eraseTitle: "Delete the request?",
    eraseSays:
      "Your request, all letters and booked times disappear. They cannot be brought back, and the words stop working. If somebody was to come along with you she is told that it is called off, and nothing else.",
    erasedSays:
      "The request, the letters and booked times are deleted with us. The words open nothing any more.",
    closedTitle: "The counselling service is closed just now",
    closedSays: "Nobody here can receive requests just now. Try again later, or take another way:",
    danger: "Are you in danger now? Don’t wait for a talk. Call",
  },
});
