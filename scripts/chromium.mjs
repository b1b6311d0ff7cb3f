import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

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
export function ensureChromium(onProgress) {
  const found = findChromium();
  if (found) return found;
  if (
    process.getuid?.() === 0 &&
    spawnSync("apt-get", ["--version"], { stdio: "ignore" }).status === 0
  ) {
    onProgress("Installing Chromium from Debian, for the tests in a browser");
    apt(["update", "-q"]);
    apt(["install", "-y", "-q", "--no-install-recommends", "chromium"]);
    const installed = findChromium();
    if (installed) return installed;
  }
  throw new Error(
    "The tests need Chromium or Chrome. Install it (on Debian: sudo apt-get install chromium), " +
      "or set CHROMIUM_PATH to the program.",
  );
}

function apt(args) {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  spawnSync("apt-get", args, { env, stdio: ["ignore", "ignore", "inherit"] });
}
