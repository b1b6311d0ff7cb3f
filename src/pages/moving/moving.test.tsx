import fc from "fast-check";
import { renderToString } from "preact-render-to-string";
import { describe, expect, it } from "vitest";
import { heavyHtml, hostileHtml } from "../../../tests/hostile/html.ts";
import { ok } from "../../platform/result.ts";
import { Article } from "../text/article.tsx";
import { parseMarkdown, plainText } from "../text/parse.ts";
import type { ImportedPage } from "./contract.ts";
import { decodeHtml } from "./decode.ts";
import type { Left } from "./left.ts";
import { moveIn } from "./move.ts";
import { safePath } from "./paths.ts";
import { type OldFile, planSite } from "./plan.ts";
import { inlineOf, plain, type Run, tidied } from "./runs.ts";
import { type Nodes, written } from "./write.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const file = (path: string, content: string | Uint8Array): OldFile => {
  const held = typeof content === "string" ? bytes(content) : content;
  return { path, size: held.length, read: async () => held };
};

const PICTURE = "/bild/0f3e8a52-1111-4222-8333-444455556666-9x9";

/** Everything but the jour: what would be stored, and the report. */
async function moved(files: Readonly<Record<string, string | Uint8Array>>, taken: string[] = []) {
  const given = Object.entries(files).map(([path, content]) => file(path, content));
  const plan = await planSite(given, async () => undefined);
  let pages: readonly ImportedPage[] = [];
  let left: readonly Left[] = plan.left.rows;
  const alts: string[] = [];
  if (plan.pages.length > 0)
    await moveIn(
      plan,
      {
        begin: async () => ok({ import: "i", taken }),
        picture: async (_id, _file, alt) => {
          alts.push(alt);
          return ok({ address: PICTURE });
        },
        finish: async (_id, made, rows) => {
          [pages, left] = [made, rows];
          return ok({ import: "i", pages: made.length });
        },
        undo: async () => undefined,
      },
      () => undefined,
    );
  return { pages, left, alts, sorts: left.map(({ what }) => what) };
}

const bodyOf = async (html: string): Promise<string> =>
  (await moved({ "a.html": `<h1>T</h1>${html}`, "bild.png": "x" })).pages[0]?.text.body ?? "";

