// Every fault point, struck in every way that makes sense there, while a conversation begins, goes on and ends.

import {
  FAULT_POINTS,
  type FaultOrder,
  type FaultPoint,
} from "../../src/platform/fault-points.server.ts";
import { breachesOf } from "./check.ts";
import type { House } from "./house.server.ts";
import type { RunPlan, SidePlan } from "./plan.ts";
import { type Outcome, type Place, Run } from "./run.server.ts";

export const BLOWS = [
  "kill the program",
  "kill PostgreSQL",
  "kill the backends",
  "kill both",
  "a slow disk",
  "a full disk",
] as const;
export type Blow = (typeof BLOWS)[number];

const STALL_MS = 700;
/** Where the disk or the database is asked next: what fails in reality. */
const ASKS_THE_DISK = /^(key|shred|append|rows|recover|mirror|mailbox|booking|outbox|post):/;

export function blowsAt(point: FaultPoint): Blow[] {
  return BLOWS.filter((blow) => {
    if (blow === "a full disk") return ASKS_THE_DISK.test(point);
    return blow !== "a slow disk" || !point.startsWith("ack:");
  });
}

export function orderFor(house: House, point: FaultPoint, blow: Blow, nth = 1): FaultOrder {
  const kill = (pids: number[]): FaultOrder => ({
    ...{ point, nth, act: "signal", signal: "SIGKILL", pids },
    // Its bytes leave a moment after they are written.
    ...(point === "ack:written" ? { afterMs: 1 } : {}),
  });
  switch (blow) {
    case "kill the program":
      return kill([0]);
    case "kill PostgreSQL":
      return kill(house.postgres());
    case "kill the backends":
      return kill(house.backends());
    case "kill both":
      return kill([0, ...house.postgres()]);
    case "a slow disk":
      return { point, nth, act: "stall", milliseconds: STALL_MS };
    case "a full disk":
      return { point, nth, act: "fail", code: "ENOSPC" };
  }
}

const side = (name: string, blocked: boolean): SidePlan => ({
  ...{ name, blocked, manners: [] },
  texts: [40, 600, 2100].map((bytes) => ({ bytes, pauseMs: 5 })),
  ...{ reloadAfter: undefined, silence: undefined },
});

const planOf = (end: RunPlan["end"]): RunPlan => ({
  sides: [side("socket", false), side("polls", true)],
  ...{ end, enders: 2 },
});

/** One house that is struck at one point after the other, and a conversation that lives through it all. */
export class Points {
  readonly #house: House;
  readonly #place: Place;
  #kept: Outcome | undefined;

  constructor(house: House, place: Place) {
    this.#house = house;
    this.#place = place;
  }

  /** The breaches of what was promised, and whether the blow fell at all. */
  async strike(point: FaultPoint, blow: Blow): Promise<string[]> {
    const name = `${blow} at ${point}`;
    this.#kept ??= await new Run(planOf("never"), this.#place, "the one that is kept").play();
    const before = this.#house.journal.struck;
    const order = orderFor(this.#house, point, blow);
    if (point.startsWith("recover:")) {
      this.#house.ordersForStart = [order];
      this.#house.signal("SIGKILL");
      await this.#house.gone();
    } else await this.#house.order([order]);
    const { breaches } = await new Run(planOf("late"), this.#place, name).play();
    await this.#house.order([]);
    const hasStruck = this.#house.journal.struck > before;
    const truth = await this.#place.ground.frames(this.#kept.id);
    return [
      ...breaches,
      ...(hasStruck ? [] : [`${name}: the point was not passed`]),
      ...breachesOf(this.#kept.account, truth),
    ];
  }
}

/** Points that no run has passed: the suite would prove nothing about them. */
export function missedPoints(house: House): FaultPoint[] {
  const { reached } = house.journal;
  return FAULT_POINTS.filter((point) => !reached.has(point));
}
