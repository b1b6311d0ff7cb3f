import { expect } from "vitest";
import type { Kind } from "./attacks.ts";
import type { Siege, Suffered } from "./siege.ts";

/** Far below what a small server has; a leak or a queue without bounds goes past it within seconds. */
const MEMORY = 1024 ** 3;

/** What has to hold under every attack. How fast it is is shown, not demanded. */
export function holds(siege: Siege, { sheds }: Kind, { tally, newcomers, memory }: Suffered): void {
  expect(siege.talk.faults, "of those who talk").toEqual([]);
  expect(tally.told["our-fault"], "faults of ours").toBeUndefined();
  expect(tally.told["compression-agreed"], "compression").toBeUndefined();
  const { told, opened, cut, answered } = tally;
  const seen: Readonly<Record<string, number>> = { ...told, opened, cut, answered };
  expect(
    sheds.some((name) => (seen[name] ?? 0) > 0),
    `one of ${sheds.join(", ")} in ${JSON.stringify(seen)}`,
  ).toBe(true);
  expect(newcomers.resume, `who comes back: ${newcomers.hindrances.join("; ")}`).toBeDefined();
  expect(newcomers.page, `who opens the page: ${newcomers.hindrances.join("; ")}`).toBeDefined();
  expect(memory, "bytes").toBeLessThan(MEMORY);
}
