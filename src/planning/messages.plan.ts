import { counted, defineMessages } from "../ui/languages.ts";

/** What coordinators plan with. */
export const planMessages = defineMessages({
  sv: {
    lay: "Lägg ut månaden",
    laySays:
      "Alla scheman nedan blir pass i månaden. Det som redan finns rörs inte, och du kan lägga ut igen när du har ändrat.",
    layDo: "Lägg ut passen",
    laid: (count: number) =>
      count === 0
        ? "Allt fanns redan. Inget nytt lades ut."
        : count === 1
          ? "1 pass lades ut."
          : `${count} pass lades ut.`,
    patterns: "Scheman",
    patternsNone: "Inga scheman än",
    patternsNoneSays:
      "Ett schema är det som kommer tillbaka: torsdagar 18–21, eller ett lag som har telefonen från söndag till söndag.",
    newPattern: "Nytt schema",
    newShift: "Ett enda pass",
    editPattern: "Ändra",
    removePattern: "Ta bort",
    removeSure: "Ta bort schemat? Pass som redan är utlagda är kvar.",
    removeYes: "Ja, ta bort det",
    cancel: "Avbryt",
    save: "Spara",
    theirs: "Kollegans ändring:",
    title: "Vad heter det?",
    kind: "Vad är det?",
    face: "För vem svarar man?",
    faceAll: "Alla delar av jouren",
    weekdays: "Veckodagar",
    weekdayNames: "måndag tisdag onsdag torsdag fredag lördag söndag",
    every: "Hur ofta?",
    once: "Bara en gång",
    everyWeek: "Varje vecka",
    everyNth: (n: number) => `Var ${n}:e vecka`,
    everyOther: "Varannan vecka",
    firstOn: "Från och med",
    lastOn: "Till och med",
    lastHint: "Lämna tomt om det fortsätter.",
    starts: "Börjar",
    ends: "Slutar",
    days: "Slutar vilken dag?",
    sameDay: "Samma dag",
    nextDay: "Dagen efter",
    laterDay: (days: number) => (days === 7 ? "En vecka senare" : `${days} dagar senare`),
    onRedDays: "Också på röda dagar",
    needed: "Hur många behövs?",
    atLeast: "Minst en av dem",
    atLeastHint: "Ett per rad: språk arabiska, juridik, van, samordnare.",
    startsAt: "Börjar (svensk tid)",
    endsAt: "Slutar (svensk tid)",
    callOff: "Inställt",
    callOffHint: "Passet står kvar som inställt, och ingen väntas.",
    people: "Volontärerna i planeringen",
    peopleSays:
      "Den som är ny är aldrig ensam på ett pass. Den som går bredvid räknas inte in förrän du säger det.",
    shadowing: "Går bredvid",
    newcomer: "Ny",
    experienced: "Van",
    standingOf: (name: string) => `${name}: hur van?`,
    mostAMonth: (count: number) => `högst ${count} pass i månaden`,
    proposal: "Förslag till månaden",
    proposalSays:
      "Räknar ut vem som kan stå var: rättvist, med önskemålen, och ingen ny ensam. De som redan har platser behåller dem. Inget sparas förrän du säger till.",
    proposalDo: "Räkna ut ett förslag",
    reckoning: "Räknar, som längst fem sekunder …",
    gap: (percent: string, seconds: string) =>
      percent === "0"
        ? `Räknat på ${seconds} s. Ingen bättre fördelning finns, med våra vikter.`
        : `Räknat på ${seconds} s. Bästa tänkbara är högst ${percent} % bättre.`,
    gapUnknown: (seconds: string) =>
      `Räknat på ${seconds} s. Hur mycket bättre det kunde bli är inte känt.`,
    unfilled: "Platser som blev tomma",
    allFilled: "Alla platser har någon.",
    why: (empty: number) => (empty === 1 ? "1 plats tom." : `${empty} platser tomma.`),
    whyCannot: (count: number) => `${count} kan inte`,
    whyElsewhere: (count: number) => `${count} har ett annat pass då`,
    whyEnough: (count: number) => `${count} har redan så många som hon vill`,
    whyResting: (count: number) => `${count} skulle få två pass inom elva timmar`,
    whyNewcomers: (count: number) =>
      counted(count, "är ny och får inte vara ensam", "är nya och får inte vara ensamma"),
    whyMissing: (what: string) => `ingen som ${what} är ledig`,
    whyNobody: "Ingen är kvar att fråga.",
    whySome: (count: number) =>
      `${count} kunde fråga${count === 1 ? "" : "s"}, men behövs mer på andra pass.`,
    loads: "Fördelning",
    load: (shifts: number, weight: string) => `${shifts} pass, vägt ${weight}`,
    loadsHint: "Nätter väger 1,5, helger 1,5 och röda dagar 2.",
    placesOf: (when: string) => `Platser ${when}`,
    noOne: "Ingen",
    breaches: "Det här bryter mot reglerna",
    breachTwice: (name: string) => `${name} har två pass samtidigt.`,
    breachNewcomers: "Bara nya på passet.",
    breachShadow: (name: string) => `${name} går fortfarande bredvid.`,
    breachMost: (name: string, most: number) => `${name} får fler än ${most} pass.`,
    breachMissing: (what: string) => `Ingen som ${what}.`,
    breachesHint: "Du kan spara ändå, utom om någon står på två ställen.",
    accept: "Spara förslaget",
    acceptDespite: "Spara ändå",
    accepted: "Månaden är sparad.",
    discard: "Kasta förslaget",
    stale:
      "Medan du tittade har någon tagit eller lämnat en plats. Inget sparades. Räkna om, så är det med.",
  },
  en: {
    lay: "Lay out the month",
    laySays:
      "All patterns below become shifts of the month. What is there is not touched, and you can lay out again after a change.",
    layDo: "Lay out the shifts",
    laid: (count: number) =>
      count === 0
        ? "All of it was there. Nothing new was laid out."
        : count === 1
          ? "1 shift was laid out."
          : `${count} shifts were laid out.`,
    patterns: "Patterns",
    patternsNone: "No patterns yet",
    patternsNoneSays:
      "A pattern is what comes again: Thursdays 18 to 21, or a team that has the phone from Sunday to Sunday.",
    newPattern: "New pattern",
    newShift: "A single shift",
    editPattern: "Change",
    removePattern: "Remove",
    removeSure: "Remove the pattern? Shifts that are laid out stay.",
    removeYes: "Yes, remove it",
    cancel: "Cancel",
    save: "Save",
    theirs: "Your colleague’s change:",
    title: "What is it called?",
    kind: "What is it?",
    face: "Who is answered for?",
    faceAll: "All parts of the centre",
    weekdays: "Weekdays",
    weekdayNames: "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
    every: "How often?",
    once: "Only once",
    everyWeek: "Every week",
    everyNth: (n: number) => `Every ${n} weeks`,
    everyOther: "Every second week",
    firstOn: "From",
    lastOn: "Until",
    lastHint: "Leave it empty if it goes on.",
    starts: "Begins",
    ends: "Ends",
    days: "Ends on which day?",
    sameDay: "The same day",
    nextDay: "The day after",
    laterDay: (days: number) => (days === 7 ? "A week later" : `${days} days later`),
    onRedDays: "On public holidays too",
    needed: "How many are needed?",
    atLeast: "At least one of them",
    atLeastHint: "One a line: språk arabiska, juridik, experienced, coordinator.",
    startsAt: "Begins (Swedish time)",
    endsAt: "Ends (Swedish time)",
    callOff: "Called off",
    callOffHint: "The shift stays as called off, and nobody is expected.",
    people: "The volunteers in the planning",
    peopleSays:
      "A newcomer is never alone on a shift. One who sits beside is not counted until you say so.",
    shadowing: "Sits beside",
    newcomer: "New",
    experienced: "Experienced",
    standingOf: (name: string) => `${name}: how experienced?`,
    mostAMonth: (count: number) => `at most ${counted(count, "shift", "shifts")} a month`,
    proposal: "A proposal for the month",
    proposalSays:
      "Works out who can stand where: fairly, with everybody’s wishes, and no newcomer alone. Who has a place keeps it. Nothing is saved until you say so.",
    proposalDo: "Work out a proposal",
    reckoning: "Reckoning, five seconds at most …",
    gap: (percent: string, seconds: string) =>
      percent === "0"
        ? `Reckoned in ${seconds} s. There is no better distribution, by our weights.`
        : `Reckoned in ${seconds} s. The best there could be is at most ${percent} % better.`,
    gapUnknown: (seconds: string) =>
      `Reckoned in ${seconds} s. How much better it could become is not known.`,
    unfilled: "Places that stayed empty",
    allFilled: "Every place has somebody.",
    why: (empty: number) => (empty === 1 ? "1 place empty." : `${empty} places empty.`),
    whyCannot: (count: number) => `${count} cannot`,
    whyElsewhere: (count: number) =>
      counted(count, "has another shift then", "have another shift then"),
    whyEnough: (count: number) =>
      counted(count, "has as many as she wants", "have as many as they want"),
    whyResting: (count: number) => `${count} would have two shifts within eleven hours`,
    whyNewcomers: (count: number) =>
      counted(count, "is new and may not be alone", "are new and may not be alone"),
    whyMissing: (what: string) => `nobody who ${what} is free`,
    whyNobody: "Nobody is left to ask.",
    whySome: (count: number) => `${count} could be asked, but are needed more on other shifts.`,
    loads: "Distribution",
    load: (shifts: number, weight: string) =>
      `${counted(shifts, "shift", "shifts")}, weighed ${weight}`,
    loadsHint: "Nights weigh 1.5, weekends 1.5 and public holidays 2.",
    placesOf: (when: string) => `Places ${when}`,
    noOne: "Nobody",
    breaches: "This breaks the rules",
    breachTwice: (name: string) => `${name} has two shifts at once.`,
    breachNewcomers: "Only newcomers on the shift.",
    breachShadow: (name: string) => `${name} still sits beside.`,
    breachMost: (name: string, most: number) =>
      `${name} gets more than ${counted(most, "shift", "shifts")}.`,
    breachMissing: (what: string) => `Nobody who ${what}.`,
    breachesHint: "You can save all the same, except where somebody stands in two places.",
    accept: "Save the proposal",
    acceptDespite: "Save all the same",
    accepted: "The month is saved.",
    discard: "Throw the proposal away",
    stale:
      "While you looked, somebody took or gave up a place. Nothing was saved. Reckon again, and it is in.",
  },
});
