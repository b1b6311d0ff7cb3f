import type { LetterDeps } from "../letters/index.server.ts";
import type { JourId } from "../platform/database/index.server.ts";
import { houseRoot, houseSeal } from "../platform/house-seal.server.ts";
import type { Door } from "../platform/http/index.server.ts";
import { deletePast, timesOfMember } from "./booking-store.server.ts";
import { deleteOldEndings, putEndings, takeUntold } from "./supporters/endings-store.server.ts";
import { supporterDoors } from "./supporters/routes.server.ts";
import type { SupporterDeps } from "./supporters/shared.server.ts";
import { reminderDoors } from "./reminders/routes.server.ts";
import { type ReminderDeps, Reminders } from "./reminders/service.server.ts";
import { boardDoors, bookingDoors } from "./routes.server.ts";

export { starterForm } from "./starter.ts";

const DAY = 86_400_000;
const PAST_MS = 14 * DAY;

/** To letters: a correspondence goes; whoever was to come along with her finds it on her own page. */
export const supportersWhen =
  (now: () => number): NonNullable<LetterDeps["gone"]> =>
  (tx, mailbox, why) =>
    putEndings(tx, mailbox, why, now());

/** A neutral mail to whoever had said yes and need not come; each of them once. */
async function tellEndings(
  { database, now }: Pick<SupporterDeps, "database" | "now">,
  reminders: Reminders,
  jour: JourId,
): Promise<void> {
  const from = await reminders.from(jour);
  await database.tenant(jour, async (tx) => {
    await deleteOldEndings(tx, now());
    for (const member of await takeUntold(tx)) await reminders.tell(tx, from, jour, member);
  });
}

interface CounsellingEvent {
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly startsAt: number;
  readonly endsAt: number;
  readonly isTaken: boolean;
}

export interface Counselling {
  readonly doors: Door[];
  /** Deletes times that are long over, and reminds counsellors of talks that are near. Ask every few minutes. */
  sweep(jour: JourId): Promise<void>;
  /** A counsellor's own times, for her calendar: when, and whether somebody comes. Not who. */
  eventsOf(jour: JourId, member: string): Promise<CounsellingEvent[]>;
}

export function openCounselling(
  deps: Omit<SupporterDeps, "mailFrom" | "tell">,
  { secret, mail }: { readonly secret: string | undefined } & Pick<ReminderDeps, "mail">,
): Counselling {
  const { database, now } = deps;
  const seal = houseSeal(houseRoot(secret), "reminder address");
  const reminders = new Reminders({ database, now, mail, seal });
  const past = (): Date => new Date(now() - PAST_MS);
  return {
    doors: [
      ...boardDoors(deps),
      ...bookingDoors(deps),
      ...supporterDoors({
        ...deps,
        mailFrom: reminders.from,
        tell: (tx, from, jour, member) => reminders.tell(tx, from, jour, member),
      }),
      ...reminderDoors(reminders),
    ],
    async sweep(jour) {
      await database.tenant(jour, (tx) => deletePast(tx, past()));
      await reminders.tend(jour);
      await tellEndings(deps, reminders, jour);
    },
    async eventsOf(jour, member) {
      const times = await database.tenant(jour, (tx) => timesOfMember(tx, member, past()));
      return times.map(({ id, starts_at, ends_at, mailbox_id }) => ({
        ...{ id, startsAt: starts_at.getTime(), endsAt: ends_at.getTime() },
        isTaken: mailbox_id !== null,
      }));
    },
  };
}
