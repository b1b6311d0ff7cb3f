import { seedDemo } from "../../src/entry/demo.server.ts";
import { networkDoors } from "../../src/network/index.server.ts";
import { readConfig } from "../../src/platform/config.server.ts";
import {
  type Actor,
  createRouter,
  Glances,
  hostBook,
  PageCache,
} from "../../src/platform/http/index.server.ts";
import { notFoundPage, siteDoors } from "../../src/site/index.server.ts";
import { freshDatabase, type FreshDatabase } from "./database.server.ts";

export const volunteer: Actor = member("volunteer");
export const coordinator: Actor = member("coordinator");

function member(role: "volunteer" | "coordinator"): Actor {
  const id = "00000000-0000-4000-8000-000000000001";
  return { kind: "member", memberId: id, role, sessionId: "s" };
}

export interface Asking {
  readonly actor?: Actor;
  readonly method?: "GET" | "PUT" | "POST";
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
}

export interface SiteHouse {
  readonly database: FreshDatabase;
  /** Epoch milliseconds, and how many are on duty for the chat: both may be changed. */
  now: number;
  onDuty: number;
  /** `ask("mira", "/door/woman")`; the federation has the empty name. */
  ask(name: string, path: string, asking?: Asking): Promise<Response>;
  page(name: string, path: string): Promise<string>;
  close(): Promise<void>;
}

/** The public pages and the settings of the demo's jours, on a database of their own. */
export async function siteHouse(exitScript = "// exit"): Promise<SiteHouse> {
  const database = await freshDatabase();
  await seedDemo(database);
  const read = readConfig({});
  if (!read.ok) throw new Error("the demo needs no configuration");
  const nobody: Actor = { kind: "nobody" };
  let actor: Actor = nobody;
  let onDuty = 1;
  const glances = new Glances(() => house.now);
  const pages = new PageCache();
  const parts = {
    ...{ glances, pages },
    onDuty: async () => ({ chat: onDuty }),
    exitScript,
    now: () => house.now,
  };
  const app = createRouter({
    config: read.value,
    database,
    hosts: hostBook(database),
    doors: [...siteDoors(parts), ...networkDoors(pages, glances)],
    actorOf: async () => actor,
    notFoundPage: () => notFoundPage(true),
  });
  const house: SiteHouse = {
    database,
    // A Thursday, when the demo's women's chat is announced 13–15 and 18–21.
    now: Date.parse("2026-11-26T18:32+01:00"),
    get onDuty() {
      return onDuty;
    },
    set onDuty(count) {
      onDuty = count;
      glances.forget();
    },
    async ask(name, path, { actor: who = nobody as Actor, method = "GET", body, headers } = {}) {
      actor = who;
      const host = name === "" ? "localhost" : `${name}.localhost`;
      return app.request(path, {
        method,
        headers: {
          host: `${host}:8080`,
          "sec-fetch-site": "same-origin",
          "content-type": "application/json",
          ...headers,
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
    },
    async page(name, path) {
      return (await house.ask(name, path)).text();
    },
    close: () => database.close(),
  };
  return house;
}
