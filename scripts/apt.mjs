import { spawnSync } from "node:child_process";

/** Installs packages of Debian where that is possible, that is as root; the caller looks whether it has helped. */
export function installFromDebian(what, ...packages) {
  const isDebian = spawnSync("apt-get", ["--version"], { stdio: "ignore" }).status === 0;
  if (process.getuid?.() !== 0 || !isDebian) return;
  console.log(`Installing ${what} from Debian`);
  apt(["update", "-q"]);
  apt(["install", "-y", "-q", "--no-install-recommends", ...packages]);
}

function apt(args) {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  spawnSync("apt-get", args, { env, stdio: ["ignore", "ignore", "inherit"] });
}
