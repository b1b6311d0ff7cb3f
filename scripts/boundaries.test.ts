import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { breachesOf, reasonAgainst, sourceFiles } from "./boundaries.ts";

describe("an import is refused with its reason", () => {
  test.each([
    ["src/ui/button.tsx", "src/site/index.ts", "arrows go down only"],
    ["src/platform/log.ts", "src/entry/main.server.ts", "only in the server"],
    ["src/platform/http/a.server.ts", "src/entry/main.server.ts", "top of the house"],
    ["src/protocol/bytes.ts", "src/platform/result.ts", "imports nothing of ours"],
    ["src/people/service.server.ts", "src/conversations/index.server.ts", "one way"],
    ["src/conversations/service.server.ts", "src/shifts/store.server.ts", "at their doors"],
    ["src/entry/main.server.ts", "src/shifts/service.server.ts", "at their doors"],
    ["src/site/page.browser.tsx", "src/site/store.server.ts", "bundled into a page"],
    ["src/site/store.server.ts", "src/site/page.browser.tsx", "must never be part"],
    ["src/site/policy.ts", "src/site/store.server.ts", "without a suffix"],
    ["src/shifts/service.server.ts", "src/channels/phone/index.server.ts", "one way"],
    ["src/entry/house.server.ts", "src/channels/phone/calls.server.ts", "at their doors"],
  ])("%s → %s", (source, target, reason) => {
    expect(reasonAgainst(source, target)).toContain(reason);
  });
});

describe("an import is allowed", () => {
  test.each([
    ["src/conversations/service.server.ts", "src/shifts/index.server.ts"],
    ["src/conversations/room.browser.tsx", "src/ui/languages.ts"],
    ["src/site/pages.server.tsx", "src/site/hours.ts"],
    ["src/entry/desk.browser.tsx", "src/people/index.browser.ts"],
    ["src/platform/live/link.browser.ts", "src/protocol/index.ts"],
    ["src/entry/house.server.ts", "src/channels/phone/index.server.ts"],
    ["src/channels/phone/desk/a.browser.tsx", "src/channels/phone/policy.ts"],
  ])("%s → %s", (source, target) => {
    expect(reasonAgainst(source, target)).toBeUndefined();
  });
});

describe("a file", () => {
  test("is read for all ways of importing, and told with its lines", () => {
    const text = [
      `import type { A } from "../people/store.server.ts";`,
      `// import { B } from "../entry/x.ts";`,
      `const c = await import("../../tests/factories/database.server.ts");`,
      `export * from "pg";`,
      `import "node:fs";`,
    ].join("\n");
    expect(breachesOf("src/conversations/policy.ts", text).map((breach) => breach.line)).toEqual([
      1, 3, 4, 5,
    ]);
  });

  test("speaks SQL only if it is a store", () => {
    const text = "await tx.rows<{ a: number }>('select 1');";
    expect(breachesOf("src/site/service.server.ts", text)).toHaveLength(1);
    expect(breachesOf("src/site/store.server.ts", text)).toEqual([]);
    expect(breachesOf("src/site/hours-store.server.ts", text)).toEqual([]);
  });

  test("of ours breaks none of the rules", () => {
    const found = sourceFiles(".").flatMap((path) => breachesOf(path, readFileSync(path, "utf8")));
    expect(found).toEqual([]);
  });
});
