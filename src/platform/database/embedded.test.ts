import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { soon } from "../../../tests/factories/soon.ts";
import { captureLog } from "../log.ts";
import { joinEmbedded, startEmbedded } from "./embedded.server.ts";
import { databaseDirectory, openDatabase } from "./index.server.ts";

const isRoot = process.getuid?.() === 0;
const jour = { id: "6d1f6b0e-6f0e-4c55-8a44-1d2b0f3c4a5e", slug: "kept", name: "Kept" };
let home: string;

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "lykta-embedded-"));
});
afterEach(async () => {
  process.env["PATH"] = path;
  await joinEmbedded(databaseDirectory(home))?.stop({ force: true });
  rmSync(home, { recursive: true, force: true });
});
const path = process.env["PATH"];

const pidFile = (): string => join(databaseDirectory(home), "cluster/postmaster.pid");
const postmaster = (): number => Number.parseInt(readFileSync(pidFile(), "utf8"), 10);

/** A program that opens the database, writes one row, says so, and stays. */
async function neighbour(): Promise<{ kill(): Promise<void> }> {
  const index = new URL("./index.server.ts", import.meta.url).href;
  const code = `
    const { openDatabase } = await import(${JSON.stringify(index)});
    const database = await openDatabase({ dataDirectory: ${JSON.stringify(home)} });
    await database.shared((tx) => tx.rows(
      "insert into jours (id, slug, name) values ($1, $2, $3) on conflict do nothing",
      ${JSON.stringify(Object.values(jour))}));
    console.log("written");
    setInterval(() => {}, 1000);`;
  const args = ["--import", "tsx", "--input-type=module", "-e", code];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  await once(child.stdout, "data");
  return {
    async kill() {
      child.kill("SIGKILL");
      await once(child, "exit");
    },
  };
}

async function findRow(): Promise<unknown> {
  const database = await openDatabase({ dataDirectory: home });
  try {
    return await database.shared((tx) => tx.row("select id, slug, name from jours"));
  } finally {
    await database.stop();
  }
}

describe("what was committed survives", () => {
  test("the end of the application by SIGKILL: the next start joins the server that lives on, and stops it", async () => {
    const program = await neighbour();
    const before = postmaster();
    await program.kill();
    const database = await openDatabase({ dataDirectory: home });
    expect(postmaster()).toBe(before);
    expect(await database.shared((tx) => tx.row("select id, slug, name from jours"))).toEqual(jour);
    await database.stop();
    expect(existsSync(pidFile())).toBe(false);
  });

  test("the end of application and server by SIGKILL", async () => {
    const program = await neighbour();
    process.kill(postmaster(), "SIGKILL");
    await program.kill();
    expect(await findRow()).toEqual(jour);
  });

  test("the end of the server alone by SIGKILL: it is started again, and the same handle goes on", async () => {
    const release = captureLog(() => undefined);
    const database = await openDatabase({ dataDirectory: home });
    const write = (slug: string): Promise<unknown> =>
      database.shared((tx) =>
        tx.rows("insert into jours (id, slug, name) values (gen_random_uuid(), $1, $1)", [slug]),
      );
    await write("before");
    for (const slug of ["once", "twice"]) {
      const killed = postmaster();
      process.kill(killed, "SIGKILL");
      // A connection may outlive its server for a moment.
      await soon(() => expect(postmaster()).not.toBe(killed));
      await soon(() => write(slug));
    }
    const found = await database.shared((tx) => tx.rows("select slug from jours order by slug"));
    expect(found).toEqual([{ slug: "before" }, { slug: "once" }, { slug: "twice" }]);
    await database.stop();
    release();
    expect(existsSync(pidFile())).toBe(false);
  });

  test.runIf(process.platform === "linux")(
    "a lock that names a process which is something else by now",
    async () => {
      const program = await neighbour();
      process.kill(postmaster(), "SIGKILL");
      await program.kill();
      const innocent = spawn("sleep", ["60"]);
      const lock = readFileSync(pidFile(), "utf8");
      writeFileSync(pidFile(), lock.replace(/^\d+/, String(innocent.pid)));
      expect(await findRow()).toEqual(jour);
      expect(innocent.exitCode).toBeNull();
      innocent.kill();
    },
  );
});

