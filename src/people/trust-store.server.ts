import type { TenantTx } from "../platform/database/index.server.ts";

export interface StoredTrust {
  readonly log: Buffer[];
  readonly directory: { readonly version: number; readonly document: Buffer } | undefined;
}

export async function readTrust(tx: TenantTx): Promise<StoredTrust> {
  const entries = await tx.rows<{ statement: Buffer }>(
    "select statement from trust_log order by n",
  );
  const directory = await tx.row<{ version: number; document: Buffer }>(
    "select version, document from directories",
  );
  return { log: entries.map((entry) => entry.statement), directory };
}

/** Two who publish at once stand in line here, so that the second sees what the first has done. */
export async function lockTrust(tx: TenantTx): Promise<void> {
  await tx.rows("select pg_advisory_xact_lock(hashtextextended('trust ' || $1, 0))", [tx.jour]);
}

export async function appendTrust(
  tx: TenantTx,
  after: number,
  entries: readonly Uint8Array[],
): Promise<void> {
  for (const [place, statement] of entries.entries()) {
    await tx.rows("insert into trust_log (jour_id, n, statement) values ($1, $2, $3)", [
      tx.jour,
      after + place,
      statement,
    ]);
  }
}

export async function putDirectory(
  tx: TenantTx,
  version: number,
  document: Uint8Array,
  expiresAt: Date,
): Promise<void> {
  await tx.rows(
    `insert into directories (jour_id, version, document, expires_at) values ($1, $2, $3, $4)
     on conflict (jour_id) do update set version = $2, document = $3, expires_at = $4`,
    [tx.jour, version, document, expiresAt],
  );
}
