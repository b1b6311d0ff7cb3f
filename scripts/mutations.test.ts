import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { type Chapter, locate } from "./mutations/by-hand.ts";
import { allMutations, chapters, notYet } from "./mutations/list.ts";
import {
  closing,
  enclosing,
  judgingPages,
  type Mutation,
  protocolFiles,
  scan,
  sourceOf,
} from "./mutations/scan.ts";

const house = dirname(dirname(fileURLToPath(import.meta.url)));
const all = allMutations(house);

/** Whoever calls one of these relies on its answer: to leave the call out is to leave the check out. */
const CHECKS =
  /\b(?:verify|signedByRoot|ascending|authorOf|present|active|openInside|unpad|follow|supersede|isStale|isWhole|complete|sameLog|isHonest|guarded|check[A-Z]\w+|current(?:Trust|Duty)|is(?:Past|Below)|(?:hello|epoch|confirm|leave|end|directory|duty|enrolment|challenge|letter|sheet|mark|teamKey|pledge|review)\.open)\(/g;

/** What looks like a check and is none, or cannot be left out without leaving out what it is for. */
const NO_CHECK = [
  "checkSymbol(", // computes
  "checkIndex(", // computes
  'verify("Ed25519"', // the platform's own
  "currentTrust(state));", // only reads ahead what is checked again when it counts
  "verify(ED_KEY, SEED, await sign(SEED, SEED))", // the probe, taken out as a whole
];

function isDefinition(source: string, at: number): boolean {
  const before = source.slice(source.lastIndexOf("\n", at) + 1, at);
  const after = source.slice(closing(source, source.indexOf("(", at)) + 1).slice(0, 3);
  return /function\s*\*?$|^\s*(async )?$/.test(
    before.replace(/export |async /g, "").trimEnd() + " ",
  )
    ? /function/.test(before) || /^(:|\s*\{)/.test(after)
    : false;
}

const covers = (one: Mutation, file: string, at: number): boolean =>
  one.file === file && one.start <= at && at < one.end;

describe("the list of verifications", () => {
  test("holds every call of a check in the protocol", () => {
    const left: string[] = [];
    for (const file of protocolFiles(house)) {
      const source = sourceOf(house, file);
      for (const { index, 0: name } of source.matchAll(CHECKS)) {
        const text = source.slice(index, index + 60);
        if (isDefinition(source, index) || NO_CHECK.some((one) => text.startsWith(one))) continue;
        if (!all.some((one) => covers(one, file, index)))
          left.push(`${file} ${enclosing(source, index)}: ${name}`);
      }
    }
    expect(left).toEqual([]);
  });

  test("names every page that hears the protocol's verdict: what was taken out of it, or that nothing was", () => {
    const listed = new Set(all.map(({ file }) => file));
    const pages = judgingPages(house);
    expect(pages.length).toBeGreaterThan(10);
    expect(pages.filter((page) => !listed.has(page))).toEqual(notYet);
  });

  test("holds every reason to refuse", () => {
    const source = sourceOf(house, "src/protocol/refusal.ts");
    const codes = [...source.matchAll(/^ {2}\| "([\w-]+)"/gm)].map(([, code]) => code);
    const taken = all
      .map(({ file, start, end }) => sourceOf(house, file).slice(start, end))
      .join("\n");
    // These are told, not thrown; what leads to them is among those that are taken out by hand.
    const told = ["directory-fork", "conversation-fork"];
    const missing = codes.filter(
      (code) => !taken.includes(`"${code}"`) && !told.includes(code ?? ""),
    );
    expect(codes.length).toBeGreaterThan(50);
    expect(missing).toEqual([]);
  });
});

describe("a list that does not follow the source", () => {
  const chapter = (find: string): readonly Chapter[] => [
    { "src/protocol/bytes.ts": [{ what: "x", find, put: "" }] },
  ];

  test("is an error: what it takes out is gone, or is there twice", () => {
    expect(() => locate(house, chapter("never was here"))).toThrow("no longer holds");
    expect(() => locate(house, chapter("return"))).toThrow("twice");
    expect(locate(house, chapters).length).toBeGreaterThan(150);
  });
});

describe("reading the source", () => {
  test("each part of a condition is taken out by itself, and a string may hold anything", () => {
    const source =
      'function f() {\n  demand(a(1, ")") && b && (c || d), "x");\n  return e ?? refuse("y");\n}\n';
    const found = scan("f.ts", source).map(({ put }) => put);
    expect(found).toEqual([
      'demand(b && (c || d), "x")',
      'demand(a(1, ")") && (c || d), "x")',
      'demand(a(1, ")") && b, "x")',
      "(undefined as never)",
    ]);
    expect(scan("f.ts", 'demand(await a() || b, "x")')).toMatchObject([
      { put: "void (await a() || b)" },
    ]);
    expect(scan("f.ts", source)[0]).toMatchObject({ where: "f", what: 'a(1, ")"), "x"' });
  });
});
