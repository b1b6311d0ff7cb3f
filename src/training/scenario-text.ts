// A conversation to try out, as an author writes it: a line each, known by its first sign.

import type { Scenario } from "./contract.ts";

type Beat = Scenario["beats"][number];

/**
 * `# ` title, `. ` lead, `= ` the name of a beat, `> ` what she says, `! ` a hint, `? words -> beat` where an
 * answer with one of the words leads, `-> beat` where any other does, `~ ` to think of afterwards.
 */
export function writeScenario(scenario: Scenario | null): string {
  if (scenario === null) return "";
  const { title, lead, beats, reflect } = scenario;
  const parts = beats.map(({ id, says, hint, ways, next }) => [
    `= ${id}`,
    ...says.map((text) => `> ${text}`),
    ...(hint === "" ? [] : [`! ${hint}`]),
    ...ways.map(({ words, to }) => `? ${words.join(", ")} -> ${to}`),
    ...(next === null ? [] : [`-> ${next}`]),
  ]);
  const after = reflect.map((text) => `~ ${text}`);
  return [[`# ${title}`, `. ${lead}`], ...parts, after]
    .filter((part) => part.length > 0)
    .map((part) => part.join("\n"))
    .join("\n\n");
}

export type ReadScenario =
  | { readonly ok: true; readonly scenario: Scenario | null }
  /** The line that cannot be read, from 1. */
  | { readonly ok: false; readonly line: number };

interface Draft {
  title: string;
  lead: string;
  beats: { -readonly [K in keyof Beat]: Beat[K] }[];
  reflect: string[];
}

/** Empty text is no scenario. */
export function readScenario(text: string): ReadScenario {
  const draft: Draft = { title: "", lead: "", beats: [], reflect: [] };
  const lines = text.split("\n").map((line) => line.trim());
  if (lines.every((line) => line === "")) return { ok: true, scenario: null };
  const wrong = lines.findIndex((line) => line !== "" && !isTaken(draft, line));
  return wrong < 0 ? { ok: true, scenario: draft } : { ok: false, line: wrong + 1 };
}

/** Names are compared as they are kept: small letters, digits, hyphens. */
const isName = (name: string): boolean => /^[a-z0-9-]{1,40}$/.test(name);

function isTaken(draft: Draft, line: string): boolean {
  const beat = draft.beats.at(-1);
  if (line.startsWith("->")) {
    const next = line.slice(2).trim();
    if (!beat || !isName(next)) return false;
    beat.next = next;
    return true;
  }
  const said = line.slice(1).trim();
  switch (line[0]) {
    case "#":
      draft.title = said;
      return said !== "";
    case ".":
      draft.lead = said;
      return true;
    case "~":
      draft.reflect.push(said);
      return said !== "";
    case "=":
      draft.beats.push({ id: said, says: [], hint: "", ways: [], next: null });
      return isName(said);
    default:
      return beat !== undefined && isOfBeat(beat, line[0] ?? "", said);
  }
}

function isOfBeat(beat: Draft["beats"][number], sign: string, said: string): boolean {
  if (sign === ">" && said !== "") beat.says = [...beat.says, said];
  else if (sign === "!") beat.hint = said;
  else if (sign === "?") {
    const [words = "", to = ""] = said.split("->").map((part) => part.trim());
    const wanted = words.split(",").map((word) => word.trim());
    if (!isName(to) || wanted.includes("")) return false;
    beat.ways = [...beat.ways, { words: wanted, to }];
  } else return false;
  return true;
}
