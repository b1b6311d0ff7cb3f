import type pg from "pg";

/** What a column may be; the document is ordered so: from what nobody can read to what anybody may. */
export const classes = ["ciphertext", "key", "coarse", "staff", "public", "technical"] as const;
export type ColumnClass = (typeof classes)[number];

export interface Column {
  readonly table: string;
  readonly name: string;
  readonly type: string;
  readonly isNullable: boolean;
  readonly comment: string | null;
}

export interface Table {
  readonly name: string;
  /** Undefined when no helper of migrations/0001_house.sql declared it. */
  readonly kind: "tenant" | "shared" | "log" | "owner" | undefined;
  readonly comment: string | null;
  readonly rowSecurity: boolean;
  readonly forced: boolean;
  readonly policies: readonly { command: string; using: string | null; check: string | null }[];
  /** What the application's role may do with it. */
  readonly rights: readonly string[];
  readonly columns: readonly Column[];
}

const tablesQuery = `
  select c.relname as name, k.kind, obj_description(c.oid, 'pg_class') as comment,
    c.relrowsecurity as "rowSecurity", c.relforcerowsecurity as forced,
    (select coalesce(json_agg(json_build_object(
        'command', p.polcmd, 'using', pg_get_expr(p.polqual, c.oid), 'check', pg_get_expr(p.polwithcheck, c.oid))), '[]')
      from pg_policy p where p.polrelid = c.oid) as policies,
    array(select r from unnest(array['select', 'insert', 'update', 'delete', 'truncate', 'references', 'trigger']) r
      where has_table_privilege('lykta_app', c.oid, r)) as rights
  from pg_class c left join lykta_tables k on k.name = c.relname
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
  order by c.relname`;

const columnsQuery = `
  select c.relname as table, a.attname as name, format_type(a.atttypid, a.atttypmod) as type,
    not a.attnotnull as "isNullable", col_description(c.oid, a.attnum) as comment
  from pg_attribute a join pg_class c on c.oid = a.attrelid
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped
  order by c.relname, a.attnum`;

/** Reads what the database itself says about its tables; `client` is their owner. */
export async function readCatalogue(client: pg.ClientBase): Promise<Table[]> {
  const tables = await client.query<Omit<Table, "columns">>(tablesQuery);
  const columns = await client.query<Column>(columnsQuery);
  return tables.rows.map((table) => ({
    ...table,
    kind: table.kind ?? undefined,
    columns: columns.rows.filter((column) => column.table === table.name),
  }));
}

export interface Promised {
  readonly class: ColumnClass;
  readonly what: string;
  readonly kept: string;
  readonly seenBy: string;
}

/** The promise of a column, written as its comment: "class | what it is | how long kept | seen by". */
export function promiseOf(column: Column): Promised | undefined {
  const [kind, what, kept, seenBy, ...more] = (column.comment ?? "")
    .split("|")
    .map((part) => part.trim());
  const known = classes.find((one) => one === kind);
  if (!known || !what || !kept || !seenBy || more.length > 0) return undefined;
  return { class: known, what, kept, seenBy };
}
