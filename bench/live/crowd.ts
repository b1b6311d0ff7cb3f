import { randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { RawSocket } from "./raw-socket.ts";

/** One who connects: at which host, with which token, to which conversations. */
export interface Visitor {
  readonly side: 0 | 1;
  readonly host: string;
  readonly token: string;
  readonly conversations: readonly string[];
}

/** One side of one conversation, connected. */
export interface Seat {
  readonly side: 0 | 1;
  readonly conversation: number;
  readonly socket: RawSocket;
  readonly ch: number;
  ref: number;
}

export interface Ears {
  acknowledged(seat: Seat, ref: number): void;
  /** The other side's frame has arrived; `payload` as it was sent. */
  arrived(seat: Seat, payload: Buffer): void;
  failed(reason: string): void;
}

const AT_ONCE = 50;
const HEADER = 30;

/** Brings all visitors in; resolves when every channel of theirs stands. */
export async function bringIn(
  port: number,
  visitors: readonly Visitor[],
  after: ReadonlyMap<string, number>,
  ears: Ears,
): Promise<{ seats: Seat[]; last: Map<string, number>; leave(): void }> {
  const crowd = new Crowd(port, after, ears);
  const queue = [...visitors];
  const worker = async (): Promise<void> => {
    for (let one = queue.shift(); one; one = queue.shift()) await crowd.enter(one);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return { seats: crowd.seats, last: crowd.last, leave: () => crowd.leave() };
}

class Crowd {
  readonly seats: Seat[] = [];
  readonly last = new Map<string, number>();
  readonly #port: number;
  readonly #after: ReadonlyMap<string, number>;
  readonly #ears: Ears;
  readonly #numbers = new Map<string, number>();
  readonly #sockets: RawSocket[] = [];
  #isLeaving = false;

  constructor(port: number, after: ReadonlyMap<string, number>, ears: Ears) {
    this.#port = port;
    this.#after = after;
    this.#ears = ears;
  }

  leave(): void {
    this.#isLeaving = true;
    for (const socket of this.#sockets) socket.end();
  }

  async enter(visitor: Visitor): Promise<void> {
    const seats: Seat[] = [];
    let ready = (): void => undefined;
    const isReady = new Promise<void>((resolve) => (ready = resolve));
    let standing = 0;
    const socket = new RawSocket(this.#port, visitor.host, {
      text: (text) => {
        if (text.startsWith('{"t":"ack"')) return this.#acknowledged(seats, text);
        if (text.startsWith('{"t":"ready"')) return ready();
        if (text.startsWith('{"t":"opened"')) standing++;
        else if (text.startsWith('{"t":"error"')) this.#ears.failed(text);
      },
      bytes: (bytes) => this.#arrived(visitor, seats, bytes),
      closed: () => this.#isLeaving || this.#ears.failed("a connection ended"),
    });
    this.#sockets.push(socket);
    await socket.opened();
    socket.text(JSON.stringify({ t: "auth", v: 1, token: visitor.token }));
    await isReady;
    for (const [index, conversation] of visitor.conversations.entries()) {
      const ch = index + 1;
      const seat = { side: visitor.side, conversation: this.#number(conversation), socket, ch };
      seats.push({ ...seat, ref: 0 });
      const tab = randomBytes(16).toString("base64url");
      const after = this.#after.get(conversation) ?? 0;
      socket.text(JSON.stringify({ t: "open", ch, conversation, tab, after }));
    }
    while (standing < visitor.conversations.length) await sleep(2);
    this.seats.push(...seats);
  }

  #number(conversation: string): number {
    const known = this.#numbers.get(conversation) ?? this.#numbers.size;
    this.#numbers.set(conversation, known);
    return known;
  }

  #acknowledged(seats: readonly Seat[], text: string): void {
    const { ch, ref } = JSON.parse(text) as { ch: number; ref: number };
    const seat = seats[ch - 1];
    if (seat) this.#ears.acknowledged(seat, ref);
  }

  #arrived(visitor: Visitor, seats: readonly Seat[], bytes: Buffer): void {
    const ch = bytes.readUInt32BE(1);
    const seat = seats[ch - 1];
    const conversation = visitor.conversations[ch - 1];
    if (!seat || conversation === undefined) return;
    this.last.set(conversation, bytes.readUInt32BE(5));
    // The house sends her own frames back to the sender, in their place: not what is measured.
    const payload = bytes.subarray(HEADER);
    if (bytes[9] === 1 && payload[0] !== visitor.side) this.#ears.arrived(seat, payload);
  }
}
