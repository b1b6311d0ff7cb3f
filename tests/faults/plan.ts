// What happens in one random run, decided beforehand from its seed. Pure.

import type { Manners } from "../factories/network.server.ts";
import type { Chance } from "./random.ts";

export interface SidePlan {
  readonly name: string;
  /** Long polls instead of a socket. */
  readonly blocked: boolean;
  /** Of its connections, one after the other; then the line is calm. */
  readonly manners: readonly Manners[];
  readonly texts: readonly { readonly bytes: number; readonly pauseMs: number }[];
  /** After so many texts the page is loaded anew, whatever is on its way. */
  readonly reloadAfter: number | undefined;
  /** After so many texts its line falls silent for good, and the page notices so much later. */
  readonly silence: { readonly after: number; readonly noticedMs: number } | undefined;
}

export interface RunPlan {
  readonly sides: readonly SidePlan[];
  /** Ended in the middle of what is said, when all is said, or not at all. */
  readonly end: "early" | "late" | "never";
  /** How many ask for the end at the same time. */
  readonly enders: number;
}

const MANNERS: readonly ((chance: Chance) => Manners)[] = [
  (chance) => ({ cutAfter: chance.between(1, 3000) }),
  (chance) => ({ cutAfter: chance.between(200, 20_000), pieceBytes: chance.between(1, 64) }),
  (chance) => ({ halfCloseAfter: chance.between(100, 4000) }),
  (chance) => ({ deafAfter: chance.between(200, 4000) }),
  (chance) => ({ delayMs: [0, chance.between(1, 80)] }),
  (chance) => ({ delayMs: [0, chance.between(1, 40)], cutAfter: chance.between(500, 5000) }),
  () => ({ twice: true }),
  (chance) => ({ twice: true, cutAfter: chance.between(300, 5000) }),
];

const SIZES = [40, 40, 600, 600, 600, 2100, 16_500];

/** `roughness`: how many connections of a side may misbehave in a row; each costs seconds of patience. */
export function planRun(chance: Chance, name: string, roughness = 3): RunPlan {
  const sides = Array.from({ length: chance.happens(0.2) ? 3 : 2 }, (_, at) =>
    planSide(chance.branch(), `${name}${"abc"[at]}`, roughness),
  );
  const end = chance.of(["early", "late", "late", "never"] as const);
  return { sides, end, enders: chance.happens(0.2) ? 3 : 1 };
}

function planSide(chance: Chance, name: string, roughness: number): SidePlan {
  const isCalm = chance.happens(0.3);
  const count = chance.between(1, 12);
  const somewhere = (): number => chance.between(0, count - 1);
  return {
    name,
    blocked: chance.happens(0.3),
    manners: Array.from({ length: isCalm ? 0 : chance.between(1, roughness) }, () =>
      chance.of(MANNERS)(chance),
    ),
    texts: Array.from({ length: count }, () => ({
      bytes: chance.of(SIZES),
      pauseMs: chance.happens(0.5) ? 0 : chance.between(1, 250),
    })),
    reloadAfter: chance.happens(0.12) ? somewhere() : undefined,
    silence: chance.happens(0.08)
      ? { after: somewhere(), noticedMs: chance.between(0, 2000) }
      : undefined,
  };
}