describe("an old page becomes", () => {
  it("headings, paragraphs, lists, quotes and tables", async () => {
    const html =
      "<h2>Så <b>här</b></h2><p>Rad  ett<br>rad <strong> två </strong>och <em>tre</em></p>" +
      "<ul><li>a<ul><li>b</ul><li><p>c</p></ul><ol start=3><li>d</ol>" +
      "<blockquote><p>Citat</p></blockquote><hr><pre>  rad\n  två</pre>" +
      "<table><tr><th>Dag<th>Tid<tr><td>Måndag<td>18|22</table>";
    const body = await bodyOf(html);
    expect(renderToString(<Article nodes={parseMarkdown(body)} />)).toBe(
      '<div class="article"><h2 id="a-sa-har">Så här</h2><p>Rad ett<br/>rad <strong>två</strong> och <em>tre</em></p>' +
        "<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>" +
        '<ol start="3"><li>d</li></ol><blockquote><p>Citat</p></blockquote><hr/><pre>  rad\n  två\n</pre>' +
        "<table><thead><tr><th>Dag</th><th>Tid</th></tr></thead><tbody><tr><td>Måndag</td><td>18|22</td></tr></tbody></table></div>",
    );
  });

  it("links: within the site to the new pages, to other sites safely, else words alone", async () => {
    const { pages, left } = await moved(
      {
        "sajt/index.html":
          "<link rel=canonical href='http://www.gammal.example/'><h1>Start</h1>" +
          "<p><a href=om.html#vi>om</a> <a href='/nyheter/a.html?x=1'>nytt</a> <a href=http://gammal.example/om.html>samma</a> " +
          "<a href=http://polisen.se/>polisen</a> <a href='tel:08-465 004 10'>ring</a> <a href='mailto:hej@vide.example?subject=x'>skriv</a> " +
          "<a href=blankett.pdf>blankett</a> <a href=javascript:x()>skript</a></p>",
        "sajt/om.html": "<h1>Om oss</h1><p>Vi.",
        "sajt/nyheter/a.html": "<h1>Nytt</h1><p>Det.",
        "sajt/blankett.pdf": "%PDF",
      },
      ["om"],
    );
    expect(pages.find(({ text }) => text.title === "Start")?.text.body).toBe(
      "[om](/sidor/om-2) [nytt](/nyheter/a) [samma](/sidor/om-2) [polisen](https://polisen.se/) " +
        "[ring](tel:08-46500410) [skriv](mailto:hej@vide.example) blankett skript",
    );
    const told = left.map(({ path, what }) => `${path} ${what}`);
    expect(told).toEqual(
      expect.arrayContaining([
        "blankett.pdf file-left",
        "index.html link-made-safe",
        "index.html document-left",
        "index.html link-refused",
      ]),
    );
  });

  it("pictures with their words, and those without are marked", async () => {
    const { pages, alts, left } = await moved({
      "a.html":
        "<h1>T</h1><p><img src=b/dorr.jpg alt='En [röd] dörr'> Text <img src='b/utan%20namn.png'></p>" +
        "<img src=borta.jpg alt=x><img src=https://annan.example/p.jpg><img src=logga.svg>",
      "b/dorr.jpg": "x",
      "b/utan namn.png": "x",
    });
    const nodes = parseMarkdown(pages[0]?.text.body ?? "");
    const pictures = nodes.flatMap((node) =>
      typeof node === "object" && "children" in node ? node.children : [],
    );
    expect(pictures).toEqual([
      expect.objectContaining({ tag: "picture", alt: "En [röd] dörr" }),
      "Text",
      expect.objectContaining({ tag: "picture", alt: "" }),
    ]);
    expect(alts).toEqual(["En [röd] dörr", ""]);
    expect(left.map(({ what, detail }) => [what, detail])).toEqual([
      ["alt-missing", "b/utan namn.png"],
      ["picture-missing", "borta.jpg"],
      ["picture-elsewhere", "https://annan.example/p.jpg"],
      ["drawing", "logga.svg"],
    ]);
  });

  it("its own text, without what stands around it, and says what was left", async () => {
    const { pages, sorts } = await moved({
      "om-oss.html":
        "<title>Om oss | Jouren</title><meta name=description content='Kort.'><body><header>Logga</header><nav><a href=x>Meny</a></nav>" +
        "<main><h1>Om oss</h1><script>x()</script><style>p{}</style><p>Vi finns.</p><form action=/sok><input></form>" +
        "<iframe src=https://karta.example/x></iframe><div hidden>dolt</div><video src=v.mp4></video></main><footer>Fot</footer>",
    });
    expect(pages).toMatchObject([
      {
        kind: "about",
        slug: "om-oss",
        language: "sv",
        text: { title: "Om oss", summary: "Kort.", body: "Vi finns." },
      },
    ]);
    expect(sorts).toEqual(["script", "style", "form", "embedded", "hidden", "sound"]);
  });

  it("a page laid out by tables in one form, as they were made in 2003", async () => {
    const { pages, sorts } = await moved({
      "default.aspx":
        "<body><form id=aspnetForm action=x><table><tr><td class=meny><a href=x>Meny</a></td><td>" +
        "<font size=5><b>Välkommen</b></font><p>Ring&nbsp;oss.</p></td></tr></table><h1>Jouren</h1></form>",
    });
    expect(pages[0]?.text).toMatchObject({ title: "Jouren", body: "**Välkommen**\n\nRing oss." });
    expect(sorts).toEqual(["layout-table", "around"]);
  });

  it("news with its day, where the page, the text or the name of the file tells it", async () => {
    const { pages } = await moved({
      "nyheter/a.html": "<h1>A</h1><time datetime=2024-03-08T10:00>8 mars</time><p>x",
      "nyheter/b.html":
        "<meta property=article:published_time content=2023-01-02T03:04:05Z><h1>B</h1><p>x",
      "2022/05/06/c.html": "<h1>C</h1><p>x",
      "nyheter/2021-02-31-d.html": "<h1>D</h1><p>Publicerad: 3 maj 2021. Text",
      "kontakt.html": "<h1>Kontakt</h1><p>Den 3 maj 2021 flyttade vi.",
    });
    expect(pages.map(({ kind, slug, dated }) => [kind, slug, dated])).toEqual([
      ["news", "a", "2024-03-08"],
      ["news", "b", "2023-01-02"],
      ["news", "c", "2022-05-06"],
      ["news", "d", "2021-05-03"],
      ["guide", "kontakt", null],
    ]);
  });
});

describe("the letters of an old file are read right", () => {
  const swedish = "Frågor på söndag – när det är bråttom";
  const windows = (text: string): Uint8Array =>
    Uint8Array.from(text, (sign) => (sign === "–" ? 0x96 : sign.charCodeAt(0)));
  it.each([
    ["UTF-8 that says nothing", bytes(swedish)],
    ["UTF-8 with a mark", bytes(`\uFEFF${swedish}`)],
    ["UTF-8 that says ISO-8859-1", bytes(`<meta charset=iso-8859-1>${swedish}`)],
    ["Windows-1252 that says nothing", windows(swedish)],
    ["Windows-1252 that says so", windows(`<meta charset="windows-1252">${swedish}`)],
    ["Windows-1252 that says UTF-8", windows(`<meta charset=utf-8>${swedish}`)],
    ["Windows-1252 that says what nobody knows", windows(`<meta charset=x-okand>${swedish}`)],
    ["UTF-16", new Uint8Array(Buffer.from(`\uFEFF${swedish}`, "utf16le"))],
    ["UTF-8 that was encoded twice", bytes(new TextDecoder("windows-1252").decode(bytes(swedish)))],
  ])("%s", (_, given) => {
    const { text, lost } = decodeHtml(given);
    expect(text).toContain(swedish);
    expect(lost).toBe(false);
  });

  it("and those that were lost before are told", async () => {
    const { sorts } = await moved({ "a.html": "<h1>T</h1><p>Fr\uFFFDgor" });
    expect(sorts).toEqual(["letters-lost"]);
  });
});

