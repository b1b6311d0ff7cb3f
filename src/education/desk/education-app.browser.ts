import { batch, signal } from "@preact/signals";
import type { Staff } from "../../people/index.browser.ts";
import { MAX_DOCUMENT_BYTES } from "../../media/index.ts";
import { fail, type Result } from "../../platform/result.ts";
import { base64 } from "../../ui/base64.browser.ts";
import {
  type Booking,
  type BusySpan,
  type EducationBoard,
  educationPaths as paths,
  type FileAdded,
  type Lecture,
  type Move,
  type Results,
} from "../contract.ts";

const told = [
  ...["changed-meanwhile", "bad-input", "bad-time", "mail-off", "limit-reached", "gone"],
  ...["not-found", "already-taken", "not-open-yet"],
] as const;
type Told =
  | ("changed-meanwhile" | "bad-input" | "bad-time" | "mail-off" | "limit-reached" | "gone")
  | ("not-found" | "already-taken" | "not-open-yet");
export type Said =
  | "saved"
  | "moved"
  | "mailed"
  | "erased"
  | "removed"
  | "opened"
  | "closed"
  | "failed"
  | Told;

/** Lectures as this desk knows them. */
export class EducationApp {
  readonly staff: Staff;
  readonly board = signal<EducationBoard | null>(null);
  readonly isOffline = signal(false);
  readonly said = signal<Said | null>(null);
  constructor(staff: Staff) {
    this.staff = staff;
  }

  async look(): Promise<void> {
    if (this.staff.locked.value !== null) return;
    const board = await this.staff.api.post<EducationBoard>(paths.board, {});
    batch(() => {
      this.isOffline.value = !board.ok;
      if (board.ok) this.board.value = board.value;
    });
  }

  lectureOf = (id: string | null): Lecture | undefined =>
    this.board.value?.lectures.find((one) => one.id === id);
  nameOf = (id: string | null): string =>
    this.board.value?.members.find((one) => one.id === id)?.name ?? "";

  saveLecture = (lecture: Lecture): Promise<boolean> => this.#do(paths.lecture, lecture, "saved");
  dropLecture = (id: string): Promise<boolean> => this.#do(paths.dropLecture, { id }, "removed");
  move = (wished: Move): Promise<boolean> =>
    this.#do(paths.move, wished, wished.tell ? "mailed" : "moved");
  note = ({ id, version }: Booking, note: string): Promise<boolean> =>
    this.#do(paths.note, { id, version, note }, "saved");
  erase = (id: string): Promise<boolean> => this.#do(paths.erase, { id }, "erased");
  openEvaluation = (booking: string, questions: readonly string[]): Promise<boolean> =>
    this.#do(paths.open, { booking, questions }, "opened");
  closeEvaluation = (id: string): Promise<boolean> => this.#do(paths.close, { id }, "closed");
  keep = (keepMonths: number): Promise<boolean> =>
    this.#do(paths.settings, { keepMonths }, "saved");

  /** Kept at once; it is nobody's before the lecture that names it is saved. */
  async addFile(file: File): Promise<Result<FileAdded>> {
    if (file.size > MAX_DOCUMENT_BYTES) return fail("document-too-large");
    const text = await base64(file).catch(() => undefined);
    if (text === undefined || text === "") return fail("document-unreadable");
    return this.staff.api.post<FileAdded>(paths.addFile, { file: text });
  }

  /** `not-shown` of a colleague who is not among those who lecture: her calendar is nobody's here. */
  async busy(
    member: string,
    at: { readonly starts: string; readonly minutes: number; readonly except: string },
  ): Promise<readonly BusySpan[] | "not-shown"> {
    const found = await this.staff.api.post<readonly BusySpan[]>(paths.busy, { member, ...at });
    if (!found.ok && found.code === "not-found") return "not-shown";
    return found.ok ? found.value : [];
  }

  results = (id: string): Promise<Result<Results>> =>
    this.staff.api.post<Results>(paths.results, { id });

  async #do(path: string, body: object, well: Said): Promise<boolean> {
    const done = await this.staff.api.post(path, body);
    await this.look();
    this.said.value = done.ok ? well : (told.find((one) => one === done.code) ?? "failed");
    return done.ok;
  }
}

export interface EducationPart {
  readonly app: EducationApp;
  readonly language: "sv" | "en";
}
