import { defineMessages, type Language } from "../ui/languages.ts";

/** What happened, what was kept, what to do: by code. */
const messages = defineMessages({
  sv: {
    "own-record":
      "Du kan inte anteckna ditt eget utdrag. Inget har sparats. Låt en annan samordnare se det och anteckna.",
    "wrong-regime":
      "Det får inte sparas om henne, för det följer inte av vad hon gör. Inget har sparats. Välj först rätt uppgift under Vad hon gör.",
    "extract-too-old": "Utdraget är för gammalt. Inget har sparats. Be henne beställa ett nytt.",
    "day-refused": "Dagen stämmer inte. Inget har sparats. Se efter i utdraget.",
    "copy-refused":
      "Kopian gick inte att spara. Bara jourens samordnare kan ta emot den. Ladda om sidan och försök igen.",
    "copy-false":
      "Kopian stämmer inte med sin underskrift: någon har bytt ut den eller ändrat dess dagar. Den har inte öppnats. Be om utdragen igen, och berätta för den som sköter servern.",
    "keep-longer": "Kopian måste sparas längre. Den är kvar.",
    "review-due":
      "En månads genomgång är inte gjord. Innan någons uppgifter kan öppnas behöver en samordnare gå igenom den, under Vem har tittat.",
    "review-refused":
      "Genomgången gick inte att skriva under: någon har tittat sedan listan hämtades. Hämta den igen.",
    "month-open": "Månaden är inte slut än. Du kan skriva under den när den är över.",
    "pledge-refused":
      "Underskriften godtogs inte. Inget har sparats. Ladda om sidan och försök igen.",
    "changed-meanwhile": "En kollega har ändrat under tiden. Vi har hämtat det som gäller nu.",
    "not-found": "Hon finns inte längre i jouren.",
    "not-allowed": "Det hör inte till dina uppgifter i jouren. En samordnare kan ändra det.",
    "file-too-large": "Filen är för stor: högst 1 MB. Skanna i lägre upplösning och försök igen.",
    "file-kind": "Välj en PDF eller en bild.",
    "bad-input": "Något fält är inte rätt ifyllt. Inget har sparats.",
    offline: "Servern svarar inte just nu. Inget har ändrats. Försök igen om en stund.",
    other: "Något gick fel. Inget har ändrats. Försök igen om en stund.",
  },
  en: {
    "own-record":
      "You cannot note your own extract. Nothing was saved. Let another coordinator see it and note it.",
    "wrong-regime":
      "That may not be kept about her, for it does not follow from what she does. Nothing was saved. Choose the right task first under What she does.",
    "extract-too-old": "The extract is too old. Nothing was saved. Ask her to order a new one.",
    "day-refused": "The day is not right. Nothing was saved. Look at the extract.",
    "copy-refused":
      "The copy could not be saved. Only coordinators can receive it. Reload the page and try again.",
    "copy-false":
      "The copy does not fit its signature: somebody has put another in its place, or changed its days. It was not opened. Ask for the extracts again, and tell whoever runs the server.",
    "keep-longer": "The copy must be kept longer. It is still there.",
    "review-due":
      "The review of a month has not been done. Before a record can be opened a coordinator needs to go through it, under Who has looked.",
    "review-refused":
      "The review could not be signed: somebody has looked since the list was fetched. Fetch it again.",
    "month-open": "The month is not over yet. You can sign it when it is.",
    "pledge-refused":
      "The signature was not accepted. Nothing was saved. Reload the page and try again.",
    "changed-meanwhile":
      "A colleague has changed something meanwhile. We have fetched what stands now.",
    "not-found": "She is not at the centre any more.",
    "not-allowed": "That is not among your tasks at the centre. A coordinator can change it.",
    "file-too-large": "The file is too large: 1 MB at most. Scan it at a lower resolution.",
    "file-kind": "Choose a PDF or a picture.",
    "bad-input": "A field is not filled in right. Nothing was saved.",
    offline: "The server does not answer just now. Nothing has changed. Try again in a while.",
    other: "Something went wrong. Nothing has changed. Try again in a while.",
  },
});

export function faultText(code: string, language: Language): string {
  const known: Readonly<Record<string, string>> = messages[language];
  return known[code] ?? messages[language].other;
}
