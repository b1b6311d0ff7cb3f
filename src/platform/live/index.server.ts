import type { IncomingMessage, ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import type { Database } from "../database/index.server.ts";
import type { HostBook, HostView } from "../http/index.server.ts";
import type { ShredStore } from "../shred/index.server.ts";
import type { Allowance } from "./budget.ts";
import type { Bus } from "./bus.server.ts";
import { postgresBus } from "./bus-postgres.server.ts";
import type { LiveCode } from "./codes.ts";
import { Connection, type LiveApp, type Wire } from "./connection.server.ts";
import { logStore } from "./log-store.server.ts";
import { LiveLog } from "./log.server.ts";
import { meetNeighbours, type Neighbours } from "./neighbours.server.ts";
import { openPolls } from "./poll.server.ts";
import { openPresence, type Presence } from "./presence.server.ts";
import { typingHints } from "./typing.server.ts";
import { openSockets } from "./sockets.server.ts";

export type { Bus } from "./bus.server.ts";
export { memoryBus } from "./bus.server.ts";
export { postgresBus } from "./bus-postgres.server.ts";
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
  const log = new LiveLog({
    store: logStore(options.database.raw),
    keys: options.keys,
    neighbours,
  });
  const presence = openPresence(neighbours);
  const typed = typingHints(log, neighbours);
  const connections = new Set<Connection>();
  let app: LiveApp | undefined;
  let strangers = 0;

  presence.onChange((id) => log.each(id, (listener) => listener.present()));

  function connect(host: HostView, wire: Wire): Connection | LiveCode {
    if (!app || connections.size >= (options.maxConnections ?? MAX_CONNECTIONS)) {
      return "too-many-connections";
    }
    if (strangers >= MAX_STRANGERS) return "too-many-connections";
    strangers++;
    const connection: Connection = new Connection({
      ...{ log, presence, app, host, wire, typed },
      allowance: options.allowance ?? ALLOWANCE,
      signInMs: options.signInMs ?? SIGN_IN_MS,
      known: () => void strangers--,
      over: () => connections.delete(connection),
    });
    connections.add(connection);
    return connection;
  }

  const sockets = openSockets({ hosts: options.hosts, connect });
  const polls = openPolls({
    hosts: options.hosts,
    connect,
    ...(options.pollWaitMs === undefined ? {} : { waitMs: options.pollWaitMs }),
  });
  const timer = setInterval(() => {
    if (neighbours.others().length > 0) void log.compare();
  }, COMPARE_MS);
  timer.unref();

  return {
    ...{ log, presence, neighbours },
    serve: (served) => void (app = served),
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
      clearInterval(timer);
      await Promise.all([sockets.drain(), polls.drain()]);
      await log.settled();
      await neighbours.close();
    },
  };
}
