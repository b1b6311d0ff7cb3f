// The guide beside the chat. What it says follows the public guidance for helpers in Sweden (ask
// directly about suicide, safety before the story, act together with the child); numbers and hours
// as of autumn 2025. Who is phoned first at this jour is the jour's own routine, shown above it.

import type { Language } from "./contract.ts";

export type AcuteId = "suicide" | "violence" | "child";

export interface AcuteNumber {
  readonly number: string;
  readonly what: string;
}

export interface AcuteTopic {
  readonly id: AcuteId;
  readonly title: string;
  /** The one thing to do before all others. */
  readonly first: string;
  /** Sentences to send as they stand, in the language of the one who writes. */
  readonly say: readonly string[];
  readonly steps: readonly string[];
  readonly avoid: readonly string[];
  readonly call: readonly AcuteNumber[];
}

export interface AcuteGuide {
  readonly lead: string;
  readonly topics: readonly [AcuteTopic, AcuteTopic, AcuteTopic];
  readonly afterwards: string;
}

const suicide: AcuteTopic = {
  id: "suicide",
  title: "Tankar på självmord",
  first:
    "Fråga rakt ut. Frågan gör inget värre: den visar att du vågar höra svaret. Stanna sedan kvar.",
  say: [
    "Jag blir orolig när jag läser det du skriver. Tänker du på att ta ditt liv?",
    "Tack för att du berättar det för mig. Jag är kvar här.",
    "Har du tänkt ut hur eller när? Har du det som du tänkt använda nära dig nu?",
    "Kan du lägga det långt bort, eller gå till ett annat rum, medan vi skriver?",
    "Vem skulle kunna vara hos dig i dag?",
  ],
  steps: [
    "Lyssna mer än du råder. Svara kort och varmt på det som faktiskt står.",
    "Fråga om plan, sätt, tidpunkt och tidigare försök. Ju mer bestämt, desto mer bråttom.",
    "Fara nu (har bestämt sig, har det som behövs till hands, har skadat sig eller tagit något): be den som skriver ringa 112 genast. Får du veta var, så ringer du 112 själv.",
    "Den som orkar ta sig dit kan gå direkt till en psykiatrisk akutmottagning; 1177 säger vilken.",
    "Stanna i samtalet tills någon är på plats eller en kollega har tagit vid.",
    "Ingen fara just nu: kom överens om ett enda nästa steg i dag. Någon att berätta för, 90101 eller vårdcentralen.",
  ],
  avoid: [
    "Lova inte tystnad när det gäller liv. Säg vad du gör innan du gör det.",
    "Inte ”tänk på dina barn”, inte ”det ordnar sig”. Ingen diskussion om rätt och fel.",
    "Lämna inte samtalet utan att ha sagt vem som tar vid.",
  ],
  call: [
    { number: "112", what: "när någon är i fara nu" },
    { number: "90101", what: "Mind Självmordslinjen, dygnet runt" },
    { number: "1177", what: "råd om vård, närmaste psykiatriska akutmottagning" },
    { number: "116 111", what: "Bris, för alla under 18, dygnet runt" },
  ],
};

const violence: AcuteTopic = {
  id: "violence",
  title: "Våld just nu",
  first: "Fråga om det är fara nu, och om någon kan se skärmen. Skriv kort.",
  say: [
    "Är du i fara just nu? Är personen där?",
    "Kan någon se vad du skriver? Du kan lämna sidan när du vill.",
    "Ring 112 om du kan, även om du måste viska. Säg först var du är.",
    "Kan du ta dig ut, eller till ett rum med en väg ut? Undvik kök och badrum.",
    "Det är inte ditt fel. Du har rätt till hjälp.",
  ],
  steps: [
    "Säkerhet först, berättelsen sedan. En fråga i taget, helst sådana som går att svara ja eller nej på.",
    "Bäst är att den som är i fara ringer själv: 112 kan ofta se var en mobil är. Sms till 112 fungerar bara för den som har anmält sig i förväg.",
    "Får du veta var: ring 112. Säg adressen, och att du ringer åt någon på en annan plats.",
    "Fråga om det finns barn där, och om de kan följa med ut.",
    "Strypgrepp, slag mot huvudet, våld under graviditet: farligt även när inget syns. Vård i dag; 112 om det är svårt att andas, svälja eller tala.",
    "Blir det tyst kan någon annan sitta vid skärmen. Skriv inget som avslöjar. Vänta: du ser när förbindelsen bryts.",
    "Tak över huvudet i natt: socialtjänsten ordnar skyddat boende, kvällar och helger genom socialjouren.",
  ],
  avoid: [
    "Pressa inte fram ett uppbrott. Tiden kring det är den farligaste och planeras tillsammans, med stöd.",
    "Kontakta aldrig den som utövar våldet.",
    "Fråga inte ”varför går du inte?”.",
  ],
  call: [
    { number: "112", what: "när någon är i fara nu" },
    {
      number: "020-50 50 50",
      what: "Kvinnofridslinjen, dygnet runt, syns inte på telefonräkningen",
    },
    { number: "Socialjouren", what: "kommunens nummer; 112 kan koppla" },
    { number: "114 14", what: "polisen, för att anmäla när det inte är bråttom" },
  ],
};

