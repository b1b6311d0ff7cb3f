import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults, RunOptions } from "axe-core";
import type { Frame, Page } from "playwright-core";

/** Laid into each page once: axe's own package for Playwright does so at every look, and opens one more page to sum up. */
const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const options: RunOptions = { iframes: false, resultTypes: ["violations"] };
const themes = {
  light: options,
  dark: { ...options, runOnly: ["color-contrast", "link-in-text-block"] },
};

/** Selectors. */
interface Part {
  readonly include?: string[];
  readonly exclude?: string[];
}

/** What axe finds in the page as it is, its frames too: all in light; in dark what a theme can change, the colours. */
export async function faultsOf(
  page: Page,
  theme: keyof typeof themes,
  part?: Part,
): Promise<string[]> {
  await page.emulateMedia({ colorScheme: theme });
  // Every screen of ours has one; before it, a page that still fetches its parts is looked at half made.
  await page.getByRole("heading", { level: 1 }).first().waitFor({ state: "attached" });
  const faults: string[] = [];
  for (const frame of page.frames()) faults.push(...(await faultsIn(frame, part, themes[theme])));
  return faults;
}

async function faultsIn(
  frame: Frame,
  part: Part | undefined,
  asked: RunOptions,
): Promise<string[]> {
  if (!(await frame.evaluate(() => "axe" in globalThis))) await frame.evaluate(source);
  // As text: Playwright's types go too deep into axe's.
  const where = part ? JSON.stringify(part) : "document";
  const call = `axe.run(${where}, ${JSON.stringify(asked)})`;
  const { violations } = await frame.evaluate<AxeResults>(call);
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}
