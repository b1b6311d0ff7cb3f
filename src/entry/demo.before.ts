import type { FaceContent } from "../site/index.ts";

// What the made-up jours tell before a chat: what the pledge means, and where it ends.

export const before: FaceContent["before"] = {
  pledge: {
    sv: "Alla som svarar har skrivit på ett tystnadslöfte. Det betyder att vi inte berättar för någon vad du skriver. Du bestämmer vad du vill säga och vad som händer sedan.",
    en: "All who answer have signed a pledge of confidentiality. It means that we tell nobody what you write. You decide what you want to say, and what happens next.",
  },
  questions: [
    {
      question: { sv: "Kan löftet ta slut någon gång?", en: "Does the pledge ever end?" },
      answer: {
        sv: "Om någons liv är i fara kan vi behöva ringa 112. Då säger vi det till dig först, om det går. Vi vet inte vem eller var du är, om du inte berättar det.",
        en: "If somebody’s life is in danger we may have to call 112. Then we tell you first, if we can. We don’t know who or where you are unless you tell us.",
      },
    },
    {
      question: { sv: "Berättar ni för polisen?", en: "Do you tell the police?" },
      answer: {
        sv: "Nej, inte utan att du vill. Vill du anmäla kan vi berätta hur det går till och följa med dig.",
        en: "No, not unless you want it. If you want to report something, we can tell you how and come with you.",
      },
    },
    {
      question: { sv: "Berättar ni för socialtjänsten?", en: "Do you tell the social services?" },
      answer: {
        sv: "Nej, inte utan att du vill. Behöver du deras hjälp kan vi ta kontakten tillsammans med dig.",
        en: "No, not unless you want it. If you need their help, we can get in touch with them together with you.",
      },
    },
  ],
};

export const beforeYoung: FaceContent["before"] = {
  pledge: {
    sv: "Alla som svarar är vuxna och har skrivit på ett tystnadslöfte. Vi berättar inte för någon vad du skriver. Vi vet inte vem du är, och du behöver inte säga det.",
    en: "All who answer are adults and have signed a pledge of confidentiality. We tell nobody what you write. We don’t know who you are, and you don’t have to say.",
  },
  questions: [
    {
      question: { sv: "Berättar ni för mina föräldrar?", en: "Do you tell my parents?" },
      answer: {
        sv: "Nej. Vi vet inte ens vilka de är. Vill du att de ska få veta kan vi hjälpa dig att berätta.",
        en: "No. We don’t even know who they are. If you want them to know, we can help you tell them.",
      },
    },
    {
      question: { sv: "Berättar ni för polisen?", en: "Do you tell the police?" },
      answer: {
        sv: "Nej, inte utan att du vill. Är ditt eller någon annans liv i fara kan vi behöva ringa 112. Då säger vi det till dig först, om det går.",
        en: "No, not unless you want it. If your life or somebody else’s is in danger, we may have to call 112. Then we tell you first, if we can.",
      },
    },
    {
      question: { sv: "Berättar ni för socialtjänsten?", en: "Do you tell the social services?" },
      answer: {
        sv: "Inte i hemlighet. Du kan skriva till oss utan att säga vem du är, och då kan vi inte berätta för någon. Är du under 18, far illa och vill ha hjälp, kan vi kontakta socialtjänsten tillsammans med dig.",
        en: "Not in secret. You can write to us without saying who you are, and then there is nothing we could tell anybody. If you are under 18, being harmed and want help, we can contact the social services together with you.",
      },
    },
    {
      question: { sv: "Berättar ni för skolan?", en: "Do you tell the school?" },
      answer: {
        sv: "Nej. Vill du prata med någon på skolan, till exempel skolkuratorn, kan vi fundera tillsammans på hur.",
        en: "No. If you want to talk to somebody at school, such as the counsellor, we can think about how together.",
      },
    },
  ],
};
