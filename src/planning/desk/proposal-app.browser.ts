import { signal } from "@preact/signals";
import { planningPaths as paths, type ProposalView, type ProposedPlaces } from "../contract.ts";
import type { PlanApp } from "./plan-app.browser.ts";

export type ProposalSaid = "accepted" | "stale" | "busy" | "times-overlap" | "failed";

/** A proposal and what a coordinator has changed in it by hand. It lies in this tab alone until she saves it. */
export class ProposalApp {
  readonly plan: PlanApp;
  readonly proposal = signal<ProposalView | null>(null);
  readonly places = signal<readonly ProposedPlaces[]>([]);
  readonly reckoning = signal(false);
  readonly said = signal<ProposalSaid | null>(null);

  constructor(plan: PlanApp) {
    this.plan = plan;
  }

  async reckon(): Promise<void> {
    const { staff, month } = this.plan.calendar;
    this.reckoning.value = true;
    this.said.value = null;
    const made = await staff.api.post<ProposalView>(paths.propose, { month: month.value });
    this.reckoning.value = false;
    if (!made.ok) {
      this.said.value = made.code === "busy" ? "busy" : "failed";
      return;
    }
    this.proposal.value = made.value;
    this.places.value = made.value.places;
    await Promise.all([this.plan.calendar.look(), this.plan.look()]);
  }

  /** By hand: somebody else, or nobody, at one place. */
  put(shift: string, at: number, member: string): void {
    this.places.value = this.places.value.map((one) => {
      if (one.shift !== shift) return one;
      const members = [...one.members];
      if (member === "") members.splice(at, 1);
      else members[at] = member;
      return { ...one, members: [...new Set(members)] };
    });
  }

  discard(): void {
    this.proposal.value = null;
    this.places.value = [];
  }

  async accept(): Promise<void> {
    const { staff } = this.plan.calendar;
    const changed = this.places.value.filter(
      ({ before, members }) =>
        before.length !== members.length || members.some((one) => !before.includes(one)),
    );
    const done = await staff.api.post(paths.accept, { places: changed });
    if (done.ok) this.discard();
    this.said.value = done.ok
      ? "accepted"
      : done.code === "changed-meanwhile"
        ? "stale"
        : done.code === "times-overlap"
          ? "times-overlap"
          : "failed";
    await this.plan.calendar.look();
  }
}