describe("two programs on one directory", () => {
  test("start at once, and the server stays until the second has gone", async () => {
    const open = () => openDatabase({ dataDirectory: home });
    const [first, second] = await Promise.all([open(), open()]);
    await first.stop();
    expect(await second.shared((tx) => tx.row("select 1 as one"))).toEqual({ one: 1 });
    await second.stop();
    expect(existsSync(pidFile())).toBe(false);
  });
});

describe("the files of the database", () => {
  test("are closed to everybody else, and listen to no network", async () => {
    const database = await openDatabase({ dataDirectory: home });
    for (const name of ["", "cluster", "socket"]) {
      expect(statSync(join(databaseDirectory(home), name)).mode & 0o077, name).toBe(0);
    }
    expect(await database.shared((tx) => tx.row("show listen_addresses"))).toEqual({
      listen_addresses: "",
    });
    await database.stop();
  });

  test("may lie on a path that is too long for a socket", async () => {
    const deep = join(home, "a".repeat(60), "b".repeat(60));
    const database = await openDatabase({ dataDirectory: deep });
    expect(await database.shared((tx) => tx.row("select 1 as one"))).toEqual({ one: 1 });
    await database.stop();
  });

  test("tell no statement and no value in the log of the server", async () => {
    const database = await openDatabase({ dataDirectory: home });
    await expect(database.raw.query("select 'canary'::uuid")).rejects.toThrow("canary");
    await database.stop();
    expect(readFileSync(join(databaseDirectory(home), "postgres.log"), "utf8")).not.toContain(
      "canary",
    );
  });

  test("half made by a killed start are not taken for a database", async () => {
    mkdirSync(join(databaseDirectory(home), "cluster.abc"), { recursive: true, mode: 0o700 });
    expect(await findRow()).toBeUndefined();
  });
});

describe.runIf(isRoot)("as root, without user namespaces", () => {
  beforeEach(() => {
    // Nothing can be found there, unshare least of all.
    process.env["PATH"] = "/nonexistent";
  });

  test("the server runs as nobody, and later in a user namespace again", async () => {
    chmodSync(home, 0o755);
    const directory = databaseDirectory(join(home, "data"));
    const embedded = await startEmbedded({ directory, onProgress: () => undefined });
    const pid = Number.parseInt(
      readFileSync(join(directory, "cluster/postmaster.pid"), "utf8"),
      10,
    );
    expect(readFileSync(`/proc/${pid}/status`, "utf8")).toMatch(/^Uid:\s+65534/m);
    await embedded.stop();
    process.env["PATH"] = path;
    const again = await startEmbedded({ directory, onProgress: () => undefined });
    await again.stop();
  });

  test("a directory that nobody can enter is refused in a sentence", async () => {
    await expect(openDatabase({ dataDirectory: home })).rejects.toThrow(
      "PostgreSQL refuses to run as root",
    );
  });
});

test.runIf(isRoot)("an ordinary user needs nothing", () => {
  chmodSync(home, 0o777);
  const data = join(home, "data");
  const index = new URL("./index.server.ts", import.meta.url).href;
  const code = `
    const { openDatabase } = await import(${JSON.stringify(index)});
    const database = await openDatabase({ dataDirectory: ${JSON.stringify(data)} });
    console.log(JSON.stringify(await database.shared((tx) => tx.row("select current_user as name"))));
    await database.stop();`;
  const env = { ...process.env, HOME: home, TMPDIR: home };
  const user = { uid: 65534, gid: 65534 };
  const args = ["--import", "tsx", "--input-type=module", "-e", code];
  const child = spawnSync(process.execPath, args, { ...user, env, encoding: "utf8" });
  expect(child.stdout.trim(), child.stderr).toBe('{"name":"lykta_app"}');
});
