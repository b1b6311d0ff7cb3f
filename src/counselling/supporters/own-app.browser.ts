import { signal } from "@preact/signals";
import type { Staff } from "../../people/index.browser.ts";
import type { Result } from "../../platform/result.ts";
import type { ReadBrief } from "../../protocol/supporters/index.ts";
import {
  type Accompanying,
  counsellingPaths as paths,
  type OwnAsk,
  type Willing,
} from "../contract.ts";
import { openTold } from "./briefs.browser.ts";

type Said =
  | "saved"
  | "stopped"
  | "thanksYes"
  | "thanksNo"
  | "thanksStop"
  | "someoneElse"
  | "gone"
  | { readonly code: string }
  | null;

export interface OpenedAsk extends OwnAsk {
  readonly read: readonly ReadBrief[];
}

/** A member's own: what she is willing to, and what she is asked. What is opened is in memory only. */
export class OwnAsksApp {
  readonly staff: Staff;
  readonly known = signal<(Accompanying & { readonly opened: readonly OpenedAsk[] }) | null>(null);
  readonly said = signal<Said>(null);
  readonly fault = signal<string | null>(null);
  constructor(staff: Staff) {
    this.staff = staff;
  }

  async look(): Promise<void> {
    const { staff } = this;
    if (staff.locked.value !== null) return this.forget();
    const known = await staff.api.post<Accompanying>(paths.own, {});
    this.fault.value = known.ok ? null : known.code;
    if (!known.ok) return;
    const opened: OpenedAsk[] = [];
    for (const ask of known.value.asks) opened.push(await this.#open(ask));
    // Locked while they were being opened: nothing is left lying.
    if (staff.locked.value === null) this.known.value = { ...known.value, opened };
  }

  async #open(ask: OwnAsk): Promise<OpenedAsk> {
    if (ask.briefs.length === 0) return { ...ask, read: [] };
    const of = { mailbox: ask.mailbox, member: this.staff.me.value?.member ?? "" };
    const reader = { side: "member", seal: this.staff.identity.seal } as const;
    const read = await openTold(this.staff, of, ask, reader);
    if (read.ok) return { ...ask, read: read.value.briefs };
    this.fault.value = read.code;
    return { ...ask, read: [] };
  }

  async offer(willing: Willing | null): Promise<void> {
    const done = await this.staff.api.post(paths.offer, { willing });
    await this.#after(done, willing ? "saved" : "stopped");
  }

  async reply(mailbox: string, yes: boolean, alias: string): Promise<void> {
    const done = await this.staff.api.post(paths.reply, { mailbox, yes, alias });
    await this.#after(done, yes ? "thanksYes" : "thanksNo");
  }

  async stop(mailbox: string): Promise<void> {
    await this.#after(await this.staff.api.post(paths.stop, { mailbox }), "thanksStop");
  }

  forget(): void {
    this.known.value = null;
    this.said.value = null;
  }

  async #after(done: Result<unknown>, well: Said): Promise<void> {
    await this.look();
    if (done.ok) this.said.value = well;
    else if (done.code === "already-taken") this.said.value = "someoneElse";
    else if (done.code === "not-found" || done.code === "mailbox-unknown") this.said.value = "gone";
    else this.said.value = { code: done.code };
  }
}
