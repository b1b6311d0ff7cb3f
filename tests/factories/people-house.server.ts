import { readConfig } from "../../src/platform/config.server.ts";
import type { JourId } from "../../src/platform/database/index.server.ts";
import { createRouter, hostBook } from "../../src/platform/http/index.server.ts";
import type { Result } from "../../src/platform/result.ts";
import { createJour, createPeople, type People } from "../../src/people/index.server.ts";
import { createSuite } from "../../src/protocol/index.ts";
import { type FreshDatabase, freshDatabase } from "./database.server.ts";

export const suite = await createSuite();
export const api = "/desk/api/people";

export interface Answer<T = Record<string, unknown>> {
  readonly status: number;
  readonly body: T;
}

/** The router itself, or a running house behind its port. */
export interface AppToAsk {
  request(url: string, init: RequestInit): Response | Promise<Response>;
}

/** One browser at one host: it keeps its cookie, and nothing else. */
export class Desk {
  readonly #app: AppToAsk;
  readonly host: string;
  cookie = "";
  constructor(app: AppToAsk, host: string) {
    this.#app = app;
    this.host = host;
  }

  async ask<T = Record<string, unknown>>(
    method: string,
    path: string,
    body?: object,
  ): Promise<Answer<T>> {
    const answer = await this.#app.request(`http://${this.host}${path}`, {
      method,
      headers: {
        host: this.host,
        "sec-fetch-site": "same-origin",
        cookie: this.cookie,
        ...(body ? { "content-type": "application/json" } : {}),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const set = answer.headers.get("set-cookie");
    if (set !== null) this.cookie = set.split(";")[0] ?? "";
    return { status: answer.status, body: (await answer.json()) as T };
  }

  post = <T>(path: string, body: object): Promise<Answer<T>> => this.ask<T>("POST", path, body);
  get = <T>(path: string): Promise<Answer<T>> => this.ask<T>("GET", path);
}

export interface HouseOfPeople {
  readonly database: FreshDatabase;
  readonly people: People;
  readonly jour: JourId;
  readonly otherJour: JourId;
  /** Turns the clock of the house. */
  readonly clock: { now: number };
  desk(host?: string): Desk;
  close(): Promise<void>;
}

function sure<T>(made: Result<T>): T {
  if (!made.ok) throw new Error(made.code);
  return made.value;
}

/** Two jours in one house, at mira.localhost (with a second face at ung.localhost) and vide.localhost. */
export async function houseOfPeople(): Promise<HouseOfPeople> {
  const database = await freshDatabase();
  const config = readConfig({});
  if (!config.ok) throw new Error("the demo needs no configuration");
  const clock = { now: Date.now() };
  const people = await createPeople({ database, config: config.value, now: () => clock.now });
  const nothing = async (): Promise<void> => undefined;
  const make = (hosts: readonly string[], name: string) => {
    const faces = hosts.map((host) => ({ host, create: nothing }));
    const slug = hosts[0]?.split(".")[0] ?? "";
    return createJour(database, { slug, name, demo: true, faces });
  };
  const jour = sure(await make(["mira.localhost", "ung.localhost"], "Jour mira"));
  const otherJour = sure(await make(["vide.localhost"], "Jour vide"));
  const app = createRouter({
    config: config.value,
    database,
    hosts: hostBook(database),
    doors: [...people.doors, ...people.foundingDoors(({ host, name }) => make([host], name))].map(
      (door) => ({ ...door, federationToo: true }),
    ),
    actorOf: people.actorOf,
    faultPage: () => ({ status: 404, headers: {}, body: "" }),
  });
  return {
    database,
    people,
    jour,
    otherJour,
    clock,
    desk: (host = "mira.localhost") => new Desk(app, host),
    close: () => database.close(),
  };
}
