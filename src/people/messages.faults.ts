import { defineMessages } from "../ui/languages.ts";

/** What went wrong on the way into the desk or in it, by its code: what happened, what was kept, what to do. */
export const messages = defineMessages({
  sv: {
    unknown:
      "Något gick fel hos oss. Inget har gått förlorat. Försök igen om en stund, och hör av dig till din samordnare om det fortsätter.",
    offline: "Vi når inte jouren just nu. Kontrollera nätet och försök igen.",
    "invitation-unreadable":
      "Länken är inte hel. Kopiera hela länken ur meddelandet och öppna den igen.",
    "invitation-unknown":
      "Inbjudan finns inte längre. Den kan ha dragits tillbaka. Be den som bjöd in dig om en ny.",
    "invitation-used":
      "Inbjudan är redan använd. Var det du, så loggar du in här nedanför. Var det inte du: säg till den som bjöd in dig, genast.",
    "invitation-expired":
      "Inbjudan har gått ut, den gällde i tre dygn. Be den som bjöd in dig om en ny.",
    "foreign-invitation":
      "Inbjudan gäller en annan jour. Öppna länken precis som du fick den, utan att ändra adressen.",
    "enrolment-refused":
      "Jouren kunde inte ta emot ditt svar på inbjudan. Ladda om sidan och börja om; inbjudan är kvar.",
    "root-fingerprint-mismatch":
      "Jourens nyckel är inte den som din inbjudan talar om. Fortsätt inte. Ring den som bjöd in dig och berätta.",
    "passkey-cancelled":
      "Det avbröts, eller så tog det för lång tid. Inget har ändrats. Försök igen när du vill.",
    "passkey-known": "Den här enheten har redan en passkey hos jouren.",
    "passkey-failed":
      "Enheten kunde inte använda en passkey. Pröva ett annat sätt, eller en annan webbläsare.",
    "passkey-refused": "Jouren kunde inte godkänna din passkey. Försök igen.",
    "no-prf":
      "Den här enheten kan göra en passkey, men den kan inte låsa upp din nyckel med den. Använd en lösenfras i stället.",
    "not-recognised": "Det stämde inte. Kontrollera och försök igen.",
    "too-many-attempts":
      "För många försök med det namnet. Vänta en kvart, eller kom in med passkey eller återställningskod.",
    "wrong-recovery-code": "Koden går inte ihop. Någon bokstav eller siffra är fel eller saknas.",
    "cannot-open":
      "Det gick inte att låsa upp din nyckel. Har du bytt telefon eller återställt enheten, så kom in på ett annat sätt.",
    "challenge-invalid": "Det tog för lång tid. Försök igen.",
    "another-member": "Det där var någon annans inloggning. Logga ut först om ni byter plats.",
    "stretch-failed": "Enheten orkade inte räkna fram nyckeln. Stäng andra flikar och försök igen.",
    "name-taken": "Det inloggningsnamnet används redan. Välj ett annat.",
    "last-way-in": "Det är din sista väg in. Lägg till en annan först.",
    "last-coordinator": "Jouren måste ha minst en samordnare. Bjud in en till först.",
    "not-delegate":
      "Din nyckel får inte skriva under ännu. En samordnare som bär jourens rotnyckel behöver logga in först; sedan går det av sig självt.",
    "changed-meanwhile":
      "Någon annan ändrade samtidigt. Inget har gått förlorat. Titta igen och försök en gång till.",
    "trust-refused":
      "Jourens register gick inte ihop med det du skrev under. Inget ändrades. Ladda om och försök igen.",
    "not-founded": "Jouren har ingen samordnare ännu.",
    "directory-expired":
      "Jourens register har gått ut, så chatten är stängd. Det öppnar igen så snart en samordnare loggar in.",
    "directory-rolled-back":
      "Servern visade ett äldre register än det du redan sett. Gå inte i tjänst. Ring din samordnare.",
    "log-fork":
      "Servern visade en annan historia än den du redan sett. Gå inte i tjänst. Ring din samordnare.",
    "log-rolled-back":
      "Servern visade en kortare kedja än den du har sett, så något kan ha tagits bort ur den. Vi släppte inte in dig. Inget har ändrats. Ring din samordnare.",
    "proposal-overtaken":
      "Något annat hann före i kedjan, så förslaget kan inte skrivas under längre. Inget har ändrats. Titta igen, och föreslå det på nytt om det behövs.",
    "proposal-unsigned":
      "Förslaget har ingen underskrift av en nyckelbärare. Skriv inte under. Ring en annan nyckelbärare.",
    "proposal-idle": "Det är redan så. Inget behöver skrivas under.",
    "proposal-refused":
      "Jouren kunde inte ta emot underskriften. Inget har ändrats. Titta igen och försök en gång till.",
    "limit-reached": "För mycket väntar redan på underskrift. Ta bort något av det först.",
    "host-taken":
      "Adressen hör redan till en jour i huset. Inget har ändrats. Välj en annan adress.",
    "slug-taken":
      "Adressen liknar en annan jours för mycket. Inget har ändrats. Be den som sköter servern grunda jouren.",
    "already-founded":
      "Någon har redan öppnat länken, så den går inte att ta tillbaka. Inget har ändrats.",
    "foundings-full":
      "Trettio jourer är inbjudna som ingen har grundat än. Ta bort någon av dem först. Inget har ändrats.",
    "not-found": "Det finns inte längre. Någon annan kan ha tagit bort det.",
    "not-allowed": "Det får du inte göra med din nyckel. Inget har ändrats.",
    "member-not-in-directory":
      "Du står inte i jourens register just nu, så du kan inte gå i tjänst. Ring din samordnare.",
  },
  en: {
    unknown:
      "Something went wrong on our side. Nothing has been lost. Try again in a while, and tell your coordinator if it goes on.",
    offline: "We cannot reach the centre just now. Check the network and try again.",
    "invitation-unreadable":
      "The link is not whole. Copy all of it out of the message and open it again.",
    "invitation-unknown":
      "The invitation is no longer there. It may have been withdrawn. Ask the one who invited you for a new one.",
    "invitation-used":
      "The invitation has been used. If it was you, sign in below. If it was not: tell the one who invited you, at once.",
    "invitation-expired":
      "The invitation has expired, it was good for three days. Ask the one who invited you for a new one.",
    "foreign-invitation":
      "The invitation belongs to another centre. Open the link exactly as you got it, with its address unchanged.",
    "enrolment-refused":
      "The centre could not accept your answer. Reload the page and begin again; the invitation is still good.",
    "root-fingerprint-mismatch":
      "The key of the centre is not the one that your invitation speaks of. Do not go on. Call the one who invited you and tell her.",
    "passkey-cancelled":
      "It was cancelled, or it took too long. Nothing has changed. Try again when you like.",
    "passkey-known": "This device already has a passkey for the centre.",
    "passkey-failed": "The device could not use a passkey. Try another way in, or another browser.",
    "passkey-refused": "The centre could not accept your passkey. Try again.",
    "no-prf":
      "This device can make a passkey, but it cannot unlock your key with it. Use a passphrase instead.",
    "not-recognised": "That was not right. Check and try again.",
    "too-many-attempts":
      "Too many attempts with that name. Wait a quarter of an hour, or come in with a passkey or your recovery code.",
    "wrong-recovery-code": "The code does not fit together. A letter or digit is wrong or missing.",
    "cannot-open":
      "Your key could not be unlocked. If you have changed phones or reset the device, come in another way.",
    "challenge-invalid": "It took too long. Try again.",
    "another-member": "That was somebody else's sign-in. Sign out first if you change places.",
    "stretch-failed":
      "The device did not manage to work out the key. Close other tabs and try again.",
    "name-taken": "That sign-in name is already in use. Choose another.",
    "last-way-in": "It is your last way in. Add another first.",
    "last-coordinator": "The centre must have at least one coordinator. Invite another first.",
    "not-delegate":
      "Your key may not sign yet. A coordinator who holds the root key of the centre needs to sign in first; then it happens by itself.",
    "changed-meanwhile":
      "Somebody else changed something at the same moment. Nothing has been lost. Look again and try once more.",
    "trust-refused":
      "The register of the centre did not agree with what you signed. Nothing was changed. Reload and try again.",
    "not-founded": "The centre has no coordinator yet.",
    "directory-expired":
      "The register of the centre has expired, so the chat is closed. It opens again as soon as a coordinator signs in.",
    "directory-rolled-back":
      "The server showed an older register than the one that you have seen. Do not go on duty. Call your coordinator.",
    "log-fork":
      "The server showed another history than the one that you have seen. Do not go on duty. Call your coordinator.",
    "log-rolled-back":
      "The server showed a shorter chain than the one that you have seen, so something may have been taken out of it. We did not let you in. Nothing has changed. Call your coordinator.",
    "proposal-overtaken":
      "Something else came into the chain first, so the proposal can no longer be signed. Nothing has changed. Look again, and propose it anew if it is needed.",
    "proposal-unsigned":
      "The proposal has no custodian's signature. Do not sign. Call another custodian.",
    "proposal-idle": "That is how it is already. Nothing needs to be signed.",
    "proposal-refused":
      "The centre could not take the signature. Nothing has changed. Look again and try once more.",
    "limit-reached": "Too much is waiting for signatures already. Remove some of it first.",
    "host-taken":
      "The address belongs to a centre of this house already. Nothing has changed. Choose another.",
    "slug-taken":
      "The address is too like another centre’s. Nothing has changed. Ask whoever looks after the server to found it.",
    "already-founded":
      "Somebody has opened the link already, so it cannot be taken back. Nothing has changed.",
    "foundings-full":
      "Thirty centres have been invited that nobody has founded yet. Remove one of them first. Nothing has changed.",
    "not-found": "It is no longer there. Somebody else may have removed it.",
    "not-allowed": "Your key may not do that. Nothing has changed.",
    "member-not-in-directory":
      "You are not in the register of the centre just now, so you cannot go on duty. Call your coordinator.",
  },
});
