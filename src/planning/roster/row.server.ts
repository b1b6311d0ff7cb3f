import { Temporal } from "temporal-polyfill";
import { timeZone } from "../../ui/languages.ts";
import { momentAt } from "../../site/index.server.ts";
import type { Kind, Place } from "../contract.ts";
import { KEPT_DAYS } from "../rules.ts";
import type { RosterRow, RowFault, RowNote } from "./contract.ts";

// What the cells of one row mean by themselves. Strict: a date that could be two days is refused.

export interface RowShift {
  readonly kind: Kind;
  readonly face: string | null;
  readonly title: string;
  /** null: as many as are named. */
  readonly needed: number | null;
  readonly day: string;
  readonly startsAt: number;
  readonly endsAt: number;
}
export interface ReadRow {
  readonly line: number;
  readonly shift: RowShift | null;
  readonly names: readonly { readonly name: string; readonly place: Place }[];
  readonly faults: readonly RowFault[];
  readonly notes: readonly RowNote[];
}
export interface Around {
  readonly faces: readonly { readonly id: string; readonly name: string }[];
  readonly now: number;
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const LONGEST_NIGHT = 14 * HOUR;
const LONGEST = 8 * DAY;
const FARTHEST = 550 * DAY;

const kinds: Readonly<Record<Kind, readonly string[]>> = {
  shift: ["", "chatt", "chattpass", "chatten", "pass", "shift", "chat"],
  phone: ["telefon", "telefonen", "telefonpass", "jourtelefon", "phone"],
  oncall: ["bakjour", "on call", "oncall"],
  meeting: ["möte", "meeting"],
  supervision: ["handledning", "supervision"],
};
const titles: Readonly<Record<Kind, string>> = {
  ...{ shift: "Chatten", phone: "Telefonen", oncall: "Bakjour" },
  ...{ meeting: "Möte", supervision: "Handledning" },
};
const low = (text: string): string => text.toLocaleLowerCase("sv").replaceAll(/\s+/g, " ").trim();

export function readRow(row: RosterRow, around: Around): ReadRow {
  const faults: RowFault[] = [];
  const refuse = (code: RowFault["code"], what: string): undefined => {
    faults.push({ code, what });
  };
  const notes: RowNote[] = [];
  const names = namesOf(row);
  const kind = kindOf(row.kind) ?? refuse("bad-kind", row.kind);
  const face = faceOf(row.face, around) ?? refuse("bad-face", row.face);
  const needed = numberOf(row.needed) ?? refuse("bad-number", row.needed);
  if (row.title.length > 60) refuse("long-title", row.title.slice(0, 60));
  const times = timesOf(row, refuse, notes);
  if (times && times.endsAt < around.now - KEPT_DAYS * DAY) refuse("long-past", row.day);
  if (times && times.startsAt > around.now + FARTHEST) refuse("far-ahead", row.day);
  const isGood = faults.length === 0 && times && kind && face && needed;
  const shift = isGood
    ? { kind, ...times, face: face.id, needed: needed.count, title: row.title || titles[kind] }
    : null;
  return { line: row.line, shift, names, faults, notes };
}

const kindOf = (said: string): Kind | undefined =>
  (Object.keys(kinds) as Kind[]).find((kind) => kinds[kind].includes(low(said)));

/** Nothing there: all parts of the jour. */
function faceOf(said: string, { faces }: Around): { readonly id: string | null } | undefined {
  if (["", "alla", "all"].includes(low(said))) return { id: null };
  return faces.find(({ name }) => low(name) === low(said));
}

function numberOf(said: string): { readonly count: number | null } | undefined {
  if (said === "") return { count: null };
  const count = /^\d{1,3}$/.test(said) ? Number(said) : 0;
  return count >= 1 && count <= 100 ? { count } : undefined;
}

/** Several in one cell: with a comma, a semicolon, a slash, a plus, "och" or a line between them. */
function namesOf(row: RosterRow): ReadRow["names"] {
  return (["on", "shadow", "reserve"] as const).flatMap((place) =>
    row[place]
      .split(/[,;/+&\n\r]|\s(?:och|and)\s/)
      .map((name) => name.replaceAll(/\s+/g, " ").trim())
      .filter((name) => name !== "")
      .map((name) => ({ name, place })),
  );
}

type Refuse = (code: RowFault["code"], what: string) => undefined;

function timesOf(
  row: RosterRow,
  refuse: Refuse,
  notes: RowNote[],
): Pick<RowShift, "day" | "startsAt" | "endsAt"> | undefined {
  if (row.day === "") return refuse("no-day", "");
  const first = dayOf(row.day) ?? refuse("bad-day", row.day);
  const said = row.lastDay === "" ? first : (dayOf(row.lastDay) ?? refuse("bad-day", row.lastDay));
  const starts = clockOf(row.starts) ?? refuse("bad-time", row.starts);
  const ends = clockOf(row.ends) ?? refuse("bad-time", row.ends);
  if (!first || !said || starts === undefined || ends === undefined) return undefined;
  if (starts === MIDNIGHT) return refuse("bad-time", row.starts);
  const isNight = row.lastDay === "" && ends <= starts;
  const last = said.add({ days: (isNight ? 1 : 0) + (ends === MIDNIGHT ? 1 : 0) });
  const begin = momentOf(first, starts);
  const end = momentOf(last, ends === MIDNIGHT ? "00:00" : ends);
  for (const one of [begin, end])
    if (one.is === "missing") refuse("gap-time", one.said);
    else if (one.is === "twice") notes.push({ code: "repeated-hour", what: one.said });
  const length = end.at - begin.at;
  if (length <= 0 || (isNight && length > LONGEST_NIGHT))
    return refuse("ended-before", `${row.starts}–${row.ends}`);
  if (length > LONGEST) return refuse("too-long", `${row.day} – ${row.lastDay}`);
  return { day: first.toString(), startsAt: begin.at, endsAt: end.at };
}

const MIDNIGHT = "24:00";

/** 2026-12-03, 20261203, 2026/12/03. One with the year last may be the third of December or the twelfth of March. */
function dayOf(said: string): Temporal.PlainDate | undefined {
  const [, year, month, day] =
    /^(20\d{2})([-/.]?)(\d{2})\2(\d{2})(?: 00:00(?::00)?)?$/
      .exec(said)
      ?.filter((_, at) => at !== 2) ?? [];
  if (year === undefined || month === undefined || day === undefined) return undefined;
  try {
    const parts = { year: Number(year), month: Number(month), day: Number(day) };
    return Temporal.PlainDate.from(parts, { overflow: "reject" });
  } catch {
    return undefined;
  }
}

/** 18:00, 18.00, 18:00:00, 9.30, 18, and 24:00 at the end. */
function clockOf(said: string): string | undefined {
  const found = /^(?:kl\.?\s*)?(\d{1,2})(?:[:.](\d{2})(?:[:.]00)?)?$/i.exec(said);
  if (!found) return undefined;
  const [hour, minute] = [Number(found[1]), Number(found[2] ?? "0")];
  const isTime = hour <= 23 ? minute <= 59 : hour === 24 && minute === 0;
  return isTime ? `${pad(hour)}:${pad(minute)}` : undefined;
}
const pad = (number: number): string => String(number).padStart(2, "0");

interface Moment {
  readonly at: number;
  readonly said: string;
  readonly is: "once" | "twice" | "missing";
}

/** In spring an hour is not on the clocks, in autumn one is there twice: then the first is meant. */
function momentOf(day: Temporal.PlainDate, time: string): Moment {
  const wall = day.toPlainDateTime(time);
  const at = momentAt(day, time);
  const [early, late] = (["earlier", "later"] as const).map((disambiguation) =>
    wall.toZonedDateTime(timeZone, { disambiguation }),
  );
  const isThere = early?.toPlainDateTime().equals(wall) ?? false;
  const isOnce = early?.epochMilliseconds === late?.epochMilliseconds;
  return { at, said: `${day} ${time}`, is: isOnce ? "once" : isThere ? "twice" : "missing" };
}
