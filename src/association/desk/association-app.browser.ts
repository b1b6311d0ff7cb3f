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
import type { saidMessages } from "../messages.said.ts";

type SaidKey = keyof (typeof saidMessages)["sv"];
export type Said = SaidKey extends `said-${infer Name}` ? Name : never;

const told: readonly Said[] = [
  "changed-meanwhile",
  "bad-input",
  "gone",
  "limit-reached",
  "not-found",
];

/** The association as this desk knows it. */
export class AssociationApp {
  readonly staff: Staff;
  readonly board = signal<AssociationBoard | null>(null);
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

  async act(path: string, body: object, well: Said): Promise<boolean> {
    const done = await this.staff.api.post(path, body);
    await this.look();
    this.said.value = done.ok ? well : (told.find((one) => one === done.code) ?? "failed");
    return done.ok;
  }
}

export interface AssociationPart {
  readonly app: AssociationApp;
  readonly language: Language;
}
