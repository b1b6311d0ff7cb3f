import { readdirSync, readFileSync } from "node:fs";
import { strToU8, type Zippable, zipSync } from "fflate";
import sharp from "sharp";
import { hostileHtml } from "../hostile/html.ts";

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
