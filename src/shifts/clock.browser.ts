import { signal } from "@preact/signals";

const STEP_MS = 5_000;
let ticking: ReturnType<typeof setInterval> | undefined;

/** The time, for "5 min" and "ends soon"; it moves only while somebody looks at it. */
export const clock = signal(Date.now(), {
  watched() {
    const tick = (): void => void (clock.value = Date.now());
    // Not at once: whoever begins to look may be in the middle of computing.
    queueMicrotask(tick);
    ticking = setInterval(tick, STEP_MS);
  },
  unwatched() {
    clearInterval(ticking);
  },
});
