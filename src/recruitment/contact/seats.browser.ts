import { signal } from "@preact/signals";
import type { Ask } from "../../letters/index.browser.ts";
import { applicantPaths as paths, type Hers } from "../contract.ts";

export type SeatSaid = "taken" | "left" | "time-taken" | "not-open-yet" | "failed";
const told: readonly SeatSaid[] = ["time-taken", "not-open-yet"];

/** How it stands with her application, and where she is expected; in an open mailbox. */
export class Seats {
  readonly #ask: Ask;
  readonly hers = signal<Hers | null>(null);
  readonly said = signal<SeatSaid | null>(null);
  constructor(ask: Ask) {
    this.#ask = ask;
  }

  async look(token: string): Promise<void> {
    const hers = await this.#ask<Hers>(paths.hers, { token });
    if (hers.ok) this.hers.value = hers.value;
  }

  take = (token: string, meeting: string): Promise<void> =>
    this.#do(paths.take, { token, meeting }, "taken");
  leave = (token: string, meeting: string): Promise<void> =>
    this.#do(paths.leave, { token, meeting }, "left");

  async #do(path: string, body: { token: string; meeting: string }, well: SeatSaid): Promise<void> {
    const done = await this.#ask(path, body);
    this.said.value = done.ok ? well : (told.find((one) => one === done.code) ?? "failed");
    await this.look(body.token);
  }

  forget(): void {
    this.hers.value = null;
    this.said.value = null;
  }
}
