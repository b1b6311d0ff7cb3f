import { defineMessages } from "../../ui/languages.ts";

export const messages = defineMessages({
  sv: {
    title: "Öva",
    lead: "En övning på fem minuter, på påhittade nycklar i den här webbläsaren. Inget skickas och inget i jouren ändras.",
    start: "Börja öva",
    again: "Öva en gång till",
    stop: "Sluta öva",
    badge: "Övning",
    you: "du",
    berit: "Berit",
    sahar: "Sahar",
    alva: "Alva",
    holders: (names: string, entries: number) =>
      `Bär en nyckel: ${names}. Kedjan har ${entries} rader.`,
    mine: "Siffrorna på din skärm",
    hers: "Sahar läser upp från sin skärm",
    next: "Vidare",
    same: "De är lika: skriv under",
    differ: "De är inte lika",
    "three-of-you":
      "Du, Berit och Sahar bär var sin nyckel. Två av tre måste skriva under det som rör hela jouren.",
    lost: "Berit ringer. Telefonen är stulen, och pappret med återställningskoden hittar hon inte. Ni är två kvar, och det räcker. Ni bestämmer att Alva ska bära en nyckel i stället. Du föreslår det och skriver under.",
    forged: "Förslaget når Sahar. Ni ringer varandra och läser siffrorna, grupp för grupp.",
    fooled:
      "Där gick det fel. På Sahars skärm hade någon bytt ut Alvas nyckel mot sin egen. Hade Sahar skrivit under hade en okänd burit en nyckel. Bara siffrorna visade det. Gör om det.",
    caught:
      "Rätt. Någon hade bytt ut Alvas nyckel på Sahars skärm. Skriv aldrig under då: ta bort förslaget, och ring den som sköter servern. Ni föreslår det igen, på en annan uppkoppling.",
    alike: "Ni läser siffrorna igen.",
    replaced:
      "Sahar skrev under, och Alva sade själv ja med sin nyckel. Berits gamla nyckel gäller inte längre. Jourens fingeravtryck är detsamma.",
    older:
      "En vecka senare loggar du in på en ny dator. Servern visar kedjan som den var förut, med Berits nyckel kvar. Din inloggning minns hur lång kedjan var, och webbläsaren vägrar:",
    done: "Klart. Du har bytt ut en nyckelbärare, upptäckt en förfalskning och sett en gammal kedja avvisas. Gör det en gång om året, och när någon ny bär en nyckel.",
    list: (names: readonly string[]) =>
      new Intl.ListFormat("sv", { type: "conjunction" }).format(names),
  },
  en: {
    title: "Rehearse",
    lead: "A drill of five minutes, on made-up keys in this browser. Nothing is sent and nothing at the centre changes.",
    start: "Begin the drill",
    again: "Once more",
    stop: "Stop the drill",
    badge: "Drill",
    you: "you",
    berit: "Berit",
    sahar: "Sahar",
    alva: "Alva",
    holders: (names: string, entries: number) =>
      `Custodians: ${names}. The chain has ${entries} entries.`,
    mine: "The digits on your screen",
    hers: "Sahar reads from hers",
    next: "Go on",
    same: "They are the same: sign",
    differ: "They are not the same",
    "three-of-you":
      "You, Berit and Sahar hold a key each. Two of three must sign what concerns the whole centre.",
    lost: "Berit calls. Her phone was stolen, and she cannot find the paper with the recovery code. Two of you are left, and that is enough. You decide that Alva shall hold a key instead. You propose it and sign.",
    forged: "The proposal reaches Sahar. You call each other and read the digits, group by group.",
    fooled:
      "That went wrong. On Sahar's screen somebody had put a key of his own in the place of Alva's. Had Sahar signed, a stranger would have held a key. Only the digits showed it. Do it again.",
    caught:
      "Right. Somebody had swapped Alva's key on Sahar's screen. Never sign then: remove the proposal, and call whoever runs the server. You propose it again, by another connection.",
    alike: "You read the digits again.",
    replaced:
      "Sahar signed, and Alva said yes herself with her key. Berit's old key counts no longer. The fingerprint of the centre is the same.",
    older:
      "A week later you sign in at a new computer. The server shows the chain as it was, with Berit's key in it. Your sign-in remembers how long the chain was, and the browser refuses:",
    done: "Done. You have replaced a custodian, found a forgery and seen an old chain refused. Do it once a year, and whenever somebody new holds a key.",
    list: (names: readonly string[]) =>
      new Intl.ListFormat("en", { type: "conjunction" }).format(names),
  },
});
