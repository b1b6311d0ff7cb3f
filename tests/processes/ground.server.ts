import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { paths } from "../../src/conversations/contract.ts";
import { starterFace } from "../../src/entry/starter.ts";
import { addFederationHost, createJour, createPeople } from "../../src/people/index.server.ts";
import { readConfig } from "../../src/platform/config.server.ts";
import type { Database, JourId } from "../../src/platform/database/index.server.ts";
import type { TrustBundle } from "../../src/protocol/index.ts";
import { createFace } from "../../src/site/index.server.ts";
import { appAt, askAt } from "../factories/asking.server.ts";
import {
  type HouseToAsk,
  openVolunteer,
  type Volunteer,
} from "../factories/conversation-sides.server.ts";
import { MIRA } from "../factories/conversations.server.ts";
import { bytes, Desk, foundedBy, joined, suite, type Woman } from "../factories/people.server.ts";
import { freePort } from "../factories/programs.server.ts";
import { openProxy, type Proxy } from "../factories/proxy.server.ts";
import { type Program, programAt } from "../factories/running-program.server.ts";
import { statementOf, type TrustedWoman } from "../factories/trust.server.ts";

export interface GroundOptions {
  /** A migrated database without any jour, and where the programs find it. */
  readonly database: Database;
  readonly url: string;
  readonly environment?: Readonly<Record<string, string>>;
  /** What stands before the processes: HAProxy, unless told otherwise. */
  readonly front?: typeof openProxy;
}

/** Two processes of the built program on one database and one shred store, behind HAProxy; a founded jour. */
export interface Ground {
  readonly a: Program;
  readonly b: Program;
  readonly proxy: Proxy;
  readonly keys: string;
  readonly jour: JourId;
  readonly face: string;
  /** Everything is asked through the proxy. */
  readonly house: HouseToAsk;
  /** A new woman of the jour, on duty, her desk connected. */
  volunteer(capacity: number): Promise<OnDuty>;
  trust(): Promise<TrustBundle>;
  close(): Promise<void>;
}

export interface OnDuty extends Volunteer {
  readonly statement: Uint8Array;
  readonly seed: Uint8Array;
}

const SECRET = "a secret that all processes of the test share";

export async function openGround(options: GroundOptions): Promise<Ground> {
  const { database, url, environment = {}, front = openProxy } = options;
  const scratch = mkdtempSync(join(tmpdir(), "lykta-processes-"));
  const keys = join(scratch, "keys");
  const jour = await foundJour(database);
  const all = { DATABASE_URL: url, LYKTA_SHRED: keys, LYKTA_SECRET: SECRET, ...environment };
  const program = async (name: string): Promise<Program> =>
    programAt(await freePort(), { ...all, LYKTA_DATA: join(scratch, name) });
  const [a, b] = [await program("a"), await program("b")];
  await Promise.all([a.start(), b.start()]);
  const proxy = await front({ a: a.port, b: b.port });
  return {
    ...{ a, b, proxy, keys, jour, ...(await staff(database, jour, proxy.port)) },
    async close() {
      await Promise.all([a.stop(), b.stop()]);
      await proxy.close();
      rmSync(scratch, { recursive: true, force: true });
    },
  };
}

/** As `npm run lykta -- found` makes it. */
async function foundJour(database: Database): Promise<JourId> {
  const made = await createJour(database, {
    ...{ slug: "mira", name: "Mira", demo: false },
    faces: [
      {
        host: MIRA,
        create: (tx, id, position) => createFace(tx, { ...starterFace("Mira"), id, position }),
      },
    ],
  });
  if (!made.ok) throw new Error(made.code);
  // The last thing that the demo would make: with it there, no demo is made.
  await addFederationHost(database, "localhost");
  return made.value;
}

/** The women of the jour, who ask through the proxy as their browsers would. */
async function staff(database: Database, jour: JourId, port: number) {
  const read = readConfig({ LYKTA_SECRET: SECRET });
  if (!read.ok) throw new Error("the demo needs no configuration");
  const people = await createPeople({ database, config: read.value });
  const desks = {
    ...{ people, jour, otherJour: jour, database: database as never, clock: { now: Date.now() } },
    desk: (host = MIRA) => new Desk(appAt(port), host),
    close: async () => undefined,
  };
  const coordinator = await foundedBy(desks);
  const women = new Map<string, Woman>();
  const ask: HouseToAsk["ask"] = async (method, path, body, asked = {}) => {
    const cookie = women.get(asked.member ?? "")?.desk.cookie ?? "";
    const headers = { Origin: `http://${MIRA}` };
    const heard = await askAt(port, method, path, { cookie, headers, body });
    const isJson = heard.headers["content-type"]?.includes("json");
    return { ...heard, body: isJson ? (JSON.parse(heard.text) as unknown) : heard.text };
  };
  const trust = async (): Promise<TrustBundle> => {
    const { body } = await ask("GET", paths.trust);
    const { log, directory } = body as { log: string[]; directory: string };
    return { log: log.map(bytes), directory: bytes(directory) };
  };
  const { rows } = await database.raw.query<{ face_id: string }>(
    "select face_id from hosts where host = $1",
    [MIRA],
  );
  const face = rows[0]?.face_id ?? "";
  const house: HouseToAsk = { port, ask };
  return {
    ...{ face, house, trust },
    async volunteer(capacity: number): Promise<OnDuty> {
      const woman = await joined(coordinator, desks);
      women.set(woman.member, woman);
      const seed = suite.random(32);
      const { log } = await trust();
      const head = await suite.sha256(log.at(-1) ?? new Uint8Array());
      const who: TrustedWoman = { id: woman.member, identity: woman.identity.sign };
      const { statement } = await statementOf(suite, { jour, face, head }, who, { seed });
      const duty = async () => ({ statement, seed });
      const ground = { face, clock: { ahead: 0, jumped: 0 }, trust: { women: [who], duty } };
      return { ...(await openVolunteer(ground, house, who, capacity)), statement, seed };
    },
  };
}
