import { signal } from "@preact/signals";
import type { Staff } from "../../people/index.browser.ts";
import { ok, type Result } from "../../platform/result.ts";
import type { ReadBrief, ReadBriefs } from "../../protocol/supporters/index.ts";
import {
  type Accompanying,
  type Ending,
  counsellingPaths as paths,
  type OwnAsk,
  type Willing,
} from "../contract.ts";
import { openTold, sealAnswer } from "./briefs.browser.ts";

type Said =
  | "saved"
  | "stopped"
  | "thanksYes"
  | "thanksNo"
  | "thanksStop"
  | "answered"
  | "someoneElse"
  | "gone"
  | { readonly code: string }
  | null;

export interface OpenedAsk extends OwnAsk {
  readonly read: readonly ReadBrief[];
  /** What her next words build on. */
  readonly last: ReadBriefs["last"] | null;
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
    if (ask.briefs.length === 0) return { ...ask, read: [], last: null };
    const of = { mailbox: ask.mailbox, member: this.staff.me.value?.member ?? "" };
    const reader = { side: "member", seal: this.staff.identity.seal } as const;
    const read = await openTold(this.staff, of, ask, reader);
    if (read.ok) return { ...ask, read: read.value.briefs, last: read.value.last };
    this.fault.value = read.code;
    return { ...ask, read: [], last: null };
  }

  async offer(willing: Willing | null): Promise<void> {
    const done = await this.staff.api.post(paths.offer, { willing });
    await this.#after(done, willing ? "saved" : "stopped");
  }

  /** With words, where she writes any. A no deletes all before it, so that they begin anew. */
  async reply(ask: OpenedAsk, says: { yes: boolean; alias: string; text: string }): Promise<void> {
    const { yes, alias, text } = says;
    const words = await this.#sealed(ask, text, yes ? ask.last : null);
    if (!words.ok) return this.#after(words, null);
    const body = { mailbox: ask.mailbox, yes, alias, words: words.value };
    await this.#after(await this.staff.api.post(paths.reply, body), yes ? "thanksYes" : "thanksNo");
  }

  async stop(ask: OpenedAsk, text: string): Promise<void> {
    const words = await this.#sealed(ask, text, null);
    if (!words.ok) return this.#after(words, null);
    const body = { mailbox: ask.mailbox, words: words.value };
    await this.#after(await this.staff.api.post(paths.stop, body), "thanksStop");
  }

  /** False where nothing has been sent: what she wrote stays before her. */
  async answer(ask: OpenedAsk, text: string): Promise<boolean> {
    const words = await this.#sealed(ask, text, ask.last);
    const done = words.ok
      ? await this.staff.api.post(paths.answer, { mailbox: ask.mailbox, words: words.value })
      : words;
    await this.#after(done, "answered");
    return done.ok;
  }

  /** She has read that it is over. */
  async seen({ id }: Ending): Promise<void> {
    await this.#after(await this.staff.api.post(paths.seen, { id }), null);
  }

  async #sealed(
    { mailbox, ask }: OpenedAsk,
    text: string,
    last: OpenedAsk["last"],
  ): Promise<Result<string | null>> {
    if (text === "") return ok(null);
    const teamKey = this.known.value?.teamKey ?? null;
    return sealAnswer(this.staff, { teamKey, mailbox, ask: ask ?? "", last }, text);
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
