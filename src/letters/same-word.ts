const folded = (word: string): string =>
  word
    .normalize("NFD")
    .replaceAll(/[\u0300-\u036f]/g, "")
    .trim()
    .toLowerCase();

/** The two words that she types again, counted from 0: one early, one late. */
export const ASKED_WORDS = [2, 4] as const;

/** As lists of words are read: the first four letters count, a will do for å. */
export const isSameWord = (typed: string, word: string): boolean =>
  folded(typed).length >= 4 && folded(word).startsWith(folded(typed).slice(0, 4));
