import { fc } from "../../tests/factories/chance.ts";
import { describe, expect, it } from "vitest";
import { announced } from "./hours.ts";
import { intervalFaults } from "./intervals.ts";
import type { Channel, FaceHours, HoursException, Interval, Week } from "./names.ts";

const never: Week = [[], [], [], [], [], [], []];
const at = (text: string): number => Date.parse(text);

function interval(text: string): Interval {
  const [from = "", until = ""] = text.split("-");
  return { from, until };
}

/** `{ 4: ["18:00-21:00"] }` = Thursdays. */
function chat(days: Record<number, string[]>, exceptions: HoursException[] = []): FaceHours {
  const week = never.map((_, index) => (days[index + 1] ?? []).map(interval));
  return { week: { chat: week, phone: never, letter: never, talk: never }, exceptions };
}

function except(date: string, channel: Channel | "all", ...intervals: string[]): HoursException {
  return { date, channel, intervals: intervals.map(interval) };
}

describe("announced hours", () => {
  const thursdays = chat({ 4: ["13:00-15:00", "18:00-21:00"] });

  it("knows several intervals of a day and the gap between them", () => {
    const ask = (time: string) => announced(thursdays, "chat", at(`2026-01-15T${time}+01:00`));
    expect(ask("12:59")).toEqual({ open: false, opensAt: at("2026-01-15T13:00+01:00") });
    expect(ask("13:00")).toEqual({ open: true, until: at("2026-01-15T15:00+01:00") });
    expect(ask("15:00")).toEqual({ open: false, opensAt: at("2026-01-15T18:00+01:00") });
    expect(ask("20:59:59")).toEqual({ open: true, until: at("2026-01-15T21:00+01:00") });
    expect(ask("21:00")).toEqual({ open: false, opensAt: at("2026-01-22T13:00+01:00") });
  });

  it("says nothing of a channel without hours", () => {
    expect(announced(thursdays, "phone", at("2026-01-15T14:00+01:00"))).toEqual({
      open: false,
      opensAt: null,
    });
  });

  it("goes over midnight, the new year and into an exception of the next day", () => {
    const nights = chat({ 3: ["22:00-02:00"] }, [except("2026-01-01", "all")]);
    expect(announced(nights, "chat", at("2026-01-01T01:59+01:00"))).toEqual({
      open: true,
      until: at("2026-01-01T02:00+01:00"),
    });
  });

  it("joins intervals that touch, over midnight too, and knows round the clock", () => {
    const joined = chat({ 1: ["18:00-00:00"], 2: ["00:00-02:00"] });
    expect(announced(joined, "chat", at("2026-01-12T23:00+01:00"))).toEqual({
      open: true,
      until: at("2026-01-13T02:00+01:00"),
    });
    const always = chat(Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((d) => [d, ["00:00-00:00"]])));
    expect(announced(always, "chat", at("2026-03-29T02:30+01:00"))).toEqual({
      open: true,
      until: null,
    });
  });

  it("lets an exception replace the day: closed, other hours, one channel before all", () => {
    const midsummer = chat({ 5: ["18:00-21:00"] }, [
      except("2026-06-19", "all"),
      except("2026-06-26", "all"),
      except("2026-06-26", "chat", "10:00-11:00"),
      except("2026-06-20", "all", "12:00-13:00"),
    ]);
    const ask = (when: string) => announced(midsummer, "chat", at(when));
    expect(ask("2026-06-19T19:00+02:00")).toEqual({
      open: false,
      opensAt: at("2026-06-20T12:00+02:00"),
    });
    expect(ask("2026-06-20T14:00+02:00")).toEqual({
      open: false,
      opensAt: at("2026-06-26T10:00+02:00"),
    });
    expect(announced(midsummer, "phone", at("2026-06-20T12:30+02:00")).open).toBe(false);
  });

  it("keeps the hours on the clock when summer time begins", () => {
    const sundays = chat({ 7: ["01:30-04:00"] });
    expect(announced(sundays, "chat", at("2026-03-29T01:30+01:00"))).toEqual({
      open: true,
      until: at("2026-03-29T04:00+02:00"),
    });
    const inTheGap = chat({ 7: ["02:00-02:45", "02:30-03:15"] });
    expect(announced(inTheGap, "chat", at("2026-03-29T01:59+01:00"))).toEqual({
      open: false,
      opensAt: at("2026-03-29T03:00+02:00"),
    });
    expect(announced(inTheGap, "chat", at("2026-03-29T03:00+02:00"))).toEqual({
      open: true,
      until: at("2026-03-29T03:15+02:00"),
    });
  });

  it("takes the first of the repeated hour when summer time ends", () => {
    const saturdayNight = chat({ 6: ["22:00-02:30"], 7: ["18:00-19:00"] });
    expect(announced(saturdayNight, "chat", at("2026-10-25T02:29+02:00"))).toEqual({
      open: true,
      until: at("2026-10-25T02:30+02:00"),
    });
    expect(announced(saturdayNight, "chat", at("2026-10-25T02:10+01:00"))).toEqual({
      open: false,
      opensAt: at("2026-10-25T18:00+01:00"),
    });
    const through = chat({ 6: ["22:00-03:00"] });
    expect(announced(through, "chat", at("2026-10-25T02:59+01:00"))).toEqual({
      open: true,
      until: at("2026-10-25T03:00+01:00"),
    });
  });

  it("holds for any week: what it promises comes true, and not before", () => {
    const time = fc
      .integer({ min: 0, max: 95 })
      .map((quarter) => `${pad(Math.floor(quarter / 4))}:${pad((quarter % 4) * 15)}`);
    const day = fc.array(fc.record({ from: time, until: time }), { maxLength: 3 });
    const week = fc.array(day, { minLength: 7, maxLength: 7 });
    // Weeks round both changes of the clock.
    const moment = fc
      .constantFrom("2026-03-28T12:00Z", "2026-10-24T12:00Z")
      .chain((start) =>
        fc.integer({ min: 0, max: 3000 }).map((minute) => at(start) + minute * 60_000),
      );
    fc.assert(
      fc.property(week, moment, (days, now) => {
        const hours: FaceHours = {
          week: { chat: days, phone: never, letter: never, talk: never },
          exceptions: [],
        };
        const said = announced(hours, "chat", now);
        const turn = said.open ? said.until : said.opensAt;
        if (turn === null) return;
        expect(turn).toBeGreaterThan(now);
        expect(announced(hours, "chat", turn).open).toBe(!said.open);
        const between = now + Math.floor((turn - now) / 2);
        expect(announced(hours, "chat", between)).toEqual(said);
        expect(announced(hours, "chat", turn - 1)).toEqual(said);
      }),
      { numRuns: 150 },
    );
  });
});

const pad = (number: number): string => String(number).padStart(2, "0");

describe("faults in the intervals of a day", () => {
  const faults = (...texts: string[]) => [...intervalFaults(texts.map(interval)).entries()];
  it("names what is missing and what overlaps, and lets the rest be", () => {
    expect(faults("18:00-21:00", "21:00-22:00", "22:30-02:00")).toEqual([]);
    expect(faults("18:00-21:00", "20:00-22:00")).toEqual([[1, "overlap"]]);
    expect(faults("18:00-", "24:00-25:00", "08:00-09:00")).toEqual([
      [0, "time-missing"],
      [1, "time-missing"],
    ]);
    expect(faults("00:00-00:00", "12:00-13:00")).toEqual([[1, "overlap"]]);
  });
});
