// Holds what the clients were told against what is there. Pure: tested with planted faults of its own.

/** A text as one tab said it; `seq` is the number with which it was acknowledged. */
export interface Said {
  readonly tab: string;
  /** Counts what this tab has said, from 1. */
  readonly turn: number;
  readonly text: string;
  seq: number | undefined;
}

export interface Frame {
  readonly seq: number;
  readonly kind: 0 | 1;
  readonly tab: string;
  readonly text: string;
}

/** What one connection was told, and how it stands now. */
export interface Heard {
  readonly tab: string;
  readonly frames: Frame[];
  /** Still connected, and so many frames were there a while ago: it must have heard them. */
  readonly expected: number;
}

export type EndState = "living" | "asked" | "acknowledged";

export interface Account {
  readonly name: string;
  readonly said: readonly Said[];
  readonly heard: readonly Heard[];
  readonly end: EndState;
  /** Tabs that stayed until the network was calm: all that they said must be there. */
  readonly patient: ReadonlySet<string>;
}

/** What key and rows on the disk open to; undefined when there is no key, or it opens nothing. */
export type Truth = readonly Frame[] | undefined;

/** Every breach of the contract, as sentences. */
export function breachesOf(account: Account, truth: Truth): string[] {
  const found: string[] = [];
  if (account.end === "acknowledged" && truth) found.push("an ended conversation is there again");
  if (account.end === "living" && !truth) found.push("a living conversation is gone");
  if (truth && account.end !== "acknowledged") {
    found.push(...inTruth(account, truth), ...impatience(account, truth));
  }
  for (const heard of account.heard) found.push(...inHearing(heard, account, truth));
  return found.map((breach) => `${account.name}: ${breach}`);
}

function inTruth({ said }: Account, truth: readonly Frame[]): string[] {
  const found: string[] = [];
  if (truth.some((frame, at) => frame.seq !== at + 1)) found.push("the log has a gap");
  const places = new Map<string, number[]>();
  for (const { tab, text, seq, kind } of truth) {
    if (kind !== 1) continue;
    const key = `${tab} ${text}`;
    places.set(key, [...(places.get(key) ?? []), seq]);
  }
  for (const { tab, text, turn, seq } of said) {
    const at = places.get(`${tab} ${text}`) ?? [];
    places.delete(`${tab} ${text}`);
    if (at.length > 1) found.push(`turn ${turn} of ${tab} is there ${at.length} times`);
    if (seq === undefined) continue;
    if (at.length === 0) found.push(`turn ${turn} of ${tab} was acknowledged and is lost`);
    else if (!at.includes(seq)) found.push(`turn ${turn} of ${tab} has another number than told`);
  }
  for (const key of places.keys()) found.push(`nobody said what is there: ${key.slice(0, 80)}`);
  return [...found, ...disorder(said, truth)];
}

/** What one tab said must stand in the order in which it was said. */
function disorder(said: readonly Said[], truth: readonly Frame[]): string[] {
  const turns = new Map(said.map(({ tab, text, turn }) => [`${tab} ${text}`, turn]));
  const last = new Map<string, number>();
  const found: string[] = [];
  for (const { tab, text } of truth) {
    const turn = turns.get(`${tab} ${text}`);
    if (turn === undefined) continue;
    if (turn < (last.get(tab) ?? 0)) found.push(`turn ${turn} of ${tab} stands behind a later one`);
    last.set(tab, Math.max(turn, last.get(tab) ?? 0));
  }
  return found;
}

function impatience({ said, patient, end }: Account, truth: readonly Frame[]): string[] {
  if (end !== "living") return [];
  const there = new Set(truth.map(({ tab, text }) => `${tab} ${text}`));
  return said
    .filter(({ tab, text }) => patient.has(tab) && !there.has(`${tab} ${text}`))
    .map(({ tab, turn }) => `turn ${turn} of ${tab} never arrived, though it was said patiently`);
}

/** Each side hears a beginning of the log, in order and without a gap, and of it nothing else. */
function inHearing(heard: Heard, { heard: all, end }: Account, truth: Truth): string[] {
  const { tab, frames, expected } = heard;
  const found: string[] = [];
  if (frames.some((frame, at) => frame.seq !== at + 1)) found.push(`${tab} heard with a gap`);
  const longest = all.toSorted((a, b) => b.frames.length - a.frames.length)[0]?.frames ?? [];
  const right = end !== "acknowledged" && truth ? truth : longest;
  for (const [at, frame] of frames.entries()) {
    const there = right[at];
    if (!there) found.push(`${tab} heard what is not there: number ${frame.seq}`);
    else if (!isSame(there, frame)) found.push(`${tab} heard number ${frame.seq} otherwise`);
  }
  if (end === "living" && frames.length < expected) {
    found.push(`${tab} was connected and did not hear all`);
  }
  return found;
}

function isSame(a: Frame, b: Frame): boolean {
  return a.seq === b.seq && a.kind === b.kind && a.tab === b.tab && a.text === b.text;
}
