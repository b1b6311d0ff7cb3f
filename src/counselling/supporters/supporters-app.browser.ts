import { signal } from "@preact/signals";
import type { Staff } from "../../people/index.browser.ts";
import type { Result } from "../../platform/result.ts";
import {
  type AskView,
  counsellingPaths as paths,
  type Supporters,
  type Willing,
} from "../contract.ts";

type Said = "saved" | "stopped" | "someoneElse" | "gone" | { readonly code: string } | null;

/** Who is willing and who is asked, as this desk knows it. */
export class SupportersApp {
  readonly staff: Staff;
  readonly known = signal<Supporters | null>(null);
  readonly said = signal<Said>(null);
  readonly #moved: () => void;
  constructor(staff: Staff, moved: () => void) {
    this.staff = staff;
    this.#moved = moved;
  }

  get mine(): Willing | undefined {
    return this.known.value?.willing.find((one) => one.mine);
  }

  asksOf(mailbox: string): readonly AskView[] {
    return (this.known.value?.asks ?? []).filter((one) => one.mailbox === mailbox);
  }

  /** What she herself is asked, or has said yes to, while it holds. */
  get forMe(): readonly AskView[] {
    const asks = this.known.value?.asks ?? [];
    const isTaken = (mailbox: string): boolean =>
      asks.some((one) => one.mailbox === mailbox && one.state === "yes" && !one.mine);
    return asks.filter(
      ({ mine, state, mailbox }) =>
        mine && (state === "yes" || (state === "asked" && !isTaken(mailbox))),
    );
  }

  async look(): Promise<void> {
    if (this.staff.locked.value !== null) return;
    const known = await this.staff.api.post<Supporters>(paths.supporters, {});
    if (known.ok) this.known.value = known.value;
  }

  async offer(willing: Willing | null): Promise<void> {
    const done = await this.staff.api.post(paths.offer, { willing });
    await this.#after(done, willing ? "saved" : "stopped");
  }

  async ask(mailbox: string, member: string): Promise<void> {
    await this.#after(await this.staff.api.post(paths.ask, { mailbox, member }), null);
  }

  async reply(mailbox: string, yes: boolean, alias: string): Promise<void> {
    await this.#after(await this.staff.api.post(paths.reply, { mailbox, yes, alias }), null);
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
