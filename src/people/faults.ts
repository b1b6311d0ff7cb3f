import type { Language } from "../ui/languages.ts";
import { messages } from "./messages.faults.ts";

/** The sentence for a code. Codes of faults that a person cannot do anything about share one. */
export function faultText(code: string, language: Language): string {
  const known: Readonly<Record<string, string>> = messages[language];
  return known[code] ?? messages[language].unknown;
}
