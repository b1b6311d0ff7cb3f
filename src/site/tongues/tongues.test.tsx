import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type SiteHouse, siteHouse } from "../../../tests/factories/site.server.ts";
import { direction } from "../../ui/languages.ts";
import { DOORS } from "../names.ts";
import { TONGUES, tongueFor, tonguesFor } from "./tongues.ts";

let house: SiteHouse;
beforeAll(async () => {
  house = await siteHouse();
});
afterAll(() => house.close());

/** Every sentence, the made ones too, with something put in. */
function said(words: object): [string, string][] {
  return Object.entries(words).flatMap(([key, value]): [string, string][] => {
    if (typeof value === "string") return [[key, value]];
    if (typeof value === "function") return [[key, String(value("18", "19"))]];
    return said(value as object);
  });
}

/** No sentence of another language, and none of ours, is left among them. */
const scripts = new Map<string, RegExp>([
  ["ar", /\p{Script=Arabic}/u],
  ["fa", /\p{Script=Arabic}/u],
  ["ti", /\p{Script=Ethiopic}/u],
  ["uk", /\p{Script=Cyrillic}/u],
]);

describe("a further language", () => {
  it("is offered by a demonstration, and by a jour only when a person has checked it", () => {
    expect(tonguesFor(true).map(([code]) => code)).toEqual([...TONGUES]);
    for (const code of TONGUES) {
      const book = tongueFor(code, true);
      const isChecked = (book?.checked ?? null) !== null;
      expect(tongueFor(code, false) !== undefined, code).toBe(isChecked);
    }
    expect(tongueFor("xx", true)).toBeUndefined();
  });

  it.each(tonguesFor(true))("says all that there is to say (%s)", (code, { words, lang }) => {
    for (const [key, text] of said(words)) expect(text.trim(), key).not.toBe("");
    for (const key of ["open", "openUntil", "nobodyThere"] as const)
      expect(words[key]("18:05"), key).toContain("18:05");
    expect(words.call112).toContain("112");
    const script = scripts.get(code) ?? /\p{Script=Latin}/u;
    for (const [key, text] of said(words)) expect(text, key).toMatch(script);
    // The exit's script is handed its sentences with bars between them.
    for (const text of Object.values(words.exit)) expect(text).not.toContain("|");
    expect(direction(lang)).toBe(code === "ar" || code === "fa" ? "rtl" : "ltr");
  });

  it("is a page that says it is unchecked, with the way out in its own words", async () => {
    const page = await house.page("mira", "/sprak/ar");
    expect(page).toContain('<html lang="ar" dir="rtl"');
    expect(page).toContain("لم يراجع أي إنسان هذه الترجمة بعد");
    expect(page).toContain("مغادرة الصفحة</a>");
    expect(page).toContain("18:32");
    expect(page).toContain("/contact/?door=woman&amp;lang=en");
    expect((await house.ask("mira", "/sprak/ar")).headers.get("content-language")).toBe("ar");
    for (const door of DOORS) expect(page).toContain(`/sprak/ar/${door}`);
    expect(await house.page("mira", "/sprak/sv-easy/young")).toContain("Jag är ung");
    for (const path of ["/sprak/de", "/sprak/xx", "/sprak/ar/xx", "/sprak/ar/woman/x"])
      expect((await house.ask("mira", path)).status, path).toBe(404);
  });

  it("counts, and names the day, by the language's own rules", async () => {
    const words = tongueFor("uk", true)?.words;
    expect(words?.receivesWomen(12, 21)).toContain("до 21 року");
    expect(words?.receivesWomen(18, null)).toContain("від 18 років");
    // A Saturday, and the chat opens on Monday.
    house.now = Date.parse("2026-01-03T12:00:00Z");
    house.onDuty = 0;
    house.glances.forget();
    const days = { so: "Isniin", fa: "دوشنبه", ti: "ሰኑይ", uk: "понеділок", fi: "maanantai" };
    for (const [code, day] of Object.entries(days))
      expect(await house.page("mira", `/sprak/${code}`), code).toContain(day);
  });

  it("is nowhere on the pages of a jour that is no demonstration", async () => {
    await house.database.shared((tx) =>
      tx.rows("update jours set demo = false where slug = 'vide'"),
    );
    house.glances.forget();
    expect((await house.ask("vide", "/sprak/ar")).status).toBe(404);
    expect(await house.page("vide", "/")).not.toContain("/sprak/");
    expect(await house.page("mira", "/")).toContain('href="/sprak/ar" lang="ar"');
  });
});
