import type { TenantTx } from "../../platform/database/index.server.ts";

/** One import at a time in a jour: of two that read the same file, the second finds it all there. */
export async function holdRoster(tx: TenantTx): Promise<void> {
  await tx.rows("select pg_advisory_xact_lock(hashtextextended($1, 0))", [`roster ${tx.jour}`]);
}

export interface ImportRow {
  readonly id: string;
  readonly by: string | null;
  readonly made_at: Date;
  readonly shifts: number;
  readonly places: number;
}

export async function insertImport(
  tx: TenantTx,
  row: Omit<ImportRow, "by"> & { readonly member: string },
): Promise<void> {
  await tx.rows(
    `insert into roster_imports (id, jour_id, member_id, made_at, shifts, places)
     values ($1, $2, $3, $4, $5, $6)`,
    [row.id, tx.jour, row.member, row.made_at, row.shifts, row.places],
  );
}

export function importsOf(tx: TenantTx): Promise<ImportRow[]> {
  return tx.rows(
    `select i.id, m.name as by, i.made_at, i.shifts, i.places from roster_imports i
       left join members m on m.id = i.member_id order by i.made_at desc, i.id`,
  );
}

/** Held still until the transaction ends; undefined where there is none, or no more. */
export function lockImport(tx: TenantTx, id: string): Promise<{ made_at: Date } | undefined> {
  return tx.row("select made_at from roster_imports where id = $1 for update", [id]);
}

export async function deleteImport(tx: TenantTx, id: string): Promise<void> {
  await tx.rows("delete from roster_imports where id = $1", [id]);
}

export async function deleteOldImports(tx: TenantTx, before: Date): Promise<void> {
  await tx.rows("delete from roster_imports where made_at < $1", [before]);
}

export async function markImported(
  tx: TenantTx,
  id: string,
  made: {
    readonly shifts: readonly string[];
    readonly places: readonly (readonly [string, string])[];
  },
): Promise<void> {
  await tx.rows("update planned_shifts set import_id = $1 where id = any($2)", [id, made.shifts]);
  await tx.rows(
    `update shift_places set import_id = $1
      where (shift_id, member_id) in (select * from unnest($2::uuid[], $3::uuid[]))`,
    [id, made.places.map(([shift]) => shift), made.places.map(([, member]) => member)],
  );
}

/** Shifts that stand between these moments, for rows that may mean one of them. Held until the end. */
export interface StandingShift {
  readonly id: string;
  readonly kind: string;
  readonly face_id: string | null;
  readonly title: string;
  readonly starts_at: Date;
  readonly ends_at: Date;
  readonly needed: number;
  readonly called_off: boolean;
}
export function standingShifts(tx: TenantTx, from: Date, until: Date): Promise<StandingShift[]> {
  return tx.rows(
    `select id, kind, face_id, title, starts_at, ends_at, needed, called_off from planned_shifts
      where starts_at >= $1 and starts_at <= $2 order by id for update`,
    [from, until],
  );
}

/** Where each has to be anyway, between these moments. */
export function standingSpans(
  tx: TenantTx,
  from: Date,
  until: Date,
): Promise<{ member: string; shift: string; from: Date; until: Date }[]> {
  return tx.rows(
    `select member_id as member, shift_id as shift, lower(during) as from, upper(during) as until
       from shift_places where during && tstzrange($1, $2)`,
    [from, until],
  );
}

/** Of the shifts that came by an import: those that nobody has touched since. Held until the end. */
export async function lockUntouched(
  tx: TenantTx,
  id: string,
  madeAt: Date,
  now: Date,
): Promise<{ untouched: string[]; kept: number }> {
  const rows = await tx.rows<{ id: string; touched: boolean }>(
    `select s.id, s.version > 1 or (s.starts_at > $2 and s.starts_at <= $3)
         or exists (select 1 from shift_places p where p.shift_id = s.id and p.import_id is distinct from $1)
         or exists (select 1 from shift_offers o where o.shift_id = s.id and o.state = 'open') as touched
       from planned_shifts s where s.import_id = $1 order by s.id for update`,
    [id, madeAt, now],
  );
  const untouched = rows.filter((row) => !row.touched).map((row) => row.id);
  return { untouched, kept: rows.length - untouched.length };
}

export async function deleteShifts(tx: TenantTx, ids: readonly string[]): Promise<void> {
  await tx.rows("delete from planned_shifts where id = any($1)", [ids]);
}

/** Places that an import gave at shifts that were there before it and have not begun since. */
export function deleteImportedPlaces(
  tx: TenantTx,
  id: string,
  madeAt: Date,
  now: Date,
): Promise<{ shift: string; member: string }[]> {
  return tx.rows(
    `delete from shift_places p using planned_shifts s
      where p.import_id = $1 and s.id = p.shift_id and s.import_id is distinct from $1
        and not (s.starts_at > $2 and s.starts_at <= $3)
      returning p.shift_id as shift, p.member_id as member`,
    [id, madeAt, now],
  );
}

export async function countPlaces(tx: TenantTx, shifts: readonly string[]): Promise<number> {
  const found = await tx.row<{ count: number }>(
    "select count(*)::int as count from shift_places where shift_id = any($1)",
    [shifts],
  );
  return found?.count ?? 0;
}
