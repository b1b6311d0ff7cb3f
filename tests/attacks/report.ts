import type { Kind } from "./attacks.ts";
import type { Suffered } from "./siege.ts";
import type { Window } from "./talk.ts";

/** One line of the table. */
export interface Line {
  readonly kind: Kind;
  readonly before: Window;
  readonly suffered: Suffered;
  readonly after: Window;
}

const head = [
  "attack",
  "connections, cut",
  "told",
  "p50 / p99 before",
  "during",
  "after (ms)",
  "page / resume (ms)",
  "memory (MB)",
  "processor",
];

/** A Markdown table, as it can stand in the README. */
export function table(lines: readonly Line[]): string {
  const rows = lines.map(({ kind, before, suffered, after }) => {
    const { tally, during, newcomers, memory, processor } = suffered;
    return [
      kind.what,
      `${tally.opened.toLocaleString("en")}, ${tally.cut.toLocaleString("en")}`,
      toldOf(suffered),
      ...[before, during, after].map(({ p50, p99 }) => `${round(p50)} / ${round(p99)}`),
      `${round(newcomers.page)} / ${round(newcomers.resume)}`,
      round(memory / 1e6),
      `${Math.round(processor * 100)} %`,
    ];
  });
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [head, head.map(() => "---"), ...rows].map(line).join("\n");
}

function toldOf({ tally }: Suffered): string {
  const told = Object.entries(tally.told).sort(([, a], [, b]) => b - a);
  return told.map(([code, count]) => `${code} ${count.toLocaleString("en")}`).join(", ") || "–";
}

const round = (value: number | undefined): string =>
  value === undefined || Number.isNaN(value)
    ? "–"
    : value.toLocaleString("en", { maximumFractionDigits: value < 10 ? 1 : 0 });
