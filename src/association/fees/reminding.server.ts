import { randomUUID } from "node:crypto";
import { dayOf, plusMonths } from "../../calendar/index.server.ts";
import type { Said } from "../../forms/index.ts";
import type { JourId, TenantTx } from "../../platform/database/index.server.ts";
import { fail, ok, type Result } from "../../platform/result.ts";
import type { Asker, AssociationDeps } from "../deps.server.ts";
import { aboutHer, inPortions, progressOf } from "../handing.server.ts";
import { reminderMail } from "../mails.ts";
import { hasPaid } from "../policy.ts";
import { memberView, pageOf } from "../present.server.ts";
import { closePart, openPart, type SealedMember } from "../sealed.server.ts";
import { allMembers, oneAfterTheOther, seeMember } from "../store.server.ts";
import type { Remind, Reminded, RemindedNow, Reminders, Round } from "./contract.ts";
import { toRemind } from "./policy.ts";
import {
  allReminders,
  allRounds,
  deleteRounds,
  insertReminder,
  insertRound,
  type ReminderRow,
  roundOf,
  type RoundRow,
  takeReminders,
} from "./store.server.ts";

const KEEP_MONTHS = 12;

interface SealedRound {
  readonly text: Said;
}

const remindedIn = (
  rounds: readonly RoundRow[],
  all: readonly ReminderRow[],
): readonly Reminded[] => {
  const days = new Map(rounds.map(({ id, notedOn }) => [id, notedOn]));
  return all.map(({ member, round }) => ({ member, on: days.get(round) ?? "" }));
};

export async function reminders(deps: AssociationDeps, { jour }: Asker): Promise<Reminders> {
  const name = await deps.nameOf(jour);
  return deps.database.tenant(jour, async (tx) => {
    const [rows, all] = [await allRounds(tx), await allReminders(tx)];
    const progress = progressOf(await deps.mail.standings(tx));
    const rounds = rows.map((row): Round => {
      const here = all.filter(({ round }) => round === row.id);
      return {
        ...{ id: row.id, year: row.year, on: row.notedOn },
        text: openPart<SealedRound>(deps.seal, jour, row)?.text ?? null,
        mails: progress(here.filter(({ byLetter }) => !byLetter)),
        letters: here.filter(({ byLetter }) => byLetter).map(({ member }) => member),
      };
    });
    return { jour: name, rounds, reminded: remindedIn(rows, all) };
  });
}

/** All who are to be reminded are noted in one step; then the mails go, each once. */
export async function remind(
  deps: AssociationDeps,
  { jour }: Asker,
  { id, year, text }: Remind,
): Promise<Result<RemindedNow, "mail-off" | "changed-meanwhile" | "closed">> {
  const { database, seal, now, mail } = deps;
  const canSend = (await mail.from(jour)) !== undefined;
  const today = dayOf(now());
  const noted = await database.tenant<Awaited<ReturnType<typeof remind>>>(jour, async (tx) => {
    // Of two who remind at once the second finds everybody reminded.
    await oneAfterTheOther(tx);
    const reminded = remindedIn(await allRounds(tx), await allReminders(tx));
    const members = (await allMembers(tx)).map((row) => memberView(seal, jour, row));
    const { byMail, byLetter } = toRemind(members, year, { reminded, today });
    if (byMail.length > 0 && !canSend) return fail("mail-off");
    if (await roundOf(tx, id)) return fail("changed-meanwhile");
    if (byMail.length + byLetter.length === 0) return fail("closed");
    const sealed = closePart(seal, jour, id, { text } satisfies SealedRound);
    await insertRound(tx, { id, year, sealed, notedOn: today });
    for (const member of [...byMail, ...byLetter]) {
      const isLetter = member.person?.mail === "";
      await insertReminder(tx, {
        ...{ id: randomUUID(), round: id, member: member.id },
        ...{ byLetter: isLetter, isHanded: isLetter },
      });
    }
    return ok({ mails: byMail.length, letters: byLetter.length });
  });
  if (noted.ok) await handOverReminders(deps, jour);
  return noted;
}

export const handOverReminders = (deps: AssociationDeps, jour: JourId): Promise<void> =>
  inPortions(deps, jour, takeReminders, async (tx, one, about) => {
    const [row, round] = [await seeMember(tx, one.member), await roundOf(tx, one.round)];
    const herself = row && openPart<SealedMember>(deps.seal, jour, row);
    const written = round && openPart<SealedRound>(deps.seal, jour, round);
    // Whoever has paid since it was noted is not reminded.
    if (!herself || !round || !written || hasPaid(herself.fees, round.year)) return;
    const { person, key } = herself;
    if (person.mail === "") return;
    const link = `${about.origin}${pageOf(key, person.language)}`;
    const { year } = round;
    await deps.mail.queue(tx, about.from, {
      to: person.mail,
      ...reminderMail({ person, jour: about.jour, link, year, text: written.text }),
      ...{ automatic: false, purpose: "association", about: aboutHer(one) },
    });
  });

export const forgetReminders = ({ now }: Pick<AssociationDeps, "now">, tx: TenantTx) =>
  deleteRounds(tx, plusMonths(dayOf(now()), -KEEP_MONTHS));
