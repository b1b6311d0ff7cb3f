import { batch, signal } from "@preact/signals";
import type { Staff } from "../../people/index.browser.ts";
import type { Language } from "../../ui/languages.ts";
import {
  type AssociationBoard,
  associationPaths as paths,
  type AssociationSettings,
  type Member,
  type Person,
} from "../contract.ts";
import {
  type Meeting,
  meetingPaths,
  type MinutesVersion,
  type WrittenMeeting,
} from "../meeting-contract.ts";
import type { saidMessages } from "../messages.said.ts";

type SaidKey = keyof (typeof saidMessages)["sv"];
export type Said = SaidKey extends `said-${infer Name}` ? Name : never;

const told: readonly Said[] = [
  ...(["changed-meanwhile", "bad-input", "gone", "limit-reached", "not-found"] as const),
  ...(["mail-off", "closed"] as const),
];

/** The association as this desk knows it. */
export class AssociationApp {
  readonly staff: Staff;
  readonly board = signal<AssociationBoard | null>(null);
  readonly meetings = signal<readonly Meeting[] | null>(null);
  readonly isOffline = signal(false);
  readonly said = signal<Said | null>(null);
  constructor(staff: Staff) {
    this.staff = staff;
  }

  async look(): Promise<void> {
    if (this.staff.locked.value !== null) return;
    const board = await this.staff.api.post<AssociationBoard>(paths.board, {});
    batch(() => {
      this.isOffline.value = !board.ok;
      if (board.ok) this.board.value = board.value;
    });
  }

  async lookAtMeetings(): Promise<void> {
    if (this.staff.locked.value !== null) return;
    const found = await this.staff.api.post<readonly Meeting[]>(meetingPaths.list, {});
    if (found.ok) this.meetings.value = found.value;
  }

  /** By name. */
  members = (): readonly Member[] =>
    (this.board.value?.members ?? []).filter(({ stage }) => stage === "member");
  nameOf = (id: string): string =>
    this.board.value?.members.find((one) => one.id === id)?.person?.name ?? "";

  saveMeeting = (meeting: WrittenMeeting): Promise<boolean> =>
    this.act(meetingPaths.save, meeting, "saved");
  dropMeeting = (id: string): Promise<boolean> => this.act(meetingPaths.drop, { id }, "dropped");
  call = ({ id, version }: Meeting): Promise<boolean> =>
    this.act(meetingPaths.call, { id, version }, "called");
  step = ({ id, version }: Meeting, to: "open" | "held"): Promise<boolean> =>
    this.act(meetingPaths.stage, { id, version, to }, "saved");
  tick = (ticked: {
    readonly meeting: string;
    readonly member: string;
    readonly isPresent: boolean;
    readonly hasVote: boolean | null;
  }): Promise<boolean> => this.act(meetingPaths.presence, ticked, null);
  writeMinutes = (written: {
    readonly meeting: string;
    readonly upon: number;
    readonly text: string;
  }): Promise<boolean> => this.act(meetingPaths.minutes, written, "saved");
  adjust = ({ id, version }: Meeting, upon: number, by: readonly string[]): Promise<boolean> =>
    this.act(meetingPaths.adjust, { id, version, upon, by }, "locked");
  askAdjusters = (
    { id, version }: Meeting,
    upon: number,
    members: readonly string[],
  ): Promise<boolean> =>
    this.act(
      meetingPaths.adjusters,
      { id, version, upon, members },
      members.length === 0 ? "saved" : this.board.value?.canSend ? "asked" : "asked-otherwise",
    );
  async minutesOf(id: string): Promise<readonly MinutesVersion[] | null> {
    const found = await this.staff.api.post<readonly MinutesVersion[]>(meetingPaths.minutesOf, {
      id,
    });
    return found.ok ? found.value : null;
  }

  admit = ({ id, version, person }: Member): Promise<boolean> =>
    this.act(
      paths.admit,
      { id, version },
      this.board.value?.canSend && person?.mail ? "welcomed" : "admitted",
    );
  keepPerson = (kept: {
    readonly id: string;
    readonly version: number;
    readonly person: Person;
    readonly since: string;
  }): Promise<boolean> => this.act(paths.person, kept, "saved");
  fee = ({ id, version }: Member, year: number, kronor: number | null): Promise<boolean> =>
    this.act(paths.fee, { id, version, year, kronor }, "saved");
  remove = (id: string): Promise<boolean> => this.act(paths.remove, { id }, "removed");
  keepSettings = (settings: AssociationSettings): Promise<boolean> =>
    this.act(paths.settings, settings, "saved");

  async act(path: string, body: object, well: Said | null): Promise<boolean> {
    const done = await this.staff.api.post(path, body);
    await this.look();
    if (this.meetings.value !== null) await this.lookAtMeetings();
    this.said.value = done.ok ? well : (told.find((one) => one === done.code) ?? "failed");
    return done.ok;
  }
}

export interface AssociationPart {
  readonly app: AssociationApp;
  readonly language: Language;
}
