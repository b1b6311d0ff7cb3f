import type { Database, JourId } from "../platform/database/index.server.ts";
import type { Letters } from "../letters/index.server.ts";
import { OFFICE } from "../protocol/index.ts";
import type { EnquiryTeam } from "../platform/teams.ts";
import { ENQUIRIES, type EnquiryKind, type Reader } from "./contract.ts";
import type { Place } from "./place.server.ts";
import { type Choice, choices, saveChoice } from "./store.server.ts";

export interface ReaderDeps {
  readonly database: Database;
  readonly letters: Pick<Letters, "start" | "isRead">;
}

/** From now on; what has come stays with those to whom it was sealed. */
export const chooseReader = (
  { database }: ReaderDeps,
  jour: JourId,
  choice: Choice,
): Promise<void> => database.tenant(jour, (tx) => saveChoice(tx, choice));

/** Who reads each form now: whom the coordinator has chosen, or the office while nobody there can open anything. */
export async function readersNow(
  { database, letters }: ReaderDeps,
  { jour, face }: Place,
): Promise<Reader[]> {
  const rows = await database.tenant(jour, choices);
  const teams = new Map(rows.map(({ kind, team }) => [kind, team]));
  const isOpen = (await letters.start(jour, face, OFFICE)).teamKey !== null;
  const readers = ENQUIRIES.map(async (kind): Promise<Reader> => {
    const team = teams.get(kind) ?? OFFICE;
    if (team !== OFFICE && (await letters.isRead(jour, team))) return { kind, team, reads: team };
    return { kind, team, reads: isOpen ? OFFICE : null };
  });
  return Promise.all(readers);
}

/** Where what is written now goes; the office also while it is closed, which then says so. */
export async function readerOf(
  deps: ReaderDeps,
  place: Place,
  kind: EnquiryKind,
): Promise<EnquiryTeam> {
  const readers = await readersNow(deps, place);
  return readers.find((one) => one.kind === kind)?.reads ?? OFFICE;
}
