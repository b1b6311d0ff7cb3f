import type { Language } from "../../ui/languages.ts";
import { type DirectoryFile, plain, suggest } from "./match.ts";
import { directoryMessages } from "./messages.ts";

type Towns = DirectoryFile["municipalities"];

interface Parts {
  readonly municipalities: Towns;
  readonly language: Language;
  readonly onChange: () => void;
}

const field = (): HTMLInputElement => document.getElementById("town") as HTMLInputElement;
const list = (): HTMLElement => document.getElementById("towns") as HTMLElement;

const isSame = (name: string, written: string): boolean =>
  name.toLowerCase() === written.trim().toLowerCase();

/** The code of the town that stands in the field, however it is spelled; '' for none. */
export function chosenTown(municipalities: Towns): string {
  const { value } = field();
  const exact = municipalities.find(([, name]) => isSame(name, value));
  const folded = municipalities.filter(([, name]) => plain(name) === plain(value));
  // Habo and Håbo: two that fold to the same are told apart by what was written.
  const [only] = exact ? [exact] : folded.length === 1 ? folded : [];
  return only?.[0] ?? "";
}

/** A combobox as the ARIA practices describe it: arrows, Enter, Escape; the focus stays in the field. */
export function installTowns(parts: Parts): void {
  const towns = new Combobox(parts);
  const keys: Record<string, () => void> = {
    ArrowDown: () => towns.move(1),
    ArrowUp: () => towns.move(-1),
    Enter: () => towns.choose(),
    Escape: () => towns.close(),
  };
  field().addEventListener("input", () => towns.written());
  field().addEventListener("keydown", (event) => {
    const act = keys[event.key];
    if (!act || !towns.isOpen) return;
    event.preventDefault();
    act();
  });
  field().addEventListener("blur", () => towns.close());
  list().addEventListener("pointerdown", (event) => {
    event.preventDefault();
    const { index } = (event.target as HTMLElement).dataset;
    if (index !== undefined) towns.choose(Number(index));
  });
}

class Combobox {
  readonly #parts: Parts;
  #found: Towns = [];
  /** Which suggestion is pointed at; -1 for none. */
  #at = -1;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  get isOpen(): boolean {
    return this.#found.length > 0;
  }

  written(): void {
    const { municipalities, language, onChange } = this.#parts;
    const say = directoryMessages[language];
    const found = suggest(municipalities, field().value);
    const isWhole = found.length === 1 && isSame(found[0]?.[1] ?? "", field().value);
    this.#show(isWhole ? [] : found, -1);
    onChange();
    if (chosenTown(municipalities) !== "" || field().value.trim() === "") return;
    const told = document.getElementById("told") as HTMLElement;
    told.textContent = this.isOpen ? say.suggestions(this.#found.length) : say.noSuch;
  }

  move(by: 1 | -1): void {
    const { length } = this.#found;
    const from = this.#at < 0 && by < 0 ? length : this.#at;
    this.#show(this.#found, (from + by + length) % length);
  }

  /** Without a choice the first suggestion is meant. */
  choose(index = Math.max(this.#at, 0)): void {
    const town = this.#found[index];
    if (!town) return;
    field().value = town[1];
    this.close();
    this.#parts.onChange();
  }

  close(): void {
    this.#show([], -1);
  }

  #show(found: Towns, at: number): void {
    this.#found = found;
    this.#at = at;
    list().hidden = !this.isOpen;
    field().setAttribute("aria-expanded", String(this.isOpen));
    list().replaceChildren(...found.map((town, index) => option(town, index, index === at)));
    if (at < 0) field().removeAttribute("aria-activedescendant");
    else field().setAttribute("aria-activedescendant", `town-${at}`);
  }
}

function option([, name]: Towns[number], index: number, isChosen: boolean): HTMLElement {
  const made = document.createElement("div");
  made.id = `town-${index}`;
  made.dataset["index"] = String(index);
  made.setAttribute("role", "option");
  made.setAttribute("aria-selected", String(isChosen));
  made.textContent = name;
  return made;
}
