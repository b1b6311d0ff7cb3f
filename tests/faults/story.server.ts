import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "vitest";
import type { Account, EndState } from "./check.ts";
import { breachesOf } from "./check.ts";
import { House, type HouseOptions, until } from "./house.server.ts";
import { askUntilDone, Side } from "./sides.server.ts";
import { groundOf } from "./truth.server.ts";

const PATIENCE_MS = 60_000;

/** One conversation of a story: who sits at it, and what they were told. */
export class Talk {
  readonly house: House;
  readonly id: string;
  readonly sides: readonly Side[];
  end: EndState = "living";
  readonly #forget: () => void;

  constructor(
    house: House,
    id: string,
    names: readonly string[],
    isBlocked: (at: number) => boolean,
  ) {
    this.house = house;
    this.id = id;
    const port = (): number => house.port;
    this.sides = names.map(
      (name, at) => new Side({ name, port, conversation: id, blocked: isBlocked(at) }),
    );
    this.#forget = house.onUp(() => this.sides.forEach((side) => side.wake()));
  }

  static async begin(house: House, names = ["sara", "mira"], isBlocked = (at: number) => at > 0) {
    const begun = await askUntilDone(() => house.port, "/begin", PATIENCE_MS);
    expect(begun?.body.id).toBeDefined();
    return new Talk(house, begun?.body.id ?? "", names, isBlocked);
  }

  say(bytes = 600): void {
    for (const side of this.sides) side.say(bytes);
  }

  /** All that was said so far is acknowledged. */
  isThrough(milliseconds = PATIENCE_MS): Promise<boolean> {
    return this.#awake(() => this.sides.every((side) => side.isAcknowledged), milliseconds);
  }

  /** All sides were told that there is no such conversation. */
  isGone(): Promise<boolean> {
    return this.#awake(() => this.sides.every(({ codes }) => codes[0] === "gone"), PATIENCE_MS);
  }

  /** Pages that come to the front again and again look soon whether their lines are alive. */
  async #awake(check: () => boolean, milliseconds: number): Promise<boolean> {
    const waking = setInterval(() => this.sides.forEach((side) => side.wake()), 1500);
    const isSo = await until(check, milliseconds);
    clearInterval(waking);
    return isSo;
  }

  async finish(): Promise<void> {
    this.end = "asked";
    const ended = await askUntilDone(() => this.house.port, `/end/${this.id}`, PATIENCE_MS);
    if (ended) this.end = "acknowledged";
  }

  async breaches(patient = true): Promise<string[]> {
    const account: Account = {
      ...{ name: this.id, end: this.end },
      said: this.sides.flatMap(({ said }) => said),
      heard: this.sides.map(({ tab, heard }) => ({ tab, frames: [...heard], expected: 0 })),
      patient: new Set(patient ? this.sides.map(({ tab }) => tab) : []),
    };
    return breachesOf(account, await groundOf(this.house).frames(this.id));
  }

  close(): void {
    this.#forget();
    for (const side of this.sides) side.close();
  }
}

/** Things to be undone at the end of a story, the last first. */
export class Undo {
  readonly #acts: (() => unknown)[] = [];

  later(act: () => unknown): void {
    this.#acts.push(act);
  }

  async all(): Promise<void> {
    for (const act of this.#acts.splice(0).toReversed()) await act();
  }

  /** A directory that is gone afterwards. */
  directory(): string {
    const path = mkdtempSync(join(tmpdir(), `lykta-test-${process.pid}-`));
    this.later(() => rmSync(path, { recursive: true, force: true }));
    return path;
  }

  /** What the database takes the time to be, in milliseconds since 1970. */
  async calendarOf(house: House): Promise<number> {
    const sql = "select extract(epoch from clock_timestamp())::float8 * 1000 as ms";
    const { rows } = await groundOf(house).query(sql);
    return (rows[0] as { ms: number }).ms;
  }

  async house(options: HouseOptions = {}): Promise<House> {
    const house = new House(options);
    this.later(() => house.close());
    this.later(house.keepUp());
    expect(await until(() => house.isReady, PATIENCE_MS)).toBe(true);
    return house;
  }

  async talk(house: House, ...more: [names?: string[], isBlocked?: (at: number) => boolean]) {
    const talk = await Talk.begin(house, ...more);
    this.later(() => talk.close());
    return talk;
  }
}
