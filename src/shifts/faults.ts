import type { Language } from "../ui/languages.ts";
import { messages } from "./messages.ts";

type Key = Extract<keyof (typeof messages)["sv"], `fault${string}`>;

/** What happened, what was kept, what to do: by the code that duty was refused with. */
const sentences: Readonly<Record<string, Key>> = {
  "conversations-open": "faultOpen",
  "not-trained": "faultTrained",
  "on-duty-elsewhere": "faultOther",
  "trust-missing": "faultTrust",
  "trust-stale": "faultTrust",
  "statement-refused": "faultRefused",
  "bad-input": "faultRefused",
  "not-allowed": "faultRefused",
  "sign-in-first": "faultSignIn",
  "pledge-unsigned": "faultPledge",
  "extract-missing": "faultExtract",
  "extract-lapsed": "faultLapsed",
  "on-leave": "faultLeave",
  offline: "faultNetwork",
  "try-again": "faultNetwork",
};

export function faultText(code: string, language: Language): string {
  return messages[language][sentences[code] ?? "faultOurs"];
}
