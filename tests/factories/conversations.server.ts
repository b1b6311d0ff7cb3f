import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { randomUUID } from "node:crypto";
import { openConversations } from "../../src/conversations/index.server.ts";
import { readConfig } from "../../src/platform/config.server.ts";
import type { JourId } from "../../src/platform/database/index.server.ts";
import {
  type Actor,
  createRouter,
  hostBook,
  startHttpServer,
} from "../../src/platform/http/index.server.ts";
import { type Bus, type Live, openBus, openLive } from "../../src/platform/live/index.server.ts";
import { openShredStore } from "../../src/platform/shred/index.server.ts";
import { openShifts, shiftDoors } from "../../src/shifts/index.server.ts";
import { openCounters } from "../../src/statistics/index.server.ts";
import { askAt } from "./asking.server.ts";
import { type FreshDatabase, freshDatabase } from "./database.server.ts";
import { trustedJour, type TrustedJour } from "./trust.server.ts";

export const MIRA = "mira.localhost";
export const VIDE = "vide.localhost";

export interface Asked {
  readonly host?: string;
  readonly member?: string;
  readonly headers?: Record<string, string>;
}
export interface Answered {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: unknown;
}

export interface RunningHouse {
  readonly port: number;
  readonly live: Live;
  readonly flush: () => Promise<void>;
  /** As people does when a member has left the jour. */
  readonly dismiss: (member: string) => void;
  /** As whoever is on call asks: one who waits at this face, to another one. */
  readonly askToMove: (from: string, to: { id: string; name: string }) => Promise<unknown>;
  ask(method: string, path: string, body?: unknown, asked?: Asked): Promise<Answered>;
  close(): Promise<void>;
}

export interface ConversationHouse {
  readonly database: FreshDatabase;
  readonly keys: string;
  readonly jour: JourId;
  readonly face: string;
  readonly trust: TrustedJour;
  /** Time that has passed for all processes, and what their calendars were set forward or back besides. */
  readonly clock: { ahead: number; jumped: number };
  /** A process of the house; several may run on the one database. */
  run(graceMinutes?: number, change?: (bus: Bus) => Bus): Promise<RunningHouse>;
  close(): Promise<void>;
}

/** Two jours, three trained women at the first, and everything behind the live connection, for real. */
export async function conversationHouse(): Promise<ConversationHouse> {
  const database = await freshDatabase();
  const keys = mkdtempSync(join(tmpdir(), "lykta-keys-"));
  const [jour, other] = [await database.jour("mira"), await database.jour("vide")];
  const [face, otherFace] = [randomUUID(), randomUUID()];
  await database.shared((tx) =>
    tx.rows(
      `insert into hosts (host, jour_id, face_id, is_primary) values ($1, $2, $3, true), ($4, $5, $6, true)`,
      [MIRA, jour, face, VIDE, other, otherFace],
    ),
  );
  const trust = await trustedJour(jour, 3);
  const clock = { ahead: 0, jumped: 0 };
  const running: RunningHouse[] = [];
  return {
    ...{ database, keys, jour, face, trust, clock },
    async run(graceMinutes = 10, change = (bus) => bus) {
      const now = (): number => Date.now() + clock.ahead + clock.jumped;
      const elapsed = (): number => performance.now() + clock.ahead;
      const parts = { database, keys, trust, jour, graceMinutes, now, elapsed, change };
      const house = await runHouse(parts);
      running.push(house);
      return house;
    },
    async close() {
      for (const house of running) await house.close();
      await database.close();
      rmSync(keys, { recursive: true });
    },
  };
}

interface Ground extends Pick<ConversationHouse, "database" | "keys" | "trust" | "jour"> {
  readonly graceMinutes: number;
  readonly now: () => number;
  readonly elapsed: () => number;
  readonly change: (bus: Bus) => Bus;
}

async function runHouse(ground: Ground): Promise<RunningHouse> {
  const { database, keys, trust, jour, graceMinutes, now, elapsed, change } = ground;
  const read = readConfig({ LYKTA_SECRET: "a secret that all processes of the test share" });
  if (!read.ok) throw new Error("the demo needs no configuration");
  const config = { ...read.value, graceMinutes };
  const hosts = hostBook(database);
  const bus = change(openBus(database));
  const live = await openLive({ database, keys: await openShredStore(keys), hosts, bus });
  const counters = openCounters(database, now);
  const { shifts, close: closeShifts } = openShifts({
    ...{ database, now, elapsed, suite: trust.suite, neighbours: live.neighbours },
    trustOf: async (of) => (of === jour ? trust.bundle : undefined),
  });
  const conversations = await openConversations({
    ...{ database, config, live, shifts, counters, now, elapsed },
    sweepMs: 50,
  });
  const app = createRouter({
    ...{ config, database, hosts },
    doors: [...conversations.doors, ...shiftDoors(shifts)],
    actorOf: async (request) => actorOf(request),
    faultPage: () => ({ status: 404, headers: {}, body: "" }),
  });
  const server = await startHttpServer({ port: 0, listen: "127.0.0.1" }, app, live);
  let closing: Promise<void> | undefined;
  const close = async (): Promise<void> => {
    const answered = server.close();
    await live.drain();
    await answered;
    conversations.close();
    closeShifts();
    await live.close();
    await counters.close();
  };
  return {
    ...{ port: server.port, live },
    flush: () => counters.flush(),
    dismiss: (member) => conversations.dismiss(jour, member),
    askToMove: (from, to) => conversations.askToMove(jour, from, to),
    ask: (method, path, body, asked = {}) => ask(server.port, method, path, body, asked),
    close: () => (closing ??= close()),
  };
}

/** Signing in is people's affair, and tested there: here a header says who asks. */
function actorOf(request: Request): Actor {
  const memberId = request.headers.get("x-member");
  if (memberId === null) return { kind: "nobody" };
  return {
    kind: "member",
    memberId,
    role: "volunteer",
    teams: ["conversations"],
    sessionId: randomUUID(),
  };
}

async function ask(
  port: number,
  method: string,
  path: string,
  body: unknown,
  { host = MIRA, member, headers = {} }: Asked,
): Promise<Answered> {
  const sent = body === undefined ? {} : { body: JSON.stringify(body) };
  const heard = await askAt(port, method, path, {
    ...{ host, ...sent },
    headers: {
      "Content-Type": "application/json",
      ...(member === undefined ? {} : { "x-member": member }),
      ...headers,
    },
  });
  const isJson = heard.headers["content-type"]?.includes("json");
  return { ...heard, body: isJson ? JSON.parse(heard.text) : heard.text };
}
