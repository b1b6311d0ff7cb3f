import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { installFromDebian } from "./apt.mjs";

// Debian's own, which knows Debian's packages, before another that stands earlier in PATH.
const candidates = [process.env.PYTHON, "/usr/bin/python3", "python3"].filter(Boolean);
const packages = ["python3", "python3-cryptography", "python3-argon2"];
const decoder = fileURLToPath(new URL("../tests/second-decoder/read_vectors.py", import.meta.url));

const fits = (python) =>
  spawnSync(python, ["-c", "import cryptography, argon2.low_level"], { stdio: "ignore" }).status ===
  0;

/** A Python with the two packages of the second decoder: one that is there or, on Debian as root, Debian's. */
function ensurePython() {
  const found = candidates.find(fits);
  if (found) return found;
  installFromDebian("Python, for the second decoder,", ...packages);
  const installed = candidates.find(fits);
  if (installed) return installed;
  throw new Error(
    "The second decoder needs Python 3 with cryptography and argon2 " +
      `(on Debian: sudo apt-get install ${packages.join(" ")}), or PYTHON set to one that has them.`,
  );
}

try {
  const { status } = spawnSync(ensurePython(), [decoder, ...process.argv.slice(2)], {
    stdio: "inherit",
  });
  process.exitCode = status ?? 1;
} catch (error) {
  console.error(error.message);
  console.log("0 passed, 1 failed");
  process.exitCode = 1;
}
