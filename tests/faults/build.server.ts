import { rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";

const here = dirname(fileURLToPath(import.meta.url));
const root = dirname(dirname(here));
/** Live conversations, or letters with bookings and mail. */
export type ProgramName = "program" | "post.program";
const built = new Map<ProgramName, Promise<string>>();

/** The struck program in one file: it starts in a third of the time that its sources take. */
export function builtProgram(name: ProgramName): Promise<string> {
  const known = built.get(name) ?? buildProgram(name);
  built.set(name, known);
  return known;
}

async function buildProgram(name: ProgramName): Promise<string> {
  // Below the house, so that its packages and migrations are found.
  const outDir = join(root, "dist", `faults-${process.pid}-${name}`);
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
      ssr: join(here, `${name}.server.ts`),
      rolldownOptions: { output: { entryFileNames: "program.js" } },
    },
  });
  return join(outDir, "program.js");
}
