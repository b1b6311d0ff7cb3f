import type { JourId } from "../platform/database/index.server.ts";
import type {
  LogFrame,
  LogObserver,
  NumberedFrame,
  Presence,
} from "../platform/live/index.server.ts";
import { NOBODY } from "../platform/live/index.server.ts";
import type { DutyId } from "./contract.ts";
import { type Conversation, fold, type StoredEvent } from "./fold.ts";
import { isWaiting, queueOrder, type Standing, thoseIn } from "./policy.ts";

/** The seeker's label among those present at a log; a volunteer's is her duty. */
export const SEEKER = "s";

export interface Clocks {
  /** Milliseconds since 1970: may be set, and jump. */
  readonly now: () => number;
  /** Milliseconds of a clock that only goes on: for whatever is a duration within this process. */
  readonly elapsed: () => number;
}

export interface LiveStanding extends Standing {
  state: Conversation;
  desertedSince: number | null;
  seekerAwaySince: number | null;
}

export interface StandingChanges {
  /** Something that a room or a waiting seeker is shown may be different. */
  changed(jour: JourId): void;
  /** She is in this conversation no longer. */
  left(standing: LiveStanding, duty: DutyId): void;
}

export function eventFrame(event: StoredEvent): LogFrame {
  const payload = Buffer.from(JSON.stringify(event));
  return { kind: 0, by: NOBODY, tab: NOBODY, ref: 0, payload };
}

export function readEvent(payload: Uint8Array): StoredEvent {
  return JSON.parse(Buffer.from(payload).toString("utf8")) as StoredEvent;
}

/** Every live conversation as its log tells it, on whichever process it began. */
export class Standings implements LogObserver {
  readonly #presence: Presence;
  readonly #changes: StandingChanges;
  readonly #clocks: Clocks;
  readonly #all = new Map<string, LiveStanding>();
  readonly #byJour = new Map<JourId, Set<LiveStanding>>();
  /** Jours and faces of this house. */
  readonly #names = new Map<string, string>();
  readonly #loads = new Map<DutyId, number>();

  constructor(presence: Presence, changes: StandingChanges, clocks: Clocks) {
    this.#presence = presence;
    this.#changes = changes;
    this.#clocks = clocks;
    presence.onChange((id) => this.#presenceChanged(id));
  }

  get(id: string): LiveStanding | undefined {
    return this.#all.get(id);
  }

  all(): Iterable<LiveStanding> {
    return this.#all.values();
  }

  ofJour(jour: JourId): ReadonlySet<LiveStanding> {
    return this.#byJour.get(jour) ?? new Set();
  }

  /** How many conversations a duty is in. */
  load(duty: DutyId): number {
    return this.#loads.get(duty) ?? 0;
  }

  /** Those who wait at a face, first comes first. */
  queue(jour: JourId, face: string): LiveStanding[] {
    const now = this.#clocks.elapsed();
    return [...this.ofJour(jour)]
      .filter((one) => one.state.face === face && isWaiting(one, now))
      .sort(queueOrder);
  }

  event(id: string, { payload }: NumberedFrame): void {
    const event = readEvent(payload);
    const before = this.#all.get(id);
    const folded = fold(before?.state, event);
    if (!folded) return;
    const state = before ? folded : this.#withSharedNames(folded);
    const standing = before ?? this.#begin(id, state);
    this.#shiftLoads(before?.state, -1);
    this.#shiftLoads(state, 1);
    standing.state = state;
    this.#lookAtPresence(standing);
    if (event.e === "left" || event.e === "released") this.#changes.left(standing, event.duty);
    this.#changes.changed(state.jour as JourId);
  }

  gone(id: string): void {
    const standing = this.#all.get(id);
    if (!standing) return;
    this.#all.delete(id);
    const jour = standing.state.jour as JourId;
    const siblings = this.#byJour.get(jour);
    siblings?.delete(standing);
    if (siblings?.size === 0) this.#byJour.delete(jour);
    this.#shiftLoads(standing.state, -1);
    this.#changes.changed(jour);
  }

  /** Time passes without any event: rooms must be told of those who have just become deserted. */
  touch(standing: LiveStanding): void {
    this.#changes.changed(standing.state.jour as JourId);
  }

  /** Thousands wait at few faces: one text for each name instead of one for each seeker. */
  #withSharedNames(state: Conversation): Conversation {
    const shared = (name: string): string => {
      const known = this.#names.get(name) ?? name;
      this.#names.set(known, known);
      return known;
    };
    return { ...state, jour: shared(state.jour), face: shared(state.face) };
  }

  #begin(id: string, state: Conversation): LiveStanding {
    const { now, elapsed } = this.#clocks;
    const time = elapsed();
    const standing: LiveStanding = {
      ...{ id, state, desertedSince: null, seekerAwaySince: time },
      // Its age comes from the calendar once, when this process meets it; no jump makes it older then.
      begunAt: time - Math.max(0, now() - state.since),
    };
    this.#all.set(id, standing);
    const jour = state.jour as JourId;
    const siblings = this.#byJour.get(jour) ?? new Set();
    this.#byJour.set(jour, siblings.add(standing));
    return standing;
  }

  #shiftLoads(state: Conversation | undefined, by: number): void {
    for (const duty of state ? thoseIn(state) : []) {
      const load = this.load(duty) + by;
      if (load > 0) this.#loads.set(duty, load);
      else this.#loads.delete(duty);
    }
  }

  #presenceChanged(id: string): void {
    const standing = this.#all.get(id);
    if (standing && this.#lookAtPresence(standing)) {
      this.#changes.changed(standing.state.jour as JourId);
    }
  }

  #lookAtPresence(standing: LiveStanding): boolean {
    const present = this.#presence.at(standing.id);
    const isAway = !present.has(SEEKER);
    const volunteers = thoseIn(standing.state);
    const isDeserted = volunteers.length > 0 && !volunteers.some((duty) => present.has(duty));
    const before = [standing.seekerAwaySince === null, standing.desertedSince === null];
    standing.seekerAwaySince = isAway ? (standing.seekerAwaySince ?? this.#clocks.elapsed()) : null;
    standing.desertedSince = isDeserted ? (standing.desertedSince ?? this.#clocks.elapsed()) : null;
    return before[0] === isAway || before[1] === isDeserted;
  }
}
