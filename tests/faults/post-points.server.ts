// Every fault point of letters, bookings and mail, struck while each of them lives through it.

import { setTimeout as sleep } from "node:timers/promises";
import { letterPaths } from "../../src/letters/index.ts";
import { type FaultPoint, POST_POINTS } from "../../src/platform/fault-points.server.ts";
import type { Box } from "../../src/protocol/testing/post.ts";
import { until } from "./house.server.ts";
import { type Blow, blowsAt, orderFor } from "./points.server.ts";
import { PostHouse, type PostOptions } from "./post-house.server.ts";
import {
  booking,
  correspondence,
  mailAndAnswer,
  notGone,
  notKept,
  restoreBackup,
  sealed,
  written,
} from "./post-life.server.ts";

export type Life = "deleted" | "expired" | "booking" | "mail";

/** What of it passes there. */
export function livesAt(point: FaultPoint): Life[] {
  const [place] = point.split(":");
  if (place === "booking") return ["booking"];
  if (place === "outbox") return ["mail"];
  if (point === "mailbox:keyed" || point === "mailbox:kept") return ["deleted", "mail"];
  if (point === "mailbox:shredded" || point === "mailbox:deleted") return ["deleted", "expired"];
  return ["deleted"];
}

export const strikes = (points: readonly FaultPoint[]): [FaultPoint, Life, Blow][] =>
  points.flatMap((point) =>
    livesAt(point).flatMap((life) =>
      blowsAt(point).map((blow): [FaultPoint, Life, Blow] => [point, life, blow]),
    ),
  );

/** From there on the next server has the mail, and no note of it may be left. */
const MAY_BE_TWICE = (point: FaultPoint): boolean =>
  point === "outbox:handed" || point.startsWith("shred:");

export class PostPoints {
  readonly at: PostHouse;
  readonly #ended: Box[] = [];
  #kept: Box | undefined;

  private constructor(at: PostHouse) {
    this.at = at;
  }

  static async open(options?: PostOptions): Promise<PostPoints> {
    return new PostPoints(await PostHouse.open(options));
  }

  async strike(point: FaultPoint, life: Life, blow: Blow): Promise<string[]> {
    const { house } = this.at;
    this.#kept ??= await written(this.at, "Den som är kvar.");
    const before = house.journal.struck;
    const order = orderFor(house, point, blow);
    const lonely = point.startsWith("post:") ? this.at.lonelyKey() : undefined;
    if (lonely === undefined) await house.order([order]);
    else {
      house.ordersForStart = [order];
      house.signal("SIGKILL");
      await house.gone();
    }
    const found = await this.#live(life, point);
    const hasStruck = await until(() => house.journal.struck > before, 15_000);
    await house.order([]);
    const isSwept = lonely === undefined || (await this.#isSwept(lonely));
    return [
      ...found,
      ...(hasStruck ? [] : [`${blow} at ${point}: the point was not passed`]),
      ...(isSwept ? [] : ["a key without a row stays"]),
      ...(await notKept(this.at, this.#kept)),
    ];
  }

  /** At this start, or where that was struck, at the next one. */
  async #isSwept(name: string): Promise<boolean> {
    const isGone = (): boolean => !this.at.keyFiles().some((file) => file.startsWith(name));
    if (await until(isGone, 6000)) return true;
    this.at.house.signal("SIGKILL");
    await this.at.house.gone();
    return until(isGone, 30_000);
  }

  async #live(life: Life, point: FaultPoint): Promise<string[]> {
    if (life === "booking") return booking(this.at);
    if (life === "mail") return mailAndAnswer(this.at, MAY_BE_TWICE(point));
    const { box, breaches } = await correspondence(this.at, life);
    this.#ended.push(box);
    return breaches;
  }

  /** A kill has left the key of her letter, and it comes again just while a start takes keys without rows away. */
  async comesAgain(): Promise<string[]> {
    const { house } = this.at;
    const { box, body } = await sealed(this.at, "En gång till.");
    const before = house.journal.struck;
    await house.order([orderFor(house, "mailbox:keyed", "kill the program")]);
    const stall = { act: "stall", milliseconds: 2000 } as const;
    house.ordersForStart = [{ point: "post:matched", nth: 1, ...stall }];
    const lost = await this.at.askOnce(letterPaths.open, body);
    if (lost) return [`the first try was answered with ${lost.status}`];
    if (!(await until(() => house.journal.struck >= before + 2, 30_000)))
      return ["the start has not come to its keys"];
    const { status } = await this.at.ask(letterPaths.open, body);
    if (status !== 200) return [`the second try was answered with ${status}`];
    await sleep(stall.milliseconds + 1000);
    return notKept(this.at, box);
  }

  /** Rows of everything that has ended are put back, as from a backup, and the program begins anew. */
  async restored(): Promise<string[]> {
    const rows = await restoreBackup(this.at);
    const found = rows >= this.#ended.length ? [] : ["the backup lacks rows"];
    for (const box of this.#ended) {
      const { status } = await this.at.ask(letterPaths.read, {
        token: Buffer.from(box.keys.token).toString("base64url"),
      });
      if (status !== 404) found.push(`what was deleted is answered with ${status}`);
    }
    this.at.house.signal("SIGKILL");
    await this.at.house.gone();
    const isClear = await until(async () => {
      const left = await Promise.all(this.#ended.slice(-3).map((box) => notGone(this.at, box)));
      return left.flat().length === 0;
    }, 30_000);
    return [...found, ...(isClear ? [] : ["its rows stay"])];
  }

  missed(): FaultPoint[] {
    const { reached } = this.at.house.journal;
    return POST_POINTS.filter((point) => !reached.has(point));
  }

  close(): Promise<void> {
    return this.at.close();
  }
}
