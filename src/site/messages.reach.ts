import { defineMessages } from "../ui/languages.ts";

/** The settings of what the network's directory tells of a face. */
export const reachMessages = defineMessages({
  sv: {
    lead: "Så hittar hon er på förbundets sida. Tider, telefon, vilka ni tar emot och tillstånd hämtas därifrån de redan står.",
    municipalities: "Kommuner ni finns för",
    none: "Ingen kommun än. Då hittar bara den er som letar efter ert namn eller var som helst.",
    add: "Lägg till en kommun",
    choose: "Välj kommun",
    remove: (name: string) => `Ta bort ${name}`,
    elsewhere: "Vi tar emot den som bor i en annan kommun",
    elsewhereHint: "Många vill inte prata med en jour på hemorten.",
    languages: "Språk som någon hos er talar",
  },
  en: {
    lead: "This is how she finds you on the federation’s page. Hours, phone, whom you receive and permit are taken from where they already stand.",
    municipalities: "Municipalities that you are there for",
    none: "No municipality yet. Then you are found only by your name, or by those who look anywhere.",
    add: "Add a municipality",
    choose: "Choose a municipality",
    remove: (name) => `Remove ${name}`,
    elsewhere: "We receive people who live in another municipality",
    elsewhereHint: "Many would rather not talk to a centre of their home town.",
    languages: "Languages that somebody of you speaks",
  },
});
