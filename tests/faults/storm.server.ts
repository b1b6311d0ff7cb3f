import { setTimeout as sleep } from "node:timers/promises";
import { FAULT_POINTS, type FaultOrder } from "../../src/platform/fault-points.server.ts";
import { type House, until } from "./house.server.ts";
import { type Blow, blowsAt, orderFor } from "./points.server.ts";
import type { Chance } from "./random.ts";

const KINDS = [
  "kill the program, at any moment",
  "kill PostgreSQL, at any moment",
  "kill one backend, at any moment",
  "kill both, at any moment",
  "kill the program, at a point",
  "kill PostgreSQL, at a point",
  "kill both, at a point",
  "a slow disk",
  "a full disk",
  "PostgreSQL does not answer",
  "the program does not answer",
  "stop and start the program",
] as const;
type Kind = (typeof KINDS)[number];

export interface Strike {
  readonly kind: Kind;
  readonly at: number;
}

const PASSED_MS = 1500;

/** Strikes a house again and again, with pauses in which it comes to itself. */
export class Storm {
  readonly strikes: Strike[] = [];
  readonly #house: House;
  readonly #chance: Chance;

  constructor(house: House, chance: Chance) {
    this.#house = house;
    this.#chance = chance;
  }

  async rage(isOver: () => boolean): Promise<void> {
    while (!isOver()) {
      await sleep(this.#chance.between(300, 2500));
      const kind = this.#chance.of(KINDS);
      if (isOver()) return;
      if (await this.#strike(kind)) this.strikes.push({ kind, at: performance.now() });
      await until(() => this.#house.isReady, 60_000);
    }
  }

  /** Resolves to whether it fell. */
  async #strike(kind: Kind): Promise<boolean> {
    const house = this.#house;
    switch (kind) {
      case "kill the program, at any moment":
        house.signal("SIGKILL");
        return true;
      case "kill PostgreSQL, at any moment":
        return house.strikePostgres("SIGKILL") > 0;
      case "kill one backend, at any moment":
        return house.strikePostgres("SIGKILL", house.backends().slice(0, 1)) > 0;
      case "kill both, at any moment":
        house.strikePostgres("SIGKILL");
        house.signal("SIGKILL");
        return true;
      case "kill the program, at a point":
        return this.#atPoint("kill the program");
      case "kill PostgreSQL, at a point":
        return this.#atPoint("kill PostgreSQL");
      case "kill both, at a point":
        return this.#atPoint("kill both");
      case "a slow disk":
      case "a full disk":
        return this.#badDisk(kind);
      case "PostgreSQL does not answer":
        return this.#still(house.postgres());
      case "the program does not answer":
        return this.#still([house.pid]);
      case "stop and start the program":
        house.signal("SIGTERM");
        return true;
    }
  }

  async #atPoint(blow: Blow): Promise<boolean> {
    const points = FAULT_POINTS.filter((point) => blowsAt(point).includes(blow));
    const point = this.#chance.of(points);
    const order = orderFor(this.#house, point, blow, this.#chance.between(1, 4));
    if (point.startsWith("recover:")) {
      this.#house.ordersForStart = [{ ...order, nth: 1 }];
      this.#house.signal("SIGKILL");
      return true;
    }
    return this.#during([order], PASSED_MS, true);
  }

  /** Every point that asks the disk, for a while. */
  async #badDisk(blow: Blow & ("a slow disk" | "a full disk")): Promise<boolean> {
    const asking = FAULT_POINTS.filter((point) => blowsAt(point).includes("a full disk"));
    const orders = asking
      .filter((point) => !point.startsWith("recover:"))
      .map((point): FaultOrder => {
        const order = { ...orderFor(this.#house, point, blow), always: true };
        const milliseconds = this.#chance.between(20, 400);
        return order.act === "stall" ? { ...order, milliseconds } : order;
      });
    return this.#during(orders, this.#chance.between(500, 2500), false);
  }

  async #during(orders: FaultOrder[], milliseconds: number, isOnce: boolean): Promise<boolean> {
    const before = this.#house.journal.struck;
    await this.#house.order(orders);
    const hasStruck = (): boolean => this.#house.journal.struck > before;
    if (isOnce) await until(hasStruck, milliseconds);
    else await sleep(milliseconds);
    await this.#house.order([]);
    return hasStruck();
  }

  async #still(pids: number[]): Promise<boolean> {
    this.#house.strikePostgres("SIGSTOP", pids);
    // Longer than a batch waits, now and then.
    await sleep(this.#chance.happens(0.15) ? 13_000 : this.#chance.between(100, 3000));
    this.#house.strikePostgres("SIGCONT", pids);
    return pids.length > 0;
  }
}
