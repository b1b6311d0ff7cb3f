import { signal } from "@preact/signals";
import type { Staff } from "../../people/index.browser.ts";
import {
  type Board,
  counsellingPaths as paths,
  type Reason,
  type Stage,
  type Standing,
} from "../contract.ts";

export type MoveSaid = "moved" | "movedByOther" | { readonly code: string } | null;

/** Where the requests stand, as this desk knows it. */
export class BoardApp {
  readonly staff: Staff;
  readonly standings = signal<ReadonlyMap<string, Standing>>(new Map());
  readonly said = signal<MoveSaid>(null);
  constructor(staff: Staff) {
    this.staff = staff;
  }

  of(mailbox: string): Standing {
    const known = this.standings.value.get(mailbox);
    return known ?? { mailbox, stage: "new", reason: null, version: 0 };
  }

  async look(): Promise<void> {
    if (this.staff.locked.value !== null) return;
    const board = await this.staff.api.post<Board>(paths.board, {});
    if (!board.ok) return;
    this.standings.value = new Map(board.value.standings.map((one) => [one.mailbox, one]));
  }

  async move(mailbox: string, stage: Stage, reason: Reason | null): Promise<void> {
    const { version } = this.of(mailbox);
    const moved = await this.staff.api.post(paths.move, { mailbox, stage, reason, version });
    await this.look();
    const isOthers = !moved.ok && moved.code === "changed-meanwhile";
    this.said.value = moved.ok ? "moved" : isOthers ? "movedByOther" : { code: moved.code };
  }
}
