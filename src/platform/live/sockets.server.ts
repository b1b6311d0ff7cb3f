import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { type WebSocket, WebSocketServer } from "ws";
import type { HostBook, HostView } from "../http/index.server.ts";
import type { LiveCode } from "./codes.ts";
import type { Connection, Wire } from "./connection.server.ts";
import { LIMITS } from "./wire.ts";

/** A side that leaves more than this unread is paused; its frames stay in the log meanwhile. */
const UNREAD_BYTES = 256 * 1024;
/** Each connection is looked at once in so many seconds; those of one second are few among thousands. */
const BEAT_SECONDS = 25;
/** Somewhat over the limit, so that a frame a little too large is answered with a code instead of a hang-up. */
const MAX_MESSAGE = 4 * LIMITS.frame;

export interface SocketParts {
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

export interface Sockets {
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  drain(): Promise<void>;
}

export function openSockets(parts: SocketParts): Sockets {
  const server = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    perMessageDeflate: false,
    maxPayload: MAX_MESSAGE,
  });
  const beats: Set<Held>[] = Array.from({ length: BEAT_SECONDS }, () => new Set());
  let beat = 0;
  let draining = false;

  function look(): void {
    beat = (beat + 1) % BEAT_SECONDS;
    for (const held of beats[beat] ?? []) {
      held.slow = held.socket.bufferedAmount > UNREAD_BYTES ? held.slow + 1 : 0;
      if (!held.heard || held.slow > 1) held.socket.terminate();
      held.heard = false;
      held.socket.ping();
    }
  }
  const timer = setInterval(look, 1000);
  timer.unref();

  function hold(host: HostView, socket: WebSocket, raw: Duplex): void {
    const connection = parts.connect(host, wireOf(socket));
    if (typeof connection === "string") {
      socket.send(JSON.stringify({ t: "error", code: connection }));
      return socket.close(4000, connection);
    }
    const held: Held = { socket, connection, heard: true, slow: 0 };
    const place = beats[(beat + BEAT_SECONDS - 1) % BEAT_SECONDS];
    place?.add(held);
    socket.on("message", (data: Buffer, isBinary: boolean) => {
      held.heard = true;
      if (isBinary) connection.receiveBytes(data);
      else if (data.length > LIMITS.text) connection.receiveText(" ".repeat(LIMITS.text + 1));
      else connection.receiveText(data.toString("utf8"));
    });
    socket.on("pong", () => {
      held.heard = true;
    });
    socket.on("error", () => socket.terminate());
    socket.on("close", () => {
      place?.delete(held);
      connection.over();
    });
    raw.on("drain", () => connection.drained());
  }

  async function accept(request: IncomingMessage, raw: Duplex, head: Buffer): Promise<void> {
    const host = await parts.hosts(request.headers.host);
    if (!host) return refuse(raw, 404, "unknown-host");
    if (draining) return refuse(raw, 503, "try-again");
    server.handleUpgrade(request, raw, head, (socket) => hold(host, socket, raw));
  }

  return {
    upgrade(request, raw, head) {
      const hangUp = (): void => void raw.destroy();
      raw.on("error", hangUp);
      if (!isSameOrigin(request)) return refuse(raw, 403, "foreign-origin");
      accept(request, raw, head).catch(() => refuse(raw, 503, "try-again"));
    },
    async drain() {
      draining = true;
      clearInterval(timer);
      const all = beats.flatMap((place) => [...place]);
      for (const { connection } of all) connection.bye("restart");
      const deadline = performance.now() + 2000;
      const isOpen = (): boolean => beats.some((place) => place.size > 0);
      while (isOpen() && performance.now() < deadline)
        await new Promise((go) => setTimeout(go, 10));
      for (const { socket } of all) socket.terminate();
    },
  };
}

function wireOf(socket: WebSocket): Wire {
  const hasRoom = (): boolean => socket.bufferedAmount < UNREAD_BYTES;
  return {
    text(text) {
      if (socket.readyState === socket.OPEN) socket.send(text);
      return hasRoom();
    },
    bytes(bytes) {
      if (socket.readyState === socket.OPEN) socket.send(bytes);
      return hasRoom();
    },
    pause(milliseconds) {
      if (socket.isPaused) return;
      socket.pause();
      setTimeout(() => socket.resume(), milliseconds);
    },
    end: (code) => socket.close(code === "bye" ? 1012 : 4000, code),
  };
}

/** A page of another site must not speak here in her name; a program that hides its origin neither. */
export function isSameOrigin({ headers }: IncomingMessage): boolean {
  const { origin, host } = headers;
  if (origin === undefined || host === undefined || !URL.canParse(origin)) return false;
  return new URL(origin).host === host.toLowerCase();
}

function refuse(raw: Duplex, status: number, code: LiveCode): void {
  const body = JSON.stringify({ error: code });
  raw.end(
    `HTTP/1.1 ${status} Refused\r\nConnection: close\r\nContent-Type: application/json\r\n` +
      `Cache-Control: no-store\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
  );
}
