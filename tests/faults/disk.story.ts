import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, describe, expect, test } from "vitest";
import { findProgram } from "../factories/programs.server.ts";
import { type House, until } from "./house.server.ts";
import { mayMount, type Mount, smallDisk } from "./mounts.server.ts";
import { ask, askUntilDone } from "./sides.server.ts";
import { Undo } from "./story.server.ts";
import { groundOf } from "./truth.server.ts";

const undo = new Undo();
afterEach(() => undo.all());

const refused = { status: 503, body: { error: "try-again" } };
const alone = ["sara"];

describe.runIf(mayMount)("a shred store whose disk is full", () => {
  test("refuses to begin in a word, goes on with what lives, and begins again when there is room", async () => {
    const disk = smallDisk("size=64k,mode=700");
    undo.later(() => disk.unmount());
    const house = await undo.house({ keys: join(disk.path, "keys") });
    const keyFiles = (): string[] => readdirSync(house.keys);
    const living = await undo.talk(house);
    const empty = disk.fill();
    for (let attempt = 0; attempt < 5; attempt++) {
      expect(await ask(house.port, "/begin")).toEqual(refused);
    }
    // Nothing half made is left, not even by many who ask.
    expect(keyFiles()).toHaveLength(1);
    living.say();
    expect(await living.isThrough()).toBe(true);
    expect(await living.breaches()).toEqual([]);
    // An end needs no room, and takes the key along.
    await living.finish();
    expect(living.end).toBe("acknowledged");
    expect(keyFiles()).toEqual([]);
    empty();
    expect((await ask(house.port, "/begin"))?.status).toBe(200);
  });
});

const LOG_FILE = 16 * 1024 * 1024;

/** Bytes that PostgreSQL can still write before it needs another file of its log of changes. */
async function leftInLog(house: House): Promise<number> {
  const names = readdirSync(join(house.data, "postgres/cluster/pg_wal"));
  const newest =
    names
      .filter((name) => /^[0-9A-F]{24}$/.test(name))
      .toSorted()
      .at(-1) ?? "";
  const hex = (text = ""): number => Number.parseInt(text, 16);
  const end = hex(newest.slice(8, 16)) * 2 ** 32 + (hex(newest.slice(16)) + 1) * LOG_FILE;
  const { rows } = await groundOf(house).query("select pg_current_wal_insert_lsn() as at");
  const [high, low] = String((rows[0] as { at: string }).at).split("/");
  return end - hex(high) * 2 ** 32 - hex(low);
}

describe.runIf(mayMount)("a database whose disk is full", () => {
  async function onSmallDisk(): Promise<{ house: House; disk: Mount }> {
    const disk = smallDisk("size=260m,mode=700");
    undo.later(() => disk.unmount());
    return { disk, house: await undo.house({ data: join(disk.path, "data") }) };
  }

  test("refuses in a word, and goes on by itself when there is room", async () => {
    const { house, disk } = await onSmallDisk();
    const talk = await undo.talk(house, alone);
    const empty = disk.fill();
    // Until no page more can be added to the tables.
    do talk.say(16_000);
    while (await talk.isThrough(3000));
    let answer = await ask(house.port, "/begin");
    for (let begun = 0; answer?.status === 200 && begun < 500; begun++) {
      answer = await ask(house.port, "/begin");
    }
    expect(answer).toEqual(refused);
    empty();
    expect(await talk.isThrough()).toBe(true);
    expect(await talk.breaches()).toEqual([]);
    expect((await askUntilDone(() => house.port, "/begin", 30_000))?.status).toBe(200);
  });

  test("may even lose its server, which starts again when there is room", async () => {
    const { house, disk } = await onSmallDisk();
    const talk = await undo.talk(house, alone);
    const log = join(house.data, "postgres/postgres.log");
    const hasPanicked = (): boolean => readFileSync(log, "utf8").includes("PANIC");
    // No room for another file of its log of changes: PostgreSQL stops itself when it needs one.
    while ((await leftInLog(house)) > 6_000_000) {
      for (let said = 0; said < 10; said++) talk.say(60_000);
      expect(await talk.isThrough()).toBe(true);
    }
    const empty = disk.fill(12_000_000);
    for (let said = 0; said < 400; said++) talk.say(60_000);
    expect(await until(hasPanicked, 60_000)).toBe(true);
    expect(await ask(house.port, "/begin")).toMatchObject({ status: 503 });
    empty();
    expect(await talk.isThrough(90_000)).toBe(true);
    expect(await talk.breaches()).toEqual([]);
  });
});

describe("a database that does not answer", () => {
  test("is given up in time, in a word, and goes on by itself when it answers again", async () => {
    const house = await undo.house();
    const talk = await undo.talk(house);
    const stopped = house.postgres();
    undo.later(() => house.strikePostgres("SIGCONT", stopped));
    house.strikePostgres("SIGSTOP", stopped);
    talk.say();
    // Within the time that a page waits for an answer (twenty seconds here), not some time.
    expect(await ask(house.port, "/begin")).toEqual(refused);
    house.strikePostgres("SIGCONT", stopped);
    expect(await talk.isThrough()).toBe(true);
    expect(await talk.breaches()).toEqual([]);
    expect((await askUntilDone(() => house.port, "/begin", 30_000))?.status).toBe(200);
  });
});

const strace = findProgram("strace");

/** Every fsync of these processes takes so long, until what it returns is called. */
function slowDown(pids: readonly number[], milliseconds: number): () => Promise<void> {
  const attach = pids.flatMap((pid) => ["-p", String(pid)]);
  const delay = `inject=fsync,fdatasync:delay_enter=${milliseconds * 1000}`;
  const what = ["-e", "trace=fsync,fdatasync", "-e", delay];
  const child = spawn(strace ?? "", ["-f", "-qq", "-o", "/dev/null", ...what, ...attach], {
    stdio: "ignore",
  });
  return async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((done) => child.once("exit", done));
    child.kill("SIGINT");
    await gone;
  };
}

describe.runIf(strace !== undefined && process.getuid?.() === 0)("a disk whose fsync", () => {
  test.each([
    ["is slow", 400],
    // Beginning takes three of them one after the other: with seven seconds each, no page waits so long.
    ["is all but stuck", 3000],
  ])("%s makes what is acknowledged late, not wrong", async (_, milliseconds) => {
    const house = await undo.house();
    const talk = await undo.talk(house);
    undo.later(slowDown([...house.postgres(), house.pid], milliseconds));
    await sleep(500);
    for (let said = 0; said < 5; said++) talk.say();
    expect(await talk.isThrough()).toBe(true);
    const short = await undo.talk(house);
    await short.finish();
    expect(short.end).toBe("acknowledged");
    expect([...(await short.breaches()), ...(await talk.breaches())]).toEqual([]);
  });
});
