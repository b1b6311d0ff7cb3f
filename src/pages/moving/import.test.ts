import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import {
  admitEditors,
  coordinator,
  type SiteHouse,
  siteHouse,
  volunteer,
} from "../../../tests/factories/site.server.ts";
import { moveSiteIn } from "../../entry/import.server.ts";
import { picturePaths, type PictureView } from "../../media/index.ts";
import type { JourId } from "../../platform/database/index.server.ts";
import { type OpenedPage, type PageList, pagePaths } from "../contract.ts";
import { type ImportView, movingPaths as paths } from "./contract.ts";

let house: SiteHouse;
let folder: string;
beforeAll(async () => {
  house = await siteHouse();
  await admitEditors(house.database);
});
afterAll(async () => {
  await house.close();
});
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "lykta-old-site-"));
  return () => rmSync(folder, { recursive: true });
});

async function ask<T>(path: string, body: object, host = "mira"): Promise<T> {
  const answer = await house.ask(host, path, { actor: coordinator, method: "POST", body });
  return (await answer.json()) as T;
}
const errorOf = async (path: string, body: object, host?: string): Promise<string | undefined> =>
  (await ask<{ error?: string }>(path, body, host)).error;
const pagesNow = async () => (await ask<PageList>(pagePaths.list, {})).pages;
const picturesNow = async () =>
  (await ask<{ pictures: PictureView[] }>(picturePaths.list, {})).pictures;
const importsNow = async () => (await ask<{ imports: ImportView[] }>(paths.list, {})).imports;

const picture = (): Promise<Buffer> =>
  sharp({ create: { width: 60, height: 40, channels: 3, background: "#8a5a00" } })
    .jpeg()
    .toBuffer();

async function oldSite(): Promise<void> {
  mkdirSync(join(folder, "nyheter"));
  writeFileSync(
    join(folder, "om.html"),
    "<h1>Flyttad om-sida</h1><p>Vi finns. <a href=nyheter/a.html>Nytt</a></p><img src=dorr.jpg alt='En dörr'>",
  );
  writeFileSync(
    join(folder, "nyheter/a.html"),
    "<h1>Flyttad nyhet</h1><time datetime=2024-03-08></time><p>x",
  );
  writeFileSync(join(folder, "dorr.jpg"), await picture());
  writeFileSync(join(folder, "stil.css"), "p{}");
}

const moveIn = async (): Promise<readonly string[]> => {
  const told = await moveSiteIn(house.database, "mira.localhost", folder);
  if (typeof told === "string") throw new Error(told);
  return told;
};

