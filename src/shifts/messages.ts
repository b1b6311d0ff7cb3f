import { defineMessages } from "../ui/languages.ts";

export const messages = defineMessages({
  sv: {
    title: "Gå i tjänst",
    lead: "När du går i tjänst tänds lyktan: chatten öppnar, och den som behöver någon kan skriva till dig.",
    face: "För vem svarar du?",
    alias: "Namn under passet",
    aliasHint: (tree: string) =>
      `Det är allt som den som skriver får se av dig. Välj gärna ett annat än ditt eget. Lämnar du det tomt heter du ${tree}.`,
    until: "Hur länge?",
    untilHint: "Chatten stänger av sig själv då, om ingen annan är i tjänst. Du kan förlänga.",
    untilOption: (time: string, hours: number) => `till ${time} (${hours} tim)`,
    capacity: "Samtal på en gång",
    capacityHint: "Din egen gräns. Ett är gott nog, särskilt i början.",
    start: "Gå i tjänst",
    starting: "Tänder lyktan …",
    loading: "Hämtar ditt pass …",
    bar: "Ditt pass",
    onDuty: (time: string) => `I tjänst till ${time}`,
    as: (alias: string) => `som ${alias}`,
    because: "Chatten är öppen för att du är här.",
    soonOver: (minutes: number) =>
      minutes <= 1
        ? "Ditt pass slutar om mindre än en minut."
        : `Ditt pass slutar om ${minutes} minuter.`,
    soonOverHint: "Förläng om du vill fortsätta. Lämna annars över samtalen i lugn och ro.",
    prolong: "Förläng",
    prolongBy: (time: string) => `Till ${time}`,
    prolongTitle: "Hur länge till?",
    stop: "Gå av",
    longest: "Ett pass är högst 12 timmar. Gå av och i tjänst igen för att börja ett nytt.",
    expired:
      "Ditt pass är slut, och du är inte längre i tjänst. Hade du samtal öppna väntar de nu på en kollega. Tack för i dag.",
    stretched: (time: string) =>
      `Passet förlängdes till ${time} av sig självt, för att du har samtal som pågår.`,
    again: "Försök igen",
    close: "Stäng",
    foreign:
      "Du har redan ett pass, men nyckeln till det går inte att öppna här. Avsluta passet och gå i tjänst på nytt. Pågående samtal kan då inte fortsätta från den här datorn: be en kollega ta dem.",
    stopForeign: "Avsluta det passet",
    faultOpen:
      "Du har samtal som pågår, så du är kvar i tjänst. Avsluta dem eller lämna över dem först. Måste du gå nu: öppna samtalet och välj ”Ge tillbaka till kön”.",
    faultTrained:
      "Du behöver ett intyg som gäller för att gå i tjänst. Under Utbildning står vad som fattas; prata med en samordnare. Inget har ändrats.",
    faultOther: "Du är i tjänst för en annan del av jouren. Gå av där först. Inget har ändrats.",
    faultTrust:
      "Jourens register gick inte att hämta, så passet kunde inte skrivas under. Inget har ändrats. Försök igen om en stund; hjälper det inte behöver en samordnare logga in och förnya den.",
    faultRefused:
      "Servern godtog inte passet. Stämmer datorns klocka? Stämmer den behöver en samordnare se efter att du står i jourens register. Inget har ändrats.",
    faultPledge:
      "Du behöver läsa och skriva under jourens tystnadslöfte före passet. Det du fyllt i är kvar. Du hittar löftet på Min sida, under Löfte och utdrag.",
    faultExtract:
      "Ditt registerutdrag är inte visat än, så du kan inte gå i tjänst. Inget har ändrats. Visa utdraget för en samordnare; hon antecknar det och då öppnas det här.",
    faultLapsed:
      "Ditt registerutdrag har blivit för gammalt, så du kan inte gå i tjänst. Inget har ändrats. Beställ ett nytt hos polisen och visa det för en samordnare.",
    faultLeave:
      "Du är antecknad som ledig, så du kan inte gå i tjänst. Inget har ändrats. Är du tillbaka? Ändra det på Min sida, under Löfte och utdrag.",
    faultSignIn: "Du har loggats ut. Logga in igen; passet och samtalen finns kvar.",
    faultNetwork: "Servern svarar inte just nu. Inget har ändrats. Försök igen om en stund.",
    faultOurs:
      "Något gick fel hos oss. Inget har ändrats. Försök igen, och säg till samordnaren om det händer igen.",
  },
  en: {
    title: "Go on duty",
    lead: "When you go on duty the lantern is lit: the chat opens, and whoever needs somebody can write to you.",
    face: "For whom do you answer?",
    alias: "Name for this shift",
    aliasHint: (tree: string) =>
      `This is all that the one who writes sees of you. Best is another than your own. Leave it empty and you are called ${tree}.`,
    until: "For how long?",
    untilHint: "The chat closes by itself then, if nobody else is on duty. You can prolong.",
    untilOption: (time: string, hours: number) => `until ${time} (${hours} h)`,
    capacity: "Conversations at once",
    capacityHint: "Your own limit. One is good enough, above all in the beginning.",
    start: "Go on duty",
    starting: "Lighting the lantern …",
    loading: "Fetching your shift …",
    bar: "Your shift",
    onDuty: (time: string) => `On duty until ${time}`,
    as: (alias: string) => `as ${alias}`,
    because: "The chat is open because you are here.",
    soonOver: (minutes: number) =>
      minutes <= 1
        ? "Your shift ends in less than a minute."
        : `Your shift ends in ${minutes} minutes.`,
    soonOverHint: "Prolong if you want to go on. Else hand your conversations over, without hurry.",
    prolong: "Prolong",
    prolongBy: (time: string) => `Until ${time}`,
    prolongTitle: "How much longer?",
    stop: "Go off duty",
    longest: "A shift is 12 hours at most. Go off duty and on again to begin a new one.",
    expired:
      "Your shift is over, and you are no longer on duty. Conversations that were open wait for a colleague now. Thank you for today.",
    stretched: (time: string) =>
      `The shift was prolonged until ${time} by itself, because you have conversations open.`,
    again: "Try again",
    close: "Close",
    foreign:
      "You already have a shift, but its key cannot be opened here. End that shift and go on duty anew. Conversations that go on cannot be continued from this computer then: ask a colleague to take them.",
    stopForeign: "End that shift",
    faultOpen:
      "You have conversations open, so you are still on duty. End them or hand them over first. If you must go now: open the conversation and choose “Give back to the queue”.",
    faultTrained:
      "You need a certificate that counts in order to go on duty. Under Training it says what is missing; talk with a coordinator. Nothing has changed.",
    faultOther:
      "You are on duty for another part of the centre. Go off duty there first. Nothing has changed.",
    faultTrust:
      "The centre’s register could not be fetched, so the shift could not be signed. Nothing has changed. Try again in a while; if that does not help, a coordinator must sign in and renew it.",
    faultRefused:
      "The server did not accept the shift. Is this computer’s clock right? If it is, a coordinator must see that you stand in the centre’s register. Nothing has changed.",
    faultPledge:
      "You need to read and sign the centre’s pledge before the shift. What you filled in is still there. You find the pledge on My page, under Pledge and extract.",
    faultExtract:
      "Your register extract has not been shown yet, so you cannot go on duty. Nothing has changed. Show it to a coordinator; she notes it, and this opens.",
    faultLapsed:
      "Your register extract has become too old, so you cannot go on duty. Nothing has changed. Order a new one from the police and show it to a coordinator.",
    faultLeave:
      "You are noted as on leave, so you cannot go on duty. Nothing has changed. Are you back? Change it on My page, under Pledge and extract.",
    faultSignIn:
      "You have been signed out. Sign in again; the shift and the conversations are still there.",
    faultNetwork: "The server does not answer just now. Nothing has changed. Try again in a while.",
    faultOurs:
      "Something went wrong on our side. Nothing has changed. Try again, and tell the coordinator if it happens again.",
  },
});
