import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  type LetterDeps,
  type Letters,
  openLetters,
  type OrdinaryMail,
} from "../../src/letters/index.server.ts";
import { inboxPaths, letterPaths, type TeamName } from "../../src/letters/index.ts";
import { readConfig } from "../../src/platform/config.server.ts";
import type { JourId } from "../../src/platform/database/index.server.ts";
import { createRouter, type Door, hostBook } from "../../src/platform/http/index.server.ts";
import { uuidBytes } from "../../src/platform/ids.ts";
import { openShredStore } from "../../src/platform/shred/index.server.ts";
import { LETTERS, toBase64url, verifyTrust } from "../../src/protocol/index.ts";
import { sealShare } from "../../src/protocol/letters/index.ts";
import {
  type Box,
  mailboxOf,
  type TeamKeyAtHand,
  teamKeyOf,
} from "../../src/protocol/testing/post.ts";
import { createWorld, type World } from "../../src/protocol/testing/world.ts";
import { type FreshDatabase, freshDatabase } from "./database.server.ts";

export const MIRA = "mira.localhost";
const proof = {
  challenge: { parameters: {}, signature: "s" },
  solution: { counter: 0, derivedKey: "" },
};

export interface Answer {
  readonly status: number;
  readonly body: Record<string, unknown>;
}

export interface Visited {
  readonly status: number;
  readonly text: string;
  readonly headers: Headers;
  /** Where it has led to. */
  readonly path: string;
}

export interface LetterHouse {
  readonly database: FreshDatabase;
  readonly jour: JourId;
  readonly world: World;
  readonly keysDirectory: string;
  readonly counted: string[];
  readonly clock: { ahead: number };
  readonly anna: string;
  readonly bea: string;
  readonly outsider: string;
  team: TeamKeyAtHand;
  isProofSpent: boolean;
  /** What another module has written, as its writer reads it. */
  inWords: LetterDeps["inWords"];
  besideLetters: LetterDeps["besideLetters"];
  readonly letters: Letters;
  /** A process begins anew, on the same disk. */
  restart(): Promise<void>;
  /** As the contact app asks; with `member` as the desk does. */
  ask(path: string, body: object, member?: string): Promise<Answer>;
  /** As a browser without script asks: no origin is named, and pages are read. */
  visit(
    path: string,
    form?: Readonly<Record<string, string>>,
    headers?: object,
    signal?: AbortSignal,
  ): Promise<Visited>;
  /** A key of a team, with shares for those who are in it now. */
  publishKey(team: TeamName, number?: number): Promise<TeamKeyAtHand>;
  /** Somebody is in these teams from now on. */
  moved(member: string, teams: readonly string[]): void;
  newBox(): Promise<Box>;
  /** Writes her first letter. */
  send(box: Box, letter?: Uint8Array): Promise<Answer>;
  close(): Promise<void>;
}

const noMail: OrdinaryMail = {
  send: async () => ({ ok: false, code: "mail-off" }),
  standings: async () => new Map(),
};

