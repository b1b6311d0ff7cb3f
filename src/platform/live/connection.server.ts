import type { HostView } from "../http/index.server.ts";
import { type Allowance, Budget } from "./budget.ts";
import { Channel } from "./channel.server.ts";
import type { LiveCode } from "./codes.ts";
import type { LiveApp, LiveConnection, LiveGuest } from "./live-app.server.ts";
import type { LiveLog } from "./log.server.ts";
import type { Presence } from "./presence.server.ts";
import {
  type ClientText,
  decodeClientFrame,
  LIMITS,
  parseClientText,
  type ServerFrame,
} from "./wire.ts";

/** What carries a connection: a socket, or a long-poll session. */
export interface Wire {
  /** Both answer false when the other side reads too slowly; `drained` is called when it goes on. */
  text(text: string): boolean;
  frame(frame: ServerFrame): boolean;
  /** Nothing is read from this side for so long. */
  pause(milliseconds: number): void;
  end(code: string): void;
}

/** One for all connections: of what belongs to each there is little, because there are many. */
export interface ConnectionParts {
  readonly log: LiveLog;
  readonly presence: Presence;
  readonly app: LiveApp;
  readonly allowance: Allowance;
  readonly signInMs: number;
  /** A content-free sign of life of one side, for the other processes. */
  typed(log: string, label: string): void;
  /** She is no stranger any more: what all her connections together may say; undefined when there is no room. */
  known(connection: Connection, who: string): Budget | undefined;
  over(connection: Connection, who: string | undefined): void;
}

const none: readonly never[] = [];
/** Besides the message itself: a log is read from its beginning for it. */
const OPEN_COST = 9;

/** One client's side of the live messages, whatever carries them. */
export class Connection implements LiveConnection {
  readonly wire: Wire;
  readonly #parts: ConnectionParts;
  readonly #host: HostView;
  #budget: Budget;
  #channels: readonly Channel[] = none;
  /** Channels that are asked for and not yet admitted. */
  #opening: readonly number[] = none;
  #guest: LiveGuest | "asked" | undefined;
  #welcomed: Promise<void> | undefined;
  #signIn: NodeJS.Timeout | undefined;
  #isKnown = false;
  /** Told to go: nothing more is heard of her. */
  #isClosing = false;
  #isOver = false;

