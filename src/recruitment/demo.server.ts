import { createHash, randomUUID } from "node:crypto";
import { dayOf, momentOf, plusDays } from "../calendar/index.server.ts";
import type { Database, JourId } from "../platform/database/index.server.ts";
import { findVersion } from "../forms/index.server.ts";
import { writeApplication } from "./application.ts";
import type { DemoApplication, RoundWords } from "./contract.ts";
import { insertMeeting, meetingsFrom } from "./meetings-store.server.ts";
import { isOpenOn } from "./policy.ts";
import { placeApplication, settingsIn } from "./rounds.server.ts";
import { allRounds, hasApplications, saveRound } from "./store.server.ts";

interface DemoRound {
  readonly words: RoundWords;
  readonly place: string;
}

/** Once: so that the board is furnished. `write` seals a text to the recruiters. */
export async function furnishApplications(
  database: Database,
  jour: JourId,
  applications: readonly DemoApplication[],
  write: (text: string) => Promise<Uint8Array | undefined>,
  now = Date.now(),
): Promise<void> {
  const [isFurnished, settings] = await database.tenant(
    jour,
    async (tx) => [await hasApplications(tx), (await settingsIn(tx)).settings] as const,
  );
  if (isFurnished) return;
  const form = await findVersion(database, jour, "application", null);
  if (!form) return;
  const hash = createHash("sha256").update(form.definition).digest("base64url");
  const stated = settings.conditions.map(({ text }) => text.sv);
  for (const { name, reach, stage, answers } of applications) {
    const asked = { kind: "application", version: form.version, hash } as const;
    const about = { what: "application", name, reach, meeting: "" } as const;
    const mailbox = await write(writeApplication({ ...about, form: asked, answers, stated }));
    if (mailbox) await database.tenant(jour, (tx) => placeApplication(tx, mailbox, stage, now));
  }
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
