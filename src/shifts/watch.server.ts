import type { Database, JourId } from "../platform/database/index.server.ts";
import type { Neighbours } from "../platform/live/index.server.ts";
import { errorFields, log } from "../platform/log.ts";
import { farthestPresence, isPresent, type OnDuty, PRESENT_MS, RENEW_MS } from "./policy.ts";
import { onDutyOf } from "./present.server.ts";
import { countPresent, deleteExpired, dutiesOf, renewPresence } from "./store.server.ts";

const LOOK_MS = 5000;
const COUNT_REMEMBERED_MS = 1000;
/** Jours that nobody asked about for so long are not looked at. */
const INTEREST_MS = 5 * 60_000;

interface Known {
  readonly duties: readonly OnDuty[];
  /** Who of them was present, to notice when somebody lapses. */
  readonly shape: string;
  askedAt: number;
}

/** Knows who is on duty: renews those whose desks are connected here, and notices what others change. */
export class Watch {
  readonly #database: Database;
  readonly #neighbours: Neighbours;
  readonly #now: () => number;
  /** Of a clock that never jumps: how old something known is. */
  readonly #elapsed: () => number;
  readonly #known = new Map<JourId, Known>();
  readonly #counts = new Map<string, { at: number; count: Promise<number> }>();
  readonly #attending = new Map<JourId, readonly string[]>();
  readonly #tellers: ((jour: JourId) => void)[] = [];
  readonly #timers: readonly NodeJS.Timeout[];

  constructor(
    database: Database,
    neighbours: Neighbours,
    now: () => number = Date.now,
    elapsed: () => number = () => performance.now(),
  ) {
    this.#database = database;
    this.#neighbours = neighbours;
    this.#now = now;
    this.#elapsed = elapsed;
    this.#timers = [
      setInterval(() => this.#lookAround(), LOOK_MS),
      setInterval(() => {
        for (const [jour, members] of this.#attending) void this.#renew(jour, members);
      }, RENEW_MS),
    ];
    for (const timer of this.#timers) timer.unref();
    neighbours.hear("duty", (jours) => {
      for (const jour of new Set(jours as JourId[])) {
        this.#forgetCounts(jour);
        if (this.#known.has(jour)) void this.#lookQuietly(jour);
      }
    });
  }

  /** As last read here; a jour that was not asked about lately is read behind the asker's back. */
  duties(jour: JourId): readonly OnDuty[] {
    const found = this.#known.get(jour);
    if (found) found.askedAt = this.#elapsed();
    else void this.#lookQuietly(jour);
    return found?.duties ?? [];
  }

  async look(jour: JourId): Promise<readonly OnDuty[]> {
    const time = new Date(this.#now());
    const rows = await this.#database.tenant(jour, (tx) => dutiesOf(tx, time));
    const duties = rows.map(onDutyOf);
    const shape = JSON.stringify(
      duties.map((duty) => [
        duty.duty,
        duty.capacity,
        duty.expiresAt,
        isPresent(duty, time.getTime()),
      ]),
    );
    const before = this.#known.get(jour);
    this.#known.set(jour, { duties, shape, askedAt: before?.askedAt ?? this.#elapsed() });
    if (before?.shape !== shape) {
      this.#forgetCounts(jour);
      for (const tell of this.#tellers) tell(jour);
    }
    return duties;
  }

  count(jour: JourId, face: string): Promise<number> {
    const name = `${jour} ${face}`;
    const remembered = this.#counts.get(name);
    if (remembered && this.#elapsed() - remembered.at < COUNT_REMEMBERED_MS)
      return remembered.count;
    return this.countNow(jour, face);
  }

  countNow(jour: JourId, face: string): Promise<number> {
    const name = `${jour} ${face}`;
    const time = new Date(this.#now());
    const farthest = new Date(farthestPresence(time.getTime()));
    const count = this.#database.tenant(jour, (tx) => countPresent(tx, face, time, farthest));
    this.#counts.set(name, { at: this.#elapsed(), count });
    count.catch(() => this.#counts.delete(name));
    return count;
  }

  attend(jour: JourId, member: string): () => void {
    this.#attending.set(jour, [...(this.#attending.get(jour) ?? []), member]);
    void this.#renew(jour, [member]).then(() => this.#lookQuietly(jour));
    let isThere = true;
    return () => {
      if (!isThere) return;
      isThere = false;
      const rest = [...(this.#attending.get(jour) ?? [])];
      rest.splice(rest.indexOf(member), 1);
      if (rest.length > 0) this.#attending.set(jour, rest);
      else this.#attending.delete(jour);
    };
  }

  /** A shift began or ended here. */
  async changed(jour: JourId): Promise<void> {
    this.#forgetCounts(jour);
    await this.#lookQuietly(jour);
    this.#neighbours.tell("duty", jour);
  }

  onChange(tell: (jour: JourId) => void): void {
    this.#tellers.push(tell);
  }

  close(): void {
    for (const timer of this.#timers) clearInterval(timer);
  }

  #lookAround(): void {
    for (const [jour, { askedAt }] of this.#known) {
      const isOfInterest = this.#elapsed() - askedAt < INTEREST_MS;
      if (this.#attending.has(jour) || isOfInterest) void this.#lookQuietly(jour);
      else this.#known.delete(jour);
    }
  }

  #lookQuietly(jour: JourId): Promise<unknown> {
    return this.look(jour).catch((error: unknown) =>
      log.warn("duties-unread", { error: errorFields(error) }),
    );
  }

  async #renew(jour: JourId, members: readonly string[]): Promise<void> {
    const [time, until] = [new Date(this.#now()), new Date(this.#now() + PRESENT_MS)];
    await this.#database
      .tenant(jour, async (tx) => {
        await renewPresence(tx, members, until, time);
        await deleteExpired(tx, time);
      })
      .catch((error: unknown) => log.warn("presence-unwritten", { error: errorFields(error) }));
  }

  #forgetCounts(jour: JourId): void {
    for (const name of this.#counts.keys()) if (name.startsWith(jour)) this.#counts.delete(name);
  }
}
