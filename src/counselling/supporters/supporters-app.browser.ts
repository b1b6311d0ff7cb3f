import { signal } from "@preact/signals";
import type { InboxApp } from "../../letters/index.browser.ts";
import type { Staff } from "../../people/index.browser.ts";
import { ok, type Result } from "../../platform/result.ts";
import type { ReadBriefs } from "../../protocol/supporters/index.ts";
import {
  type AskView,
  counsellingPaths as paths,
  type Supporters,
  type SupporterView,
  type Told,
} from "../contract.ts";
import { openTold, sealBrief, type ToWhom, type Words } from "./briefs.browser.ts";

type Said = "askedNow" | "toldNow" | "someoneElse" | "gone" | { readonly code: string } | null;
type Ring = InboxApp["ring"]["value"];

export interface ToldView extends ReadBriefs {
  readonly ask: string;
}

/** Who is willing and who is asked, as the desk of the team knows it. */
export class SupportersApp {
  readonly staff: Staff;
  readonly known = signal<Supporters | null>(null);
  readonly said = signal<Said>(null);
  readonly #moved: () => void;
  constructor(staff: Staff, moved: () => void) {
    this.staff = staff;
    this.#moved = moved;
  }

  asksOf(mailbox: string): readonly AskView[] {
    return (this.known.value?.asks ?? []).filter((one) => one.mailbox === mailbox);
  }

  async look(): Promise<void> {
    if (this.staff.locked.value !== null) return;
    const known = await this.staff.api.post<Supporters>(paths.supporters, {});
    if (known.ok) this.known.value = known.value;
  }

  /** False where nothing has been sent: what she wrote stays before her. */
  async ask(ring: Ring, mailbox: string, one: SupporterView, words: Words): Promise<boolean> {
    const to: ToWhom = { mailbox, member: one.id, sealKey: one.sealKey };
    const brief = await sealBrief(this.staff, ring, to, null, words);
    const body = { mailbox, member: one.id };
    const done = brief.ok
      ? await this.staff.api.post(paths.ask, { ...body, brief: brief.value })
      : brief;
    await this.#after(done, "askedNow");
    return done.ok;
  }

  /** What she has been told, from the team's own copies. */
  async told(ring: Ring, { mailbox, member }: AskView): Promise<Result<ToldView>> {
    const told = await this.staff.api.post<Told>(paths.told, { mailbox, member });
    if (!told.ok) return told;
    const seal = (key: Uint8Array): Uint8Array | undefined => ring?.seeds(key)?.seal;
    const reader = { side: "team", seal } as const;
    const read = await openTold(this.staff, { mailbox, member }, told.value, reader);
    return read.ok ? ok({ ...read.value, ask: told.value.ask ?? "" }) : read;
  }

  async tell(ring: Ring, ask: AskView, after: ToldView, words: Words): Promise<boolean> {
    const { mailbox, member } = ask;
    const key = this.known.value?.willing.find(({ id }) => id === member)?.sealKey ?? "";
    const brief = await sealBrief(
      this.staff,
      ring,
      { mailbox, member, sealKey: key },
      after,
      words,
    );
    const done = brief.ok
      ? await this.staff.api.post(paths.tell, { mailbox, member, brief: brief.value })
      : brief;
    await this.#after(done, "toldNow");
    return done.ok;
  }

  async end(mailbox: string, member: string): Promise<void> {
    await this.#after(await this.staff.api.post(paths.end, { mailbox, member }), null);
  }

  async #after(done: Result<unknown>, well: Said): Promise<void> {
    await this.look();
    this.#moved();
    if (done.ok) this.said.value = well;
    else if (done.code === "already-taken") this.said.value = "someoneElse";
    else if (done.code === "not-found") this.said.value = "gone";
    else this.said.value = { code: done.code };
  }
}
