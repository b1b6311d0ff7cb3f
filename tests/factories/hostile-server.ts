import type { LinkEnvironment } from "../../src/platform/live/link-environment.browser.ts";
import type { SocketLike } from "../../src/platform/live/link-transport.browser.ts";
import { decodeClientFrame, encodeServerFrame } from "../../src/platform/live/wire.ts";

// A server that speaks the wire as the true one does, and does to each side what it likes.

/** A frame as the log holds it; its number is counted anew for each side. */
export interface Logged {
  readonly kind: 0 | 1;
  readonly tab: Uint8Array;
  readonly ref: number;
  readonly payload: Uint8Array;
}

/** What a side is given in place of a frame: itself, nothing, something else, several. */
export type View = (frame: Logged, at: number) => readonly Logged[];
export type Ack = { readonly ref: number; readonly seq: number };

const NOBODY = new Uint8Array(16);
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Takes the number of a frame that is kept back, so that the side's link sees no hole. */
export const filler = (): Logged => said({ e: "declined", duty: "nobody", at: 0 });
export const said = (event: unknown): Logged => ({
  kind: 0,
  tab: NOBODY,
  ref: 0,
  payload: utf8(JSON.stringify(event)),
});
/** A frame that no side has sent. */
export const invented = (payload: Uint8Array): Logged => ({
  kind: 1,
  tab: NOBODY,
  ref: 0,
  payload,
});

export class HostileServer {
  readonly log: Logged[] = [];
  readonly sides: Side[] = [];

  side(): Side {
    const side = new Side(this);
    this.sides.push(side);
    return side;
  }

  add(frame: Logged): number {
    this.log.push(frame);
    for (const side of this.sides) side.pump();
    return this.log.length;
  }

  /** The frames of one kind of object, in the order of the log. */
  frames(type: number): Uint8Array[] {
    return this.log
      .filter(({ kind, payload }) => kind === 1 && payload[1] === type)
      .map(({ payload }) => payload);
  }
}

/** One tab's connection, as the server has it in hand. */
export class Side {
  view: View = (frame) => [frame];
  /** What goes into the log of what this side sends. */
  take: (frame: Logged) => readonly Logged[] = (frame) => [frame];
  acknowledge: (ack: Ack) => readonly Ack[] = (ack) => [ack];
  /** False: what there is for this side waits. */
  flowing = true;
  readonly given: (Logged & { seq: number })[] = [];
  /** The number up to which it said that it has all, each time that it came (back). */
  readonly openedAfter: number[] = [];
  readonly #server: HostileServer;
  #next = 0;
  #channel = 0;
  #socket: FakeSocket | undefined;

  constructor(server: HostileServer) {
    this.#server = server;
  }

  readonly environment: LinkEnvironment = {
    url: "http://127.0.0.1/live",
    openSocket: () => new FakeSocket(this),
    post: () => Promise.reject(new Error("no polls here")),
    onWake: () => () => undefined,
  };

  /** The network breaks; the side comes back by itself. */
  hangUp(): void {
    const socket = this.#socket;
    this.#socket = undefined;
    socket?.onclose?.(undefined as never);
  }

  /** Forgets that it has given what came after this number. */
  rollBack(to: number): void {
    this.given.splice(to);
  }

  flow(): void {
    this.flowing = true;
    this.pump();
  }

  text(message: object): void {
    this.#socket?.give(JSON.stringify({ ch: this.#channel, ...message }));
  }

  pump(): void {
    while (this.flowing && this.#next < this.#server.log.length) {
      const at = this.#next++;
      const frame = this.#server.log[at];
      for (const one of frame ? this.view(frame, at) : []) this.give(one);
    }
  }

  /** Puts a frame into what this side is given, and nobody else. */
  give(frame: Logged, seq = this.given.length + 1): void {
    const numbered = { ...frame, seq };
    this.given.push(numbered);
    this.#send(numbered);
  }

  #send(frame: Logged & { seq: number }): void {
    if (this.#channel > 0)
      this.#socket?.give(encodeServerFrame({ ch: this.#channel, ...frame }).buffer);
  }

  hear(socket: FakeSocket, data: string | Uint8Array): void {
    if (typeof data === "string") return this.#hearText(socket, JSON.parse(data));
    const frame = decodeClientFrame(data);
    if (!frame) return;
    const logged = { kind: 1, tab: this.#tab, ref: frame.ref, payload: frame.payload } as const;
    let seq = this.#server.log.length + 1;
    for (const one of this.take(logged)) seq = this.#server.add(one);
    for (const ack of this.acknowledge({ ref: frame.ref, seq })) this.text({ t: "ack", ...ack });
  }

  #tab: Uint8Array = NOBODY;

  #hearText(socket: FakeSocket, message: Record<string, unknown>): void {
    if (message["t"] === "auth") {
      this.#socket = socket;
      this.#channel = 0;
      socket.give('{"t":"ready"}');
    }
    if (message["t"] === "ping") socket.give('{"t":"pong"}');
    if (message["t"] !== "open") return;
    this.#channel = Number(message["ch"]);
    this.#tab = Uint8Array.from(Buffer.from(String(message["tab"]), "base64url"));
    const after = Number(message["after"]);
    this.openedAfter.push(after);
    this.text({ t: "opened", next: this.given.length + 1 });
    for (const frame of this.given) if (frame.seq > after) this.#send(frame);
    this.pump();
  }
}

class FakeSocket implements SocketLike {
  binaryType = "";
  onopen: ((event: never) => void) | null = null;
  onmessage: ((event: never) => void) | null = null;
  onclose: ((event: never) => void) | null = null;
  onerror: ((event: never) => void) | null = null;
  readonly #side: Side;
  #isClosed = false;

  constructor(side: Side) {
    this.#side = side;
    queueMicrotask(() => this.onopen?.(undefined as never));
  }

  send(data: string | Uint8Array<ArrayBuffer>): void {
    queueMicrotask(() => void (this.#isClosed || this.#side.hear(this, data)));
  }

  give(data: string | ArrayBuffer): void {
    queueMicrotask(() => void (this.#isClosed || this.onmessage?.({ data } as never)));
  }

  close(): void {
    this.#isClosed = true;
  }
}
