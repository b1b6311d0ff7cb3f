import { readdirSync, readFileSync } from "node:fs";
import { strToU8, type Zippable, zipSync } from "fflate";
import type { Page } from "playwright-core";
import sharp from "sharp";
import { expect } from "vitest";
import { pagePaths as paths } from "../../src/pages/index.ts";
import { hostileHtml } from "../hostile/html.ts";
import type { House } from "./harness.server.ts";
import { appears, heading, picture } from "./look.server.ts";

const example = new URL("../../examples/old-site/", import.meta.url);

/** The example of an old site, and beside it pages that are made to do harm, as one archive. */
export async function oldSite(): Promise<{ readonly zip: Buffer; readonly harmful: number }> {
  const lots = Array.from({ length: Math.ceil(hostileHtml.length / 12) }, (_, at) =>
    hostileHtml.slice(at * 12, at * 12 + 12).join("<p>mellan</p>"),
  );
  const site: Zippable = { "../utanfor.html": strToU8("<h1>Utanför</h1><p>x") };
  for (const [at, lot] of lots.entries())
    site[`sajt/prov-${at}.html`] = strToU8(`<h1>Prov ${at}</h1><p>window.hit</p>${lot}`);
  const drawn = { width: 300, height: 200, channels: 3, background: "#8a5a00" } as const;
  site["sajt/bild.png"] = await sharp({ create: drawn }).png().toBuffer();
  for (const name of readdirSync(example, { recursive: true, encoding: "utf8" }))
    if (name.includes(".")) site[`sajt/${name}`] = readFileSync(new URL(name, example));
  return { zip: Buffer.from(zipSync(site)), harmful: lots.length };
}

interface Two {
  readonly desk: Page;
  readonly reader: Page;
  readonly ask: <T>(path: string, said: object) => Promise<T>;
  readonly pages: readonly { readonly id: string; readonly slug: string }[];
}

/** What was moved in is found at the addresses that it had, once it is published. */
export async function oldAddressesLeadOn(house: House, { desk, reader, ask, pages }: Two) {
  // A picture of the example leads to the picture here, its document to the page that led to it.
  const about = pages.findLast(({ slug }) => slug.startsWith("om-oss-"))?.id;
  // Its picture had no words for those who do not see it: until it has, the page is not published.
  const place = { page: about, language: "sv" };
  const refused = await ask(paths.publish, { ...place, version: 1, at: null });
  expect(refused).toMatchObject({ error: "alt-missing" });
  const { saved } = await ask<{ saved: { text: { body: string } } }>(paths.open, place);
  const text = { ...saved.text, body: saved.text.body.replaceAll("![](", "![Huset](") };
  await ask(paths.save, { ...place, after: 1, text });
  await ask(paths.publish, { ...place, version: 2, at: null });
  const photo = await reader.goto(house.url("mira", "/bilder/huset.jpg"));
  expect(photo?.headers()["content-type"]).toBe("image/webp");
  await reader.goto(house.url("mira", "/dokument/stadgar.pdf"));
  await appears(reader.getByText("Jouren startade 1986 i ett rum ovanpå ett bageri."));
  await picture(reader, "moved-about");
  await ask(paths.withdraw, { page: about, language: "sv" });
  // While its page is not published it leads nowhere.
  await reader.goto(house.url("mira", "/prov-0.html"));
  await heading(reader, "Sidan finns inte");
  const old = desk.getByRole("region", { name: "Gamla adresser" });
  await old.getByLabel("Gammal adress").fill("/vald.php?id=7");
  await old.getByLabel("Sidan som den leder till").selectOption({ label: "Är det våld?" });
  await old.getByRole("button", { name: "Lägg till" }).click();
  await appears(old.getByText("Adressen leder dit nu."));
  await reader.goto(house.url("mira", "/vald.php?id=7"));
  await heading(reader, "Är det våld?");
  await old.getByText(/^Visa \d+ adress/).click();
  await old.getByRole("button", { name: "Ta bort /vald.php?id=7" }).click();
  await appears(old.getByText("Adressen leder inte längre vidare."));
}
