import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { admitEditors, type SiteHouse, siteHouse } from "../../tests/factories/site.server.ts";
import { pageEditor, pageText as text } from "../../tests/factories/page-editor.server.ts";
import { type OpenedPage, type PageList, pagePaths as paths } from "./contract.ts";

let house: SiteHouse;
const NOW = Date.parse("2026-11-26T18:32+01:00");

beforeAll(async () => {
  house = await siteHouse();
  await admitEditors(house.database);
});
afterAll(() => house.close());
beforeEach(() => {
  house.now = NOW;
});

const { ask, errorOf, made, published } = pageEditor(() => house);

describe("a page", () => {
  it("in another language follows the Swedish version that its writer names, and none unseen", async () => {
    const one = await published("Första");
    const [sv, en] = [
      { page: one.page, language: "sv" },
      { page: one.page, language: "en" },
    ];
    const standing = async () => {
      const { pages } = await ask<PageList>(paths.list, {});
      const found = pages.find(({ id }) => id === one.page)?.texts;
      const english = found?.find(({ language }) => language === "en");
      return [english?.follows, english?.isBehind];
    };
    expect((await ask<OpenedPage>(paths.open, en)).swedish).toBe(2);
    await ask(paths.save, { ...sv, after: 2, text: text("Andra, medan hon översätter") });
    await ask(paths.save, { ...en, after: 0, follows: 2, text: text("First") });
    expect(await standing()).toEqual([2, true]);
    // A comma that is mended follows nothing new.
    await ask(paths.save, { ...en, after: 1, text: text("First,") });
    expect(await standing()).toEqual([2, true]);
    await ask(paths.save, { ...en, after: 2, follows: 3, text: text("Second") });
    expect(await standing()).toEqual([3, false]);
    // What she has said is kept with what she has begun, and nothing is followed that is not there.
    await ask(paths.draft, { ...en, basedOn: 3, follows: 2, text: text("First again") });
    expect((await ask<OpenedPage>(paths.open, en)).draft).toEqual({
      ...{ basedOn: 3, follows: 2, text: text("First again") },
    });
    await ask(paths.save, { ...en, after: 3, follows: 99, text: text("Third") });
    expect(await standing()).toEqual([3, false]);
    const { versions } = await ask<OpenedPage>(paths.open, en);
    expect(versions.map(({ follows }) => follows)).toEqual([3, 3, 2, 2]);
    await ask(paths.remove, { page: one.page });
  });

  it("that is to come can be called off, and what is read stays", async () => {
    const one = await published("Första", "news");
    const place = { page: one.page, language: "sv" };
    await ask(paths.save, { ...place, after: 2, text: text("Andra") });
    await ask(paths.publish, { ...place, version: 3, at: "2026-12-01T08:00" });
    await ask(paths.callOff, place);
    house.now = Date.parse("2026-12-01T08:00+01:00");
    expect(await house.page("mira", `/nyheter/${one.slug}`)).toContain("Första");
    expect(await errorOf(paths.callOff, place)).toBe("changed-meanwhile");
    const other = await made("news");
    const its = { page: other.page, language: "sv" };
    await ask(paths.publish, { ...its, version: 1, at: "2026-12-24T08:00" });
    await ask(paths.callOff, its);
    const { pages } = await ask<PageList>(paths.list, {});
    expect(pages.find(({ id }) => id === other.page)).toMatchObject({
      ...{ dated: null, texts: [{ scheduled: null, published: null }] },
    });
    for (const { page } of [one, other]) await ask(paths.remove, { page });
  });

  it("that becomes news while it is read bears a day", async () => {
    const one = await published("Hej");
    const become = async (kind: string, dated: string | null) => {
      const { pages } = await ask<PageList>(paths.list, {});
      const { version = 0 } = pages.find(({ id }) => id === one.page) ?? {};
      const settings = { kind, slug: one.slug, face: null, dated, position: 0 };
      await ask(paths.settings, { page: one.page, version, settings });
      const after = await ask<PageList>(paths.list, {});
      return after.pages.find(({ id }) => id === one.page)?.dated;
    };
    expect(await become("news", null)).toBe("2026-11-26");
    expect(await house.page("mira", "/nyheter")).not.toContain("<h2></h2>");
    expect(await become("report", "2025-05-01")).toBe("2025-05-01");
    expect(await become("report", null)).toBe("2025-05-01");
    expect(await become("guide", null)).toBeNull();
    await ask(paths.remove, { page: one.page });
  });
});

