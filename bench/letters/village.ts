import { createHash, randomBytes, randomUUID } from "node:crypto";
import { join } from "node:path";
import { sealFrame } from "../../src/letters/frames.server.ts";
import {
  type Database,
  type JourId,
  databaseDirectory,
  openDatabase,
} from "../../src/platform/database/index.server.ts";
import { uuidBytes } from "../../src/platform/ids.ts";
import { openShredStore, type ShredStore } from "../../src/platform/shred/index.server.ts";
import { LETTERS } from "../../src/protocol/index.ts";
import { describeMailbox, writeLetter } from "../../src/protocol/letters/index.ts";
import { type TeamKeyAtHand, teamKeyOf } from "../../src/protocol/testing/post.ts";
import { createWorld, DAY, type World } from "../../src/protocol/testing/world.ts";
import { houseDirectories } from "../frame/house.ts";

/** What the house finds when it starts: a jour, somebody of its letter team, and letters. */
export interface Village {
  readonly database: Database & { stop(): Promise<void> };
  readonly jour: JourId;
  readonly host: string;
  /** Of her who reads the inbox. */
  readonly cookie: string;
  /** As the wire names them. */
  readonly mailboxes: readonly string[];
  /** Of each writer what she sends next, one after the other. */
  readonly writers: readonly Writer[];
}

export interface Writer {
  readonly token: string;
  readonly letters: readonly string[];
}

export interface VillagePlan {
  readonly mailboxes: number;
  readonly writers: number;
  readonly lettersEach: number;
}

interface Jour {
  readonly id: JourId;
  readonly face: string;
  readonly world: World;
  readonly team: TeamKeyAtHand;
}

const HOST = "jour.localhost";
const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString("base64url");
const uuidOf = (bytes: Uint8Array): string =>
  Buffer.from(bytes)
    .toString("hex")
    .replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");

export async function foundVillage(directory: string, plan: VillagePlan): Promise<Village> {
  const { data } = houseDirectories(directory);
  const database = await openDatabase({ dataDirectory: data });
  const apart = { apartFrom: [databaseDirectory(data)] };
  const keys = await openShredStore(join(directory, "letter-keys"), apart);
  const jour = await foundJour(database);
  const cookie = await signIn(database, jour);
  const mailboxes = await fill(database, keys, jour, plan.mailboxes);
  const writers: Writer[] = [];
  for (let n = 0; n < plan.writers; n++)
    writers.push(await writer(database, keys, jour, plan.lettersEach));
  return { database, jour: jour.id, host: HOST, cookie, mailboxes, writers };
}

async function foundJour(database: Database): Promise<Jour> {
  const id = randomUUID() as JourId;
  const world = await createWorld({ jour: uuidBytes(id), now: Date.now() });
  const team = await teamKeyOf(world, { until: world.now + 7 * DAY });
  const face = uuidOf(world.face);
  await database.shared(async (tx) => {
    const jour = "insert into jours (id, slug, name, demo) values ($1, 'jour', 'Jour', false)";
    await tx.rows(jour, [id]);
    await tx.rows(
      "insert into hosts (host, jour_id, face_id, is_primary) values ($1, $2, $3, true)",
      [HOST, id, face],
    );
  });
  await database.tenant(id, (tx) =>
    tx.rows(
      `insert into team_keys (jour_id, team, number, key_id, statement, until)
       values ($1, $2, 1, $3, $4, $5)`,
      [id, LETTERS, team.key.id, team.statement, new Date(world.now + 7 * DAY)],
    ),
  );
  return { id, face, world, team };
}

/** Resolves to her cookie. */
async function signIn(database: Database, { id }: Jour): Promise<string> {
  const [token, member] = [randomBytes(32), randomUUID()];
  const hash = createHash("sha256").update(token).digest();
  await database.tenant(id, async (tx) => {
    await tx.rows(
      `insert into members (id, jour_id, name, role, teams, status, enrolment, identity_key, seal_key, created_month)
       values ($1, $2, 'Sara', 'volunteer', $3, 'active', '', $4, $5, date_trunc('month', now()))`,
      [member, id, [LETTERS], randomBytes(32), randomBytes(1216)],
    );
    await tx.rows(
      `insert into staff_sessions (token_hash, id, jour_id, member_id, way, started_at, idle_until, expires_at)
       values ($1, $2, $3, $4, 'passkey', now(), $5, $5)`,
      [hash, randomUUID(), id, member, new Date(Date.now() + DAY / 4)],
    );
  });
  return `__Host-lykta=${token.toString("base64url")}`;
}

