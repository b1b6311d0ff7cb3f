import type { Database, JourId } from "../platform/database/index.server.ts";

export interface FormDeps {
  readonly database: Database;
  readonly now: () => number;
  members(jour: JourId): Promise<readonly { readonly id: string; readonly name: string }[]>;
}
