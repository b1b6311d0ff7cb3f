import type { Language } from "../ui/languages.ts";

export { counsellingPaths, talkPaths } from "./contract.ts";

/** On the front page, while too few requests have been answered to tell how long it takes. */
export const talkTimeUnknown: Readonly<Record<Language, string>> = {
  sv: "Be om en tid.",
  en: "Ask for a time.",
};
