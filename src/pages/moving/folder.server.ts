import { constants } from "node:fs";
import { lstat, open, readdir, realpath } from "node:fs/promises";
import { join } from "node:path";
import type { Database, JourId } from "../../platform/database/index.server.ts";
import { ok, type Result } from "../../platform/result.ts";
import type { FinishedImport } from "./contract.ts";
import type { Left } from "./left.ts";
import { moveIn } from "./move.ts";
import { type OldFile, type Plan, planSite } from "./plan.ts";
import * as service from "./service.server.ts";
import { takenAddresses } from "./store.server.ts";

const MAX_FILES = 5000;
const MAX_DEPTH = 20;
const MAX_BYTES = 16 * 1024 * 1024;

/** The plain files of a folder. No link is followed, and nothing that is no file is opened. */
export async function filesIn(folder: string): Promise<OldFile[]> {
  const root = await realpath(folder);
  const found: OldFile[] = [];
  const look = async (inner: string, depth: number): Promise<void> => {
    const entries = await readdir(join(root, inner), { withFileTypes: true });
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = inner === "" ? entry.name : `${inner}/${entry.name}`;
      if (found.length > MAX_FILES) return;
      if (entry.isDirectory() && depth < MAX_DEPTH) await look(path, depth + 1);
      else if (entry.isFile()) found.push(await fileAt(root, path));
      // Told as refused by its name: a link, a pipe, a device.
      else found.push({ path: `/${path}`, size: 0, read: async () => new Uint8Array() });
    }
  };
  await look("", 0);
  return found;
}

async function fileAt(root: string, path: string): Promise<OldFile> {
  const { size } = await lstat(join(root, path));
  return { path, size, read: () => readPlain(join(root, path)) };
}

/** Between the look and the opening somebody may have put a link there. */
async function readPlain(path: string): Promise<Uint8Array> {
  const file = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  try {
    const { size } = await file.stat();
    if (!(await file.stat()).isFile() || size > MAX_BYTES) throw new Error("not a plain file");
    return await file.readFile();
  } finally {
    await file.close();
  }
}

export interface MovedIn extends FinishedImport {
  readonly pictures: number;
  readonly left: readonly Left[];
}

/** Reads a folder into drafts, as the desk does; undefined of one without a page. */
export const importFolder = async (
  database: Database,
  jour: JourId,
  folder: string,
): Promise<Result<MovedIn> | undefined> => {
  const plan = await planSite(await filesIn(folder), async () => undefined);
  return plan.pages.length === 0 ? undefined : importPlan(database, jour, plan);
};

/** For the demo: a site of a few texts by their paths, once. */
export async function furnishMoved(
  database: Database,
  jour: JourId,
  site: Readonly<Record<string, string>>,
): Promise<void> {
  const files = Object.entries(site).map(([path, text]) => {
    const bytes = Buffer.from(text, "utf8");
    return { path, size: bytes.length, read: async () => bytes };
  });
  const plan = await planSite(files, async () => undefined);
  const slugs = plan.pages.map(({ slug }) => slug);
  const taken = await database.tenant(jour, (tx) => takenAddresses(tx, slugs));
  if (taken.length === 0) await importPlan(database, jour, plan);
}

async function importPlan(database: Database, jour: JourId, plan: Plan): Promise<Result<MovedIn>> {
  let pictures = 0;
  const moved = await moveIn(
    plan,
    {
      begin: (slugs) => service.begin(database, jour, slugs, null),
      picture: async (id, file, alt) => {
        const kept = await service.keepPicture(database, jour, { import: id, file, alt });
        if (kept.ok) pictures++;
        return kept;
      },
      finish: (id, pages, left) =>
        service.finish(database, jour, { import: id, face: null, pages, left }, null),
      undo: (id) => service.undo(database, jour, id),
    },
    () => undefined,
  );
  return moved.ok ? ok({ ...moved.value, pictures, left: plan.left.rows }) : moved;
}
