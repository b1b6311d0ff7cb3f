import { type Channel, type ChannelOptions, LinkChannel } from "./link-channel.browser.ts";
import { browserEnvironment, type LinkEnvironment } from "./link-environment.browser.ts";
import { pollTransport, socketTransport, type Transport } from "./link-transport.browser.ts";
import { decodeServerFrame, WIRE_VERSION } from "./wire.ts";

export type { Channel, ChannelHandlers, ChannelOptions } from "./link-channel.browser.ts";

export type LinkState = "connecting" | "open" | "lost" | "refused";
/** A text of the application, such as `room`; narrow it by `t`. */
export type AppText = Readonly<Record<string, unknown>> & { readonly t: string };

export interface LinkOptions {
  /** The address of the live connection; by default /live on this host. */
  readonly url?: string;
  /** Asked anew for every connection. */
  readonly token: () => Promise<string>;
  /** `refused` is final: the token is not (or no longer) good. All else mends itself. */
  onState(state: LinkState, code?: string): void;
  onMessage?(message: AppText): void;
  readonly environment?: LinkEnvironment;
}

export interface Link {
  channel(options: ChannelOptions): Channel;
  close(): void;
}

const OPENING_MS = 8000;
const QUIET_MS = 20_000;
const PONG_MS = 10_000;
const FIRST_PAUSE_MS = 300;
const LONGEST_PAUSE_MS = 10_000;
/** So many sockets in a row that never came to speak: perhaps this network blocks them. */
const SOCKET_TRIES = 2;
/** Where a socket has spoken before, the server is rather away than the network unfriendly. */
const KNOWN_SOCKET_TRIES = 6;
const final = new Set(["token-refused", "wrong-version", "foreign-origin", "unknown-host"]);

/** A connection that mends itself: sockets first, long polls where sockets are blocked. */
class LiveLink implements Link {
  readonly #options: LinkOptions;
  readonly #environment: LinkEnvironment;
  readonly #channels = new Set<LinkChannel>();
  readonly #byNumber = new Map<number, LinkChannel>();
  readonly #stopWaking: () => void;
  #transport: Transport | undefined;
  #isIntroduced = false;
  #isReady = false;
  #isClosed = false;
  #failedSockets = 0;
  #usesSocket = true;
  #socketTries = SOCKET_TRIES;
  #failures = 0;
  #numbers = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #attempt = 0;
  /** When an answer is due, while one is waited for. */
  #answerBy = Number.POSITIVE_INFINITY;

  constructor(options: LinkOptions) {
    this.#options = options;
    this.#environment = options.environment ?? browserEnvironment();
    this.#stopWaking = this.#environment.onWake(() => this.#wake());
    this.#connect();
  }

