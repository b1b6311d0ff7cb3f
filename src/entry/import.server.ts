import { listJours } from "../people/index.server.ts";
import { leftInWords } from "../pages/index.ts";
import { importFolder } from "../pages/index.server.ts";
import type { Database } from "../platform/database/index.server.ts";

/** Moves a folder in for the jour at a host: lines that tell how it went, or a sentence on why it did not. */
export async function moveSiteIn(
  database: Database,
  host: string,
  folder: string,
): Promise<readonly string[] | string> {
  const jour = (await listJours(database)).find((one) => one.host === host);
  if (!jour) return `No jour of this house has the address ${host}.`;
  const moved = await importFolder(database, jour.id, folder).catch(whyUnread);
  if (typeof moved === "string") return moved;
  if (!moved) return `There is no page in ${folder} that could be moved in. Nothing was changed.`;
  if (!moved.ok) return `It could not be done (${moved.code}). Nothing was left half done.`;
  const { pages, pictures, left } = moved.value;
  return [
    `Moved in at ${jour.name}: ${pages} drafts and ${pictures} pictures. Nobody sees them yet.`,
    ...(left.length === 0 ? [] : ["\nWhat did not come along, or came along changed:"]),
    ...left.map((row) => `  ${row.path}: ${leftInWords(row, "en")}`),
  ];
}

function whyUnread(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === "ENOENT" || code === "ENOTDIR" || code === "EACCES")
    return "The folder is not there, or cannot be read. Nothing was changed.";
  throw error;
}
