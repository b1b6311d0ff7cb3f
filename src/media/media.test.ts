import { deflateSync } from "node:zlib";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  coordinator,
  type SiteHouse,
  siteHouse,
  volunteer,
} from "../../tests/factories/site.server.ts";
import { picturePaths as paths, type PictureView } from "./contract.ts";
import { drawPicture } from "./draw.server.ts";
import { Shelf } from "./shelf.server.ts";

let house: SiteHouse;
beforeAll(async () => {
  house = await siteHouse();
});
afterAll(() => house.close());

/** Noise, which nothing compresses well. */
const noisy = (width: number, height: number) =>
  sharp({
    create: {
      ...{ width, height, channels: 3, background: "#808080" },
      noise: { type: "gaussian", mean: 128, sigma: 40 },
    },
  });

const add = (file: Uint8Array, alt = "En dörr", host = "mira") =>
  house.ask(host, paths.add, {
    ...{ actor: coordinator, method: "POST" },
    body: { file: Buffer.from(file).toString("base64"), alt },
  });

const errorOf = async (file: Uint8Array): Promise<unknown> =>
  ((await (await add(file)).json()) as { error?: string }).error;

describe("a picture", () => {
  it("is drawn anew, small, upright, in modern formats, without what its file told", async () => {
    const file = await noisy(1300, 900)
      .blur(2)
      .withExif({ IFD0: { Copyright: "Hemlig Fotograf", Make: "Kamera" } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    const view = (await (await add(file)).json()) as PictureView;
    // Turned upright: higher than wide.
    const [, width = "", height = ""] = /-(\d+)x(\d+)$/.exec(view.address) ?? [];
    expect(Number(height)).toBeGreaterThan(Number(width));
    for (const name of [`480.avif`, `480.webp`, `${width}.avif`, `${width}.webp`]) {
      const answer = await house.ask("mira", `${view.address}/${name}`);
      expect(answer.status, name).toBe(200);
      const bytes = Buffer.from(await answer.arrayBuffer());
      const { format, exif, icc, xmp, width: shown } = await sharp(bytes).metadata();
      expect([format === "heif" ? "avif" : format, String(shown)]).toEqual([
        name.split(".")[1],
        name.split(".")[0],
      ]);
      expect([exif, icc, xmp]).toEqual([undefined, undefined, undefined]);
      expect(bytes.includes("Hemlig")).toBe(false);
      expect(answer.headers.get("cache-control")).toBe("no-store");
      expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
    }
  });

  it("fits a page of 30 KB in the form that today's browsers take", async () => {
    const file = await sharp({
      create: { width: 1800, height: 1200, channels: 3, background: "#345" },
    })
      .composite([
        { input: await noisy(300, 300).png().toBuffer(), left: 600, top: 400 },
        { input: await noisy(900, 80).blur(4).png().toBuffer(), left: 100, top: 900 },
      ])
      .jpeg()
      .toBuffer();
    const drawn = await drawPicture(file);
    if (!drawn.ok) throw new Error(drawn.code);
    for (const { name, bytes } of drawn.value.files)
      if (name.endsWith("avif")) expect(bytes.length, name).toBeLessThanOrEqual(18_000);
  });

  it("that is broken, huge, or none is refused", async () => {
    const whole = await noisy(200, 200).jpeg().toBuffer();
    expect(await errorOf(whole.subarray(0, whole.length / 2))).toBe("picture-unreadable");
    expect(await errorOf(Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'/>"))).toBe(
      "picture-unreadable",
    );
    expect(await errorOf(Buffer.from("%PDF-1.7 not a picture"))).toBe("picture-unreadable");
    expect(await errorOf(Buffer.from([0]))).toBe("picture-unreadable");
    expect(await errorOf(bomb(30_000, 30_000))).toBe("picture-too-large");
    expect((await add(whole, "   ")).status).toBe(400);
  });

  it("of another jour is not there, and only coordinators add any", async () => {
    const file = await noisy(100, 100).png().toBuffer();
    const view = (await (await add(file)).json()) as PictureView;
    expect((await house.ask("mira", `${view.address}/100.avif`)).status).toBe(200);
    expect((await house.ask("vide", `${view.address}/100.avif`)).status).toBe(404);
    for (const name of ["101.avif", "100.jpeg", "..%2f..", "100.avif%00"])
      expect((await house.ask("mira", `${view.address}/${name}`)).status, name).toBe(404);
    const asked = { method: "POST", body: {} } as const;
    expect((await house.ask("mira", paths.list, { ...asked, actor: volunteer })).status).toBe(403);
    expect((await house.ask("mira", paths.list, asked)).status).toBe(401);
    const removed = { actor: coordinator, method: "POST", body: { id: view.id } } as const;
    expect((await house.ask("vide", paths.remove, removed)).status).toBe(404);
    expect((await house.ask("mira", paths.remove, removed)).status).toBe(200);
    const list = await house.ask("mira", paths.list, { ...asked, actor: coordinator });
    expect(JSON.stringify(await list.json())).not.toContain(view.id);
  });
});

it("the shelf of pictures holds so much and so long, and reads again after that", async () => {
  let now = 0;
  let reads = 0;
  const shelf = new Shelf(() => now);
  const get = (key: string) =>
    shelf.get(key, async () => {
      reads++;
      return new Uint8Array(6 * 1024 * 1024);
    });
  await get("a");
  await get("a");
  expect(reads).toBe(1);
  now = 60_000;
  await get("a");
  expect(reads).toBe(2);
  await get("b");
  await get("a");
  await get("c");
  expect(reads).toBe(4);
  await get("b");
  expect(reads).toBe(5);
  await get("c");
  expect(reads).toBe(5);
});

/** A small PNG that says it is very large. */
function bomb(width: number, height: number): Uint8Array {
  const chunk = (name: string, data: Uint8Array): Buffer => {
    const named = Buffer.concat([Buffer.from(name), data]);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    return Buffer.concat([length, named, crcOf(named)]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const data = deflateSync(Buffer.alloc(100_000));
  return Buffer.concat([
    signature,
    chunk("IHDR", header),
    chunk("IDAT", data),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function crcOf(bytes: Uint8Array): Buffer {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  const out = Buffer.alloc(4);
  out.writeUInt32BE((crc ^ 0xffffffff) >>> 0);
  return out;
}
