import { createHash, randomBytes, randomUUID } from "node:crypto";
import { request } from "node:http";
import { paths } from "../../src/conversations/contract.ts";
import { eventFrame } from "../../src/conversations/standings.server.ts";
import { newSeekerSecret } from "../../src/conversations/token.server.ts";
import {
  type Database,
  databaseDirectory,
  type JourId,
  openDatabase,
} from "../../src/platform/database/index.server.ts";
import { LiveLog, memoryBus } from "../../src/platform/live/index.server.ts";
import { logStore } from "../../src/platform/live/log-store.server.ts";
import { meetNeighbours } from "../../src/platform/live/neighbours.server.ts";
import { openShredStore } from "../../src/platform/shred/index.server.ts";
import { trustedJour, type TrustedWoman } from "../../tests/factories/trust.server.ts";
import { houseDirectories } from "../frame/house.ts";
import type { Visitor } from "./crowd.ts";

export interface Town {
  readonly database: Database & { stop(): Promise<void> };
  readonly seekers: readonly Visitor[];
  readonly desks: readonly Desk[];
}

/** A volunteer who is signed in and on duty. */
export interface Desk {
  readonly host: string;
  readonly cookie: string;
  readonly conversations: readonly string[];
}

export interface TownPlan {
  readonly jours: number;
  /** Of each jour. */
  readonly conversations: number;
  /** How many each volunteer has; 0 leaves all of them waiting. */
  readonly perDesk: number;
}

const HOUR = 3_600_000;

/**
 * What the house finds when it starts: conversations in its log, under keys of its shred store, of
 * jours whose volunteers are signed in and on duty. Written by the house's own code where it lies on
 * the way that is measured; members and sessions are rows.
 */
export async function foundTown(directory: string, plan: TownPlan): Promise<Town> {
  const { data, shred } = houseDirectories(directory);
  const database = await openDatabase({ dataDirectory: data });
  const keys = await openShredStore(shred, { apartFrom: [databaseDirectory(data)] });
  const neighbours = await meetNeighbours(memoryBus());
  const log = new LiveLog({ store: logStore(database.raw), keys, neighbours });
  const seekers: Visitor[] = [];
  const desks: Desk[] = [];
  for (let index = 0; index < plan.jours; index++) {
    const jour = await foundJour(database, `jour-${index}`);
    const begun = await Promise.all(
      Array.from({ length: plan.conversations }, () => beginConversation(log, jour)),
    );
    seekers.push(...begun);
    if (plan.perDesk > 0) desks.push(...(await staff(database, log, jour, begun, plan.perDesk)));
  }
  await neighbours.close();
  return { database, seekers, desks };
}

interface Jour {
  readonly id: JourId;
  readonly host: string;
  readonly face: string;
}

async function foundJour(database: Database, slug: string): Promise<Jour> {
  const [id, face, host] = [randomUUID() as JourId, randomUUID(), `${slug}.localhost`];
  await database.shared(async (tx) => {
    await tx.rows("insert into jours (id, slug, name, demo) values ($1, $2, $2, false)", [
      id,
      slug,
    ]);
    await tx.rows(
      "insert into hosts (host, jour_id, face_id, is_primary) values ($1, $2, $3, true)",
      [host, id, face],
    );
  });
  return { id, host, face };
}

async function beginConversation(log: LiveLog, { id: jour, face, host }: Jour): Promise<Visitor> {
  const secret = newSeekerSecret();
  const made = await log.create(
    eventFrame({
      ...{ e: "opened", jour, face, door: "woman", language: "sv", at: Date.now(), place: 1 },
      ...{ token: secret.hash, pass: randomBytes(32).toString("base64url") },
    }),
  );
  if (!made.ok) throw new Error(made.code);
  return { side: 0, host, token: secret.tokenFor(made.value), conversations: [made.value] };
}

