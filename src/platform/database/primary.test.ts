import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { soon } from "../../../tests/factories/soon.ts";
import { captureLog } from "../log.ts";
import { addressesOf } from "./addresses.ts";
import { type Embedded, joinEmbedded, startEmbedded } from "./embedded.server.ts";
import { isAway, openDatabase } from "./index.server.ts";

describe("an address", () => {
  test.each([
    ["of one host stays as it is", "postgresql://u:p@h:5/d?a=1", ["postgresql://u:p@h:5/d?a=1"]],
    [
      "of several is one of each",
      "postgresql://u:p@h:5,[::1]:6,k/d?target_session_attrs=read-write&sslmode=require",
      [
        "postgresql://u:p@h:5/d?sslmode=require",
        "postgresql://u:p@[::1]:6/d?sslmode=require",
        "postgresql://u:p@k/d?sslmode=require",
      ],
    ],
    [
      "of several sockets, likewise",
      "postgres://u@%2Frun%2Fa,%2Frun%2Fb/d?target_session_attrs=read-write",
      ["postgres://u@%2Frun%2Fa/d", "postgres://u@%2Frun%2Fb/d"],
    ],
    ["is nothing else for a comma elsewhere", "postgres://u@h/a,b", ["postgres://u@h/a,b"]],
  ])("%s", (_, url, addresses) => {
    expect(addressesOf(url)).toEqual(addresses);
  });
});

describe("a database that lies on one of several servers", () => {
  interface Server {
    readonly embedded: Embedded;
    readonly directory: string;
  }
  let home: string;
  let a: Server;
  let b: Server;
  let unmute: () => void;
  beforeAll(async () => {
    unmute = captureLog(() => undefined);
    home = mkdtempSync(join(tmpdir(), "lykta-two-"));
    [a, b] = await Promise.all([started("a"), started("b")]);
  });
  afterAll(async () => {
    for (const server of [a, b]) {
      signal(server, "SIGCONT");
      await joinEmbedded(server.directory)?.stop({ force: true });
    }
    rmSync(home, { recursive: true, force: true });
    unmute();
  });

  async function started(name: string): Promise<Server> {
    const directory = join(home, name);
    const options = { directory, onProgress: () => undefined, durable: false };
    const server = { directory, embedded: await startEmbedded(options) };
    await administer(server, `alter database postgres set lykta.server = '${name}'`);
    await administer(server, "create role lykta_app nologin");
    return server;
  }

  async function administer({ embedded }: Server, sql: string): Promise<void> {
    const client = new pg.Client(embedded.connection("postgres"));
    await client.connect();
    await client.query(sql);
    await client.end();
  }

  async function takesWrites(server: Server, isSo: boolean): Promise<void> {
    const value = isSo ? "off" : "on";
    await administer(server, `alter system set default_transaction_read_only = ${value}`);
    await administer(server, "select pg_reload_conf()");
  }

  function signal({ directory }: Server, name: NodeJS.Signals): void {
    try {
      const file = readFileSync(join(directory, "cluster/postmaster.pid"), "utf8");
      process.kill(Number.parseInt(file, 10), name);
    } catch {
      // It runs no more.
    }
  }

  async function open() {
    const hosts = [a, b].map(({ embedded }) => embedded.connection("postgres").host ?? "");
    const url = `postgresql://postgres@${hosts.map(encodeURIComponent).join(",")}/postgres`;
    const database = await openDatabase({ url });
    const at = async (): Promise<string | undefined> => {
      const sql = "select current_setting('lykta.server') as server";
      return (await database.raw.query<{ server: string }>(sql)).rows[0]?.server;
    };
    return { database, at };
  }

  test("is not waited for where it hangs: what was asked there fails at once, and can be asked again", async () => {
    await takesWrites(b, false);
    const { database, at } = await open();
    expect(await at()).toBe("a");
    const hanging = database.raw.query("select pg_sleep(60)").catch((error: unknown) => error);
    await new Promise((go) => setTimeout(go, 200));
    await takesWrites(b, true);
    signal(a, "SIGSTOP");
    expect(isAway(await hanging)).toBe(true);
    expect(await at()).toBe("b");
    await database.stop();
    signal(a, "SIGCONT");
  });

  test("is found on the one that takes writes, and again when that is another", async () => {
    await takesWrites(a, false);
    const { database, at } = await open();
    expect(await at()).toBe("b");
    const heard: string[] = [];
    await database.listen("greetings", (payload) => heard.push(payload));
    await takesWrites(a, true);
    signal(b, "SIGKILL");
    await soon(async () => expect(await at()).toBe("a"));
    await soon(() => expect(heard).toContain(""));
    await database.raw.query("notify greetings, 'hello'");
    await soon(() => expect(heard).toContain("hello"));
    expect(await database.shared((tx) => tx.row("select current_user as name"))).toEqual({
      name: "lykta_app",
    });
    await database.stop();
  });
});
