import type { Language } from "../../ui/languages.ts";
import { mailInboxMessages } from "../messages.mail.ts";
import { inboxMessages } from "../messages.inbox.ts";

/** A code of the server or the protocol as a sentence: what happened, and what was kept. */
export function sentenceFor(code: string, language: Language): string {
  const t = inboxMessages[language];
  switch (code) {
    case "changed-meanwhile":
      return t.changed;
    case "claimed":
      return t.claimed;
    case "mailbox-unknown":
      return t.gone;
    case "offline":
    case "try-again":
      return t.offline;
    case "not-in-team":
      return t.notInTeam;
    case "keys-missing":
    case "team-key-unknown":
      return t.keysMissing;
    case "files-missing":
      return t.filesMissing;
    case "mail-off":
      return mailInboxMessages[language].off;
    case "address-refused":
      return mailInboxMessages[language].badAddress;
    default:
      return t.failed(code);
  }
}