  channel(options: ChannelOptions): Channel {
    const channel = new LinkChannel(options, {
      text: (text) => this.#transport?.send(JSON.stringify(text)),
      bytes: (bytes) => this.#transport?.send(bytes),
      freshNumber: (one) => {
        this.#byNumber.set(++this.#numbers, one);
        return this.#numbers;
      },
      forget: (one) => void this.#channels.delete(one),
    });
    this.#channels.add(channel);
    if (this.#isIntroduced) channel.open();
    return channel;
  }

  close(): void {
    if (this.#isClosed) return;
    for (const channel of [...this.#channels]) channel.close();
    this.#stop();
    this.#transport?.close();
  }

  #connect(): void {
    const attempt = ++this.#attempt;
    this.#options.onState("connecting");
    this.#await(OPENING_MS, () => this.#lost());
    const isCurrent = (): boolean => attempt === this.#attempt;
    // Asked for while the way is being opened: either takes its round trips.
    const token = this.#options.token();
    token.catch(() => isCurrent() && this.#lost());
    const { openSocket, post } = this.#environment;
    const url = this.#options.url ?? this.#environment.url;
    const events = {
      opened: () =>
        void token.then(
          (known) => isCurrent() && this.#introduce(known),
          () => undefined,
        ),
      text: (text: string) => isCurrent() && this.#hear(text),
      bytes: (bytes: Uint8Array) => isCurrent() && this.#hearFrame(bytes),
      closed: (code?: string) => isCurrent() && this.#lost(code),
    };
    this.#usesSocket = this.#failedSockets < this.#socketTries;
    this.#failedSockets = this.#usesSocket ? this.#failedSockets + 1 : 0;
    try {
      this.#transport = this.#usesSocket
        ? socketTransport(url, openSocket, events)
        : pollTransport(url, post, events);
    } catch {
      // A browser may throw at once for an address that its policy forbids.
      this.#lost();
    }
  }

  /** All that is open is asked for in the same breath. */
  #introduce(token: string): void {
    this.#transport?.send(JSON.stringify({ t: "auth", v: WIRE_VERSION, token }));
    this.#isIntroduced = true;
    for (const channel of [...this.#channels]) channel.open();
  }

  #hear(text: string): void {
    const message = parse(text);
    if (!message) return;
    this.#expectLife();
    const channel = this.#byNumber.get(Number(message["ch"]));
    switch (message.t) {
      case "ready":
        return this.#ready();
      case "pong":
        return;
      case "bye":
        return this.#lost();
      case "error":
        if (channel) return channel.receiveText(message);
        if (message["ch"] === undefined) this.#refuse(String(message["code"]));
        return;
      default:
        if (channel) channel.receiveText(message);
        else if (message["ch"] === undefined) this.#options.onMessage?.(message);
    }
  }

  #hearFrame(bytes: Uint8Array): void {
    this.#expectLife();
    const frame = decodeServerFrame(bytes);
    if (frame) this.#byNumber.get(frame.ch)?.receiveFrame(frame);
  }

  #ready(): void {
    this.#isReady = true;
    this.#failures = 0;
    // What speaks is what to come back to.
    if (this.#usesSocket) this.#socketTries = KNOWN_SOCKET_TRIES;
    this.#failedSockets = this.#usesSocket ? 0 : this.#socketTries;
    this.#options.onState("open");
  }

  #refuse(code: string): void {
    if (!final.has(code)) return;
    this.#stop();
    this.#transport?.close();
    for (const channel of [...this.#channels])
      channel.receiveText({ t: "closed", code: "refused" });
    this.#options.onState("refused", code);
  }

  #lost(code?: string): void {
    if (this.#isClosed) return;
    if (code !== undefined && final.has(code)) return this.#refuse(code);
    this.#attempt++;
    this.#isIntroduced = false;
    this.#isReady = false;
    this.#transport?.close();
    this.#transport = undefined;
    this.#byNumber.clear();
    for (const channel of this.#channels) channel.lost();
    this.#options.onState("lost", code);
    const pause = Math.min(FIRST_PAUSE_MS * 2 ** this.#failures++, LONGEST_PAUSE_MS);
    // Spread, so that all do not come back at the same moment after a restart.
    this.#await(pause * (0.5 + Math.random()), () => this.#connect());
  }

  /** Something came: when it stays quiet, ask for a sign of life, and give the connection up without one. */
  #expectLife(): void {
    if (this.#isClosed) return;
    this.#await(QUIET_MS, () => this.#askForLife(PONG_MS));
  }

  #wake(): void {
    if (this.#isClosed) return;
    if (this.#transport === undefined) return this.#connect();
    if (!this.#isReady) return;
    // The old connection may have died unnoticed meanwhile.
    this.#askForLife(PONG_MS / 4);
  }

  /** Who asks again and again waits no longer for it. */
  #askForLife(patience: number): void {
    const until = performance.now() + patience;
    if (this.#answerBy <= until) return;
    this.#transport?.send('{"t":"ping"}');
    this.#await(patience, () => this.#lost());
    this.#answerBy = until;
  }

  #await(milliseconds: number, act: () => void): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(act, milliseconds);
    this.#answerBy = Number.POSITIVE_INFINITY;
  }

  #stop(): void {
    this.#isClosed = true;
    this.#attempt++;
    clearTimeout(this.#timer);
    this.#stopWaking();
  }
}

export function openLink(options: LinkOptions): Link {
  return new LiveLink(options);
}

function parse(text: string): AppText | undefined {
  try {
    const value: unknown = JSON.parse(text);
    const isMessage = typeof value === "object" && value !== null && "t" in value;
    return isMessage && typeof value.t === "string" ? (value as AppText) : undefined;
  } catch {
    return undefined;
  }
}
