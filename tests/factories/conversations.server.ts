import { mkdtempSync, rmSync } from "node:fs";
import { request as httpRequest } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { randomBytes, randomUUID } from "node:crypto";
import { type Challenge, solveChallenge } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/pbkdf2";
import {
  type ChallengeAnswer,
  type OpenAnswer,
  paths,
  type PlaceView,
  type PresentView,
  type Proof,
  type RoomView,
  type ServerEvent,
} from "../../src/conversations/contract.ts";
import { openConversations } from "../../src/conversations/index.server.ts";
import { readConfig } from "../../src/platform/config.server.ts";
import type { JourId } from "../../src/platform/database/index.server.ts";
import {
  type Actor,
  createRouter,
  hostBook,
  startHttpServer,
} from "../../src/platform/http/index.server.ts";
import { type Live, openLive } from "../../src/platform/live/index.server.ts";
import { type Link, openLink } from "../../src/platform/live/link.browser.ts";
import { openShredStore } from "../../src/platform/shred/index.server.ts";
import { openShifts, shiftDoors } from "../../src/shifts/index.server.ts";
import { type DutyView, shiftPaths } from "../../src/shifts/index.ts";
import { openCounters } from "../../src/statistics/index.server.ts";
import { type FreshDatabase, freshDatabase } from "./database.server.ts";
import { nodeEnvironment } from "./live-server.server.ts";
import { trustedJour, type TrustedJour, type TrustedWoman } from "./trust.server.ts";

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
  ask(method: string, path: string, body?: unknown, asked?: Asked): Promise<Answered>;
  close(): Promise<void>;
}

export interface ConversationHouse {
  readonly database: FreshDatabase;
  readonly keys: string;
  readonly jour: JourId;
  readonly face: string;
  readonly trust: TrustedJour;
  /** Turns the clock of all processes. */
  readonly clock: { ahead: number };
  /** A process of the house; several may run on the one database. */
  run(graceMinutes?: number): Promise<RunningHouse>;
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
  const clock = { ahead: 0 };
  const running: RunningHouse[] = [];
  return {
    ...{ database, keys, jour, face, trust, clock },
    async run(graceMinutes = 10) {
      const now = (): number => Date.now() + clock.ahead;
      const house = await runHouse({ database, keys, trust, jour, graceMinutes, now });
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
}

async function runHouse(ground: Ground): Promise<RunningHouse> {
  const { database, keys, trust, jour, graceMinutes, now } = ground;
  const read = readConfig({ LYKTA_SECRET: "a secret that all processes of the test share" });
  if (!read.ok) throw new Error("the demo needs no configuration");
  const config = { ...read.value, graceMinutes };
  const hosts = hostBook(database);
  const live = await openLive({ database, keys: await openShredStore(keys), hosts });
  const counters = openCounters(database, now);
  const { shifts, close: closeShifts } = openShifts({
    ...{ database, now, suite: trust.suite, neighbours: live.neighbours },
    trustOf: async (of) => (of === jour ? trust.bundle : undefined),
  });
  const conversations = await openConversations({
    ...{ database, config, live, shifts, counters, now },
    sweepMs: 50,
  });
  const app = createRouter({
    ...{ config, database, hosts },
    doors: [...conversations.doors, ...shiftDoors(shifts)],
    actorOf: async (request) => actorOf(request),
    notFoundPage: () => new Response("", { status: 404 }),
  });
  const server = await startHttpServer({ port: 0, listen: "127.0.0.1" }, app, live);
  let closing: Promise<void> | undefined;
  const close = async (): Promise<void> => {
    await live.drain();
    conversations.close();
    closeShifts();
    await server.close();
    await counters.close();
  };
  return {
    ...{ port: server.port, live },
    flush: () => counters.flush(),
    ask: (method, path, body, asked = {}) => ask(server.port, method, path, body, asked),
    close: () => (closing ??= close()),
  };
}

/** Signing in is people's affair, and tested there: here a header says who asks. */
function actorOf(request: Request): Actor {
  const memberId = request.headers.get("x-member");
  if (memberId === null) return { kind: "nobody" };
  return { kind: "member", memberId, role: "volunteer", sessionId: randomUUID() };
}

function ask(
  port: number,
  method: string,
  path: string,
  body: unknown,
  { host = MIRA, member, headers = {} }: Asked,
): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const sent = {
      Host: host,
      Origin: `http://${host}`,
      "Content-Type": "application/json",
      ...(member === undefined ? {} : { "x-member": member }),
      ...headers,
    };
    const asked = httpRequest(
      { port, host: "127.0.0.1", method, path, headers: sent },
      (answer) => {
        let text = "";
        answer.on("data", (part: Buffer) => (text += part.toString("utf8")));
        answer.on("end", () => {
          const isJson = answer.headers["content-type"]?.includes("json");
          const read: unknown = isJson ? JSON.parse(text) : text;
          resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: read });
        });
      },
    );
    asked.on("error", reject);
    asked.end(body === undefined ? undefined : JSON.stringify(body));
  });
}

