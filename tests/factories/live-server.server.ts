import { mkdtempSync, rmSync } from "node:fs";
import { createServer, request as httpRequest } from "node:http";
import { type AddressInfo, connect, createServer as createTcp, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { WebSocket } from "ws";
import type { HostView } from "../../src/platform/http/index.server.ts";
import {
  type Live,
  type LiveApp,
  type LiveOptions,
  openLive,
} from "../../src/platform/live/index.server.ts";
import type { LinkEnvironment } from "../../src/platform/live/link-environment.browser.ts";
import { openShredStore } from "../../src/platform/shred/index.server.ts";
import { freshDatabase, type FreshDatabase } from "./database.server.ts";

export const HOST = "mira.localhost";

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

const headersOf = (host: string) => ({ Host: host, Origin: `http://${host}` });
const headers = headersOf(HOST);

export function openSocket(port: number, more: Record<string, string> = {}): WebSocket {
  return new WebSocket(`ws://127.0.0.1:${port}/live`, { headers: { ...headers, ...more } });
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

export function post(
  port: number,
  body: Uint8Array,
  more: Record<string, string> = {},
  signal?: AbortSignal,
): Promise<{ status: number; bytes: Uint8Array }> {
  return new Promise((resolve, reject) => {
    const options = { port, host: "127.0.0.1", path: "/live/poll", method: "POST" };
    const asked = httpRequest(
      { ...options, headers: { ...headers, ...more }, signal },
      (answer) => {
        const parts: Buffer[] = [];
        answer.on("data", (part: Buffer) => parts.push(part));
        answer.on("error", reject);
        answer.on("end", () =>
          resolve({ status: answer.statusCode ?? 0, bytes: new Uint8Array(Buffer.concat(parts)) }),
        );
      },
    );
    asked.on("error", reject);
    asked.end(body);
  });
}

/** What a page would bring, for a link that runs in Node. `blocked` is a network that knows no sockets. */
export function nodeEnvironment(
  port: () => number,
  blocked = false,
  host = HOST,
): LinkEnvironment & { wake(): void } {
  let woken = (): void => undefined;
  return {
    url: `http://${HOST}/live`,
    openSocket: (url) => {
      if (!url.startsWith("ws:")) throw new Error("not the address of a socket");
      return openSocket(blocked ? 1 : port(), headersOf(host)) as never;
    },
    post: (url, body, session, signal) => {
      if (!url.endsWith("/live/poll")) throw new Error("not the address of the fallback");
      return post(port(), body, { ...headersOf(host), "Live-Session": session }, signal);
    },
    onWake(wake) {
      woken = wake;
      return () => undefined;
    },
    wake: () => woken(),
  };
}

/** A network between a client and a server, which can be cut, and can swallow what the server says. */
export async function network(to: () => number) {
  const pairs = new Set<{ client: Socket; server: Socket }>();
  let deaf = false;
  const tcp = createTcp((client) => {
    const server = connect(to(), "127.0.0.1");
    const pair = { client, server };
    pairs.add(pair);
    const end = (): void => {
      pairs.delete(pair);
      client.destroy();
      server.destroy();
    };
    for (const socket of [client, server]) socket.on("error", end).on("close", end);
    client.on("data", (data) => server.write(data));
    server.on("data", (data) => !deaf && client.write(data));
  });
  await new Promise<void>((done) => tcp.listen(0, "127.0.0.1", done));
  return {
    port: (tcp.address() as AddressInfo).port,
    cut: () => pairs.forEach(({ client }) => client.destroy()),
    /** From now on nothing that the server says arrives. */
    swallow: (on: boolean) => void (deaf = on),
    close: () => {
      pairs.forEach(({ client }) => client.destroy());
      tcp.close();
    },
  };
}