describe("a folder that is moved in", () => {
  it("becomes drafts that nobody sees, with its pictures, and a report", async () => {
    await oldSite();
    const told = await moveIn();
    expect(told[0]).toBe(
      "Moved in at Kvinnojouren Mira: 2 drafts and 1 pictures. Nobody sees them yet.",
    );
    expect(told).toContain("  stil.css: no page and no picture: did not come along");
    const made = (await pagesNow()).filter(({ texts }) => texts[0]?.title.startsWith("Flyttad"));
    expect(
      made.map(({ kind, slug, dated, texts }) => [kind, slug, dated, texts[0]?.published]),
    ).toEqual([
      ["guide", "om", null, null],
      ["news", "a", "2024-03-08", null],
    ]);
    expect((await house.ask("mira", "/sidor/om")).status).toBe(404);
    expect((await house.ask("mira", "/nyheter/a")).status).toBe(404);
    const opened = await ask<OpenedPage>(pagePaths.open, { page: made[0]?.id, language: "sv" });
    const shown = (await picturesNow()).find(({ alt }) => alt === "En dörr");
    expect(shown?.alt).toBe("En dörr");
    expect(opened.saved?.text.body).toBe(
      `Vi finns. [Nytt](/nyheter/a)\n\n![En dörr](${shown?.address})`,
    );
    const [first] = await importsNow();
    expect(first).toMatchObject({
      pages: 2,
      pictures: 1,
      worked: 0,
      isFinished: true,
      madeBy: null,
    });
    // Once more, in one step, as if it had never been.
    expect(await ask(paths.undo, { import: first?.id })).toEqual({ pages: 2, stayed: 0 });
    expect((await pagesNow()).some(({ texts }) => texts[0]?.title.startsWith("Flyttad"))).toBe(
      false,
    );
    expect((await picturesNow()).some(({ id }) => id === shown?.id)).toBe(false);
    expect(await importsNow()).toEqual([]);
    expect(await errorOf(paths.undo, { import: first?.id })).toBe("not-found");
  });

  it("gives back, when it is undone, all but what somebody has worked on since", async () => {
    await oldSite();
    await moveIn();
    const om = (await pagesNow()).find(({ slug }) => slug === "om");
    const shown = (await picturesNow()).find(({ alt }) => alt === "En dörr");
    await ask(pagePaths.publish, { page: om?.id, language: "sv", version: 1, at: null });
    const [first] = await importsNow();
    expect(first?.worked).toBe(1);
    expect(await ask(paths.undo, { import: first?.id })).toEqual({ pages: 1, stayed: 1 });
    expect((await house.ask("mira", "/sidor/om")).status).toBe(200);
    expect((await house.ask("mira", `${shown?.address}/60.webp`)).status).toBe(200);
    await ask(pagePaths.remove, { page: om?.id });
  });

  it("keeps, when it is undone, what a colleague has begun to write and not saved, and its picture", async () => {
    await oldSite();
    await moveIn();
    const om = (await pagesNow()).find(({ slug }) => slug === "om");
    const news = (await pagesNow()).find(({ slug }) => slug === "a");
    const shown = (await picturesNow()).find(({ alt }) => alt === "En dörr");
    const begun = {
      title: "Halv",
      summary: "",
      body: `![En dörr](${shown?.address})`,
      cover: null,
    };
    const place = { page: news?.id, language: "sv" };
    await ask(pagePaths.draft, { ...place, basedOn: 1, text: begun });
    const [first] = await importsNow();
    expect(first?.worked).toBe(1);
    expect(await ask(paths.undo, { import: first?.id })).toEqual({ pages: 1, stayed: 1 });
    expect((await pagesNow()).some(({ id }) => id === om?.id)).toBe(false);
    expect((await ask<OpenedPage>(pagePaths.open, place)).draft?.text).toEqual(begun);
    expect((await picturesNow()).some(({ id }) => id === shown?.id)).toBe(true);
    await ask(pagePaths.remove, { page: news?.id });
  });

  it("stays, when its report is put away, and is no import any more", async () => {
    await oldSite();
    await moveIn();
    const [first] = await importsNow();
    await ask(paths.keep, { import: first?.id });
    expect(await importsNow()).toEqual([]);
    const mine = (await pagesNow()).filter(({ slug }) => slug === "om" || slug === "a");
    expect(mine).toHaveLength(2);
    for (const { id } of mine) await ask(pagePaths.remove, { page: id });
  });

  it("is read without following a link, a pipe or a device", async () => {
    const secret = mkdtempSync(join(tmpdir(), "lykta-elsewhere-"));
    try {
      writeFileSync(join(secret, "hemlig.html"), "<h1>Hemlig</h1><p>x");
      writeFileSync(join(folder, "god.html"), "<h1>Flyttad god</h1><img src=bild.jpg alt=x><p>x");
      symlinkSync(join(secret, "hemlig.html"), join(folder, "hemlig.html"));
      symlinkSync(secret, join(folder, "mapp"));
      symlinkSync("/etc/passwd", join(folder, "bild.jpg"));
      execFileSync("mkfifo", [join(folder, "ror.html")]);
      const told = await moveIn();
      expect(told[0]).toContain("1 drafts and 0 pictures");
      for (const name of ["hemlig.html", "mapp", "bild.jpg", "ror.html"])
        expect(told.join("\n")).toContain(`/${name}: the file was not read`);
      const [first] = await importsNow();
      await ask(paths.undo, { import: first?.id });
    } finally {
      rmSync(secret, { recursive: true });
    }
  });

  it("is told about when it holds nothing, or belongs to no jour here", async () => {
    const told = (host: string, where: string) => moveSiteIn(house.database, host, where);
    expect(await told("mira.localhost", folder)).toMatch(/^There is no page in/);
    expect(await told("mira.localhost", join(folder, "finns-inte"))).toMatch(
      /^The folder is not there/,
    );
    expect(await told("ingen.localhost", folder)).toMatch(/^No jour of this house/);
    expect(await importsNow()).toEqual([]);
  });
});

