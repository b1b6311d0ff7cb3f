import type {
  LiveConnection,
  LiveGuest,
  LogRoom,
  NumberedFrame,
  Seat,
} from "../platform/live/index.server.ts";
import { eventView, presentView } from "./present.server.ts";
import type { Rooms, SeekerSeat } from "./rooms.server.ts";
import { ROOM_BEFORE_TAKEN } from "./policy.ts";
import { readEvent, SEEKER, type Standings } from "./standings.server.ts";

/** What the seeker's frames are signed with at the server: she is one in her conversation. */
const SEEKER_BYTES = new Uint8Array(16).fill(0xff);

/** Of all who are connected. */
export interface SeekerGuestParts {
  readonly rooms: Rooms;
  readonly standings: Standings;
  presentAt(conversation: string): ReadonlySet<string>;
}

/** A seeker's connection: at her own conversation and nowhere else. Thousands may wait: hence no closures. */
export class SeekerGuest implements LiveGuest {
  readonly who: string;
  readonly connection: LiveConnection;
  readonly parts: SeekerGuestParts;
  #seats: readonly SeekerChannel[] = [];

  constructor(conversation: string, connection: LiveConnection, parts: SeekerGuestParts) {
    this.who = conversation;
    this.connection = connection;
    this.parts = parts;
  }

  async admit(log: string): Promise<Seat | "not-found" | "gone"> {
    if (log !== this.who) return "not-found";
    return this.parts.standings.get(log) ? new SeekerChannel(this) : "gone";
  }

  sit(seat: SeekerChannel): void {
    this.#seats = [...this.#seats, seat];
    this.parts.rooms.wait(seat);
  }

  left(): void {
    for (const seat of this.#seats) this.parts.rooms.leave(seat);
  }
}

class SeekerChannel implements Seat, SeekerSeat {
  readonly by = SEEKER_BYTES;
  readonly label = SEEKER;
  last = "";
  readonly #guest: SeekerGuest;
  #ch = 0;

  constructor(guest: SeekerGuest) {
    this.#guest = guest;
  }

  get conversation(): string {
    return this.#guest.who;
  }

  mayWrite(): boolean {
    return true;
  }

  /** Whoever has not been met yet may be anybody: she has a few words, not a whole conversation. */
  room(): LogRoom | undefined {
    const standing = this.#guest.parts.standings.get(this.conversation);
    return standing?.state.firstTaken === null ? ROOM_BEFORE_TAKEN : undefined;
  }

  show(event: NumberedFrame): Uint8Array {
    return shown(event);
  }

  present(): object {
    return presentView(this.#guest.parts.presentAt(this.conversation));
  }

  opened(ch: number): void {
    this.#ch = ch;
    this.#guest.sit(this);
  }

  tell(text: object): void {
    this.#guest.connection.tell({ ...text, ch: this.#ch });
  }
}

/** What of a server event goes out to either side. */
export function shown({ payload }: NumberedFrame): Uint8Array {
  return Buffer.from(JSON.stringify(eventView(readEvent(payload))));
}
