import { signal } from "@preact/signals";
import type { CalendarApp } from "../desk/calendar-app.browser.ts";
import {
  type ImportView,
  rosterPaths as paths,
  type RosterRow,
  type RosterView,
  type RowView,
  type UndoneView,
} from "./contract.ts";
import { type FileCode, readRoster } from "./read.ts";

export type RosterFault = FileCode | "changed-meanwhile" | "times-overlap" | "failed" | "gone";
type Told =
  | { readonly is: "put"; readonly shifts: number; readonly places: number }
  | ({ readonly is: "undone" } & UndoneView);

interface Seen {
  readonly rows: readonly RosterRow[];
  readonly views: readonly RowView[];
}

/** A file as it was read in her browser, and what the server says of each row. */
export class RosterApp {
  readonly calendar: CalendarApp;
  readonly seen = signal<Seen | null>(null);
  readonly fault = signal<RosterFault | null>(null);
  readonly told = signal<Told | null>(null);
  readonly recent = signal<readonly ImportView[]>([]);
  readonly busy = signal(false);

  constructor(calendar: CalendarApp) {
    this.calendar = calendar;
  }

  async look(): Promise<void> {
    const { staff } = this.calendar;
    if (staff.locked.value !== null) return;
    const recent = await staff.api.post<ImportView[]>(paths.recent, {});
    if (recent.ok) this.recent.value = recent.value;
  }

  read(file: Blob): Promise<void> {
    return this.#work(async () => {
      this.seen.value = null;
      const read = await readRoster(new Uint8Array(await file.arrayBuffer()));
      if (!read.ok) return read.code;
      const { rows, broken } = read.value;
      const views = broken.map(({ line, fault }) => viewOfBroken(line, fault));
      if (rows.length > 0) {
        const answer = await this.calendar.staff.api.post<RosterView>(paths.preview, { rows });
        if (!answer.ok) return "failed";
        views.push(...answer.value.rows);
      }
      this.seen.value = { rows, views: views.toSorted((a, b) => a.line - b.line) };
      return null;
    });
  }

  /** What she said yes to: the good rows, all of them or none. */
  put(): Promise<void> {
    return this.#work(async () => {
      const seen = this.seen.value;
      if (!seen) return null;
      const good = new Set(goodOf(seen.views).map(({ line }) => line));
      const rows = seen.rows.filter(({ line }) => good.has(line));
      const put = await this.calendar.staff.api.post<{ shifts: number; places: number }>(
        paths.put,
        { rows },
      );
      if (put.ok) {
        this.seen.value = null;
        await Promise.all([this.look(), this.calendar.look()]);
        this.told.value = { is: "put", ...put.value };
        return null;
      }
      if (put.code !== "changed-meanwhile")
        return put.code === "times-overlap" ? put.code : "failed";
      const again = await this.calendar.staff.api.post<RosterView>(paths.preview, { rows });
      const refused = seen.views.filter(({ line }) => !good.has(line));
      if (again.ok) {
        const views = [...refused, ...again.value.rows].toSorted((a, b) => a.line - b.line);
        this.seen.value = { rows: seen.rows, views };
      }
      return put.code;
    });
  }

  undo(id: string): Promise<void> {
    return this.#work(async () => {
      const undone = await this.calendar.staff.api.post<UndoneView>(paths.undo, { import: id });
      await Promise.all([this.look(), this.calendar.look()]);
      if (!undone.ok) return undone.code === "not-found" ? "gone" : "failed";
      this.told.value = { is: "undone", ...undone.value };
      return null;
    });
  }

  drop(): void {
    this.seen.value = null;
    this.fault.value = null;
  }

  async #work(work: () => Promise<RosterFault | null>): Promise<void> {
    if (this.busy.value) return;
    this.busy.value = true;
    this.fault.value = null;
    this.told.value = null;
    this.fault.value = await work().catch(() => "failed" as const);
    this.busy.value = false;
  }
}

export const goodOf = (views: readonly RowView[]): readonly RowView[] =>
  views.filter(({ faults }) => faults.length === 0);

const viewOfBroken = (line: number, fault: RowView["faults"][number]): RowView => ({
  ...{ line, shift: null, people: [], does: "nothing", faults: [fault], notes: [] },
});
