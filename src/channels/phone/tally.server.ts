import { randomUUID } from "node:crypto";
import type { Database, JourId } from "../../platform/database/index.server.ts";
import { errorFields, log } from "../../platform/log.ts";
import type { Counted } from "../../statistics/index.server.ts";
import { UNDO_MS } from "./policy.ts";
import type { Seal } from "./seal.server.ts";
import { markEnd, putMark } from "./store.server.ts";

/** More than a house full of volunteers could tap; beyond it the oldest counts at once. */
const MAX_HELD = 500;

interface TallyParts {
  readonly database: Database;
  readonly seal: Seal;
  readonly now: () => number;
  count(what: Counted): void;
}

/**
 * Holds what was counted, in memory, for as long as it can be taken back; then it is a number among
 * others. Another process may be asked to take it back: whichever of the two sets the mark first, counts.
 */
export class Tally {
  readonly #parts: TallyParts;
  readonly #held = new Map<string, { what: Counted; timer: NodeJS.Timeout }>();

  constructor(parts: TallyParts) {
    this.#parts = parts;
  }

  /** By what it can be taken back, by her alone. */
  add(by: string, what: Counted): string {
    const id = randomUUID();
    const timer = setTimeout(() => void this.#settle(id), UNDO_MS);
    this.#held.set(id, { what, timer });
    const [oldest] = this.#held.keys();
    if (this.#held.size > MAX_HELD && oldest !== undefined) void this.#settle(oldest);
    return this.#parts.seal.counted(by, { id, until: this.#parts.now() + UNDO_MS });
  }

  /** False when it is too late, or hers it is not. */
  async undo(jour: JourId, by: string, token: string): Promise<boolean> {
    const { seal, now } = this.#parts;
    const counted = seal.openCounted(by, token);
    if (!counted || counted.until < now()) return false;
    if (!(await this.#mark(jour, counted.id))) return false;
    const held = this.#held.get(counted.id);
    clearTimeout(held?.timer);
    this.#held.delete(counted.id);
    return true;
  }

  /** Everything counts now: the program ends. */
  async close(): Promise<void> {
    await Promise.all([...this.#held.keys()].map((id) => this.#settle(id)));
  }

  async #settle(id: string): Promise<void> {
    const held = this.#held.get(id);
    if (!held) return;
    clearTimeout(held.timer);
    this.#held.delete(id);
    const isFirst = await this.#mark(held.what.jour, id).catch((error: unknown) => {
      log.error("tending-failed", { part: "phone", error: errorFields(error) });
      // Better counted once too often than a database that was away taken for "she took it back".
      return true;
    });
    if (isFirst) this.#parts.count(held.what);
  }

  #mark(jour: JourId, id: string): Promise<boolean> {
    const { database, seal, now } = this.#parts;
    return database.tenant(jour, (tx) => putMark(tx, seal.mark("", id, "counted"), markEnd(now())));
  }
}
