import { randomUUID } from "node:crypto";
import { dayOf, plusDays } from "../calendar/index.server.ts";
import { type DocumentCode, readDocument } from "../media/index.server.ts";
import type { JourId, TenantTx } from "../platform/database/index.server.ts";
import { fail, ok, type Result } from "../platform/result.ts";
import type { FileAdded, Lecture, Material } from "./contract.ts";
import type { Asker, EducationDeps } from "./deps.server.ts";
import { countFiles, deleteUnnamed, findFile, insertFile } from "./file-store.server.ts";
import { fileAddress, fileIn } from "./files.ts";
import { ownView } from "./own.server.ts";
import { allLectures } from "./store.server.ts";

const MOST_FILES = 60;

/** Kept before a lecture names it: until then nobody is given it, and after a day it is deleted. */
export async function addFile(
  { database, now }: EducationDeps,
  { jour }: Asker,
  file: Uint8Array,
): Promise<Result<FileAdded, DocumentCode | "document-limit">> {
  const read = readDocument(file);
  if (!read.ok) return read;
  return database.tenant<Result<FileAdded, "document-limit">>(jour, async (tx) => {
    if ((await countFiles(tx)) >= MOST_FILES) return fail("document-limit");
    const id = randomUUID();
    await insertFile(tx, { id, bytes: read.value, addedOn: dayOf(now()) });
    return ok({ address: fileAddress(id) });
  });
}

export interface GivenFile {
  readonly title: string;
  readonly bytes: Uint8Array;
}

/** To everybody: a file that a lecture on the site shows to all. */
export async function publicFile(
  { database }: EducationDeps,
  jour: JourId,
  id: string,
): Promise<GivenFile | undefined> {
  return database.tenant(jour, async (tx) => {
    const lectures = (await allLectures(tx)).filter(({ isPublished }) => isPublished);
    const open = materialsOf(lectures).filter(({ isPublic }) => isPublic);
    return given(tx, open, id);
  });
}

/** To a school at its own page: a file of the lecture that it has booked, for as long as the booking stands. */
export async function bookedFile(
  deps: EducationDeps,
  jour: JourId,
  link: string,
  id: string,
): Promise<GivenFile | undefined> {
  const view = await ownView(deps, jour, link);
  const { stage } = view?.row ?? {};
  if (!view?.lecture || (stage !== "booked" && stage !== "held")) return undefined;
  const { materials } = view.lecture.content;
  return deps.database.tenant(jour, (tx) => given(tx, materials, id));
}

const materialsOf = (lectures: readonly Lecture[]): Material[] =>
  lectures.flatMap(({ content }) => content.materials);

async function given(
  tx: TenantTx,
  materials: readonly Material[],
  id: string,
): Promise<GivenFile | undefined> {
  const material = materials.find(({ address }) => fileIn(address) === id);
  const bytes = material && (await findFile(tx, id));
  return material && bytes && { title: material.title, bytes };
}

export const sweepFiles = (tx: TenantTx, now: number): Promise<void> =>
  deleteUnnamed(tx, plusDays(dayOf(now), -1));
