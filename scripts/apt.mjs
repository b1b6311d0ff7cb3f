import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

/** Where a program lies, if it is here. */
export function findProgram(name) {
  const directories = [...(process.env.PATH ?? "").split(delimiter), "/usr/sbin"];
  return directories.map((directory) => join(directory, name)).find((path) => existsSync(path));
}

/** What a suite needs of the system: by package, how to find it. Installed where that is possible, else named in a sentence. */
export function ensurePrograms(what, programs) {
  const missing = () => Object.keys(programs).filter((name) => !programs[name]());
  if (missing().length === 0) return;
  installFromDebian(`${missing().join(", ")}, ${what},`, ...missing());
  const names = missing().join(" ");
  if (names === "") return;
  throw new Error(`Missing, ${what}: ${names}. On Debian: sudo apt-get install ${names}`);
}

/** Installs packages of Debian where that is possible, that is as root; the caller looks whether it has helped. */
export function installFromDebian(what, ...packages) {
  const isDebian = spawnSync("apt-get", ["--version"], { stdio: "ignore" }).status === 0;
  if (process.getuid?.() !== 0 || !isDebian) return;
  console.log(`Installing ${what} from Debian`);
  apt(["update", "-q"]);
  apt(["install", "-y", "-q", "--no-install-recommends", ...packages]);
}

function apt(args) {
  // With this run level, packages do not start the services that they bring.
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive", RUNLEVEL: "1" };
  spawnSync("apt-get", args, { env, stdio: ["ignore", "ignore", "inherit"] });
}
