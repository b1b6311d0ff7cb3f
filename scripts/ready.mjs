import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { house } from "./vite.mjs";

const oldestNode = [20, 19];

/** Lykta runs on no older Node; said in a sentence instead of in a syntax error. */
export function requireNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  const [oldMajor, oldMinor] = oldestNode;
  if (major > oldMajor || (major === oldMajor && minor >= oldMinor)) return;
  console.error(
    `Lykta needs Node ${oldestNode.join(".")} or later; this is ${process.versions.node}.`,
  );
  process.exit(1);
}

/** Installs the packages of the lock file, unless exactly those are here. */
export async function ensurePackages(onProgress) {
  if (isInstalled()) return;
  const began = Date.now();
  const seconds = () => Math.round((Date.now() - began) / 1000);
  onProgress("Installing packages (the first time this takes a minute or so)");
  const tick = setInterval(() => onProgress(`Installing packages: ${seconds()} s`), 10_000);
  try {
    // Not `npm ci`: it refuses a lock file that lacks a package of some other platform, as happens when
    // a registry does not carry it. Versions and checksums are those of the lock file all the same.
    // No package needs a script of its own to run; without them a package cannot act on this machine.
    const options = ["--no-save", "--ignore-scripts", "--include=dev", "--no-audit", "--no-fund"];
    await run("npm", ["install", ...options, "--loglevel=error"]);
  } finally {
    clearInterval(tick);
  }
  onProgress(`Installed in ${seconds()} s`);
}

function isInstalled() {
  const hidden = join(house, "node_modules/.package-lock.json");
  if (!existsSync(hidden)) return false;
  const wanted = packagesOf(join(house, "package-lock.json"));
  const present = packagesOf(hidden);
  return Object.entries(wanted).every(
    ([path, { version, optional }]) =>
      path === "" || present[path]?.version === version || (optional && !present[path]),
  );
}

function packagesOf(file) {
  return JSON.parse(readFileSync(file, "utf8")).packages;
}

/** Runs a program with our terminal; rejects when it fails. */
export function run(file, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { cwd: house, stdio: "inherit", ...options });
    child.once("error", (error) =>
      reject(new Error(`${file} cannot be started: ${error.message}`)),
    );
    child.once("exit", (code, signal) => {
      if (code === 0) resolve();
      else reject(new Error(`${file} ${args[0] ?? ""} ended with ${signal ?? `code ${code}`}`));
    });
  });
}

/** Ends with one readable line instead of a stack. */
export function fail(error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
