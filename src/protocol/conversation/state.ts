import { equal, hex } from "../bytes.ts";
import { demand, refuse } from "../refusal.ts";
import { certified, trusted } from "../trust/verify.ts";
import type { TrustBundle, VerifiedDuty, VerifiedTrust } from "../trust/types.ts";
import type { Counter, Line, Member, Reached } from "./objects.ts";
import type { MemberView, Reason, SessionEvent, SessionOptions, Step } from "./types.ts";

/** Who asked to come in, verified, and not yet (or no longer) in the roster. */
export interface Candidate {
  member: Member;
  alias: string;
  reason: Reason;
}

export interface EpochState {
  number: number;
  hash: Uint8Array;
  roster: Member[];
  since: number;
  /** Absent while this tab only watches the log. */
  secret: Uint8Array | undefined;
}

/**
 * An own frame that the log has not shown yet; empty while it waits for an epoch without who has left. After the own
 * farewell only the frame is kept.
 */
export interface Pending {
  counter: number;
  id: Uint8Array;
  kind: "text" | "receipt";
  text: string;
  delivered: number;
  seen: number;
  frame: Uint8Array;
}

export interface State {
  readonly options: SessionOptions;
  readonly self: Member;
  readonly signSeed: Uint8Array;
  readonly sealSeed: Uint8Array;
  readonly candidates: Map<string, Candidate>;
  /** Aliases of all who ever were in the roster. */
  readonly aliases: Map<string, string>;
  readonly left: Set<string>;
  /** Tabs that an epoch has left out: none of them comes back. */
  readonly out: Set<string>;
  readonly wanted: Set<string>;
  readonly last: Map<string, number>;
  readonly reported: Map<string, number>;
  /** Where the log held a word in somebody's name that this tab could only watch, by tab and counter: anybody may have put it there. */
  readonly watched: Map<string, number>;
  readonly directSeen: Set<string>;
  /** After each number of the log a hash of all that came up to it. */
  readonly heads: Map<number, Uint8Array>;
  reached: Reached;
  /** Another was given another log: told once, and no end is confirmed any more. */
  forked: boolean;
  /** Something is missing, or may be: no end is confirmed any more. */
  holes: boolean;
  /** Hashes of all epochs of the chain. */
  readonly chain: Set<string>;
  /** A certified volunteer other than this one has confirmed an epoch of this chain. */
  vouched: boolean;
  reason?: Reason | undefined;
  counter: number;
  epoch?: EpochState | undefined;
  proposal?: { hash: Uint8Array; secret: Uint8Array } | undefined;
  pending: Pending[];
  lines: Line[];
  /** What was said before this tab came: `due` until all of it has been told, in `parts` parts. */
  transcript: { due: boolean; told: number; parts: number };
  farewell?: Uint8Array | undefined;
  over?: "ended" | "out" | undefined;
  trust?: { bundle: TrustBundle; value: VerifiedTrust } | undefined;
}

export const name = hex;

export const step = (events: SessionEvent[] = [], send: Uint8Array[] = []): Step => ({
  send,
  events,
});

export function join(...steps: Step[]): Step {
  return step(
    steps.flatMap(({ events }) => events),
    steps.flatMap(({ send }) => send),
  );
}

export const isSelf = (state: State, tab: Uint8Array): boolean => equal(tab, state.self.tab);

export const inRoster = (roster: Member[], tab: Uint8Array): Member | undefined =>
  roster.find((member) => equal(member.tab, tab));

/** Somebody in the roster has said goodbye: what is written now must wait for an epoch without her. */
export const isStale = (state: State): boolean =>
  state.epoch?.roster.some(({ tab }) => state.left.has(name(tab))) ?? false;

/** In the roster and has not said goodbye. */
export function present(state: State, tab: Uint8Array): Member {
  const member = inRoster(state.epoch?.roster ?? [], tab);
  return member && !state.left.has(name(tab)) ? member : refuse("not-a-member");
}

export interface Active extends EpochState {
  secret: Uint8Array;
}

/** The epoch that this tab holds the secret of. */
export function active(state: State): Active {
  demand(!state.over, state.over === "out" ? "not-a-member" : "ended");
  const { epoch } = state;
  if (!epoch?.secret) return refuse("no-epoch");
  return { ...epoch, secret: epoch.secret };
}

