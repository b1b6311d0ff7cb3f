import type { Database, JourId } from "../platform/database/index.server.ts";
import type { Worked } from "./load.ts";

/** A session of supervision, as planning knows it. */
export interface Session {
  readonly id: string;
  readonly title: string;
  readonly startsAt: number;
  readonly endsAt: number;
  readonly seats: number;
  /** Those who have a place. */
  readonly people: readonly { readonly member: string; readonly name: string }[];
}

export interface CareDeps {
  readonly database: Database;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  members(jour: JourId): Promise<
    readonly {
      readonly id: string;
      readonly name: string;
      readonly role: string;
      readonly sealKey: Uint8Array;
    }[]
  >;
  /** Places on shifts that began within this span and were not called off. */
  worked(jour: JourId, from: number, until: number): Promise<readonly Worked[]>;
  supervisions(jour: JourId, from: number, until: number): Promise<readonly Session[]>;
}

/** Who asks, from her session. */
export interface Asker {
  readonly jour: JourId;
  readonly member: string;
  readonly isCoordinator: boolean;
}
