import { randomUUID } from "node:crypto";
import { dayOf, momentOf, plusDays } from "../calendar/index.server.ts";
import type { Database, JourId } from "../platform/database/index.server.ts";
import type { RoundWords } from "./contract.ts";
import { insertMeeting, meetingsFrom } from "./meetings-store.server.ts";
import { isOpenOn } from "./policy.ts";
import { allRounds, saveRound } from "./store.server.ts";

interface DemoRound {
  readonly words: RoundWords;
  readonly place: string;
}

const OPEN_DAYS = 24;
const MEETING_IN_DAYS = 9;

/** In the demo somebody always looks for volunteers: a round is open, and a meeting is ahead. */
export async function keepDemoRound(
  database: Database,
  jour: JourId,
  { words, place }: DemoRound,
  now = Date.now(),
): Promise<void> {
  const today = dayOf(now);
  await database.tenant(jour, async (tx) => {
    const rounds = await allRounds(tx);
    if (!rounds.some((round) => isOpenOn(round, today))) {
      const span = { opensOn: today, endsOn: plusDays(today, OPEN_DAYS) };
      await saveRound(tx, { id: randomUUID(), words, ...span, keepMonths: 3, version: 0 });
    }
    const ahead = await meetingsFrom(tx, new Date(now));
    if (ahead.some(({ kind }) => kind === "information")) return;
    const startsAt = momentOf(`${plusDays(today, MEETING_IN_DAYS)}T18:00`);
    const about = { id: randomUUID(), member_id: null, kind: "information", seats: 20 } as const;
    await insertMeeting(tx, { ...about, place, startsAt, endsAt: startsAt + 90 * 60_000 });
  });
}