describe("whatever is in an old page", () => {
  const allowed =
    /^<\/?(?:p|h[2-4]|ul|ol|li|blockquote|hr|pre|code|em|strong|br|a|table|thead|tbody|tr|th|td|figure|figcaption|picture|source|img|div)(?: (?:href|id|start|rel|class|tabindex|type|srcset|sizes|src|width|height|alt)="[^"<]*")*\/?>$/;

  it.each(hostileHtml.map((html, at) => [at, html] as const))(
    "is text or plain elements (%i)",
    async (_, html) => {
      const body = await bodyOf(`<p>före</p>${html}<p>efter</p>`);
      const drawn = renderToString(<Article nodes={parseMarkdown(body)} />);
      for (const [tag] of drawn.matchAll(/<(?:[^<>"]|"[^"]*")*>/g)) expect(tag).toMatch(allowed);
      for (const [, href = ""] of drawn.matchAll(/ (?:href|src)="([^"]*)"/g))
        expect(href).toMatch(/^(?:https:\/\/ok\.example\/|\/bild\/0f3e8a52)/);
    },
  );

  it("takes no long time, and what is beyond measure is told", async () => {
    // No figure: one that took a minute would fail by the time limit of the test itself.
    for (const html of heavyHtml) {
      const { pages, sorts } = await moved({ "a.html": `<h1>T</h1>${html}` });
      expect(pages.length === 1 || sorts.includes("unreadable")).toBe(true);
      expect(pages[0]?.text.body.length ?? 0).toBeLessThanOrEqual(60_000);
    }
  }, 60_000);

  it("reads back as it was written, whatever signs stand in it", () => {
    const sign = fc.constantFrom(...'*_`[]()<>#+-.!|\\&~"1=:/ abå\n'.split(""));
    const words = fc.array(sign, { minLength: 1, maxLength: 24 }).map((all) => all.join(""));
    const look = fc.record({ strong: fc.boolean(), em: fc.boolean() });
    fc.assert(
      fc.property(fc.array(fc.tuple(words, look), { minLength: 1, maxLength: 5 }), (parts) => {
        const runs = parts.map(([text, own]): Run => ({
          ...{ kind: "text", text: text.replaceAll("\n", " ") },
          look: { ...plain, ...own },
        }));
        const children = inlineOf(tidied(runs));
        const expected = tidied(runs)
          .map((run) => (run.kind === "text" ? run.text : ""))
          .join("");
        const body = written([{ type: "paragraph", children } as Nodes]);
        expect(plainText(parseMarkdown(body)).trim()).toBe(expected.trim());
      }),
      { numRuns: 2000 },
    );
  });
});

describe("names of files", () => {
  it("lead nowhere but into the folder", () => {
    const tricks = [
      ...["../x.html", "a/../../x.html", "/etc/passwd", "C:\\x.html", "c:x.html", "a\\..\\..\\x"],
      ...["a/\0.html", "a/./x", "a//x", "%2e%2e/x", "a/%2E%2e%2fx", "a%00.html", "%252e%252e/x"],
      ...["", "\ud800.html", "a/".repeat(25), "x".repeat(301), "a\n.html"],
    ];
    for (const path of tricks) expect(safePath(path), JSON.stringify(path)).toBeUndefined();
    expect(safePath("sajt/om oss/Så här.html")).toBe("sajt/om oss/Så här.html");
    expect(safePath("sajt\\om.html")).toBe("sajt/om.html");
  });

  it("that are refused are told, and the rest comes along", async () => {
    const { pages, left } = await moved({
      "../ond.html": "<h1>Ond</h1>x",
      "god.html": "<h1>God</h1><p>x",
    });
    expect(pages.map(({ text }) => text.title)).toEqual(["God"]);
    expect(left).toEqual([{ path: "../ond.html", what: "path-refused", detail: "", count: 1 }]);
  });

  it("two of which would have the same address get one each", async () => {
    const { pages } = await moved({ "a/om.html": "<h1>A</h1>x", "b/om.html": "<h1>B</h1>y" }, [
      "om-2",
    ]);
    expect(pages.map(({ slug }) => slug)).toEqual(["om", "om-2-2"]);
  });
});
