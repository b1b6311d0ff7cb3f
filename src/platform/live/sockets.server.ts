import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { type WebSocket, WebSocketServer } from "ws";
import type { HostBook, HostView } from "../http/index.server.ts";
import type { LiveCode } from "./codes.ts";
import type { Connection, Wire } from "./connection.server.ts";
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

interface Held {
  readonly socket: WebSocket;
  readonly connection: Connection;
  heard: boolean;
  /** Beats in a row during which it left too much unread. */
  slow: number;
}

/** The live messages over WebSockets. */
export class Sockets {
  readonly #parts: TransportParts;
  readonly #server = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    perMessageDeflate: false,
    maxPayload: MAX_MESSAGE,
    ...BOUNDS,
  });
  readonly #beats: Set<Held>[] = Array.from({ length: BEAT_SECONDS }, () => new Set());
  readonly #timer: NodeJS.Timeout;
  #beat = 0;
  #draining = false;

  constructor(parts: TransportParts) {
    this.#parts = parts;
    this.#timer = setInterval(() => this.#look(), 1000);
    this.#timer.unref();
  }

  upgrade(request: IncomingMessage, raw: Duplex, head: Buffer): void {
    raw.on("error", () => raw.destroy());
    if (!isSameOrigin(request)) return refuse(raw, 403, "foreign-origin");
    this.#accept(request, raw, head).catch(() => refuse(raw, 503, "try-again"));
  }

  async drain(): Promise<void> {
    this.#draining = true;
    clearInterval(this.#timer);
    const all = this.#beats.flatMap((place) => [...place]);
    for (const { connection } of all) connection.bye("restart");
    const deadline = performance.now() + GOODBYE_MS;
    const isOpen = (): boolean => this.#beats.some((place) => place.size > 0);
    while (isOpen() && performance.now() < deadline) await new Promise((go) => setTimeout(go, 10));
    for (const { socket } of all) socket.terminate();
  }

  async #accept(request: IncomingMessage, raw: Duplex, head: Buffer): Promise<void> {
    const host = await this.#parts.hosts(request.headers.host);
    if (!host) return refuse(raw, 404, "unknown-host");
    if (this.#draining) return refuse(raw, 503, "try-again");
    this.#server.handleUpgrade(request, raw, head, (socket) => this.#hold(host, socket, raw));
  }

  #hold(host: HostView, socket: WebSocket, raw: Duplex): void {
    const connection = this.#parts.connect(host, new SocketWire(socket, raw));
    if (typeof connection === "string") {
      socket.on("error", () => socket.terminate());
      socket.send(JSON.stringify({ t: "error", code: connection }));
      return socket.close(4000, connection);
    }
    const held: Held = { socket, connection, heard: true, slow: 0 };
    const place = this.#beats[(this.#beat + BEAT_SECONDS - 1) % BEAT_SECONDS];
    place?.add(held);
    socket.on("message", (data: Buffer, isBinary: boolean) => receive(held, data, isBinary));
    for (const sign of ["ping", "pong"] as const) {
      socket.on(sign, () => {
        held.heard = true;
        connection.heard();
      });
    }
    if (connection.isStranger) boundStranger(held, raw);
    socket.on("error", () => socket.terminate());
    socket.on("close", () => {
      place?.delete(held);
      connection.over();
    });
    raw.on("drain", () => connection.drained());
  }

  /** One second's share of all connections: those that were silent since the last time are gone. */
  #look(): void {
    this.#beat = (this.#beat + 1) % BEAT_SECONDS;
    for (const held of this.#beats[this.#beat] ?? []) {
      held.slow = held.socket.bufferedAmount > UNREAD_BYTES ? held.slow + 1 : 0;
      if (!held.heard || held.slow > 1) {
        held.socket.terminate();
        continue;
      }
      held.heard = false;
      held.socket.ping();
    }
  }
}

function boundStranger({ socket, connection }: Held, raw: Duplex): void {
  let { bytes, pieces } = STRANGER;
  const count = (part: Buffer): void => {
    bytes -= part.length;
    pieces -= 1;
    if (!connection.isStranger) raw.off("data", count);
    else if (bytes < 0 || pieces < 0) socket.terminate();
  };
  raw.on("data", count);
}

function receive(held: Held, data: Buffer, isBinary: boolean): void {
  held.heard = true;
  if (isBinary) held.connection.receiveBytes(data);
  // Not even decoded when it is too long: a blank of that length is refused alike.
  else if (data.length > LIMITS.text) held.connection.receiveText(" ".repeat(LIMITS.text + 1));
  else held.connection.receiveText(data.toString("utf8"));
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
