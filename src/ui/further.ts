import { timeZone } from "./languages.ts";

/** Languages in which something is shown only when a person who speaks them has checked it (docs/decisions/0229, 0270). */
export const furtherLanguages = ["ar", "so", "fa", "ti", "uk", "fi"] as const;
export type FurtherLanguage = (typeof furtherLanguages)[number];

/** What each calls itself. */
export const furtherNames: Readonly<Record<FurtherLanguage, string>> = {
  ...{ ar: "العربية", so: "Soomaali", fa: "فارسی", ti: "ትግርኛ", uk: "Українська", fi: "Suomi" },
};

export const isFurther = (code: string): code is FurtherLanguage =>
  furtherLanguages.some((one) => one === code);

/** By the language's own rules, with the digits and the calendar on the wall: Persian has others. */
export const dateIn = (lang: string, options: Intl.DateTimeFormatOptions, at: number): string =>
  new Intl.DateTimeFormat(`${lang}-u-ca-gregory-nu-latn`, { timeZone, ...options }).format(at);
