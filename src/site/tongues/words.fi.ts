import type { TongueWords } from "./tongues.ts";

const ages = (from: number, until: number | null): string =>
  until === null ? `vähintään ${from}-vuotiaita` : `${from}–${until}-vuotiaita`;

export const fi: TongueWords = {
  lead: "Et ole yksin. Me kuuntelemme sinua.",
  freeAnonymous: "Maksutta. Sinun ei tarvitse kertoa nimeäsi. Emme rekisteröi sinua.",
  unchecked: "Kukaan ei ole vielä tarkistanut tätä käännöstä. Se näkyy vain esittelyssä.",
  demo: "Tämä on esittely. Täällä ei vastaa kukaan. Jos on hätä, soita 112.",
  skip: "Siirry sisältöön",
  exit: {
    urgent: "Hätäpoistuminen: ",
    leave: "Poistu sivulta",
    twoMore: "Shift, paina vielä kaksi kertaa, niin poistut sivulta.",
    oneMore: "Shift, paina vielä kerran, niin poistut sivulta.",
    leaving: "Poistutaan sivulta.",
    calledOff: "Olet yhä sivulla.",
    showAgain: "Näytä sivu",
  },
  reachUs: "Näin tavoitat meidät",
  chat: "Chat",
  phone: "Puhelin",
  letter: "Kirje",
  talk: "Sovittu keskustelu",
  chatNow: "Aloita chat",
  writeLetter: "Kirjoita",
  bookTalk: "Varaa aika",
  writingIn: "Sivut, joilla kirjoitat, ovat englanniksi tai ruotsiksi.",
  weAnswerIn: (languages) => `Voimme vastata näillä kielillä: ${languages}.`,
  open: (time) => `Avoinna nyt, klo ${time}`,
  openUntil: (time) => `Avoinna klo ${time} asti`,
  openAlways: "Avoinna ympäri vuorokauden",
  opens: (day, time) => `Avataan: ${day} klo ${time}`,
  closed: "Suljettu nyt",
  nobodyThere: (time) => `Klo ${time}. Kukaan ei voi vastata juuri nyt. Yritä hetken päästä.`,
  always: "Voit kirjoittaa milloin tahansa.",
  today: "tänään",
  tomorrow: "huomenna",
  inDanger: "Oletko vaarassa nyt?",
  call112: "Soita 112",
  whoAreYou: "Kuka olet?",
  doors: {
    woman: {
      label: "Olen nainen",
      lead: "Joku satuttaa sinua tai on satuttanut. Voit puhua meille.",
    },
    young: { label: "Olen nuori", lead: "Voit kertoa meille. Sinä päätät, mitä sanot." },
    worried: {
      label: "Olen huolissani jostakusta",
      lead: "Autamme sinua ymmärtämään, miten voit auttaa.",
    },
    "social-services": {
      label: "Työskentelen sosiaalitoimessa",
      lead: "Voit kysyä meiltä tuesta ja suojasta.",
    },
    learn: { label: "Haluan tietää lisää", lead: "Kerromme mielellämme, mitä teemme." },
  },
  notHere: "Täällä ei ole chattia. Soita tai kirjoita meille.",
  receivesWomen: (from, until) => `Autamme naisia, jotka ovat ${ages(from, until)}.`,
  receivesAll: (from, until) => `Autamme kaikkia, jotka ovat ${ages(from, until)}.`,
  answersWomen:
    "Täällä työskentelee vain naisia. Jokaisella, joka vastaa, on vaitiolovelvollisuus.",
  answersAdult:
    "Sinulle vastaa koulutettu aikuinen. Jokaisella, joka vastaa, on vaitiolovelvollisuus.",
  traces: "Mistä jää jälkiä",
  tracesSay: [
    "Emme tallenna mitään puhelimeesi tai tietokoneeseesi.",
    "Käyntisi voi jäädä selaimen historiaan. Verkon ylläpitäjä voi nähdä sen.",
    "Jos soitat, puhelu voi näkyä puhelimessa ja laskussa.",
    "Painike Poistu sivulta tyhjentää näytön ja avaa toisen sivun.",
  ],
  backToStart: "Etusivulle",
  moreIn: "Lisää englanniksi",
  toRead: "Luettavaa",
  textUnchecked: "Kukaan ei ole vielä tarkistanut tätä tekstiä. Se näkyy vain esittelyssä.",
  alsoIn: "Tämä sivu muilla kielillä:",
};
