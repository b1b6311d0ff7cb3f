import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { WebSocket } from "ws";
import type { HostView } from "../../src/platform/http/index.server.ts";
import {
  type Live,
  type LiveApp,
  type LiveOptions,
  openLive,
} from "../../src/platform/live/index.server.ts";
import { openShredStore } from "../../src/platform/shred/index.server.ts";
import { freshDatabase, type FreshDatabase } from "./database.server.ts";
import { HOST, openSocket } from "./page-side.server.ts";

export { HOST, nodeEnvironment, openSocket, post } from "./page-side.server.ts";

/** One process that serves the live connection and nothing else. */
export interface LiveServer {
  readonly live: Live;
  readonly port: number;
  close(): Promise<void>;
}

export interface LiveGround {
  readonly database: FreshDatabase;
  readonly keys: string;
  serve(app: (live: Live) => LiveApp, options?: Partial<LiveOptions>): Promise<LiveServer>;
  close(): Promise<void>;
}

export async function liveGround(): Promise<LiveGround> {
  const database = await freshDatabase();
  const keys = mkdtempSync(join(tmpdir(), "lykta-keys-"));
  const servers: LiveServer[] = [];
  return {
    database,
    keys,
    async serve(app, options = {}) {
      const hosts = async (name: string | undefined): Promise<HostView | undefined> =>
        name === HOST ? { host: HOST, jour: null, faceId: null, primaryHost: HOST } : undefined;
      const live = await openLive({
        database,
        keys: await openShredStore(keys),
        hosts,
        ...options,
      });
      live.serve(app(live));
      const server = await listen(live);
      servers.push(server);
      return server;
    },
    async close() {
      for (const server of servers) await server.close();
      await database.close();
      rmSync(keys, { recursive: true });
    },
  };
}

async function listen(live: Live): Promise<LiveServer> {
  const http = createServer((request, response) => {
    if (!live.request(request, response)) response.writeHead(404).end();
  });
  http.on("upgrade", (request, socket, head) => live.upgrade(request, socket, head));
  await new Promise<void>((done) => http.listen(0, "127.0.0.1", done));
  let closing: Promise<void> | undefined;
  return {
    live,
    port: (http.address() as AddressInfo).port,
    close: () =>
      (closing ??= (async () => {
        await live.drain();
        http.closeAllConnections();
        await new Promise((done) => http.close(done));
        await live.close();
      })()),
  };
}

/** A client without any manners: raw messages in, all answers kept. */
export interface Talker {
  readonly socket: WebSocket;
  readonly texts: Record<string, unknown>[];
  readonly frames: Uint8Array[];
  closed(): Promise<string>;
}

export async function openTalker(port: number, signIn: boolean): Promise<Talker> {
  const socket = openSocket(port);
  const texts: Record<string, unknown>[] = [];
  const frames: Uint8Array[] = [];
  socket.on("message", (data: Buffer, isBinary) => {
    if (isBinary) frames.push(data);
    else texts.push(JSON.parse(data.toString("utf8")) as Record<string, unknown>);
  });
  const closing = new Promise<string>((done) =>
    socket.on("close", (number, reason) => done(`${number} ${reason.toString()}`)),
  );
  socket.on("error", () => undefined);
  await new Promise((done) => socket.on("open", done));
  if (signIn) {
    socket.send('{"t":"auth","v":1,"token":"good"}');
    while (texts.length === 0) await new Promise((go) => setTimeout(go, 5));
  }
  return { socket, texts, frames, closed: () => closing };
}
