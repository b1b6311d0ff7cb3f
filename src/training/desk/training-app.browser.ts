import { batch, signal } from "@preact/signals";
import type { Staff } from "../../people/index.browser.ts";
import {
  type Course,
  type Mine,
  type Module,
  type NoteKind,
  type People,
  type Progress,
  type Rules,
  type Standing,
  trainingPaths as paths,
} from "../contract.ts";

export type LeadSaid =
  | "saved"
  | "noted"
  | "certified"
  | "removed"
  | "changed-meanwhile"
  | "bad-input"
  | "training-left"
  | "limit-reached"
  | "failed";
const told: readonly LeadSaid[] = [
  "changed-meanwhile",
  "bad-input",
  "training-left",
  "limit-reached",
];

/** Training as this desk knows it. */
export class TrainingApp {
  readonly staff: Staff;
  readonly mine = signal<Mine | null>(null);
  readonly people = signal<People | null>(null);
  readonly isOffline = signal(false);
  /** What is open: a module of a course. */
  readonly open = signal<{ readonly course: string; readonly module: string } | null>(null);
  /** The step before could not be kept. */
  readonly isUnkept = signal(false);
  readonly said = signal<LeadSaid | null>(null);
  constructor(staff: Staff) {
    this.staff = staff;
  }

  async look(): Promise<void> {
    if (this.staff.locked.value !== null) return;
    const mine = await this.staff.api.post<Mine>(paths.mine, {});
    batch(() => {
      this.isOffline.value = !mine.ok;
      if (mine.ok) this.mine.value = mine.value;
    });
  }

  async lookAtPeople(): Promise<void> {
    if (this.staff.locked.value !== null || !this.staff.may("training.lead")) return;
    const people = await this.staff.api.post<People>(paths.people, {});
    if (people.ok) this.people.value = people.value;
  }

  progressOf(course: string, module: string): Progress | undefined {
    return this.mine.value?.progress.find((one) => one.course === course && one.module === module);
  }

  get opened(): { readonly course: Course; readonly module: Module } | undefined {
    const { value } = this.open;
    const course = this.mine.value?.courses.find(({ id }) => id === value?.course);
    const module = course?.content.modules.find(({ id }) => id === value?.module);
    return course && module ? { course, module } : undefined;
  }

  /** She goes on there from any device. */
  async step(course: string, module: string, step: number, isDone: boolean): Promise<boolean> {
    const kept = await this.staff.api.post<Standing>(paths.step, { course, module, step, isDone });
    this.isUnkept.value = !kept.ok;
    if (kept.ok) await this.look();
    return kept.ok;
  }

  saveCourse = (course: Course): Promise<boolean> => this.#lead(paths.course, course, "saved");
  note = (member: string, kind: NoteKind, onDay: string): Promise<boolean> =>
    this.#lead(paths.note, { member, kind, onDay }, "noted");
  unnote = (id: string): Promise<boolean> => this.#lead(paths.unnote, { id }, "removed");
  certify = (member: string, isEarlier: boolean): Promise<boolean> =>
    this.#lead(paths.certify, { member, isEarlier }, "certified");
  revoke = (member: string): Promise<boolean> => this.#lead(paths.revoke, { member }, "removed");
  saveRules = (rules: Rules, version: number): Promise<boolean> =>
    this.#lead(paths.rules, { rules, version }, "saved");

  async #lead(path: string, body: object, well: LeadSaid): Promise<boolean> {
    const done = await this.staff.api.post(path, body);
    this.said.value = done.ok ? well : (told.find((one) => one === done.code) ?? "failed");
    await Promise.all([this.lookAtPeople(), this.look()]);
    return done.ok;
  }
}
