import { defineMessages, type Language } from "../../ui/languages.ts";
import type { MailTrouble } from "./contract.ts";

/** What a coordinator reads about the jour's ordinary mail. */
export const mailMessages = defineMessages({
  sv: {
    title: "Vanlig e-post",
    off: "Vanlig e-post är inte påslagen. Den som sköter servern kan slå på den: i README står hur.",
    on: (address: string) => `Det som kommer till ${address} hamnar bland breven.`,
    fetchedAt: (when: string) => `Hämtades senast ${when}.`,
    neverFetched: "Har inte hämtats än.",
    handedOver: "Den tas emot direkt från jourens e-postserver.",
    leftBehind: (count: number) =>
      count === 1
        ? "Ett mejl är större än 25 MB och ligger kvar i den vanliga inkorgen."
        : `${count} mejl är större än 25 MB och ligger kvar i den vanliga inkorgen.`,
    waiting: (count: number) =>
      count === 1 ? "Ett svar väntar på att skickas." : `${count} svar väntar på att skickas.`,
    givenUp: (count: number) =>
      count === 1
        ? "Ett svar kunde inte skickas. Det står bland breven."
        : `${count} svar kunde inte skickas. De står bland breven.`,
    loading: "Ser efter …",
    failed: "Vi kunde inte se hur det står till. Försök igen.",
    again: "Se efter igen",
    "login-refused":
      "E-postservern tar inte emot namnet eller lösenordet. Inget är borta. Be den som sköter servern att rätta det.",
    unreachable: "E-postservern svarar inte. Inget är borta. Vi försöker igen av oss själva.",
    unanswered:
      "E-postservern fick ett svar av oss och bekräftade det inte. Det kan ha gått fram. Vi skickar det igen av oss själva.",
    "not-secure":
      "E-postservern kan inte visa att den är den rätta, så vi talar inte med den. Be den som sköter servern att se efter.",
    busy: "E-postservern bad oss vänta. Vi försöker igen av oss själva.",
    refused: "E-postservern vägrade. Be den som sköter servern att se efter.",
    unavailable: "Det gick inte. Vi försöker igen av oss själva.",
    "no-folder":
      "Mappen som posten ska hämtas ur finns inte. Be den som sköter servern att rätta det.",
    "letters-closed":
      "Brevgruppens nyckel saknas eller är för gammal, så posten får ligga kvar på sin server. Det ordnar sig när en samordnare loggar in.",
  },
  en: {
    title: "Ordinary mail",
    off: "Ordinary mail is not switched on. Whoever runs the server can switch it on: the README says how.",
    on: (address: string) => `What comes to ${address} is put among the letters.`,
    fetchedAt: (when: string) => `Last fetched ${when}.`,
    neverFetched: "Not fetched yet.",
    handedOver: "It is taken straight from the centre’s mail server.",
    leftBehind: (count: number) =>
      count === 1
        ? "One mail is larger than 25 MB and is still in the ordinary inbox."
        : `${count} mails are larger than 25 MB and are still in the ordinary inbox.`,
    waiting: (count: number) =>
      count === 1 ? "One answer waits to be sent." : `${count} answers wait to be sent.`,
    givenUp: (count: number) =>
      count === 1
        ? "One answer could not be sent. It stands among the letters."
        : `${count} answers could not be sent. They stand among the letters.`,
    loading: "Looking …",
    failed: "We could not see how it stands. Try again.",
    again: "Look again",
    "login-refused":
      "The mail server does not take the name or the password. Nothing is lost. Ask whoever runs the server to mend it.",
    unreachable: "The mail server does not answer. Nothing is lost. We try again by ourselves.",
    unanswered:
      "The mail server got an answer of ours and did not confirm it. It may have arrived. We send it again by ourselves.",
    "not-secure":
      "The mail server cannot show that it is the right one, so we don’t talk to it. Ask whoever runs the server to have a look.",
    busy: "The mail server asked us to wait. We try again by ourselves.",
    refused: "The mail server refused. Ask whoever runs the server to have a look.",
    unavailable: "It did not work. We try again by ourselves.",
    "no-folder": "The folder to fetch from is not there. Ask whoever runs the server to mend it.",
    "letters-closed":
      "The letter team’s key is missing or too old, so the mail stays on its server. It mends itself when a coordinator signs in.",
  },
});

export function troubleInWords(trouble: MailTrouble, language: Language): string {
  const t = mailMessages[language];
  return trouble === "off" || trouble === "unreadable" ? t.unavailable : t[trouble];
}
