import type { TenantTx } from "../../platform/database/index.server.ts";
import type { EntryKind } from "../../protocol/index.ts";

export interface ProposalRow {
  readonly id: string;
  readonly kind: EntryKind;
  readonly draft: Buffer;
  readonly made_by: string | null;
  readonly overtaken: boolean;
  readonly expires_at: Date;
}

export interface SignatureRow {
  readonly proposal_id: string;
  readonly key: Buffer;
  readonly signature: Buffer;
}

export const allProposals = (tx: TenantTx, now: Date): Promise<ProposalRow[]> =>
  tx.rows<ProposalRow>(
    `select id, kind, draft, made_by, overtaken, expires_at from root_proposals
      where expires_at > $1 order by expires_at, id`,
    [now],
  );

export const allSignatures = (tx: TenantTx): Promise<SignatureRow[]> =>
  tx.rows<SignatureRow>(
    "select proposal_id, key, signature from root_signatures order by proposal_id, key",
  );

/** False when its number is taken. */
export async function insertProposal(
  tx: TenantTx,
  row: Omit<ProposalRow, "overtaken">,
): Promise<boolean> {
  const made = await tx.rows(
    `insert into root_proposals (id, jour_id, kind, draft, made_by, expires_at)
     values ($1, $2, $3, $4, $5, $6) on conflict do nothing returning id`,
    [row.id, tx.jour, row.kind, row.draft, row.made_by, row.expires_at],
  );
  return made.length > 0;
}

/** The same signature twice is one. */
export async function insertSignature(
  tx: TenantTx,
  proposal: string,
  { key, signature }: { readonly key: Uint8Array; readonly signature: Uint8Array },
): Promise<void> {
  await tx.rows(
    `insert into root_signatures (proposal_id, jour_id, key, signature) values ($1, $2, $3, $4)
     on conflict do nothing`,
    [proposal, tx.jour, key, signature],
  );
}

export async function deleteProposal(tx: TenantTx, id: string): Promise<void> {
  await tx.rows("delete from root_proposals where id = $1", [id]);
}

/** Something has come into the chain: what was it is done, and everything else was drafted upon an older one. */
export async function settleProposals(tx: TenantTx, done: readonly Uint8Array[]): Promise<void> {
  await tx.rows("delete from root_proposals where draft = any($1)", [done]);
  await tx.rows("update root_proposals set overtaken = true");
}

export async function sweepProposals(tx: TenantTx, now: Date): Promise<void> {
  await tx.rows("delete from root_proposals where expires_at <= $1", [now]);
}

/** Which reminder has gone out; held until the transaction ends. */
export const reminded = (tx: TenantTx): Promise<{ lapses_at: Date; step: number } | undefined> =>
  tx.row("select lapses_at, step from custody_reminders for update");

export async function putReminded(tx: TenantTx, lapsesAt: Date, step: number): Promise<void> {
  await tx.rows(
    `insert into custody_reminders (jour_id, lapses_at, step) values ($1, $2, $3)
     on conflict (jour_id) do update set lapses_at = excluded.lapses_at, step = excluded.step`,
    [tx.jour, lapsesAt, step],
  );
}