export async function solved(house: RunningHouse, pass?: string): Promise<Proof> {
  const answer = await house.ask("POST", paths.challenge, pass === undefined ? {} : { pass });
  const { challenge } = answer.body as ChallengeAnswer;
  const asked = challenge as unknown as Challenge;
  const solution = await solveChallenge({ challenge: asked, deriveKey });
  if (!solution) throw new Error("the proof was not solved");
  return { challenge, solution: { counter: solution.counter, derivedKey: solution.derivedKey } };
}

/** One end of a conversation in a test: bytes instead of a protocol session. */
export interface Side {
  readonly heard: string[];
  readonly events: ServerEvent[];
  readonly codes: string[];
  readonly places: PlaceView[];
  readonly present: PresentView[];
  say(text: string): Promise<number>;
  type(): void;
  close(): void;
}

export function follow(link: Link, conversation: string): Side {
  const side = { heard: [], events: [], codes: [], places: [], present: [] } as Pick<
    Side,
    "heard" | "events" | "codes" | "places" | "present"
  >;
  const text = (payload: Uint8Array): string => new TextDecoder().decode(payload);
  const channel = link.channel({
    conversation,
    tab: randomBytes(16),
    handlers: {
      frame({ seq, kind, payload }) {
        if (kind === 1) side.heard.push(`${seq}:${text(payload)}`);
        else side.events.push(JSON.parse(text(payload)) as ServerEvent);
      },
      place: (place: PlaceView) => void side.places.push(place),
      present: (present: PresentView) => void side.present.push(present),
      closed: (code) => void side.codes.push(code),
    },
  });
  return {
    ...side,
    say: (said) => channel.append(new TextEncoder().encode(said)),
    type: () => channel.typing(),
    close: () => channel.close(),
  };
}

export interface Seeker extends Side, OpenAnswer {
  readonly link: Link;
}

export async function openSeeker(
  house: RunningHouse,
  at: () => RunningHouse = () => house,
  blocked = false,
): Promise<Seeker> {
  const proof = await solved(house);
  const opened = await house.ask("POST", paths.open, { door: "woman", language: "sv", proof });
  if (opened.status !== 200) throw new Error(JSON.stringify(opened.body));
  const answer = opened.body as OpenAnswer;
  const link = openLink({
    token: async () => answer.token,
    onState: () => undefined,
    environment: nodeEnvironment(() => at().port, blocked, MIRA),
  });
  return { ...answer, link, ...follow(link, answer.conversation) };
}

export interface Volunteer {
  readonly duty: DutyView;
  readonly link: Link;
  readonly rooms: RoomView[];
  room(): RoomView;
  act(path: string, body: object): Promise<Answered>;
  follow(conversation: string): Side;
}

export async function openVolunteer(
  ground: ConversationHouse,
  house: RunningHouse,
  who: TrustedWoman,
  capacity = 3,
): Promise<Volunteer> {
  const { statement } = await ground.trust.duty(who, ground.face, {
    alias: `Alias ${ground.trust.women.indexOf(who)}`,
    until: Date.now() + ground.clock.ahead + 3_600_000,
  });
  const body = {
    face: ground.face,
    statement: Buffer.from(statement).toString("base64url"),
    sealedSeed: "c2VhbGVk",
    capacity,
  };
  const act = (path: string, given: object): Promise<Answered> =>
    house.ask("POST", path, given, { member: who.id });
  const started = await act(shiftPaths.start, body);
  if (started.status !== 200) throw new Error(JSON.stringify(started.body));
  const rooms: RoomView[] = [];
  const link = openLink({
    token: async () => ((await act(paths.liveTicket, {})).body as { ticket: string }).ticket,
    onState: () => undefined,
    onMessage: (message) =>
      void (message.t === "room" && rooms.push(message as unknown as RoomView)),
    environment: nodeEnvironment(() => house.port, false, MIRA),
  });
  const nothing: RoomView = { t: "room", waiting: [], mine: [], colleagues: [], blocks: [] };
  return {
    ...{ link, rooms, act },
    duty: started.body as DutyView,
    room: () => rooms.at(-1) ?? nothing,
    follow: (conversation) => follow(link, conversation),
  };
}
