import { setTimeout as sleep } from "node:timers/promises";
import type { HostView } from "../http/index.server.ts";
import { Budget, LONGEST_DEBT_MS } from "./budget.ts";
import { Channel } from "./channel.server.ts";
import type { LiveCode } from "./codes.ts";
import type { ConnectionParts, Wire } from "./connection-parts.server.ts";
import type { LiveConnection, LiveGuest, Seat } from "./live-app.server.ts";
import { type ClientText, decodeClientFrame, LIMITS, parseClientText } from "./wire.ts";

type OpenText = Extract<ClientText, { t: "open" }>;

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
  /** What is asked for and not yet admitted. */
  #opening: readonly OpenText[] = none;
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
    if (typeof budget === "string") return this.close(budget);
    this.#budget = budget;
    this.#isKnown = guest.who !== undefined;
    if (this.#isKnown) this.#forgetTimer();
    this.tell({ t: "ready" });
  }

  async #open(message: OpenText): Promise<void> {
    const { ch, conversation, after } = message;
    const wait = this.#spend(OPEN_COST);
    if (wait > LONGEST_DEBT_MS) return this.close("too-slow");
    const isOpening = this.#opening.some(
      (one) => one.ch === ch || one.conversation === conversation,
    );
    if (isOpening || this.#channel(ch)) return this.#error("channel-taken", ch);
    if (this.#channels.length + this.#opening.length >= LIMITS.channels)
      return this.#error("too-many-channels", ch);
    this.#opening = [...this.#opening, message];
    // Nothing is read for her beyond what she may ask for, however many connections ask at once.
    if (wait > 0) await sleep(wait);
    const seat = this.#isClosing || this.#isOver ? undefined : await this.#admit(conversation);
    this.#opening =
      this.#opening.length === 1 ? none : this.#opening.filter((one) => one !== message);
    if (this.#isOver || seat === undefined) return;
    if (seat === "gone") return this.tell({ t: "closed", ch, code: "gone" });
    if (typeof seat === "string") return this.#error(seat, ch);
    const next = this.#parts.log.next(conversation);
    if (after >= next) return this.#error("bad-after", ch);
    this.tell({ t: "opened", ch, next });
    const tab = new Uint8Array(Buffer.from(message.tab, "base64url"));
    const channel = new Channel({ ch, log: conversation, tab, seat }, this, this.#parts);
    // Once for each connection: who opens it anew has given the former up, told or untold.
    const formers = this.#channels.filter((one) => one.log === conversation);
    this.#channels = [...this.#channels.filter((one) => one.log !== conversation), channel];
    channel.begin(after);
    for (const former of formers) former.leave();
  }

  async #admit(conversation: string): Promise<Seat | LiveCode | undefined> {
    if (typeof this.#guest !== "object") return undefined;
    // Whether she may may have been decided on another process, a moment ago.
    await this.#parts.log.freshen(conversation);
    return this.#guest.admit(conversation).catch((): LiveCode => "try-again");
  }

  #channel(ch: number): Channel | undefined {
    for (const channel of this.#channels) if (channel.ch === ch) return channel;
    return undefined;
  }

  #forgetTimer(): void {
    clearTimeout(this.#signIn);
    this.#signIn = undefined;
  }

  #spend(cost = 1): number {
    const wait = this.#budget.spend(performance.now(), cost);
    if (wait > 0) this.wire.pause(wait);
    return wait;
  }

  #error(code: LiveCode, ch?: number): void {
    this.tell(ch === undefined ? { t: "error", code } : { t: "error", code, ch });
  }
}