const child: AcuteTopic = {
  id: "child",
  title: "Ett barn far illa",
  first: "Ta reda på hur gammalt barnet är, och om barnet är tryggt just nu.",
  say: [
    "Vad bra att du berättar. Det är inte ditt fel.",
    "Är du trygg där du är just nu?",
    "Finns det en vuxen som du litar på och kan vara hos?",
    "Jag vill inte lova något som jag inte kan hålla. Behöver någon mer hjälpa till, så säger jag det till dig först.",
    "Ska vi fundera tillsammans på vem som kan hjälpa dig?",
  ],
  steps: [
    "Fara nu: 112. Be barnet ringa själv, eller ring om du får veta var barnet är.",
    "Låt barnet berätta med egna ord. Fråga öppet, och inte mer än du behöver för att förstå hur bråttom det är.",
    "Socialtjänsten i barnets kommun på dagen, socialjouren på kvällar och helger.",
    "Vem som helst får göra en orosanmälan. Till den behövs namn och kommun, och dem har bara den som skriver: gör det tillsammans.",
    "Er egen rutin säger vem hos er som anmäler, och när ni måste. Fråga samordnaren.",
    "Risk att föras utomlands, giftas bort eller könsstympas: socialtjänst eller polis före resan. Är det i dag: 112.",
    "Skriver barnet på en vuxens telefon: hjälp det att lämna sidan utan spår.",
  ],
  avoid: [
    "Lova inte att hålla det hemligt.",
    "Förhör inte: inga ledande frågor, ingen jakt på bevis.",
    "Be inte barnet ställa någon till svars, och kontakta inte hemmet.",
  ],
  call: [
    { number: "112", what: "när ett barn är i fara nu" },
    { number: "116 111", what: "Bris, för alla under 18, dygnet runt" },
    { number: "Socialjouren", what: "kommunens nummer; 112 kan koppla" },
  ],
};

const suicideEn: AcuteTopic = {
  id: "suicide",
  title: "Thoughts of suicide",
  first:
    "Ask straight out. Asking makes nothing worse: it shows that you dare to hear the answer. Then stay.",
  say: [
    "I get worried when I read what you write. Are you thinking of taking your life?",
    "Thank you for telling me. I am still here.",
    "Have you thought about how or when? Do you have what you would use near you now?",
    "Could you put it far away, or go to another room, while we write?",
    "Who could be with you today?",
  ],
  steps: [
    "Listen more than you advise. Answer what is actually written, short and warm.",
    "Ask about plan, means, time and earlier attempts. The more settled, the more urgent.",
    "Danger now (has decided, has the means at hand, is hurt or has taken something): ask the one who writes to call 112 at once. If you are told where, you call 112 yourself.",
    "Whoever can get there may go straight to a psychiatric emergency department; 1177 says which.",
    "Stay in the conversation until somebody is there or a colleague has taken over.",
    "No danger just now: agree on one single next step today. Somebody to tell, 90101 or the health centre.",
  ],
  avoid: [
    "Do not promise silence where a life is at stake. Say what you do before you do it.",
    "Not “think of your children”, not “it will be all right”. No debate about right and wrong.",
    "Do not leave without having said who takes over.",
  ],
  call: [
    { number: "112", what: "when somebody is in danger now" },
    { number: "90101", what: "Mind suicide line, day and night" },
    { number: "1177", what: "advice on care, nearest psychiatric emergency department" },
    { number: "116 111", what: "Bris, for everybody under 18, day and night" },
  ],
};

