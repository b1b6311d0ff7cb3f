import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { notYet } from "./list.ts";
import type { Mutation } from "./scan.ts";

export const TABLE = "docs/verifications.md";

/** What is known of one verification: the first test that failed without it, and whether the fuzzer alone finds it. */
export interface Row {
  readonly test: string;
  readonly fuzzer: boolean;
}

const HEAD = [
  "# Every verification, and the test that fails without it",
  "",
  "Made by `npm run mutations -- --write`, which takes out one verification after the other and runs the tests: this is the first one that failed. `scripts/mutations.test.ts` sees to it that none of `src/protocol` is missing here, and no page that hears its verdict; of the pages those checks are listed that somebody has found by reading. *Fuzzer*: the short sample of random histories (`src/protocol/conversation/fuzz.test.ts`) finds it by itself. *Not run yet*: nobody has seen what happens without it. *Nothing*: it was taken out, and no test failed.",
  "",
  `Out of these pages, which hear the protocol's verdict too, nothing of their own has been taken yet: ${notYet.map((file) => `\`${file}\``).join(", ")}.`,
];

/** Code is set as code; a bar would end the cell. */
const cell = (text: string): string => {
  const safe = text.replaceAll("|", "\\|");
  return text.includes('"') ? `\`${safe}\`` : safe;
};
const uncell = (text: string): string => text.replace(/^`(.*)`$/, "$1").replaceAll("\\|", "|");

const ROW = /^\| (.*?) \| (.*) \| (.*?) \| (yes)? ?\|$/;

export function readTable(house: string): Map<string, Row> {
  const rows = new Map<string, Row>();
  const path = join(house, TABLE);
  let file = "";
  for (const line of existsSync(path) ? readFileSync(path, "utf8").split("\n") : []) {
    file = /^## (.*)$/.exec(line)?.[1] ?? file;
    const [, where, what, test, fuzzer] = ROW.exec(line) ?? [];
    if (what === undefined || where === "---" || where === "in") continue;
    const id = `${file} ${where}: ${uncell(what)}`;
    rows.set(id, { test: uncell(test ?? ""), fuzzer: fuzzer === "yes" });
  }
  return rows;
}

/** It was taken out, and no test failed. */
export const NOTHING = "nothing";
/** It was never taken out with all its tests beside it. */
export const NOT_RUN = "not run yet";

export function writeTable(
  house: string,
  mutations: readonly Mutation[],
  rows: ReadonlyMap<string, Row>,
): void {
  const lines = [...HEAD];
  let file = "";
  for (const { file: at, where, what, id } of mutations) {
    if (at !== file)
      lines.push(
        "",
        `## ${at}`,
        "",
        "| in | taken out | fails | fuzzer |",
        "| --- | --- | --- | --- |",
      );
    file = at;
    const { test, fuzzer } = rows.get(id) ?? { test: NOT_RUN, fuzzer: false };
    lines.push(`| ${where} | ${cell(what)} | ${cell(test)} | ${fuzzer ? "yes " : ""}|`);
  }
  writeFileSync(join(house, TABLE), `${lines.join("\n")}\n`);
}
