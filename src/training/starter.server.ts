import { randomUUID } from "node:crypto";
import type { TenantTx } from "../platform/database/index.server.ts";
import { starterCourse } from "./starter/course.ts";
import { allCourses, saveCourse } from "./store.server.ts";

/** The course that a jour begins with, published; nothing where she has one of her own. */
export async function publishStarter(tx: TenantTx): Promise<void> {
  if ((await allCourses(tx)).length > 0) return;
  await saveCourse(tx, { id: randomUUID(), content: starterCourse, isPublished: true, version: 0 });
}
