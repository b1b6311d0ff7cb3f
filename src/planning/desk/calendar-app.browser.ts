import { signal } from "@preact/signals";
import type { Staff } from "../../people/index.browser.ts";
import type { Language } from "../../ui/languages.ts";
import {
  type MineView,
  type MonthView,
  type Place,
  planningPaths as paths,
  type ShiftView,
  type Wish,
} from "../contract.ts";

export interface CalendarPart {
  readonly app: CalendarApp;
  readonly language: Language;
}

/** What the server refused with, that has a sentence of its own. */
const TOLD = [
  ...(["shift-full", "shift-over", "shadow-only", "newcomer-alone", "times-overlap"] as const),
  ...(["offer-settled", "not-found", "changed-meanwhile", "bad-input"] as const),
  ...(["address-refused", "busy"] as const),
] as const;
type Act = "take" | "leave" | "wish" | "offer" | "answer" | "withdraw" | "save" | "mine";
export type Said = (typeof TOLD)[number] | `said-${Act}` | "failed";

/** The month of now, as it is on the walls of Sweden. */
const thisMonth = (): string =>
  new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Stockholm" }).format(Date.now()).slice(0, 7);

export function monthAfter(month: string, by: number): string {
  const [year = 0, number = 1] = month.split("-").map(Number);
  return new Date(Date.UTC(year, number - 1 + by, 1)).toISOString().slice(0, 7);
}

/** One month of the jour, as this desk knows it. */
export class CalendarApp {
  readonly staff: Staff;
  readonly month = signal(thisMonth());
  readonly view = signal<MonthView | null>(null);
  readonly mine = signal<MineView | null>(null);
  readonly unreachable = signal(false);
  readonly said = signal<Said | null>(null);
  readonly busy = signal(false);

  constructor(staff: Staff) {
    this.staff = staff;
  }

  get me(): string {
    return this.staff.me.value?.member ?? "";
  }

  async look(): Promise<void> {
    if (this.staff.locked.value !== null) return;
    const month = this.month.value;
    const [view, mine] = await Promise.all([
      this.staff.api.post<MonthView>(paths.month, { month }),
      this.staff.api.post<MineView>(paths.mine, {}),
    ]);
    if (month !== this.month.value) return;
    this.unreachable.value = !view.ok;
    if (view.ok) this.view.value = view.value;
    if (mine.ok) this.mine.value = mine.value;
  }

  async turn(by: number): Promise<void> {
    this.month.value = monthAfter(this.month.value, by);
    this.view.value = null;
    this.said.value = null;
    await this.look();
  }

  placeOf(shift: ShiftView): Place | undefined {
    return shift.places.find(({ member }) => member === this.me)?.place;
  }

  take = (shift: string, place: Place): Promise<boolean> =>
    this.act("take", paths.take, { shift, place });
  leave = (shift: string): Promise<boolean> => this.act("leave", paths.leave, { shift });
  wish = (shift: string, wish: Wish): Promise<boolean> =>
    this.act("wish", paths.wish, { shift, wish });
  offer = (shift: string, to: string | null, forShift: string | null): Promise<boolean> =>
    this.act("offer", paths.offer, { shift, to, forShift });
  answer = (offer: string, yes: boolean): Promise<boolean> =>
    this.act("answer", paths.answer, { offer, yes });
  withdraw = (offer: string): Promise<boolean> => this.act("withdraw", paths.withdraw, { offer });

  /** Does one thing, tells how it went and shows the month as it now is. */
  async act(act: Act, path: string, body: object): Promise<boolean> {
    if (this.busy.value) return false;
    this.busy.value = true;
    const done = await this.staff.api.post(path, body);
    this.said.value = done.ok ? `said-${act}` : (TOLD.find((one) => one === done.code) ?? "failed");
    await this.look();
    this.busy.value = false;
    return done.ok;
  }
}
