import { timingSafeEqual } from "node:crypto";
import type { Database, JourId } from "../../platform/database/index.server.ts";
import { hashOf } from "./seal.server.ts";
import { lineOf, type LineRow } from "./store.server.ts";

const FRESH_MS = 2000;
const MAX_KNOWN = 500;
/** Far more than the busiest line has; beyond it the operator is told to come back. */
const MAX_EVENTS_A_MINUTE = 240;
const MINUTE = 60_000;

interface Known {
  readonly at: number;
  readonly line: Promise<LineRow | undefined>;
}

/** Who knocks with the secret of a line. Asked often and wrongly, it asks the database seldom. */
export class Lines {
  readonly #database: Database;
  readonly #now: () => number;
  readonly #known = new Map<string, Known>();
  readonly #events = new Map<string, { since: number; count: number }>();

  constructor(database: Database, now: () => number) {
    this.#database = database;
    this.#now = now;
  }

  /** The line, for whoever has its secret; "flood" when it comes too often. */
  async knock(jour: JourId, face: string, secret: string): Promise<LineRow | "flood" | undefined> {
    const line = await this.#line(jour, face);
    // Compared also where there is no line: it takes as long.
    const isRight = timingSafeEqual(hashOf(secret), line?.secret_hash ?? hashOf(""));
    if (!line?.secret_hash || !isRight) return undefined;
    return this.#isWithin(face) ? line : "flood";
  }

  forget(jour: JourId, face: string): void {
    this.#known.delete(keyOf(jour, face));
  }

  #line(jour: JourId, face: string): Promise<LineRow | undefined> {
    const key = keyOf(jour, face);
    const known = this.#known.get(key);
    const now = this.#now();
    if (known && now >= known.at && now - known.at < FRESH_MS) return known.line;
    if (this.#known.size >= MAX_KNOWN) this.#known.clear();
    const line = this.#database.tenant(jour, (tx) => lineOf(tx, face));
    line.catch(() => this.#known.delete(key));
    this.#known.set(key, { at: now, line });
    return line;
  }

  #isWithin(face: string): boolean {
    const now = this.#now();
    const known = this.#events.get(face);
    const current = known && now - known.since < MINUTE ? known : { since: now, count: 0 };
    current.count++;
    this.#events.set(face, current);
    return current.count <= MAX_EVENTS_A_MINUTE;
  }
}

/** Of both: at another jour's host the line of this one is not there, known or not. */
const keyOf = (jour: JourId, face: string): string => `${jour} ${face}`;
