import { defineMessages } from "../ui/languages.ts";

export const networkMessages = defineMessages({
  sv: {
    title: "Lykta",
    skip: "Till innehållet",
    demoBanner: "Det här är en demonstration. Ingen svarar här. I fara: ring 112.",
    heading: "Hitta din jour",
    lead: "Kvinnojourer och ungdomsjourer som lyssnar, gratis och utan att du behöver säga vem du är. Du får höra av dig till vilken du vill, var du än bor.",
    inDanger: "Är du i fara nu?",
    call112: "Ring 112",
    nightLine: "Kvinnofridslinjen svarar dygnet runt, var du än bor: ",
    toDirectory: "Hitta en jour",
    news: "Aktuellt",
    positions: "Vad vi tycker",
    referrals: "Remissvar",
    reports: "Rapporter",
    allPages: "Läs allt vi har skrivit",
    joinTitle: "Är ni en jour?",
    join: "Förbundet är jourernas eget. Vill ni vara med, så skriv till oss.",
    toJoin: "Gå med i förbundet",
    whatTitle: "Vad är Lykta?",
    what: "Lykta är ett öppet och fritt system som jourer driver själva. Det du skriver i en chatt låses i din webbläsare, och bara du och de som svarar dig kan läsa det. Stjäl någon servern, dess diskar eller säkerhetskopior går det inte att läsa vad som skrivits.",
    hiddenTitle: "Det här går inte att dölja",
    hidden1:
      "Att du har besökt sidan: namnet på den kan synas i webbläsarens historik och för den som sköter nätet du använder.",
    hidden2: "Det tangentbordet i telefonen minns, och det ett spionprogram i telefonen ser.",
    hidden3:
      "Att ett samtal pågår, ungefär hur långt det är och vem som har jour: det ser den som sköter servern, men inte orden.",
    hidden4:
      "Tar någon över servern kan hon visa dig en ändrad sida. Det kan sidan själv inte hindra, bara göra möjligt att upptäcka.",
  },
  en: {
    title: "Lykta",
    skip: "To the content",
    demoBanner: "This is a demonstration. Nobody answers here. In danger: call 112.",
    heading: "Find your centre",
    lead: "Women’s centres and youth centres that listen, free of charge and without your having to say who you are. You may turn to any of them, wherever you live.",
    inDanger: "Are you in danger now?",
    call112: "Call 112",
    nightLine: "The national women’s line answers day and night, wherever you live: ",
    toDirectory: "Find a centre",
    news: "News",
    positions: "What we think",
    referrals: "Answers to referrals",
    reports: "Reports",
    allPages: "Read all that we have written",
    joinTitle: "Are you a centre?",
    join: "The federation belongs to the centres. If you want to be part of it, write to us.",
    toJoin: "Join the federation",
    whatTitle: "What is Lykta?",
    what: "Lykta is an open and free system that the centres run themselves. What you write in a chat is locked in your browser, and only you and those who answer you can read it. If somebody steals the server, its disks or its backups, what was written cannot be read.",
    hiddenTitle: "What cannot be hidden",
    hidden1:
      "That you have visited the site: its name can show in the browser’s history, and to whoever runs the network you use.",
    hidden2: "What the keyboard of the phone remembers, and what spyware in the phone sees.",
    hidden3:
      "That a conversation goes on, roughly how long it is and who is on duty: whoever runs the server sees that, but not the words.",
    hidden4:
      "Somebody who takes over the server could show you a changed page. The page itself cannot prevent that, only make it possible to discover.",
  },
});
