import type { TenantTx } from "../../platform/database/index.server.ts";
import type { Application, Said, Stage, Told } from "./contract.ts";

const columns = `id, version, stage, to_char(sent_on, 'YYYY-MM-DD') as "sentOn", told, talk,
  told->>'name' as name, to_enter as "toEnter"`;

export interface NewApplication {
  readonly id: string;
  readonly code: Uint8Array;
  readonly on: string;
  readonly told: Told;
}

export async function insert(tx: TenantTx, { id, code, on, told }: NewApplication): Promise<void> {
  await tx.rows(
    `insert into network_applications (id, jour_id, code, sent_on, told)
     values ($1, $2, $3, $4, $5)`,
    [id, tx.jour, code, on, JSON.stringify(told)],
  );
}

/** How many wait for an answer, and how many were sent on that day. */
export async function load(tx: TenantTx, on: string): Promise<{ waiting: number; today: number }> {
  const row = await tx.row<{ waiting: number; today: number }>(
    `select count(*) filter (where decided_on is null)::int as waiting,
            count(*) filter (where sent_on = $1)::int as today from network_applications`,
    [on],
  );
  return row ?? { waiting: 0, today: 0 };
}

export function all(tx: TenantTx): Promise<Application[]> {
  return tx.rows<Application>(
    `select ${columns} from network_applications
      order by decided_on is not null, sent_on desc, id`,
  );
}

/** Held until the transaction ends. */
export function hold(tx: TenantTx, id: string): Promise<Application | undefined> {
  return tx.row<Application>(
    `select ${columns} from network_applications where id = $1 for update`,
    [id],
  );
}

export function holdByCode(tx: TenantTx, code: Uint8Array): Promise<Application | undefined> {
  return tx.row<Application>(
    `select ${columns} from network_applications where code = $1 for update`,
    [code],
  );
}

export async function move(
  tx: TenantTx,
  id: string,
  { stage, talk, decidedOn }: { stage: Stage; talk: readonly Said[]; decidedOn: string | null },
): Promise<void> {
  await tx.rows(
    `update network_applications
        set stage = $2, talk = $3, decided_on = $4, to_enter = $5, version = version + 1
      where id = $1`,
    [id, stage, JSON.stringify(talk), decidedOn, stage === "approved"],
  );
}

export function toEnter(tx: TenantTx): Promise<Application[]> {
  return tx.rows<Application>(`select ${columns} from network_applications where to_enter`);
}

export async function entered(tx: TenantTx, id: string): Promise<void> {
  await tx.rows("update network_applications set to_enter = false where id = $1", [id]);
}

/** Only those that nobody has answered. */
export async function clear(tx: TenantTx, ids: readonly string[]): Promise<void> {
  await tx.rows("delete from network_applications where id = any ($1::uuid[]) and stage = 'new'", [
    ids,
  ]);
}

export async function sweep(
  tx: TenantTx,
  decidedBefore: string,
  sentBefore: string,
): Promise<void> {
  await tx.rows("delete from network_applications where decided_on < $1 or sent_on < $2", [
    decidedBefore,
    sentBefore,
  ]);
}
