import { batch, signal } from "@preact/signals";
import type { Staff } from "../../people/index.browser.ts";
import {
  type Board,
  type MeetingKind,
  recruitmentPaths as paths,
  type RecruitmentSettings,
  type Round,
  type Stage,
  type Standing,
  type TeamMeeting,
} from "../contract.ts";
import { defaultSettings } from "../defaults.ts";

export type MoveSaid = "moved" | "movedByOther" | "drafted" | { readonly code: string } | null;
export type SaveSaid =
  | "saved"
  | "published"
  | "withdrawn"
  | "changed-meanwhile"
  | "bad-input"
  | "limit-reached"
  | "time-taken"
  | "failed";
const told: readonly SaveSaid[] = ["changed-meanwhile", "bad-input", "limit-reached", "time-taken"];

export interface WishedMeeting {
  readonly kind: MeetingKind;
  readonly first: string;
  readonly minutes: number;
  readonly place: string;
  readonly seats: number;
}

const nothing: Board = {
  ...{ rounds: [], standings: [], meetings: [] },
  ...{ settings: defaultSettings, settingsVersion: 0 },
};

/** Recruitment as this desk knows it. */
export class RecruitApp {
  readonly staff: Staff;
  readonly board = signal<Board>(nothing);
  readonly isKnown = signal(false);
  readonly moveSaid = signal<MoveSaid>(null);
  readonly said = signal<SaveSaid | null>(null);
  constructor(staff: Staff) {
    this.staff = staff;
  }

  of(mailbox: string): Standing | undefined {
    return this.board.value.standings.find((one) => one.mailbox === mailbox);
  }

  /** What she is expected at. */
  seatsOf = (mailbox: string): readonly TeamMeeting[] =>
    this.board.value.meetings.filter(({ taken }) => taken.includes(mailbox));

  async look(): Promise<void> {
    if (this.staff.locked.value !== null) return;
    const board = await this.staff.api.post<Board>(paths.board, {});
    if (!board.ok) return;
    batch(() => {
      this.board.value = board.value;
      this.isKnown.value = true;
    });
  }

  async move(mailbox: string, stage: Stage): Promise<void> {
    const version = this.of(mailbox)?.version ?? 0;
    const moved = await this.staff.api.post(paths.move, { mailbox, stage, version });
    await this.look();
    const isOthers = !moved.ok && moved.code === "changed-meanwhile";
    this.moveSaid.value = moved.ok ? "moved" : isOthers ? "movedByOther" : { code: moved.code };
  }

  saveRound = (round: Round): Promise<boolean> => this.#do(paths.round, round, "saved");
  saveSettings = (settings: RecruitmentSettings, version: number): Promise<boolean> =>
    this.#do(paths.settings, { settings, version }, "saved");
  publish = (meeting: WishedMeeting): Promise<boolean> =>
    this.#do(paths.publish, meeting, "published");
  withdraw = (meeting: string): Promise<boolean> =>
    this.#do(paths.withdraw, { meeting }, "withdrawn");

  async #do(path: string, body: object, well: SaveSaid): Promise<boolean> {
    const done = await this.staff.api.post(path, body);
    this.said.value = done.ok ? well : (told.find((one) => one === done.code) ?? "failed");
    await this.look();
    return done.ok;
  }
}
