import type { LiveLog } from "./log.server.ts";
import type { Neighbours } from "./neighbours.server.ts";

/** Tells the other sides of a log that somebody writes: no content, nothing kept, on every process. */
export function typingHints(
  log: LiveLog,
  neighbours: Neighbours,
): (id: string, label: string) => void {
  const tell = (id: string, label: string): void => log.each(id, (side) => side.typing(label));
  neighbours.hear("typing", (items) => {
    for (const item of items) {
      const [id, label] = item as readonly unknown[];
      if (typeof id === "string" && typeof label === "string") tell(id, label);
    }
  });
  return (id, label) => {
    tell(id, label);
    neighbours.tell("typing", [id, label]);
  };
}
