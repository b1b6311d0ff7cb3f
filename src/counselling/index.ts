import type { Language } from "../ui/languages.ts";

export { counsellingPaths, talkPaths } from "./contract.ts";

/** On the front page, while too few requests have been answered to say more. */
export const talkTimeUnknown: Readonly<Record<Language, string>> = {
  sv: "Hur lång tid det brukar ta vet vi inte än.",
  en: "How long it usually takes we don’t know yet.",
};
