import { defineMessages } from "../ui/languages.ts";

/** The doors of the chat, as whoever is on call sees them. */
export const doorMessages = defineMessages({
  sv: {
    title: "Chatten just nu",
    lead: "Antal och väntetider. Aldrig något av vad som skrivs.",
    open: "Öppen",
    closed: "Stängd",
    "enough-present": "Tillräckligt många är på plats.",
    "by-hand": "Bakjouren har bestämt det.",
    "nobody-present": "Ingen är på plats.",
    "too-few": "För få är på plats.",
    "only-newcomers": "Bara nya är på plats. Någon van behövs.",
    "not-yet": "En öppningstid är meddelad.",
    "last-entry": "Sista insläpp har varit. De som väntar hinner svar.",
    over: "Passet är slut. De som väntar kan göra ett brev av det.",
    present: (here: number, of: number) => `${here} av ${of} på plats`,
    waiting: (count: number, minutes: number) =>
      count === 0
        ? "Ingen väntar."
        : count === 1
          ? `1 väntar, sedan ${minutes} min.`
          : `${count} väntar, den första sedan ${minutes} min.`,
    opensAt: (time: string) => `Meddelad öppning: ${time}.`,
    endsAt: (time: string) => `Passet slutar ${time}.`,
    called: (time: string) => `Någon på passet bad dig titta in ${time}.`,
    openNow: "Öppna nu",
    closeNow: "Stäng nu",
    follow: "Låt den följa passet",
    later: "Öppnar senare: om",
    laterMinutes: (minutes: number) => `${minutes} min`,
    announce: "Meddela",
    takeBack: "Ta tillbaka tiden",
    closeSays: "Den som väntar får göra ett brev av det i ett steg.",
    settings: "När öppnar dörren?",
    needed: "Så många behövs när inget pass är planerat",
    lastEntry: "Sista insläpp, minuter före passets slut",
    save: "Spara",
    call: "Be bakjouren titta in",
    askMove: (name: string) => `Fråga den som väntat längst om hon vill till ${name}`,
    askMoveSays:
      "Hon får frågan på sin skärm och bestämmer själv. Du får inte veta vem hon är. Var och en får frågan en gång.",
    moveAsked: "Frågan är ställd. Hon bestämmer själv; säger hon ja ser du det på väntetiderna.",
    nobodyToAsk:
      "Ingen som väntar kan få frågan just nu, eller så har det stängt där. Inget har ändrats.",
    reserves: "Kalla in reserverna",
    told: "Reserverna har fått ett mejl som bara säger en tid.",
    nobodyTold:
      "Ingen kunde nås: inget pass är planerat nu, eller ingen i reserv har lämnat en adress. Ring dem.",
    done: "Klart.",
    calledIn: "Bakjouren har fått veta det.",
    failed: "Det gick inte just nu. Inget har ändrats. Försök igen om en stund.",
  },
  en: {
    title: "The chat just now",
    lead: "Counts and waits. Never anything of what is written.",
    open: "Open",
    closed: "Closed",
    "enough-present": "Enough are there.",
    "by-hand": "Whoever is on call has decided it.",
    "nobody-present": "Nobody is there.",
    "too-few": "Too few are there.",
    "only-newcomers": "Only newcomers are there. Somebody experienced is needed.",
    "not-yet": "A time of opening is announced.",
    "last-entry": "The last one has come in. Those who wait will be answered.",
    over: "The shift is over. Those who wait can make a letter of it.",
    present: (here: number, of: number) => `${here} of ${of} there`,
    waiting: (count: number, minutes: number) =>
      count === 0
        ? "Nobody waits."
        : count === 1
          ? `1 waits, for ${minutes} min.`
          : `${count} wait, the first for ${minutes} min.`,
    opensAt: (time: string) => `Announced opening: ${time}.`,
    endsAt: (time: string) => `The shift ends ${time}.`,
    called: (time: string) => `Somebody on the shift asked you to look in at ${time}.`,
    openNow: "Open now",
    closeNow: "Close now",
    follow: "Let it follow the shift",
    later: "Opens later: in",
    laterMinutes: (minutes: number) => `${minutes} min`,
    announce: "Announce",
    takeBack: "Take the time back",
    closeSays: "Whoever waits may make a letter of it, in one step.",
    settings: "When does the door open?",
    needed: "So many are needed when no shift is planned",
    lastEntry: "Last entry, minutes before the end of a shift",
    save: "Save",
    call: "Ask whoever is on call to look in",
    askMove: (name: string) => `Ask the one who has waited longest to go to ${name}`,
    askMoveSays:
      "She gets the question on her screen and decides herself. You do not learn who she is. Each is asked once.",
    moveAsked: "The question is put. She decides; if she says yes you see it by the waits.",
    nobodyToAsk:
      "Nobody who waits can be asked just now, or it has closed there. Nothing has changed.",
    reserves: "Call in the reserves",
    told: "The reserves have got a mail that says no more than a time.",
    nobodyTold:
      "Nobody could be reached: no shift is planned now, or nobody in reserve has left an address. Phone them.",
    done: "Done.",
    calledIn: "Whoever is on call has been told.",
    failed: "It did not work just now. Nothing has changed. Try again in a while.",
  },
});
