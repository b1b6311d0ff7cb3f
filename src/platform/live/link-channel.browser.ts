import { encodeClientFrame, LIMITS, MAX_PAYLOAD, type ServerFrame } from "./wire.ts";

export interface ChannelHandlers {
  /** Each frame of the log once, in order, the own ones too; the next waits until this is done. */
  frame(f: {
    seq: number;
    kind: 0 | 1;
    tab: Uint8Array;
    ref: number;
    payload: Uint8Array;
  }): void | Promise<void>;
  typing?(): void;
  // The texts of the application, as it declares them.
  present?(p: never): void;
  place?(p: never): void;
  /** Nothing more comes, and what was not acknowledged never will be. */
  closed(code: string): void;
}

export interface ChannelOptions {
  /** 16 bytes in base64url. */
  readonly conversation: string;
  readonly tab: Uint8Array;
  readonly handlers: ChannelHandlers;
}

export interface Channel {
  /** Resolves with the frame's number when it is durable; rejects only when the channel is closed. */
  append(payload: Uint8Array): Promise<number>;
  typing(): void;
  close(): void;
}

/** The way of the channel to the server, as long as there is one. */
export interface ChannelWire {
  text(text: object): void;
  bytes(bytes: Uint8Array<ArrayBuffer>): void;
  /** A number that no channel of this connection has had. */
  freshNumber(channel: LinkChannel): number;
  forget(channel: LinkChannel): void;
}

interface Unacknowledged {
  readonly ref: number;
  readonly payload: Uint8Array;
  readonly resolve: (seq: number) => void;
  readonly reject: (error: Error) => void;
}

const RETRY_MS = 500;
/** A server that has fallen behind another, or is busy: worth asking again. */
const passing = new Set(["try-again", "bad-after", "channel-taken"]);

/** One log, followed across any number of connections: nothing lost, nothing doubled. */
export class LinkChannel implements Channel {
  readonly #options: ChannelOptions;
  readonly #wire: ChannelWire;
  #unacknowledged: Unacknowledged[] = [];
  #ref = 0;
  #last = 0;
  /** The highest ref sent since the channel was last opened. */
  #sentRef = 0;
  #ch = 0;
  #isOpen = false;
  #isClosed = false;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #handled: Promise<unknown> = Promise.resolve();

  constructor(options: ChannelOptions, wire: ChannelWire) {
    this.#options = options;
    this.#wire = wire;
  }

  /** The link is up (again): goes on after the last frame that came. */
  open(): void {
    if (this.#isClosed) return;
    clearTimeout(this.#retry);
    this.#retry = undefined;
    this.#isOpen = false;
    this.#sentRef = 0;
    this.#ch = this.#wire.freshNumber(this);
    const { conversation, tab } = this.#options;
    this.#wire.text({
      t: "open",
      ch: this.#ch,
      conversation,
      tab: base64url(tab),
      after: this.#last,
    });
  }

  lost(): void {
    this.#isOpen = false;
    clearTimeout(this.#retry);
    this.#retry = undefined;
  }

  append(payload: Uint8Array): Promise<number> {
    if (this.#isClosed) return Promise.reject(new Error("closed"));
    if (payload.length === 0 || payload.length > MAX_PAYLOAD) {
      return Promise.reject(new RangeError("a frame must have 1 to MAX_PAYLOAD bytes"));
    }
    const logged = new Promise<number>((resolve, reject) => {
      this.#unacknowledged.push({ ref: ++this.#ref, payload, resolve, reject });
    });
    // Whoever does not wait for it hears of a closed channel through its handler.
    logged.catch(() => undefined);
    this.#send();
    return logged;
  }

  typing(): void {
    if (this.#isOpen) this.#wire.text({ t: "typing", ch: this.#ch });
  }

  close(): void {
    if (this.#isClosed) return;
    if (this.#isOpen) this.#wire.text({ t: "close", ch: this.#ch });
    this.#end("closed");
  }

  receiveFrame(frame: ServerFrame): void {
    if (this.#isClosed || frame.seq !== this.#last + 1) return;
    this.#last = frame.seq;
    const { seq, kind, tab, ref, payload } = frame;
    if (kind === 1 && isSame(tab, this.#options.tab)) this.#acknowledge(ref, seq);
    this.#handle(() => this.#options.handlers.frame({ seq, kind, tab, ref, payload }));
  }

  receiveText(text: Readonly<Record<string, unknown>>): void {
    const { handlers } = this.#options;
    switch (text["t"]) {
      case "opened":
        this.#isOpen = true;
        return this.#send();
      case "ack":
        return this.#acknowledge(Number(text["ref"]), Number(text["seq"]));
      case "typing":
        return this.#handle(() => handlers.typing?.());
      case "present":
        return this.#handle(() => handlers.present?.(text as never));
      case "place":
        return this.#handle(() => handlers.place?.(text as never));
      case "closed":
        return this.#closedBy(String(text["code"]));
      case "error":
        return this.#refused(String(text["code"]), text["ref"]);
    }
  }

  #refused(code: string, ref: unknown): void {
    if (passing.has(code)) return this.#reopenSoon();
    if (ref === undefined) return this.#closedBy(code);
    const at = this.#unacknowledged.findIndex((one) => one.ref === ref);
    const [refused] = at >= 0 ? this.#unacknowledged.splice(at, 1) : [];
    refused?.reject(new Error(code));
  }

  /** One frame could not be written: all from it on are sent again, in order, over a fresh channel. */
  #reopenSoon(): void {
    if (this.#retry !== undefined) return;
    if (this.#isOpen) this.#wire.text({ t: "close", ch: this.#ch });
    this.#isOpen = false;
    this.#retry = setTimeout(() => this.open(), RETRY_MS * (0.5 + Math.random()));
  }

  #send(): void {
    if (!this.#isOpen) return;
    for (const { ref, payload } of this.#unacknowledged.slice(0, LIMITS.inFlight)) {
      if (ref <= this.#sentRef) continue;
      this.#sentRef = ref;
      this.#wire.bytes(encodeClientFrame({ ch: this.#ch, ref, payload }));
    }
  }

  #acknowledge(ref: number, seq: number): void {
    const at = this.#unacknowledged.findIndex((one) => one.ref === ref);
    if (at < 0) return;
    const [one] = this.#unacknowledged.splice(at, 1);
    one?.resolve(seq);
    this.#send();
  }

  #closedBy(code: string): void {
    if (this.#isClosed) return;
    this.#end(code);
    this.#handle(() => this.#options.handlers.closed(code));
  }

  #end(code: string): void {
    this.#isClosed = true;
    this.lost();
    this.#wire.forget(this);
    for (const { reject } of this.#unacknowledged.splice(0)) reject(new Error(code));
  }

  /** Handlers run one after the other; a fault in one is told to the page, and the next goes on. */
  #handle(work: () => void | Promise<void>): void {
    this.#handled = this.#handled.then(work).catch((fault: unknown) => {
      setTimeout(() => {
        throw fault;
      });
    });
  }
}

function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}

function base64url(bytes: Uint8Array): string {
  const text = btoa(String.fromCharCode(...bytes));
  return text.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}