describe("an import from the desk", () => {
  const draft = (slug: string) => ({
    ...{ kind: "guide", slug, dated: null, position: 0, language: "sv" },
    text: { title: slug, summary: "", body: "x", cover: null },
    file: `${slug}.html`,
  });
  const begin = async (): Promise<string> =>
    (await ask<{ import: string }>(paths.begin, { slugs: [] })).import;

  it("is there whole, or not at all", async () => {
    const id = await begin();
    expect(await ask(paths.begin, { slugs: ["om-oss", "ny-flytt"] })).toMatchObject({
      taken: ["om-oss"],
    });
    const both = [draft("ny-flytt"), draft("om-oss")];
    expect(await errorOf(paths.finish, { import: id, face: null, pages: both, left: [] })).toBe(
      "address-taken",
    );
    expect((await pagesNow()).some(({ slug }) => slug === "ny-flytt")).toBe(false);
    const one = { import: id, face: null, pages: [draft("ny-flytt")], left: [] };
    expect(await ask(paths.finish, one)).toEqual({ import: id, pages: 1 });
    // Twice is once.
    expect(await errorOf(paths.finish, one)).toBe("not-found");
    expect(await errorOf(paths.picture, { import: id, file: "AA==", alt: "" })).toBe("not-found");
    for (const { id: gone } of await importsNow()) await ask(paths.undo, { import: gone });
  });

  it("that is broken off leaves nothing that is read, and goes when the next begins", async () => {
    const id = await begin();
    const file = (await picture()).toString("base64");
    const { address } = await ask<{ address: string }>(paths.picture, {
      import: id,
      file,
      alt: "",
    });
    const kept = (await picturesNow()).find((one) => one.address === address);
    expect(kept?.alt).toBe("(beskrivning saknas)");
    expect(await errorOf(paths.keep, { import: id })).toBe("not-found");
    const jours = await house.database.shared((tx) =>
      tx.rows<{ id: JourId }>("select id from jours where slug = 'mira'"),
    );
    await house.database.tenant(jours[0]?.id as JourId, (tx) =>
      tx.rows("update imports set made_at = now() - interval '2 days' where id = $1", [id]),
    );
    const next = await begin();
    expect((await importsNow()).map((one) => one.id)).toEqual([next]);
    expect((await house.ask("mira", `${address}/60.webp`)).status).toBe(404);
    await ask(paths.undo, { import: next });
  });

  it("belongs to its jour, and to those who write pages", async () => {
    const id = await begin();
    for (const path of [paths.undo, paths.keep])
      expect(await errorOf(path, { import: id }, "vide"), path).toBe("not-found");
    const file = (await picture()).toString("base64");
    expect(await errorOf(paths.picture, { import: id, file, alt: "x" }, "vide")).toBe("not-found");
    const pages = [draft("fran-annan")];
    expect(await errorOf(paths.finish, { import: id, face: null, pages, left: [] }, "vide")).toBe(
      "not-found",
    );
    const asked = { method: "POST", body: {} } as const;
    expect((await house.ask("mira", paths.list, { ...asked, actor: volunteer })).status).toBe(403);
    expect((await house.ask("mira", paths.list, asked)).status).toBe(401);
    await ask(paths.undo, { import: id });
  });
});
