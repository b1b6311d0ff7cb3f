import type { FaceContent } from "../site/index.ts";
import {
  chooseFace,
  faceWay,
  menOver21,
  nationalWomensLine,
  needsCare,
  transAdults,
  under12,
  under18,
  whoHurtsOthers,
  worriedForAChild,
} from "./demo.ways.ts";

type Doors = FaceContent["doors"];

const worried: Doors["worried"] = {
  received: true,
  label: { sv: "Jag är orolig för någon", en: "I am worried about somebody" },
  hint: { sv: "En vän, en dotter, en syster, en kollega", en: "A friend, a daughter, a colleague" },
  lead: {
    sv: "Det är svårt att se någon fara illa. Du kan göra mer än du tror.",
    en: "It is hard to see somebody being hurt. You can do more than you think.",
  },
  body: {
    sv: "Det här kan vara tecken:\n\n- Hon drar sig undan och tackar nej till sådant hon tyckte om\n- Hon måste svara i telefon hela tiden, eller fråga om lov\n- Hon ursäktar sin partner, eller är rädd för att göra fel\n- Hon har märken som hon förklarar bort\n\nSå kan du säga: ”Jag är orolig för dig. Har du det bra hemma? Du behöver inte svara nu. Jag finns här.” Lyssna, och tro på henne. Säg att det inte är hennes fel. Skäll inte på partnern, och bestäm inte åt henne: att lämna kan vara farligt, och hon vet bäst när.\n\nSkriv inte om det i meddelanden som någon annan kan läsa. Du får också prata med oss, för din egen skull.",
    en: "These can be signs:\n\n- She withdraws, and turns down what she used to like\n- She must answer her phone all the time, or ask for permission\n- She excuses her partner, or is afraid of doing wrong\n- She has marks that she explains away\n\nYou could say: “I am worried about you. Is everything all right at home? You don’t have to answer now. I am here.” Listen, and believe her. Say that it is not her fault. Don’t scold the partner, and don’t decide for her: leaving can be dangerous, and she knows best when.\n\nDon’t write about it in messages that somebody else may read. You too may talk with us, for your own sake.",
  },
  gentle: [worriedForAChild, needsCare],
};

const socialServices: Doors["social-services"] = {
  received: true,
  label: { sv: "Jag arbetar i socialtjänsten", en: "I work in the social services" },
  hint: { sv: "Placering, samråd, samverkan", en: "Placement, advice, cooperation" },
  lead: {
    sv: "Behöver en kvinna skydd i dag? Ring oss, så berättar vi vad vi kan göra och vilka andra vi känner till.",
    en: "Does a woman need protection today? Call us, and we will tell you what we can do and whom else we know of.",
  },
  body: {
    sv: "Vi kan\n\n- vara stödperson under tiden i skyddat boende och efteråt\n- följa med till polis, advokat, domstol och vård\n- ge råd i ett ärende utan att du nämner namn\n\nSkriv inga personuppgifter i chatten. Adressen till ett skyddat boende lämnas bara muntligt, aldrig i skrift.",
    en: "We can\n\n- be a supporter during and after a stay in protected housing\n- come along to the police, a lawyer, court and health care\n- give advice on a case without your naming anybody\n\nDon’t write personal data in the chat. The address of protected housing is only ever told by voice, never in writing.",
  },
  gentle: [],
};

