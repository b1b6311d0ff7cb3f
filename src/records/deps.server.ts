import type { Database, JourId } from "../platform/database/index.server.ts";
import type { Suite, VerifiedTrust } from "../protocol/index.ts";

export interface RecordDeps {
  readonly database: Database;
  readonly suite: Suite;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Everybody who is a member now. */
  members(jour: JourId): Promise<
    readonly {
      readonly id: string;
      readonly name: string;
      readonly role: string;
      readonly sealKey: Uint8Array;
    }[]
  >;
  /** The signed directory, checked: whose key is whose. */
  trust(jour: JourId): Promise<VerifiedTrust | undefined>;
  /** What else the house keeps about her, by the name of the module that keeps it. */
  alsoOf?(jour: JourId, member: string): Promise<Readonly<Record<string, unknown>>>;
}

/** Who asks. */
export interface Asker {
  readonly jour: JourId;
  readonly member: string;
}
