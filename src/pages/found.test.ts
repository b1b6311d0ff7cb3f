import { afterAll, beforeAll, expect, it } from "vitest";
import {
  admitEditors,
  coordinator,
  type SiteHouse,
  siteHouse,
} from "../../tests/factories/site.server.ts";
import { pagePaths as paths } from "./contract.ts";

let house: SiteHouse;

beforeAll(async () => {
  house = await siteHouse();
  await admitEditors(house.database);
  house.now = Date.parse("2026-11-26T18:32+01:00");
});
afterAll(() => house.close());

async function ask<T>(path: string, body: object): Promise<T> {
  const answer = await house.ask("mira", path, { actor: coordinator, method: "POST", body });
  expect(answer.status, path).toBe(200);
  return (await answer.json()) as T;
}
const text = (body: string) => ({ title: "Kommer", summary: "Kort", body, cover: null });

async function made(kind: string): Promise<{ page: string; slug: string }> {
  const slug = `funnen-${kind}`;
  const settings = { kind, slug, face: null, dated: null, position: 0 };
  const { page } = await ask<{ page: string }>(paths.make, {
    ...{ ...settings, language: "sv", title: "Rubrik" },
  });
  return { page, slug };
}

it("a text that was saved days before its time is published and changed at that time, for a reader of the feed", async () => {
  const one = await made("news");
  const place = { page: one.page, language: "sv" };
  await ask(paths.save, { ...place, after: 1, text: text("Snart") });
  await ask(paths.publish, { ...place, version: 2, at: "2026-12-03T08:00" });
  house.now = Date.parse("2026-12-03T09:00+01:00");
  house.glances.forget();
  const feed = await house.page("mira", "/nyheter.atom");
  const entry = /<entry>(?:(?!<entry>)[\s\S])*?Kommer[\s\S]*?<\/entry>/.exec(feed)?.[0] ?? "";
  expect(entry).toContain("<published>2026-12-03T07:00:00.000Z</published>");
  expect(entry).toContain("<updated>2026-12-03T07:00:00.000Z</updated>");
  for (const [, from = "", changed = ""] of feed.matchAll(
    /<published>([^<]*)<\/published>\n<updated>([^<]*)</g,
  ))
    expect(Date.parse(changed)).toBeGreaterThanOrEqual(Date.parse(from));
});

it("each page says where it is found, in which languages, and where the feed is", async () => {
  const at = "http://mira.localhost:8080";
  const head = async (path: string): Promise<string[]> => {
    const html = await house.page("mira", path);
    return [...html.matchAll(/<link rel="(?:canonical|alternate)"[^>]*>/g)].map(([tag]) => tag);
  };
  const both = (path: string): string[] => [
    `<link rel="alternate" hreflang="sv" href="${at}${path}"/>`,
    `<link rel="alternate" hreflang="en" href="${at}${path}?lang=en"/>`,
  ];
  const feed = '<link rel="alternate" type="application/atom+xml" href="/nyheter.atom"/>';
  for (const path of ["/", "/sidor", "/rapporter", "/door/woman"]) {
    const canonical = `<link rel="canonical" href="${at}${path}?lang=en"/>`;
    expect(await head(`${path}?lang=en`)).toEqual([canonical, ...both(path), feed]);
  }
  // In Swedish alone: whoever asks in English reads the Swedish page, and there is one.
  const one = await made("guide");
  const place = { page: one.page, language: "sv" };
  await ask(paths.save, { ...place, after: 1, text: text("Bara svenska") });
  await ask(paths.publish, { ...place, version: 2, at: null });
  const canonical = `<link rel="canonical" href="${at}/sidor/${one.slug}"/>`;
  expect(await head(`/sidor/${one.slug}?lang=en`)).toEqual([canonical, feed]);
  const sitemap = await house.page("mira", "/sitemap.xml");
  expect(sitemap).toContain(`<url><loc>${at}/sidor/${one.slug}</loc></url>`);
  expect(sitemap).not.toContain(`${one.slug}?lang=en`);
  for (const loc of ["/", "/?lang=en", "/rapporter"])
    expect(sitemap).toContain(`<loc>${at}${loc}<`);
  expect(sitemap).toContain(
    `<xhtml:link rel="alternate" hreflang="en" href="${at}/nyheter?lang=en"/>`,
  );
  expect(sitemap).not.toContain("/remissvar");
});