const learn: Doors["learn"] = {
  received: false,
  label: { sv: "Jag vill veta mer", en: "I want to know more" },
  hint: { sv: "Fakta, föreläsningar, engagemang", en: "Facts, lectures, how to join" },
  lead: {
    sv: "Vi berättar gärna om vårt arbete, och om hur våld kan se ut.",
    en: "We gladly tell you about our work, and about what violence can look like.",
  },
  body: {
    sv: "Våld är inte bara slag. Det kan vara att kontrollera, hota, kränka, ta över pengarna, tvinga till sex, eller följa någon på nätet. Det är aldrig den utsattas fel.\n\n- Vi föreläser och håller workshops i skolor och på arbetsplatser\n- Vi utbildar volontärer: du får en grundutbildning, går bredvid någon erfaren och får handledning\n- Du kan bli medlem och stödja oss\n\nLäs vidare här under, eller skriv till oss.",
    en: "Violence is more than blows. It can be to control, threaten, insult, take over the money, force into sex, or follow somebody online. It is never the fault of the one who is hurt.\n\n- We lecture and hold workshops at schools and workplaces\n- We train volunteers: you get basic training, work beside somebody experienced and receive supervision\n- You can become a member and support us\n\nRead on below, or write to us.",
  },
  gentle: [
    {
      who: { sv: "Gäller det dig själv?", en: "Is it about yourself?" },
      say: {
        sv: "Ibland börjar man med att vilja veta mer. Du får fråga om vad som helst.",
        en: "Sometimes it begins with wanting to know more. You may ask about anything.",
      },
      ways: [nationalWomensLine],
    },
  ],
};

const womanLabel = { sv: "Jag är kvinna över 18 år", en: "I am a woman over 18" };
const youngLabel = { sv: "Jag är 12–21 år", en: "I am 12 to 21 years old" };
const womanHint = { sv: "Stöd av kvinnor, för kvinnor", en: "Support by women, for women" };
const youngHint = { sv: "Tjej, kille eller ickebinär", en: "Girl, boy or non-binary" };

export const kvinnojourDoors: Doors = {
  woman: {
    received: true,
    label: womanLabel,
    hint: womanHint,
    lead: {
      sv: "Du är välkommen, vad det än gäller. Du behöver inte vara säker på att det är våld.",
      en: "You are welcome, whatever it is about. You need not be sure that it is violence.",
    },
    body: {
      sv: "Du kan prata med oss om det som händer hemma, om en relation som gör ont, om övergrepp nyss eller för länge sedan. Vi lyssnar, vi tror på dig, och vi bestämmer ingenting åt dig.\n\nVill du kan vi\n\n- fundera tillsammans över vad som är tryggast just nu\n- berätta hur en polisanmälan eller en vårdnadstvist går till\n- följa med dig till polis, advokat, socialtjänst eller vård\n- hjälpa dig att söka skyddat boende",
      en: "You can talk with us about what happens at home, about a relationship that hurts, about abuse recent or long ago. We listen, we believe you, and we decide nothing for you.\n\nIf you wish we can\n\n- think together about what is safest right now\n- tell you what a police report or a custody dispute involves\n- come with you to the police, a lawyer, the social services or health care\n- help you to look for protected housing",
    },
    gentle: [chooseFace, transAdults, menOver21, whoHurtsOthers],
  },
  young: {
    received: false,
    label: youngLabel,
    hint: youngHint,
    lead: {
      sv: "Din Ungdomsjour är till för dig. Där svarar vuxna som är vana vid att lyssna på unga.",
      en: "Din Ungdomsjour is there for you. Adults who are used to listening to young people answer.",
    },
    body: { sv: "", en: "" },
    gentle: [
      {
        who: { sv: "Du som är mellan 12 och 21", en: "You who are 12 to 21" },
        say: {
          sv: "Tjej, kille eller ickebinär: du är välkommen. Har du fyllt 18 och är kvinna väljer du själv mellan ungdomsjouren och kvinnojouren.",
          en: "Girl, boy or non-binary: you are welcome. If you are 18 or older and a woman, you choose between the youth centre and the women’s centre.",
        },
        ways: [
          faceWay("ungdomsjour", "Till Din Ungdomsjour", "To Din Ungdomsjour"),
          faceWay("kvinnojour", "Till kvinnojouren", "To the women’s centre"),
        ],
      },
      under12,
    ],
  },
  worried,
  "social-services": socialServices,
  learn,
};

