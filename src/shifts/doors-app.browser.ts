import { signal } from "@preact/signals";
import type { Language } from "../ui/languages.ts";
import { type DoorsView, type FaceDoor, shiftPaths as paths } from "./contract.ts";
import type { DeskApi } from "./duty.browser.ts";

export interface DoorPart {
  readonly app: DoorsApp;
  readonly language: Language;
  readonly door: FaceDoor;
}

/** What a press came to. */
type Said = "done" | "calledIn" | "moveAsked" | "nobodyToAsk" | "told" | "nobodyTold" | "failed";

const LOOK_MS = 10_000;
/** A hand on the door lasts at most so long; then it follows the shift again. */
const HAND_MINUTES = 240;

/** The doors as this desk knows them; null where they are not hers to see. */
export class DoorsApp {
  readonly view = signal<DoorsView | null>(null);
  readonly said = signal<Said | null>(null);
  readonly #api: DeskApi;

  constructor(api: DeskApi) {
    this.#api = api;
  }

  /** Looks now and again; call what it returns when nobody looks any more. */
  watch(): () => void {
    void this.look();
    const timer = setInterval(() => void this.look(), LOOK_MS);
    return () => clearInterval(timer);
  }

  async look(): Promise<void> {
    const seen = await this.#api.post<DoorsView>(paths.doors, {});
    if (seen.ok) this.view.value = seen.value;
    else if (seen.code === "not-allowed") this.view.value = null;
  }

  turn = (face: string, hand: "open" | "closed" | null): Promise<void> =>
    this.#do(paths.turn, { face, hand, minutes: HAND_MINUTES });
  announce = (face: string, minutes: number | null): Promise<void> =>
    this.#do(paths.announce, { face, minutes });
  set = (face: string, needed: number, lastEntryMinutes: number): Promise<void> =>
    this.#do(paths.set, { face, needed, lastEntryMinutes });
  call = (face: string): Promise<void> => this.#do(paths.call, { face }, "calledIn");

  async move(from: string, to: string): Promise<void> {
    const asked = await this.#api.post(paths.move, { from, to });
    const isEmpty = !asked.ok && (asked.code === "nobody-waits" || asked.code === "closed");
    this.said.value = asked.ok ? "moveAsked" : isEmpty ? "nobodyToAsk" : "failed";
    await this.look();
  }

  async reserves(face: string): Promise<void> {
    const done = await this.#api.post<{ told: number }>(paths.reserves, { face });
    this.said.value = !done.ok ? "failed" : done.value.told > 0 ? "told" : "nobodyTold";
  }

  async #do(path: string, body: object, well: "done" | "calledIn" = "done"): Promise<void> {
    const done = await this.#api.post(path, body);
    this.said.value = done.ok ? well : "failed";
    await this.look();
  }
}
