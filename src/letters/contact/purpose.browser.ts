import type { JSX } from "preact";
import type { Language } from "../../ui/languages.ts";
import type { TeamName } from "../contract.ts";
import type { letterMessages } from "../messages.letters.ts";
import type { LetterApp } from "./letter-app.browser.ts";
import type { Opened } from "./post.browser.ts";

export interface LetterScreen {
  readonly app: LetterApp;
  readonly language: Language;
}

/**
 * What a mailbox is for, when it is for more than letters: a module that builds upon letters brings
 * screens and words of its own, and the rest stays as it is.
 */
export interface Purpose {
  /** To whom a first letter is sealed; asked when it is. */
  readonly team: TeamName;
  /** In the place of the words of letters that have the same names. */
  readonly words: Readonly<Record<Language, Partial<(typeof letterMessages)["sv"]>>>;
  /** The first screen, where there are more ways than one. */
  readonly Choose?: (props: LetterScreen) => JSX.Element;
  /** Where she writes; sets `app.draft` and calls `app.showWords`. */
  readonly Write?: (props: LetterScreen) => JSX.Element;
  /** A letter whose text is for machines; null where it is words. */
  readonly Said?: (props: {
    readonly text: string;
    readonly language: Language;
  }) => JSX.Element | null;
  /** What stands above the letters of an open mailbox. */
  readonly Panel?: (props: LetterScreen & { readonly opened: Opened }) => JSX.Element | null;
  /** Once her first letter is there; the token opens its mailbox. */
  onArrived?(token: Uint8Array): Promise<void>;
  /** Empties what her screens held. */
  forget?(): void;
}

export const onlyLetters: Purpose = { team: "letters", words: { sv: {}, en: {} } };
