// Who is rung, in which order, and what is spoken when nobody is.

export const MODES = ["one-by-one", "all"] as const;
export type Mode = (typeof MODES)[number];
export const FIRSTS = ["longest-on-duty", "in-turn"] as const;
export type First = (typeof FIRSTS)[number];
export const RECORDINGS = ["closed", "unanswered"] as const;
export type Recording = (typeof RECORDINGS)[number];

export const RING_SECONDS = { least: 10, most: 60, usual: 20 } as const;
/** Of a recording: a minute of a very good MP3, two of an ordinary one. */
export const MAX_AUDIO = 1024 * 1024;
/** A call is not led round longer than somebody waits. */
export const MAX_TRIED = 8;
const MAX_AT_ONCE = 10;

/** Ranges of minutes, each a union of those in which conversations are counted. */
export const LENGTHS = ["0-5", "5-20", "20-60", "60+"] as const;
export type Length = (typeof LENGTHS)[number];

/** She may take back what she has counted for so long. */
export const UNDO_MS = 30_000;

export interface DutyPhone {
  readonly duty: string;
  /** The order in which they took the telephone. */
  readonly place: number;
  /** She has said that she is in a call. */
  readonly inCall: boolean;
}

export interface Ringing {
  readonly mode: Mode;
  readonly first: First;
  /** Who has been tried in this call. */
  readonly tried: ReadonlySet<string>;
  /** Being rung by another call now: her turn comes last. */
  isRung(duty: string): boolean;
  /** When she was last rung, in milliseconds of any clock; 0 when never. */
  lastRung(duty: string): number;
}

/** Whom to ring now; nobody when all have been tried. */
export function toRing(phones: readonly DutyPhone[], ringing: Ringing): readonly string[] {
  const { mode, first, tried, isRung, lastRung } = ringing;
  const free = phones.filter((phone) => !phone.inCall && !tried.has(phone.duty));
  if (mode === "all")
    return tried.size > 0 ? [] : free.slice(0, MAX_AT_ONCE).map(({ duty }) => duty);
  if (tried.size >= MAX_TRIED) return [];
  const turn = ({ duty }: DutyPhone): number => (first === "in-turn" ? lastRung(duty) : 0);
  const [next] = free.toSorted(
    (a, b) =>
      Number(isRung(a.duty)) - Number(isRung(b.duty)) || turn(a) - turn(b) || a.place - b.place,
  );
  return next ? [next.duty] : [];
}

/** As telephones dial it all over the world; undefined for what is no number. */
export function e164(written: string): string | undefined {
  const plain = written.replaceAll(/[\s()/-]/g, "");
  const number = plain.replace(/^00/, "+").replace(/^0(?=[1-9])/, "+46");
  return /^\+[1-9][0-9]{6,14}$/.test(number) ? number : undefined;
}

/** Numbers that cost whoever rings them: 0900, 0939, 0944 and 099. */
const PAID = /^\+46(?:900|939|944|99)/;

/** A duty phone: an ordinary Swedish one, so that nobody can make the jour pay for calls elsewhere. */
export function dutyNumber(written: string): string | undefined {
  const number = e164(written);
  return number !== undefined && /^\+46[1-9][0-9]{6,11}$/.test(number) && !PAID.test(number)
    ? number
    : undefined;
}

/** Enough for her to see that it is the right one, in a room with others: "…42". */
export const ending = (number: string): string => `…${number.slice(-2)}`;
