import { fileURLToPath } from "node:url";
import { build } from "vite";

/** The exit script as the public pages get it, built in memory. */
export async function builtExitScript(): Promise<string> {
  const input = fileURLToPath(new URL("../../src/entry/exit.browser.ts", import.meta.url));
  const made = await build({
    configFile: false,
    logLevel: "warn",
    build: {
      write: false,
      modulePreload: false,
      target: ["chrome94", "firefox93", "safari15.4"],
      rolldownOptions: { input, output: { format: "iife" } },
    },
  });
  const [bundle] = Array.isArray(made) ? made : [made];
  const chunk = bundle && "output" in bundle ? bundle.output[0] : undefined;
  if (!chunk) throw new Error("the exit script was not built");
  return chunk.code;
}
