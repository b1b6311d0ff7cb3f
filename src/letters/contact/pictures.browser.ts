import { fail, ok, type Result } from "../../platform/result.ts";
import { LETTER_SIZE } from "../../protocol/letters/index.ts";

/** A file that is ready to be sealed. */
export interface Ready {
  readonly name: string;
  readonly type: "image/jpeg" | "application/pdf";
  readonly bytes: Uint8Array;
}

export type FileFault = "file-kind" | "file-too-large" | "picture-unreadable";

/** Tried one after the other until the picture is small enough: longest side, quality. */
const TRIES = [
  [2400, 0.85],
  [1800, 0.8],
  [1280, 0.7],
] as const;

/** A picture is drawn anew, which leaves place, time and camera behind; a PDF is taken as it is. */
export async function makeReady(file: File): Promise<Result<Ready, FileFault>> {
  if (file.type === "application/pdf" || file.name.toLowerCase().endsWith(".pdf")) {
    if (file.size > LETTER_SIZE.attachment) return fail("file-too-large");
    const bytes = new Uint8Array(await file.arrayBuffer());
    return ok({ name: "dokument.pdf", type: "application/pdf", bytes });
  }
  if (!file.type.startsWith("image/")) return fail("file-kind");
  const picture = await createImageBitmap(file).catch(() => undefined);
  if (!picture) return fail("picture-unreadable");
  try {
    for (const [side, quality] of TRIES) {
      const bytes = await drawn(picture, side, quality);
      if (!bytes) return fail("picture-unreadable");
      if (bytes.length <= LETTER_SIZE.attachment)
        return ok({ name: "bild.jpg", type: "image/jpeg", bytes });
    }
    return fail("file-too-large");
  } finally {
    picture.close();
  }
}

async function drawn(
  picture: ImageBitmap,
  side: number,
  quality: number,
): Promise<Uint8Array | undefined> {
  const scale = Math.min(1, side / Math.max(picture.width, picture.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  const pen = canvas.getContext("2d");
  if (!pen) return undefined;
  // What was see-through becomes white, not black.
  pen.fillStyle = "white";
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((resolve) =>
    canvas.toBlob(resolve, "image/jpeg", quality),
  );
  canvas.width = 0;
  return blob ? new Uint8Array(await blob.arrayBuffer()) : undefined;
}
