import type { TenantTx } from "../platform/database/index.server.ts";
import type { Certificate, Course, Note, NoteKind, Progress, Rules } from "./contract.ts";

interface CourseRow extends Omit<Course, "content"> {
  readonly content: string;
}

export async function allCourses(tx: TenantTx): Promise<Course[]> {
  const rows = await tx.rows<CourseRow>(
    `select id, content, is_published as "isPublished", version
       from training_courses order by position, id`,
  );
  return rows.map(({ content, ...row }) => ({
    ...row,
    content: JSON.parse(content) as Course["content"],
  }));
}

/** False when somebody has changed it since `version`, or when it is there already. */
export async function saveCourse(tx: TenantTx, course: Course): Promise<boolean> {
  const values = [course.id, tx.jour, JSON.stringify(course.content), course.isPublished];
  const done =
    course.version === 0
      ? await tx.rows(
          `insert into training_courses (id, jour_id, content, is_published, position)
           select $1, $2, $3, $4, coalesce(max(position), 0) + 1 from training_courses
           on conflict do nothing returning 1`,
          values,
        )
      : await tx.rows(
          `update training_courses set content = $3, is_published = $4, version = version + 1
            where id = $1 and jour_id = $2 and version = $5 returning 1`,
          [...values, course.version],
        );
  return done.length > 0;
}

type Of<T> = T & { readonly member: string };

/** Of one member, or of all. */
export function progressOf(tx: TenantTx, member: string | null): Promise<Of<Progress>[]> {
  return tx.rows(
    `select member_id as member, course_id as course, module, step, done_on::text as "doneOn"
       from training_progress where $1::uuid is null or member_id = $1`,
    [member],
  );
}

/** Once she is done she stays so, however often she reads it again. */
export async function keepStep(
  tx: TenantTx,
  member: string,
  { course, module, step, doneOn }: Progress,
): Promise<void> {
  await tx.rows(
    `insert into training_progress as p (jour_id, member_id, course_id, module, step, done_on)
     values ($1, $2, $3, $4, $5, $6)
     on conflict (member_id, course_id, module) do update
       set step = excluded.step, done_on = coalesce(p.done_on, excluded.done_on)`,
    [tx.jour, member, course, module, step, doneOn],
  );
}

export function notesOf(tx: TenantTx, member: string | null): Promise<Of<Note>[]> {
  return tx.rows(
    `select id, member_id as member, kind, on_day::text as "onDay"
       from training_notes where $1::uuid is null or member_id = $1 order by on_day, kind`,
    [member],
  );
}

/** The same twice is once. False where she is no member of this jour. */
export async function keepNote(
  tx: TenantTx,
  note: { id: string; member: string; kind: NoteKind; onDay: string; by: string },
): Promise<boolean> {
  if (!(await isMember(tx, note.member))) return false;
  await tx.rows(
    `insert into training_notes (id, jour_id, member_id, kind, on_day, noted_by)
     values ($1, $2, $3, $4, $5, $6) on conflict (member_id, kind, on_day) do nothing`,
    [note.id, tx.jour, note.member, note.kind, note.onDay, note.by],
  );
  return true;
}

export async function isMember(tx: TenantTx, member: string): Promise<boolean> {
  return (await tx.rows("select 1 from members where id = $1", [member])).length > 0;
}

export async function dropNote(tx: TenantTx, id: string): Promise<void> {
  await tx.rows("delete from training_notes where id = $1", [id]);
}

export function certificatesOf(tx: TenantTx, member: string | null): Promise<Of<Certificate>[]> {
  return tx.rows(
    `select member_id as member, issued_on::text as "issuedOn", lapses_on::text as "lapsesOn", basis
       from training_certificates where $1::uuid is null or member_id = $1`,
    [member],
  );
}

export async function keepCertificate(
  tx: TenantTx,
  { member, issuedOn, lapsesOn, basis, by }: Of<Certificate> & { readonly by: string },
): Promise<void> {
  await tx.rows(
    `insert into training_certificates (member_id, jour_id, issued_on, lapses_on, basis, issued_by)
     values ($1, $2, $3, $4, $5, $6)
     on conflict (member_id) do update set issued_on = excluded.issued_on,
       lapses_on = excluded.lapses_on, basis = excluded.basis, issued_by = excluded.issued_by`,
    [member, tx.jour, issuedOn, lapsesOn, basis, by],
  );
}

export async function dropCertificate(tx: TenantTx, member: string): Promise<void> {
  await tx.rows("delete from training_certificates where member_id = $1", [member]);
}

export function savedRules(
  tx: TenantTx,
): Promise<(Rules & { readonly version: number }) | undefined> {
  return tx.row(
    `select is_required as "isRequired", meetings, shadows, shadow_months as "shadowMonths",
            valid_months as "validMonths", version from training_rules`,
  );
}

/** False when somebody has changed them since `version`. */
export async function saveRules(tx: TenantTx, rules: Rules, version: number): Promise<boolean> {
  const values = [
    ...[tx.jour, rules.isRequired, rules.meetings, rules.shadows],
    ...[rules.shadowMonths, rules.validMonths],
  ];
  const done =
    version === 0
      ? await tx.rows(
          `insert into training_rules (jour_id, is_required, meetings, shadows, shadow_months, valid_months)
           values ($1, $2, $3, $4, $5, $6) on conflict do nothing returning 1`,
          values,
        )
      : await tx.rows(
          `update training_rules set is_required = $2, meetings = $3, shadows = $4,
                  shadow_months = $5, valid_months = $6, version = version + 1
            where jour_id = $1 and version = $7 returning 1`,
          [...values, version],
        );
  return done.length > 0;
}