/** A jour with two women in the letter team and one outside it, and a team key that is current. */
export async function letterHouse(
  mail: (database: FreshDatabase) => OrdinaryMail = () => noMail,
  /** Doors of a module that builds upon letters. */
  above: (database: FreshDatabase, letters: Letters) => readonly Door[] = () => [],
  /** Of Anna, Bea and the one who is an outsider to letters. */
  teams: readonly (readonly string[])[] = [[LETTERS], [LETTERS], []],
): Promise<LetterHouse> {
  const database = await freshDatabase();
  const jour = await database.jour("mira");
  const world = await createWorld({ jour: uuidBytes(jour), now: Date.now() });
  const face = uuidText(world.face);
  await database.shared((tx) =>
    tx.rows("insert into hosts (host, jour_id, face_id, is_primary) values ($1, $2, $3, true)", [
      MIRA,
      jour,
      face,
    ]),
  );
  const keysDirectory = mkdtempSync(join(tmpdir(), "lykta-letter-keys-"));
  const women = await Promise.all(
    teams.map(async (hers: readonly string[], at) => {
      const seal = world.suite.random(32);
      const sealKey = await world.suite.xwing.publicKey(seal);
      return {
        id: randomUUID(),
        name: ["Anna", "Bea", "Cleo"][at] ?? "",
        teams: hers,
        seal,
        sealKey,
      };
    }),
  );
  await insertMembers(database, jour, women);
  const counted: string[] = [];
  const clock = { ahead: 0 };
  const open = async (): Promise<Letters> =>
    openLetters({
      ...{ database, suite: world.suite, keys: await openShredStore(keysDirectory) },
      now: () => Date.now() + clock.ahead,
      trust: async () => {
        const trust = await verifyTrust(world.suite, world.trust, {
          jour: world.jour,
          now: Date.now(),
        });
        return trust.ok ? trust.value : undefined;
      },
      members: async () => women,
      mayBegin: async () => true,
      inWords: (...said) => house.inWords(...said),
      besideLetters: (...inside) => house.besideLetters(...inside),
      ordinaryMail: mail(database),
      pass: async ({ challenge }) =>
        house.isProofSpent
          ? { ok: false, code: "proof-spent" }
          : challenge.signature === "s"
            ? { ok: true, value: undefined }
            : { ok: false, code: "proof-invalid" },
      count: ({ measure, bucket }) => void counted.push(`${measure} ${bucket}`),
      answerTimes: () => new Map(),
      sign: async (_, language) => ({
        language,
        face: {
          ...{ id: face, slug: "mira", name: "Kvinnojouren Mira", kind: "kvinnojour" },
          ...{ colour: "sea", tabTitle: "Mira" },
        },
        ...{ exitUrl: "https://www.smhi.se/", demo: false },
      }),
    });
  let letters = await open();
  let app = routerOf(database, [...letters.doors, ...above(database, letters)]);
  const house: LetterHouse = {
    ...{ database, jour, world, keysDirectory, counted, clock },
    anna: women[0]?.id ?? "",
    bea: women[1]?.id ?? "",
    outsider: women[2]?.id ?? "",
    team: await teamKeyOf(world),
    isProofSpent: false,
    inWords: async (_, text) => text,
    besideLetters: async () => undefined,
    get letters() {
      return letters;
    },
    async restart() {
      letters = await open();
      app = routerOf(database, [...letters.doors, ...above(database, letters)]);
    },
    async ask(path, body, member) {
      const headers = {
        ...{ host: MIRA, "sec-fetch-site": "same-origin", "content-type": "application/json" },
        ...(member === undefined ? {} : { "x-member": member }),
      };
      const sent = { method: "POST", headers, body: JSON.stringify(body) };
      const answer = await app.request(`http://${MIRA}${path}`, sent);
      return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
    },
    async visit(path, form, more = {}, signal) {
      const headers = { host: MIRA, accept: "text/html", ...more };
      const posted = form && { method: "POST", body: new URLSearchParams(form).toString() };
      const type = { "content-type": "application/x-www-form-urlencoded", ...headers };
      const gone = signal ? { signal } : {};
      const asked = posted ? { ...posted, ...gone, headers: type } : { headers };
      const answer = await app.request(`http://${MIRA}${path}`, asked);
      const to = answer.headers.get("location");
      if (answer.status === 303 && to !== null) return house.visit(to, undefined, more);
      return { status: answer.status, text: await answer.text(), headers: answer.headers, path };
    },
    moved(member, now) {
      const one = women.find(({ id }) => id === member);
      if (one) one.teams = now;
    },
    async publishKey(team, number = 1) {
      const key = await teamKeyOf(world, { team, number, seed: world.suite.random(32) });
      await publishKey(house, women, key, team);
      return key;
    },
    newBox: () => mailboxOf(world, house.team),
    async send(box, letter) {
      const [first] = box.letters;
      const text = (bytes: Uint8Array | undefined): string =>
        toBase64url(bytes ?? new Uint8Array());
      return house.ask(letterPaths.open, {
        ...{ proof, token: text(box.keys.token), mailbox: text(box.bytes) },
        letter: text(letter ?? first),
      });
    },
    async close() {
      await database.close();
      rmSync(keysDirectory, { recursive: true, force: true });
    },
  };
  await publishKey(house, women, house.team, LETTERS);
  return house;
}

async function publishKey(
  house: LetterHouse,
  women: readonly { id: string; sealKey: Uint8Array; teams: readonly string[] }[],
  { seed, key, statement }: TeamKeyAtHand,
  team: TeamName,
): Promise<void> {
  const { suite } = house.world;
  const shares: string[] = [];
  for (const { id, sealKey, teams } of women) {
    if (!teams.includes(team)) continue;
    const to = { member: uuidBytes(id), seal: sealKey, sealKeyHash: await suite.sha256(sealKey) };
    shares.push(toBase64url(await sealShare(suite, seed, key.id, to)));
  }
  const body = { statement: toBase64url(statement), shares };
  const done = await house.ask(inboxPaths.newKey, body, house.anna);
  if (done.status !== 200)
    throw new Error(`the team key was refused: ${JSON.stringify(done.body)}`);
}

function routerOf(database: FreshDatabase, doors: readonly Door[]) {
  const config = readConfig({});
  if (!config.ok) throw new Error("the demo needs no configuration");
  return createRouter({
    ...{ config: config.value, database, hosts: hostBook(database), doors },
    actorOf: async (request) => {
      const memberId = request.headers.get("x-member");
      if (memberId === null) return { kind: "nobody" };
      return {
        kind: "member",
        memberId,
        role: "coordinator",
        teams: ["conversations", "letters", "intake"],
        sessionId: randomUUID(),
      };
    },
    faultPage: () => ({ status: 404, headers: {}, body: "" }),
  });
}

async function insertMembers(
  database: FreshDatabase,
  jour: JourId,
  women: readonly { id: string; name: string; teams: readonly string[]; sealKey: Uint8Array }[],
): Promise<void> {
  await database.tenant(jour, async (tx) => {
    for (const { id, name, teams, sealKey } of women) {
      await tx.rows(
        `insert into members (id, jour_id, name, role, teams, status, enrolment, identity_key, seal_key, created_month)
         values ($1, $2, $3, 'volunteer', $4, 'active', '\\x00', $5, $6, '2026-11-01')`,
        [id, jour, name, teams, crypto.getRandomValues(new Uint8Array(32)), sealKey],
      );
    }
  });
}

export function uuidText(bytes: Uint8Array): string {
  const hex = Buffer.from(bytes).toString("hex");
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20),
  ].join("-");
}
