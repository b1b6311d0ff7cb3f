import type { Database, JourId, TenantTx } from "../platform/database/index.server.ts";
import { fail, type Failure } from "../platform/result.ts";

class Undone extends Error {
  readonly failure: Failure;
  constructor(failure: Failure) {
    super(failure.code);
    this.failure = failure;
  }
}

/** A transaction that keeps all or nothing: `undo` ends it, and its code becomes the answer. */
export async function allOrNothing<T, C extends string>(
  database: Database,
  jour: JourId,
  work: (tx: TenantTx, undo: (code: C) => never) => Promise<T>,
): Promise<T | Failure<C>> {
  const undo = (code: C): never => {
    throw new Undone(fail(code));
  };
  try {
    return await database.tenant(jour, (tx) => work(tx, undo));
  } catch (error) {
    // Only `undo` above makes one, so its code is one of C.
    if (error instanceof Undone) return error.failure as Failure<C>;
    throw error;
  }
}
