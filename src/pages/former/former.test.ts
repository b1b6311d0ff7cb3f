import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  coordinator,
  type SiteHouse,
  siteHouse,
  volunteer,
} from "../../../tests/factories/site.server.ts";
import type { JourId } from "../../platform/database/index.server.ts";
import { pagePaths } from "../contract.ts";
import { movingPaths } from "../moving/contract.ts";
import { type Former, formerPaths as paths } from "./contract.ts";

let house: SiteHouse;
const memberId = coordinator.kind === "member" ? coordinator.memberId : "";

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
const codeOf = async (path: string, body: object): Promise<string | undefined> =>
  (await ask<{ error?: string } | null>(path, body))?.error;
const listed = () => ask<readonly Former[]>(paths.list, {});

/** Where an address leads: its own status, or the place. */
async function leads(address: string, host = "mira"): Promise<string | number> {
  house.glances.forget();
  const answer = await house.ask(host, address);
  return answer.headers.get("location") ?? answer.status;
}

const text = (title: string) => ({ title, summary: "", body: "Text.", cover: null });

/** A page of an old site as a draft, and how it is published. */
async function movedIn(slug: string, file: string): Promise<{ page: string }> {
  const begun = await ask<{ import: string }>(movingPaths.begin, { slugs: [slug] });
  const settings = { kind: "guide", slug, dated: null, position: 0, referral: null };
  const draft = { ...settings, language: "sv", text: text(slug), file };
  const finish = { import: begun.import, face: null, pages: [draft], left: [] };
  await ask(movingPaths.finish, finish);
  const { pages } = await ask<{ pages: { id: string; slug: string }[] }>(pagePaths.list, {});
  return { page: pages.find((one) => one.slug === slug)?.id ?? "" };
}
const publish = ({ page }: { page: string }) =>
  ask(pagePaths.publish, { page, language: "sv", version: 1, at: null });

describe("an address of a site that was moved in", () => {
  it("leads to its page once that is published, and no longer when it is withdrawn", async () => {
    const one = await movedIn("forr-om-oss", "gamla/om-oss.html");
    expect(await leads("/gamla/om-oss.html")).toBe(404);
    await publish(one);
    for (const address of ["/gamla/om-oss.html", "/Gamla/Om-Oss.html?utm_source=x"])
      expect(await leads(address)).toBe("/sidor/forr-om-oss");
    expect(await leads("/sidor/forr-om-oss")).toBe(200);
    expect(await leads("/gamla/om-oss.html", "vide")).toBe(404);
    await ask(pagePaths.withdraw, { page: one.page, language: "sv" });
    expect(await leads("/gamla/om-oss.html")).toBe(404);
  });

  it("may be the front page with a query, which without it is the front page still", async () => {
    await publish(await movedIn("forr-kontakt", "index.html?page_id=12.html"));
    expect(await leads("/?page_id=12")).toBe("/sidor/forr-kontakt");
    expect(await leads("/index.php?page_id=12")).toBe("/sidor/forr-kontakt");
    for (const address of ["/", "/?page_id=13", "/?lang=en"])
      expect(await leads(address)).toBe(200);
  });

  it("takes no door of ours, leads nowhere but to the jour’s own pages, and in no circle", async () => {
    const one = await movedIn("forr-ring", "sidor/forr-ring.html");
    await publish(one);
    const put = (address: string, page = one.page) => codeOf(paths.put, { address, page });
    expect(await put("/sidor/forr-ring")).toBe("address-taken");
    for (const address of ["/", "/desk/", "/contact/x", "https://elsewhere.example/"])
      expect(await put(address)).toBe("bad-input");
    expect(await put("/forr", randomUUID())).toBe("not-found");
    // What another host would read as its name is a path here, and leads to the page.
    expect(await put("//elsewhere.example/x")).toBeUndefined();
    expect(await leads("/elsewhere.example/x")).toBe("/sidor/forr-ring");
    expect(await put("/nyheter")).toBeUndefined();
    expect(await leads("/nyheter")).toBe(200);
  });

  it("is changed and removed in the desk by those who write the site, and goes with its page", async () => {
    const [one, two] = [
      await movedIn("forr-ett", "ett.html"),
      await movedIn("forr-tva", "tva.html"),
    ];
    for (const page of [one, two]) await publish(page);
    expect(await codeOf(paths.put, { address: "https://www.gamla.example/ett.html", ...two })).toBe(
      undefined,
    );
    expect(await leads("/ett.html")).toBe("/sidor/forr-tva");
    expect(await codeOf(paths.drop, { address: "/ett.html" })).toBeUndefined();
    expect(await codeOf(paths.drop, { address: "/ett.html" })).toBe("not-found");
    expect(await leads("/ett.html")).toBe(404);
    await ask(pagePaths.remove, { page: two.page });
    expect((await listed()).map(({ address }) => address)).not.toContain("/tva.html");
    const asked = { method: "POST", body: {} } as const;
    expect((await house.ask("mira", paths.list, { ...asked, actor: volunteer })).status).toBe(403);
    expect((await house.ask("mira", paths.list, asked)).status).toBe(401);
  });
});
