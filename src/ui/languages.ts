/** The languages that a person has checked. Further ones are added here and nowhere else. */
export const languages = ["sv", "en"] as const;
export type Language = (typeof languages)[number];

/** What a language calls itself, for the link that leads to it. */
export const languageNames: Readonly<Record<Language, string>> = { sv: "Svenska", en: "English" };

/** All civil time in Lykta is that of the jours. */
export const timeZone = "Europe/Stockholm";

const rightToLeft = new Set(["ar", "fa", "he", "ur", "ckb"]);

/** The writing direction of a language tag, for `dir`. */
export function direction(language: string): "ltr" | "rtl" {
  return rightToLeft.has(language.split("-")[0] ?? "") ? "rtl" : "ltr";
}

type Message = string | ((...values: never[]) => string);
type SameShape<T> = {
  readonly [K in keyof T]: T[K] extends (...values: infer V) => string
    ? (...values: V) => string
    : string;
};
export type Messages<T> = Readonly<Record<Language, SameShape<T>>>;

/**
 * Texts of a module. Swedish sets the keys; every other language must have exactly the same ones,
 * functions with the same parameters. Use as `messages[language].key`.
 */
export function defineMessages<const T extends Readonly<Record<string, Message>>>(
  all: { readonly sv: T } & { readonly [L in Exclude<Language, "sv">]: SameShape<NoInfer<T>> },
): Messages<T> {
  // A literal type is a string too; only the keys and the parameters matter to readers.
  return all as unknown as Messages<T>;
}

// en-GB: the 24-hour clock, which is the one on the walls of Sweden.
const locales: Readonly<Record<Language, string>> = { sv: "sv-SE", en: "en-GB" };
const formats = new Map<string, Intl.DateTimeFormat>();

function dateFormat(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = language + JSON.stringify(options);
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(locales[language], { timeZone, ...options });
  formats.set(key, made);
  return made;
}

/** "14:32". `instant` is epoch milliseconds, as in all functions here. */
export function formatTime(instant: number, language: Language): string {
  return dateFormat(language, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(
    instant,
  );
}

/** "torsdag", "Thursday". */
export function formatWeekday(instant: number, language: Language): string {
  return dateFormat(language, { weekday: "long" }).format(instant);
}

/** "torsdag 2 januari", "Thursday 2 January"; with `year`, the year too. */
export function formatDate(instant: number, language: Language, year = false): string {
  return dateFormat(language, {
    weekday: "long",
    day: "numeric",
    month: "long",
    ...(year ? { year: "numeric" } : {}),
  })
    .format(instant)
    .replace(",", "");
}

/** A sum in whole kronor: "2 500 kr", "SEK 2,500". */
export const formatKronor = (kronor: number, language: Language): string =>
  new Intl.NumberFormat(locales[language], {
    ...{ style: "currency", currency: "SEK", maximumFractionDigits: 0 },
  }).format(kronor);

/** "1 member", "0 members": in Swedish and English nothing but one is one. */
export const counted = (count: number, one: string, many: string): string =>
  `${count} ${count === 1 ? one : many}`;

/** What stands after a path of ours to read it in that language; Swedish is what is read unasked. */
export const inLanguage = (language: Language): string =>
  language === "sv" ? "" : `?lang=${language}`;

/** A path of ours, where it is read in that language. */
export const pathIn = (path: string, language: Language): string => path + inLanguage(language);