interface Made {
  readonly id: Uint8Array;
  readonly token: Uint8Array;
  readonly box: Uint8Array;
  /** Her first, and what comes after. */
  readonly letters: readonly Uint8Array[];
}

/** As a browser seals it; without stretching words, which the server has no part in. */
async function sealed({ id: jour, world, team }: Jour, letters: number): Promise<Made> {
  const { suite, face, now } = world;
  const keys = { sign: suite.random(32), seal: suite.random(32) };
  const { id, mailbox, bytes } = await describeMailbox(suite, uuidBytes(jour), keys);
  const made: Uint8Array[] = [];
  for (let number = 1; number <= letters; number++) {
    const last = made.at(-1);
    made.push(
      await writeLetter(suite, keys.sign, {
        header: {
          ...{ mailbox: id, face, author: "seeker", number, teamKey: team.key.id, attachments: [] },
          previous: last ? await suite.sha256(last) : new Uint8Array(32),
        },
        content: { at: now, alias: "", text: "Hej. ".repeat(80), code: "kept", attachments: [] },
        ...{ team: team.key.seal, seeker: mailbox.seal },
      }),
    );
  }
  return { id, token: suite.random(32), box: bytes, letters: made };
}

const AT_ONCE = 500;

/** Letters of one woman in very many mailboxes: the server cannot tell, and the sizes are true. */
async function fill(
  database: Database,
  keys: ShredStore,
  jour: Jour,
  count: number,
): Promise<string[]> {
  const { box, letters } = await sealed(jour, 3);
  const all: string[] = [];
  for (let from = 0; from < count; from += AT_ONCE) {
    const made = await Promise.all(
      Array.from({ length: Math.min(AT_ONCE, count - from) }, () => randomBytes(16)).map(
        async (id) => ({ id, key: await keys.create(id) }),
      ),
    );
    await database.tenant(jour.id, async (tx) => {
      await tx.rows(
        `insert into mailboxes (id, jour_id, face_id, kind, token_hash, letters, last_n, oldest_key,
           waiting_since, active_on, expires_on, team)
         select id, $2, $3, 'sealed', sha256(id), 3, 3, 1,
                case when nr % 3 = 0 then now() - nr * interval '1 minute' end, now(), now() + interval '20 days', $4
           from unnest($1::bytea[]) with ordinality as given (id, nr)`,
        [made.map(({ id }) => id), jour.id, jour.face, LETTERS],
      );
      const frames = made.flatMap(({ id, key }) => [
        { id, n: 0, sealed: sealFrame(key, id, { n: 0, kind: "mailbox", bytes: box }) },
        ...letters.map((bytes, at) => ({
          ...{ id, n: at + 1 },
          sealed: sealFrame(key, id, { n: at + 1, kind: "letter", bytes }),
        })),
      ]);
      await tx.rows(
        `insert into mailbox_frames (jour_id, mailbox_id, n, sealed)
         select $1, * from unnest($2::bytea[], $3::int[], $4::bytea[])`,
        [
          jour.id,
          frames.map(({ id }) => id),
          frames.map(({ n }) => n),
          frames.map((frame) => frame.sealed),
        ],
      );
    });
    all.push(...made.map(({ id }) => text(id)));
  }
  return all;
}

/** Somebody who has written once, and what she sends when the load begins. */
async function writer(
  database: Database,
  keys: ShredStore,
  jour: Jour,
  letters: number,
): Promise<Writer> {
  const { id, token, box, letters: all } = await sealed(jour, letters + 1);
  const [first = box, ...later] = all;
  const key = await keys.create(id);
  await database.tenant(jour.id, async (tx) => {
    await tx.rows(
      `insert into mailboxes (id, jour_id, face_id, kind, token_hash, letters, last_n, oldest_key,
         waiting_since, active_on, expires_on, team)
       values ($1, $2, $3, 'sealed', sha256($4), 1, 1, 1, now(), now(), now() + interval '20 days', $5)`,
      [id, jour.id, jour.face, token, LETTERS],
    );
    for (const frame of [
      { n: 0, kind: "mailbox", bytes: box },
      { n: 1, kind: "letter", bytes: first },
    ] as const)
      await tx.rows(
        "insert into mailbox_frames (jour_id, mailbox_id, n, sealed) values ($1, $2, $3, $4)",
        [jour.id, id, frame.n, sealFrame(key, id, frame)],
      );
  });
  return { token: text(token), letters: later.map(text) };
}
