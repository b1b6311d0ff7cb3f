import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import {
  admitEditors,
  coordinator,
  type RunningSite,
  runSite,
  type SiteHouse,
  siteHouse,
} from "../../tests/factories/site.server.ts";
import { furtherLanguages } from "../ui/further.ts";
import { type OpenedPage, type PageList, pagePaths as paths } from "./contract.ts";
import { KINDS, kindsFor } from "./kinds.ts";

let house: SiteHouse;
/** Which jours are demonstrations a process remembers for a while: each test has its own. */
let site: RunningSite;
let count = 0;
const NOW = Date.parse("2026-11-26T18:32+01:00");

beforeAll(async () => {
  house = await siteHouse();
  await admitEditors(house.database);
});
afterAll(() => house.close());
beforeEach(() => start(true));
afterEach(() => site.close());

async function start(demo: boolean): Promise<void> {
  await house.database.shared((tx) =>
    tx.rows("update jours set demo = $1 where slug = 'mira'", [demo]),
  );
  site = await runSite(
    house.database,
    async () => ({ chat: 1 }),
    () => NOW,
  );
}

async function real(): Promise<void> {
  await site.close();
  await start(false);
}

async function ask<T>(path: string, body: object): Promise<T> {
  const answer = await site.ask("mira", path, { actor: coordinator, method: "POST", body });
  return (await answer.json()) as T;
}
const codeOf = (path: string, body: object) =>
  ask<{ error?: string } | null>(path, body).then((told) => told?.error);

const said = (body: string) => ({ title: "عنوان", summary: "باختصار", body, cover: null });

/** A page that is published in Swedish and has a saved Arabic text. */
async function made() {
  const slug = `sprak-${++count}`;
  const settings = { kind: "guide", slug, face: null, dated: null, position: 0 };
  const body = { ...settings, language: "sv", title: "På svenska" };
  const { page } = await ask<{ page: string }>(paths.make, body);
  await ask(paths.publish, { page, language: "sv", version: 1, at: null });
  const place = { page, language: "ar" };
  const save = (after: number, text: string) =>
    codeOf(paths.save, { ...place, after, text: said(text) });
  await save(0, "النص **الأول**");
  return {
    ...{ page, slug, place, save },
    address: `/sprak/ar/sidor/${slug}`,
    publish: (version: number, at: string | null = null) =>
      codeOf(paths.publish, { ...place, version, at }),
    check: (version: number, on = "2026-11-20") =>
      codeOf(paths.check, { ...place, version, by: " Samira Haddad ", on }),
    uncheck: (version: number) => codeOf(paths.uncheck, { ...place, version }),
    entry: async () =>
      (await ask<PageList>(paths.list, {})).pages
        .find(({ id }) => id === page)
        ?.texts.find(({ language }) => language === "ar"),
  };
}
const statusOf = async (path: string) => (await site.ask("mira", path)).status;

