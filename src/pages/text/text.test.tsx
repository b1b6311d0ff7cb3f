import { renderToString } from "preact-render-to-string";
import { describe, expect, it } from "vitest";
import { hostileMarkdown } from "../../../tests/hostile/markdown.ts";
import { Article } from "./article.tsx";
import { checkText } from "./check.ts";
import { knownOf } from "./known.ts";
import { isLinkAddress } from "./links.ts";
import { lixOf } from "./lix.ts";
import { type Node, parseMarkdown, plainText, slugOf } from "./parse.ts";

const html = (text: string): string =>
  renderToString(<Article nodes={parseMarkdown(text)} />).replace(
    /^<div class="article">(.*)<\/div>$/s,
    "$1",
  );
const id = "0f3e8a52-1111-4222-8333-444455556666";
const own = { paths: [], leads: [], old: [] };
const nothing = knownOf({ pages: [], texts: [], faces: [], own }, 0);

describe("Markdown becomes", () => {
  it("paragraphs, headings one lower than written, lists, quotes, tables", () => {
    expect(html("# Hej\n\nRad ett\nrad två\n\n- a\n- b\n\n3. c")).toBe(
      '<h2 id="a-hej">Hej</h2><p>Rad ett\nrad två</p><ul><li>a</li><li>b</li></ul><ol start="3"><li>c</li></ol>',
    );
    expect(html("> *a* **b** `c`")).toBe(
      "<blockquote><p><em>a</em> <strong>b</strong> <code>c</code></p></blockquote>",
    );
    expect(html("| a |\n| - |\n| b |")).toContain("<tbody><tr><td>b</td></tr></tbody>");
  });

  it("headings with names of their own, twice the same too", () => {
    expect(html("## Så här\n\n## Så här")).toBe(
      '<h2 id="a-sa-har">Så här</h2><h2 id="a-sa-har-2">Så här</h2>',
    );
  });

  it("links where they may lead, and says nothing to other sites", () => {
    expect(html("[a](/sidor/b) [c](https://polisen.se/) [d](tel:+46846500410)")).toBe(
      '<p><a href="/sidor/b">a</a> <a href="https://polisen.se/" rel="noreferrer">c</a> <a href="tel:+46846500410">d</a></p>',
    );
  });

  it("pictures of the house alone, with room kept for them", () => {
    const shown = html(`![En dörr](/bild/${id}-960x640 "Vår dörr")`);
    expect(shown).toContain(`width="960" height="640" alt="En dörr"`);
    expect(shown).toContain(`/bild/${id}-960x640/480.avif 480w`);
    expect(shown).toContain("<figcaption>Vår dörr</figcaption>");
    expect(html(`![En \\[röd\\] *dörr*](/bild/${id}-9x9)`)).toContain('alt="En [röd] dörr"');
    expect(html("![x](https://evil.example/p.png)")).not.toContain("<img");
  });
});

