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

export const supporterOf = (tx: TenantTx, member: string): Promise<SupporterRow | undefined> =>
  tx.row("select member_id, visits, places, days from supporters where member_id = $1", [member]);

export interface AskRow {
  readonly mailbox_id: Buffer;
  readonly member_id: string;
  readonly state: AskState;
  readonly alias: string;
  readonly ask_id: Buffer | null;
}

const columns = "mailbox_id, member_id, state, alias, ask_id";

/** `wrote`: the newest between her and the team is hers. */
export const allAsks = (tx: TenantTx): Promise<(AskRow & { readonly wrote: boolean })[]> =>
  tx.rows(
    `select ${columns}, coalesce((select by_her from supporter_briefs b
        where b.mailbox_id = a.mailbox_id and b.member_id = a.member_id
        order by n desc limit 1), false) as wrote
       from supporter_asks a`,
  );

export const asksOf = (tx: TenantTx, mailbox: Uint8Array): Promise<AskRow[]> =>
  tx.rows(`select ${columns} from supporter_asks where mailbox_id = $1`, [mailbox]);

export type OwnAskRow = AskRow & { readonly taken: boolean };

export const asksTo = (tx: TenantTx, member: string): Promise<OwnAskRow[]> =>
  tx.rows(
    `select ${columns}, exists (select 1 from supporter_asks o
        where o.mailbox_id = a.mailbox_id and o.member_id <> a.member_id and o.state = 'yes') as taken
       from supporter_asks a where member_id = $1 order by mailbox_id`,
    [member],
  );

/** Asked anew, also after she has said no or it was called off; nothing of an earlier time goes on. */
export async function putAsk(
  tx: TenantTx,
  mailbox: Uint8Array,
  member: string,
  ask: Uint8Array,
): Promise<void> {
  await dropBriefs(tx, mailbox, member);
  await tx.rows(
    `insert into supporter_asks as a (mailbox_id, member_id, jour_id, state, ask_id)
     values ($1, $2, $3, 'asked', $4)
     on conflict (mailbox_id, member_id)
       do update set state = 'asked', alias = '', ask_id = excluded.ask_id, untold = false`,
    [mailbox, member, tx.jour, ask],
  );
}

/** False where what is asked of is not in one of these states any more. Who had said yes and is called off is told so. */
export async function turnAsk(
  tx: TenantTx,
  mailbox: Uint8Array,
  member: string,
  from: readonly AskState[],
  to: AskState,
  alias = "",
): Promise<boolean> {
  const turned = await tx.rows(
    `update supporter_asks
        set state = $4, alias = $5, untold = state = 'yes' and $4 in ('ended-by-her', 'ended-by-team')
      where mailbox_id = $1 and member_id = $2 and state = any($3) returning 1`,
    [mailbox, member, from, to, alias],
  );
  if (turned.length > 0 && to !== "yes") await dropBriefs(tx, mailbox, member);
  return turned.length > 0;
}

/** Whoever is not asked any more reads nothing of it any more. */
async function dropBriefs(tx: TenantTx, mailbox: Uint8Array, member: string): Promise<void> {
  await tx.rows("delete from supporter_briefs where mailbox_id = $1 and member_id = $2", [
    mailbox,
    member,
  ]);
}

export interface BriefRow {
  readonly n: number;
  readonly sealed: Uint8Array;
}

export const briefsTo = (tx: TenantTx, mailbox: Uint8Array, member: string): Promise<BriefRow[]> =>
  tx.rows(
    "select n, sealed from supporter_briefs where mailbox_id = $1 and member_id = $2 order by n",
    [mailbox, member],
  );

export async function putBrief(
  tx: TenantTx,
  mailbox: Uint8Array,
  member: string,
  { n, sealed, byHer }: BriefRow & { readonly byHer: boolean },
): Promise<void> {
  await tx.rows(
    `insert into supporter_briefs (mailbox_id, member_id, n, jour_id, sealed, by_her)
     values ($1, $2, $3, $4, $5, $6)`,
    [mailbox, member, n, tx.jour, sealed, byHer],
  );
}