describe("a page in a further language", () => {
  it("is shown by a demonstration, from right to left, and says that nobody has checked it", async () => {
    const one = await made();
    expect(await one.publish(1)).toBeUndefined();
    const html = await site.page("mira", one.address);
    expect(html).toContain('<html lang="ar" dir="rtl"');
    expect(html).toContain('<article class="sheet part" lang="ar" dir="rtl">');
    expect(html).toContain("<strong>الأول</strong>");
    expect(html).toContain("لم يراجع أي إنسان هذا النص بعد");
    expect(html).toContain("مغادرة الصفحة</a>");
    // What leads on is in Swedish or English, and to this very page where it is there.
    expect(html).toContain(`href="/sidor/${one.slug}" lang="sv"`);
    const swedish = await site.page("mira", `/sidor/${one.slug}`);
    expect(swedish).toContain(`href="${one.address}" lang="ar" hreflang="ar" dir="rtl"`);
    for (const path of ["/sprak/ar", "/sidor"])
      expect(await site.page("mira", path), path).toContain(`href="${one.address}"`);
    expect(await site.page("mira", "/nyheter.atom")).not.toContain("عنوان");
  });

  it("is published by a real jour only when a person has checked that version", async () => {
    const one = await made();
    await real();
    expect(await one.publish(1)).toBe("not-checked");
    expect(await one.publish(1, "2027-01-01T08:00")).toBe("not-checked");
    expect(await one.entry()).toMatchObject({ isChecked: false, published: null });
    expect(await one.check(1)).toBeUndefined();
    const opened = await ask<OpenedPage>(paths.open, one.place);
    expect(opened.check).toEqual({ by: "Samira Haddad", on: "2026-11-20", enteredBy: "Berit" });
    expect(await one.publish(1)).toBeUndefined();
    const html = await site.page("mira", one.address);
    expect(html).toContain("<strong>الأول</strong>");
    // No person has checked the words of the house, so those around it are English.
    expect(html).toContain('<html lang="en" dir="ltr"');
    expect(html).toContain('lang="ar" dir="rtl"');
    expect(html).not.toContain("checked this text");
    expect(html).not.toContain("Samira");
    expect(html).not.toContain("noindex");
    // A new version is nobody's yet; what was checked stays.
    await one.save(1, "النص **الثاني**");
    expect(await one.entry()).toMatchObject({ isChecked: false, published: 1, latest: 2 });
    expect(await one.publish(2)).toBe("not-checked");
    expect(await site.page("mira", one.address)).toContain("الأول");
  });

  it("leaves the site when the check was a mistake, and with the demonstration", async () => {
    const one = await made();
    await one.publish(1);
    expect(await statusOf(one.address)).toBe(200);
    await real();
    expect(await statusOf(one.address)).toBe(301);
    expect(await site.page("mira", `/sidor/${one.slug}`)).not.toContain(one.address);
    await one.check(1);
    expect(await statusOf(one.address)).toBe(200);
    expect(await one.uncheck(1)).toBeUndefined();
    const gone = await site.ask("mira", one.address);
    expect([gone.status, gone.headers.get("location")]).toEqual([
      301,
      `/sidor/${one.slug}?lang=en`,
    ]);
    expect(await one.uncheck(1)).toBe("not-found");
  });

  it("is checked in its newest version, on a day that has been, in a language that needs it", async () => {
    const one = await made();
    await one.save(1, "أحدث");
    expect(await one.check(1)).toBe("changed-meanwhile");
    expect(await one.check(2, "2026-11-27")).toBe("day-refused");
    expect(await one.check(2, "2026-11-26")).toBeUndefined();
    expect(await one.check(3)).toBe("changed-meanwhile");
    const check = { ...one.place, version: 2, by: "Samira", on: "2026-11-20" };
    for (const wrong of [{ by: " " }, { on: "2026-02-30" }, { language: "sv" }, { language: "de" }])
      expect(await codeOf(paths.check, { ...check, ...wrong })).toBe("bad-input");
  });

  it("is led to by its old address, and alone where there is no other", async () => {
    const slug = `sprak-${++count}`;
    const settings = { kind: "news", slug, face: null, dated: "2026-11-02", position: 0 };
    const body = { ...settings, language: "fa", title: "خبر" };
    const { page } = await ask<{ page: string }>(paths.make, body);
    await ask(paths.publish, { page, language: "fa", version: 1, at: null });
    const leads = async (path: string) => (await site.ask("mira", path)).headers.get("location");
    expect(await leads(`/sprak/fa/sidor/${slug}`)).toBe(`/sprak/fa/nyheter/${slug}`);
    expect(await leads(`/nyheter/${slug}`)).toBe(`/sprak/fa/nyheter/${slug}`);
    // The clock on the wall and its calendar, in the words of the language.
    expect(await site.page("mira", `/sprak/fa/nyheter/${slug}`)).toContain("2 نوامبر 2026");
    for (const path of [`/sprak/de/nyheter/${slug}`, `/sprak/sv-easy/nyheter/${slug}`])
      expect(await statusOf(path), path).toBe(404);
  });

  it("is there in every kind that a jour writes, so that each can be looked at", async () => {
    const { pages } = await ask<PageList>(paths.list, {});
    const arabic = pages.filter(({ texts }) => texts.some(({ language }) => language === "ar"));
    const kinds = new Set(arabic.map(({ kind }) => kind));
    expect(KINDS.filter((kind) => kindsFor(false).includes(kind) && !kinds.has(kind))).toEqual([]);
    expect(furtherLanguages).toContain("ar");
  });
});