export const ungdomsjourDoors: Doors = {
  woman: {
    received: false,
    label: womanLabel,
    hint: womanHint,
    lead: {
      sv: "Kvinnojouren Mira är till för dig. Där arbetar bara kvinnor.",
      en: "Kvinnojouren Mira is there for you. Only women work there.",
    },
    body: { sv: "", en: "" },
    gentle: [
      {
        who: { sv: "Du som är kvinna och har fyllt 18", en: "You who are a woman of 18 or older" },
        say: {
          sv: "Vi hör ihop med Kvinnojouren Mira, så du har kommit nästan rätt. Är du under 22 får du skriva till oss också.",
          en: "We belong together with Kvinnojouren Mira, so you are almost there. If you are under 22 you may write to us too.",
        },
        ways: [
          faceWay("kvinnojour", "Till Kvinnojouren Mira", "To Kvinnojouren Mira"),
          nationalWomensLine,
        ],
      },
      menOver21,
    ],
  },
  young: {
    received: true,
    label: youngLabel,
    hint: youngHint,
    lead: {
      sv: "Du kan skriva om precis vad som helst. Du behöver inte veta hur du ska börja.",
      en: "You can write about anything at all. You don’t need to know how to begin.",
    },
    body: {
      sv: "En vuxen som är utbildad för det svarar dig. Hon vet inte vem du är, och hon blir inte chockad.\n\nMånga skriver om\n\n- kärlek som känns bra, konstig eller farlig\n- sex, samtycke och kroppen\n- bilder som har spridits\n- någon där hemma som skriker, slår eller bestämmer allt\n- att må dåligt, vara ensam eller inte orka\n\nHänder det nu, eller är du rädd för att gå hem? Då får du också ringa 112.",
      en: "An adult who is trained for it answers you. She doesn’t know who you are, and she won’t be shocked.\n\nMany write about\n\n- love that feels good, strange or dangerous\n- sex, consent and the body\n- pictures that have been spread\n- somebody at home who shouts, hits or decides everything\n- feeling bad, being alone or having no strength left\n\nIs it happening now, or are you afraid to go home? Then you may call 112 too.",
    },
    gentle: [chooseFace, under12, menOver21],
  },
  worried: {
    ...worried,
    hint: { sv: "En kompis, ett syskon, ditt barn", en: "A friend, a sibling, your child" },
  },
  "social-services": socialServices,
  learn,
};

/** A youth centre that stands for itself. */
export const youthDoors: Doors = {
  ...ungdomsjourDoors,
  woman: {
    ...ungdomsjourDoors.woman,
    lead: {
      sv: "Vi är till för dig som är ung. Kvinnojourer finns för dig, och du får ringa den här linjen redan nu.",
      en: "We are there for young people. Women’s centres are there for you, and you may call this line right now.",
    },
    gentle: [
      {
        who: { sv: "Du som är kvinna och har fyllt 18", en: "You who are a woman of 18 or older" },
        say: {
          sv: "Är du under 22 får du skriva till oss också.",
          en: "If you are under 22 you may write to us too.",
        },
        ways: [nationalWomensLine],
      },
      menOver21,
    ],
  },
};

/** A jour without a youth centre of her own sends the young to others, kindly. */
export const videDoors: Doors = {
  ...kvinnojourDoors,
  woman: { ...kvinnojourDoors.woman, gentle: [menOver21, transAdults, whoHurtsOthers] },
  young: {
    ...kvinnojourDoors.young,
    lead: {
      sv: "Vi har ingen egen ungdomsjour, men andra finns för dig.",
      en: "We have no youth centre of our own, but others are there for you.",
    },
    gentle: [
      {
        who: { sv: "Du som är kvinna och har fyllt 18", en: "You who are a woman of 18 or older" },
        say: {
          sv: "Du är välkommen till oss. Gå till dörren för kvinnor.",
          en: "You are welcome with us. Take the door for women.",
        },
        ways: [faceWay("kvinnojour", "Till kvinnojouren", "To the women’s centre")],
      },
      under18,
    ],
  },
};
