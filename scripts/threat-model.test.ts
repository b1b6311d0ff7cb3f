import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

/** Without the space and the lines that the formatter chooses. */
const flat = (text: string): string => text.replaceAll(/\s+/g, " ");
const model = flat(readFileSync("docs/threat-model.md", "utf8"));
const files = ["src", "tests", "scripts"].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" }).map((path) => `${folder}/${path}`),
);

/** `file.test.ts`: "title" and "title", as the table writes them. */
const named = [
  ...model.matchAll(/`([\w./-]+\.(?:test|story)\.tsx?)`((?:(?:,? and|[:,])? ?["“][^"”]+["”])*)/g),
].map(([, file = "", titles = ""]) => ({
  file,
  titles: [...titles.matchAll(/["“]([^"”]+)["”]/g)].map(([, title = ""]) => title),
}));

test("each test that the threat model names is there, by its file and by its title", () => {
  expect(named.length).toBeGreaterThan(100);
  const missing = named.flatMap(({ file, titles }) => {
    const [found, ...others] = files.filter((one) => one === file || one.endsWith(`/${file}`));
    if (found === undefined || others.length > 0) return [`${file}: ${others.length} others`];
    const source = flat(readFileSync(found, "utf8"));
    return titles.filter((title) => !source.includes(title)).map((title) => `${file}: ${title}`);
  });
  expect(missing).toEqual([]);
});

/** "| **who** | learns | … | shown by |" and "| attack | what happens | test |" */
const rows = readFileSync("docs/threat-model.md", "utf8")
  .split(/^## What stays in her browser/m, 1)
  .join("")
  .split("\n")
  .filter((line) => /^\| (?!---|attack)/.test(line));

test("each row names a test by its title, or says what is not shown", () => {
  expect(rows.length).toBeGreaterThan(80);
  const isShown = (row: string): boolean =>
    /`[\w./-]+`(?: \([^)]*\))?: ?["“]/.test(row) || /\*(?:not|nobody|people)|–[^|]*\|$/.test(row);
  expect(rows.filter((row) => !isShown(row)).map((row) => row.slice(0, 80))).toEqual([]);
});
