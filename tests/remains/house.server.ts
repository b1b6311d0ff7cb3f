import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { joinEmbedded } from "../../src/platform/database/embedded.server.ts";
import type { House } from "../journeys/harness.server.ts";
import { searchFiles, searchMemory, searchOpenFiles } from "./places.server.ts";
import { type Canary, knownBytes } from "./canary.server.ts";
import type { Search } from "./search.server.ts";

const postgresOf = (house: House): string => join(house.dataDirectory, "postgres");

/** The server's processes by name: the program itself, and each of PostgreSQL's. */
export function processesOf(house: House): { pid: number; name: string }[] {
  const lock = readFileSync(join(postgresOf(house), "cluster/postmaster.pid"), "utf8");
  const postmaster = Number.parseInt(lock, 10);
  const children = numbersIn("/proc").filter((pid) => parentOf(pid) === postmaster);
  return [
    { pid: house.pid(), name: "the program" },
    ...[postmaster, ...children].map((pid) => ({ pid, name: "PostgreSQL" })),
  ];
}

const numbersIn = (directory: string): number[] =>
  readdirSync(directory).map(Number).filter(Number.isInteger);

function parentOf(pid: number): number | undefined {
  try {
    const [, after = ""] = readFileSync(`/proc/${pid}/stat`, "utf8").split(/\) \w /);
    return Number.parseInt(after, 10);
  } catch {
    return undefined;
  }
}

/** Data directory with heap, indexes, write-ahead log, statistics and log; shred store; what is held open; output. */
export function searchDisk(search: Search, house: House): void {
  searchFiles(search, house.dataDirectory);
  for (const { pid, name } of processesOf(house)) {
    if (existsSync(`/proc/${pid}/fd`)) searchOpenFiles(search, pid, name);
  }
  search.text(house.output(), "output of the program");
}

export function searchMemoryOf(search: Search, house: House): void {
  const seen = new Set<string>();
  for (const { pid, name } of processesOf(house)) {
    // A worker of PostgreSQL may end between the list and the look; the program itself may not.
    if (existsSync(`/proc/${pid}/maps`) || pid === house.pid()) {
      searchMemory(search, pid, name, seen);
    }
  }
}

/** What PostgreSQL still holds back in memory goes to its files. */
export const checkpoint = (house: House): Promise<void> =>
  asOwner(house, async (client) => void (await client.query("checkpoint")));

/** Every table as text, as a logical backup holds it: what lay compressed or apart is whole again. */
export const searchTables = (search: Search, house: House): Promise<void> =>
  asOwner(house, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      "select quote_ident(relname) as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace",
    );
    for (const { name } of rows) {
      const copies = await client.query<{ copy: string }>(`select t::text as copy from ${name} t`);
      search.text(copies.rows.map(({ copy }) => copy).join("\n"), `table ${name}`);
    }
  });

async function asOwner(house: House, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const embedded = joinEmbedded(postgresOf(house));
  if (!embedded) throw new Error("the house has no database");
  const client = new pg.Client(embedded.connection("lykta"));
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

/** The key of the one conversation that goes on. */
export function shredKeyOf(house: House): Canary {
  const shred = join(house.dataDirectory, "shred");
  const [file = "", ...others] = readdirSync(shred);
  if (others.length > 0) throw new Error("more than one conversation goes on");
  return knownBytes("the key of the conversation", readFileSync(join(shred, file)));
}
