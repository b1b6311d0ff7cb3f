import type { Database, JourId } from "../database/index.server.ts";

/** What a host name stands for: the federation, or one face of one jour. */
export interface HostView {
  readonly host: string;
  readonly jour: {
    id: JourId;
    slug: string;
    name: string;
    demo: boolean;
    /** The federation's own desk and pages, at the host of the directory. */
    federation?: boolean;
  } | null;
  readonly faceId: string | null;
  /** The jour's own host, where its desk lives and which is the passkeys' RP ID. */
  readonly primaryHost: string;
}

interface HostRow {
  host: string;
  jour_id: JourId | null;
  face_id: string | null;
  slug: string | null;
  name: string | null;
  demo: boolean | null;
  federation: boolean | null;
  primary_host: string | null;
}

const query = `
  select h.host, h.jour_id, h.face_id, j.slug, j.name, j.demo, j.federation,
         (select p.host from hosts p where p.jour_id = h.jour_id and p.is_primary) as primary_host
    from hosts h left join jours j on j.id = h.jour_id
   where h.host = $1`;

/** Host names change with the years; a short memory spares every request a question. */
const REMEMBERED_MS = 2000;

export type HostBook = (hostHeader: string | undefined) => Promise<HostView | undefined>;

export function hostBook(database: Database): HostBook {
  const now = (): number => performance.now();
  const known = new Map<string, { view: HostView; until: number }>();
  return async (hostHeader) => {
    const host = hostName(hostHeader);
    if (host === undefined) return undefined;
    const remembered = known.get(host);
    if (remembered && remembered.until > now()) return remembered.view;
    const row = await database.shared((tx) => tx.row<HostRow>(query, [host]));
    known.delete(host);
    if (!row) return undefined;
    const view = toView(row);
    known.set(host, { view, until: now() + REMEMBERED_MS });
    return view;
  };
}

function toView(row: HostRow): HostView {
  const jour =
    row.jour_id === null
      ? null
      : {
          id: row.jour_id,
          slug: row.slug ?? "",
          name: row.name ?? "",
          demo: row.demo ?? false,
          ...(row.federation && { federation: true }),
        };
  return {
    host: row.host,
    jour,
    faceId: row.face_id,
    primaryHost: row.primary_host ?? row.host,
  };
}

/** Where the directory is: at a host of no jour, or of the federation as a tenant. */
export const isFederation = ({ jour }: Pick<HostView, "jour">): boolean =>
  jour === null || jour.federation === true;

/** The name in a Host header, without its port; undefined for what cannot be a host name. */
export function hostName(header: string | undefined): string | undefined {
  const match = /^([a-z0-9.-]{1,253})(?::\d{1,5})?$/i.exec(header ?? "");
  return match?.[1]?.toLowerCase();
}
