import type { Database, JourId } from "../../platform/database/index.server.ts";
import type { Counted } from "../../statistics/index.server.ts";
import type { Told } from "./rounds.server.ts";
import type { Seal } from "./seal.server.ts";

/** What the telephone needs of the rest of the house; handed in from the entry. */
export interface PhoneDeps {
  readonly database: Database;
  /** Of the whole house; without one a restart forgets the telephones on duty. */
  readonly secret: string | undefined;
  readonly now: () => number;
  /** The faces of a jour, in their order. */
  faces(
    jour: JourId,
  ): Promise<
    readonly { readonly id: string; readonly name: string; readonly phone: string | null }[]
  >;
  /** What the telephone's hours announce. */
  announced(
    jour: JourId,
    face: string,
  ): Promise<{ readonly open: boolean; readonly opensAt: number | null }>;
  /** Whether letters can be written now. */
  lettersTaken(jour: JourId, face: string): Promise<boolean>;
  /** The other processes of this house. */
  readonly neighbours: Told;
  count(what: Counted): void;
  /** The page shows who is there: it is read anew. */
  changed(): void;
}

export interface PhoneParts extends PhoneDeps {
  readonly seal: Seal;
}
