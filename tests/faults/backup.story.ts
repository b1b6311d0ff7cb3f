import { cpSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { joinEmbedded } from "../../src/platform/database/embedded.server.ts";
import { databaseDirectory } from "../../src/platform/database/index.server.ts";
import { placeOf } from "../../src/platform/live/stored-frame.server.ts";
import { type ShredKey, unwrap } from "../../src/platform/shred/index.server.ts";
import { House } from "./house.server.ts";
import { Talk, Undo } from "./story.server.ts";
import { groundOf } from "./truth.server.ts";

const undo = new Undo();
afterEach(() => undo.all());

const rowsOf = "select log, n, sealed from live_frames order by log, n";
interface Row {
  readonly log: Buffer;
  readonly n: number;
  readonly sealed: Buffer;
}

/** Everything comes to rest, as for a copy of the files. */
async function stop(house: House): Promise<void> {
  house.signal("SIGTERM");
  await house.gone();
  await joinEmbedded(databaseDirectory(house.data))?.stop({ force: true });
}

async function start(house: House): Promise<void> {
  expect(await house.start()).toBe(true);
}

/** How many of these rows any key of the shred store opens. */
function openable(house: House, rows: readonly Row[]): number {
  const keys = readdirSync(house.keys).map(
    (name) => readFileSync(join(house.keys, name)) as unknown as ShredKey,
  );
  return rows.filter(({ log, n, sealed }) =>
    keys.some((key) => unwrap(key, placeOf(log.toString("base64url"), n), sealed)),
  ).length;
}

/** One conversation that ends after the backup, one that goes on, one that begins after it. */
async function history(take: (house: House) => Promise<void>) {
  const house = new House();
  undo.later(() => house.close());
  await start(house);
  const begin = async (): Promise<Talk> => undo.talk(house);
  const [ends, lives] = [await begin(), await begin()];
  for (const talk of [ends, lives]) {
    talk.say();
    expect(await talk.isThrough()).toBe(true);
  }
  await take(house);
  await ends.finish();
  expect(ends.end).toBe("acknowledged");
  const before = lives.sides.reduce((sum, { said }) => sum + said.length, 0);
  lives.say();
  expect(await lives.isThrough()).toBe(true);
  const later = await begin();
  later.say();
  expect(await later.isThrough()).toBe(true);
  return { house, ends, lives, later, before };
}

/** Nothing that ended can be read: not by us with all keys, not by who asks the program. */
async function expectForgotten(house: House, ended: Talk): Promise<void> {
  expect(await ended.breaches()).toEqual([]);
  expect(await groundOf(house).logs()).not.toContain(ended.id);
  const late = new Talk(house, ended.id, ["late"], () => false);
  undo.later(() => late.close());
  expect(await late.isGone()).toBe(true);
  expect(late.sides[0]?.heard).toEqual([]);
}

describe("a backup of the files, put back with the shred store as it is now", () => {
  async function restored() {
    const copy = mkdtempSync(join(tmpdir(), `lykta-test-${process.pid}-`));
    undo.later(() => rmSync(copy, { recursive: true, force: true }));
    const clusterOf = (house: House): string => join(databaseDirectory(house.data), "cluster");
    const told = await history(async (house) => {
      await stop(house);
      cpSync(clusterOf(house), join(copy, "cluster"), { recursive: true });
      await start(house);
    });
    await stop(told.house);
    renameSync(clusterOf(told.house), join(copy, "newer"));
    cpSync(join(copy, "cluster"), clusterOf(told.house), { recursive: true });
    return told;
  }

  test("brings nothing back that has ended; what was said since is lost, and nobody is told otherwise", async () => {
    const { house, ends, lives, later, before } = await restored();
    await start(house);
    await expectForgotten(house, ends);
    // What lives is as the backup knew it: a beginning of what was acknowledged.
    const frames = (await groundOf(house).frames(lives.id)) ?? [];
    expect(frames.filter(({ kind }) => kind === 1)).toHaveLength(before);
    // The tabs know more than the server does now: nothing that they say counts as received.
    lives.say();
    expect(await lives.isThrough(4000)).toBe(false);
    // Of what began after the backup there are no rows: its tabs are told that it is gone.
    expect(await later.isGone()).toBe(true);
  });

  test("ends all that lived, plainly, where the shred store is emptied with it: what we advise", async () => {
    const { house, ends, lives } = await restored();
    for (const name of readdirSync(house.keys)) rmSync(join(house.keys, name));
    await start(house);
    await expectForgotten(house, ends);
    expect(await lives.isGone()).toBe(true);
    expect(await groundOf(house).logs()).toEqual([]);
  });
});

describe("a copy of the rows, put back with the shred store as it is now", () => {
  test("opens with no key that is left, and is swept at the start", async () => {
    let rows: Row[] = [];
    const { house, ends, lives } = await history(async (there) => {
      rows = (await groundOf(there).query(rowsOf)).rows as Row[];
    });
    const ofEnded = rows.filter(({ log }) => log.toString("base64url") === ends.id);
    expect(ofEnded.length).toBeGreaterThan(2);
    // The control: the backup did hold them, and those of the living open still.
    expect(openable(house, ofEnded)).toBe(0);
    expect(openable(house, rows)).toBe(rows.length - ofEnded.length);
    await groundOf(house).insert(rows);
    await stop(house);
    await start(house);
    await expectForgotten(house, ends);
    expect(await lives.isThrough()).toBe(true);
    expect(await lives.breaches()).toEqual([]);
  });
});
