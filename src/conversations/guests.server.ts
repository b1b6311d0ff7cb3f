import type { Database, JourId } from "../platform/database/index.server.ts";
import type { HostView } from "../platform/http/index.server.ts";
import type {
  Live,
  LiveApp,
  LiveConnection,
  LiveGuest,
  Seat,
} from "../platform/live/index.server.ts";
import { uuidBytes } from "../platform/ids.ts";
import type { OnDuty } from "../shifts/index.ts";
import type { Shifts } from "../shifts/index.server.ts";
import type { DutyId } from "./contract.ts";
import { isIn } from "./policy.ts";
import { presentView } from "./present.server.ts";
import type { Rooms } from "./rooms.server.ts";
import { SeekerGuest, type SeekerGuestParts, shown } from "./seeker-guest.server.ts";
import type { Standings } from "./standings.server.ts";
import { takeTicket, type Ticket } from "./store.server.ts";
import { isSameHash, readSeekerToken, readTicket } from "./token.server.ts";

export interface GuestParts {
  readonly database: Database;
  readonly live: Live;
  readonly standings: Standings;
  readonly shifts: Shifts;
  readonly rooms: Rooms;
  readonly isSignedIn: (jour: JourId, session: string) => Promise<boolean>;
  readonly now: () => number;
}

interface Desk extends Ticket {
  readonly jour: JourId;
  readonly connection: LiveConnection;
  /** The duty under which she follows each log. */
  readonly seats: Map<string, OnDuty>;
}

/** Who comes in by the live connection: the seeker with her token, a volunteer with a ticket of her desk. */
export class Guests implements LiveApp {
  readonly #parts: GuestParts;
  readonly #ofSeekers: SeekerGuestParts;
  readonly #desks = new Set<Desk>();

  constructor(parts: GuestParts) {
    this.#parts = parts;
    const { rooms, standings, live } = parts;
    this.#ofSeekers = { rooms, standings, presentAt: (log) => live.presence.at(log) };
    parts.live.neighbours.hear("dismissed", (items) => {
      for (const item of items) {
        const [jour, member] = item as readonly unknown[];
        this.closeDesks(jour as JourId, (desk) => desk.member === member);
      }
    });
  }

  welcome(
    token: string,
    host: HostView,
    connection: LiveConnection,
  ): Promise<LiveGuest | undefined> {
    const jour = host.jour?.id;
    if (!jour) return Promise.resolve(undefined);
    return token.startsWith("s.")
      ? this.#seeker(token, jour, connection)
      : this.#volunteer(token, jour, connection);
  }

  /** She left this conversation: her desks hear no more of it. */
  closeChannels(conversation: string, jour: string, duty: DutyId): void {
    for (const desk of this.#desks) {
      if (desk.jour === jour) desk.connection.closeChannels(conversation, duty, "left");
    }
  }

  /** She has left the jour: her desks close, on every process. */
  dismiss(jour: JourId, member: string): void {
    this.closeDesks(jour, (desk) => desk.member === member);
    this.#parts.live.neighbours.tell("dismissed", [jour, member]);
  }

  /** Shifts that are over while she is still in: the conversation waits for a colleague. */
  closeExpired(jour: JourId): void {
    const now = this.#parts.now();
    for (const desk of this.#desks) {
      if (desk.jour !== jour) continue;
      for (const [log, duty] of desk.seats) {
        if (this.#until(jour, duty) > now) continue;
        desk.seats.delete(log);
        desk.connection.closeChannels(log, duty.duty, "left");
      }
    }
  }

  /** Ends the connections of those who may not be here any more. */
  closeDesks(jour: JourId, isTo: (desk: Ticket) => boolean): void {
    for (const desk of this.#desks) {
      if (desk.jour === jour && isTo(desk)) desk.connection.close("token-refused");
    }
  }

  /** Who is connected now, for looking whether she is still signed in. */
  sessions(): readonly { jour: JourId; session: string }[] {
    return [...this.#desks].map(({ jour, session }) => ({ jour, session }));
  }

  async #seeker(
    token: string,
    jour: JourId,
    connection: LiveConnection,
  ): Promise<LiveGuest | undefined> {
    const read = readSeekerToken(token);
    if (!read) return undefined;
    const { conversation } = read;
    const { live, standings } = this.#parts;
    // Of what was destroyed nothing is known, not even a token: she is told by the channel, and stays
    // a stranger, for anybody may make up such a token.
    if (!(await live.log.has(conversation)))
      return { who: undefined, admit: async () => "gone", left: nothing };
    const standing = standings.get(conversation);
    if (standing?.state.jour !== jour || !isSameHash(standing.state.token, read.hash))
      return undefined;
    // Her number as it stands in the log: the one from her token would keep the whole token in memory.
    return new SeekerGuest(standing.id, connection, this.#ofSeekers);
  }

  async #volunteer(
    token: string,
    jour: JourId,
    connection: LiveConnection,
  ): Promise<LiveGuest | undefined> {
    const hash = readTicket(token);
    if (!hash) return undefined;
    const { database, rooms, shifts, isSignedIn, now } = this.#parts;
    const ticket = await database.tenant(jour, (tx) => takeTicket(tx, hash, new Date(now())));
    // She may have signed out, or been taken out of the register, since she got it.
    if (!ticket || !(await isSignedIn(jour, ticket.session))) return undefined;
    const desk: Desk = { jour, connection, seats: new Map(), ...ticket };
    this.#desks.add(desk);
    const absent = shifts.attend(jour, desk.member);
    const standUp = rooms.sitDown({
      jour,
      member: desk.member,
      last: "",
      tell: (text) => connection.tell(text),
    });
    return {
      who: desk.member,
      admit: (log) => this.#admitVolunteer(desk, log),
      left: () => {
        this.#desks.delete(desk);
        absent();
        standUp();
      },
    };
  }

  /** Only who is in the conversation; whatever else there is, is not there for her. */
  async #admitVolunteer(desk: Desk, log: string): Promise<Seat | "not-found" | "gone"> {
    const { live, standings, shifts, now } = this.#parts;
    if (!(await live.log.has(log))) return "gone";
    const isHers = ({ duty, member }: { duty: DutyId; member: string }): boolean => {
      const state = standings.get(log)?.state;
      return member === desk.member && state !== undefined && isIn(state, duty);
    };
    if (standings.get(log)?.state.jour !== desk.jour) return "not-found";
    const known = shifts.onDuty(desk.jour).find(isHers);
    const duty = known ?? (await shifts.look(desk.jour)).find(isHers);
    if (!duty) return "not-found";
    desk.seats.set(log, duty);
    return {
      ...{ by: uuidBytes(duty.duty), label: duty.duty, show: shown },
      present: () => presentView(live.presence.at(log)),
      mayWrite: () => isHers(duty) && this.#until(desk.jour, duty) > now(),
      opened: nothing,
    };
  }

  /** When her shift ends: later than when she came in, if she has prolonged it. */
  #until(jour: JourId, { duty, expiresAt }: OnDuty): number {
    const now = this.#parts.shifts.onDuty(jour).find((one) => one.duty === duty);
    return Math.max(expiresAt, now?.expiresAt ?? 0);
  }
}

const nothing = (): void => undefined;