async function staff(
  database: Database,
  log: LiveLog,
  jour: Jour,
  seekers: readonly Visitor[],
  perDesk: number,
): Promise<Desk[]> {
  const all = seekers.flatMap(({ conversations }) => conversations);
  const trust = await trustedJour(jour.id, Math.ceil(all.length / perDesk));
  return Promise.all(
    trust.women.map(async (woman, index) => {
      const conversations = all.slice(index * perDesk, (index + 1) * perDesk);
      const { statement } = await trust.duty(woman, jour.face);
      const duty = randomUUID();
      const cookie = await signIn(database, jour, woman, { duty, statement });
      for (const conversation of conversations) {
        await log.appendEvent(conversation, eventFrame({ e: "taken", duty, at: Date.now() }));
      }
      return { host: jour.host, cookie, conversations };
    }),
  );
}

/** Resolves to her cookie. */
function signIn(
  database: Database,
  { id, face }: Jour,
  woman: TrustedWoman,
  { duty, statement }: { duty: string; statement: Uint8Array },
): Promise<string> {
  const token = randomBytes(32);
  const hash = createHash("sha256").update(token).digest();
  const until = new Date(Date.now() + HOUR);
  return database.tenant(id, async (tx) => {
    await tx.rows(
      `insert into members (id, jour_id, name, role, status, enrolment, identity_key, seal_key, created_month)
       values ($1, $2, 'Sara', 'volunteer', 'active', '', $3, $4, date_trunc('month', now()))`,
      [woman.id, id, randomBytes(32), randomBytes(1216)],
    );
    await tx.rows(
      `insert into staff_sessions (token_hash, id, jour_id, member_id, way, started_at, idle_until, expires_at)
       values ($1, $2, $3, $4, 'passkey', now(), $5, $5)`,
      [hash, randomUUID(), id, woman.id, until],
    );
    await tx.rows(
      `insert into duties (id, jour_id, face_id, member_id, statement, sealed_seed, capacity, expires_at, present_until)
       values ($1, $2, $3, $4, $5, '', 8, $6, $6)`,
      [duty, id, face, woman.id, Buffer.from(statement), until],
    );
    return `__Host-lykta=${token.toString("base64url")}`;
  });
}

const ASKING_AT_ONCE = 20;

/** Each desk asks the house for a ticket of its own, as it would before every connection. */
export async function ticketsFor(port: number, desks: readonly Desk[]): Promise<Visitor[]> {
  const queue = [...desks];
  const visitors: Visitor[] = [];
  const worker = async (): Promise<void> => {
    for (let desk = queue.shift(); desk; desk = queue.shift()) {
      const { host, conversations } = desk;
      visitors.push({ side: 1, host, token: await ticketOf(port, desk), conversations });
    }
  };
  await Promise.all(Array.from({ length: ASKING_AT_ONCE }, worker));
  return visitors;
}

const ticketOf = async (port: number, desk: Desk): Promise<string> =>
  (await askAs<{ ticket: string }>(port, desk, paths.liveTicket, {})).ticket;

/** What a desk asks the house for. */
export function askAs<T>(
  port: number,
  { host, cookie }: Pick<Desk, "host" | "cookie">,
  path: string,
  body: object,
): Promise<T> {
  const headers = {
    ...{ Host: host, Origin: `http://${host}`, Cookie: cookie },
    "Content-Type": "application/json",
  };
  const options = { port, host: "127.0.0.1", method: "POST", path, headers };
  return new Promise((resolve, reject) => {
    const asked = request(options, (answer) => {
      const parts: Buffer[] = [];
      answer.on("data", (part: Buffer) => parts.push(part));
      answer.on("end", () => {
        const text = Buffer.concat(parts).toString("utf8");
        if (answer.statusCode !== 200) reject(new Error(`${path}: ${text}`));
        else resolve(JSON.parse(text) as T);
      });
    });
    asked.on("error", reject);
    asked.end(JSON.stringify(body));
  });
}
