import { createHash } from "node:crypto";
import { languagesInWords, receivesInWords, type ToldFace } from "../directory/present.server.ts";
import type { AnnouncedHours } from "../entry.ts";
import { municipalityName } from "../municipalities.ts";

// The jours in the words of the Human Services Data Specification 3 (Open Referral): a face is a
// service, its jour the organization. No location: a jour has towns, never an address.

const DAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
const PERMITS = {
  none: undefined,
  applied: "Skyddat boende: har sökt tillstånd",
  granted: "Skyddat boende: har tillstånd",
  paused: "Skyddat boende: pausat",
};

/** The specification wants a uuid for everything; the same thing keeps the same one. */
function uuidOf(...parts: readonly string[]): string {
  const hash = createHash("sha256").update(parts.join("\0")).digest("hex");
  const at = (from: number, to: number): string => hash.slice(from, to);
  return `${at(0, 8)}-${at(8, 12)}-8${at(13, 16)}-a${at(17, 20)}-${at(20, 32)}`;
}

/** `urlOf` gives a face's public address. */
export function hsdsService(face: ToldFace, urlOf: (face: ToldFace) => string) {
  const { entry, faceId, name, kind } = face;
  const { ages, permit } = entry;
  const description = `${kind === "kvinnojour" ? "Kvinnojour" : "Ungdomsjour"} för ${face.place}`;
  const accreditations = PERMITS[permit];
  return {
    ...{ id: faceId, organization_id: face.jourId, name, description, url: urlOf(face) },
    status: "active",
    fees_description: "Gratis",
    eligibility_description: `${receivesInWords(entry, "sv")}. ${
      entry.elsewhere ? "Tar emot från hela landet." : "Tar emot från sina kommuner."
    }`,
    minimum_age: ages.from,
    ...(ages.until !== null && { maximum_age: ages.until }),
    ...(accreditations !== undefined && { accreditations }),
    organization: {
      ...{ id: face.jourId, name: face.jourName, description: `${face.jourName}, ideell förening` },
    },
    phones:
      face.phone === null
        ? []
        : [{ id: uuidOf(faceId, "phone"), service_id: faceId, number: face.phone, type: "voice" }],
    schedules: schedulesOf(faceId, entry.hours),
    service_areas: entry.municipalities.map((code) => ({
      ...{ id: uuidOf(faceId, "area", code), service_id: faceId },
      ...{ name: municipalityName(code), extent: code, extent_type: "text" },
    })),
    languages: entry.languages.map((code) => ({
      ...{ id: uuidOf(faceId, "language", code), service_id: faceId, code },
      name: languagesInWords([code], "en"),
    })),
  };
}

/**
 * One for each interval of the week. The specification's offsets from UTC cannot say "the clock in
 * Sweden", which has two in a year; so the times stand without one, and the description says whose.
 */
function schedulesOf(service: string, hours: AnnouncedHours) {
  const weekly = Object.entries(hours.week).flatMap(([channel, week]) =>
    week.flatMap((day, index) =>
      day.map(({ from, until }) => ({
        ...{ id: uuidOf(service, channel, String(index), from), service_id: service },
        ...{ freq: "WEEKLY", interval: 1, byday: DAYS[index] ?? "" },
        ...{ opens_at: from, closes_at: until, attending_type: channel },
        description: "Europe/Stockholm; at or before opening, the closing is on the next day",
      })),
    ),
  );
  const dated = hours.exceptions.map(({ date, channel, intervals }) => ({
    ...{ id: uuidOf(service, channel, date), service_id: service, attending_type: channel },
    ...{ valid_from: date, valid_to: date, dtstart: date },
    notes:
      intervals.length === 0
        ? "Closed on this date"
        : `Instead of the week's: ${intervals.map((one) => `${one.from}-${one.until}`).join(", ")}`,
  }));
  return [...weekly, ...dated];
}

/** All services as the specification's API answers a list: one page that holds them all. */
export function hsdsPage(faces: readonly ToldFace[], urlOf: (face: ToldFace) => string) {
  const contents = faces.map((face) => hsdsService(face, urlOf));
  const size = contents.length;
  return {
    ...{ total_items: size, total_pages: 1, page_number: 1, size },
    ...{ first_page: true, last_page: true, empty: size === 0, contents },
  };
}
