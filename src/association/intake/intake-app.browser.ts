import { signal } from "@preact/signals";
import type { AssociationApp } from "../desk/association-app.browser.ts";
import {
  type FileCode,
  type FileRow,
  type IntakeDone,
  intakePaths as paths,
  type IntakeView,
  type RowView,
} from "./contract.ts";
import { readMembers } from "./read.ts";

const refusals = ["changed-meanwhile", "limit-reached", "day-refused"] as const;
type IntakeFault = FileCode | (typeof refusals)[number] | "failed";

interface Seen {
  readonly rows: readonly FileRow[];
  readonly views: readonly RowView[];
}

/** A file as it was read in the browser, and what the server says of each row. */
export class IntakeApp {
  readonly #app: AssociationApp;
  readonly seen = signal<Seen | null>(null);
  readonly fault = signal<IntakeFault | null>(null);
  readonly done = signal<IntakeDone | null>(null);
  readonly busy = signal(false);

  constructor(app: AssociationApp) {
    this.#app = app;
  }

  read(file: Blob): Promise<void> {
    return this.#work(async () => {
      this.seen.value = null;
      const read = await readMembers(new Uint8Array(await file.arrayBuffer()));
      if (!read.ok) return read.code;
      const { rows, broken } = read.value;
      const views = rows.length === 0 ? [] : await this.#preview(rows);
      if (!views) return "failed";
      this.seen.value = { rows, views: inOrder([...broken, ...views]) };
      return null;
    });
  }

  /** What the board said yes to: the good rows, all of them or none. */
  put(agreedOn: string): Promise<void> {
    return this.#work(async () => {
      const seen = this.seen.value;
      if (!seen) return null;
      const good = new Set(goodOf(seen.views).map(({ line }) => line));
      const rows = seen.rows.filter(({ line }) => good.has(line));
      const body = { rows, agreedOn, haveAgreed: true };
      const put = await this.#app.staff.api.post<IntakeDone>(paths.put, body);
      if (put.ok) {
        await this.#app.look();
        this.seen.value = null;
        this.done.value = put.value;
        return null;
      }
      const again = put.code === "changed-meanwhile" ? await this.#preview(rows) : null;
      if (again) {
        const refused = seen.views.filter(({ line }) => !good.has(line));
        this.seen.value = { rows: seen.rows, views: inOrder([...refused, ...again]) };
      }
      return refusals.find((code) => code === put.code) ?? "failed";
    });
  }

  drop(): void {
    this.seen.value = null;
    this.fault.value = null;
  }

  async #preview(rows: readonly FileRow[]): Promise<readonly RowView[] | null> {
    const answer = await this.#app.staff.api.post<IntakeView>(paths.preview, { rows });
    return answer.ok ? answer.value.rows : null;
  }

  async #work(work: () => Promise<IntakeFault | null>): Promise<void> {
    if (this.busy.value) return;
    this.busy.value = true;
    this.fault.value = null;
    this.done.value = null;
    this.fault.value = await work().catch(() => "failed" as const);
    this.busy.value = false;
  }
}

const inOrder = (views: readonly RowView[]): readonly RowView[] =>
  views.toSorted((a, b) => a.line - b.line);

export const goodOf = (views: readonly RowView[]): readonly RowView[] =>
  views.filter(({ faults }) => faults.length === 0);
