import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { findProgram, installFromDebian } from "./apt.mjs";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const elsewhere = [
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** The browser of the tests: CHROMIUM_PATH, else one that is installed. */
export function findChromium() {
  const chosen = process.env.CHROMIUM_PATH;
  if (chosen) return chosen;
  const directories = (process.env.PATH ?? "")
    .split(delimiter)
    .filter((directory) => directory !== "");
  const candidates = names.flatMap((name) => directories.map((directory) => join(directory, name)));
  return [...candidates, ...elsewhere].find((path) => existsSync(path));
}

const SHELL = "chromium-headless-shell";

/**
 * The same engine without the windows that nobody sees: a page there takes a fraction of the processor.
 * CHROMIUM_SHELL_PATH, else Debian's; '' where the whole browser is to do, or was chosen.
 */
export function ensureHeadlessShell() {
  const { CHROMIUM_PATH: whole, CHROMIUM_SHELL_PATH: chosen } = process.env;
  if (chosen !== undefined || whole !== undefined) return chosen ?? "";
  if (!findProgram(SHELL))
    installFromDebian("Chromium without windows, for the tests in a browser,", SHELL);
  return findProgram(SHELL) ?? "";
}

/** Finds Chromium or, on Debian as root, installs it. */
export function ensureChromium() {
  const found = findChromium();
  if (found) return found;
  installFromDebian("Chromium, for the tests in a browser,", "chromium");
  const installed = findChromium();
  if (installed) return installed;
  throw new Error(
    "The tests need Chromium or Chrome. Install it (on Debian: sudo apt-get install chromium), " +
      "or set CHROMIUM_PATH to the program.",
  );
}
