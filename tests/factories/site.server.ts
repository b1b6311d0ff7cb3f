import { request as httpRequest } from "node:http";
import { alsoAtFederation } from "../../src/entry/house.network.server.ts";
import { seedDemo } from "../../src/entry/demo.server.ts";
import {
  federationDoors,
  joiningDoors,
  networkDoors,
  overflowDoors,
} from "../../src/network/index.server.ts";
import { federationVoice, frontLeads, pagesDoors, leadOn } from "../../src/pages/index.server.ts";
import { readConfig } from "../../src/platform/config.server.ts";
import type { Database, JourId } from "../../src/platform/database/index.server.ts";
import {
  type Actor,
  createRouter,
  Glances,
  hostBook,
  PageCache,
  startHttpServer,
} from "../../src/platform/http/index.server.ts";
import { type ChatNow, faultPage, type OnDuty, siteDoors } from "../../src/site/index.server.ts";
import { freshDatabase, type FreshDatabase } from "./database.server.ts";

export const volunteer: Actor = member("volunteer");
export const coordinator: Actor = member("coordinator");
const nobody: Actor = { kind: "nobody" };

function member(role: "volunteer" | "coordinator"): Actor {
  const id = "00000000-0000-4000-8000-000000000001";
  return { kind: "member", memberId: id, role, teams: [], sessionId: "s" };
}

export interface Asking {
  readonly actor?: Actor;
  readonly method?: "GET" | "HEAD" | "PUT" | "POST";
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
}

export interface RunningSite {
  readonly glances: Glances;
  /** How many requests came as far as the router: all others lay ready. */
  readonly routed: () => number;
  /** `ask("mira", "/door/woman")`; the federation has the empty name. */
  ask(name: string, path: string, asking?: Asking): Promise<Response>;
  page(name: string, path: string): Promise<string>;
  close(): Promise<void>;
}

/** The public pages and the settings, as one process serves them. */
export async function runSite(
  database: Database,
  onDuty: OnDuty,
  now: () => number,
  exitScript = "// exit",
  chatNow: ChatNow = async () => false,
): Promise<RunningSite> {
  const read = readConfig({});
  if (!read.ok) throw new Error("the demo needs no configuration");
  const glances = new Glances(now);
  const pages = new PageCache();
  const asWhom = new Map<string, Actor>();
  let asked = 0;
  let routed = 0;
  const rooms = { database, changed: () => glances.forget(), now };
  const app = createRouter({
    config: read.value,
    database,
    hosts: hostBook(database),
    doors: [
      ...siteDoors({
        ...{ onDuty, chatNow, glances, pages, exitScript, now },
        leads: frontLeads(database),
      }),
      ...overflowDoors(rooms),
      ...federationDoors(rooms),
      ...joiningDoors(rooms),
      ...alsoAtFederation(pagesDoors({ database, pages, glances, now })),
      ...networkDoors({
        ...{ pages, glances, script: "// directory" },
        voice: federationVoice(database),
      }),
    ],
    leadOn: leadOn(database, glances),
    actorOf: async (request) => {
      routed++;
      return asWhom.get(request.headers.get("x-asking") ?? "") ?? nobody;
    },
    faultPage: (code, _, language) => faultPage(code, true, language),
  });
  const server = await startHttpServer({ port: 0, listen: "127.0.0.1" }, app, {
    upgrade: (_request, socket) => socket.destroy(),
    request: (request, response) => pages.request(request, response),
  });
  const ask = (name: string, path: string, asking: Asking = {}): Promise<Response> => {
    const number = String(++asked);
    asWhom.set(number, asking.actor ?? nobody);
    return send(server.port, name, path, asking, number);
  };
  return {
    ...{ glances, ask },
    routed: () => routed,
    page: async (name, path) => (await ask(name, path)).text(),
    close: () => server.close(),
  };
}

function send(
  port: number,
  name: string,
  path: string,
  { method = "GET", body, headers = {} }: Asking,
  asking: string,
): Promise<Response> {
  const host = `${name === "" ? "" : `${name}.`}localhost:8080`;
  const own = { host, "sec-fetch-site": "same-origin", "content-type": "application/json" };
  const sent = { ...own, "x-asking": asking, ...headers };
  return new Promise((resolve, reject) => {
    const where = { port, host: "127.0.0.1", method, path, headers: sent, agent: false };
    const request = httpRequest(where, (answer) => {
      const parts: Buffer[] = [];
      answer.on("data", (part: Buffer) => parts.push(part));
      answer.on("end", () => {
        const { statusCode: status = 0, rawHeaders } = answer;
        const pairs = rawHeaders.flatMap((text, at): [string, string][] =>
          at % 2 === 0 ? [[text, rawHeaders[at + 1] ?? ""]] : [],
        );
        const bytes = status === 204 ? null : Buffer.concat(parts);
        resolve(new Response(bytes, { status, headers: pairs }));
      });
    });
    request.on("error", reject);
    const isForm = body instanceof URLSearchParams;
    if (isForm) request.setHeader("content-type", "application/x-www-form-urlencoded");
    request.end(body === undefined ? undefined : isForm ? String(body) : JSON.stringify(body));
  });
}

export interface SiteHouse extends RunningSite {
  readonly database: FreshDatabase;
  /** Epoch milliseconds, and how many are on duty for the chat: both may be changed. */
  now: number;
  onDuty: number;
  /** Faces of other jours whose chat is open. */
  readonly openChats: Set<string>;
}

/** A house with the demo's jours on a database of its own. */
export async function siteHouse(exitScript?: string): Promise<SiteHouse> {
  const database = await freshDatabase();
  await seedDemo(database);
  // A Thursday, when the demo's women's chat is announced 13–15 and 18–21.
  const openChats = new Set<string>();
  const state = { now: Date.parse("2026-11-26T18:32+01:00"), onDuty: 1 };
  const site = await runSite(
    database,
    async () => ({ chat: state.onDuty }),
    () => state.now,
    exitScript,
    async (_, face) => openChats.has(face),
  );
  return {
    ...{ ...site, database, openChats },
    get now() {
      return state.now;
    },
    set now(now) {
      state.now = now;
    },
    get onDuty() {
      return state.onDuty;
    },
    set onDuty(count) {
      state.onDuty = count;
      site.glances.forget();
    },
    async close() {
      await site.close();
      await database.close();
    },
  };
}

/** A coordinator in every jour who can have saved a page: at Mira `coordinator` herself. */
export async function admitEditors(database: Database): Promise<void> {
  const jours = await database.shared((tx) =>
    tx.rows<{ id: JourId; slug: string }>("select id, slug from jours"),
  );
  const known = coordinator.kind === "member" ? coordinator.memberId : "";
  for (const { id, slug } of jours)
    await database.tenant(id, (tx) =>
      tx.rows(
        `insert into members (id, jour_id, name, role, status, enrolment, identity_key, seal_key, created_month)
         values ($1, $2, 'Berit', 'coordinator', 'active', '', decode(repeat('00', 32), 'hex'),
                 decode(repeat('00', 1216), 'hex'), '2026-11-01')`,
        [slug === "mira" ? known : crypto.randomUUID(), id],
      ),
    );
}
