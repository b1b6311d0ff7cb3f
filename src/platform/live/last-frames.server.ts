import type { Neighbours } from "./neighbours.server.ts";

/**
 * Before a log is shredded, every other process hands out the frames that it has not yet read: once
 * the key is gone it could not. A process that does not answer in time is not waited for.
 */
export function lastFrames(
  neighbours: Neighbours,
  handOut: (id: string, upTo: number) => Promise<void>,
): (id: string, upTo: number, waitMs: number) => Promise<void> {
  const asked = new Map<number, { missing: Set<string>; answered: () => void }>();
  let count = 0;

  neighbours.hear("last-frames", (items, from) => {
    for (const item of items) {
      const [question, id, upTo] = item as readonly unknown[];
      if (typeof id !== "string" || typeof upTo !== "number") continue;
      const answer = (): void => neighbours.tell("handed-out", [question, from]);
      void handOut(id, upTo).then(answer, answer);
    }
  });
  neighbours.hear("handed-out", (items, from) => {
    for (const item of items) {
      const [question, to] = item as readonly unknown[];
      const waiting = typeof question === "number" ? asked.get(question) : undefined;
      if (to !== neighbours.self || !waiting) continue;
      waiting.missing.delete(from);
      if (waiting.missing.size === 0) waiting.answered();
    }
  });

  return async (id, upTo, waitMs) => {
    const others = neighbours.others();
    if (others.length === 0) return;
    const question = ++count;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, waitMs);
      const answered = (): void => {
        clearTimeout(timer);
        resolve();
      };
      asked.set(question, { missing: new Set(others), answered });
      neighbours.tell("last-frames", [question, id, upTo]);
    });
    asked.delete(question);
  };
}
