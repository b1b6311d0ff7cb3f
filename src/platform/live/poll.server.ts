import type { IncomingMessage, ServerResponse } from "node:http";
import type { HostBook, HostView } from "../http/index.server.ts";
import type { LiveCode } from "./codes.ts";
import type { Connection, Wire } from "./connection.server.ts";
import { decodePollRequest, encodeMessages, POLL_FLAGS } from "./poll-wire.ts";
import { isSameOrigin } from "./sockets.server.ts";

/** Proxies give up a silent request after half a minute or more. */
const WAIT_MS = 25_000;
/** Longer than a wait and a slow network between two. */
const FORGOTTEN_MS = 45_000;
const UNREAD_BYTES = 256 * 1024;
const MAX_BODY = 256 * 1024;

interface Session {
  readonly connection: Connection;
  outbox: (string | Uint8Array)[];
  unread: number;
  waiter: ServerResponse | undefined;
  timer: NodeJS.Timeout | undefined;
  heardAt: number;
  pausedUntil: number;
  ended: boolean;
}

export interface PollParts {
  readonly hosts: HostBook;
  readonly connect: (host: HostView, wire: Wire) => Connection | LiveCode;
  readonly waitMs?: number;
}

export interface Polls {
  request(request: IncomingMessage, response: ServerResponse): void;
  drain(): Promise<void>;
}

const statuses: Partial<Record<LiveCode, number>> = {
  "foreign-origin": 403,
  "unknown-host": 404,
  "session-unknown": 404,
  "too-large": 413,
  "bad-frame": 400,
  "wrong-version": 405,
  "too-many-connections": 503,
  "try-again": 503,
};

/** The live messages for networks that block sockets: what is said in requests, what is heard in their answers. */
export function openPolls(parts: PollParts): Polls {
  const sessions = new Map<string, Session>();
  let draining = false;
  const timer = setInterval(() => forget(performance.now() - FORGOTTEN_MS), 5000);
  timer.unref();

  function forget(before: number): void {
    for (const [id, session] of sessions) {
      if (session.waiter || session.heardAt > before) continue;
      sessions.delete(id);
      session.connection.over();
    }
  }

  async function take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.method !== "POST") return refuse(response, "wrong-version");
    if (!isSameOrigin(request)) return refuse(response, "foreign-origin");
    const host = await parts.hosts(request.headers.host);
    if (!host) return refuse(response, "unknown-host");
    const body = await read(request);
    if (!body) return refuse(response, "too-large");
    const polled = decodePollRequest(body);
    if (!polled) return refuse(response, "bad-frame");
    const id = `${host.host} ${Buffer.from(polled.session).toString("hex")}`;
    const session = polled.flags & POLL_FLAGS.begin ? begin(id, host) : sessions.get(id);
    if (typeof session !== "object") return refuse(response, session ?? "session-unknown");
    session.heardAt = performance.now();
    for (const message of polled.messages) {
      if (typeof message === "string") session.connection.receiveText(message);
      else session.connection.receiveBytes(message);
    }
    if (polled.flags & POLL_FLAGS.wait) return wait(session, response);
    const pause = session.pausedUntil - performance.now();
    if (pause > 0) await new Promise((go) => setTimeout(go, pause));
    answer(response, []);
  }

  function begin(id: string, host: HostView): Session | LiveCode {
    if (draining) return "try-again";
    if (sessions.has(id)) return "session-unknown";
    const wire: Wire = {
      text: (text) => put(text),
      bytes: (bytes) => put(bytes),
      pause: (milliseconds) => {
        session.pausedUntil = performance.now() + milliseconds;
      },
      end: () => {
        session.ended = true;
        flush(session);
        // Whoever polls once more hears what was said last; then the session is unknown.
        session.heardAt = performance.now() - FORGOTTEN_MS + WAIT_MS / 5;
        session.connection.over();
      },
    };
    const put = (message: string | Uint8Array): boolean => {
      session.outbox.push(message);
      session.unread += message.length;
      if (session.waiter) setImmediate(() => flush(session));
      return session.unread < UNREAD_BYTES;
    };
    const connection = parts.connect(host, wire);
    if (typeof connection === "string") return connection;
    const session: Session = {
      connection,
      outbox: [],
      unread: 0,
      waiter: undefined,
      timer: undefined,
      heardAt: performance.now(),
      pausedUntil: 0,
      ended: false,
    };
    sessions.set(id, session);
    return session;
  }

  function wait(session: Session, response: ServerResponse): void {
    // Of two that wait, the older is answered: its page has given it up.
    flush(session);
    session.waiter = response;
    response.on("close", () => {
      if (session.waiter === response) session.waiter = undefined;
    });
    if (session.outbox.length > 0 || session.ended || draining) return flush(session);
    session.timer = setTimeout(() => flush(session), parts.waitMs ?? WAIT_MS);
  }

  return {
    request(request, response) {
      take(request, response).catch(() => refuse(response, "try-again"));
    },
    async drain() {
      draining = true;
      clearInterval(timer);
      for (const session of sessions.values()) session.connection.bye("restart");
      forget(Number.POSITIVE_INFINITY);
    },
  };
}

function flush(session: Session): void {
  const { waiter } = session;
  if (!waiter) return;
  clearTimeout(session.timer);
  session.waiter = undefined;
  session.heardAt = performance.now();
  answer(waiter, session.outbox.splice(0));
  session.unread = 0;
  session.connection.drained();
}

async function read(request: IncomingMessage): Promise<Buffer | undefined> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > MAX_BODY) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts);
}

const headers = { "Cache-Control": "no-store", "Referrer-Policy": "no-referrer" };

function answer(response: ServerResponse, messages: readonly (string | Uint8Array)[]): void {
  const body = encodeMessages(messages);
  const type = { "Content-Type": "application/octet-stream", "Content-Length": body.length };
  response.writeHead(200, { ...headers, ...type }).end(body);
}

function refuse(response: ServerResponse, code: LiveCode): void {
  if (response.headersSent) return void response.destroy();
  const type = { "Content-Type": "application/json" };
  response.writeHead(statuses[code] ?? 400, { ...headers, ...type });
  response.end(JSON.stringify({ error: code }));
}
