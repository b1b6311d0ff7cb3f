import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type LectureHouse, lectureHouse } from "../../tests/factories/lectures.server.ts";
import { fail, ok } from "../platform/result.ts";
import { busy } from "./bookings.server.ts";

let house: LectureHouse;
beforeAll(async () => {
  house = await lectureHouse();
});
afterAll(() => house.close());

it("shows when a lecturer is taken within the time that is thought of, and nothing of anybody else", async () => {
  const [anna, siv] = [randomUUID(), randomUUID()];
  const deps = {
    ...house.deps,
    members: async () => [
      { id: anna, name: "Anna", teams: ["lecturers"] },
      { id: siv, name: "Siv", teams: ["counselling"] },
    ],
    eventsOf: async () => [
      {
        ...{ id: "talk", isTaken: true },
        startsAt: Date.parse("2026-12-01T09:00:00Z"),
        endsAt: Date.parse("2026-12-01T12:20:00Z"),
      },
    ],
  };
  const at = { starts: "2026-12-01T13:00", minutes: 60, except: "" };
  const asked = (by: string, of: string) =>
    busy(deps, { ...house.asker(), member: by }, { ...at, member: of });
  expect(await asked(anna, siv)).toEqual(fail("not-found"));
  const cut = { startsAt: "2026-12-01T12:00:00.000Z", endsAt: "2026-12-01T12:20:00.000Z" };
  expect(await asked(siv, anna)).toEqual(ok([cut]));
  // A coordinator who holds a lecture sees her own.
  expect(await asked(siv, siv)).toEqual(ok([cut]));
});
