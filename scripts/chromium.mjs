import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { installFromDebian } from "./apt.mjs";

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
