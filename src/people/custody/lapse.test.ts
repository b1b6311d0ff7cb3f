import { afterAll, beforeAll, expect, test } from "vitest";
import {
  foundedBy,
  type HouseOfPeople,
  houseOfPeople,
  joined,
  type Woman,
} from "../../../tests/factories/people.server.ts";
import { bytes, DAY } from "../../protocol/testing/world.ts";
import { nextLapse, stepAt } from "./lapse.ts";

const now = 1_800_000_000_000;
const [a, b, c] = [bytes(1), bytes(2), bytes(3)] as const;
const term = (key: Uint8Array, days: number) => ({ key, at: now, until: now + days * DAY });

test("the next lapse is that of the first coordinator who may sign now, by her latest term", () => {
  const delegates = [term(a, 10), term(a, 40), term(b, 60), term(c, 5)];
  const lapse = (more: { revoked?: Uint8Array[]; of?: Uint8Array[] }) =>
    nextLapse({ delegates, revoked: more.revoked ?? [] }, more.of ?? [a, b], now);
  expect(lapse({})).toEqual({ at: now + 40 * DAY });
  expect(lapse({ revoked: [a] })).toEqual({ at: now + 60 * DAY });
  expect(lapse({ of: [bytes(9)] })).toBeUndefined();
  expect(nextLapse({ delegates: [term(a, -1)], revoked: [] }, [a], now)).toBeUndefined();
});

test.each([
  [22, 0],
  [21, 1],
  [8, 1],
  [7, 2],
  [2, 3],
  [0, 3],
])("%i days before, so many reminders are due: %i", (days, step) =>
  expect(stepAt(now + days * DAY, now)).toBe(step),
);

let house: HouseOfPeople;
let majken: Woman;
beforeAll(async () => {
  house = await houseOfPeople();
  majken = await foundedBy(house);
  await joined(majken, house, "volunteer", { name: "Anna" });
});
afterAll(() => house.close());

test("whoever holds a key of the root is told thrice, volunteers and other jours never", async () => {
  const said: string[][] = [];
  const remind = async (days: number, jour = house.jour) => {
    house.clock.now = began + (90 - days) * DAY;
    await house.people.remindOfLapse(jour, async (_, members) => void said.push([...members]));
    return said.splice(0);
  };
  const began = house.clock.now;
  expect(await remind(25)).toEqual([]);
  expect(await remind(20)).toEqual([[majken.member]]);
  expect(await remind(19)).toEqual([]);
  // What could not be handed over is said again.
  house.clock.now = began + 84 * DAY;
  const broken = house.people.remindOfLapse(house.jour, () => Promise.reject(new Error("full")));
  await expect(broken).rejects.toThrow("full");
  expect(await remind(6)).toEqual([[majken.member]]);
  expect(await remind(1)).toEqual([[majken.member]]);
  expect(await remind(0.5)).toEqual([]);
  expect(await remind(-1)).toEqual([]);
  expect(await remind(1, house.otherJour)).toEqual([]);
});
