import type { Nodes } from "./write.ts";

/** A stretch of text in one look, a break, or a picture. */
export type Run =
  | { readonly kind: "text"; readonly text: string; readonly look: Look }
  | { readonly kind: "break" }
  | { readonly kind: "picture"; readonly url: string; readonly alt: string };

export interface Look {
  readonly strong: boolean;
  readonly em: boolean;
  readonly code: boolean;
  /** Where it leads; empty where it is no link. */
  readonly link: string;
}

export const plain: Look = { strong: false, em: false, code: false, link: "" };

const isSame = (a: Look, b: Look): boolean =>
  a.strong === b.strong && a.em === b.em && a.code === b.code && a.link === b.link;

/** As a browser shows them: spaces run together, none at the ends, and no empty or split look. */
export function tidied(runs: readonly Run[]): Run[] {
  const kept: Run[] = [];
  let isOpen = false;
  for (const run of runs) {
    if (run.kind !== "text") {
      trimEnd(kept, run.kind === "break");
      if (run.kind === "break" && kept.length === 0) continue;
      kept.push(run);
      isOpen = run.kind === "picture";
      continue;
    }
    const joined = run.text.replaceAll(/ +/g, " ");
    const text = isOpen ? joined : joined.replace(/^ /, "");
    if (text === "") continue;
    isOpen = !text.endsWith(" ");
    push(kept, { ...run, text });
  }
  while (kept.at(-1)?.kind === "break") kept.pop();
  trimEnd(kept, true);
  return kept;
}

/** A space at the edge of what is bold belongs outside. */
function push(kept: Run[], run: Extract<Run, { kind: "text" }>): void {
  const [, before = "", inner = "", after = ""] = /^( ?)(.*?)( ?)$/s.exec(run.text) ?? [];
  const parts: [string, Look][] =
    inner === ""
      ? [[before, plain]]
      : [
          [before, plain],
          [inner, run.look],
          [after, plain],
        ];
  for (const [text, look] of parts) {
    if (text === "") continue;
    const last = kept.at(-1);
    if (last?.kind === "text" && isSame(last.look, look))
      kept[kept.length - 1] = { ...last, text: last.text + text };
    else kept.push({ kind: "text", text, look });
  }
}

function trimEnd(kept: Run[], isEdge: boolean): void {
  const last = kept.at(-1);
  if (!isEdge || last?.kind !== "text") return;
  const text = last.text.replace(/ $/, "");
  if (text === "") kept.pop();
  else kept[kept.length - 1] = { ...last, text };
}

/** Links outside, then bold, then slanted: never two of a sort within each other. */
export function inlineOf(runs: readonly Run[]): Nodes[] {
  return grouped(joinedLooks(runs), ["link", "strong", "em"]);
}

/** "**a** **b**" is "**a b**": the space between two of the same look is of that look too. */
function joinedLooks(runs: readonly Run[]): Run[] {
  const made: Run[] = [];
  for (const run of runs) {
    const [space, before] = [made.at(-1), made.at(-2)];
    const isBetween = space?.kind === "text" && space.text === " " && before?.kind === "text";
    if (run.kind === "text" && isBetween && !run.look.code && isSame(before.look, run.look)) {
      made.splice(-2, 2, { ...run, text: `${before.text} ${run.text}` });
      continue;
    }
    made.push(run);
  }
  return made;
}

type Level = "link" | "strong" | "em";

function grouped(runs: readonly Run[], levels: readonly Level[]): Nodes[] {
  const [level, ...rest] = levels;
  if (level === undefined) return runs.map(leaf);
  const made: Nodes[] = [];
  for (let at = 0; at < runs.length;) {
    const value = valueAt(runs[at], level);
    let end = at + 1;
    while (end < runs.length && valueAt(runs[end], level) === value) end++;
    const inner = grouped(runs.slice(at, end), rest);
    made.push(...(value === "" ? inner : [around(level, value, inner)]));
    at = end;
  }
  return made;
}

function valueAt(run: Run | undefined, level: Level): string {
  if (run?.kind !== "text") return "";
  if (level === "link") return run.look.link;
  return run.look[level] ? "yes" : "";
}

function around(level: Level, value: string, children: Nodes[]): Nodes {
  if (level === "link") return { type: "link", url: value, children } as Nodes;
  return { type: level === "strong" ? "strong" : "emphasis", children } as Nodes;
}

function leaf(run: Run): Nodes {
  if (run.kind === "break") return { type: "break" };
  if (run.kind === "picture") return { type: "image", url: run.url, alt: run.alt };
  if (run.look.code) return { type: "inlineCode", value: run.text };
  return { type: "text", value: run.text };
}
