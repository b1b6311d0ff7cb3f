import { signal } from "@preact/signals";
import type { AssociationApp } from "../desk/association-app.browser.ts";
import { feePaths as paths, type Remind, type RemindedNow, type Reminders } from "./contract.ts";

const refusals = ["mail-off", "closed", "changed-meanwhile"] as const;
type FeeFault = (typeof refusals)[number] | "failed";

/** Who was reminded, and reminding. */
export class FeesApp {
  readonly #app: AssociationApp;
  readonly board = signal<Reminders | null>(null);
  readonly done = signal<RemindedNow | null>(null);
  readonly fault = signal<FeeFault | null>(null);
  readonly busy = signal(false);

  constructor(app: AssociationApp) {
    this.#app = app;
  }

  async look(): Promise<void> {
    const { staff } = this.#app;
    if (staff.locked.value !== null) return;
    const found = await staff.api.post<Reminders>(paths.rounds, {});
    if (found.ok) this.board.value = found.value;
  }

  async remind(wished: Remind): Promise<void> {
    if (this.busy.value) return;
    this.busy.value = true;
    const done = await this.#app.staff.api.post<RemindedNow>(paths.remind, wished);
    await Promise.all([this.look(), this.#app.look()]);
    this.done.value = done.ok ? done.value : null;
    this.fault.value = done.ok ? null : (refusals.find((code) => code === done.code) ?? "failed");
    this.busy.value = false;
  }
}
