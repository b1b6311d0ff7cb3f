import { randomUUID } from "node:crypto";
import { readPictureAddress } from "../../media/index.ts";
import { addPicture, removePictures } from "../../media/index.server.ts";
import type { Database, JourId, TenantTx } from "../../platform/database/index.server.ts";
import { fail, ok, type Result } from "../../platform/result.ts";
import { formerOfFile } from "../former/address.ts";
import { addFormer, addOldFile } from "../former/store.server.ts";
import { makePage } from "../service.server.ts";
import type { FinishedImport, ImportedPage, ImportView, Undone } from "./contract.ts";
import type { Left } from "./left.ts";
import { safePath } from "./paths.ts";
import * as store from "./store.server.ts";

/** An import that has not been finished yet: pictures may be given to it, and nothing of it is a page. */
export function begin(
  database: Database,
  jour: JourId,
  slugs: readonly string[],
  member: string | null,
): Promise<Result<{ import: string; taken: readonly string[] }>> {
  return database.tenant(jour, async (tx) => {
    for (const old of await store.brokenOff(tx)) await takeBack(tx, old);
    const id = randomUUID();
    await store.insertImport(tx, id, member);
    return ok({ import: id, taken: await store.takenAddresses(tx, slugs) });
  });
}

/** Stands in the list of pictures where the old page said nothing of what it shows; its text says nothing either. */
const UNDESCRIBED = "(beskrivning saknas)";

type Kept = Result<
  { address: string },
  "not-found" | "picture-unreadable" | "picture-too-large" | "picture-limit"
>;

export async function keepPicture(
  database: Database,
  jour: JourId,
  { import: id, file, alt }: { import: string; file: Uint8Array; alt: string },
): Promise<Kept> {
  if (!(await database.tenant(jour, (tx) => isOpen(tx, id)))) return fail("not-found");
  return addPicture(database, jour, file, alt === "" ? UNDESCRIBED : alt, async (tx, picture) => {
    if (!(await isOpen(tx, id))) return false;
    await store.addPicture(tx, id, picture);
    return true;
  });
}

const isOpen = async (tx: TenantTx, id: string): Promise<boolean> =>
  (await store.holdImport(tx, id))?.isFinished === false;

interface Finishing {
  readonly import: string;
  readonly face: string | null;
  readonly pages: readonly ImportedPage[];
  readonly left: readonly Left[];
}

/** All drafts, or none. */
export async function finish(
  database: Database,
  jour: JourId,
  { import: id, face, pages, left }: Finishing,
  member: string | null,
): Promise<Result<FinishedImport, "not-found" | "address-taken">> {
  try {
    return await database.tenant(jour, async (tx) => {
      if (!(await isOpen(tx, id))) return fail("not-found");
      for (const page of pages) {
        const made = await makePage(tx, { ...page, face }, member);
        if (!made.ok) throw new Refused(made.code);
        await store.addPage(tx, id, made.value.page);
        const address = formerOfFile(page.file);
        if (address !== undefined) await addFormer(tx, { address, page: made.value.page });
        await leadOnFiles(tx, id, made.value.page, page.files);
      }
      await store.finishImport(tx, id, left);
      return ok({ import: id, pages: pages.length });
    });
  } catch (error) {
    if (error instanceof Refused) return fail(error.code);
    throw error;
  }
}

/** Only to pictures of this import; what is no name of a file within the folder leads nowhere. */
async function leadOnFiles(
  tx: TenantTx,
  id: string,
  page: string,
  files: ImportedPage["files"],
): Promise<void> {
  const pictures = new Set(await store.picturesOf(tx, id));
  for (const { file, picture } of files) {
    const path = safePath(file);
    const address = path === undefined ? undefined : formerOfFile(path);
    const shown = picture === null ? null : readPictureAddress(picture)?.id;
    if (address === undefined || shown === undefined) continue;
    if (shown === null || pictures.has(shown))
      await addOldFile(tx, { address, page, picture: shown });
  }
}

/** Leaves the transaction, so that nothing of it stays. */
class Refused extends Error {
  readonly code: "not-found" | "address-taken";

  constructor(code: "not-found" | "address-taken") {
    super(code);
    this.code = code;
  }
}

/** The import is gone with all that nobody has worked on since. */
export function undo(
  database: Database,
  jour: JourId,
  id: string,
): Promise<Result<Undone, "not-found">> {
  return database.tenant(jour, async (tx) =>
    (await store.holdImport(tx, id)) ? ok(await takeBack(tx, id)) : fail("not-found"),
  );
}

async function takeBack(tx: TenantTx, id: string): Promise<Undone> {
  const all = await store.countPages(tx, id);
  const pages = await store.deleteUntouched(tx, id);
  await removePictures(tx, await store.unusedPictures(tx, id));
  await store.deleteImport(tx, id);
  return { pages, stayed: all - pages };
}

/** Everything stays; what was left is no longer told. Pictures of one that was broken off go. */
export function keep(
  database: Database,
  jour: JourId,
  id: string,
): Promise<Result<undefined, "not-found">> {
  return database.tenant(jour, async (tx) => {
    const held = await store.holdImport(tx, id);
    if (!held?.isFinished) return fail("not-found");
    await store.deleteImport(tx, id);
    return ok();
  });
}

export async function list(
  database: Database,
  jour: JourId,
): Promise<{ readonly imports: readonly ImportView[] }> {
  const rows = await database.tenant(jour, store.allImports);
  return { imports: rows.map(present) };
}

const present = (row: store.ImportRow): ImportView => ({
  id: row.id,
  madeOn: new Date(row.madeAt).toISOString().slice(0, 10),
  madeBy: row.madeBy,
  isFinished: row.isFinished,
  pages: row.pages,
  pictures: row.pictures,
  worked: row.worked,
  left: row.left,
});
