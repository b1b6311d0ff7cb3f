import type { IncomingMessage, ServerResponse } from "node:http";
import { Crowd } from "../crowd.server.ts";
import type { HostView } from "../http/index.server.ts";
import type { LiveCode } from "./codes.ts";
import { answerHeaders, PollSession } from "./poll-session.server.ts";
import { decodePollRequest, POLL_FLAGS, SESSION_BYTES } from "./poll-wire.ts";
import { isSameOrigin, type TransportParts } from "./sockets.server.ts";

/** Proxies give up a silent request after half a minute or more. */
const WAIT_MS = 25_000;
/** Longer than a wait and a slow network between two. */
const FORGOTTEN_MS = 45_000;
const LOOK_MS = 5000;
const MAX_BODY = 256 * 1024;
/** Who has not said who she is has little to say. */
const STRANGER_BODY = 8 * 1024;
/** Sessions that have ended, for those who have not heard of it. */
const MAX_ENDED = 1000;

const statuses: Partial<Record<LiveCode, number>> = {
  "foreign-origin": 403,
  "unknown-host": 404,
  "session-unknown": 404,
  "wrong-method": 405,
  "too-large": 413,
  "bad-frame": 400,
  "too-slow": 429,
  "too-many-connections": 503,
  "try-again": 503,
};

/** The live messages for networks that block sockets: what is said in requests, what is heard in their answers. */
export class Polls {
  readonly #parts: TransportParts;
  readonly #waitMs: number;
  readonly #sessions = new Map<string, PollSession>();
  readonly #ended = new Crowd(MAX_ENDED);
  readonly #timer: NodeJS.Timeout;
  #draining = false;

  constructor(parts: TransportParts, waitMs = WAIT_MS) {
    this.#parts = parts;
    this.#waitMs = waitMs;
    this.#timer = setInterval(() => this.#forget(performance.now() - FORGOTTEN_MS), LOOK_MS);
    this.#timer.unref();
  }

  request(request: IncomingMessage, response: ServerResponse): void {
    this.#take(request, response).catch(() => refuse(response, "try-again"));
  }

  async drain(): Promise<void> {
    this.#draining = true;
    clearInterval(this.#timer);
    for (const session of this.#sessions.values()) session.bye("restart");
    this.#forget(Number.POSITIVE_INFINITY);
  }

  async #take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.method !== "POST") return refuse(response, "wrong-method");
    if (!isSameOrigin(request)) return refuse(response, "foreign-origin");
    const host = await this.#parts.hosts(request.headers.host);
    if (!host) return refuse(response, "unknown-host");
    const nameOf = (session: Uint8Array): string =>
      `${host.host} ${Buffer.from(session).toString("hex")}`;
    const isKnown = (head: Buffer): boolean =>
      this.#sessions.get(nameOf(head.subarray(0, SESSION_BYTES)))?.isKnown ?? false;
    const body = await read(request, (head) => (isKnown(head) ? MAX_BODY : STRANGER_BODY));
    if (!body) return refuse(response, "too-large");
    const polled = decodePollRequest(body);
    if (!polled) return refuse(response, "bad-frame");
    const id = nameOf(polled.session);
    const begins = (polled.flags & POLL_FLAGS.begin) !== 0;
    const session = begins ? this.#begin(id, host) : this.#sessions.get(id);
    if (typeof session === "object" && session.isOver) return refuse(response, "session-unknown");
    if (typeof session !== "object") return refuse(response, session ?? "session-unknown");
    const waits = (polled.flags & POLL_FLAGS.wait) !== 0;
    if (!waits && session.hasHeard(polled.turn)) return session.acknowledge(response);
    if (polled.messages.length > 0 && session.isPaused) {
      session.close("too-slow");
      return refuse(response, "too-slow");
    }
    session.receive(polled.messages, waits ? 0 : polled.turn);
    if (!waits) return session.acknowledge(response);
    session.wait(response, this.#waitMs, polled.turn);
    if (this.#draining) session.flush();
  }

  #begin(id: string, host: HostView): PollSession | LiveCode {
    if (this.#draining) return "try-again";
    const known = this.#sessions.get(id);
    if (known) return known.isFresh ? known : "session-unknown";
    const session = new PollSession(() => {
      this.#ended.enter(() => this.#sessions.get(id) === session && this.#sessions.delete(id));
    });
    const connection = this.#parts.connect(host, session);
    if (typeof connection === "string") return connection;
    session.carry(connection);
    this.#sessions.set(id, session);
    return session;
  }

  #forget(before: number): void {
    for (const [id, session] of this.#sessions) {
      if (!session.isForgotten(before)) continue;
      this.#sessions.delete(id);
      session.over();
    }
  }
}

/** What is too long is read no further, but let run out, so that the answer is heard. */
function read(
  request: IncomingMessage,
  limitOf: (head: Buffer) => number,
): Promise<Buffer | undefined> {
  return new Promise((resolve, reject) => {
    let body = Buffer.alloc(0);
    const take = (part: Buffer): void => {
      body = Buffer.concat([body, part]);
      if (body.length <= STRANGER_BODY || body.length <= limitOf(body)) return;
      request.off("data", take).resume();
      body = Buffer.alloc(0);
      resolve(undefined);
    };
    request.on("data", take);
    request.on("end", () => resolve(body));
    request.on("error", reject);
    request.on("close", () => reject(new Error("the request was cut short")));
  });
}

function refuse(response: ServerResponse, code: LiveCode): void {
  if (response.headersSent) return void response.destroy();
  const type = { "Content-Type": "application/json" };
  response.writeHead(statuses[code] ?? 400, { ...answerHeaders, ...type });
  response.end(JSON.stringify({ error: code }));
}
