import type pg from "pg";
import { faultPoint } from "../fault-points.server.ts";
import { provenQueries } from "./log-proof.server.ts";
import { ID_BYTES } from "./stored-frame.server.ts";

export interface SealedRow {
  /** 16 bytes in base64url. */
  readonly log: string;
  readonly n: number;
  readonly sealed: Uint8Array;
}

export interface NewRow extends SealedRow {
  /** The last number that the writer knew of this log; 0 for a log that begins. */
  readonly base: number;
}

/** Where a reader stands: the last number that it knows (which it asks for again, to learn whether it is there). */
export interface ReaderPlace {
  readonly log: string;
  readonly n: number;
}

/** All SQL of the live log. Everything resolves only when it is durable. */
export interface LogStore {
  /** Writes all rows in one commit, each log's all or none; resolves to the logs that were refused. */
  append(rows: readonly NewRow[]): Promise<ReadonlySet<string>>;
  /**
   * Rows from each place on, that one included, by log and number; at most `limit`, and no more after
   * `READ_BYTES` of them: `isCut` tells whether there may be others.
   */
  readFrom(places: readonly ReaderPlace[], limit: number): Promise<SealedRow[]>;
  /** Every log with its last number. */
  heads(): Promise<ReaderPlace[]>;
  /** Deletes all rows of these logs; resolves to those that still had some. */
  remove(logs: readonly string[]): Promise<ReadonlySet<string>>;
}

/** Of one answer: many logs are read at once, and their frames may be a hundred times longer than usual. */
export const READ_BYTES = 1024 * 1024;

export function isCut(rows: readonly SealedRow[], limit: number): boolean {
  let bytes = 0;
  for (const { sealed } of rows) bytes += sealed.length;
  return rows.length >= limit || bytes >= READ_BYTES;
}

/** A disk that is stuck must not hold a batch for ever: it is asked again, and recognised if it landed. */
const patience = { query_timeout: 5000 };

const bytesOf = (id: string): Buffer => Buffer.from(id, "base64url");
const textOf = (log: Uint8Array): string => Buffer.from(log).toString("base64url");

const APPEND = "select live_append($1, $2, $3, $4, $5, $6) as refused";
// limit within the lateral is per log and spares a long sort; the outer ones bound the answer. The length
// of a long frame stands where the row points to it: only those that are answered are read.
const READ = `
  select log, n, sealed from (
    select f.log, f.n, f.sealed, sum(length(f.sealed)) over places - length(f.sealed) as before
      from unnest($1::bytea[], $2::int[]) as u (log, n)
      cross join lateral (
        select * from live_frames where log = u.log and n >= u.n order by n limit $3
      ) f
    window places as (order by f.log, f.n rows unbounded preceding)
  ) as found
   where before < $4
   order by log, n limit $3`;
const HEADS = "select log, max(n) as n from live_frames group by log";
const REMOVE = `
  with removed as (delete from live_frames where log = any ($1::bytea[]) returning log)
  select distinct log from removed`;

export function logStore(pool: pg.Pool): LogStore {
  const query = provenQueries(pool);
  return {
    async append(rows) {
      const batch = packed(rows);
      await faultPoint("append:begin");
      const answer = await query<{ refused: number[] }>({
        ...patience,
        name: "live_append",
        text: APPEND,
        values: batch,
      });
      await faultPoint("append:committed");
      const places = answer.rows[0]?.refused ?? [];
      return new Set(places.map((place) => rows[place - 1]?.log ?? ""));
    },
    async readFrom(places, limit) {
      const logs = places.map((place) => bytesOf(place.log));
      const ns = places.map((place) => place.n);
      const found = await query<{ log: Buffer; n: number; sealed: Buffer }>({
        name: "live_read",
        text: READ,
        values: [logs, ns, limit, READ_BYTES],
      });
      return found.rows.map((row) => ({ log: textOf(row.log), n: row.n, sealed: row.sealed }));
    },
    async heads() {
      const found = await query<{ log: Buffer; n: number }>({ text: HEADS });
      return found.rows.map((row) => ({ log: textOf(row.log), n: row.n }));
    },
    async remove(logs) {
      await faultPoint("rows:begin");
      const values = [logs.map(bytesOf)];
      const removed = await query<{ log: Buffer }>({ text: REMOVE, values });
      await faultPoint("rows:deleted");
      return new Set(removed.rows.map(({ log }) => textOf(log)));
    },
  };
}

/** One block of bytes each for numbers and frames: an array of bytea would cross the socket as hex text. */
function packed(rows: readonly NewRow[]): unknown[] {
  const logs = Buffer.allocUnsafe(rows.length * ID_BYTES);
  const starts: number[] = [];
  let size = 0;
  for (const [index, row] of rows.entries()) {
    logs.write(row.log, index * ID_BYTES, "base64url");
    starts.push(size);
    size += row.sealed.length;
  }
  return [
    logs,
    arrayText(rows.map((row) => row.base)),
    arrayText(rows.map((row) => row.n)),
    arrayText(starts),
    arrayText(rows.map((row) => row.sealed.length)),
    Buffer.concat(
      rows.map((row) => row.sealed),
      size,
    ),
  ];
}

/** As PostgreSQL reads an array; the driver would quote and escape every number. */
const arrayText = (numbers: readonly number[]): string => `{${numbers.join(",")}}`;
