import type pg from "pg";
import type { JourId } from "../ids.ts";

/** A transaction of the whole house: it sees shared tables, and nothing of any jour. */
export interface SharedTx {
  rows<Row>(sql: string, params?: readonly unknown[]): Promise<Row[]>;
  /** The first row; more than one is an error of the query. */
  row<Row>(sql: string, params?: readonly unknown[]): Promise<Row | undefined>;
}

declare const tenant: unique symbol;

/** A transaction bound to one jour by row-level security. Only `Database.tenant` makes one. */
export interface TenantTx extends SharedTx {
  readonly jour: JourId;
  readonly [tenant]: true;
}

export interface Database {
  /** Runs `work` in one transaction that sees the rows of this jour only; commits unless it throws. */
  tenant<T>(jour: JourId, work: (tx: TenantTx) => Promise<T>): Promise<T>;
  shared<T>(work: (tx: SharedTx) => Promise<T>): Promise<T>;
  /**
   * Hears `NOTIFY channel`. Notifications are hints: after a lost connection `onPayload` is called
   * once with '' so that the listener looks for itself. Resolves once the database listens.
   */
  listen(channel: string, onPayload: (payload: string) => void): Promise<() => Promise<void>>;
  /** For platform/live alone, whose hot path writes many conversations in one statement. */
  readonly raw: pg.Pool;
  close(): Promise<void>;
}
