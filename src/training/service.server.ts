import { randomUUID } from "node:crypto";
import { dayOf } from "../calendar/index.server.ts";
import type { Database, JourId, TenantTx } from "../platform/database/index.server.ts";
import { fail, ok, type Result } from "../platform/result.ts";
import type {
  Course,
  Mine,
  NoteKind,
  People,
  Progress,
  Rules,
  Standing,
  Trainee,
} from "./contract.ts";
import {
  defaultRules,
  faultsOfCourse,
  mayTakeShift,
  plusMonths,
  type ShiftAnswer,
  standingOf,
  stepsOf,
} from "./policy.ts";
import {
  allCourses,
  certificatesOf,
  dropCertificate,
  dropNote,
  isMember,
  keepCertificate,
  keepNote,
  keepStep,
  notesOf,
  progressOf,
  saveCourse,
  savedRules,
  saveRules,
} from "./store.server.ts";

export interface TrainingDeps {
  readonly database: Database;
  readonly now: () => number;
  members(jour: JourId): Promise<readonly { id: string; name: string }[]>;
}

export interface Asker {
  readonly jour: JourId;
  readonly member: string;
}

const MOST_COURSES = 30;

type Kept = Pick<Trainee, "notes" | "certificate" | "standing"> & {
  readonly progress: readonly Progress[];
};

/** All of one member, or of each. */
async function read(tx: TenantTx, today: string, member: string | null) {
  const courses = await allCourses(tx);
  const saved = await savedRules(tx);
  const { version, ...rules } = saved ?? { ...defaultRules, version: 0 };
  const published = courses.filter(({ isPublished }) => isPublished);
  const modules = published.flatMap(({ id, content }) =>
    content.modules.map((module) => ({ course: id, module: module.id })),
  );
  const [progress, notes, certificates] = [
    await progressOf(tx, member),
    await notesOf(tx, member),
    await certificatesOf(tx, member),
  ];
  const of = (id: string): Kept => {
    const own = <T extends { readonly member: string }>(rows: readonly T[]): Omit<T, "member">[] =>
      rows.filter((row) => row.member === id).map(({ member: _member, ...row }) => row);
    const certificate = own(certificates)[0] ?? null;
    const done = { modules, progress: own(progress), notes: own(notes), certificate };
    return { ...done, standing: standingOf(done, rules, today) };
  };
  return { courses, published, rules, version, of };
}

export class Training {
  readonly #deps: TrainingDeps;
  constructor(deps: TrainingDeps) {
    this.#deps = deps;
  }

  get #today(): string {
    return dayOf(this.#deps.now());
  }

  mine({ jour, member }: Asker): Promise<Mine> {
    return this.#deps.database.tenant(jour, async (tx) => {
      const { published, rules, of } = await read(tx, this.#today, member);
      const { progress, notes, certificate, standing } = of(member);
      return { courses: published, progress, notes, certificate, rules, standing };
    });
  }

  /** Where she is in a module, so that she goes on there from any device; `isDone` when she is through. */
  step(
    { jour, member }: Asker,
    at: { course: string; module: string; step: number; isDone: boolean },
  ): Promise<Result<Standing, "not-found">> {
    return this.#deps.database.tenant<Result<Standing, "not-found">>(jour, async (tx) => {
      const { published } = await read(tx, this.#today, member);
      const course = published.find(({ id }) => id === at.course);
      const module = course?.content.modules.find(({ id }) => id === at.module);
      if (!module || at.step >= stepsOf(module)) return fail("not-found");
      const doneOn = at.isDone ? this.#today : null;
      await keepStep(tx, member, { course: at.course, module: at.module, step: at.step, doneOn });
      return ok((await read(tx, this.#today, member)).of(member).standing);
    });
  }

  async people({ jour }: Asker): Promise<People> {
    const members = await this.#deps.members(jour);
    return this.#deps.database.tenant(jour, async (tx) => {
      const { courses, rules, version, of } = await read(tx, this.#today, null);
      const trainees = members.map(({ id, name }) => {
        const { notes, certificate, standing } = of(id);
        return { member: id, name, notes, certificate, standing };
      });
      return { trainees, courses, rules, rulesVersion: version };
    });
  }

  /** A draft may have faults; what is published has none. */
  keepCourse(
    { jour }: Asker,
    course: Course,
  ): Promise<Result<undefined, "bad-input" | "changed-meanwhile" | "limit-reached">> {
    const isFaulty =
      course.content.modules.length === 0 || faultsOfCourse(course.content).length > 0;
    if (course.isPublished && isFaulty) return Promise.resolve(fail("bad-input"));
    type Saved = Result<undefined, "changed-meanwhile" | "limit-reached">;
    return this.#deps.database.tenant<Saved>(jour, async (tx) => {
      if (course.version === 0 && (await allCourses(tx)).length >= MOST_COURSES)
        return fail("limit-reached");
      return (await saveCourse(tx, course)) ? ok() : fail("changed-meanwhile");
    });
  }

  /** A day that has been, at a meeting or a shadow shift. */
  note(
    { jour, member: by }: Asker,
    { member, kind, onDay }: { member: string; kind: NoteKind; onDay: string },
  ): Promise<Result<undefined, "not-found" | "bad-input">> {
    if (onDay > this.#today) return Promise.resolve(fail("bad-input"));
    return this.#deps.database.tenant<Result<undefined, "not-found">>(jour, async (tx) => {
      const kept = await keepNote(tx, { id: randomUUID(), member, kind, onDay, by });
      return kept ? ok() : fail("not-found");
    });
  }

  async unnote({ jour }: Asker, id: string): Promise<Result<undefined, never>> {
    await this.#deps.database.tenant(jour, (tx) => dropNote(tx, id));
    return ok();
  }

  /** When all is done; or, for whoever was trained before, upon the coordinator's own word. */
  certify(
    { jour, member: by }: Asker,
    { member, isEarlier }: { readonly member: string; readonly isEarlier: boolean },
  ): Promise<Result<undefined, "not-found" | "training-left">> {
    type Certified = Result<undefined, "not-found" | "training-left">;
    return this.#deps.database.tenant<Certified>(jour, async (tx) => {
      if (!(await isMember(tx, member))) return fail("not-found");
      const { of, rules } = await read(tx, this.#today, member);
      if (!isEarlier && !of(member).standing.isReady) return fail("training-left");
      const issuedOn = this.#today;
      const lapsesOn = plusMonths(issuedOn, rules.validMonths);
      const basis = isEarlier ? "earlier" : "course";
      await keepCertificate(tx, { member, issuedOn, lapsesOn, basis, by });
      return ok();
    });
  }

  async revoke({ jour }: Asker, member: string): Promise<Result<undefined, never>> {
    await this.#deps.database.tenant(jour, (tx) => dropCertificate(tx, member));
    return ok();
  }

  keepRules(
    { jour }: Asker,
    rules: Rules,
    version: number,
  ): Promise<Result<undefined, "changed-meanwhile">> {
    return this.#deps.database.tenant<Result<undefined, "changed-meanwhile">>(jour, async (tx) =>
      (await saveRules(tx, rules, version)) ? ok() : fail("changed-meanwhile"),
    );
  }

  /** For shifts: whether she may take one of that day. */
  mayTakeShift(
    { jour, member }: Asker,
    shift: { readonly day: string; readonly isShadow: boolean },
  ): Promise<ShiftAnswer> {
    return this.#deps.database.tenant(jour, async (tx) => {
      const { rules, of } = await read(tx, this.#today, member);
      return mayTakeShift(of(member), rules, shift);
    });
  }
}
