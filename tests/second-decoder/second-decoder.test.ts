import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

// Python that was written from docs/protocol.md reads what this program makes. Where it is missing, this fails.

const program = fileURLToPath(new URL("../../scripts/second-decoder.mjs", import.meta.url));
const own = new URL("../../src/protocol/vectors/own.json", import.meta.url);
const directory = mkdtempSync(join(tmpdir(), "second-decoder-"));
afterAll(() => rmSync(directory, { recursive: true }));

const run = (...args: string[]): Promise<{ status: number; lines: string[] }> =>
  new Promise((done) => {
    execFile(process.execPath, [program, ...args], (error, stdout, stderr) => {
      const lines = `${stderr}${stdout}`.trim().split("\n");
      done({ status: error ? Number(error.code) : 0, lines });
    });
  });

describe("the second decoder", () => {
  let whole: Awaited<ReturnType<typeof run>>;
  // The first run may have to install Python's packages.
  beforeAll(async () => {
    whole = await run();
  }, 300_000);

  it("reads every vector, and refuses what is to be refused by the same name", () => {
    expect(whole.lines.filter((line) => line.includes("FAILED"))).toEqual([]);
    expect(whole.lines.at(-1)).toMatch(/^[3-9]\d\d passed, 0 failed$/);
    expect(whole.status).toBe(0);
  });

  it("notices a change in any of them", { timeout: 120_000 }, async () => {
    const { status, lines } = await run("--doubt");
    expect(lines.filter((line) => line.startsWith("NOT NOTICED"))).toEqual([]);
    expect(lines.at(-1)).toMatch(/^\d{3,} changes noticed, 0 not noticed$/);
    expect(status).toBe(0);
  });

  it("reports a file in which one bit is another", { timeout: 120_000 }, async () => {
    const text = readFileSync(own, "utf8");
    const at = text.indexOf('"log"', text.indexOf('"conversations"')) + 4000;
    const turned = (Number.parseInt(text[at] ?? "", 16) ^ 1).toString(16);
    const copy = join(directory, "own.json");
    writeFileSync(copy, text.slice(0, at) + turned + text.slice(at + 1));
    const { status, lines } = await run(copy);
    expect(lines.at(-1)).toMatch(/^\d+ passed, [1-9]\d* failed$/);
    expect(status).toBe(1);
  });
});
