import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Duplex } from "node:stream";
import { getRequestListener } from "@hono/node-server";
import type { Hono } from "hono";
import { errorFields, log } from "../log.ts";
import { Bounds, type BoundsOptions, lastWords } from "./bounds.server.ts";
import { type Code, statuses } from "./codes.ts";
import { type Head, skim } from "./head.server.ts";
import { defaultHeaders } from "./headers.server.ts";

export interface HttpServer {
  readonly port: number;
  /** Takes no new connections and waits for those that are answered now. */
  close(): Promise<void>;
}

export interface HotPaths {
  /** Sockets, before the framework sees anything. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** True when the request was one of the hot paths and is being answered. */
  request(request: IncomingMessage, response: ServerResponse, head: Head): boolean;
}

export interface ServeOptions {
  readonly port: number;
  readonly listen: string;
  readonly bounds?: BoundsOptions;
  /** Milliseconds: until the head is there, until all is there, and without a sign of life. */
  readonly patience?: {
    readonly head: number;
    readonly whole: number;
    readonly silence: number;
  };
}

/** Requests that are worked at; beyond them all are told to come back. */
const MAX_WORKING = 1000;
/** A slow sender may hold a connection for so long and no longer; a long poll waits for 25 seconds. */
const PATIENCE = { head: 10_000, whole: 30_000, silence: 60_000 };

/** One `node:http` server; the hot paths go first, everything else through the framework. */
export async function startHttpServer(
  options: ServeOptions,
  app: Hono,
  hot: HotPaths,
): Promise<HttpServer> {
  const fetch = atMost(options.bounds?.working ?? MAX_WORKING, app);
  const errorHandler = (): Response => refusal("bad-input");
  const listener = getRequestListener(fetch, { overrideGlobalObjects: false, errorHandler });
  const bounds = new Bounds(options.bounds);
  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    if (bounds.isPipelining(request)) return void request.socket.destroy();
    const skimmed = skim(request.rawHeaders);
    bounds.reads(request, skimmed);
    if (isAmbiguous(request, skimmed)) refuse(request, response);
    else if (!hot.request(request, response, skimmed))
      listener(request, response).catch((error: unknown) => {
        log.error("answer-failed", { error: errorFields(error) });
        response.destroy();
      });
    bounds.answers(request, response);
  };
  const { head, whole, silence } = options.patience ?? PATIENCE;
  const server = createServer(
    {
      maxHeaderSize: 16_384,
      ...{ headersTimeout: head, requestTimeout: whole, keepAliveTimeout: 5000 },
      connectionsCheckingInterval: Math.min(1000, head),
      // Answered by us, with a code.
      requireHostHeader: false,
    },
    answer,
  );
  server.setTimeout(silence);
  server.on("checkExpectation", answer);
  server.on("upgrade", (request, socket, rest) => {
    bounds.upgraded(request);
    if (isAmbiguous(request, skim(request.rawHeaders))) lastWords(socket, 400, "bad-input");
    else hot.upgrade(request, socket, rest);
  });
  server.on("connect", (_, socket) => lastWords(socket, 405, "wrong-method"));
  bounds.watch(server);
  await listening(server, options);
  return { port: (server.address() as AddressInfo).port, close: () => closed(server) };
}

function atMost(room: number, app: Hono): Hono["fetch"] {
  let working = 0;
  return async (...request) => {
    if (working >= room) return refusal("try-again");
    working += 1;
    try {
      return await app.fetch(...request);
    } finally {
      working -= 1;
    }
  };
}

/** Browsers send some twenty, proxies add a few; of very many Node would leave out the last without a word. */
const MAX_HEADERS = 200;

/** Two hosts, one in the address and another beside it, an unknown coding: a proxy before us may have read it otherwise. */
function isAmbiguous({ rawHeaders, url = "/" }: IncomingMessage, head: Head): boolean {
  if (rawHeaders.length > 2 * MAX_HEADERS || head.hosts !== 1) return true;
  if (head.coding !== undefined && !/^chunked$/i.test(head.coding)) return true;
  if (url.startsWith("/")) return false;
  return !URL.canParse(url) || new URL(url).host !== head.host.toLowerCase();
}

function refusal(code: Code): Response {
  return Response.json({ error: code }, { status: statuses[code], headers: defaultHeaders });
}

function refuse(request: IncomingMessage, response: ServerResponse): void {
  request.resume();
  response.writeHead(400, { ...defaultHeaders, "Content-Type": "application/json" });
  response.end(JSON.stringify({ error: "bad-input" }));
}

/** Who knocks while a flood is being worked off is not told to try again in a second. */
const BACKLOG = 4096;

function listening(server: Server, options: { port: number; listen: string }): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(options.port, options.listen, BACKLOG, resolve);
  });
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), 3000).unref();
  });
}
