import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type FreshDatabase, freshDatabase } from "../../tests/factories/database.server.ts";
import { checkText } from "../pages/text/check.ts";
import { parseMarkdown } from "../pages/text/parse.ts";
import { isFurther } from "../ui/further.ts";
import { federate } from "./cli.network.server.ts";
import { federationPages } from "./demo.federation.ts";
import { miraPages } from "./demo.pages.ts";
import { makeJour } from "./new-jour.server.ts";
import type { WrittenPage } from "./starter.page.ts";
import { draftsOf, federationDrafts, urgentPages } from "./starter.pages.ts";

const starter = [...urgentPages, ...draftsOf("Kvinnojouren Stod")];
const sets: readonly (readonly [string, readonly WrittenPage[]])[] = [
  ["Mira", miraPages],
  ["a new jour", starter],
  ["the demo's federation", federationPages],
  ["a new federation", federationDrafts("Riksförbundet Stod")],
];

/** What every face has to have; for the young as much as for women. */
const everywhere = ["akut", "rensa-spar", "tillganglighet", "om-oss", "orolig-for-nagon"];
const women = [
  ...["vald-i-en-relation", "overgrepp-nyligen", "overgrepp-for-lange-sedan"],
  ...["anmala-till-polisen", "kontaktforbud", "vardnad-och-umgange", "vad-kommunen-ska-gora"],
];
const young = ["har-nagon-tvingat-dig", "bilder-som-sprids", "nar-hemma-inte-ar-tryggt"];

/** Doors of the house that are no pages. */
const ownPaths =
  /^\/(?:door\/worried|hitta|contact\/plain|kontakta-oss|bli-volontar|bli-medlem|sprak\/[a-z]{2}(?:\/worried)?)?$/;

const slugsOf = (pages: readonly WrittenPage[], face: WrittenPage["face"]): string[] =>
  pages.filter((page) => page.face === undefined || page.face === face).map(({ slug }) => slug);

describe("the pages of the house", () => {
  it.each(sets.slice(0, 2))("%s has all that each face needs", (_, pages) => {
    expect(slugsOf(pages, "kvinnojour")).toEqual(expect.arrayContaining([...everywhere, ...women]));
    expect(slugsOf(pages, "ungdomsjour")).toEqual(
      expect.arrayContaining([...everywhere, ...young]),
    );
  });

  it("Mira has every kind of page that a jour writes", () => {
    expect([...new Set(miraPages.map(({ kind }) => kind))].sort()).toEqual([
      ...["about", "accessibility", "emergency", "guide", "kvinnojour", "news", "relative"],
      ...["report", "shelter", "social-services", "traces"],
    ]);
  });

  it.each(sets)("of %s say the same in Swedish and English", (_, pages) => {
    for (const { slug, texts } of pages) {
      expect(Object.keys(texts), slug).toEqual(expect.arrayContaining(["sv", "en"]));
      const shape = (body = "") => ({
        headings: body.match(/^#+ /gm)?.length ?? 0,
        rows: body.match(/^(-|\d\.|\|) /gm)?.length ?? 0,
        numbers: body.match(/tel:\+?\d+/g) ?? [],
        links: (body.match(/\]\(\/[^)?]*/g) ?? []).sort(),
      });
      expect(shape(texts.en?.body), slug).toEqual(shape(texts.sv?.body));
    }
  });

  it.each(sets)("of %s lead to each other, in the same language", (_, pages) => {
    const known = {
      pages: new Map(
        pages.map(({ slug, face = null }) => [slug, { isPublished: true, face }] as const),
      ),
      isOwn: (path: string) => ownPaths.test(path),
      leads: new Set<string>(),
      faces: ["kvinnojour", "ungdomsjour"],
    };
    for (const page of pages)
      for (const [language, { body }] of Object.entries(page.texts)) {
        const hints = checkText(parseMarkdown(body), body, known, page.face ?? null);
        expect(hints, `${page.slug} ${language}`).toEqual([]);
        const inside = [...body.matchAll(/\]\((\/[^)]*)\)/g)].map(([, href = ""]) => href);
        for (const href of inside)
          if (isFurther(language))
            expect(href.startsWith(`/sprak/${language}`) || href.endsWith("?lang=en"), href).toBe(
              true,
            );
          else expect(href.endsWith("?lang=en"), href).toBe(language === "en");
      }
  });

  it("every guide says where to turn in acute danger", () => {
    for (const { slug, kind, texts } of [...miraPages, ...starter])
      if (kind === "guide")
        for (const language of ["sv", "en"] as const)
          expect(texts[language]?.body, slug).toContain("112");
  });
});

describe("a new jour", () => {
  let database: FreshDatabase;
  beforeAll(async () => {
    database = await freshDatabase();
  });
  afterAll(() => database.close());

  interface Standing {
    readonly slug: string;
    readonly live: boolean;
    readonly title: string;
  }
  const standings = `select p.slug, t.published is not null as live, v.title from pages p
    join page_texts t on t.page_id = p.id and t.language = 'sv'
    join page_versions v on v.page_id = p.id and v.language = 'sv' order by p.slug`;

  it("finds what is urgent published, and all that speaks for it as drafts", async () => {
    const made = await makeJour(database, { host: "stod.example", name: "Kvinnojouren Stod" });
    if (!made.ok) throw new Error(made.code);
    const rows = await database.tenant(made.value, (tx) => tx.rows<Standing>(standings));
    const live = rows.filter((row) => row.live).map(({ slug }) => slug);
    expect(live).toEqual(["akut", "rensa-spar"]);
    expect(rows.map(({ slug }) => slug)).toEqual(
      [...everywhere, ...women].sort((one, other) => (one < other ? -1 : 1)),
    );
    const own = `select v.body from page_versions v join pages p on p.id = v.page_id
      where p.slug = 'om-oss' and v.language = 'sv'`;
    const said = await database.tenant(made.value, (tx) => tx.row<{ body: string }>(own));
    expect(said?.body).toContain("Kvinnojouren Stod är en ideell förening");
  });

  it("and a new federation finds its own, as drafts", async () => {
    const made = await federate(database, "forbund.example", "Riksförbundet Stod");
    const rows = await database.tenant(made, (tx) => tx.rows<Standing>(standings));
    expect(rows.map(({ slug, live }) => [slug, live])).toEqual([
      ["om-oss", false],
      ["tillganglighet", false],
    ]);
  });
});
