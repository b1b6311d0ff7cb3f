import type { TongueWords } from "./tongues.ts";

const ages = (from: number, until: number | null): string =>
  until === null
    ? `da'doodu tahay ${from} sano iyo wixii ka weyn`
    : `da'doodu u dhaxayso ${from} iyo ${until} sano`;

export const so: TongueWords = {
  lead: "Keligaa ma tihid. Waan ku dhegaysanaynaa.",
  freeAnonymous:
    "Waa lacag la'aan. Uma baahnid inaad sheegto magacaaga. Waxba kaama diiwaangelinno.",
  unchecked: "Qofna weli ma hubin tarjumaaddan. Waxay ka muuqataa bandhigga oo keliya.",
  demo: "Kani waa bandhig. Halkan cidina kama jawaabto. Haddii khatar jirto, wac 112.",
  skip: "U gudub qoraalka",
  exit: {
    urgent: "Bixitaan degdeg ah: ",
    leave: "Ka bax bogga",
    twoMore: "Shift, taabo laba jeer oo kale si aad uga baxdo bogga.",
    oneMore: "Shift, taabo hal mar oo kale si aad uga baxdo bogga.",
    leaving: "Bogga waa laga baxayaa.",
    calledOff: "Weli bogga ayaad ku jirtaa.",
    showAgain: "Tus bogga",
  },
  reachUs: "Sida aad nala soo xiriirto",
  chat: "Chat",
  phone: "Telefoon",
  letter: "Warqad",
  talk: "Wada hadal ballan ah",
  chatNow: "Bilow chat",
  writeLetter: "Qor warqad",
  bookTalk: "Ballan qabso",
  writingIn: "Bogagga aad wax ku qorto waa Ingiriis ama Iswiidhish.",
  weAnswerIn: (languages) => `Waxaan ku jawaabi karnaa luqadahan: ${languages}.`,
  open: (time) => `Hadda waa furan tahay, saacaddu waa ${time}`,
  openUntil: (time) => `Waa furan tahay ilaa ${time}`,
  openAlways: "Waa furan tahay habeen iyo maalin",
  opens: (day, time) => `Waxay furmaysaa ${day}, saacadda ${time}`,
  closed: "Hadda waa xiran tahay",
  nobodyThere: (time) =>
    `Saacaddu waa ${time}. Hadda cidina ma jawaabi karto. Isku day wax yar ka dib.`,
  always: "Waqti kasta waad qori kartaa.",
  today: "maanta",
  tomorrow: "berri",
  inDanger: "Hadda khatar ma ku jirtaa?",
  call112: "Wac 112",
  whoAreYou: "Yaad tahay?",
  doors: {
    woman: {
      label: "Waxaan ahay haweeney",
      lead: "Qof baa ku dhibaya ama hore kuu dhibay. Waad nala hadli kartaa.",
    },
    young: {
      label: "Waxaan ahay dhallinyaro",
      lead: "Waad noo sheegi kartaa. Adiga ayaa go'aansada waxaad sheegayso.",
    },
    worried: {
      label: "Qof ayaan u welwelsanahay",
      lead: "Waxaan kaa caawinaynaa inaad ogaato sida aad u caawin karto.",
    },
    "social-services": {
      label: "Waxaan ka shaqeeyaa adeegga bulshada",
      lead: "Waxaad na weydiin kartaa taageero iyo ilaalin.",
    },
    learn: {
      label: "Waxaan rabaa inaan wax badan ogaado",
      lead: "Waan kuu sheegaynaa waxa aan qabanno.",
    },
  },
  notHere: "Halkan chat kama jiro. Na soo wac ama noo soo qor.",
  receivesWomen: (from, until) => `Waxaan caawinnaa haweenka ${ages(from, until)}.`,
  receivesAll: (from, until) => `Waxaan caawinnaa dadka oo dhan ee ${ages(from, until)}.`,
  answersWomen: "Halkan haween keliya ayaa ka shaqeeya. Qof kasta oo jawaaba sirta waa uu hayaa.",
  answersAdult:
    "Waxaa kuu jawaabaya qof weyn oo tababaran. Qof kasta oo jawaaba sirta waa uu hayaa.",
  traces: "Waxa raad reeba",
  tracesSay: [
    "Waxba kuma kaydinno telefoonkaaga ama kombiyuutarkaaga.",
    "Booqashadaadu waxay ku hari kartaa taariikhda browser-ka. Qofka maamula shabakadda ayaa arki kara.",
    "Haddii aad wacdo, wicitaanku wuxuu ka muuqan karaa telefoonka iyo biilka.",
    "Badhanka Ka bax bogga wuxuu tirtiraa shaashadda, wuxuuna furaa bog kale.",
  ],
  backToStart: "Bogga hore",
  moreIn: "Wax badan oo Ingiriis ah",
  toRead: "Wax akhri",
  textUnchecked: "Qofna weli ma hubin qoraalkan. Wuxuu ka muuqdaa bandhigga oo keliya.",
  alsoIn: "Boggan oo luqado kale ku qoran:",
};
