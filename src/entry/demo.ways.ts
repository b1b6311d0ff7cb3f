import type { FaceContent } from "../site/index.ts";

type Door = FaceContent["doors"]["woman"];
export type Gentle = Door["gentle"][number];
type Way = Gentle["ways"][number];

// Help that exists and that anybody may ring, with the numbers that its owners publish.

function line(phone: string, sv: string, en: string): Way {
  return { name: { sv, en }, phone, url: null, face: null };
}

export function faceWay(face: string, sv: string, en: string): Way {
  return { name: { sv, en }, phone: null, url: null, face };
}

const emergency = line("112", "Akut fara", "Emergency");
export const nationalWomensLine = line(
  "020-50 50 50",
  "Kvinnofridslinjen",
  "National women’s line",
);
const mensLine = line("020-80 80 80", "Stödlinjen för män", "National line for men");
const transLine = line(
  "020-55 00 00",
  "Stödlinjen för transpersoner",
  "National line for trans people",
);
const stopLine = line("020-555 666", "Välj att sluta", "Choose to stop");
const bris = line("116 111", "Bris", "Bris");
const healthLine = line("1177", "1177, råd om vård", "1177, health advice");
const victimSupport = line("116 006", "Brottsofferjouren", "Victim Support");
const suicideLine = line("90101", "Självmordslinjen", "Suicide line");

export const menOver21: Gentle = {
  who: { sv: "Du som är man och har fyllt 21", en: "You who are a man over 21" },
  say: {
    sv: "Det är modigt att söka hjälp, och du förtjänar att bli lyssnad på. Vår jour tar emot kvinnor, men andra finns för dig. Det är gratis att ringa och du får vara anonym.",
    en: "It takes courage to look for help, and you deserve to be listened to. Our centre is for women, but others are there for you. Calling is free, and you may be anonymous.",
  },
  ways: [mensLine, victimSupport, suicideLine],
};

export const transAdults: Gentle = {
  who: { sv: "Du som är trans eller ickebinär", en: "You who are trans or non-binary" },
  say: {
    sv: "Är du kvinna är du välkommen hit. Du kan också ringa en linje som är till för alla transpersoner.",
    en: "If you are a woman you are welcome here. You can also call a line that is there for all trans people.",
  },
  ways: [transLine],
};

export const whoHurtsOthers: Gentle = {
  who: { sv: "Du som skadar någon du älskar", en: "You who hurt somebody you love" },
  say: {
    sv: "Det går att sluta. Ring och prata med någon som kan hjälpa dig dit.",
    en: "It is possible to stop. Call and talk to somebody who can help you get there.",
  },
  ways: [stopLine],
};

export const under12: Gentle = {
  who: { sv: "Du som inte har fyllt 12", en: "You who are under 12" },
  say: {
    sv: "Vad bra att du letar efter någon att prata med. Det som händer är inte ditt fel. Hos Bris kan du ringa eller chatta med en snäll vuxen, dag och natt. Berätta gärna för en vuxen som du litar på, till exempel i skolan.",
    en: "It is good that you are looking for somebody to talk to. What happens is not your fault. At Bris you can call or chat with a kind adult, day and night. Do tell an adult whom you trust, at school for instance.",
  },
  ways: [bris, emergency],
};

export const under18: Gentle = {
  who: { sv: "Du som inte har fyllt 18", en: "You who are under 18" },
  say: {
    sv: "Hos Bris kan du ringa eller chatta, dag och natt. Du får också skriva till en ungdomsjour på en annan ort.",
    en: "At Bris you can call or chat, day and night. You may also write to a youth centre in another town.",
  },
  ways: [bris, emergency],
};

export const chooseFace: Gentle = {
  who: { sv: "Du som är mellan 18 och 21", en: "You who are 18 to 21" },
  say: {
    sv: "Du väljer själv: kvinnojouren, om du är kvinna, eller ungdomsjouren. Båda vill höra av dig, och det går att byta.",
    en: "You choose: the women’s centre, if you are a woman, or the youth centre. Both want to hear from you, and you can change your mind.",
  },
  ways: [
    faceWay("kvinnojour", "Kvinnojouren", "The women’s centre"),
    faceWay("ungdomsjour", "Ungdomsjouren", "The youth centre"),
  ],
};

export const worriedForAChild: Gentle = {
  who: { sv: "Är det ett barn du är orolig för?", en: "Is it a child you are worried about?" },
  say: {
    sv: "Ring socialtjänsten i barnets kommun. Du kan fråga om råd utan att säga barnets namn. Är det bråttom, ring 112 och be om socialjouren.",
    en: "Call the social services where the child lives. You can ask for advice without saying the child’s name. If it is urgent, call 112 and ask for the social services on duty.",
  },
  ways: [emergency],
};

export const needsCare: Gentle = {
  who: { sv: "Är någon skadad?", en: "Is somebody injured?" },
  say: {
    sv: "Ring 112 om det är allvarligt. Annars ger 1177 råd om vård, dygnet runt.",
    en: "Call 112 if it is serious. Otherwise 1177 gives health advice, day and night.",
  },
  ways: [healthLine, emergency],
};
