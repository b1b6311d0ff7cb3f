import { randomUUID } from "node:crypto";
import { fc } from "../../tests/factories/chance.ts";
import { describe, expect, test } from "vitest";
import { type Conversation, fold, type StoredEvent } from "./fold.ts";
import {
  DESERTED_MS,
  isWaiting,
  MAX_LENGTH_MS,
  noPressure,
  overdue,
  press,
  pressureAt,
  proofSteps,
  queueOrder,
  type Standing,
  takeRefusal,
  thoseIn,
} from "./policy.ts";
import { Price } from "./price.ts";

const opened: StoredEvent = {
  ...{
    e: "opened",
    jour: randomUUID(),
    face: randomUUID(),
    door: "young",
    language: "sv",
    at: 1000,
  },
  ...{ token: "t", pass: "p", place: 1 },
};
const read = (...events: StoredEvent[]): Conversation => {
  const state = [opened, ...events].reduce<Conversation | undefined>(fold, undefined);
  if (!state) throw new Error("nothing was opened");
  return state;
};
const at = 2000;
const taken = (duty: string): StoredEvent => ({ e: "taken", duty, at });
const called = (duty: string, by: string): StoredEvent => ({
  e: "called",
  duty,
  by,
  handOver: false,
  at,
});
const joined = (duty: string): StoredEvent => ({ e: "joined", duty, at });
const left = (duty: string): StoredEvent => ({ e: "left", duty, at });
const standing = (state: Conversation, more: Partial<Standing> = {}): Standing => ({
  ...{ id: "a", state, begunAt: state.since, desertedSince: null, seekerAwaySince: null },
  ...more,
});

describe("the state is the fold of the log", () => {
  test("from the queue through hands to hands", () => {
    expect(read()).toMatchObject({
      door: "young",
      since: 1000,
      volunteers: [],
      firstTaken: null,
      again: false,
    });
    expect(thoseIn(read(taken("a")))).toEqual(["a"]);
    const asked = read(taken("a"), called("b", "a"));
    expect([thoseIn(asked), asked.volunteers[1]?.state]).toEqual([["a"], "called"]);
    expect(thoseIn(read(taken("a"), called("b", "a"), joined("b"), left("a")))).toEqual(["b"]);
    expect(read(taken("a"), { e: "released", duty: "a", at })).toMatchObject({
      volunteers: [],
      again: true,
      firstTaken: at,
    });
    const block: StoredEvent = { e: "block-asked", by: "a", at };
    expect(read(taken("a"), block).blockAskedBy).toBe("a");
    expect(read(taken("a"), block, left("a")).blockAskedBy).toBeNull();
  });

  test("makes no sense of events before the first, and takes no second opening", () => {
    expect(fold(undefined, taken("a"))).toBeUndefined();
    const state = read(taken("a"));
    expect(fold(state, { ...opened, token: "another" })).toBe(state);
  });

  test("never holds a duty twice, whatever happens", () => {
    const duty = fc.constantFrom("a", "b", "c");
    const event = fc.oneof(
      duty.map(taken),
      duty.map(joined),
      duty.map(left),
      fc.tuple(duty, duty).map(([who, by]) => called(who, by)),
    );
    fc.assert(
      fc.property(fc.array(event, { maxLength: 40 }), (events) => {
        const duties = read(...events).volunteers.map((one) => one.duty);
        expect(new Set(duties).size).toBe(duties.length);
      }),
    );
  });
});

describe("the rule book", () => {
  test("who waits, and who stands first", () => {
    expect(isWaiting(standing(read()), at)).toBe(true);
    expect(isWaiting(standing(read(called("b", "a"))), at)).toBe(true);
    expect(isWaiting(standing(read(taken("a"))), at)).toBe(false);
    const deserted = standing(read(taken("a")), { desertedSince: at });
    expect(isWaiting(deserted, at + DESERTED_MS - 1)).toBe(false);
    expect(isWaiting(deserted, at + DESERTED_MS)).toBe(true);
    const queue = [
      standing(read(), { id: "late", state: { ...read(), since: 9 } }),
      standing(read(), { id: "early", state: { ...read(), since: 5 } }),
      standing(read(), { id: "again", state: { ...read(), since: 7, again: true } }),
    ];
    expect(queue.toSorted(queueOrder).map(({ id }) => id)).toEqual(["again", "early", "late"]);
  });

  test("who may take her", () => {
    const free = { load: 1, capacity: 2 };
    expect(takeRefusal(standing(read()), free, at)).toBeUndefined();
    expect(takeRefusal(standing(read()), { load: 2, capacity: 2 }, at)).toBe("limit-reached");
    expect(takeRefusal(standing(read(taken("a"))), free, at)).toBe("already-taken");
  });

  test("when it has to end by itself", () => {
    expect(overdue(standing(read()), 600, at)).toBeUndefined();
    expect(overdue(standing(read(), { seekerAwaySince: at }), 600, at + 599)).toBeUndefined();
    expect(overdue(standing(read(), { seekerAwaySince: at }), 600, at + 600)).toBe("abandoned");
    expect(overdue(standing(read()), 600, 1000 + MAX_LENGTH_MS)).toBe("expired");
  });

  test("how much work the way in costs", () => {
    expect(proofSteps("new", 0)).toBe(proofSteps("new", 30));
    expect(proofSteps("new", 60)).toBe(2 * proofSteps("new", 30));
    expect(proofSteps("new", 1e9)).toBe(64 * proofSteps("new", 0));
    const pressed = press(press(noPressure, 8, 0), 8, 60_000);
    expect(pressureAt(pressed, 60_000)).toBe(12);
    expect(pressureAt(pressed, 120_000)).toBe(6);
    expect(pressureAt(pressed, 0)).toBe(12);
  });

  test("that those who wait make it harder for new tabs only, and that work may grow too cheap", () => {
    const price = new Price();
    const calm = price.steps("new", 0, 0);
    expect(price.steps("new", 3, 0)).toBe(calm);
    expect(price.steps("new", 15, 0)).toBe(4 * calm);
    expect(price.steps("returning", 15, 0)).toBe(calm);
    price.press("new", 120, 0);
    expect(price.isEnough(calm, "new", 0, 0)).toBe(true);
    expect(price.isEnough(calm, "returning", 500, 0)).toBe(true);
    price.press("new", 1, 0);
    expect(price.isEnough(calm, "new", 0, 0)).toBe(false);
    // A minute later it is half as busy; but who waits goes on pressing.
    expect(price.isEnough(calm, "new", 0, 60_000)).toBe(true);
    expect(price.isEnough(calm, "new", 8, 60_000)).toBe(false);
  });
});
