/** How hard a Swedish text is to read: words per sentence, and how many of a hundred are long (Björnsson 1968). */
export interface Lix {
  readonly value: number;
  readonly words: number;
  readonly level: "very-easy" | "easy" | "medium" | "hard" | "very-hard";
}

const LONG = 6;

/** undefined of a text too short for a figure to mean anything. */
export function lixOf(text: string, least = 30): Lix | undefined {
  const words = text.match(/\p{L}[\p{L}\p{N}’'-]*/gu) ?? [];
  if (words.length < least) return undefined;
  // A heading or an item of a list ends where its line ends.
  const sentences = text.split(/[.!?:…](?=\s|$)|\n/u).filter((part) => /\p{L}/u.test(part));
  const long = words.filter((word) => [...word].length > LONG).length;
  const value = Math.round(words.length / sentences.length + (long * 100) / words.length);
  return { value, words: words.length, level: levelOf(value) };
}

function levelOf(value: number): Lix["level"] {
  if (value < 30) return "very-easy";
  if (value < 40) return "easy";
  if (value < 50) return "medium";
  return value < 60 ? "hard" : "very-hard";
}
