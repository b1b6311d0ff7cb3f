import type { ExtractView, Hold, Work } from "./contract.ts";
import { daysAfter, firstOf, monthOf, monthsAfter } from "./days.ts";

// The rule book of staff records. Sources: domain.md 3 and 4. Periods may change with the law, and stand here alone.

/** A note counts so long: the extract that was shown may be a year old at most. */
const NOTE_MONTHS = 12;
/** Both extracts, on the day on which she begins at a shelter that receives children. */
const COPY_MONTHS = 6;
/** A copy is kept at least so long after she ended there. */
const KEEP_YEARS = 2;
/** A pledge can be proven so long after she left. */
export const PLEDGE_YEARS = 2;
export const LOOK_MONTHS = 25;
/** She and the coordinators are told so long before. */
const SOON_DAYS = 42;
/** A month's looks are gone through before this day of the next; later no record opens. */
const REVIEW_BY = 15;

/** From this day on the note counts no more. Only the month is known: it ends where the month began. */
export const noteLapses = (shownMonth: string): string =>
  monthsAfter(firstOf(shownMonth), NOTE_MONTHS);

/** The first day on which the copy may be deleted. */
export const copyMayGo = (endedOn: string | null): string | null =>
  endedOn === null ? null : monthsAfter(endedOn, 12 * KEEP_YEARS);

/** Two regimes that exclude each other: what may be entered of her follows from what she does. */
export function regimeRefusal(
  entered: "note" | "copy",
  work: Work | null,
): "wrong-regime" | undefined {
  const right: Work = entered === "note" ? "children" : "shelter";
  return work === right ? undefined : "wrong-regime";
}

export type NoteCode = "wrong-regime" | "own-record" | "extract-too-old" | "day-refused";

/** Whether a note may be entered: by somebody else than herself, of this year, not of a day to come. */
export function noteRefusal(
  note: { readonly work: Work | null; readonly own: boolean; readonly shownMonth: string },
  today: string,
): NoteCode | undefined {
  const wrong = regimeRefusal("note", note.work);
  if (wrong) return wrong;
  if (note.own) return "own-record";
  if (note.shownMonth > monthOf(today)) return "day-refused";
  return noteLapses(note.shownMonth) <= today ? "extract-too-old" : undefined;
}

export function copyRefusal(
  copy: {
    readonly work: Work | null;
    readonly own: boolean;
    readonly issuedOn: string;
    readonly startedOn: string;
  },
  today: string,
): NoteCode | undefined {
  const wrong = regimeRefusal("copy", copy.work);
  if (wrong) return wrong;
  if (copy.own) return "own-record";
  if (copy.issuedOn > today || copy.issuedOn > copy.startedOn) return "day-refused";
  const oldest = monthsAfter(copy.startedOn, -COPY_MONTHS);
  return copy.issuedOn < oldest ? "extract-too-old" : undefined;
}

export interface Standing {
  readonly work: Work | null;
  readonly onLeave: boolean;
  readonly extract: ExtractView;
  /** The version that is asked for now; null where the jour has no text yet. */
  readonly asked: number | null;
  /** The newest that she has signed. */
  readonly signed: number | null;
}

/** All that keeps her from going on duty; nothing, and she may. */
export function holdsOn(standing: Standing, today: string): Hold[] {
  const { extract, asked, signed, onLeave } = standing;
  const holds: Hold[] = [];
  if (onLeave) holds.push("on-leave");
  if (asked !== null && (signed ?? 0) < asked) holds.push("pledge-unsigned");
  if (extract.kind === "missing") holds.push("extract-missing");
  if (extract.kind === "note" && extract.lapsesOn <= today) holds.push("extract-lapsed");
  return holds;
}

/** The day of the lapse, when it is near enough to be reminded of. */
export function soonOf(extract: ExtractView, today: string): string | null {
  if (extract.kind !== "note" || extract.lapsesOn <= today) return null;
  return daysAfter(today, SOON_DAYS) >= extract.lapsesOn ? extract.lapsesOn : null;
}

/** Months that are over, hold looks, and were gone through by nobody. */
export const unreviewedOf = (
  months: readonly string[],
  reviewed: readonly string[],
  today: string,
): string[] =>
  months.filter((month) => month < monthOf(today) && !reviewed.includes(month)).toSorted();

/** True when a month has waited too long: then nobody opens a record before it has been gone through. */
export const isReviewDue = (unreviewed: readonly string[], today: string): boolean =>
  unreviewed.some((month) => daysAfter(monthsAfter(firstOf(month), 1), REVIEW_BY - 1) <= today);
