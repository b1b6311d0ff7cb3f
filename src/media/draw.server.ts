import sharp from "sharp";
import { fail, ok, type Result } from "../platform/result.ts";
import { MAX_WIDTH, widthsOf } from "./address.ts";
import type { PictureFile } from "./store.server.ts";

// Of the hundred kinds of files that the library reads, those that browsers hand over, and no other.
sharp.block({ operation: ["VipsForeignLoad"] });
sharp.unblock({
  operation: ["Jpeg", "Png", "Webp", "Nsgif", "Heif"].map((kind) => `VipsForeignLoad${kind}`),
});
sharp.cache(false);
sharp.concurrency(1);

const FORMATS = new Set(["jpeg", "png", "webp", "gif", "heif"]);
const MAX_PIXELS = 50_000_000;
const MAX_HEIGHT = 1600;
const SECONDS = 20;
/** A page with a picture fits 30 KB: its text takes some ten of them. */
const AVIF_BYTES = 18_000;
const WEBP_BYTES = 40_000;

export interface DrawnPicture {
  readonly width: number;
  readonly height: number;
  readonly files: readonly PictureFile[];
}

type Refused = "picture-unreadable" | "picture-too-large";

let last: Promise<unknown> = Promise.resolve();

/** Draws a picture anew, small, upright, and without all that was written into its file. One at a time. */
export function drawPicture(file: Uint8Array): Promise<Result<DrawnPicture, Refused>> {
  const drawn = last.then(() => draw(file));
  last = drawn.catch(() => undefined);
  return drawn;
}

async function draw(file: Uint8Array): Promise<Result<DrawnPicture, Refused>> {
  try {
    const open = () => sharp(file, { failOn: "error", limitInputPixels: MAX_PIXELS, pages: 1 });
    const { format, width = 0, height = 0 } = await open().metadata();
    if (!FORMATS.has(format ?? "")) return fail("picture-unreadable");
    if (width * height > MAX_PIXELS) return fail("picture-too-large");
    const { data, info } = await open()
      .autoOrient()
      .resize({ width: MAX_WIDTH, height: MAX_HEIGHT, fit: "inside", withoutEnlargement: true })
      .toColourspace("srgb")
      .timeout({ seconds: SECONDS })
      .png({ compressionLevel: 1 })
      .toBuffer({ resolveWithObject: true });
    const files: PictureFile[] = [];
    for (const one of widthsOf(info.width)) files.push(...(await inWidth(data, one)));
    return ok({ width: info.width, height: info.height, files });
  } catch (error) {
    return fail(isTooLarge(error) ? "picture-too-large" : "picture-unreadable");
  }
}

const isTooLarge = (error: unknown): boolean =>
  error instanceof Error && /pixel limit/i.test(error.message);

async function inWidth(data: Uint8Array, width: number): Promise<PictureFile[]> {
  const small = () => sharp(data).resize({ width }).timeout({ seconds: SECONDS });
  const avif = await within(AVIF_BYTES, [50, 36, 24], (quality) =>
    small().avif({ quality, effort: 2 }).toBuffer(),
  );
  const webp = await within(WEBP_BYTES, [74, 56, 38], (quality) =>
    small().webp({ quality }).toBuffer(),
  );
  return [
    { name: `${width}.avif`, bytes: avif },
    { name: `${width}.webp`, bytes: webp },
  ];
}

/** The best quality whose file is small enough; of a picture that never is, the smallest. */
async function within(
  limit: number,
  qualities: readonly number[],
  make: (quality: number) => Promise<Uint8Array>,
): Promise<Uint8Array> {
  let made = new Uint8Array(0) as Uint8Array;
  for (const quality of qualities) {
    made = await make(quality);
    if (made.length <= limit) break;
  }
  return made;
}