it("a picture without words is not published, in whatever way it came", async () => {
  const { page } = await made();
  const place = { page, language: "sv" };
  const address = "/bild/0f3e8a52-1111-4222-8333-444455556666-9x9";
  await ask(paths.save, { ...place, after: 1, text: text(`Se\n\n- här: ![ ](${address})`) });
  for (const at of [null, "2026-12-01T08:00"])
    expect(await errorOf(paths.publish, { ...place, version: 2, at })).toBe("alt-missing");
  await ask(paths.save, { ...place, after: 2, text: text(`![En dörr](${address})`) });
  await ask(paths.publish, { ...place, version: 3, at: null });
  const { pages } = await ask<PageList>(paths.list, {});
  expect(pages.find(({ id }) => id === page)?.texts[0]?.published).toBe(3);
  await ask(paths.remove, { page });
});

it("what a face says of its permit stands on its pages of the shelter, from its settings", async () => {
  const html = await house.page("mira", "/sidor/skyddat-boende");
  expect(html).toContain("<strong>Vi har sökt tillstånd hos IVO för skyddat boende.</strong>");
  expect(html).toContain("Medan vi väntar på beslut hjälper vi dig");
  const { faces } = await ask<PageList>(paths.list, {});
  expect(faces.map(({ permit }) => permit?.en.says)).toEqual([
    "We have applied for a permit to run protected housing.",
    undefined,
  ]);
});

describe("the search", () => {
  const search = async (words: string, query = ""): Promise<string> => {
    const answer = await house.ask("mira", `/sok${query}`, { method: "POST", body: { words } });
    return answer.text();
  };

  it("finds words in every form, and within longer ones", async () => {
    expect(await search("anmälan polis")).toContain("/sidor/anmala-till-polisen");
    expect(await search("målsägande")).toContain("/sidor/anmala-till-polisen");
    expect(await search("jourerna enkät")).toContain("/rapporter/ungas-utsatthet");
    expect(await search("threats", "?lang=en")).toContain("/sidor/vald-i-en-relation?lang=en");
    expect(await search("xyzzy")).toContain("Ingen sida har det ordet.");
    expect(await search("och")).toContain("Ingen sida har det ordet.");
  });

  it("finds what is published, and no more", async () => {
    const one = await published("Ett ovanligt ord: kvastfening");
    expect(await search("kvastfening")).toContain(one.slug);
    const place = { page: one.page, language: "sv" };
    await ask(paths.save, { ...place, after: 2, text: text("En annan: lungfisk") });
    expect(await search("lungfisk")).not.toContain(one.slug);
    await ask(paths.withdraw, place);
    expect(await search("kvastfening")).not.toContain(one.slug);
  });

  it("finds all that is shown: the easy text, and Swedish where there is no English; each page once", async () => {
    const one = await published("Hela texten om kvastfening");
    const easy = { page: one.page, language: "sv-easy" };
    const english = { page: one.page, language: "en" };
    const rows = (html: string): number => html.split(`href="/sidor/${one.slug}`).length - 1;
    expect(rows(await search("kvastfening", "?lang=en"))).toBe(1);
    await ask(paths.save, { ...easy, after: 0, text: text("Kvastfening och lungfisk", "Lätt") });
    await ask(paths.publish, { ...easy, version: 1, at: null });
    const lung = await search("lungfisk");
    expect(lung).toContain(`href="/sidor/${one.slug}/lattlast"`);
    expect(lung).toContain("(på lätt svenska)");
    const both = await search("kvastfening");
    expect(rows(both)).toBe(1);
    expect(both).toContain(`href="/sidor/${one.slug}"`);
    await ask(paths.save, { ...english, after: 0, text: text("All about coelacanths", "Fish") });
    await ask(paths.publish, { ...english, version: 1, at: null });
    expect(await search("coelacanth", "?lang=en")).toContain(`/sidor/${one.slug}?lang=en`);
    // The English text is not what a Swedish reader is led to.
    expect(rows(await search("coelacanth"))).toBe(0);
    await ask(paths.remove, { page: one.page });
  });

  it("is sent as a form, so that no address holds its words, and bears any signs", async () => {
    const html = await search("\"><script>x</script> ' OR 1=1; --");
    expect(html).toContain('value="&quot;>&lt;script>x&lt;/script>');
    const answer = await house.ask("mira", "/sok?words=kvast", { method: "GET" });
    expect(await answer.text()).not.toContain("kvast");
  });
});
