import { randomUUID } from "node:crypto";
import { fileURLToPath } from "node:url";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { coordinator, type SiteHouse, siteHouse } from "../../../tests/factories/site.server.ts";
import { moveSiteIn } from "../../entry/import.server.ts";
import { picturePaths, type PictureView } from "../../media/index.ts";
import type { JourId } from "../../platform/database/index.server.ts";
import { type OpenedPage, type PageList, pagePaths } from "../contract.ts";
import { type ImportView, movingPaths } from "../moving/contract.ts";

let house: SiteHouse;
const memberId = coordinator.kind === "member" ? coordinator.memberId : "";
const example = fileURLToPath(new URL("../../../examples/old-site", import.meta.url));

beforeAll(async () => {
  house = await siteHouse();
  const jours = await house.database.shared((tx) =>
    tx.rows<{ id: JourId; slug: string }>("select id, slug from jours"),
  );
  for (const { id, slug } of jours)
    await house.database.tenant(id, (tx) =>
      tx.rows(
        `insert into members (id, jour_id, name, role, status, enrolment, identity_key, seal_key, created_month)
         values ($1, $2, 'Berit', 'coordinator', 'active', '', decode(repeat('00', 32), 'hex'),
                 decode(repeat('00', 1216), 'hex'), '2026-11-01')`,
        [slug === "mira" ? memberId : randomUUID(), id],
      ),
    );
});
afterAll(() => house.close());

async function ask<T>(path: string, body: object, host = "mira"): Promise<T> {
  const answer = await house.ask(host, path, { actor: coordinator, method: "POST", body });
  return (await answer.json()) as T;
}
async function leads(address: string, host = "mira"): Promise<string | number> {
  house.glances.forget();
  const answer = await house.ask(host, address);
  return answer.headers.get("location") ?? answer.status;
}
const pictures = async (host = "mira") =>
  (await ask<{ pictures: PictureView[] }>(picturePaths.list, {}, host)).pictures;
async function pageOf(title: string): Promise<{ page: string; slug: string }> {
  const { pages } = await ask<PageList>(pagePaths.list, {});
  const found = pages.find(({ texts }) => texts[0]?.title === title);
  if (!found) throw new Error(`no page ${title}`);
  return { page: found.id, slug: found.slug };
}
const publish = (page: string, version = 1) =>
  ask(pagePaths.publish, { page, language: "sv", version, at: null });
/** A picture that came without words gets some: no page is published before. */
async function describeHouse(page: string): Promise<void> {
  const { saved } = await ask<OpenedPage>(pagePaths.open, { page, language: "sv" });
  const body = saved?.text.body.replace("![](", "![Huset](");
  await ask(pagePaths.save, { page, language: "sv", after: 1, text: { ...saved?.text, body } });
}
const withdraw = (page: string) => ask(pagePaths.withdraw, { page, language: "sv" });

describe("pictures and documents of the example of an old site", () => {
  const [photo, paper] = ["/bilder/huset.jpg", "/dokument/stadgar.pdf"];

  it("lead on while a page that came with them is published, and not before, after or elsewhere", async () => {
    const told = await moveSiteIn(house.database, "mira.localhost", example);
    expect(told[0]).toContain("5 drafts and 1 pictures");
    const report = [...told].join("\n");
    for (const words of [
      "kontakt.html: the link leads to something",
      "stadgar.pdf: no page and no picture",
      "om-oss.html: a link to a document",
    ])
      expect(report).toContain(words);
    for (const address of [photo, paper]) expect(await leads(address)).toBe(404);
    const picture = (await pictures()).find(({ alt }) => alt.startsWith("Ett gult trähus"));
    const [start, about] = [
      await pageOf("Välkommen till Kvinnojouren Linden"),
      await pageOf("Om Kvinnojouren Linden"),
    ];
    await publish(start.page);
    expect(await leads(photo)).toBe(`${picture?.address}/640.webp`);
    expect(await leads("/Bilder/Huset.JPG?width=300")).toBe(`${picture?.address}/640.webp`);
    expect((await house.ask("mira", `${picture?.address}/640.webp`)).status).toBe(200);
    expect(await leads(paper)).toBe(404);
    expect(await leads(photo, "vide")).toBe(404);
    await publish(about.page);
    expect(await leads(paper)).toBe(404);
    await describeHouse(about.page);
    await publish(about.page, 2);
    expect(await leads(paper)).toBe(`/sidor/${about.slug}`);
    await withdraw(start.page);
    expect(await leads(photo)).toBe(`${picture?.address}/640.webp`);
    for (const trick of ["/x/../bilder/huset.jpg/", "/bilder/%2e%2e/huset.jpg", "/bilder/"])
      expect([trick, await leads(trick)]).toEqual([
        trick,
        trick.startsWith("/x") ? `${picture?.address}/640.webp` : 404,
      ]);
    await withdraw(about.page);
    for (const address of [photo, paper]) expect(await leads(address)).toBe(404);
    await publish(about.page, 2);
    await ask(picturePaths.remove, { id: picture?.id });
    expect(await leads(photo)).toBe(404);
    expect(await leads(paper)).toBe(`/sidor/${about.slug}`);
    await ask(pagePaths.remove, { page: about.page });
    expect(await leads(paper)).toBe(404);
    const { imports } = await ask<{ imports: ImportView[] }>(movingPaths.list, {});
    for (const one of imports) await ask(movingPaths.undo, { import: one.id });
  });

  it("lead to no picture of another import or jour, and by no name that is outside the folder", async () => {
    const file = await sharp({
      create: { width: 60, height: 40, channels: 3, background: "#8a5a00" },
    })
      .jpeg()
      .toBuffer();
    const foreign = await ask<{ address: string }>(
      picturePaths.add,
      { file: file.toString("base64"), alt: "Vides" },
      "vide",
    );
    const other = await ask<{ address: string }>(picturePaths.add, {
      ...{ file: file.toString("base64"), alt: "Miras egen" },
    });
    const begun = await ask<{ import: string }>(movingPaths.begin, { slugs: [] });
    const own = await ask<{ address: string }>(movingPaths.picture, {
      ...{ import: begun.import, file: file.toString("base64"), alt: "Den nya" },
    });
    const files = [
      { file: "ratt.jpg", picture: own.address },
      { file: "annans.jpg", picture: foreign.address },
      { file: "egen.jpg", picture: other.address },
      { file: "ute.jpg", picture: "https://elsewhere.example/x.jpg" },
      { file: "../upp.jpg", picture: own.address },
      { file: "/etc/passwd", picture: null },
      { file: "a/%2e%2e/b.pdf", picture: null },
      { file: "desk/x.pdf", picture: null },
    ];
    const draft = {
      ...{ kind: "guide", slug: "prov-filer", dated: null, position: 0, language: "sv", files },
      text: { title: "Prov filer", summary: "", body: "x", cover: null },
      file: "prov-filer.html",
    };
    const finish = { import: begun.import, face: null, pages: [draft], left: [] };
    expect(await ask(movingPaths.finish, finish)).toMatchObject({ pages: 1 });
    await publish((await pageOf("Prov filer")).page);
    expect(await leads("/ratt.jpg")).toBe(`${own.address}/60.webp`);
    for (const address of ["/annans.jpg", "/egen.jpg", "/ute.jpg", "/upp.jpg", "/etc/passwd"])
      expect([address, await leads(address)]).toEqual([address, 404]);
    for (const address of ["/b.pdf", "/a/b.pdf", "/desk/x.pdf"])
      expect([address, await leads(address)]).toEqual([address, 404]);
  });
});
