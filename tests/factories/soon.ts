import { vi } from "vitest";

/** Waits until it is so: patient enough for a busy machine, quick where it is so at once. */
export const soon = <T>(check: () => T | Promise<T>): Promise<T> =>
  vi.waitFor(check, { timeout: 10_000, interval: 15 });
