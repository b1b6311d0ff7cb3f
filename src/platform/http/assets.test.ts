import { mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { appDoors } from "./assets.server.ts";
import type { Context } from "./door.server.ts";

let directory: string;
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), "lykta-assets-"));
  writeFileSync(join(directory, "index.html"), "plain");
});
afterAll(() => rmSync(directory, { recursive: true }));

/** What she gets who asks for the page. */
async function asked(accepts: string): Promise<[string | null, string]> {
  const [page] = appDoors({ directory, mount: "/app", cacheHashed: false });
  const request = new Request("http://a/app/", { headers: { "accept-encoding": accepts } });
  const answer = await page?.handle({ request, language: "sv" } as Context<never>);
  if (!(answer instanceof Response)) throw new Error("no page");
  return [answer.headers.get("content-encoding"), await answer.text()];
}

test("a page goes out as the build packed it, to whoever takes that", async () => {
  expect(await asked("gzip, br")).toEqual([null, "plain"]);
  writeFileSync(join(directory, "index.html.br"), "as brotli");
  writeFileSync(join(directory, "index.html.gz"), "as gzip");
  expect(await asked("gzip, deflate, br")).toEqual(["br", "as brotli"]);
  expect(await asked("gzip")).toEqual(["gzip", "as gzip"]);
  expect(await asked("identity")).toEqual([null, "plain"]);
});

test("what was packed before its file was built anew is left alone", async () => {
  utimesSync(join(directory, "index.html.br"), 1, 1);
  expect(await asked("gzip, br")).toEqual(["gzip", "as gzip"]);
});
