import type { IncomingMessage, ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import type { Database } from "../database/index.server.ts";
import type { HostBook, HostView } from "../http/index.server.ts";
import type { ShredStore } from "../shred/index.server.ts";
import type { Allowance } from "./budget.ts";
import type { Bus } from "./bus.server.ts";
import { postgresBus } from "./bus-postgres.server.ts";
import type { LiveCode } from "./codes.ts";
import { Connection, type ConnectionParts, type LiveApp, type Wire } from "./connection.server.ts";
import { logStore } from "./log-store.server.ts";
import { LiveLog } from "./log.server.ts";
import { meetNeighbours, type Neighbours } from "./neighbours.server.ts";
import { Polls } from "./poll.server.ts";
import { Presence } from "./presence.server.ts";
import { typingHints } from "./typing.server.ts";
import { Sockets, type TransportParts } from "./sockets.server.ts";

export type { Bus } from "./bus.server.ts";
export { memoryBus } from "./bus.server.ts";
export type { LiveApp, LiveConnection, LiveGuest, Seat } from "./connection.server.ts";
export { LiveLog, type LogObserver } from "./log.server.ts";
export type { AppendOutcome } from "./log-record.server.ts";
export type { Neighbours } from "./neighbours.server.ts";
export type { Presence } from "./presence.server.ts";
export { type LogFrame, NOBODY, type NumberedFrame } from "./stored-frame.server.ts";

export interface LiveOptions {
  readonly database: Database;
  readonly keys: ShredStore;
  readonly hosts: HostBook;
  readonly bus?: Bus;
  readonly allowance?: Allowance;
  readonly signInMs?: number;
  readonly maxConnections?: number;
  readonly pollWaitMs?: number;
}

export interface Live {
  readonly log: LiveLog;
  readonly presence: Presence;
  readonly neighbours: Neighbours;
  /** Which module stands behind the connections; once, before the first. */
  serve(app: LiveApp): void;
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** True when the request was the long-poll's and is being answered. */
  request(request: IncomingMessage, response: ServerResponse): boolean;
  /** Says goodbye to all connections, which come back elsewhere or later. */
  drain(): Promise<void>;
}

const PATH = "/live";
const POLL_PATH = "/live/poll";
const ALLOWANCE: Allowance = { burst: 200, perSecond: 50 };
const SIGN_IN_MS = 10_000;
const MAX_CONNECTIONS = 20_000;
/** Of those who have not yet said who they are: a flood of them must not keep others out. */
const MAX_STRANGERS = 2000;
const COMPARE_MS = 60_000;

/** Everything live of one process. The application observes the log, then has it recover, then serves. */
export async function openLive(options: LiveOptions): Promise<Live> {
  const neighbours = await meetNeighbours(options.bus ?? postgresBus(options.database));
  const store = logStore(options.database.raw);
  const log = new LiveLog({ store, keys: options.keys, neighbours });
  const presence = new Presence(neighbours);
  presence.onChange((id) => log.each(id, (listener) => listener.present()));
  const entrance = new Entrance({ log, presence, typed: typingHints(log, neighbours) }, options);
  const parts: TransportParts = {
    hosts: options.hosts,
    connect: (host, wire) => entrance.connect(host, wire),
  };
  const sockets = new Sockets(parts);
  const polls = new Polls(parts, options.pollWaitMs);
  const comparing = setInterval(() => {
    if (neighbours.others().length > 0) void log.compare();
  }, COMPARE_MS);
  comparing.unref();
  return {
    ...{ log, presence, neighbours },
    serve: (app) => entrance.serve(app),
    upgrade(request, socket, head) {
      // Nothing may follow the path: a token there would end up in a proxy's log.
      if (request.url === PATH) sockets.upgrade(request, socket, head);
      else socket.destroy();
    },
    request(request, response) {
      if (request.url !== POLL_PATH) return false;
      polls.request(request, response);
      return true;
    },
    async drain() {
      clearInterval(comparing);
      await Promise.all([sockets.drain(), polls.drain()]);
      await log.settled();
      await neighbours.close();
    },
  };
}

/** Lets connections in, as many as there is room for. */
class Entrance {
  readonly #parts: Pick<ConnectionParts, "log" | "presence" | "typed">;
  readonly #options: LiveOptions;
  #app: LiveApp | undefined;
  #connections = 0;
  #strangers = 0;

  constructor(parts: Pick<ConnectionParts, "log" | "presence" | "typed">, options: LiveOptions) {
    this.#parts = parts;
    this.#options = options;
  }

  serve(app: LiveApp): void {
    this.#app = app;
  }

  connect(host: HostView, wire: Wire): Connection | LiveCode {
    const { allowance, signInMs, maxConnections } = this.#options;
    const isFull = this.#connections >= (maxConnections ?? MAX_CONNECTIONS);
    if (!this.#app || isFull || this.#strangers >= MAX_STRANGERS) return "too-many-connections";
    this.#connections++;
    this.#strangers++;
    return new Connection({
      ...this.#parts,
      ...{ host, wire, app: this.#app },
      allowance: allowance ?? ALLOWANCE,
      signInMs: signInMs ?? SIGN_IN_MS,
      known: () => void this.#strangers--,
      over: () => void this.#connections--,
    });
  }
}