export function view(state: State): MemberView[] {
  if (state.over || !state.epoch?.secret) return [];
  return state.epoch.roster
    .filter(({ tab }) => !state.left.has(name(tab)))
    .map(({ tab, role }) => ({ tab, role, alias: aliasOf(state, tab), self: isSelf(state, tab) }));
}

export const aliasOf = (state: State, tab: Uint8Array): string =>
  state.aliases.get(name(tab)) ?? "";

/** A version never goes back within one session; the same bytes are not verified twice. */
export async function currentTrust(state: State): Promise<VerifiedTrust> {
  const { options } = state;
  const bundle = options.trust();
  const now = options.now();
  const known = state.trust;
  const same =
    known?.bundle.log.length === bundle.log.length &&
    equal(known.bundle.directory, bundle.directory);
  if (known && same && now <= known.value.expires) return known.value;
  const value = await trusted(options.suite, bundle, {
    jour: options.jour,
    now,
    ...(known && knownOf(known.value)),
    ...(!known && options.fingerprint && { fingerprint: options.fingerprint }),
  });
  state.trust = { bundle, value };
  return value;
}

/** Within one session nothing goes back: neither the chain nor the directory, nor one directory to another of its number. */
const knownOf = ({ version, heads, directoryHash, fingerprint }: VerifiedTrust) => ({
  knownVersion: version,
  knownDirectory: directoryHash,
  knownHead: heads.at(-1) ?? fingerprint,
  fingerprint,
});

/** Who only watches follows the log from its beginning: whoever spoke then may have gone off duty since. */
export async function currentDuty(state: State, duty: Uint8Array): Promise<VerifiedDuty> {
  const { suite, jour, face, now } = state.options;
  const watching = state.self.role === "volunteer" && !state.epoch?.secret;
  const grace = watching ? 12 * 3_600_000 : 0;
  return certified(suite, duty, await currentTrust(state), { jour, face, now: now(), grace });
}

const NOTHING = { version: 0, hash: new Uint8Array(32) };

export const ownDirectory = ({ trust }: State): { version: number; hash: Uint8Array } =>
  trust ? { version: trust.value.version, hash: trust.value.directoryHash } : NOTHING;

/** Two who hold the same version with other bytes were told different stories. */
export function checkDirectory(
  state: State,
  theirs: { version: number; hash: Uint8Array },
  seq: number,
): Step {
  const own = ownDirectory(state);
  const fork = own.version > 0 && own.version === theirs.version && !equal(own.hash, theirs.hash);
  return fork ? step([{ type: "refused", code: "directory-fork", seq }]) : step();
}

/** How far this tab has come with everybody, itself included: by default what has gone out from here. */
export function ownCounters(state: State, own = sent(state)): Counter[] {
  return (state.epoch?.roster ?? []).map(({ tab }) => ({
    tab,
    counter: isSelf(state, tab) ? own : (state.last.get(name(tab)) ?? 0),
  }));
}

const sent = ({ pending, counter }: State): number =>
  (pending.find(({ frame }) => frame.length === 0)?.counter ?? counter + 1) - 1;

export function missing(state: State, tab: Uint8Array, from: number, to: number): SessionEvent {
  state.holes = true;
  return { type: "missing", tab, from, to };
}

/** What another says she has seen must have come here too, also from who has just gone; each hole is told once. */
export function checkCounters(state: State, theirs: Counter[], gone: Member[] = []): Step {
  const events: SessionEvent[] = [];
  const known = [...(state.epoch?.roster ?? []), ...gone];
  for (const { tab, counter } of theirs) {
    const key = name(tab);
    const last = state.last.get(key) ?? 0;
    if (isSelf(state, tab) || !inRoster(known, tab) || counter <= last) continue;
    state.holes = true;
    const have = Math.max(last, state.reported.get(key) ?? 0);
    if (counter <= have) continue;
    state.reported.set(key, counter);
    events.push(missing(state, tab, have + 1, counter));
  }
  return step(events);
}

export function eraseKeys(state: State): void {
  state.epoch?.secret?.fill(0);
  if (state.epoch) state.epoch = { ...state.epoch, secret: undefined };
  state.proposal?.secret.fill(0);
  state.proposal = undefined;
  state.signSeed.fill(0);
  state.sealSeed.fill(0);
  state.pending = [];
  state.lines = [];
}
