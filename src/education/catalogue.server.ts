import type { JourId } from "../platform/database/index.server.ts";
import { fail, ok, type Result } from "../platform/result.ts";
import type { Lecture } from "./contract.ts";
import type { Asker, EducationDeps } from "./deps.server.ts";
import { isLink, isWhole } from "./policy.ts";
import { allLectures, deleteLecture, saveLecture } from "./store.server.ts";

const MOST_LECTURES = 60;

/** A draft may lack something; what stands on the site is whole. */
export async function keepLecture(
  { database, changed }: EducationDeps,
  { jour }: Asker,
  lecture: Lecture,
): Promise<Result<undefined, "bad-input" | "changed-meanwhile" | "limit-reached">> {
  const { content, isPublished } = lecture;
  if (isPublished && !isWhole(content)) return fail("bad-input");
  if (content.materials.some(({ address }) => !isLink(address))) return fail("bad-input");
  type Kept = Result<undefined, "changed-meanwhile" | "limit-reached">;
  const kept = await database.tenant<Kept>(jour, async (tx) => {
    if (lecture.version === 0 && (await allLectures(tx)).length >= MOST_LECTURES)
      return fail("limit-reached");
    return (await saveLecture(tx, lecture)) ? ok() : fail("changed-meanwhile");
  });
  if (kept.ok) changed();
  return kept;
}

/** Bookings of it stay, without naming it. */
export async function dropLecture(
  { database, changed }: EducationDeps,
  { jour }: Asker,
  id: string,
): Promise<Result<undefined, "not-found">> {
  const isGone = await database.tenant(jour, (tx) => deleteLecture(tx, id));
  if (isGone) changed();
  return isGone ? ok() : fail("not-found");
}

/** What stands on the site. */
export async function published(
  { database }: Pick<EducationDeps, "database">,
  jour: JourId,
): Promise<Lecture[]> {
  const all = await database.tenant(jour, allLectures);
  return all.filter(({ isPublished }) => isPublished);
}
