import { randomBytes, randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach } from "vitest";
import { board } from "../../src/counselling/board.server.ts";
import type { Companion, Willing } from "../../src/counselling/contract.ts";
import { SeekerBooking } from "../../src/counselling/seeker-booking.server.ts";
import { OwnAsks } from "../../src/counselling/supporters/own.server.ts";
import { SupporterTeam } from "../../src/counselling/supporters/service.server.ts";
import type { SupporterDeps } from "../../src/counselling/supporters/shared.server.ts";
import type { JourId } from "../../src/platform/database/index.server.ts";
import { uuidBytes } from "../../src/platform/ids.ts";
import { fail, ok } from "../../src/platform/result.ts";
import { createSuite, type Suite } from "../../src/protocol/index.ts";
import { writeBrief } from "../../src/protocol/supporters/index.ts";
import { type FreshDatabase, freshDatabase } from "./database.server.ts";

// A jour with three who are willing to come along, for tests of supporters on a real database.

export let database: FreshDatabase;
export let jour: JourId;
let suite: Suite;
let deps: SupporterDeps;
export let team: SupporterTeam;
export let own: OwnAsks;
export let hers: SeekerBooking;
let women: string[];
let seal: Uint8Array;
/** Whoever is on leave, and who was mailed. */
export const away = new Set<string>();
export const mailed: string[] = [];
export const willing: Willing = { visits: ["court"], places: ["Lund"], days: [] };

export function withSupporters(): void {
  beforeAll(async () => {
    [database, suite] = await Promise.all([freshDatabase(), createSuite()]);
    seal = await suite.xwing.publicKey(randomBytes(32));
  });
  afterAll(() => database.close());

  /** Anna, Sara and Lena; the last is not in the team. A token is the mailbox's id. */
  beforeEach(async () => {
    away.clear();
    mailed.length = 0;
    jour = await database.jour(`j${randomBytes(4).toString("hex")}`);
    women = [randomUUID(), randomUUID(), randomUUID()];
    for (const id of women)
      await database.tenant(jour, (tx) =>
        tx.rows(
          `insert into members (id, jour_id, name, role, teams, status, enrolment, identity_key, seal_key, created_month)
         values ($1, $2, $3, 'volunteer', '{intake}', 'active', '\\x00', $4, $5, '2026-10-01')`,
          [id, jour, id.slice(0, 8), randomBytes(32), randomBytes(1216)],
        ),
      );
    deps = {
      ...{ database, suite, now: () => Date.parse("2026-11-21T12:00:00Z") },
      members: async () =>
        women.map((id, at) => ({
          ...{ id, name: `Nr ${at}`, sealKey: seal, teams: at === 2 ? ["letters"] : ["intake"] },
        })),
      find: async (_, token) => (token.length === 16 ? ok(token) : fail("mailbox-unknown")),
      clearance: async (_, member) => (away.has(member) ? fail("on-leave") : ok()),
      aside: { close: async (_, __, clear) => clear, open: async (_, __, sealed) => sealed },
      mailFrom: async () => "jour@example.org",
      tell: async (_, from, __, member) => void mailed.push(`${from} ${member}`),
    };
    [team, own, hers] = [new SupporterTeam(deps), new OwnAsks(deps), new SeekerBooking(deps)];
    for (const id of women) await own.offer(by(id), willing);
  });
}

export const by = (member: string) => ({ jour, member });
export const [anna, sara, lena] = [
  () => women[0] ?? "",
  () => women[1] ?? "",
  () => women[2] ?? "",
];

export async function request(name: "intake" | "letters" = "intake"): Promise<Buffer> {
  const id = randomBytes(16);
  await database.tenant(jour, (tx) =>
    tx.rows(
      `insert into mailboxes (id, jour_id, team, face_id, kind, token_hash, oldest_key, active_on, expires_on)
       values ($1, $2, $3, $4, 'sealed', $5, 1, '2026-10-01', '2026-10-31')`,
      [id, jour, name, randomUUID(), randomBytes(32)],
    ),
  );
  return id;
}
interface Writing {
  readonly from?: string;
  readonly ask?: Uint8Array;
  readonly after?: Uint8Array;
  readonly number?: number;
}
export async function briefTo(
  mailbox: Uint8Array,
  member: string,
  how: Writing = {},
): Promise<Uint8Array> {
  const { from = anna(), ask = randomBytes(16), after, number = after ? 2 : 1 } = how;
  return writeBrief(suite, randomBytes(32), {
    header: {
      ...{ jour: uuidBytes(jour), mailbox, ask, to: uuidBytes(member), author: uuidBytes(from) },
      previous: after ? await suite.sha256(after) : new Uint8Array(32),
      ...{ number, teamKey: randomBytes(32) },
    },
    content: { at: 0, visit: "court", town: "Lund", date: "", text: "" },
    to: { seal, sealKeyHash: await suite.sha256(seal) },
    team: seal,
  });
}
export const askHer = async (mailbox: Uint8Array, member: string, from = anna()) =>
  team.ask(by(from), mailbox, member, await briefTo(mailbox, member, { from }));
/** What she can read now. */
export const readBy = async (member: string): Promise<number> =>
  (await own.look(by(member))).asks.flatMap(({ briefs }) => briefs).length;
export const yes = (alias: string) => ({ yes: true, alias });
export const told = async (mailbox: Buffer): Promise<Companion | undefined> => {
  const times = await hers.times(jour, mailbox);
  return times.ok ? times.value.companion : undefined;
};
export const stageOf = async (mailbox: Buffer): Promise<string | undefined> =>
  (await board(deps, by(anna()))).standings.find(
    (one) => one.mailbox === mailbox.toString("base64url"),
  )?.stage;
