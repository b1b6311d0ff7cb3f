/**
 * Carries short texts between the processes of one house. Everything on it is a hint: it may be
 * lost, doubled or late, and nothing is wrong but slower then.
 */
export interface Bus {
  /** Sent some time soon, together with others. */
  publish(text: string): void;
  /** Hears every process, this one included; '' says that something may have been missed. */
  subscribe(hear: (text: string) => void): Promise<() => Promise<void>>;
  /** Sends what was published, as far as that can be done now, and lets go of what it holds. */
  close(): Promise<void>;
}

/** In characters, which are ASCII: PostgreSQL takes less than 8,000 bytes. The same for every bus. */
export const MAX_HINT = 7900;

/** A bus within one process: for tests that let several "processes" run side by side. */
export function memoryBus(): Bus {
  const listeners = new Set<(text: string) => void>();
  return {
    publish(text) {
      setImmediate(() => {
        for (const hear of listeners) hear(text);
      });
    },
    async subscribe(hear) {
      listeners.add(hear);
      return async () => {
        listeners.delete(hear);
      };
    },
    close: async () => undefined,
  };
}
