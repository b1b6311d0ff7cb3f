import { defineMessages } from "../ui/languages.ts";

/** Becoming a member, and a member's own page. A change of what she agrees to needs a new CONSENT_VERSION. */
export const publicMessages = defineMessages({
  sv: {
    toStart: "Till startsidan",
    joinTab: "medlem",
    joinTitle: "Bli medlem",
    joinLead:
      "Som medlem stöder du jouren och är med och bestämmer: du kallas till årsmötet och har en röst där. Styrelsen läser din ansökan och hör av sig.",
    fee: (kronor: number) => `Medlemsavgiften är ${kronor} kr om året.`,
    noFee: "Det kostar inget att vara medlem.",
    forHelp: "Behöver du stöd? Då ska du inte bli medlem först, och inte skriva här.",
    forHelpLink: "Hit om du behöver stöd",
    faults: "Något fattas. Det står vid fältet vad. Inget är skickat än.",
    "limit-reached":
      "Många har skrivit idag. Det du skrev står kvar, men är inte skickat. Försök igen i morgon.",
    refused: "Det gick inte att läsa formuläret. Inget är skickat. Försök igen.",
    name: "Ditt namn",
    mail: "Din e-post",
    mailHint:
      "Hit kommer kallelsen till årsmötet, i jourens namn. Läser någon annan din e-post? Lämna tomt och skriv en postadress.",
    address: "Postadress",
    addressHint: "Behövs bara om du inte lämnar e-post. Då kommer kallelsen som brev.",
    missing: "Det här behöver vi veta.",
    "too-long": "Det blev för långt.",
    "no-address": "Det ser inte ut som en e-postadress.",
    "no-way": "Lämna e-post eller en postadress, så att vi kan kalla dig till årsmötet.",
    kept: "Det här sparar vi",
    keptWhat:
      "Vad: ditt namn, din e-post eller postadress, sedan när du är medlem, vilka år du har betalat, och när du sa ja till det här.",
    keptWhy: "Varför: för att kunna kalla dig till årsmötet och veta vem som har rösträtt.",
    keptHow:
      "Hur: låst i jourens system. Servern läser det bara medan den arbetar med det, som när kallelsen skickas.",
    keptWho:
      "Styrelsen och samordnarna ser det, ingen annan. Det hålls isär från dem som söker stöd och från volontärerna.",
    keptLong:
      "Hur länge: tills du går ur. Blir du inte medlem raderas ansökan efter högst tre månader.",
    keptRight:
      "Din rätt: på din egen sida ser du allt, rättar det, och går ur när du vill. Du kan också klaga hos Integritetsskyddsmyndigheten.",
    consent: "Jag vill bli medlem, och säger ja till att jouren sparar det här om mig.",
    consentMissing: "Sätt ett kryss om du säger ja. Annars kan vi inte ta emot din ansökan.",
    trap: "Webbplats (lämna tomt)",
    leaveEmpty: "Lämna det här fältet tomt.",
    send: "Skicka ansökan",
    askedTitle: "Tack, din ansökan har kommit fram",
    askedText:
      "Styrelsen läser den. När du är medlem får du ett mejl eller brev med länken till din egen sida.",
    leftTitle: "Du är inte längre medlem",
    leftText: "Allt som jouren hade om dig som medlem är raderat. Tack för tiden.",
    closedTitle: "Här går det inte att bli medlem just nu",
    closedText: "Jouren tar inte emot medlemmar genom sidan. Du kan skriva under Kontakta oss.",
    unknownTitle: "Länken öppnar ingenting",
    unknownText:
      "Den kan ha blivit avklippt, eller så är medlemskapet avslutat och allt raderat. Fråga styrelsen om du är osäker.",
    attendanceTitle: "Närvaron är stängd",
    attendanceText:
      "Du är inte noterad. Mötet har inte öppnats än, eller är slut. Fråga sekreteraren på mötet.",
    motionsTitle: "Motionen är inte mottagen",
    motionsText:
      "Tiden för motioner är slut, eller så är mötet inte kallat än. Inget är ändrat. Fråga styrelsen om du är osäker.",
    fullTitle: "Motionen är inte mottagen",
    fullText: "Du har redan skrivit så många motioner till mötet som går. Ta tillbaka en först.",
    minutesTitle: "Ditt svar är inte noterat",
    minutesText:
      "Protokollet har ändrats sedan du läste det, eller är redan låst. Gå tillbaka, ladda om sidan och läs det igen.",
    confirmed: "Tack. Det är noterat att du har justerat protokollet.",
    ownTab: "min sida",
    ownTitle: "Ditt medlemskap",
    ownLead:
      "Bara den som har länken kommer hit. Visa den inte för någon, och stäng sidan när du är klar.",
    saved: "Sparat.",
    ofYou: "Det här har vi om dig",
    since: "Medlem sedan",
    agreed: "Ditt ja",
    "agreed-page": (day: string, version: string) => `Genom sidan ${day} (texten ${version})`,
    "agreed-paper": (day: string, version: string) =>
      `Till styrelsen, noterat ${day} (texten ${version})`,
    "agreed-file": (day: string) => `Sedan ${day}, enligt styrelsen när registret lästes in`,
    fees: "Avgifter",
    noFees: "Ingen noterad än.",
    feeOf: (year: number, kronor: number) => `${year}: ${kronor} kr`,
    correct: "Rätta",
    save: "Spara",
    leave: "Gå ur",
    leaveSays: "Du behöver inte säga varför. Det som är raderat går inte att få tillbaka.",
    leaving: (day: string) =>
      `Du är medlem till och med ${day}. Dagen efter raderas allt om dig som medlem.`,
    stay: "Jag stannar ändå",
    "year-end": "Vid årets slut. Jag är medlem till dess.",
    now: "Nu. Radera allt direkt.",
    leaveNow: "Gå ur",
  },
  en: {
    toStart: "To the front page",
    joinTab: "member",
    joinTitle: "Become a member",
    joinLead:
      "As a member you support the centre and have a say: you are called to the annual meeting and have a vote there. The board reads your application and answers.",
    fee: (kronor: number) => `The membership fee is ${kronor} kronor a year.`,
    noFee: "Membership is free.",
    forHelp: "Do you need support? Then do not become a member first, and do not write here.",
    forHelpLink: "This way if you need support",
    faults: "Something is missing. It is told beside the field. Nothing is sent yet.",
    "limit-reached":
      "Many have written today. What you wrote is still here, but is not sent. Try again tomorrow.",
    refused: "The form could not be read. Nothing is sent. Try again.",
    name: "Your name",
    mail: "Your e-mail",
    mailHint:
      "The call to the annual meeting comes here, in the centre’s name. Does somebody else read your mail? Leave it empty and write a postal address.",
    address: "Postal address",
    addressHint: "Needed only when you leave no e-mail. Then the call comes as a letter.",
    missing: "This we need to know.",
    "too-long": "That became too long.",
    "no-address": "That does not look like a mail address.",
    "no-way": "Leave an e-mail or a postal address, so that we can call you to the annual meeting.",
    kept: "What we keep",
    keptWhat:
      "What: your name, your e-mail or postal address, since when you are a member, which years you have paid, and when you agreed to this.",
    keptWhy: "Why: to call you to the annual meeting, and to know who may vote.",
    keptHow:
      "How: locked in the centre’s system. The server reads it only while it works with it, as when the call is sent.",
    keptWho:
      "The board and the coordinators see it, and nobody else. It is kept apart from those who seek support and from the volunteers.",
    keptLong:
      "How long: until you leave. If you do not become a member, the application is deleted after three months at most.",
    keptRight:
      "Your right: on your own page you see all of it, correct it, and leave when you want. You may also complain to the Swedish Authority for Privacy Protection.",
    consent: "I want to become a member, and agree that the centre keeps this about me.",
    consentMissing: "Tick here if you agree. Otherwise we cannot receive your application.",
    trap: "Website (leave empty)",
    leaveEmpty: "Leave this field empty.",
    send: "Send the application",
    askedTitle: "Thank you, your application has arrived",
    askedText:
      "The board reads it. When you are a member you get a mail or a letter with the link to your own page.",
    leftTitle: "You are no longer a member",
    leftText: "All that the centre had about you as a member is deleted. Thank you for your time.",
    closedTitle: "One cannot become a member here just now",
    closedText: "The centre takes no members by its site. You may write by Contact us.",
    unknownTitle: "The link opens nothing",
    unknownText:
      "It may have been cut off, or the membership has ended and all is deleted. Ask the board if you are not sure.",
    attendanceTitle: "Attendance is closed",
    attendanceText:
      "You are not noted. The meeting has not been opened yet, or is over. Ask the secretary at the meeting.",
    motionsTitle: "The motion was not taken",
    motionsText:
      "The time for motions is over, or the meeting is not called yet. Nothing is changed. Ask the board if you are not sure.",
    fullTitle: "The motion was not taken",
    fullText: "You have written as many motions to the meeting as can be. Take one back first.",
    minutesTitle: "Your answer is not noted",
    minutesText:
      "The minutes have changed since you read them, or are locked already. Go back, load the page anew and read them again.",
    confirmed: "Thank you. It is noted that you have adjusted the minutes.",
    ownTab: "my page",
    ownTitle: "Your membership",
    ownLead:
      "Only whoever has the link comes here. Show it to nobody, and close the page when you are done.",
    saved: "Saved.",
    ofYou: "What we have about you",
    since: "Member since",
    agreed: "Your consent",
    "agreed-page": (day: string, version: string) => `By the page ${day} (words ${version})`,
    "agreed-paper": (day: string, version: string) =>
      `To the board, noted ${day} (words ${version})`,
    "agreed-file": (day: string) =>
      `Since ${day}, by the board’s word when the register was read in`,
    fees: "Fees",
    noFees: "None noted yet.",
    feeOf: (year: number, kronor: number) => `${year}: ${kronor} kronor`,
    correct: "Correct",
    save: "Save",
    leave: "Leave",
    leaveSays: "You need not say why. What is deleted cannot be brought back.",
    leaving: (day: string) =>
      `You are a member until ${day}. On the day after, all about you as a member is deleted.`,
    stay: "I stay after all",
    "year-end": "At the end of the year. I am a member until then.",
    now: "Now. Delete all at once.",
    leaveNow: "Leave",
  },
});
