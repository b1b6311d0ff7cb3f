import { signal } from "@preact/signals";

/** `elsewhere`: another tab of this browser has the room; two would take each other's conversations. */
export type Tenure = "asking" | "mine" | "elsewhere";

const LOCK = "lykta-desk";
/** A page that is being reloaded lets go of it a moment later. */
const SECOND_TRY_MS = 400;

/** The room belongs to one tab at a time; the browser lets go of it when the tab closes, however it closes. */
export class OnlyTab {
  readonly state = signal<Tenure>("asking");
  #release: () => void = () => undefined;

  /** `take`: from the tab that has it. */
  async enter(take = false): Promise<void> {
    // Without locks (an old browser) the protocol still lets only the newest tab speak.
    if (!("locks" in navigator)) return void (this.state.value = "mine");
    const options = take ? { steal: true } : { ifAvailable: true };
    try {
      if (!take && !(await isFree())) await new Promise((go) => setTimeout(go, SECOND_TRY_MS));
      await navigator.locks.request(LOCK, options, (lock) => this.#hold(lock));
    } catch {
      this.state.value = "elsewhere";
    }
  }

  leave(): void {
    this.#release();
  }

  #hold(lock: Lock | null): Promise<void> {
    this.state.value = lock ? "mine" : "elsewhere";
    if (!lock) return Promise.resolve();
    return new Promise((resolve) => {
      this.#release = resolve;
    });
  }
}

async function isFree(): Promise<boolean> {
  const { held = [] } = await navigator.locks.query();
  return held.every(({ name }) => name !== LOCK);
}
