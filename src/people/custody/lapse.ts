import type { LogState } from "../../protocol/trust/log.ts";
import { sameBytes } from "../bytes.ts";

const DAY = 86_400_000;
/** So many days before. */
const STEPS = [21, 7, 2];

export interface Lapse {
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** Of coordinators who may sign now: when the first of them may no longer. */
export function nextLapse(
  { delegates, revoked }: Pick<LogState, "delegates" | "revoked">,
  coordinators: readonly Uint8Array[],
  now: number,
): Lapse | undefined {
  const has = (keys: readonly Uint8Array[], key: Uint8Array): boolean =>
    keys.some((one) => sameBytes(one, key));
  const lapses = coordinators
    .filter((key) => !has(revoked, key))
    .flatMap((key) => {
      // She may have been signed anew: the latest counts.
      const hers = delegates.filter((one) => sameBytes(one.key, key)).map(({ until }) => until);
      return hers.length > 0 ? [Math.max(...hers)] : [];
    })
    .filter((until) => until > now);
  return lapses.length > 0 ? { at: Math.min(...lapses) } : undefined;
}

/** How many reminders should have gone out: 0 to 3. */
export const stepAt = (lapsesAt: number, now: number): number =>
  STEPS.filter((days) => lapsesAt - now <= days * DAY).length;