  constructor(parts: ConnectionParts, host: HostView, wire: Wire) {
    this.#parts = parts;
    this.#host = host;
    this.wire = wire;
    this.#budget = new Budget(parts.allowance, performance.now());
    this.#signIn = setTimeout(
      () => this.close(this.signedIn ? "gone" : "auth-timeout"),
      parts.signInMs,
    );
  }

  get signedIn(): boolean {
    return typeof this.#guest === "object";
  }

  get isStranger(): boolean {
    return !this.#isKnown;
  }

  /** A sign of life that says nothing costs what a message costs. */
  heard(): void {
    this.#spend();
  }

  receiveText(text: string): void {
    if (this.#isClosing || this.#isOver) return;
    this.#spend();
    const parsed = parseClientText(text);
    if (!parsed.ok) return this.#error(parsed.code);
    const { message } = parsed;
    if (message.t === "auth") return void (this.#welcomed = this.#welcome(message.token));
    // Said in one breath with who she is: heard when that is known.
    if (this.#guest === "asked") return void this.#welcomed?.then(() => this.receiveText(text));
    if (!this.signedIn) return this.close("auth-first");
    this.#act(message);
  }

  receiveBytes(bytes: Uint8Array): void {
    if (this.#isClosing || this.#isOver) return;
    this.#spend();
    if (!this.signedIn) return this.close("auth-first");
    if (bytes.length > LIMITS.frame) return this.#error("too-large");
    const frame = decodeClientFrame(bytes);
    if (!frame) return this.#error("bad-frame");
    const channel = this.#channel(frame.ch);
    if (!channel) {
      return this.tell({ t: "error", code: "no-channel", ch: frame.ch, ref: frame.ref });
    }
    channel.append(frame.ref, frame.payload);
  }

  /** The other side reads again. */
  drained(): void {
    for (const channel of this.#channels) channel.resume();
  }

  /** What carried the connection is gone. */
  over(): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#forgetTimer();
    for (const channel of this.#channels) channel.leave();
    this.#channels = none;
    const guest = typeof this.#guest === "object" ? this.#guest : undefined;
    guest?.left();
    this.#parts.over(this, guest?.who);
  }

  tell(text: object): void {
    if (!this.#isOver) this.wire.text(JSON.stringify(text));
  }

  /** This channel is no more. */
  ended(ch: number): void {
    this.#channels = this.#channels.filter((one) => one.ch !== ch);
  }

  closeChannels(log: string, label: string, code: string): void {
    for (const channel of this.#channels) {
      if (channel.log === log && channel.label === label) channel.closed(code);
    }
  }

  close(code: LiveCode): void {
    if (this.#isClosing) return;
    this.tell({ t: "error", code });
    this.#end(code);
  }

  bye(reason: string): void {
    if (this.#isClosing) return;
    this.tell({ t: "bye", reason });
    this.#end("bye");
  }

  #end(code: string): void {
    this.#isClosing = true;
    this.wire.end(code);
  }

  #act(message: Exclude<ClientText, { t: "auth" }>): void {
    switch (message.t) {
      case "ping":
        return this.tell({ t: "pong" });
      case "open":
        this.#spend(OPEN_COST);
        return void this.#open(message);
      case "typing":
      case "close": {
        const channel = this.#channel(message.ch);
        if (!channel) return this.#error("no-channel", message.ch);
        if (message.t === "typing") return channel.type();
        channel.leave();
        this.ended(message.ch);
      }
    }
  }

  async #welcome(token: string): Promise<void> {
    if (this.#guest !== undefined) return this.close("auth-twice");
    this.#guest = "asked";
    const guest = await this.#parts.app
      .welcome(token, this.#host, this)
      .catch((): "failed" => "failed");
    if (guest === undefined) return this.close("token-refused");
    if (guest === "failed") return this.close("try-again");
    if (this.#isClosing || this.#isOver) return guest.left();
    this.#guest = guest;
    const budget = guest.who === undefined ? this.#budget : this.#parts.known(this, guest.who);
    if (!budget) return this.close("too-many-connections");
    this.#budget = budget;
    this.#isKnown = guest.who !== undefined;
    if (this.#isKnown) this.#forgetTimer();
    this.tell({ t: "ready" });
  }

  async #open(message: Extract<ClientText, { t: "open" }>): Promise<void> {
    const { ch, conversation, after } = message;
    if (typeof this.#guest !== "object") return;
    const isTaken = this.#opening.includes(ch) || this.#channel(ch);
    if (isTaken) return this.#error("channel-taken", ch);
    if (this.#channels.length + this.#opening.length >= LIMITS.channels)
      return this.#error("too-many-channels", ch);
    this.#opening = [...this.#opening, ch];
    // Whether she may may have been decided on another process, a moment ago.
    await this.#parts.log.freshen(conversation);
    const seat = await this.#guest.admit(conversation).catch((): LiveCode => "try-again");
    this.#opening = this.#opening.length === 1 ? none : this.#opening.filter((one) => one !== ch);
    if (this.#isOver) return;
    if (seat === "gone") return this.tell({ t: "closed", ch, code: "gone" });
    if (typeof seat === "string") return this.#error(seat, ch);
    const next = this.#parts.log.next(conversation);
    if (after >= next) return this.#error("bad-after", ch);
    this.tell({ t: "opened", ch, next });
    const tab = new Uint8Array(Buffer.from(message.tab, "base64url"));
    const channel = new Channel({ ch, log: conversation, tab, seat }, this, this.#parts);
    this.#channels = [...this.#channels, channel];
    channel.begin(after);
  }

  #channel(ch: number): Channel | undefined {
    for (const channel of this.#channels) if (channel.ch === ch) return channel;
    return undefined;
  }

  #forgetTimer(): void {
    clearTimeout(this.#signIn);
    this.#signIn = undefined;
  }

  #spend(cost = 1): void {
    const wait = this.#budget.spend(performance.now(), cost);
    if (wait > 0) this.wire.pause(wait);
  }

  #error(code: LiveCode, ch?: number): void {
    this.tell(ch === undefined ? { t: "error", code } : { t: "error", code, ch });
  }
}
