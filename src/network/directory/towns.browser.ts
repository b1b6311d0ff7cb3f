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

/** The code of the town that stands in the field, however it is spelled; '' for none. */
export function chosenTown(municipalities: Towns): string {
  const { value } = field();
  const exact = municipalities.find(
    ([, name]) => name.toLowerCase() === value.trim().toLowerCase(),
  );
  const folded = municipalities.filter(([, name]) => plain(name) === plain(value));
  // Habo and Håbo: two that fold to the same are told apart by what was written.
  const [only] = exact ? [exact] : folded.length === 1 ? folded : [];
  return only?.[0] ?? "";
}

/** A combobox as the ARIA practices describe it: arrows, Enter, Escape; the focus stays in the field. */
export function installTowns({ municipalities, language, onChange }: Parts): void {
  const say = directoryMessages[language];
  const told = document.getElementById("told") as HTMLElement;
  let found: Towns = [];
  let at = -1;
  const draw = (): void => {
    list().hidden = found.length === 0;
    field().setAttribute("aria-expanded", String(found.length > 0));
    list().replaceChildren(...found.map((town, index) => option(town, index, index === at)));
    if (at < 0) field().removeAttribute("aria-activedescendant");
    else field().setAttribute("aria-activedescendant", `town-${at}`);
  };
  const close = (): void => {
    [found, at] = [[], -1];
    draw();
  };
  const choose = (index: number): void => {
    const town = found[index];
    if (!town) return;
    field().value = town[1];
    close();
    onChange();
  };
  const written = (): void => {
    found = suggest(municipalities, field().value);
    at = -1;
    draw();
    onChange();
    if (chosenTown(municipalities) !== "" || field().value.trim() === "") return;
    told.textContent = found.length > 0 ? say.suggestions(found.length) : say.noSuch;
  };
  const keys: Record<string, () => void> = {
    ArrowDown: () => (at = (at + 1) % found.length),
    ArrowUp: () => (at = (at <= 0 ? found.length : at) - 1),
    // What is written in full needs no choice; else the first suggestion is meant.
    Enter: () => choose(Math.max(at, 0)),
    Escape: close,
  };
  field().addEventListener("input", written);
  field().addEventListener("keydown", (event) => {
    const act = keys[event.key];
    if (!act || found.length === 0) return;
    event.preventDefault();
    act();
    if (found.length > 0) draw();
  });
  field().addEventListener("blur", close);
  list().addEventListener("pointerdown", (event) => {
    event.preventDefault();
    const { index } = (event.target as HTMLElement).dataset;
    if (index !== undefined) choose(Number(index));
  });
}

function option([, name]: Towns[number], index: number, isChosen: boolean): HTMLElement {
  const made = document.createElement("li");
  made.id = `town-${index}`;
  made.dataset["index"] = String(index);
  made.setAttribute("role", "option");
  made.setAttribute("aria-selected", String(isChosen));
  made.textContent = name;
  return made;
}
