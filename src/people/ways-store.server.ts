import type { TenantTx } from "../platform/database/index.server.ts";
import type { Way } from "./contract.ts";

/** One way to open an identity. Passkey fields are null for the other kinds. */
export interface WayRow {
  readonly id: string;
  readonly member_id: string;
  readonly kind: Way;
  readonly label: string;
  /** The passkey's number, or a hash by which the wrap is found. */
  readonly lookup: Buffer;
  readonly auth_hash: Buffer | null;
  readonly sealed: Buffer;
  readonly public_key: Buffer | null;
  readonly counter: number | null;
  readonly transports: string[] | null;
  readonly created_month: string;
  /** Opens new keys that nobody has countersigned yet. */
  readonly waiting: boolean;
}

const columns =
  "id, member_id, kind, label, lookup, auth_hash, sealed, public_key, counter, transports, created_month, waiting";

export function findWay(tx: TenantTx, kind: Way, lookup: Uint8Array): Promise<WayRow | undefined> {
  return tx.row<WayRow>(`select ${columns} from identity_wraps where kind = $1 and lookup = $2`, [
    kind,
    lookup,
  ]);
}

export function waysOf(tx: TenantTx, member: string): Promise<WayRow[]> {
  return tx.rows<WayRow>(
    `select ${columns} from identity_wraps where member_id = $1 and not waiting order by kind, created_month, id`,
    [member],
  );
}

/** False when the passkey, the name or the code is already known. */
export async function insertWay(tx: TenantTx, way: WayRow): Promise<boolean> {
  const made = await tx.rows(
    `insert into identity_wraps (id, jour_id, member_id, kind, label, lookup, auth_hash, sealed,
       public_key, counter, transports, created_month, waiting)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
     on conflict do nothing returning id`,
    [
      way.id,
      tx.jour,
      way.member_id,
      way.kind,
      way.label,
      way.lookup,
      way.auth_hash,
      way.sealed,
      way.public_key,
      way.counter,
      way.transports,
      way.created_month,
      way.waiting,
    ],
  );
  return made.length > 0;
}

export async function setCounter(tx: TenantTx, id: string, counter: number): Promise<void> {
  await tx.rows("update identity_wraps set counter = $2 where id = $1", [id, counter]);
}

export async function rewrap(
  tx: TenantTx,
  member: string,
  id: string,
  sealed: Uint8Array,
): Promise<boolean> {
  const done = await tx.rows(
    "update identity_wraps set sealed = $3 where member_id = $1 and id = $2 returning id",
    [member, id, sealed],
  );
  return done.length > 0;
}

export async function deleteWay(tx: TenantTx, member: string, id: string): Promise<boolean> {
  const gone = await tx.rows(
    "delete from identity_wraps where member_id = $1 and id = $2 returning id",
    [member, id],
  );
  return gone.length > 0;
}

/** Of passphrases and recovery codes a member has one: the new one takes the place of the old. */
export async function deleteWaysOfKind(
  tx: TenantTx,
  { member_id, kind, waiting }: Pick<WayRow, "member_id" | "kind" | "waiting">,
): Promise<void> {
  await tx.rows("delete from identity_wraps where member_id = $1 and kind = $2 and waiting = $3", [
    member_id,
    kind,
    waiting,
  ]);
}
