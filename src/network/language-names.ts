import type { Language } from "../ui/languages.ts";

/** Spoken in Sweden, and unknown to many browsers. */
const ours: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  se: { sv: "nordsamiska", en: "Northern Sami" },
  rom: { sv: "romani chib", en: "Romani" },
  swl: { sv: "svenskt teckenspråk", en: "Swedish Sign Language" },
};

/** "arabiska", "Arabic": a language by its tag, in the language of the page. */
export function languageName(tag: string, language: Language): string {
  const names = new Intl.DisplayNames(language, { type: "language" });
  return ours[tag]?.[language] ?? names.of(tag) ?? tag;
}
