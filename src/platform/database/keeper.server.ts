import { errorFields, log } from "../log.ts";

const LOOK_MS = 500;

export interface Kept {
  /** Whether its process is there. */
  runs(): boolean;
  revive(): Promise<void>;
}

/**
 * Starts a server again that has died under us: the system killed it for want of memory, or its disk
 * was full for a while. What it returns ends that, and resolves when nothing is being started.
 */
export function keepRunning(server: Kept): () => Promise<void> {
  let reviving: Promise<void> | undefined;
  const timer = setInterval(() => {
    if (reviving || server.runs()) return;
    const since = performance.now();
    log.warn("database-gone");
    reviving = server
      .revive()
      .then(() =>
        log.info("database-back", { milliseconds: Math.round(performance.now() - since) }),
      )
      .catch((error: unknown) => log.error("database-start-failed", { error: errorFields(error) }))
      .finally(() => {
        reviving = undefined;
      });
  }, LOOK_MS);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await reviving;
  };
}
