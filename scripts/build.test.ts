import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

let first: string;
let second: string;

beforeAll(() => {
  first = built();
  second = built();
});
afterAll(() => {
  for (const directory of [first, second]) rmSync(directory, { recursive: true });
});

function built(): string {
  const directory = mkdtempSync(join(tmpdir(), "lykta-build-"));
  const { status, stderr } = spawnSync(process.execPath, ["scripts/build.mjs", directory], {
    encoding: "utf8",
  });
  expect(status, stderr).toBe(0);
  return directory;
}

/** Every file that a browser may be given, by its path. */
function web(directory: string): Map<string, Buffer> {
  const entries = readdirSync(join(directory, "web"), { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return new Map(files.map((file) => [file.slice(directory.length), readFileSync(file)]));
}

describe("what a browser is given", () => {
  test("is the same to the byte in every build, so that others can compare", () => {
    expect([...web(first).keys()]).toContain("/web/contact/index.html");
    expect(web(second)).toEqual(web(first));
  });

  test("has no inline script in its pages, style only as one sheet, and loads nothing from another host", () => {
    const pages = [...web(first)].filter(([name]) => name.endsWith(".html"));
    expect(pages.map(([name]) => name).sort()).toEqual([
      "/web/contact/en.html",
      "/web/contact/index.html",
      "/web/desk/index.html",
    ]);
    for (const [name, bytes] of pages) {
      const page = bytes.toString("utf8");
      expect(page, name).not.toMatch(/<script(?![^>]*\ssrc=)[^>]*>/);
      expect(page.replace(/<style>[^<]*<\/style>/, ""), name).not.toMatch(
        /<style|\sstyle=|\son[a-z]+=/,
      );
      // A link is followed by her own act only; the exit is one, and must lead away.
      expect(page.replaceAll(/<a\s[^>]*>/g, ""), name).not.toMatch(/https?:/);
    }
  });

  test("names all that a seeker's page needs, and carries the words of her language only", () => {
    for (const [page, hers, others] of [
      ["index.html", "Innan du skriver", "Before you write"],
      ["en.html", "Before you write", "Innan du skriver"],
    ] as const) {
      const html = web(first).get(`/web/contact/${page}`)?.toString("utf8") ?? "";
      const named = [...html.matchAll(/(?:src|href)="(\/contact\/assets\/[^"]+)"/g)].map(
        ([, file]) => web(first).get(`/web${file}`)?.toString("utf8") ?? "",
      );
      const imported = named.flatMap((code) => [...code.matchAll(/from"\.\/([^"]+)"/g)]);
      for (const [, file] of imported) expect(html).toContain(`/contact/assets/${file}"`);
      expect(html).not.toContain("letters-");
      // The first script of all waits for no other.
      expect(named[0]).not.toMatch(/\bimport\b/);
      expect(named.join("\n")).toContain(hers);
      expect(named.join("\n")).not.toContain(others);
    }
  });

  test("has every script and style under a name that commits to its content", () => {
    const names = [...web(first).keys()].filter((name) => name.includes("/assets/"));
    for (const name of names) expect(name).toMatch(/-[\w-]{8}\.(js|css|wasm|svg)(\.br|\.gz)?$/);
  });
});
