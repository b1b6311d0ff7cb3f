import type { HostView } from "../http/index.server.ts";
import { type Allowance, Budget } from "./budget.ts";
import { Channel } from "./channel.server.ts";
import type { LiveCode } from "./codes.ts";
import type { LiveLog } from "./log.server.ts";
import type { Presence } from "./presence.server.ts";
import type { NumberedFrame } from "./stored-frame.server.ts";
import { type ClientText, decodeClientFrame, LIMITS, parseClientText } from "./wire.ts";

/** What carries a connection: a socket, or a long-poll session. */
export interface Wire {
  /** Both answer false when the other side reads too slowly; `drained` is called when it goes on. */
  text(text: string): boolean;
  bytes(bytes: Uint8Array): boolean;
  /** Nothing is read from this side for so long. */
  pause(milliseconds: number): void;
  end(code: string): void;
}

/** What a module puts behind the live connection. */
export interface LiveApp {
  /** Who stands behind a token; undefined refuses it. */
  welcome(
    token: string,
    host: HostView,
    connection: LiveConnection,
  ): Promise<LiveGuest | undefined>;
}

export interface LiveGuest {
  /** How her connections are counted together; without it she is told what she asks, and stays a stranger. */
  readonly who: string | undefined;
  /** May she follow this log now, and as whom? */
  admit(log: string): Promise<Seat | LiveCode>;
  /** Her connection is over. */
  left(): void;
}

/** A guest's place at one log. */
export interface Seat {
  /** 16 bytes: whose frames these are. */
  readonly by: Uint8Array;
  /** How she is counted as present. */
  readonly label: string;
  mayWrite(): boolean;
  /** What of a server event goes out to her. */
  show(event: NumberedFrame): Uint8Array;
  /** Who is present, as the fields of a `present` text. */
  present(): object;
  /** The channel stands: the moment for texts of the application's own. */
  opened(ch: number): void;
}

/** What the application may do with a connection. */
export interface LiveConnection {
  tell(text: object): void;
  /** Closes her channels to this log under this label. */
  closeChannels(log: string, label: string, code: string): void;
  close(code: LiveCode): void;
}

export interface ConnectionParts {
  readonly log: LiveLog;
  readonly presence: Presence;
  readonly app: LiveApp;
  readonly host: HostView;
  readonly wire: Wire;
  readonly allowance: Allowance;
  readonly signInMs: number;
  /** A content-free sign of life of one side, for the other processes. */
  readonly typed: (log: string, label: string) => void;
  /** She is no stranger any more; false when there is no room for her. */
  readonly known: (who: string) => boolean;
  readonly over: () => void;
}

/** One client's side of the live messages, whatever carries them. */
export class Connection implements LiveConnection {
  readonly #parts: ConnectionParts;
  readonly #budget: Budget;
  readonly #channels = new Map<number, Channel | "opening">();
  #guest: LiveGuest | "asked" | undefined;
  #welcomed: Promise<void> | undefined;
  #signIn: NodeJS.Timeout | undefined;
  #isKnown = false;
  /** Told to go: nothing more is heard of her. */
  #isClosing = false;
  #isOver = false;

  constructor(parts: ConnectionParts) {
    this.#parts = parts;
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
    const channel = this.#channels.get(frame.ch);
    if (!(channel instanceof Channel)) {
      return this.tell({ t: "error", code: "no-channel", ch: frame.ch, ref: frame.ref });
    }
    channel.append(frame.ref, frame.payload);
  }

  /** The other side reads again. */
  drained(): void {
    for (const channel of this.#channels.values()) {
      if (channel instanceof Channel) channel.resume();
    }
  }

  /** What carried the connection is gone. */
  over(): void {
    if (this.#isOver) return;
    this.#isOver = true;
    clearTimeout(this.#signIn);
    for (const channel of this.#channels.values()) if (channel instanceof Channel) channel.leave();
    this.#channels.clear();
    if (typeof this.#guest === "object") this.#guest.left();
    this.#parts.over();
  }

  tell(text: object): void {
    if (!this.#isOver) this.#parts.wire.text(JSON.stringify(text));
  }

  closeChannels(log: string, label: string, code: string): void {
    for (const channel of [...this.#channels.values()]) {
      if (!(channel instanceof Channel)) continue;
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
    this.#parts.wire.end(code);
  }

  #act(message: Exclude<ClientText, { t: "auth" }>): void {
    switch (message.t) {
      case "ping":
        return this.tell({ t: "pong" });
      case "open":
        return void this.#open(message);
      case "typing":
      case "close": {
        const channel = this.#channels.get(message.ch);
        if (!(channel instanceof Channel)) return this.#error("no-channel", message.ch);
        if (message.t === "typing") return channel.type();
        channel.leave();
        this.#channels.delete(message.ch);
      }
    }
  }

  async #welcome(token: string): Promise<void> {
    if (this.#guest !== undefined) return this.close("auth-twice");
    this.#guest = "asked";
    const { app, host } = this.#parts;
    const guest = await app.welcome(token, host, this).catch((): "failed" => "failed");
    if (guest === undefined) return this.close("token-refused");
    if (guest === "failed") return this.close("try-again");
    if (this.#isClosing || this.#isOver) return guest.left();
    this.#guest = guest;
    if (guest.who !== undefined && !this.#parts.known(guest.who))
      return this.close("too-many-connections");
    this.#isKnown = guest.who !== undefined;
    if (this.#isKnown) clearTimeout(this.#signIn);
    this.tell({ t: "ready" });
  }

  async #open(message: Extract<ClientText, { t: "open" }>): Promise<void> {
    const { ch, conversation, after } = message;
    if (typeof this.#guest !== "object") return;
    if (this.#channels.has(ch)) return this.#error("channel-taken", ch);
    if (this.#channels.size >= LIMITS.channels) return this.#error("too-many-channels", ch);
    this.#channels.set(ch, "opening");
    const seat = await this.#guest.admit(conversation).catch((): LiveCode => "try-again");
    if (typeof seat === "object") await this.#parts.log.freshen(conversation);
    if (this.#isOver || this.#channels.get(ch) !== "opening") return;
    this.#channels.delete(ch);
    if (seat === "gone") return this.tell({ t: "closed", ch, code: "gone" });
    if (typeof seat === "string") return this.#error(seat, ch);
    const next = this.#parts.log.next(conversation);
    if (after >= next) return this.#error("bad-after", ch);
    this.tell({ t: "opened", ch, next });
    const channel = new Channel(ch, conversation, Buffer.from(message.tab, "base64url"), seat, {
      ...this.#parts,
      tell: (text) => this.tell(text),
      ended: () => this.#channels.delete(ch),
    });
    this.#channels.set(ch, channel);
    channel.begin(after);
  }

  #spend(): void {
    const wait = this.#budget.spend(performance.now());
    if (wait > 0) this.#parts.wire.pause(wait);
  }

  #error(code: LiveCode, ch?: number): void {
    this.tell(ch === undefined ? { t: "error", code } : { t: "error", code, ch });
  }
}
