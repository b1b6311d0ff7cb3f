import { readFileSync } from "node:fs";
import { gunzipSync, gzipSync } from "node:zlib";
import pg from "pg";
import { parseFeed } from "feedsmith";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { builtExitScript } from "../../tests/factories/exit-script.server.ts";
import {
  admitEditors,
  type Asking,
  coordinator,
  runSite,
  type SiteHouse,
  siteHouse,
  volunteer,
} from "../../tests/factories/site.server.ts";
import { pageEditor, pageText as text } from "../../tests/factories/page-editor.server.ts";
import { type OpenedPage, type PageList, pagePaths as paths } from "./contract.ts";

let house: SiteHouse;
let exitScript: string;
const NOW = Date.parse("2026-11-26T18:32+01:00");

beforeAll(async () => {
  exitScript = await builtExitScript();
  house = await siteHouse(exitScript);
  await admitEditors(house.database);
});
afterAll(() => house.close());
beforeEach(() => {
  house.now = NOW;
});

const { ask, errorOf, made, published } = pageEditor(() => house);

describe("a page", () => {
  it("is seen by nobody until it is published, and then at once", async () => {
    const { page, slug } = await made();
    const place = { page, language: "sv" };
    expect((await house.ask("mira", `/sidor/${slug}`)).status).toBe(404);
    await ask(paths.save, { ...place, after: 1, text: text("**Hej** på dig") });
    expect((await house.ask("mira", `/sidor/${slug}`)).status).toBe(404);
    await ask(paths.publish, { ...place, version: 2, at: null });
    const html = await house.page("mira", `/sidor/${slug}`);
    expect(html).toContain("<strong>Hej</strong> på dig");
    expect(html).toContain("<h1>Rubrik</h1>");
    // The tab and the history say nothing of what it is about.
    expect(html).toContain("<title>Mira, sida</title>");
    await ask(paths.save, { ...place, after: 2, text: text("Nyare") });
    expect(await house.page("mira", `/sidor/${slug}`)).toContain("Hej");
    await ask(paths.withdraw, place);
    expect((await house.ask("mira", `/sidor/${slug}`)).status).toBe(404);
  });

  it("is published at its time, on the clock of Sweden, with nobody there to do it", async () => {
    const { page, slug } = await made();
    const place = { page, language: "sv" };
    await ask(paths.publish, { ...place, version: 1, at: "2026-11-27T06:00" });
    expect((await house.ask("mira", `/sidor/${slug}`)).status).toBe(404);
    house.now = Date.parse("2026-11-27T05:59:59+01:00");
    expect((await house.ask("mira", `/sidor/${slug}`)).status).toBe(404);
    house.now = Date.parse("2026-11-27T06:00+01:00");
    expect((await house.ask("mira", `/sidor/${slug}`)).status).toBe(200);
    expect(await errorOf(paths.publish, { ...place, version: 1, at: "2026-02-30T06:00" })).toBe(
      "bad-time",
    );
    expect(await errorOf(paths.publish, { ...place, version: 9, at: null })).toBe("not-found");
  });

  it("bears the day on which it goes out, however that was moved before", async () => {
    const one = await made("news");
    const place = { page: one.page, language: "sv" };
    const day = async () =>
      (await ask<PageList>(paths.list, {})).pages.find(({ id }) => id === one.page)?.dated;
    await ask(paths.publish, { ...place, version: 1, at: "2026-12-24T08:00" });
    expect(await day()).toBe("2026-12-24");
    await ask(paths.publish, { ...place, version: 1, at: "2027-01-07T08:00" });
    expect(await day()).toBe("2027-01-07");
    await ask(paths.withdraw, place);
    expect(await day()).toBeNull();
    await ask(paths.publish, { ...place, version: 1, at: "2026-12-24T08:00" });
    await ask(paths.publish, { ...place, version: 1, at: null });
    expect(await day()).toBe("2026-11-26");
    // What has been read bears its first day.
    house.now = Date.parse("2026-12-01T08:00+01:00");
    await ask(paths.withdraw, place);
    await ask(paths.publish, { ...place, version: 1, at: null });
    expect(await day()).toBe("2026-11-26");
  });

  it("that is published later leaves what is read until then", async () => {
    const one = await published("Första");
    const place = { page: one.page, language: "sv" };
    await ask(paths.save, { ...place, after: 2, text: text("Andra") });
    await ask(paths.publish, { ...place, version: 3, at: "2026-12-01T08:00" });
    expect(await house.page("mira", `/sidor/${one.slug}`)).toContain("Första");
    house.now = Date.parse("2026-12-01T08:00+01:00");
    expect(await house.page("mira", `/sidor/${one.slug}`)).toContain("Andra");
  });

  it("keeps its old addresses, and nobody else may take them", async () => {
    const one = await published("Hej");
    const change = async (slug: string, kind = "guide") => {
      const list = await ask<PageList>(paths.list, {});
      const { version } = list.pages.find(({ id }) => id === one.page) ?? { version: 0 };
      const settings = { kind, slug, face: null, dated: null, position: 0 };
      return errorOf(paths.settings, { page: one.page, version, settings });
    };
    expect(await change("ny-adress")).toBeUndefined();
    const old = await house.ask("mira", `/sidor/${one.slug}?lang=en`);
    expect([old.status, old.headers.get("location")]).toEqual([301, "/sidor/ny-adress?lang=en"]);
    expect(await change("ny-adress", "news")).toBeUndefined();
    const moved = await house.ask("mira", "/sidor/ny-adress");
    expect([moved.status, moved.headers.get("location")]).toEqual([301, "/nyheter/ny-adress"]);
    const taken = { kind: "guide", face: null, dated: null, position: 0, language: "sv" };
    for (const slug of [one.slug, "ny-adress"])
      expect(await errorOf(paths.make, { ...taken, slug, title: "x" })).toBe("address-taken");
    expect(await change(one.slug)).toBeUndefined();
    expect((await house.ask("mira", `/sidor/${one.slug}`)).status).toBe(200);
    // Ids are compared as texts: one in capitals is refused before anything is written.
    const settings = { kind: "guide", slug: "i-versaler", face: null, dated: null, position: 0 };
    const again = { page: one.page.toUpperCase(), version: 4, settings };
    expect(await errorOf(paths.settings, again)).toBe("bad-input");
    const free = { ...taken, slug: "i-versaler", title: "x" };
    expect(await errorOf(paths.make, free)).toBeUndefined();
  });

  it("is read in the other language where hers is missing, and says so", async () => {
    const one = await published("Bara svenska");
    const html = await house.page("mira", `/sidor/${one.slug}?lang=en`);
    expect(html).toContain("This page is in Swedish only.");
    expect(html).toContain('<article class="sheet part" lang="sv">');
    const easy = await house.ask("mira", `/sidor/${one.slug}/lattlast`);
    expect([easy.status, easy.headers.get("location")]).toEqual([301, `/sidor/${one.slug}`]);
  });

  it("has an easy-read twin, and a translation is told when it falls behind", async () => {
    const one = await published("Hela texten");
    const easy = { page: one.page, language: "sv-easy" };
    await ask(paths.save, { ...easy, after: 0, text: text("Kort text") });
    await ask(paths.publish, { ...easy, version: 1, at: null });
    expect(await house.page("mira", `/sidor/${one.slug}`)).toContain(`/sidor/${one.slug}/lattlast`);
    expect(await house.page("mira", `/sidor/${one.slug}/lattlast`)).toContain("Kort text");
    const isBehind = async () =>
      (await ask<PageList>(paths.list, {})).pages
        .find(({ id }) => id === one.page)
        ?.texts.find(({ language }) => language === "sv-easy")?.isBehind;
    expect(await isBehind()).toBe(true);
    await ask(paths.save, { ...easy, after: 1, follows: 2, text: text("Kort text") });
    expect(await isBehind()).toBe(false);
    await ask(paths.save, { page: one.page, language: "sv", after: 2, text: text("Ändrad") });
    expect(await isBehind()).toBe(true);
    // Its English is not looked for below the easy text.
    const easyHtml = await house.page("mira", `/sidor/${one.slug}/lattlast`);
    expect(easyHtml).toContain(`href="/sidor/${one.slug}?lang=en" lang="en"`);
  });

  it("of one face is not on the other, and never at another jour", async () => {
    expect((await house.ask("mira", "/sidor/skyddat-boende")).status).toBe(200);
    expect((await house.ask("dinungdomsjour", "/sidor/skyddat-boende")).status).toBe(404);
    expect((await house.ask("dinungdomsjour", "/sidor/om-oss")).status).toBe(200);
    expect((await house.ask("vide", "/sidor/om-oss")).status).toBe(404);
    const { pages } = await ask<PageList>(paths.list, {});
    const [mira] = pages;
    const place = { page: mira?.id, language: "sv" };
    const theirs = await ask<PageList>(paths.list, {}, "vide");
    expect(JSON.stringify(theirs)).not.toContain(mira?.id);
    for (const [path, body] of [
      [paths.open, place],
      [paths.version, { ...place, version: 1 }],
      [paths.publish, { ...place, version: 1, at: null }],
      [paths.withdraw, place],
      [paths.callOff, place],
      [paths.remove, { page: mira?.id }],
      [paths.save, { ...place, after: 0, text: text("Vår nu") }],
      [paths.draft, { ...place, basedOn: 0, text: text("Vår nu") }],
    ] as const)
      expect(await errorOf(path, body, "vide"), path).toBe("not-found");
    expect((await house.ask("mira", "/sidor/om-oss")).status).toBe(200);
  });

  it("is written by coordinators alone", async () => {
    const post = (actor?: Asking["actor"]) =>
      house.ask("mira", paths.list, { method: "POST", body: {}, ...(actor && { actor }) });
    expect([(await post()).status, (await post(volunteer)).status]).toEqual([401, 403]);
  });
});

