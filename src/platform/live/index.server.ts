import type { IncomingMessage, ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import type { Database } from "../database/index.server.ts";
import type { HostBook } from "../http/index.server.ts";
import type { ShredStore } from "../shred/index.server.ts";
import type { Bus } from "./bus.server.ts";
import { natsBus } from "./bus-nats.server.ts";
import { postgresBus } from "./bus-postgres.server.ts";
import type { LiveApp } from "./live-app.server.ts";
import { Entrance, type EntranceOptions } from "./entrance.server.ts";
import { logStore } from "./log-store.server.ts";
import { LiveLog } from "./log.server.ts";
import { meetNeighbours, type Neighbours } from "./neighbours.server.ts";
import { Polls } from "./poll.server.ts";
import { Presence } from "./presence.server.ts";
import { typingHints } from "./typing.server.ts";
import { refuse, Sockets, type TransportParts } from "./sockets.server.ts";

export type { Bus } from "./bus.server.ts";
export { memoryBus } from "./bus.server.ts";
export type { LiveApp, LiveConnection, LiveGuest, Seat } from "./live-app.server.ts";
export { LiveLog, type LogObserver } from "./log.server.ts";
export type { AppendOutcome, LogRoom } from "./log-record.server.ts";
export type { Neighbours } from "./neighbours.server.ts";
export type { Presence } from "./presence.server.ts";
export { type LogFrame, NOBODY, type NumberedFrame } from "./stored-frame.server.ts";

export interface LiveOptions extends EntranceOptions {
  readonly database: Database;
  readonly keys: ShredStore;
  readonly hosts: HostBook;
  /** For the hints between processes; PostgreSQL's NOTIFY otherwise. */
  readonly bus?: Bus;
  readonly pollWaitMs?: number;
}

export interface Live {
  readonly log: LiveLog;
  readonly presence: Presence;
  readonly neighbours: Neighbours;
  /** False when the rest of the room is for those who come back. */
  readonly hasRoomForNew: boolean;
  /** Which module stands behind the connections; once, before the first. */
  serve(app: LiveApp): void;
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** True when the request was the long-poll's and is being answered. */
  request(request: IncomingMessage, response: ServerResponse): boolean;
  /** Says goodbye to all connections, which come back elsewhere or later. */
  drain(): Promise<void>;
  /** Lets what is being written become durable, and tells the other processes goodbye. */
  close(): Promise<void>;
}

const PATH = "/live";
const POLL_PATH = "/live/poll";
const COMPARE_MS = 60_000;

/** Everything live of one process. The application observes the log, then has it recover, then serves. */
export async function openLive(options: LiveOptions): Promise<Live> {
  const bus = options.bus ?? openBus(options.database);
  const neighbours = await meetNeighbours(bus);
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
    if (neighbours.met) void log.compare();
  }, COMPARE_MS);
  comparing.unref();
  return {
    ...{ log, presence, neighbours },
    get hasRoomForNew() {
      return entrance.hasRoomForNew;
    },
    serve: (app) => entrance.serve(app),
    upgrade(request, socket, head) {
      // Nothing may follow the path: a token there would end up in a proxy's log.
      if (request.url === PATH) sockets.upgrade(request, socket, head);
      else refuse(socket, 404, "not-found");
    },
    request(request, response) {
      if (request.url !== POLL_PATH) return false;
      polls.request(request, response);
      return true;
    },
    drain: async () => void (await Promise.all([sockets.drain(), polls.drain()])),
    async close() {
      clearInterval(comparing);
      await log.settled();
      await neighbours.close();
      await bus.close();
    },
  };
}

/** PostgreSQL's NOTIFY, or a NATS server at `address`: docs/decisions/0013. */
export function openBus(database: Database, address?: string): Bus {
  const notify = postgresBus(database);
  return address === undefined ? notify : natsBus(address, notify);
}
