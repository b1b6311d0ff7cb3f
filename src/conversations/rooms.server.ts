import type { JourId } from "../platform/database/index.server.ts";
import { usualRange, waitingMeasure } from "../statistics/index.ts";
import type { Counters } from "../statistics/index.server.ts";
import { isPresent } from "../shifts/index.ts";
import type { Shifts } from "../shifts/index.server.ts";
import type { Estimate } from "./contract.ts";
import { placeText, roomView } from "./present.server.ts";
import { roomLeft } from "./policy.ts";
import type { LiveStanding, Standings } from "./standings.server.ts";

const SOON_MS = 30;
const AT_MOST_MS = 1000;

interface Told {
  /** What was told last, so that the same is not told again. */
  last: string;
  tell(text: object): void;
}

/** A desk that is connected. */
export interface DeskSeat extends Told {
  readonly jour: JourId;
  readonly member: string;
}

/** A seeker who is connected, at one channel. */
export interface SeekerSeat extends Told {
  readonly conversation: string;
}

export interface RoomsParts {
  readonly standings: Standings;
  readonly shifts: Shifts;
  readonly counters: Counters;
  readonly now: () => number;
}

/** Tells every desk its room and every waiting seeker her place, again whenever it has changed. */
export class Rooms {
  readonly #parts: RoomsParts;
  readonly #desks = new Map<JourId, Set<DeskSeat>>();
  readonly #seekers = new Map<string, readonly SeekerSeat[]>();
  readonly #due = new Map<JourId, NodeJS.Timeout>();
  #cost = 0;

  constructor(parts: RoomsParts) {
    this.#parts = parts;
    parts.shifts.onChange((jour) => this.changed(jour));
  }

  sitDown(seat: DeskSeat): () => void {
    const desks = this.#desks.get(seat.jour) ?? new Set();
    this.#desks.set(seat.jour, desks.add(seat));
    this.changed(seat.jour);
    return () => {
      desks.delete(seat);
      if (desks.size === 0) this.#desks.delete(seat.jour);
    };
  }

  wait(seat: SeekerSeat): void {
    const standing = this.#parts.standings.get(seat.conversation);
    this.#seekers.set(seat.conversation, [...(this.#seekers.get(seat.conversation) ?? []), seat]);
    if (standing) this.changed(standing.state.jour as JourId);
  }

  leave(seat: SeekerSeat): void {
    const rest = this.#seekers.get(seat.conversation)?.filter((one) => one !== seat) ?? [];
    if (rest.length > 0) this.#seekers.set(seat.conversation, rest);
    else this.#seekers.delete(seat.conversation);
  }

  /** Soon, and with thousands in one queue not too often: at most a tenth of the time goes into it. */
  changed(jour: JourId): void {
    if (this.#due.has(jour)) return;
    const pause = Math.min(SOON_MS + this.#cost * 10, AT_MOST_MS);
    const timer = setTimeout(() => {
      this.#due.delete(jour);
      const before = performance.now();
      this.#tellAll(jour);
      this.#cost = performance.now() - before;
    }, pause);
    timer.unref();
    this.#due.set(jour, timer);
  }

  close(): void {
    for (const timer of this.#due.values()) clearTimeout(timer);
  }

  estimate(jour: JourId, face: string, place: number): Estimate {
    return usualRange(this.#parts.counters.distribution(jour, face, waitingMeasure(place)));
  }

  #tellAll(jour: JourId): void {
    const { standings, shifts, now } = this.#parts;
    const duties = shifts.onDuty(jour);
    const queues = new Map<string, LiveStanding[]>();
    const queue = (face: string): LiveStanding[] => {
      const found = queues.get(face) ?? standings.queue(jour, face);
      queues.set(face, found);
      return found;
    };
    for (const { state } of standings.ofJour(jour)) queue(state.face);
    for (const [face, waiting] of queues) this.#tellPlaces(jour, face, waiting);
    const parts = {
      ...{ duties, queue, now: now(), conversations: standings.ofJour(jour) },
      load: (duty: string) => standings.load(duty),
    };
    for (const desk of this.#desks.get(jour) ?? []) tell(desk, roomView(desk.member, parts));
  }

  #tellPlaces(jour: JourId, face: string, waiting: readonly LiveStanding[]): void {
    const { standings, shifts, now } = this.#parts;
    const open = shifts.isServed(jour, face);
    const here = shifts.onDuty(jour).filter((one) => one.face === face && isPresent(one, now()));
    const free = roomLeft(here, (duty) => standings.load(duty));
    const estimates = [1, 2, 3].map((place) => this.estimate(jour, face, place));
    for (const [index, { id }] of waiting.entries()) {
      const seats = this.#seekers.get(id);
      if (!seats) continue;
      // All places from the third on share one estimate.
      const text = placeText(index + 1, estimates[Math.min(index, 2)] ?? null, open, free);
      for (const seat of seats) tell(seat, text);
    }
  }
}

function tell(seat: Told, text: object): void {
  const written = JSON.stringify(text);
  if (seat.last === written) return;
  seat.last = written;
  seat.tell(text);
}
