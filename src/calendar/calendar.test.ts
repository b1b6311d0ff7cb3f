import ICAL from "ical.js";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { writeAppointment, writeCalendar } from "./ical.ts";

const event = (id: string, startsAt: string, isTaken: boolean) => {
  const at = Temporal.ZonedDateTime.from(`${startsAt}[Europe/Stockholm]`);
  return {
    ...{ id, isTaken, startsAt: at.epochMilliseconds },
    endsAt: at.add({ minutes: 50 }).epochMilliseconds,
  };
};

/** As a parser reads it that this project did not write. */
function read(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  return calendar.getAllSubcomponents("vevent").map((one) => {
    const { uid, summary, startDate, endDate } = new ICAL.Event(one);
    const wall = Temporal.Instant.fromEpochMilliseconds(startDate.toJSDate().getTime())
      .toZonedDateTimeISO("Europe/Stockholm")
      .toPlainDateTime()
      .toString();
    const minutes = (endDate.toJSDate().getTime() - startDate.toJSDate().getTime()) / 60_000;
    return { uid, summary, wall, minutes };
  });
}

describe("a calendar", () => {
  it("is read by others at the same wall clock, before and after the nights when the clocks change", () => {
    const walls = ["2026-10-20T14:00", "2026-10-27T14:00", "2027-03-23T14:00", "2027-03-30T14:00"];
    const text = writeCalendar(
      walls.map((wall, at) => event(`${at}`, wall, true)),
      Date.now(),
    );
    expect(read(text).map(({ wall }) => wall)).toEqual(walls.map((wall) => `${wall}:00`));
    expect(read(text).every(({ minutes }) => minutes === 50)).toBe(true);
  });

  it("says nothing but whether she is taken", () => {
    const text = writeCalendar(
      [event("a", "2026-12-01T09:00", true), event("b", "2026-12-01T10:00", false)],
      Date.now(),
    );
    expect(read(text).map(({ summary }) => summary)).toEqual(["Upptagen", "Ledig"]);
    expect(text).not.toMatch(/jour|samtal|lykta|stöd/i);
  });

  it("without anything in it is still a calendar, with lines as the standard wants them", () => {
    const text = writeCalendar([], Date.now());
    expect(read(text)).toEqual([]);
    expect(text.split("\r\n").every((line) => !line.includes("\n") && line.length <= 75)).toBe(
      true,
    );
  });
});

describe("an appointment", () => {
  const one = {
    ...{ id: "8c0b", sequence: 3, isCancelled: false },
    startsAt: Date.parse("2026-12-01T12:00:00Z"),
    endsAt: Date.parse("2026-12-01T13:00:00Z"),
    title: `Svartsjuka; kärlek, eller\r\nBEGIN:VALARM ${"åäö ".repeat(40)}\u{1F3EE}`,
    place: "Björkskolan, sal 3",
  };
  const parsed = (text: string) => new ICAL.Component(ICAL.parse(text));

  it("says to others what was written, and nothing that was written begins a line", () => {
    const text = writeAppointment(one, 0);
    const [found] = parsed(text).getAllSubcomponents("vevent");
    expect(found?.getFirstPropertyValue("summary")).toBe(one.title.replace("\r\n", "\n"));
    expect(found?.getFirstPropertyValue("location")).toBe(one.place);
    expect(found?.getFirstPropertyValue("sequence")).toBe(3);
    expect(found?.getAllSubcomponents()).toEqual([]);
    const octets = text.split("\r\n").map((line) => Buffer.byteLength(line));
    expect(Math.max(...octets)).toBeLessThanOrEqual(75);
    expect(text.includes("\ufffd")).toBe(false);
  });

  it("is cancelled under the same id", () => {
    const calendar = parsed(writeAppointment({ ...one, sequence: 4, isCancelled: true }, 0));
    expect(calendar.getFirstPropertyValue("method")).toBe("CANCEL");
    const [found] = calendar.getAllSubcomponents("vevent");
    expect(found?.getFirstPropertyValue("uid")).toBe(one.id);
    expect(found?.getFirstPropertyValue("status")).toBe("CANCELLED");
  });
});
