import { faultPoint } from "../fault-points.server.ts";
import type { ConnectionParts } from "./connection-parts.server.ts";
import type { Connection } from "./connection.server.ts";
import type { Seat } from "./live-app.server.ts";
import type { AppendOutcome, Listener } from "./log-record.server.ts";
import type { NumberedFrame } from "./stored-frame.server.ts";
import type { Subscription } from "./subscription.server.ts";

/** Typing hints carry nothing and are passed on at most this often. */
const TYPING_MS = 4000;

interface Place {
  readonly ch: number;
  readonly log: string;
  readonly tab: Uint8Array;
  readonly seat: Seat;
}

/** One log within one connection. */
export class Channel implements Listener {
  readonly ch: number;
  readonly log: string;
  readonly #tab: Uint8Array;
  readonly #seat: Seat;
  readonly #connection: Connection;
  readonly #parts: Pick<ConnectionParts, "log" | "presence" | "typed">;
  #subscription: Subscription | undefined;
  #typedAt = -TYPING_MS;
  #stalled = false;

  constructor(place: Place, connection: Connection, parts: ConnectionParts) {
    this.ch = place.ch;
    this.log = place.log;
    this.#tab = place.tab;
    this.#seat = place.seat;
    this.#connection = connection;
    this.#parts = parts;
  }

  get label(): string {
    return this.#seat.label;
  }

  begin(after: number): void {
    const { log, presence } = this.#parts;
    this.#subscription = log.subscribe(this.log, after, this);
    if (!this.#subscription) return this.closed("gone");
    presence.enter(this.log, this.#seat.label);
    this.present();
    this.#seat.opened(this.ch);
  }

  append(ref: number, payload: Uint8Array): void {
    const { ch } = this;
    const { wire } = this.#connection;
    const refuse = (code: string): void => this.#connection.tell({ t: "error", code, ch, ref });
    // After one frame failed, a later one must not overtake it: the client opens the channel anew.
    if (this.#stalled) return refuse("try-again");
    if (!this.#seat.mayWrite()) return refuse("not-allowed");
    // A copy: what carried the bytes may use its buffer again before they are written.
    const bytes = Buffer.from(payload);
    const frame = { kind: 1, by: this.#seat.by, tab: this.#tab, ref, payload: bytes } as const;
    const settle = (outcome: AppendOutcome): void => {
      if (outcome.ok) {
        void faultPoint("ack:begin");
        wire.text(`{"t":"ack","ch":${ch},"ref":${ref},"seq":${outcome.value}}`);
        void faultPoint("ack:written");
        return;
      }
      if (outcome.code === "try-again") this.#stalled = true;
      refuse(outcome.code);
    };
    this.#parts.log.append(this.log, frame, settle, this.#seat.room?.());
  }

  type(): void {
    const now = performance.now();
    if (now - this.#typedAt < TYPING_MS) return;
    this.#typedAt = now;
    this.#parts.typed(this.log, this.#seat.label);
  }

  resume(): void {
    this.#subscription?.resume();
  }

  leave(): void {
    if (!this.#subscription) return;
    this.#subscription.cancel();
    this.#subscription = undefined;
    this.#parts.presence.leave(this.log, this.#seat.label);
  }

  frame(frame: NumberedFrame): boolean {
    const { seq, kind, ref } = frame;
    const payload = kind === 0 ? this.#seat.show(frame) : frame.payload;
    return this.#connection.wire.frame({ ch: this.ch, seq, kind, tab: frame.tab, ref, payload });
  }

  typing(label: string): void {
    if (label !== this.#seat.label) this.#connection.tell({ t: "typing", ch: this.ch });
  }

  present(): void {
    this.#connection.tell({ t: "present", ch: this.ch, ...this.#seat.present() });
  }

  closed(code: string): void {
    this.leave();
    this.#connection.tell({ t: "closed", ch: this.ch, code });
    this.#connection.ended(this.ch);
  }
}
