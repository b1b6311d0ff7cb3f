import { defineMessages } from "../../ui/languages.ts";

export const messages = defineMessages({
  sv: {
    noticeSign: "Något väntar på din underskrift. Du hittar det under Rotnyckeln.",
    noticeDue:
      "Det finns något som nyckelbärarna behöver skriva under. Du hittar det under Rotnyckeln.",
    noticeRekeyed: (name: string, day: string) =>
      `${name} har förlorat sina enheter och fick nya nycklar ${day}. Hon har jämfört siffror med en samordnare.`,
    title: "Rotnyckeln",
    lead: "Rotnyckeln avgör vilka samordnare som får skriva under jourens register. Varje nyckelbärare har en egen nyckel, som följer hennes inloggning. Det som rör hela jouren gäller först när så många som ni bestämt har skrivit under, var och en vid sin egen skärm.",
    loading: "Hämtar och kontrollerar kedjan …",
    again: "Försök igen",
    rule: (m: number, n: number) => (n === 1 ? "En nyckel." : `${m} av ${n} måste skriva under.`),
    alone:
      "Bara en person bär rotnyckeln. Förlorar hon alla sina vägar in måste jouren grundas på nytt. Gör två till till nyckelbärare, och låt två av tre skriva under.",
    either:
      "Var och en av er kan ensam ändra allt. Det kan också den som kommit över en enda nyckel. Låt två av tre skriva under.",
    safe: (spare: number) =>
      spare === 1
        ? "Ni klarar er om en av er förlorar alla sina vägar in."
        : `Ni klarar er om ${spare} av er förlorar alla sina vägar in.`,
    exact:
      "Ni är precis så många kvar som måste skriva under. Förlorar en till sina vägar in måste jouren grundas på nytt. Utse en till nu.",
    lostTitle: "För få nycklar är kvar",
    lostLead: (until: string) =>
      `Färre är kvar än de som måste skriva under, så rotnyckeln kan inte ändras mer. Inget är borta ännu: samordnarna kan skriva under registret till ${until}. Sedan stänger chatten och breven.`,
    lostStep1:
      "Leta först: en återställningskod på papper eller en gammal enhet räcker för att en nyckelbärare ska vara tillbaka.",
    lostStep2: "Svara på de brev som har kommit. De kan inte läsas efter en ny grundning.",
    lostStep3:
      "Be den som sköter servern att grunda jouren på nytt (lykta found, med --anew), och släpp in alla igen med nya siffror.",
    lostStep4:
      "Tryck nya kort med det nya fingeravtrycket, och tala om för förbundet att det har bytts.",
    demoKey:
      "En av nycklarna är demonstrationens egen. Den ligger på servern, så att demonstrationen inte stänger när ingen ser till den. En riktig jour har ingen sådan.",
    orphans: (n: number) =>
      n === 1
        ? "En av nycklarna i roten tillhör inte längre någon i jouren. Byt ut den här nedanför."
        : `${n} av nycklarna i roten tillhör inte längre någon i jouren. Byt ut dem här nedanför.`,
    waitingTitle: "Väntar på underskrift",
    waitingNone: "Inget väntar på underskrift.",
    waitingLead:
      "Läs siffrorna för varandra, på telefon eller bredvid varandra, innan du skriver under. Lika siffror är samma sak.",
    digits: "Siffror att jämföra",
    by: (name: string) => `Föreslaget av ${name}.`,
    gone: "någon som har slutat",
    signedBy: (names: string) => `Har skrivit under: ${names}.`,
    missing: (n: number) =>
      n === 1 ? "En nyckelbärare till behövs." : `${n} nyckelbärare till behövs.`,
    askedOf: (names: string) => `Ska själv säga ja: ${names}.`,
    ready: "Alla har skrivit under. Det börjar gälla när en samordnare har sitt skrivbord öppet.",
    until: (time: string) => `Raderas ${time} om det inte blir klart.`,
    sign: "De är lika: skriv under",
    accept: "De är lika, och jag vill bära en nyckel",
    signing: "Skriver under …",
    refuse: "Ta bort förslaget",
    refuseSure: "Vill du ta bort förslaget? Ingen kan skriva under det sedan.",
    yesRefuse: "Ja, ta bort",
    no: "Nej, behåll",
    overtaken:
      "Något annat hann före, så det här kan inte skrivas under längre. Inget har ändrats av det. Föreslå det igen om det fortfarande behövs.",
    forged: (code: string) =>
      `Det här är inte vad det ger sig ut för att vara (${code}). Skriv inte under. Ring en annan nyckelbärare.`,
    clear: "Ta bort raden",
    actDelegate: (name: string, until: string) =>
      `${name} får skriva under registret till ${until}`,
    actRevocation: (name: string) => `${name} får aldrig mer skriva under registret`,
    actRoot: "Rotnyckeln byter bärare",
    actRule: "Ändrat antal underskrifter",
    comes: (names: string) => `Kommer till: ${names}.`,
    goes: (names: string) => `Tas bort: ${names}.`,
    thenRule: (m: number, n: number) => `Därefter måste ${m} av ${n} skriva under.`,
    nobodys: (digits: string) => `nyckeln ${digits} …, som ingen i jouren har`,
    dueTitle: "Att göra",
    dueLead: "Det här behöver nyckelbärarna skriva under. Börja uppifrån.",
    dueDelegate: (name: string) =>
      `${name} är samordnare men får inte skriva under registret, eller får det snart inte längre.`,
    dueRevocation: (name: string) =>
      `${name} är inte samordnare längre, men kan fortfarande skriva under registret.`,
    proposeIt: "Föreslå och skriv under",
    holdersTitle: "Nyckelbärare",
    you: "du",
    keyDigits: "Nyckelns siffror",
    holdersLead:
      "Namnen kommer från servern, siffrorna från nyckeln själv. Be henne läsa upp sina siffror en gång, så vet ni att namn och nyckel hör ihop.",
    changeTitle: "Ändra vilka som bär en nyckel",
    changeLead:
      "Kryssa för dem som ska bära en nyckel. Den som kommer till ska själv säga ja vid sin skärm.",
    howMany: "Hur många måste skriva under?",
    advice: (m: number, n: number) => `Vårt råd: ${m} av ${n}.`,
    adviceTwo:
      "Två nyckelbärare är svårt: räcker en kan hon ändra allt ensam, krävs båda är jouren låst om en förlorar sin nyckel. Bli tre.",
    adviceOne: "En ensam nyckelbärare får inte förlora sina vägar in. Bli tre.",
    of: (m: number, n: number) => `${m} av ${n}`,
    suggest: "Föreslå och skriv under",
    nothing: "Det är som det redan är.",
    notCustodian:
      "Du bär ingen nyckel. Här ser du vad som väntar, och du blir tillfrågad om någon vill att du ska bära en.",
    fingerprintTitle: "Jourens fingeravtryck",
    fingerprintLead: "Står på kortet. Det ändras inte när nyckelbärarna byts.",
    list: (names: readonly string[]) =>
      new Intl.ListFormat("sv", { type: "conjunction" }).format(names),
  },
  en: {
    noticeSign: "Something waits for your signature. You find it under Root key.",
    noticeDue: "There is something that the custodians need to sign. You find it under Root key.",
    noticeRekeyed: (name: string, day: string) =>
      `${name} has lost her devices and got new keys ${day}. She has compared digits with a coordinator.`,
    title: "The root key",
    lead: "The root key decides which coordinators may sign the register of the centre. Each custodian has a key of her own, which comes with her sign-in. What concerns the whole centre holds only when as many as you have decided have signed, each at her own screen.",
    loading: "Fetching and checking the chain …",
    again: "Try again",
    rule: (m: number, n: number) => (n === 1 ? "One key." : `${m} of ${n} must sign.`),
    alone:
      "Only one person holds the root key. If she loses all her ways in, the centre must be founded anew. Make two more custodians, and let two of three sign.",
    either:
      "Each of you can change everything alone. So can whoever gets hold of a single key. Let two of three sign.",
    safe: (spare: number) =>
      spare === 1
        ? "You manage if one of you loses all her ways in."
        : `You manage if ${spare} of you lose all their ways in.`,
    exact:
      "Just as many of you are left as must sign. If one more loses her ways in, the centre must be founded anew. Name another now.",
    lostTitle: "Too few keys are left",
    lostLead: (until: string) =>
      `Fewer are left than must sign, so the root key cannot be changed any more. Nothing is gone yet: coordinators can sign the register until ${until}. Then the chat and the letters close.`,
    lostStep1:
      "Search first: a recovery code on paper or an old device is enough for a custodian to be back.",
    lostStep2: "Answer the letters that have come. They cannot be read after a new founding.",
    lostStep3:
      "Ask whoever runs the server to found the centre anew (lykta found, with --anew), and let everybody in again with new digits.",
    lostStep4:
      "Print new cards with the new fingerprint, and tell the federation that it has changed.",
    demoKey:
      "One of the keys is the demonstration's own. It lies on the server, so that the demonstration does not close when nobody tends it. A real centre has none.",
    orphans: (n: number) =>
      n === 1
        ? "One of the keys in the root belongs to nobody at the centre any more. Replace it below."
        : `${n} of the keys in the root belong to nobody at the centre any more. Replace them below.`,
    waitingTitle: "Waiting for signatures",
    waitingNone: "Nothing waits for a signature.",
    waitingLead:
      "Read the digits to each other, by phone or side by side, before you sign. The same digits are the same thing.",
    digits: "Digits to compare",
    by: (name: string) => `Proposed by ${name}.`,
    gone: "somebody who has left",
    signedBy: (names: string) => `Have signed: ${names}.`,
    missing: (n: number) =>
      n === 1 ? "One more custodian is needed." : `${n} more custodians are needed.`,
    askedOf: (names: string) => `Must say yes herself: ${names}.`,
    ready: "Everybody has signed. It takes effect when a coordinator has her desk open.",
    until: (time: string) => `Deleted ${time} unless it is finished.`,
    sign: "They are the same: sign",
    accept: "They are the same, and I will hold a key",
    signing: "Signing …",
    refuse: "Remove the proposal",
    refuseSure: "Remove the proposal? Nobody can sign it then.",
    yesRefuse: "Yes, remove",
    no: "No, keep",
    overtaken:
      "Something else came first, so this can no longer be signed. It has changed nothing. Propose it again if it is still needed.",
    forged: (code: string) =>
      `This is not what it claims to be (${code}). Do not sign. Call another custodian.`,
    clear: "Remove the line",
    actDelegate: (name: string, until: string) => `${name} may sign the register until ${until}`,
    actRevocation: (name: string) => `${name} may never sign the register again`,
    actRoot: "The root key changes hands",
    actRule: "Another number of signatures",
    comes: (names: string) => `Added: ${names}.`,
    goes: (names: string) => `Removed: ${names}.`,
    thenRule: (m: number, n: number) => `After that ${m} of ${n} must sign.`,
    nobodys: (digits: string) => `the key ${digits} …, which nobody at the centre has`,
    dueTitle: "To do",
    dueLead: "This needs the custodians' signatures. Begin at the top.",
    dueDelegate: (name: string) =>
      `${name} is a coordinator but may not sign the register, or soon may not.`,
    dueRevocation: (name: string) =>
      `${name} is no longer a coordinator, but can still sign the register.`,
    proposeIt: "Propose and sign",
    holdersTitle: "Custodians",
    you: "you",
    keyDigits: "Digits of the key",
    holdersLead:
      "The names come from the server, the digits from the key itself. Have her read her digits aloud once, and you know that name and key belong together.",
    changeTitle: "Change who holds a key",
    changeLead: "Tick those who shall hold a key. Whoever is added must say yes at her own screen.",
    howMany: "How many must sign?",
    advice: (m: number, n: number) => `Our advice: ${m} of ${n}.`,
    adviceTwo:
      "Two custodians are difficult: if one is enough she can change everything alone, if both must sign the centre is locked when one loses her key. Be three.",
    adviceOne: "A single custodian must not lose her ways in. Be three.",
    of: (m: number, n: number) => `${m} of ${n}`,
    suggest: "Propose and sign",
    nothing: "That is how it is already.",
    notCustodian:
      "You hold no key. Here you see what is waiting, and you are asked if somebody wants you to hold one.",
    fingerprintTitle: "The centre's fingerprint",
    fingerprintLead: "It stands on the card. It does not change when custodians do.",
    list: (names: readonly string[]) =>
      new Intl.ListFormat("en", { type: "conjunction" }).format(names),
  },
});
