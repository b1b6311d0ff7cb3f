const MAX_WORDS = 8;
const MAX_LETTERS = 40;

/**
 * What somebody wrote into the field, as PostgreSQL wants it: all words, each also as the beginning of a
 * longer one, since Swedish writes "vårdnadstvist" in one. undefined where there is no word.
 */
export function searchQuery(written: string): string | undefined {
  const words = written.normalize("NFC").match(/[\p{L}\p{N}]+/gu) ?? [];
  const taken = words.slice(0, MAX_WORDS).map((word) => `${word.slice(0, MAX_LETTERS)}:*`);
  return taken.length === 0 ? undefined : taken.join(" & ");
}
