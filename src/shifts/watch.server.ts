import type { Database, JourId } from "../platform/database/index.server.ts";
import type { Neighbours } from "../platform/live/index.server.ts";
import { errorFields, log } from "../platform/log.ts";
import { isPresent, type OnDuty, PRESENT_MS, RENEW_MS } from "./policy.ts";
import { onDutyOf } from "./present.server.ts";
import { countPresent, deleteExpired, dutiesOf, renewPresence } from "./store.server.ts";

const LOOK_MS = 5000;
const COUNT_REMEMBERED_MS = 1000;
/** Jours that nobody asked about for so long are not looked at. */
const INTEREST_MS = 5 * 60_000;

export interface Watch {
  duties(jour: JourId): readonly OnDuty[];
  look(jour: JourId): Promise<readonly OnDuty[]>;
  count(jour: JourId, face: string): Promise<number>;
  attend(jour: JourId, member: string): () => void;
  /** A shift began or ended here. */
  changed(jour: JourId): Promise<void>;
  onChange(tell: (jour: JourId) => void): void;
  close(): void;
}

interface Known {
  duties: readonly OnDuty[];
  /** Who of them was present, to notice when somebody lapses. */
  shape: string;
  askedAt: number;
}

/** Knows who is on duty: renews those whose desks are connected here, and notices what others change. */
export function openWatch(
  database: Database,
  neighbours: Neighbours,
  now: () => number = Date.now,
): Watch {
  const known = new Map<JourId, Known>();
  const counts = new Map<string, { at: number; count: Promise<number> }>();
  const attending = new Map<JourId, string[]>();
  const tellers: ((jour: JourId) => void)[] = [];

  async function look(jour: JourId): Promise<readonly OnDuty[]> {
    const rows = await database.tenant(jour, (tx) => dutiesOf(tx, new Date(now())));
    const duties = rows.map(onDutyOf);
    const shape = JSON.stringify(
      duties.map((duty) => [duty.duty, duty.capacity, duty.expiresAt, isPresent(duty, now())]),
    );
    const before = known.get(jour);
    known.set(jour, { duties, shape, askedAt: before?.askedAt ?? now() });
    if (before?.shape !== shape) {
      for (const duty of duties) counts.delete(`${jour} ${duty.face}`);
      for (const tell of tellers) tell(jour);
    }
    return duties;
  }

  const lookQuietly = (jour: JourId): Promise<unknown> =>
    look(jour).catch((error: unknown) => log.warn("duties-unread", { error: errorFields(error) }));

  async function renew(jour: JourId, members: readonly string[]): Promise<void> {
    const [time, until] = [new Date(now()), new Date(now() + PRESENT_MS)];
    await database
      .tenant(jour, async (tx) => {
        await renewPresence(tx, members, until, time);
        await deleteExpired(tx, time);
      })
      .catch((error: unknown) => log.warn("presence-unwritten", { error: errorFields(error) }));
  }

  const looking = setInterval(() => {
    for (const [jour, { askedAt }] of known) {
      if (attending.has(jour) || now() - askedAt < INTEREST_MS) void lookQuietly(jour);
      else known.delete(jour);
    }
  }, LOOK_MS);
  const renewing = setInterval(() => {
    for (const [jour, members] of attending) void renew(jour, members);
  }, RENEW_MS);
  looking.unref();
  renewing.unref();
  neighbours.hear("duty", (jours) => {
    for (const jour of new Set(jours)) {
      if (typeof jour === "string" && known.has(jour as JourId)) void lookQuietly(jour as JourId);
    }
  });

  return {
    duties(jour) {
      const found = known.get(jour);
      if (found) found.askedAt = now();
      else void lookQuietly(jour);
      return found?.duties ?? [];
    },
    look,
    count(jour, face) {
      const name = `${jour} ${face}`;
      const remembered = counts.get(name);
      if (remembered && now() - remembered.at < COUNT_REMEMBERED_MS) return remembered.count;
      const count = database.tenant(jour, (tx) => countPresent(tx, face, new Date(now())));
      counts.set(name, { at: now(), count });
      count.catch(() => counts.delete(name));
      return count;
    },
    attend(jour, member) {
      attending.set(jour, [...(attending.get(jour) ?? []), member]);
      void renew(jour, [member]).then(() => lookQuietly(jour));
      let isThere = true;
      return () => {
        if (!isThere) return;
        isThere = false;
        const rest = [...(attending.get(jour) ?? [])];
        rest.splice(rest.indexOf(member), 1);
        if (rest.length > 0) attending.set(jour, rest);
        else attending.delete(jour);
      };
    },
    async changed(jour) {
      for (const name of counts.keys()) if (name.startsWith(jour)) counts.delete(name);
      await lookQuietly(jour);
      neighbours.tell("duty", jour);
    },
    onChange: (tell) => void tellers.push(tell),
    close() {
      clearInterval(looking);
      clearInterval(renewing);
    },
  };
}
