import { randomUUID } from "node:crypto";
import type { TenantTx } from "../../platform/database/index.server.ts";

const DAYS = 30;

export interface EndingRow {
  readonly id: string;
  readonly why: "deleted" | "expired";
  readonly had_said_yes: boolean;
}

/** Of those who still wait for her or were to come along; of a request that the team has closed nobody needs to be told. */
export async function putEndings(
  tx: TenantTx,
  mailbox: Uint8Array,
  why: EndingRow["why"],
  now: number,
): Promise<void> {
  const day = new Date(now + DAYS * 86_400_000).toISOString().slice(0, 10);
  const asked = await tx.rows<{ member_id: string; said_yes: boolean }>(
    `select member_id, state = 'yes' as said_yes from supporter_asks a
      where mailbox_id = $1 and state in ('asked', 'yes')
        and not exists (select 1 from supporter_asks o
          where o.mailbox_id = a.mailbox_id and o.member_id <> a.member_id and o.state = 'yes')
        and not exists (select 1 from counselling_requests r
          where r.mailbox_id = a.mailbox_id and r.stage = 'closed')`,
    [mailbox],
  );
  for (const { member_id, said_yes } of asked)
    await tx.rows(
      `insert into supporter_endings (id, jour_id, member_id, why, had_said_yes, untold, delete_on)
       values ($1, $2, $3, $4, $5, $5, $6)`,
      [randomUUID(), tx.jour, member_id, why, said_yes, day],
    );
}

export const endingsOf = (tx: TenantTx, member: string): Promise<EndingRow[]> =>
  tx.rows(
    "select id, why, had_said_yes from supporter_endings where member_id = $1 order by delete_on, id",
    [member],
  );

export async function seeEnding(tx: TenantTx, member: string, id: string): Promise<void> {
  await tx.rows("delete from supporter_endings where id = $1 and member_id = $2", [id, member]);
}

/** Whom to mail that she need not come: named once, and marked in the same step. */
export async function takeUntold(tx: TenantTx): Promise<Set<string>> {
  const calledOff = await tx.rows<{ member_id: string }>(
    "update supporter_asks set untold = false where untold returning member_id",
  );
  const ended = await tx.rows<{ member_id: string }>(
    "update supporter_endings set untold = false where untold returning member_id",
  );
  return new Set([...calledOff, ...ended].map(({ member_id }) => member_id));
}

export async function deleteOldEndings(tx: TenantTx, now: number): Promise<void> {
  const today = new Date(now).toISOString().slice(0, 10);
  await tx.rows("delete from supporter_endings where delete_on < $1", [today]);
}
