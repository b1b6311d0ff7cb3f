import type { Figure } from "./part.ts";
import { isReached, ratios, summary } from "./statistics.ts";

const head = ["what", "unit", "reference", "house", "ratio", "aim", ""];

/** A Markdown table, as it can stand in the README: median (least–most). */
export function table(figures: readonly Figure[]): string {
  const rows = figures.map((figure) => [
    figure.what,
    figure.unit,
    figure.reference ? spread(figure.reference) : "–",
    spread(figure.house),
    figure.reference ? spread(ratios(figure), 2) : "–",
    aimOf(figure),
    { true: "reached", false: "missed", undefined: "" }[String(isReached(figure))] ?? "",
  ]);
  const widths = head.map((title, column) =>
    Math.max(title.length, 3, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(" | ")} |`;
  const rule = widths.map((width) => "-".repeat(width));
  return [head, rule, ...rows].map(line).join("\n");
}

function spread(values: readonly number[], digits?: number): string {
  const { median, least, most } = summary(values);
  const text = (value: number): string => readable(value, digits);
  return values.length > 1 ? `${text(median)} (${text(least)}–${text(most)})` : text(median);
}

function readable(value: number, digits?: number): string {
  if (digits !== undefined) return value.toFixed(digits);
  if (Math.abs(value) >= 1000) return Math.round(value).toLocaleString("en");
  return value.toFixed(Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2);
}

function aimOf({ aim, reference, unit }: Figure): string {
  if (!aim) return "";
  const bound = "atMost" in aim ? `≤ ${aim.atMost}` : `≥ ${aim.atLeast}`;
  return reference ? `ratio ${bound}` : `${bound} ${unit}`;
}
