import type { TenantTx } from "../platform/database/index.server.ts";
import type { RecruitmentSettings, Round, Stage } from "./contract.ts";

interface RoundRow extends Omit<Round, "words"> {
  readonly words: string;
}
const read = ({ words, ...row }: RoundRow): Round => ({
  ...row,
  words: JSON.parse(words) as Round["words"],
});

export async function allRounds(tx: TenantTx): Promise<Round[]> {
  const rows = await tx.rows<RoundRow>(
    `select id, words, opens_on::text as "opensOn", ends_on::text as "endsOn",
            keep_months as "keepMonths", version
       from recruitment_rounds order by opens_on desc, id`,
  );
  return rows.map(read);
}

/** False when somebody has changed it since `version`, or when it is there already. */
export async function saveRound(tx: TenantTx, round: Round): Promise<boolean> {
  const { id, words, opensOn, endsOn, keepMonths, version } = round;
  const values = [id, tx.jour, JSON.stringify(words), opensOn, endsOn, keepMonths];
  const done =
    version === 0
      ? await tx.rows(
          `insert into recruitment_rounds (id, jour_id, words, opens_on, ends_on, keep_months)
           values ($1, $2, $3, $4, $5, $6) on conflict do nothing returning 1`,
          values,
        )
      : await tx.rows(
          `update recruitment_rounds set words = $3, opens_on = $4, ends_on = $5, keep_months = $6,
                  version = version + 1
            where id = $1 and jour_id = $2 and version = $7 returning 1`,
          [...values, version],
        );
  return done.length > 0;
}

/** Never later than she was told. */
export async function deleteSooner(tx: TenantTx, round: string, day: string): Promise<void> {
  await tx.rows(
    "update recruitment_applications set delete_on = least(delete_on, $2) where round_id = $1",
    [round, day],
  );
}

export function savedSettings(
  tx: TenantTx,
): Promise<{ content: string; version: number } | undefined> {
  return tx.row("select content, version from recruitment_settings");
}

/** False when somebody has changed them since `version`. */
export async function saveSettings(
  tx: TenantTx,
  settings: RecruitmentSettings,
  version: number,
): Promise<boolean> {
  const values = [tx.jour, JSON.stringify(settings)];
  const done =
    version === 0
      ? await tx.rows(
          `insert into recruitment_settings (jour_id, content) values ($1, $2)
           on conflict do nothing returning 1`,
          values,
        )
      : await tx.rows(
          `update recruitment_settings set content = $2, version = version + 1
            where jour_id = $1 and version = $3 returning 1`,
          [...values, version],
        );
  return done.length > 0;
}

export interface ApplicationRow {
  readonly mailbox_id: Buffer;
  readonly round_id: string | null;
  readonly stage: Stage;
  readonly delete_on: string;
  readonly version: number;
}
const application = "mailbox_id, round_id, stage, delete_on::text, version";

export function applications(tx: TenantTx): Promise<ApplicationRow[]> {
  return tx.rows(`select ${application} from recruitment_applications`);
}

export const hasApplications = async (tx: TenantTx): Promise<boolean> =>
  (await tx.row("select 1 from recruitment_applications limit 1")) !== undefined;

export function applicationOf(
  tx: TenantTx,
  mailbox: Uint8Array,
): Promise<ApplicationRow | undefined> {
  return tx.row(`select ${application} from recruitment_applications where mailbox_id = $1`, [
    mailbox,
  ]);
}

/** Correspondences that have no row yet. */
export async function unplaced(tx: TenantTx): Promise<Buffer[]> {
  const rows = await tx.rows<{ id: Buffer }>(
    `select id from mailboxes m where team = 'recruiters'
       and not exists (select 1 from recruitment_applications a where a.mailbox_id = m.id)`,
  );
  return rows.map(({ id }) => id);
}

/** Does nothing to one that is there: the first word counts. */
export async function place(
  tx: TenantTx,
  mailbox: Uint8Array,
  as: { readonly stage: Stage; readonly round: string | null; readonly deleteOn: string },
): Promise<void> {
  await tx.rows(
    `insert into recruitment_applications (mailbox_id, jour_id, round_id, stage, delete_on)
     values ($1, $2, $3, $4, $5) on conflict do nothing`,
    [mailbox, tx.jour, as.round, as.stage, as.deleteOn],
  );
}

/** False when somebody has moved it since `version`. */
export async function moveApplication(
  tx: TenantTx,
  mailbox: Uint8Array,
  stage: Stage,
  version: number,
): Promise<boolean> {
  const done = await tx.rows(
    `update recruitment_applications set stage = $2, version = version + 1
      where mailbox_id = $1 and version = $3 returning 1`,
    [mailbox, stage, version],
  );
  return done.length > 0;
}

/** Whose day has passed. */
export async function overdue(tx: TenantTx, today: string): Promise<Buffer[]> {
  const rows = await tx.rows<{ mailbox_id: Buffer }>(
    "select mailbox_id from recruitment_applications where delete_on < $1",
    [today],
  );
  return rows.map(({ mailbox_id }) => mailbox_id);
}

/** Rounds that are over and done with, and to which no application is left. */
export async function deleteOldRounds(tx: TenantTx, today: string): Promise<void> {
  await tx.rows(
    `delete from recruitment_rounds r
      where r.ends_on + make_interval(months => r.keep_months) < $1::date
        and not exists (select 1 from recruitment_applications a where a.round_id = r.id)`,
    [today],
  );
}
