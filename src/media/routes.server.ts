import { randomUUID } from "node:crypto";
import type { Database, JourId, TenantTx } from "../platform/database/index.server.ts";
import { defineDoor, type Door } from "../platform/http/index.server.ts";
import { fail, ok, type Result } from "../platform/result.ts";
import { pictureAddress, readPictureAddress } from "./address.ts";
import {
  addContract,
  describeContract,
  MAX_PICTURE_BYTES,
  nothing,
  picturePaths as paths,
  type PictureView,
  removeContract,
} from "./contract.ts";
import { type DrawnPicture, drawPicture } from "./draw.server.ts";
import { Shelf } from "./shelf.server.ts";
import * as store from "./store.server.ts";

const MAX_PICTURES = 500;
const rule = { host: "jour", access: "site.write", method: "POST" } as const;
const types: Readonly<Record<string, string>> = { avif: "image/avif", webp: "image/webp" };

/** Pictures of a jour: added in the desk, shown on her pages. */
export function mediaDoors(database: Database): Door[] {
  return [list, add, describe, remove, show(database)];
}

const list = defineDoor({
  ...{ ...rule, path: paths.list, body: nothing },
  handle: async ({ database, host }) => {
    if (!host.jour) return fail("not-found");
    const rows = await database.tenant(host.jour.id, store.allPictures);
    return ok({ pictures: rows.map(present) });
  },
});

const add = defineDoor({
  ...{ ...rule, path: paths.add, body: addContract },
  maxBody: Math.ceil(MAX_PICTURE_BYTES / 3) * 4 + 8192,
  handle: async ({ database, host, body }) => {
    if (!host.jour) return fail("not-found");
    return addPicture(database, host.jour.id, Buffer.from(body.file, "base64"), body.alt);
  },
});

const describe = defineDoor({
  ...{ ...rule, path: paths.describe, body: describeContract },
  handle: async ({ database, host, body }) => {
    if (!host.jour) return fail("not-found");
    const told = await database.tenant(host.jour.id, (tx) =>
      store.updateAlt(tx, body.id, body.alt),
    );
    return told ? ok() : fail("not-found");
  },
});

const remove = defineDoor({
  ...{ ...rule, path: paths.remove, body: removeContract },
  handle: async ({ database, host, body }) => {
    if (!host.jour) return fail("not-found");
    const gone = await database.tenant(host.jour.id, (tx) => store.deletePicture(tx, body.id));
    return gone ? ok() : fail("not-found");
  },
});

/** Kept in the memory of the server, never in that of her browser: a picture tells where she was. */
function show(database: Database): Door {
  const shelf = new Shelf();
  return defineDoor({
    ...{ method: "GET", path: "/bild/:name/:file", host: "jour", access: "anyone" },
    handle: async ({ host, params }) => {
      const { name = "", file = "" } = params;
      const picture = readPictureAddress(`/bild/${name}`);
      const type = types[/^\d{1,4}\.(avif|webp)$/.exec(file)?.[1] ?? ""];
      const { jour } = host;
      if (!jour || !picture || type === undefined) return fail("not-found");
      const bytes = await shelf.get(`${jour.id} ${picture.id} ${file}`, () =>
        database.tenant(jour.id, (tx) => store.findFile(tx, picture.id, file)),
      );
      if (!bytes) return fail("not-found");
      return new Response(new Uint8Array(bytes), { headers: { "Content-Type": type } });
    },
  });
}

type Added = Result<
  PictureView,
  "not-found" | "picture-unreadable" | "picture-too-large" | "picture-limit"
>;

/**
 * Draws the picture anew and keeps that, not what was sent. `also` happens in the same step; where it says no,
 * nothing is kept.
 */
export async function addPicture(
  database: Database,
  jour: JourId,
  file: Uint8Array,
  alt: string,
  also: (tx: TenantTx, picture: string) => Promise<boolean> = async () => true,
): Promise<Added> {
  if (file.length > MAX_PICTURE_BYTES) return fail("picture-too-large");
  const drawn = await drawPicture(file);
  if (!drawn.ok) return drawn;
  return database.tenant(jour, async (tx) => {
    if ((await store.countPictures(tx)) >= MAX_PICTURES) return fail("picture-limit");
    const kept = await keepPicture(tx, drawn.value, alt);
    if (await also(tx, kept.id)) return ok(kept);
    await store.deletePicture(tx, kept.id);
    return fail("not-found");
  });
}

export async function removePictures(tx: TenantTx, ids: readonly string[]): Promise<void> {
  for (const id of ids) await store.deletePicture(tx, id);
}

export async function keepPicture(
  tx: TenantTx,
  { width, height, files }: DrawnPicture,
  alt: string,
): Promise<PictureView> {
  const added_on = new Date().toISOString().slice(0, 10);
  const row = { id: randomUUID(), width, height, alt, added_on };
  await store.insertPicture(tx, row, files);
  return present(row);
}

const present = (row: store.PictureRow): PictureView => ({
  id: row.id,
  address: pictureAddress(row),
  alt: row.alt,
  addedOn: row.added_on,
});
