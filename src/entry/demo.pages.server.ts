import { crc32, deflateSync } from "node:zlib";
import { drawPicture, keepPicture } from "../media/index.server.ts";
import type { FaceId, TenantTx } from "../platform/database/index.server.ts";
import { federationPages } from "./demo.federation.ts";
import { type DemoPage, miraPages } from "./demo.pages.ts";
import { accessibility } from "./starter.about.ts";
import { layOut } from "./starter.pages.server.ts";
import { urgentPages } from "./starter.pages.ts";

/** The jour that has pages of its own. */
const PAGES_OF = "mira";

interface Where {
  readonly jour: string;
  readonly id: FaceId;
  readonly face: string;
}

/** The pages that stand on a face of the demo's first jour, those for all with the first of them; few at the others. */
export async function furnishPages(
  tx: TenantTx,
  { jour, id, face }: Where,
  position: number,
  withPictures: boolean,
): Promise<void> {
  if (jour === PAGES_OF) await furnishOwn(tx, id, face, withPictures);
  else if (position === 0) await furnishOrdinary(tx);
}

async function furnishOwn(
  tx: TenantTx,
  faceId: FaceId,
  face: string,
  withPictures: boolean,
): Promise<void> {
  const isFirst = face === "kvinnojour";
  const own = miraPages.filter((page) => (page.face === undefined ? isFirst : page.face === face));
  const cover = withPictures && isFirst ? await coverOf(tx) : null;
  await layOut(
    tx,
    own.map((page, position) => [
      page,
      {
        ...{ face: page.face === undefined ? null : faceId, position, isPublished: true },
        cover: page.kind === "report" ? cover : null,
      },
    ]),
  );
}

const forAll = (pages: readonly DemoPage[]) =>
  pages.map((page, position) => [page, { face: null, position, isPublished: true }] as const);

/** Of the demo's other jours: what is the same at all of them. */
const furnishOrdinary = (tx: TenantTx): Promise<void> =>
  layOut(tx, forAll([...urgentPages, accessibility]));

/** What the federation says, on pages of its own. */
export const furnishFederation = (tx: TenantTx): Promise<void> =>
  layOut(tx, forAll(federationPages));

async function coverOf(tx: TenantTx): Promise<string | null> {
  const drawn = await drawPicture(eveningPicture(1200, 640));
  if (!drawn.ok) throw new Error(`the demo's picture cannot be drawn: ${drawn.code}`);
  const alt = "En lykta lyser i skymningen över mörka kullar.";
  return (await keepPicture(tx, drawn.value, alt)).address;
}

/** A lantern in the dusk, reckoned point by point: the demo carries no photograph of anybody. */
function eveningPicture(width: number, height: number): Uint8Array {
  const rows = Buffer.alloc(height * (1 + width * 3));
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const at = y * (1 + width * 3) + 1 + x * 3;
      rows.set(colourAt(x / width, y / height), at);
    }
  return png(width, height, rows);
}

function colourAt(x: number, y: number): [number, number, number] {
  const hill = 0.72 + 0.08 * Math.sin(x * 5 + 0.6) + 0.03 * Math.sin(x * 13);
  const near = 0.86 + 0.05 * Math.sin(x * 3.1 + 2);
  const light = Math.exp(-(((x - 0.68) * 2.1) ** 2 + (y - 0.52) ** 2) * 9);
  const isLamp = ((x - 0.68) * 1.9) ** 2 + (y - 0.52) ** 2 < 0.0016;
  if (isLamp) return [255, 240, 190];
  const dark = y > near ? 0.16 : y > hill ? 0.34 : 1;
  const mix = (top: number, low: number, warm: number): number =>
    Math.min(255, (top + (low - top) * y) * dark + warm * light * (0.35 + 0.65 * dark));
  return [mix(26, 96, 190), mix(34, 92, 140), mix(68, 128, 40)];
}

/** The least that is a PNG: three bytes for each point, no filter. */
function png(width: number, height: number, rows: Uint8Array): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    ...[
      ["IHDR", header] as const,
      ["IDAT", deflateSync(rows)] as const,
      ["IEND", Buffer.alloc(0)] as const,
    ].map(([name, data]) => chunk(name, data)),
  ]);
}

function chunk(name: string, data: Uint8Array): Buffer {
  const named = Buffer.concat([Buffer.from(name, "latin1"), data]);
  const frame = Buffer.alloc(named.length + 8);
  frame.writeUInt32BE(data.length, 0);
  frame.set(named, 4);
  frame.writeUInt32BE(crc32(named), named.length + 4);
  return frame;
}
