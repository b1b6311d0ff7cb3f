import { afterAll, beforeAll, expect, it } from "vitest";
import {
  admitEditors,
  coordinator,
  type SiteHouse,
  siteHouse,
} from "../../tests/factories/site.server.ts";
import { type PageList, pagePaths as paths } from "./contract.ts";

let house: SiteHouse;
beforeAll(async () => {
  house = await siteHouse();
  await admitEditors(house.database);
});
afterAll(() => house.close());

async function ask<T>(path: string, body: object): Promise<T> {
  const answer = await house.ask("mira", path, { actor: coordinator, method: "POST", body });
  return (await answer.json()) as T;
}

it("a page on traces or accessibility is led to from every page, while it is published", async () => {
  const foot = async (host: string, path: string): Promise<string[]> => {
    const [, below = ""] = (await house.page(host, path)).split("<footer");
    return [...below.matchAll(/href="(\/sidor\/[^"]+)"/g)].map(([, href = ""]) => href);
  };
  const both = ["/sidor/rensa-spar", "/sidor/tillganglighet"];
  for (const path of ["/", "/door/woman", "/sidor", "/sidor/akut", "/nyheter"])
    expect(await foot("dinungdomsjour", path), path).toEqual(both);
  expect(await foot("vide", "/?lang=en")).toEqual(both.map((path) => `${path}?lang=en`));
  const { pages } = await ask<PageList>(paths.list, {});
  const { id } = pages.find(({ kind }) => kind === "accessibility") ?? { id: "" };
  for (const language of ["sv", "en"]) await ask(paths.withdraw, { page: id, language });
  expect(await foot("mira", "/")).toEqual(["/sidor/rensa-spar"]);
  await ask(paths.publish, { page: id, language: "en", version: 1, at: "2037-01-01T08:00" });
  expect(await foot("mira", "/")).toEqual(["/sidor/rensa-spar"]);
  await ask(paths.publish, { page: id, language: "sv", version: 1, at: null });
  expect(await foot("mira", "/sidor/akut")).toEqual(both);
  // Whoever cannot use something is led to where she can say it.
  expect(await house.page("mira", "/sidor/tillganglighet?lang=en")).toContain(
    'href="/kontakta-oss?lang=en#feedback"',
  );
});
