import { defineMessages } from "../ui/languages.ts";

/** The page before she writes: plain words, and nothing promised that is not so. */
export const beforeMessages = defineMessages({
  sv: {
    title: "Innan du skriver",
    lead: "Här får du skriva med någon som lyssnar och tror på dig. Du behöver inte säga vem du är, och du kan sluta när du vill.",
    openNow: "Chatten är öppen",
    nobodyWaits: "Ingen väntar före dig.",
    oneWaits: "En person väntar före dig.",
    manyWait: (count: number) => `${count} personer väntar före dig.`,
    dangerBefore: "Är du i fara nu? Ring ",
    dangerAfter: ".",
    start: "Gå till chatten",
    goodToKnow: "Bra att veta först",
    goodToKnowHint: "Läs det du vill. Du kan också hoppa över allt.",

    seen: "Kan någon annan se din skärm?",
    seen1:
      "Kan någon läsa över din axel, eller titta i din telefon eller dator efteråt? Vänta då tills du är ensam, eller ta en annan telefon eller dator om du kan.",
    seen2: "I ett privat fönster sparar webbläsaren ingen historik. Så här öppnar du ett:",
    seenAddress: "Skriv sedan in adressen till sidan i det nya fönstret:",
    seen3: "Stäng det privata fönstret när du är klar. Mot spionprogram hjälper det inte.",
    privateChrome: "Tryck Ctrl + Skift + N (på Mac: ⌘ + Skift + N).",
    privateChromePhone: "Tryck på de tre prickarna och välj Ny inkognitoflik.",
    privateEdge: "Tryck Ctrl + Skift + N (på Mac: ⌘ + Skift + N). Det heter InPrivate.",
    privateEdgePhone: "Tryck på knappen för flikar och välj InPrivate.",
    privateFirefox: "Tryck Ctrl + Skift + P (på Mac: ⌘ + Skift + P).",
    privateFirefoxPhone: "Tryck på knappen för flikar och sedan på masken.",
    privateSafari: "Tryck ⌘ + Skift + N.",
    privateSafariPhone: "Tryck på knappen för flikar (två rutor) och välj Privat.",
    privateSamsung: "Tryck på Flikar och välj Aktivera hemligt läge.",
    privateOther:
      "Titta i webbläsarens meny efter Privat, Inkognito eller Hemligt. Läser du det här inne i en annan app, öppna hellre sidan i telefonens egen webbläsare.",

    kept: "Vad sparas, och vad sparas inte?",
    kept1:
      "Det du skriver låses i din webbläsare innan det skickas. Bara du och de som svarar dig kan läsa det.",
    kept2:
      "Medan ni skriver ligger de låsta orden på vår server. När samtalet är slut raderas de, och det som behövs för att låsa upp dem.",
    kept3: (minutes: number) =>
      `Om du försvinner väntar vi i ${minutes} minuter. Sedan raderas allt.`,
    kept4:
      "Vi sparar inte vad du heter, var du är eller vilken telefon du har. Vi lägger ingenting på din telefon eller dator, inte heller kakor.",
    kept5: "Det enda vi räknar är ungefär hur många samtal vi har varje månad.",

    hidden: "Vad kan vi inte dölja?",
    hidden1: (host: string) =>
      `Webbläsarens historik kan visa att någon har varit på ${host}, och på vilka av våra sidor. Den som sköter nätet du använder, hemma, i skolan eller på jobbet, kan se namnet ${host}, men inte vad du skriver.`,
    hidden2: "Tangentbordet i telefonen kan minnas ord som du har skrivit.",
    hidden3: "Ett spionprogram i telefonen eller datorn ser det du ser.",
    hidden5: "Ringer du i stället kan samtalet synas på telefonräkningen.",
    hidden4:
      "Vår server ser när ett samtal pågår, men inte vad ni skriver. Om någon tog över servern skulle den personen kunna visa dig en ändrad sida. Det kan sidan själv inte hindra.",

    leaving: "Om du måste sluta snabbt",
    leaving1:
      "Tryck på Lämna sidan. Då töms allt här, och en annan sida visas. Du kan också trycka Skift tre gånger, eller trycka tre gånger på skärmen med två fingrar.",
    leaving2:
      "Historiken i webbläsaren får du tömma själv, och då också sparade filer (cache). En helt tom historik kan märkas. I ett privat fönster finns inget att tömma.",

    phone: "Om du skriver i telefonen",
    phone1: (minutes: number) =>
      `Ha kvar sidan framme. Byter du app kan telefonen pausa den. Kom tillbaka inom ${minutes} minuter, så fortsätter ni där ni var.`,
    phone2: "Stänger du sidan eller laddar om den är samtalet slut, och allt raderas.",

    who: "Vem är det som svarar?",
    pledge: "Berättar ni för någon?",
    suicide: "Om du tänker på att ta ditt liv",
    suicide1: "Det är bra att du är här. Du får skriva om det till oss.",
    suicide2Before: "Är det bråttom, ring ",
    suicide2Middle: ". Självmordslinjen svarar dygnet runt på ",
    suicide2After: ".",
  },
  en: {
    title: "Before you write",
    lead: "Here you can write with somebody who listens and believes you. You don’t have to say who you are, and you can stop whenever you want.",
    openNow: "The chat is open",
    nobodyWaits: "Nobody is waiting before you.",
    oneWaits: "One person is waiting before you.",
    manyWait: (count: number) => `${count} people are waiting before you.`,
    dangerBefore: "Are you in danger now? Call ",
    dangerAfter: ".",
    start: "Go to the chat",
    goodToKnow: "Good to know first",
    goodToKnowHint: "Read what you like. You can also skip all of it.",

    seen: "Can anybody else see your screen?",
    seen1:
      "Could somebody read over your shoulder, or look in your phone or computer afterwards? Then wait until you are alone, or use another phone or computer if you can.",
    seen2: "In a private window the browser keeps no history. This is how you open one:",
    seenAddress: "Then type the address of this page in the new window:",
    seen3: "Close the private window when you are done. It does not help against spyware.",
    privateChrome: "Press Ctrl + Shift + N (on a Mac: ⌘ + Shift + N).",
    privateChromePhone: "Tap the three dots and choose New Incognito tab.",
    privateEdge: "Press Ctrl + Shift + N (on a Mac: ⌘ + Shift + N). It is called InPrivate.",
    privateEdgePhone: "Tap the tabs button and choose InPrivate.",
    privateFirefox: "Press Ctrl + Shift + P (on a Mac: ⌘ + Shift + P).",
    privateFirefoxPhone: "Tap the tabs button, then the mask.",
    privateSafari: "Press ⌘ + Shift + N.",
    privateSafariPhone: "Tap the tabs button (two squares) and choose Private.",
    privateSamsung: "Tap Tabs and choose Turn on Secret mode.",
    privateOther:
      "Look in the browser’s menu for Private, Incognito or Secret. If you read this inside another app, rather open the page in the phone’s own browser.",

    kept: "What is kept, and what is not?",
    kept1:
      "What you write is locked in your browser before it is sent. Only you and those who answer you can read it.",
    kept2:
      "While you are writing, the locked words lie on our server. When the conversation is over they are deleted, and so is what is needed to unlock them.",
    kept3: (minutes: number) =>
      `If you disappear we wait for ${minutes} minutes. Then everything is deleted.`,
    kept4:
      "We don’t keep your name, where you are or which phone you have. We put nothing on your phone or computer, no cookies either.",
    kept5: "All that we count is roughly how many conversations we have each month.",

    hidden: "What can we not hide?",
    hidden1: (host: string) =>
      `The browser’s history can show that somebody has been on ${host}, and on which of our pages. Whoever runs the network you use, at home, at school or at work, can see the name ${host}, but not what you write.`,
    hidden2: "The keyboard of the phone may remember words that you have typed.",
    hidden3: "Spyware in the phone or computer sees what you see.",
    hidden5: "If you call instead, the call may show on the phone bill.",
    hidden4:
      "Our server sees when a conversation goes on, but not what you write. If somebody took over the server, they could show you a changed page. The page itself cannot prevent that.",

    leaving: "If you have to stop quickly",
    leaving1:
      "Press Leave this page. Then everything here is emptied, and another page is shown. You can also press Shift three times, or tap the screen three times with two fingers.",
    leaving2:
      "The browser’s history you have to clear yourself, and stored files (the cache) with it. An empty history can be noticed. In a private window there is nothing to clear.",

    phone: "If you write on a phone",
    phone1: (minutes: number) =>
      `Keep this page in front. If you change to another app, the phone may pause it. Come back within ${minutes} minutes and you go on where you were.`,
    phone2: "If you close or reload the page the conversation is over, and everything is deleted.",

    who: "Who is it that answers?",
    pledge: "Do you tell anybody?",
    suicide: "If you think of taking your life",
    suicide1: "It is good that you are here. You may write about it to us.",
    suicide2Before: "If it is urgent, call ",
    suicide2Middle: ". The Swedish suicide line (Självmordslinjen) answers day and night on ",
    suicide2After: ".",
  },
});
