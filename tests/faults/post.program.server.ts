// The program that the faults strike where letters, bookings and mail are concerned: their real doors,
// database, outbox, LMTP and mirrored keys, without people and pages, so that it starts again at once.

import { readFileSync } from "node:fs";
import { openMail } from "../../src/channels/mail/index.server.ts";
import { openCounselling } from "../../src/counselling/index.server.ts";
import { openLetters } from "../../src/letters/index.server.ts";
import { type Config, readConfig } from "../../src/platform/config.server.ts";
import {
  type Database,
  databaseDirectory,
  openDatabase,
} from "../../src/platform/database/index.server.ts";
import { takeFaultOrders } from "../../src/platform/fault-points.server.ts";
import {
  createRouter,
  defineDoor,
  type Door,
  hostBook,
  startHttpServer,
} from "../../src/platform/http/index.server.ts";
import { errorFields, log } from "../../src/platform/log.ts";
import { ok } from "../../src/platform/result.ts";
import { mirroredShredStore, openShredStore } from "../../src/platform/shred/index.server.ts";
import { createSuite } from "../../src/protocol/index.ts";
import { handedOverOn } from "../factories/mail-file.ts";
import { type Breakage, brokenKeys, lateCommits } from "./broken.server.ts";
import { controlPaths, type GivenPost } from "./post-wire.server.ts";

/** Shorter than in the house (a minute), still longer than any beginning that gives up takes. */
const KEYS_PAUSE_MS = 1500;

const given = JSON.parse(readFileSync(process.env["FAULTS_POST"] ?? "", "utf8")) as GivenPost;
const breakage = process.env["FAULTS_BREAKAGE"] as Breakage | undefined;
const bytes = (text: string): Buffer => Buffer.from(text, "base64url");
const women = given.women.map((one) => ({ ...one, sealKey: bytes(one.sealKey) }));

/** What other parts of the house would have written. */
async function furnish(database: Database): Promise<void> {
  const { jour, face } = given;
  await database.shared(async (tx) => {
    const rows = "insert into jours (id, slug, name, demo) values ($1, 'mira', 'Mira', true)";
    await tx.rows(`${rows} on conflict do nothing`, [jour]);
    await tx.rows(
      `insert into hosts (host, jour_id, face_id, is_primary)
       values ('mira.localhost', $1, $2, true) on conflict do nothing`,
      [jour, face],
    );
  });
  await database.tenant(jour, async (tx) => {
    for (const { id, name, teams, sealKey } of women)
      await tx.rows(
        `insert into members (id, jour_id, name, role, teams, status, enrolment, identity_key, seal_key, created_month)
         values ($1, $2, $3, 'volunteer', $4, 'active', '\\x00', $5, $6, '2026-11-01') on conflict do nothing`,
        [id, jour, name, teams, Buffer.alloc(32, id), sealKey],
      );
    for (const { team, id, statement, until } of given.teamKeys)
      await tx.rows(
        `insert into team_keys (jour_id, team, number, key_id, statement, until)
         values ($1, $2, 1, $3, $4, $5) on conflict do nothing`,
        [jour, team, bytes(id), bytes(statement), new Date(until)],
      );
  });
}

async function storesOf(config: Config) {
  const apart = { apartFrom: [databaseDirectory(config.dataDirectory)] };
  const mirror = await openShredStore(config.letterKeysMirror ?? "", apart);
  const first = await openShredStore(config.letterKeysDirectory, apart);
  return {
    letterKeys: brokenKeys(mirroredShredStore(first, mirror), breakage),
    mailKeys: await openShredStore(config.mailKeysDirectory, apart),
  };
}

/** Letters, bookings and mail, put together as in the house. */
async function openRooms(database: Database, config: Config, now: () => number) {
  const { letterKeys, mailKeys } = await storesOf(config);
  const file = handedOverOn(given.lmtp)(given.relay);
  const mail = openMail({
    ...{ database, keys: mailKeys, file, now },
    origin: (host) => `https://${host}`,
  });
  const suite = await createSuite();
  const letters = openLetters({
    ...{ database, suite, keys: letterKeys, now },
    ...{ ordinaryMail: mail.ordinary, trust: async () => undefined, members: async () => women },
    ...{
      pass: async () => ok(),
      count: () => undefined,
      mayBegin: async () => true,
      inWords: async (_, text: string) => text,
      besideLetters: async () => undefined,
      answerTimes: () => new Map(),
    },
    sign: async () => undefined,
  });
  const members = async () => women;
  const counselling = openCounselling(
    {
      ...{ database, suite, now, members, find: letters.find, aside: letters.aside },
      clearance: async () => ok(),
    },
    {
      secret: "faults",
      mail: { from: mail.addressOf, queue: (tx, from, what) => mail.outbox.queue(tx, from, what) },
    },
  );
  return { letters, mail, counselling };
}
type Rooms = Awaited<ReturnType<typeof openRooms>>;

/** What in the house a clock does. */
function controls({ letters, mail }: Rooms, setAhead: (milliseconds: number) => void): Door[] {
  const control = (path: string, work: () => Promise<unknown>): Door =>
    defineDoor({
      ...{ method: "POST", host: "jour", access: "anyone", path: `${path}/:ahead` },
      async handle({ params }) {
        setAhead(Number(params["ahead"]));
        await work();
        return ok();
      },
    });
  return [
    control(controlPaths.sweep, () => letters.sweep(given.jour)),
    control(controlPaths.send, () => mail.outbox.tend(given.jour)),
  ];
}

async function main(): Promise<void> {
  const read = readConfig(process.env);
  if (!read.ok || read.value.faults === undefined) throw new Error("started by tests/faults only");
  const config = read.value;
  takeFaultOrders(config.faults ?? "");
  // Orders for the start itself come before.
  await new Promise<void>((go) => process.on("message", (message) => message === "go" && go()));
  const opened = await openDatabase({ dataDirectory: config.dataDirectory });
  const database = lateCommits(opened, breakage);
  await furnish(database);
  let ahead = 0;
  const rooms = await openRooms(database, config, () => Date.now() + ahead);
  await rooms.mail.serve(rooms.letters);
  const app = createRouter({
    ...{ config, database, hosts: hostBook(database) },
    doors: [
      ...rooms.letters.doors,
      ...rooms.counselling.doors,
      ...controls(rooms, (milliseconds) => (ahead = milliseconds)),
    ],
    actorOf: async (request) => {
      const memberId = request.headers.get("x-member");
      if (memberId === null) return { kind: "nobody" };
      return {
        kind: "member",
        memberId,
        role: "coordinator",
        teams: ["letters", "intake"],
        sessionId: memberId,
      };
    },
    faultPage: () => ({ status: 404, headers: {}, body: "" }),
  });
  const cold = { upgrade: () => undefined, request: () => false };
  const { port } = await startHttpServer(config, app, cold);
  process.on("disconnect", () => process.exit(1));
  process.send?.({ ready: port });
  const failed = (error: unknown): void =>
    log.error("tending-failed", { part: "recover", error: errorFields(error) });
  await rooms.letters.recover([given.jour], KEYS_PAUSE_MS).catch(failed);
  await rooms.mail.recover([given.jour], KEYS_PAUSE_MS).catch(failed);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exit(1);
});
