// The program that the faults strike: the real live log, database and shred store behind real sockets,
// without jours, pages and people, so that it starts again in a few tenths of a second.

import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { readConfig } from "../../src/platform/config.server.ts";
import { databaseDirectory, openDatabase } from "../../src/platform/database/index.server.ts";
import { takeFaultOrders } from "../../src/platform/fault-points.server.ts";
import type { HostView } from "../../src/platform/http/index.server.ts";
import { type Live, type LiveApp, NOBODY, openLive } from "../../src/platform/live/index.server.ts";
import { openShredStore } from "../../src/platform/shred/index.server.ts";
import { HOST } from "../factories/page-side.server.ts";
import { type Breakage, brokenDatabase, brokenKeys, byOf, loosen } from "./broken.server.ts";

/** Shorter than in the house (a minute), still longer than any beginning that gives up takes. */
const KEYS_PAUSE_MS = 40_000;

const breakage = process.env["FAULTS_BREAKAGE"] as Breakage | undefined;

/** Lets everybody in who gives a name; the name is who she is. */
const everybody = (live: Live): LiveApp => ({
  welcome: async (token) => ({
    who: token,
    async admit(log) {
      if (!(await live.log.has(log))) return "gone";
      return {
        by: byOf(token, breakage),
        label: token,
        mayWrite: () => true,
        show: (event) => event.payload,
        present: () => ({}),
        opened: () => undefined,
      };
    },
    left: () => undefined,
  }),
});

async function begin(live: Live): Promise<[number, object]> {
  const payload = Buffer.from("opened");
  const made = await live.log.create({ kind: 0, by: NOBODY, tab: NOBODY, ref: 0, payload });
  return made.ok ? [200, { id: made.value }] : [503, { error: made.code }];
}

/** As the seeker's own end: what is gone already is what she asked for. */
async function end(live: Live, id: string): Promise<[number, object]> {
  if (!(await live.log.has(id))) return [200, {}];
  const ended = await live.log.destroy(id, "ended");
  return ended.ok || ended.code === "gone" ? [200, {}] : [503, { error: ended.code }];
}

async function answer(live: Live, request: IncomingMessage, response: ServerResponse) {
  const [, act, id = ""] = (request.url ?? "").split("/");
  const asked = act === "begin" ? begin(live) : end(live, id);
  const [status, body] = await asked.catch(() => [503, { error: "try-again" }] as const);
  response.writeHead(status, { "Content-Type": "application/json" }).end(JSON.stringify(body));
}

function listen(live: Live, port: number): Promise<number> {
  const http = createServer((request, response) => {
    if (!live.request(request, response)) void answer(live, request, response);
  });
  http.on("upgrade", (request, socket, head) => live.upgrade(request, socket, head));
  return new Promise((resolve, reject) => {
    http.once("error", reject);
    http.listen(port, "127.0.0.1", () => resolve((http.address() as AddressInfo).port));
  });
}

async function main(): Promise<void> {
  const read = readConfig(process.env);
  if (!read.ok || read.value.faults === undefined) throw new Error("started by tests/faults only");
  const config = read.value;
  takeFaultOrders(read.value.faults);
  // Orders for the start itself come before.
  await new Promise<void>((go) => process.on("message", (message) => message === "go" && go()));
  const database = await openDatabase({ dataDirectory: config.dataDirectory });
  await loosen(database, breakage);
  const store = await openShredStore(config.shredDirectory, {
    apartFrom: [databaseDirectory(config.dataDirectory)],
  });
  const hosts = async (): Promise<HostView> => ({
    ...{ host: HOST, primaryHost: HOST },
    ...{ jour: null, faceId: null },
  });
  const live = await openLive({
    ...{ hosts, database: brokenDatabase(database, breakage) },
    keys: brokenKeys(store, breakage),
  });
  await live.log.recover();
  live.serve(everybody(live));
  void live.log.sweep(KEYS_PAUSE_MS).catch(() => undefined);
  const port = await listen(live, config.port);
  process.on("SIGTERM", () => void live.drain().then(() => process.exit(0)));
  process.on("disconnect", () => process.exit(1));
  process.send?.({ ready: port });
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exit(1);
});