describe("two who write the same page", () => {
  it("lose nothing: the second is told, and both texts are there", async () => {
    const { page } = await made();
    const place = { page, language: "sv" };
    const save = (after: number, body: string) =>
      house.ask("mira", paths.save, {
        ...{ actor: coordinator, method: "POST" },
        body: { ...place, after, text: text(body) },
      });
    const answers = await Promise.all([save(1, "Berits"), save(1, "Majkens")]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const first = answers[0]?.status === 200 ? "Berits" : "Majkens";
    const second = first === "Berits" ? "Majkens" : "Berits";
    const opened = await ask<OpenedPage>(paths.open, place);
    expect(opened.saved?.text.body).toBe(first);
    expect(opened.draft).toMatchObject({ basedOn: 1, text: { body: second } });
    expect((await save(2, second)).status).toBe(200);
    const after = await ask<OpenedPage>(paths.open, place);
    expect(after.draft).toBeUndefined();
    expect(after.versions.map(({ version }) => version)).toEqual([3, 2, 1]);
    expect(await ask(paths.version, { ...place, version: 2 })).toMatchObject({ body: first });
  });

  it("so do two who begin a translation at once", async () => {
    const { page } = await made();
    const place = { page, language: "en" };
    const body = { ...place, after: 0, text: text("One of two") };
    const both = await Promise.all([errorOf(paths.save, body), errorOf(paths.save, body)]);
    expect(both.filter((code) => code === undefined)).toHaveLength(1);
    expect(both).toContain("changed-meanwhile");
  });

  it("what is not saved is kept also where it is long and full of short lines", async () => {
    const { page } = await made();
    const place = { page, language: "sv" };
    const begun = { title: "", summary: "", body: '-"a"\n'.repeat(12_000), cover: null };
    expect(await ask(paths.draft, { ...place, basedOn: 1, text: begun })).toBeNull();
    expect((await ask<OpenedPage>(paths.open, place)).draft?.text).toEqual(begun);
  });

  it("what is not saved is kept for whoever wrote it, and can be thrown away", async () => {
    const { page } = await made();
    const place = { page, language: "sv" };
    const begun = { title: "", summary: "", body: "Halv mening", cover: null };
    await ask(paths.draft, { ...place, basedOn: 1, text: begun });
    expect((await ask<OpenedPage>(paths.open, place)).draft?.text).toEqual(begun);
    await ask(paths.discard, place);
    expect((await ask<OpenedPage>(paths.open, place)).draft).toBeUndefined();
  });
});

describe("the site", () => {
  it("leads from the front page to what can be read and to the newest news", async () => {
    const html = await house.page("mira", "/");
    for (const path of ["/sidor/akut", "/nyheter/ny-rapport-om-ungas-utsatthet", "/sidor"])
      expect(html).toContain(`href="${path}"`);
    expect(await house.page("mira", "/?lang=en")).toContain("When it is urgent");
    expect(await house.page("vide", "/")).not.toContain("/nyheter/");
  });

  it("lists every kind of page, and news by year with their days", async () => {
    const pages = await house.page("mira", "/sidor");
    for (const said of ["Akut", "Råd och fakta", "Om oss", "Rapporter"])
      expect(pages).toContain(`<h2>${said}</h2>`);
    const news = await house.page("mira", "/nyheter");
    expect(news.indexOf("<h2>2026</h2>")).toBeLessThan(news.indexOf("<h2>2024</h2>"));
    expect(news).toContain('<time datetime="2026-10-12">måndag 12 oktober 2026</time>');
    expect(await house.page("vide", "/nyheter")).toContain("Här finns ingen nyhet ännu.");
  });

  it("weighs little: every page with the exit within 30 KB", async () => {
    const sitemap = await house.page("mira", "/sitemap.xml");
    const found = [...sitemap.matchAll(/<loc>http:\/\/mira\.localhost:8080([^<]*)<\/loc>/g)];
    expect(found.length).toBeGreaterThan(15);
    for (const [, path = ""] of found) {
      const answer = await house.ask("mira", path, { headers: { "accept-encoding": "gzip" } });
      const bytes = Buffer.from(await answer.arrayBuffer());
      expect(answer.status, path).toBe(200);
      expect(gunzipSync(bytes).toString()).toContain('<script src="/exit.js">');
      expect(bytes.length + gzipSync(exitScript).length, path).toBeLessThan(12_000);
      expect(answer.headers.get("cache-control")).toBe("no-store");
    }
  });

  it("has a feed that others' readers can read", async () => {
    const answer = await house.ask("mira", "/nyheter.atom");
    expect(answer.headers.get("content-type")).toMatch(/^application\/atom\+xml/);
    const { format, feed } = parseFeed(await answer.text());
    if (format !== "atom") throw new Error(`read as ${format}`);
    expect(feed.title?.value).toBe("Kvinnojouren Mira");
    expect(feed.id).toBe("http://mira.localhost:8080/nyheter");
    const titles = feed.entries?.map(({ title }) => title?.value) ?? [];
    expect(titles).toContain("Vill du bli volontär?");
    for (const entry of feed.entries ?? []) {
      expect(entry.id).toMatch(/^urn:uuid:[0-9a-f-]{36}$/);
      expect(Date.parse(String(entry.updated))).toBeGreaterThan(0);
      expect(entry.links?.[0]?.href).toMatch(
        /^http:\/\/mira\.localhost:8080\/(nyheter|rapporter)\//,
      );
    }
  });

  it("lies ready, and the processes beside it follow within a second", async () => {
    const other = await runSite(
      house.database,
      async () => ({ chat: 0 }),
      () => house.now,
    );
    try {
      const one = await published("Före", "guide", "Samma");
      const path = `/sidor/${one.slug}`;
      expect(await other.page("mira", path)).toContain("Före");
      const before = other.routed();
      expect(await other.page("mira", path)).toContain("Före");
      expect(other.routed()).toBe(before);
      const place = { page: one.page, language: "sv" };
      await ask(paths.save, { ...place, after: 2, text: text("Efter", "Samma") });
      await ask(paths.publish, { ...place, version: 3, at: null });
      expect(await house.page("mira", path)).toContain("Efter");
      house.now += 1000;
      expect(await other.page("mira", path)).toContain("Efter");
    } finally {
      await other.close();
    }
  });
});

it("news that stood in the texts of a face became pages, published as they were", async () => {
  const owner = new pg.Client(house.database.ownerConnection);
  await owner.connect();
  try {
    const both = { date: "2025-03-08", title: { sv: "Gammalt", en: "Old" } };
    const news = [
      { ...both, text: { sv: "Rad ett.\n\n- a", en: "One." } },
      { date: "2025-03-09", title: { sv: "Bara svenska", en: "" }, text: { sv: "Två.", en: "" } },
    ];
    await owner.query("alter table faces add column news jsonb not null default '[]'");
    const found = await owner.query<{ id: string }>(
      "update faces set news = $1 where slug = 'kvinnojour' and name like '%Vide' returning id",
      [JSON.stringify(news)],
    );
    expect(found.rowCount).toBe(1);
    await owner.query(readFileSync("migrations/0030_news_are_pages.sql", "utf8"));
  } finally {
    await owner.end();
  }
  house.glances.forget();
  const page = await house.page("vide", "/nyheter");
  expect(page).toContain("Gammalt");
  expect(page).toContain("Bara svenska");
  expect(await house.page("vide", "/nyheter?lang=en")).toContain("Old");
  const [, path = ""] = /href="(\/nyheter\/nyhet-[^"]*)">Gammalt/.exec(page) ?? [];
  expect(await house.page("vide", path)).toContain("<p>Rad ett.</p><ul><li>a</li></ul>");
});
