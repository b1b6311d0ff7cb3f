import { writeAppointment } from "../calendar/index.ts";
import type { JourId, TenantTx } from "../platform/database/index.server.ts";
import { uuidBytes } from "../platform/ids.ts";
import type { Lecture } from "./contract.ts";
import type { EducationDeps } from "./deps.server.ts";
import { addressFor } from "./files.ts";
import { carriesTime, type MailKind, writeMail } from "./mails.ts";
import { pathOf } from "./links.server.ts";
import { openPart, type SealedPart } from "./sealed.server.ts";
import { allLectures, type BookingRow, takeDue } from "./store.server.ts";
import { mailMessages } from "./messages.mail.ts";

/** Two days ahead: a school has a day to find that the hall is taken. */
const AHEAD_MS = 48 * 3_600_000;

interface Telling {
  readonly kind: MailKind;
  /** From which address. */
  readonly from: string;
  /** What the jour is called. */
  readonly jour: string;
  /** Where its site is. */
  readonly site: string;
  readonly holder: string;
  readonly row: BookingRow;
  readonly part: SealedPart;
}

/** Handed over to be sent within the caller's transaction. */
export async function tell(
  { mail, now, mark }: EducationDeps,
  tx: TenantTx,
  { kind, from, site, jour, holder, row, part }: Telling,
): Promise<void> {
  const { request, place } = part;
  const { language } = request;
  const lecture = (await allLectures(tx)).find(({ id }) => id === row.lecture);
  const title = titleOf(lecture, language);
  const [startsAt, endsAt] = [row.startsAt?.getTime() ?? null, row.endsAt?.getTime() ?? null];
  const page = `${site}${pathOf(mark, tx.jour, row.id)}`;
  const own = `${page}${language === "sv" ? "" : `?lang=${language}`}`;
  const about = { request, jour, holder, lecture: title, startsAt, endsAt, place, own };
  // Paths of our own site mean nothing in a mail.
  const materials = lecture?.content.materials
    .map((one) => ({ ...one, address: addressFor(one.address, page) }))
    .filter(({ address }) => /^https?:/.test(address));
  const calendar =
    startsAt === null || endsAt === null || !carriesTime(kind)
      ? undefined
      : writeAppointment(
          {
            ...{ id: row.id, sequence: row.version, startsAt, endsAt, place },
            ...{ title: `${title} (${jour})`, isCancelled: kind === "cancellation" },
          },
          now(),
        );
  await mail.queue(tx, from, {
    ...{ to: request.mail, ...writeMail(kind, { ...about, materials: materials ?? [] }) },
    ...{ automatic: kind === "reminder", purpose: "lecture", about: uuidBytes(row.id), calendar },
  });
}

/** In the other language where the jour has not translated it. */
export function titleOf(lecture: Lecture | undefined, language: "sv" | "en"): string {
  const title = lecture?.content.title;
  return (title && (title[language] || title.sv)) || mailMessages[language].aLecture;
}

/** Reminds of what is near: marked and handed over in one step. Ask every few minutes. */
export async function remind(deps: EducationDeps, jour: JourId): Promise<void> {
  const { database, now, mail, seal } = deps;
  const from = await mail.from(jour);
  if (from === undefined) return;
  const [members, name] = [await deps.members(jour), await deps.nameOf(jour)];
  const site = await deps.siteOf(jour);
  await database.tenant(jour, async (tx) => {
    for (const row of await takeDue(tx, new Date(now()), new Date(now() + AHEAD_MS))) {
      // Sealed under a secret that the house has lost: nothing to send to, and the desk says so.
      const part = openPart(seal, jour, row);
      if (!part) continue;
      const holder = members.find(({ id }) => id === row.member)?.name ?? "";
      await tell(deps, tx, { kind: "reminder", from, site, jour: name, holder, row, part });
    }
  });
}
