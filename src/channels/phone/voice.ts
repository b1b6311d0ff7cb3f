import { Temporal } from "temporal-polyfill";
import { timeZone } from "../../ui/languages.ts";
import type { Recording } from "./policy.ts";

/** What has to be said, as pieces of the house's own voice (voice/voice.json). */
export interface Spoken {
  readonly kind: Recording;
  /** When the telephone opens, as announced; null where nothing is. */
  readonly opensAt: number | null;
  readonly now: number;
  readonly lettersTaken: boolean;
}

const DAYS = [
  "monday",
  "tuesday",
  "wednesday",
  "thursday",
  "friday",
  "saturday",
  "sunday",
] as const;

export function clipsFor({ kind, opensAt, now, lettersTaken }: Spoken): readonly string[] {
  const opens = kind === "closed" ? opening(opensAt, now) : [];
  const letter = lettersTaken ? ["letter-sv"] : [];
  return [`${kind}-sv`, ...opens, "danger-sv", ...letter, `${kind}-en`, "danger-en"];
}

/** "The telephone opens on Thursday at eighteen hundred"; where that cannot be said, where it stands. */
function opening(opensAt: number | null, now: number): readonly string[] {
  if (opensAt === null) return ["hours-sv"];
  const [then, today] = [wall(opensAt), wall(now)];
  const days = today.toPlainDate().until(then.toPlainDate()).days;
  const minute = then.minute;
  if (days > 6 || minute % 5 !== 0) return ["hours-sv"];
  const day = days === 0 ? "today" : days === 1 ? "tomorrow" : (DAYS[then.dayOfWeek - 1] ?? "");
  const minutes = minute < 10 ? `n0${minute}` : `n${minute}`;
  return ["opens-sv", day, "clock-sv", `n${then.hour}`, minutes];
}

const wall = (moment: number): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO(timeZone);
