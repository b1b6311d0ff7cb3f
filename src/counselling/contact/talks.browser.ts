import { signal } from "@preact/signals";
import type { Ask } from "../../letters/index.browser.ts";
import { talkPaths as paths, type SeekerTimes } from "../contract.ts";

export type TalkSaid =
  | "booked"
  | "changed"
  | "cancelled"
  | "time-taken"
  | "not-open-yet"
  | "limit-reached"
  | "failed";

const told: readonly TalkSaid[] = ["time-taken", "not-open-yet", "limit-reached"];

/** Her times, in an open mailbox. */
export class Talks {
  readonly #ask: Ask;
  readonly times = signal<SeekerTimes | null>(null);
  readonly said = signal<TalkSaid | null>(null);
  /** The time that she wants to change. */
  readonly changing = signal<string | null>(null);
  constructor(ask: Ask) {
    this.#ask = ask;
  }

  async look(token: string): Promise<void> {
    const times = await this.#ask<SeekerTimes>(paths.times, { token });
    if (times.ok) this.times.value = times.value;
  }

  async take(token: string, time: string): Promise<void> {
    const instead = this.changing.value;
    const done = await this.#ask(paths.book, { token, time, instead });
    if (done.ok) this.changing.value = null;
    this.#tell(done, instead === null ? "booked" : "changed");
    await this.look(token);
  }

  async cancel(token: string, time: string): Promise<void> {
    this.#tell(await this.#ask(paths.cancel, { token, time }), "cancelled");
    await this.look(token);
  }

  /** She needs no supporter any more. */
  async alone(token: string): Promise<void> {
    const done = await this.#ask(paths.alone, { token });
    if (!done.ok) this.said.value = "failed";
    await this.look(token);
  }

  #tell(done: { ok: true } | { ok: false; code: string }, well: TalkSaid): void {
    this.said.value = done.ok ? well : (told.find((one) => one === done.code) ?? "failed");
  }

  forget(): void {
    this.times.value = null;
    this.said.value = null;
    this.changing.value = null;
  }
}
