import { signal } from "@preact/signals";
import {
  type Pattern,
  type PatternDraft,
  type PersonView,
  planningPaths as paths,
} from "../contract.ts";
import type { CalendarApp, CalendarPart } from "./calendar-app.browser.ts";

export interface PlanPart extends CalendarPart {
  readonly plan: PlanApp;
}

/** What coordinators alone see of planning. */
export class PlanApp {
  readonly calendar: CalendarApp;
  readonly patterns = signal<readonly Pattern[] | null>(null);
  readonly people = signal<readonly PersonView[] | null>(null);
  /** How many shifts were laid out last. */
  readonly made = signal<number | null>(null);

  constructor(calendar: CalendarApp) {
    this.calendar = calendar;
  }

  async look(): Promise<void> {
    const { staff } = this.calendar;
    if (staff.locked.value !== null) return;
    const [patterns, people] = await Promise.all([
      staff.api.post<Pattern[]>(paths.patterns, {}),
      staff.api.post<PersonView[]>(paths.people, {}),
    ]);
    if (patterns.ok) this.patterns.value = patterns.value;
    if (people.ok) this.people.value = people.value;
  }

  async layOut(): Promise<void> {
    const { staff, month } = this.calendar;
    const made = await staff.api.post<{ made: number }>(paths.make, { month: month.value });
    this.made.value = made.ok ? made.value.made : null;
    this.calendar.said.value = made.ok ? null : "failed";
    await this.calendar.look();
  }

  /** What a colleague has saved meanwhile, if she has. */
  async savePattern(
    pattern: string | null,
    version: number,
    draft: PatternDraft,
  ): Promise<Pattern | "saved" | "failed"> {
    const { staff } = this.calendar;
    const saved = await staff.api.post(paths.savePattern, { pattern, version, draft });
    await this.look();
    if (saved.ok) {
      this.calendar.said.value = "said-save";
      return "saved";
    }
    this.calendar.said.value = saved.code === "changed-meanwhile" ? saved.code : "bad-input";
    const now = this.patterns.value?.find(({ id }) => id === pattern);
    return saved.code === "changed-meanwhile" && now ? now : "failed";
  }

  async removePattern(pattern: string): Promise<void> {
    await this.calendar.act("save", paths.removePattern, { pattern });
    await this.look();
  }

  async savePerson(person: PersonView): Promise<void> {
    const { member, standing, knows, mostAMonth } = person;
    await this.calendar.act("save", paths.savePerson, { member, standing, knows, mostAMonth });
    await this.look();
  }
}
