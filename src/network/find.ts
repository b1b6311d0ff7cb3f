/** The words that a person writes, made equal: case, accents and double spaces do not matter. */
function plain(text: string): string {
  return text.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase().trim();
}

/** Those whose name or place holds every word of the search; all of them for an empty one. */
export function find<T extends { readonly name: string; readonly place: string }>(
  jours: readonly T[],
  search: string,
): T[] {
  const words = plain(search).split(/\s+/);
  return jours
    .filter(({ name, place }) => words.every((word) => plain(`${name} ${place}`).includes(word)))
    .sort((a, b) => a.name.localeCompare(b.name, "sv"));
}