const violenceEn: AcuteTopic = {
  id: "violence",
  title: "Violence right now",
  first: "Ask if there is danger now, and if somebody can see the screen. Write little.",
  say: [
    "Are you in danger right now? Is the person there?",
    "Can anybody see what you write? You can leave the page whenever you want.",
    "Call 112 if you can, even if you must whisper. First say where you are.",
    "Can you get out, or to a room with a way out? Stay away from kitchen and bathroom.",
    "This is not your fault. You have a right to help.",
  ],
  steps: [
    "Safety first, the story later. One question at a time, best such that yes or no will do.",
    "It is best that the one in danger calls: 112 can often see where a mobile phone is. A text message to 112 works only for those who have registered beforehand.",
    "If you are told where: call 112. Give the address, and say that you call for somebody in another place.",
    "Ask if there are children, and if they can come along.",
    "Strangling, blows to the head, violence during pregnancy: dangerous even when nothing shows. Care today; 112 if it is hard to breathe, swallow or speak.",
    "If it falls silent, somebody else may sit at the screen. Write nothing that reveals. Wait: you see when the connection breaks.",
    "A roof tonight: social services arrange protected housing, in evenings and weekends through the social emergency service (socialjouren).",
  ],
  avoid: [
    "Do not press anybody to break up. The time around it is the most dangerous and is planned together, with support.",
    "Never contact the one who uses violence.",
    "Do not ask “why don’t you leave?”.",
  ],
  call: [
    { number: "112", what: "when somebody is in danger now" },
    {
      number: "020-50 50 50",
      what: "Kvinnofridslinjen, day and night, not shown on the phone bill",
    },
    { number: "Socialjouren", what: "the municipality’s number; 112 can connect" },
    { number: "114 14", what: "the police, to report when it is not urgent" },
  ],
};

const childEn: AcuteTopic = {
  id: "child",
  title: "A child at risk",
  first: "Find out how old the child is, and if the child is safe right now.",
  say: [
    "I am glad that you tell me. It is not your fault.",
    "Are you safe where you are right now?",
    "Is there a grown-up whom you trust and could stay with?",
    "I do not want to promise what I cannot keep. If somebody more must help, I tell you first.",
    "Shall we think together about who could help you?",
  ],
  steps: [
    "Danger now: 112. Ask the child to call, or call if you are told where the child is.",
    "Let the child tell in its own words. Ask openly, and no more than you need to see how urgent it is.",
    "Social services of the child’s municipality in the daytime, the social emergency service (socialjouren) in evenings and weekends.",
    "Anybody may report concern for a child. It takes a name and a municipality, which only the one who writes has: do it together.",
    "Your own routine says who of you reports, and when you must. Ask the coordinator.",
    "A risk of being taken abroad, married off or mutilated: social services or police before the journey. If it is today: 112.",
    "If the child writes on an adult’s phone: help it to leave the page without a trace.",
  ],
  avoid: [
    "Do not promise to keep it secret.",
    "Do not interrogate: no leading questions, no hunt for proof.",
    "Do not ask the child to confront anybody, and do not contact the home.",
  ],
  call: [
    { number: "112", what: "when a child is in danger now" },
    { number: "116 111", what: "Bris, for everybody under 18, day and night" },
    { number: "Socialjouren", what: "the municipality’s number; 112 can connect" },
  ],
};

export const acuteGuide: Readonly<Record<Language, AcuteGuide>> = {
  sv: {
    lead: "Andas. Du behöver inte lösa allt. Håll kvar kontakten, kalla in en kollega tidigt, och ta hjälp av 112 när någon är i fara nu. Bara den som skriver kan berätta var hon eller han är.",
    topics: [suicide, violence, child],
    afterwards:
      "Efteråt: berätta för en kollega hur det gick, ta fem minuter före nästa samtal, och ta med det till handledningen.",
  },
  en: {
    lead: "Breathe. You need not solve everything. Keep the contact, call a colleague in early, and let 112 help when somebody is in danger now. Only the one who writes can tell where she or he is.",
    topics: [suicideEn, violenceEn, childEn],
    afterwards:
      "Afterwards: tell a colleague how it went, take five minutes before the next conversation, and bring it to supervision.",
  },
};
