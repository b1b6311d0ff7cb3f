import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { WebSocket, WebSocketServer } from "ws";
import type { HostBook, HostView } from "../http/index.server.ts";
import type { LiveCode } from "./codes.ts";
import type { Wire } from "./connection-parts.server.ts";
import type { Connection } from "./connection.server.ts";
import { SocketWire, UNREAD_BYTES } from "./socket-wire.server.ts";
import { LIMITS } from "./wire.ts";

/** Each connection is looked at once in so many seconds; those of one second are few among thousands. */
const BEAT_SECONDS = 25;
/** Somewhat over the limit, so that a frame a little too large is answered with a code instead of a hang-up. */
const MAX_MESSAGE = 4 * LIMITS.frame;
const GOODBYE_MS = 2000;
/**
 * A message comes in few pieces: a thousand tiny ones would cost far more memory than what they carry.
 * And who is told to go need not be waited for.
 */
const BOUNDS = { maxFragments: 256, maxBufferedChunks: 1024, closeTimeout: GOODBYE_MS };
/** Who has not said who she is has little to say: of her nothing more is gathered. */
const STRANGER = { bytes: 8 * 1024, pieces: 64 };

export interface TransportParts {
  readonly hosts: HostBook;
  readonly connect: (host: HostView, wire: Wire) => Connection | LiveCode;
}

/** A socket with what is known of it; its listeners are shared by all, because there are many. */
class LiveSocket extends WebSocket {
  connection: Connection | undefined;
  /** Looked at in the same second of every round. */
  place: Set<LiveSocket> | undefined;
  isHeard = true;
  /** Looks in a row that found too much unread. */
  slow = 0;
}

/** The live messages over WebSockets. */
export class Sockets {
  readonly #parts: TransportParts;
  readonly #server = new WebSocketServer<typeof LiveSocket>({
    WebSocket: LiveSocket,
    noServer: true,
    clientTracking: false,
    perMessageDeflate: false,
    maxPayload: MAX_MESSAGE,
    ...BOUNDS,
  });
  readonly #beats: Set<LiveSocket>[] = Array.from({ length: BEAT_SECONDS }, () => new Set());
  readonly #timer: NodeJS.Timeout;
  #beat = 0;
  #draining = false;

  constructor(parts: TransportParts) {
    this.#parts = parts;
    this.#timer = setInterval(() => this.#look(), 1000);
    this.#timer.unref();
  }

  upgrade(request: IncomingMessage, raw: Duplex, head: Buffer): void {
    raw.on("error", destroy);
    if (!isSameOrigin(request)) return refuse(raw, 403, "foreign-origin");
    this.#accept(request, raw, head).catch(() => refuse(raw, 503, "try-again"));
  }

  async drain(): Promise<void> {
    this.#draining = true;
    clearInterval(this.#timer);
    const all = this.#beats.flatMap((place) => [...place]);
    for (const { connection } of all) connection?.bye("restart");
    const deadline = performance.now() + GOODBYE_MS;
    const isOpen = (): boolean => this.#beats.some((place) => place.size > 0);
    while (isOpen() && performance.now() < deadline) await new Promise((go) => setTimeout(go, 10));
    for (const socket of all) socket.terminate();
  }

  async #accept(request: IncomingMessage, raw: Duplex, head: Buffer): Promise<void> {
    const host = await this.#parts.hosts(request.headers.host);
    if (!host) return refuse(raw, 404, "unknown-host");
    if (this.#draining) return refuse(raw, 503, "try-again");
    this.#server.handleUpgrade(request, raw, head, (socket) => this.#hold(host, socket, raw));
  }

  #hold(host: HostView, socket: LiveSocket, raw: Duplex): void {
    const wire = new SocketWire(socket, raw);
    const connection = this.#parts.connect(host, wire);
    if (typeof connection === "string") {
      socket.on("error", () => socket.terminate());
      socket.send(JSON.stringify({ t: "error", code: connection }));
      return socket.close(4000, connection);
    }
    wire.carry(connection);
    socket.connection = connection;
    socket.place = this.#beats[(this.#beat + BEAT_SECONDS - 1) % BEAT_SECONDS];
    socket.place?.add(socket);
    for (const [event, listener] of listeners) socket.on(event, listener);
    if (connection.isStranger) boundStranger(socket, connection, raw);
  }

  /** One second's share of all connections: those that were silent since the last time are gone. */
  #look(): void {
    this.#beat = (this.#beat + 1) % BEAT_SECONDS;
    for (const socket of this.#beats[this.#beat] ?? []) {
      socket.slow = socket.bufferedAmount > UNREAD_BYTES ? socket.slow + 1 : 0;
      if (!socket.isHeard || socket.slow > 1) {
        socket.terminate();
        continue;
      }
      socket.isHeard = false;
      socket.ping();
    }
  }
}

function boundStranger(socket: LiveSocket, connection: Connection, raw: Duplex): void {
  let { bytes, pieces } = STRANGER;
  const count = (part: Buffer): void => {
    bytes -= part.length;
    pieces -= 1;
    if (!connection.isStranger) raw.off("data", count);
    else if (bytes < 0 || pieces < 0) socket.terminate();
  };
  raw.on("data", count);
}

function receive(this: LiveSocket, data: Buffer, isBinary: boolean): void {
  this.isHeard = true;
  if (isBinary) this.connection?.receiveBytes(data);
  // Not even decoded when it is too long: a blank of that length is refused alike.
  else if (data.length > LIMITS.text) this.connection?.receiveText(" ".repeat(LIMITS.text + 1));
  else this.connection?.receiveText(data.toString("utf8"));
}

function hear(this: LiveSocket): void {
  this.isHeard = true;
  this.connection?.heard();
}

function leave(this: LiveSocket): void {
  this.place?.delete(this);
  this.connection?.over();
}

function terminate(this: LiveSocket): void {
  this.terminate();
}

/** They are called with the socket as `this`, and every socket here is one of ours. */
const listeners = Object.entries({
  message: receive,
  ping: hear,
  pong: hear,
  close: leave,
  error: terminate,
}) as [string, (this: WebSocket) => void][];

function destroy(this: Duplex): void {
  this.destroy();
}

/** A page of another site must not speak here in her name; a program that hides its origin neither. */
export function isSameOrigin({ headers }: IncomingMessage): boolean {
  const { origin, host } = headers;
  if (origin === undefined || host === undefined || !URL.canParse(origin)) return false;
  return new URL(origin).host === host.toLowerCase();
}

export function refuse(raw: Duplex, status: number, code: LiveCode): void {
  const body = JSON.stringify({ error: code });
  raw.end(
    `HTTP/1.1 ${status} Refused\r\nConnection: close\r\nContent-Type: application/json\r\n` +
      `Cache-Control: no-store\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
    // Whoever does not close her side is not waited for.
    () => raw.destroy(),
  );
}
