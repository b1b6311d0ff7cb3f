import { defineMessages } from "../ui/languages.ts";

/** The register as a file. */
export const fileMessages = defineMessages({
  sv: { head: "Namn;E-post;Postadress;Medlem sedan;Avgifter;Sa ja", name: "medlemmar.csv" },
  en: { head: "Name;E-mail;Postal address;Member since;Fees;Agreed", name: "members.csv" },
});
