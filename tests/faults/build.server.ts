import { rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";

const here = dirname(fileURLToPath(import.meta.url));
const root = dirname(dirname(here));
let built: Promise<string> | undefined;

/** The struck program in one file: it starts in a third of the time that its sources take. */
export function builtProgram(): Promise<string> {
  return (built ??= buildProgram());
}

async function buildProgram(): Promise<string> {
  // Below the house, so that its packages and migrations are found.
  const outDir = join(root, "dist", `faults-${process.pid}`);
  process.once("exit", () => rmSync(outDir, { recursive: true, force: true }));
  await build({
    ...{ configFile: false, logLevel: "warn", root: here, publicDir: false, envDir: false },
    ssr: { target: "node" },
    build: {
      ...{
        outDir,
        emptyOutDir: true,
        target: "node20",
        minify: false,
        reportCompressedSize: false,
      },
      ssr: join(here, "program.server.ts"),
      rolldownOptions: { output: { entryFileNames: "program.js" } },
    },
  });
  return join(outDir, "program.js");
}
