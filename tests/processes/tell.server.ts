import type { LoadReport } from "./load.server.ts";

/** Figures for whoever reads the output: nothing is judged by them. */
export function tell(title: string, rows: Readonly<Record<string, LoadReport>>): void {
  const lines = Object.entries(rows).map(
    ([name, { conversations, said, p50, p99, longestWait, longestSilence }]) =>
      `  ${name}: ${conversations} conversations, ${said} messages; until acknowledged p50 ${p50} ms, ` +
      `p99 ${p99} ms, at most ${longestWait} ms; longest silence on one side ${longestSilence} ms`,
  );
  process.stdout.write(`\n${title}\n${lines.join("\n")}\n`);
}
