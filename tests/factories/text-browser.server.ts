import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { findProgram } from "./programs.server.ts";

/** w3m in a terminal of its own, driven by its keys: a browser that knows neither script nor style. */
export interface TextBrowser {
  /** What stands on the page, as w3m lays it out. */
  page(): Promise<string>;
  /** Waits until the page says so, and gives it. */
  sees(text: string): Promise<string>;
  /** Goes to the last such text, a link or a button, and presses Enter; again when a busy machine has lost the keys. */
  press(text: string, to: string): Promise<string>;
  /** The field after the label. */
  fill(label: string, text: string): Promise<void>;
  /** The box before the label. */
  tick(label: string): Promise<void>;
  close(): void;
}

const KEYS_MS = 350;
const PATIENCE_MS = 20_000;

/** `port`: the house's; w3m asks it as it would a proxy, since it resolves no name of the tests. */
export async function openTextBrowser(url: string, port: number): Promise<TextBrowser> {
  const w3m = findProgram("w3m");
  if (w3m === undefined) throw new Error("there is no w3m here");
  const directory = mkdtempSync(join(tmpdir(), "lykta-w3m-"));
  const [written, saved, editor] = ["written", "saved", "editor"].map((name) =>
    join(directory, name),
  ) as [string, string, string];
  // w3m hands a field of several lines to an editor: this one writes what it is told.
  writeFileSync(editor, `#!/bin/sh\ncat ${written} > "$1"\n`);
  chmodSync(editor, 0o755);
  const options = [
    ...["-no-cookie", "-no-mouse", "-o", `editor=${editor}`, "-o", "confirm_qq=0"],
    ...["-o", "use_proxy=1", "-o", `http_proxy=http://127.0.0.1:${port}/`],
  ];
  const child = spawn("script", ["-qec", `${w3m} ${options.join(" ")} '${url}'`, "/dev/null"], {
    stdio: ["pipe", "ignore", "ignore"],
    env: { ...process.env, HOME: directory, LANG: "C.UTF-8", TERM: "xterm", COLUMNS: "100" },
  });
  const type = async (keys: string): Promise<void> => {
    child.stdin?.write(keys);
    await sleep(KEYS_MS);
  };
  const page = async (): Promise<string> => {
    rmSync(saved, { force: true });
    await type(`S${saved}\n`);
    return existsSync(saved) ? readFileSync(saved, "utf8") : "";
  };
  // What is looked for is a pattern to w3m.
  const exactly = (text: string): string => text.replaceAll(/[[\](){}.*+?^$\\|]/g, "\\$&");
  const fromStart = (text: string): Promise<void> => type(`g/${exactly(text)}\n`);
  const fromEnd = (text: string): Promise<void> => type(`G$?${exactly(text)}\n`);
  /** Until the page says so: what was typed too fast for it is typed again. */
  const repeat = async (keys: () => Promise<void>, to: string): Promise<string> => {
    for (let tries = 0; tries < 6; tries++) {
      await keys();
      for (let looks = 0; looks < 5; looks++) {
        const said = await page();
        if (said.includes(to)) return said;
      }
    }
    throw new Error(`w3m does not come to "${to}", but stands at:\n${await page()}`);
  };
  return {
    page,
    press: (text, to) =>
      repeat(async () => {
        await fromEnd(text);
        await type("\r");
      }, to),
    async sees(text) {
      const until = Date.now() + PATIENCE_MS;
      let said = await page();
      while (!said.includes(text)) {
        if (Date.now() > until) throw new Error(`w3m does not see "${text}", but:\n${said}`);
        said = await page();
      }
      return said;
    },
    async fill(label, text) {
      writeFileSync(written, text);
      await fromStart(label);
      await type("\t");
      await type("\r");
      if (!text.includes("\n")) await type(`${text}\n`);
    },
    async tick(label) {
      await repeat(async () => {
        await fromEnd(label);
        await type("\u001b\t");
        await type("\r");
      }, `[*]${label}`);
    },
    close: () => end(child, directory),
  };
}

function end(child: ChildProcess, directory: string): void {
  child.kill("SIGKILL");
  rmSync(directory, { recursive: true, force: true });
}
