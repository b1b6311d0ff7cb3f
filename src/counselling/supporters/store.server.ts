import type { TenantTx } from "../../platform/database/index.server.ts";
import type { AskState, Visit, Willing } from "../contract.ts";

export interface SupporterRow {
  readonly member_id: string;
  readonly visits: Visit[];
  readonly places: string[];
  readonly days: number[];
}

export const supporters = (tx: TenantTx): Promise<SupporterRow[]> =>
  tx.rows("select member_id, visits, places, days from supporters");

export async function putSupporter(
  tx: TenantTx,
  member: string,
  { visits, places, days }: Willing,
): Promise<void> {
  await tx.rows(
    `insert into supporters (member_id, jour_id, visits, places, days) values ($1, $2, $3, $4, $5)
     on conflict (member_id) do update
       set visits = excluded.visits, places = excluded.places, days = excluded.days`,
    [member, tx.jour, visits, places, days],
  );
}

export async function deleteSupporter(tx: TenantTx, member: string): Promise<void> {
  await tx.rows("delete from supporters where member_id = $1", [member]);
}

export interface AskRow {
  readonly mailbox_id: Buffer;
  readonly member_id: string;
  readonly state: AskState;
  readonly alias: string;
}

const columns = "mailbox_id, member_id, state, alias";

export const allAsks = (tx: TenantTx): Promise<AskRow[]> =>
  tx.rows(`select ${columns} from supporter_asks`);

export const asksOf = (tx: TenantTx, mailbox: Uint8Array): Promise<AskRow[]> =>
  tx.rows(`select ${columns} from supporter_asks where mailbox_id = $1`, [mailbox]);

/** Asked anew, also after she has said no or it was called off; one who comes along is not asked again. */
export async function putAsk(tx: TenantTx, mailbox: Uint8Array, member: string): Promise<void> {
  await tx.rows(
    `insert into supporter_asks as a (mailbox_id, member_id, jour_id, state) values ($1, $2, $3, 'asked')
     on conflict (mailbox_id, member_id) do update set state = 'asked', alias = ''
       where a.state <> 'yes'`,
    [mailbox, member, tx.jour],
  );
}

/** False where what is asked of is not in one of these states any more. */
export async function turnAsk(
  tx: TenantTx,
  mailbox: Uint8Array,
  member: string,
  from: readonly AskState[],
  to: AskState,
  alias = "",
): Promise<boolean> {
  const turned = await tx.rows(
    `update supporter_asks set state = $4, alias = $5
      where mailbox_id = $1 and member_id = $2 and state = any($3) returning 1`,
    [mailbox, member, from, to, alias],
  );
  return turned.length > 0;
}
