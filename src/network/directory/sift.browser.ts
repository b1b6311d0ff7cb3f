import type { Language } from "../../ui/languages.ts";
import { plain } from "./match.ts";
import { directoryMessages } from "./messages.ts";

const all = <T extends HTMLElement>(within: ParentNode, what: string): T[] => [
  ...within.querySelectorAll<T>(what),
];

/**
 * The whole list, by some letters of a name or a town. It shows and hides what stands in the page: nothing is
 * asked for, and no address says which county was opened.
 */
export function installSift(language: Language): void {
  const say = directoryMessages[language];
  const field = document.getElementById("sift") as HTMLInputElement;
  const told = document.getElementById("sifted") as HTMLElement;
  const written = new Map<HTMLElement, string>();
  (field.parentElement as HTMLElement).hidden = false;
  field.addEventListener("input", () => {
    for (const card of all(document, ".county .card"))
      if (!written.has(card)) written.set(card, plain(card.textContent));
    const words = plain(field.value).split(/\s+/).filter(Boolean);
    const found = new Set<string>();
    for (const county of all<HTMLDetailsElement>(document, ".county")) {
      const isNamed = words.length > 0 && isIn(plain(textOf(county, "h3")), words);
      const shown = all(county, ".card").filter((card) => {
        card.hidden = !isNamed && !isIn(written.get(card) ?? "", words);
        return !card.hidden;
      });
      for (const card of shown) found.add(card.dataset["face"] ?? "");
      county.hidden = words.length > 0 && shown.length === 0;
      county.open = words.length > 0;
    }
    told.textContent = words.length === 0 ? "" : say.sifted(found.size);
  });
}

const isIn = (text: string, words: readonly string[]): boolean =>
  words.every((word) => text.includes(word));
const textOf = (within: ParentNode, what: string): string =>
  within.querySelector(what)?.textContent ?? "";
