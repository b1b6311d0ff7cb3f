import { signal } from "@preact/signals";
import type { CalendarAddress } from "../../calendar/index.ts";
import { calendarPaths } from "../../calendar/index.ts";
import type { Staff } from "../../people/index.browser.ts";
import {
  counsellingPaths as paths,
  type Place,
  type TeamTime,
  type TeamTimes,
} from "../contract.ts";

export type TimesSaid =
  | "published"
  | "withdrawn"
  | "withdrawTaken"
  | "given"
  | "unbooked"
  | "time-taken"
  | "times-overlap"
  | "bad-input"
  | "calendarRemoved"
  | "failed";

const told: readonly TimesSaid[] = ["time-taken", "times-overlap", "bad-input"];

export interface Wished {
  readonly first: string;
  readonly weeks: number;
  readonly minutes: number;
  readonly place: Place;
}

/** The team's times, as this desk knows them. */
export class TimesApp {
  readonly staff: Staff;
  readonly times = signal<readonly TeamTime[] | null>(null);
  readonly said = signal<TimesSaid | null>(null);
  /** Of her calendar, told once. */
  readonly address = signal<string | null>(null);
  /** A request moves on by itself when it gets or loses a time. */
  readonly #changed: () => Promise<void>;
  constructor(staff: Staff, changed: () => Promise<void>) {
    this.staff = staff;
    this.#changed = changed;
  }

  async look(): Promise<void> {
    if (this.staff.locked.value !== null) return;
    const times = await this.staff.api.post<TeamTimes>(paths.times, {});
    if (times.ok) this.times.value = times.value.times;
  }

  get ahead(): readonly TeamTime[] {
    return (this.times.value ?? []).filter(({ endsAt }) => Date.parse(endsAt) > Date.now());
  }

  publish = (wished: Wished): Promise<void> => this.#do(paths.publish, wished, "published");
  give = (mailbox: string, times: readonly string[]): Promise<void> =>
    this.#do(paths.give, { mailbox, times }, "given");
  unbook = (mailbox: string, time: string): Promise<void> =>
    this.#do(paths.unbook, { mailbox, time }, "unbooked");

  async withdraw(time: string): Promise<void> {
    await this.#do(paths.withdraw, { time }, "withdrawn");
    if (this.said.value === "time-taken") this.said.value = "withdrawTaken";
  }

  async renewAddress(): Promise<void> {
    const made = await this.staff.api.post<CalendarAddress>(calendarPaths.renew, {});
    this.address.value = made.ok ? `${location.origin}${made.value.path}` : null;
    this.said.value = made.ok ? null : "failed";
  }

  async removeAddress(): Promise<void> {
    await this.#do(calendarPaths.remove, {}, "calendarRemoved");
    this.address.value = null;
  }

  async #do(path: string, body: object, well: TimesSaid): Promise<void> {
    const done = await this.staff.api.post(path, body);
    this.said.value = done.ok ? well : (told.find((one) => one === done.code) ?? "failed");
    await Promise.all([this.look(), this.#changed()]);
  }
}
