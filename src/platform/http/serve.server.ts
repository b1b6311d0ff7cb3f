import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Duplex } from "node:stream";
import { getRequestListener } from "@hono/node-server";
import type { Hono } from "hono";
import { errorFields, log } from "../log.ts";

export interface HttpServer {
  readonly port: number;
  /** Takes no new connections and waits for those that are answered now. */
  close(): Promise<void>;
}

export interface HotPaths {
  /** Sockets, before the framework sees anything. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** True when the request was one of the hot paths and is being answered. */
  request(request: IncomingMessage, response: ServerResponse): boolean;
}

/** One `node:http` server; the hot paths go first, everything else through the framework. */
export async function startHttpServer(
  options: { port: number; listen: string },
  app: Hono,
  hot: HotPaths,
): Promise<HttpServer> {
  const listener = getRequestListener(app.fetch, { overrideGlobalObjects: false });
  const server = createServer({ maxHeaderSize: 16_384 }, (request, response) => {
    if (hot.request(request, response)) return;
    listener(request, response).catch((error: unknown) => {
      log.error("answer-failed", { error: errorFields(error) });
      response.destroy();
    });
  });
  // A slow sender may hold a connection this long and no longer (slow-loris).
  server.headersTimeout = 10_000;
  server.requestTimeout = 30_000;
  server.keepAliveTimeout = 5000;
  server.on("upgrade", (request, socket, head) => hot.upgrade(request, socket, head));
  server.on("clientError", (_error, socket) => socket.destroy());
  await listening(server, options);
  return { port: (server.address() as AddressInfo).port, close: () => closed(server) };
}

function listening(server: Server, options: { port: number; listen: string }): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(options.port, options.listen, resolve);
  });
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), 3000).unref();
  });
}
