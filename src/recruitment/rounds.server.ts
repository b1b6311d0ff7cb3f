import { dayOf, daysBetween, plusMonths } from "../calendar/index.server.ts";
import { holdMailbox } from "../letters/index.server.ts";
import type { Database, JourId, TenantTx } from "../platform/database/index.server.ts";
import { fail, ok, type Result } from "../platform/result.ts";
import type { Notice, RecruitmentSettings, Round, Stage } from "./contract.ts";
import { defaultSettings } from "./defaults.ts";
import { meetingsFrom } from "./meetings-store.server.ts";
import { isOpenOn, roundOfApplication, roundOn } from "./policy.ts";
import { meetingView } from "./present.server.ts";
import {
  allRounds,
  deleteSooner,
  place,
  savedSettings,
  saveRound,
  saveSettings,
  unplaced,
} from "./store.server.ts";

type FindMailbox = (
  jour: JourId,
  token: Uint8Array,
) => Promise<Result<Uint8Array, "mailbox-unknown" | "try-again">>;

export interface RecruitmentDeps {
  readonly database: Database;
  readonly now: () => number;
  /** The mailbox that a token opens. */
  readonly find: FindMailbox;
  /** The same for one of those without script. */
  readonly findPlain: FindMailbox;
  members(jour: JourId): Promise<readonly { id: string; name: string; teams: readonly string[] }[]>;
  /** Deletes a correspondence for good. */
  erase(jour: JourId, mailbox: Uint8Array): Promise<void>;
  /** Something that public pages show has changed. */
  changed(): void;
}

export interface Asker {
  readonly jour: JourId;
  readonly member: string;
}

const MOST_ROUNDS = 50;
/** Where nobody has made a round, or it is gone. */
const KEEP_MONTHS = 3;

const deletionDay = ({ endsOn, keepMonths }: Round): string => plusMonths(endsOn, keepMonths);

export async function settingsIn(
  tx: TenantTx,
): Promise<{ settings: RecruitmentSettings; version: number }> {
  const saved = await savedSettings(tx);
  return saved
    ? { settings: JSON.parse(saved.content) as RecruitmentSettings, version: saved.version }
    : { settings: defaultSettings, version: 0 };
}

/** What everybody may know of it now. */
export function notice({ database }: RecruitmentDeps, jour: JourId, now: number): Promise<Notice> {
  return database.tenant(jour, async (tx) => {
    const today = dayOf(now);
    const round = roundOn(await allRounds(tx), today) ?? null;
    const isOpen = round !== null && isOpenOn(round, today);
    const meetings = await meetingsFrom(tx, new Date(now));
    const { settings } = await settingsIn(tx);
    return {
      ...{ round, isOpen, conditions: settings.conditions },
      daysLeft: round && isOpen ? daysBetween(today, round.endsOn) : null,
      meetings: meetings
        .filter(({ kind, starts_at }) => kind === "information" && starts_at.getTime() > now)
        .map(meetingView),
    };
  });
}

export const hasSomethingToSay = ({ round, meetings }: Notice): boolean =>
  round !== null || meetings.length > 0;

/** Applications are taken while a round is open, and sign-ups while a meeting is ahead. */
export async function mayBegin(deps: RecruitmentDeps, jour: JourId): Promise<boolean> {
  const { isOpen, meetings } = await notice(deps, jour, deps.now());
  return isOpen || meetings.length > 0;
}

export function keepRound(
  { database, changed }: RecruitmentDeps,
  { jour }: Asker,
  round: Round,
): Promise<Result<undefined, "bad-input" | "changed-meanwhile" | "limit-reached">> {
  if (round.endsOn < round.opensOn) return Promise.resolve(fail("bad-input"));
  type Kept = Result<undefined, "changed-meanwhile" | "limit-reached">;
  return database.tenant<Kept>(jour, async (tx) => {
    const known = await allRounds(tx);
    if (round.version === 0 && known.length >= MOST_ROUNDS) return fail("limit-reached");
    if (!(await saveRound(tx, round))) return fail("changed-meanwhile");
    await deleteSooner(tx, round.id, deletionDay(round));
    changed();
    return ok();
  });
}

export function keepSettings(
  { database, changed }: RecruitmentDeps,
  { jour }: Asker,
  settings: RecruitmentSettings,
  version: number,
): Promise<Result<undefined, "changed-meanwhile">> {
  return database.tenant<Result<undefined, "changed-meanwhile">>(jour, async (tx) => {
    if (!(await saveSettings(tx, settings, version))) return fail("changed-meanwhile");
    changed();
    return ok();
  });
}

/** Its place on the board, and the day of its deletion; until then it does not expire. */
export async function placeApplication(
  tx: TenantTx,
  mailbox: Uint8Array,
  stage: Stage,
  now: number,
): Promise<void> {
  const today = dayOf(now);
  const round = roundOfApplication(await allRounds(tx), today);
  const byRound = round && deletionDay(round);
  // A letter that comes after all of its round has been deleted is not deleted the day after.
  const deleteOn =
    byRound !== undefined && byRound > today ? byRound : plusMonths(today, KEEP_MONTHS);
  await place(tx, mailbox, { stage, round: round?.id ?? null, deleteOn });
  await holdMailbox(tx, mailbox, deleteOn);
}

/** Those of whom nothing was said but that they came. */
export async function placeNew(tx: TenantTx, now: number): Promise<void> {
  for (const mailbox of await unplaced(tx)) await placeApplication(tx, mailbox, "applied", now);
}
