import type { ExitSaid } from "../../ui/exit-words.ts";
import { furtherLanguages, furtherNames } from "../../ui/further.ts";
import type { Door } from "../names.ts";
import { ar } from "./words.ar.ts";
import { fa } from "./words.fa.ts";
import { fi } from "./words.fi.ts";
import { so } from "./words.so.ts";
import { svEasy } from "./words.sv-easy.ts";
import { ti } from "./words.ti.ts";
import { uk } from "./words.uk.ts";

/**
 * The languages of the public front page and its doors besides Swedish and English. The jour's own texts stay
 * in hers; these are the words of the house.
 */
export const TONGUES = ["sv-easy", ...furtherLanguages] as const;
export type Tongue = (typeof TONGUES)[number];

/** All that is said. A language that lacks one of these does not compile, so none is half there. */
export interface TongueWords {
  readonly lead: string;
  readonly freeAnonymous: string;
  /** That no person has checked these words. */
  readonly unchecked: string;
  readonly demo: string;
  readonly skip: string;
  readonly exit: ExitSaid;
  readonly reachUs: string;
  readonly chat: string;
  readonly phone: string;
  readonly letter: string;
  readonly talk: string;
  readonly chatNow: string;
  readonly writeLetter: string;
  readonly bookTalk: string;
  /** In which language the pages are where she writes. */
  readonly writingIn: string;
  readonly weAnswerIn: (languages: string) => string;
  readonly open: (time: string) => string;
  readonly openUntil: (time: string) => string;
  readonly openAlways: string;
  readonly opens: (day: string, time: string) => string;
  readonly closed: string;
  readonly nobodyThere: (time: string) => string;
  readonly always: string;
  readonly today: string;
  readonly tomorrow: string;
  readonly inDanger: string;
  readonly call112: string;
  readonly whoAreYou: string;
  readonly doors: Readonly<Record<Door, { readonly label: string; readonly lead: string }>>;
  readonly notHere: string;
  readonly receivesWomen: (from: number, until: number | null) => string;
  readonly receivesAll: (from: number, until: number | null) => string;
  readonly answersWomen: string;
  readonly answersAdult: string;
  readonly traces: string;
  readonly tracesSay: readonly string[];
  readonly backToStart: string;
  readonly moreIn: string;
  /** Above the pages of the jour that can be read in this language. */
  readonly toRead: string;
  /** That no person has checked the page that she reads, apart from the words around it. */
  readonly textUnchecked: string;
  /** Before the other languages of a page. */
  readonly alsoIn: string;
}

export interface TongueBook {
  /** What it calls itself. */
  readonly name: string;
  /** For `lang`, `dir` and dates. */
  readonly lang: string;
  /** Who speaks it and has read all of it; null as long as nobody has. */
  readonly checked: { readonly by: string; readonly on: string } | null;
  readonly words: TongueWords;
}

/** Those that are complete. What a machine or a developer has written is not checked, however well it reads. */
const books: Readonly<Record<Tongue, TongueBook>> = {
  "sv-easy": { name: "Lätt svenska", lang: "sv", checked: null, words: svEasy },
  ar: { name: furtherNames.ar, lang: "ar", checked: null, words: ar },
  so: { name: furtherNames.so, lang: "so", checked: null, words: so },
  fa: { name: furtherNames.fa, lang: "fa", checked: null, words: fa },
  ti: { name: furtherNames.ti, lang: "ti", checked: null, words: ti },
  uk: { name: furtherNames.uk, lang: "uk", checked: null, words: uk },
  fi: { name: furtherNames.fi, lang: "fi", checked: null, words: fi },
};

/** The language as it may be shown: unchecked ones only in a demonstration, missing ones nowhere. */
export function tongueFor(code: string, demo: boolean): TongueBook | undefined {
  const known = TONGUES.find((one) => one === code);
  const book = known && books[known];
  return book && (demo || book.checked !== null) ? book : undefined;
}

export const tonguesFor = (demo: boolean): readonly (readonly [Tongue, TongueBook])[] =>
  TONGUES.flatMap((code) => {
    const book = tongueFor(code, demo);
    return book ? [[code, book] as const] : [];
  });
