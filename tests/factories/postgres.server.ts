import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { appendFileSync, chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { ownerOf, chooseRunner, giveTo } from "../../src/platform/database/runner.server.ts";
import { ended, freePort } from "./programs.server.ts";

/** Where Debian puts PostgreSQL 15. */
export const debianPostgres = process.env["LYKTA_POSTGRES_BIN"] ?? "/usr/lib/postgresql/15/bin";

export interface ClusterOptions {
  readonly settings?: Readonly<Record<string, string>>;
  /** Copies this running one and follows it. */
  readonly standbyOf?: { readonly cluster: Cluster; readonly name: string };
  /** False: may lose everything with the machine, and is quicker. */
  readonly durable?: boolean;
}

/** One PostgreSQL of the system on the loopback, in a temporary directory, which can be struck in every way. */
export interface Cluster {
  readonly port: number;
  url(database?: string): string;
  start(): Promise<void>;
  /** SIGKILL to all of its processes at once, as when the machine loses power. */
  kill(): Promise<void>;
  /** SIGSTOP or SIGCONT to all of its processes: it hangs, its connections stay open. */
  signal(signal: "SIGSTOP" | "SIGCONT"): void;
  /** Of a standby: it takes writes from now on. */
  promote(): Promise<void>;
  query<Row extends pg.QueryResultRow>(sql: string): Promise<Row[]>;
  queryIn<Row extends pg.QueryResultRow>(database: string, sql: string): Promise<Row[]>;
  close(): Promise<void>;
}

export async function openCluster(options: ClusterOptions = {}): Promise<Cluster> {
  const home = mkdtempSync(join(tmpdir(), `lykta-postgres-`));
  chmodSync(home, 0o755);
  const place = new Place(home, await freePort());
  const { standbyOf, durable = true } = options;
  if (standbyOf) place.copy(standbyOf.cluster.port, standbyOf.name);
  else place.initialise(durable);
  place.configure({ ...(durable ? {} : { fsync: "off" }), ...options.settings });
  await place.start();
  return place;
}

class Place implements Cluster {
  readonly port: number;
  readonly #home: string;
  readonly #data: string;
  readonly #runner;
  #child: ChildProcess | undefined;

  constructor(home: string, port: number) {
    this.#home = home;
    this.#data = join(home, "cluster");
    this.port = port;
    this.#runner = chooseRunner(join(debianPostgres, "postgres"), home);
    const owner = ownerOf(this.#runner);
    if (owner !== undefined) giveTo(home, owner);
  }

  initialise(durable: boolean): void {
    const args = ["-D", this.#data, "--username=postgres", "--auth=trust", "--encoding=UTF8"];
    this.#run("initdb", ...args, "--locale=C.UTF-8", ...(durable ? [] : ["--no-sync"]));
  }

  copy(port: number, name: string): void {
    const from = `host=127.0.0.1 port=${port} user=postgres application_name=${name}`;
    const args = ["-D", this.#data, "-d", from, "-R", "-X", "stream", "-c", "fast", "--no-sync"];
    this.#run("pg_basebackup", ...args);
  }

  configure(settings: Readonly<Record<string, string>>): void {
    const all = {
      ...{ listen_addresses: "127.0.0.1", port: String(this.port), max_connections: "120" },
      ...{ unix_socket_directories: this.#home, jit: "off", wal_retrieve_retry_interval: "200ms" },
      ...settings,
    };
    const lines = Object.entries(all).map(([name, value]) => `${name} = '${value}'\n`);
    appendFileSync(join(this.#data, "postgresql.conf"), lines.join(""));
  }

  url(database = "postgres"): string {
    return `postgresql://postgres@127.0.0.1:${this.port}/${database}`;
  }

  async start(): Promise<void> {
    rmSync(join(this.#data, "postmaster.pid"), { force: true });
    const [file = "", ...args] = [
      ...this.#runner.wrapper,
      ...[join(debianPostgres, "postgres"), "-D", this.#data],
    ];
    // A group of its own, so that one signal reaches all of its processes.
    const child = spawn(file, args, {
      ...this.#runner.user,
      ...{ cwd: "/", detached: true, stdio: ["ignore", "ignore", "pipe"] },
    });
    this.#child = child;
    let said = "";
    child.stderr?.on("data", (part: Buffer) => (said = (said + part.toString()).slice(-4000)));
    for (let attempt = 0; attempt < 600; attempt++) {
      if (child.exitCode !== null) throw new Error(`PostgreSQL did not start:\n${said}`);
      const isOpen = await this.query("select 1").then(
        () => true,
        () => false,
      );
      if (isOpen) return;
      await sleep(50);
    }
    throw new Error(`PostgreSQL does not answer:\n${said}`);
  }

  async kill(): Promise<void> {
    this.#signal("SIGKILL");
    if (this.#child) await ended(this.#child, "SIGKILL");
  }

  signal(signal: "SIGSTOP" | "SIGCONT"): void {
    this.#signal(signal);
  }

  async promote(): Promise<void> {
    await this.query("select pg_promote(true, 30)");
  }

  query<Row extends pg.QueryResultRow>(sql: string): Promise<Row[]> {
    return this.queryIn("postgres", sql);
  }

  async queryIn<Row extends pg.QueryResultRow>(database: string, sql: string): Promise<Row[]> {
    const client = new pg.Client({ connectionString: this.url(database) });
    client.on("error", () => undefined);
    await client.connect();
    try {
      return (await client.query<Row>(sql)).rows;
    } finally {
      await client.end();
    }
  }

  async close(): Promise<void> {
    this.#signal("SIGCONT");
    await this.kill();
    rmSync(this.#home, { recursive: true, force: true });
  }

  #signal(signal: NodeJS.Signals): void {
    for (const pid of this.#processes()) {
      try {
        process.kill(pid, signal);
      } catch {
        // It has just gone.
      }
    }
  }

  /** The postmaster makes a session for each of its children: they are found as its children. */
  #processes(): number[] {
    const first = this.#child?.pid;
    if (first === undefined || this.#child?.exitCode !== null) return [];
    const listed = spawnSync("ps", ["-e", "-o", "pid=,ppid="], { encoding: "utf8" }).stdout;
    const pairs = listed
      .trim()
      .split("\n")
      .map((line) => line.trim().split(/\s+/).map(Number));
    const found = [first];
    for (const parent of found)
      for (const [pid = 0, ppid] of pairs) if (ppid === parent) found.push(pid);
    return found;
  }

  #run(program: string, ...args: string[]): void {
    const [file = "", ...rest] = [
      ...this.#runner.wrapper,
      ...[join(debianPostgres, program), ...args],
    ];
    const options = { ...this.#runner.user, cwd: "/", encoding: "utf8" } as const;
    const { status, stderr } = spawnSync(file, rest, options);
    if (status !== 0) throw new Error(`${program} failed:\n${stderr}`);
  }
}
