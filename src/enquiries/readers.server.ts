import type { JourId, TenantTx } from "../platform/database/index.server.ts";
import type { Letters } from "../letters/index.server.ts";
import { OFFICE } from "../protocol/index.ts";
import type { Database } from "../platform/database/index.server.ts";
import type { EnquiryTeam } from "../platform/teams.ts";
import { ENQUIRIES, type EnquiryKind, type Reader } from "./contract.ts";

export interface ReaderDeps {
  readonly database: Database;
  readonly letters: Pick<Letters, "start" | "isRead">;
}

export interface Place {
  readonly jour: JourId;
  readonly face: string;
}

const chosen = (tx: TenantTx): Promise<{ kind: EnquiryKind; team: EnquiryTeam }[]> =>
  tx.rows("select kind, team from enquiry_readers");

/** From now on; what has come stays with those to whom it was sealed. */
export async function chooseReader(
  { database }: ReaderDeps,
  jour: JourId,
  { kind, team }: { readonly kind: EnquiryKind; readonly team: EnquiryTeam },
): Promise<void> {
  await database.tenant(jour, (tx) =>
    tx.rows(
      `insert into enquiry_readers (jour_id, kind, team) values ($1, $2, $3)
       on conflict (jour_id, kind) do update set team = excluded.team`,
      [jour, kind, team],
    ),
  );
}

/** Who reads each form now: whom the coordinator has chosen, or the office while nobody there can open anything. */
export async function readersNow(
  { database, letters }: ReaderDeps,
  { jour, face }: Place,
): Promise<Reader[]> {
  const rows = await database.tenant(jour, chosen);
  const teams = new Map(rows.map(({ kind, team }) => [kind, team]));
  const isOpen = (await letters.start(jour, face, OFFICE)).teamKey !== null;
  const readers = ENQUIRIES.map(async (kind): Promise<Reader> => {
    const team = teams.get(kind) ?? OFFICE;
    if (team !== OFFICE && (await letters.isRead(jour, team))) return { kind, team, reads: team };
    return { kind, team, reads: isOpen ? OFFICE : null };
  });
  return Promise.all(readers);
}