describe("whatever somebody writes", () => {
  const allowed =
    /^<\/?(?:p|h[2-4]|ul|ol|li|blockquote|hr|pre|code|em|strong|br|a|table|thead|tbody|tr|th|td|figure|figcaption|picture|source|img|div)(?: (?:href|id|start|rel|class|tabindex|type|srcset|sizes|src|width|height|alt)="[^"<>]*")*\/?>$/;

  it.each(hostileMarkdown.map((text, at) => [at, text] as const))(
    "is text, or one of a few plain elements (%i)",
    (_, text) => {
      const made = html(text);
      for (const [tag] of made.matchAll(/<[^>]*>/g)) expect(tag).toMatch(allowed);
      for (const [, href = ""] of made.matchAll(/ (?:href|src)="([^"]*)"/g))
        expect(href).toMatch(/^(?:https:\/\/(?:ok|[a-z]+)\.|\/(?!\/)|#|mailto:|tel:|sms:)/);
    },
  );

  it("takes no long time", () => {
    // No figure: a page that took a minute would fail by the time limit of the test itself.
    for (const text of hostileMarkdown) parseMarkdown(text.repeat(2));
    expect(parseMarkdown(`${"> ".repeat(500)}x`).length).toBeGreaterThan(0);
  });

  it.each(["[](", "[", "![a](", "[a](<", "[](x ", ".", "!?", "a. ", "[a]("])(
    "takes no long time to look over (%s, again and again)",
    (piece) => {
      const text = piece.repeat(60_000 / piece.length);
      checkText([], text, nothing);
      lixOf(`${text}\n${"ord ".repeat(40)}`);
    },
  );

  it("is never deeper than a browser and our own code can bear", () => {
    const depth = (nodes: readonly Node[]): number =>
      1 +
      Math.max(
        0,
        ...nodes.map((node) =>
          typeof node === "string" || node.tag === "picture" ? 0 : depth(node.children),
        ),
      );
    for (const text of hostileMarkdown) expect(depth(parseMarkdown(text))).toBeLessThan(40);
  });
});

describe("a link may lead", () => {
  it.each([
    "/sidor/a?lang=en",
    "#a",
    "https://polisen.se/x",
    "mailto:info@jour.example",
    "tel:112",
  ])("to %s", (address) => expect(isLinkAddress(address)).toBe(true));
  it.each(["sidor/a", "//x.se", "/\\x.se", "http://x.se", "javascript:1", "https://a:b@c.se", ""])(
    "not to %s",
    (address) => expect(isLinkAddress(address)).toBe(false),
  );
});

describe("the reading level", () => {
  it("is Björnsson's: words per sentence, and long words of a hundred", () => {
    // 8 words, 2 sentences, 2 of them longer than six letters: 4 + 25.
    const lix = lixOf("Vi lyssnar på dig. Du bestämmer allt själv.", 1);
    expect(lix).toEqual({ value: 29, words: 8, level: "very-easy" });
    expect(lixOf("Kort text.")).toBeUndefined();
  });

  it("tells hard from easy, and takes lines of a list for sentences", () => {
    const hard =
      "Socialnämndens handläggning av ansökningar om skyddsplacering förutsätter individuella behovsbedömningar enligt socialtjänstlagstiftningen ".repeat(
        4,
      );
    expect(lixOf(hard)?.level).toBe("very-hard");
    const list = parseMarkdown("- Ring oss\n- Skriv brev\n- Kom hit\n".repeat(8));
    expect(lixOf(plainText(list))?.value).toBeLessThan(10);
  });
});

describe("before it is published", () => {
  const page = (slug: string, face: string | null = null) => ({ id: `id-${slug}`, slug, face });
  const standing = { latest: 1, scheduled: null, scheduledAt: null };
  const known = knownOf(
    {
      pages: [page("finns"), page("utkast"), page("kvinnors", "k")],
      texts: [
        { ...standing, page: "id-finns", published: 1 },
        { ...standing, page: "id-utkast", published: null },
        { ...standing, page: "id-kvinnors", published: 1 },
      ],
      faces: ["k", "u"],
      own: {
        paths: ["/", "/door/:door", "/kontakta-oss", "/sidor/:slug", "/nyheter.atom"],
        leads: ["/vald.php?id=7"],
        old: [{ slug: "fanns", page: "id-finns" }],
      },
    },
    0,
  );
  const hints = (text: string, face: string | null = null) =>
    checkText(parseMarkdown(text), text, known, face);

  it("links to other pages of the house are tried as well, and old addresses lead on", () => {
    for (const well of [
      "/",
      "/door/woman",
      "/kontakta-oss?lang=en#a",
      "/vald.php?id=7",
      "/sidor/fanns",
    ])
      expect(hints(`[a](${well})`), well).toEqual([]);
    for (const address of ["/kontaktaoss", "/door", "/nyheterxatom", "/remissvar/borta"])
      expect(hints(`[a](${address})`)).toEqual([{ kind: "link-lost", address }]);
  });

  it("a link to a page of one face is told where the text stands on another", () => {
    const address = "/sidor/kvinnors";
    expect(hints(`[a](${address})`, "k")).toEqual([]);
    for (const face of ["u", null])
      expect(hints(`[a](${address})`, face)).toEqual([{ kind: "link-face", address }]);
  });

  it("links that lead nowhere, to drafts, or are no links are told", () => {
    expect(hints("[a](/sidor/finns?lang=en) [b](https://x.se)")).toEqual([]);
    expect(hints("[a](/sidor/borta)")).toEqual([{ kind: "link-lost", address: "/sidor/borta" }]);
    expect(hints("[a](/sidor/utkast)")).toEqual([
      { kind: "link-unpublished", address: "/sidor/utkast" },
    ]);
    expect(hints("[a](www.x.se)")).toEqual([{ kind: "link-refused", address: "www.x.se" }]);
    expect(hints('[a](<www.x.se> "namn")')).toEqual([
      { kind: "link-refused", address: "www.x.se" },
    ]);
    expect(hints("[a](www.x.se utan slut\n)")).toEqual([]);
    expect(hints("[](/sidor/finns)")).toEqual([{ kind: "link-empty", address: "/sidor/finns" }]);
  });

  it("pictures without words are told", () => {
    expect(hints(`![](/bild/${id}-9x9)`)).toEqual([{ kind: "alt-missing", address: id }]);
  });
});

it("names for addresses are plain letters", () => {
  expect(slugOf("Så söker du skydd – och får det!")).toBe("sa-soker-du-skydd-och-far-det");
  expect(slugOf("…")).toBe("");
});
