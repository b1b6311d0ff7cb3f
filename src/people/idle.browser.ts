const LOOK_EVERY_MS = 5000;

/** Calls `onIdle` when nobody has touched the page for as long as `after` says, in milliseconds. */
export function watchIdle(after: () => number, onIdle: () => void): () => void {
  let touched = Date.now();
  const touch = (): void => void (touched = Date.now());
  const events = ["pointerdown", "pointermove", "keydown", "wheel"] as const;
  for (const event of events) addEventListener(event, touch, { passive: true, capture: true });
  // The wall clock: a computer that slept has been left, however short its timers say it was.
  const timer = setInterval(() => {
    if (Date.now() - touched >= after()) onIdle();
  }, LOOK_EVERY_MS);
  return () => {
    clearInterval(timer);
    for (const event of events) removeEventListener(event, touch, { capture: true });
  };
}
