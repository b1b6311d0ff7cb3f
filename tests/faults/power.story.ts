// A power cut, as far as it can be had without a plug: everything lies on an ext4 in a file. At the cut
// all stands still, and what that file holds is what a disk would hold: whatever nobody asked to be made
// durable is lost with the memory. That a disk lies about its own cache is not shown.

import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, describe, expect, test } from "vitest";
import { findProgram } from "../factories/programs.server.ts";
import { House, until } from "./house.server.ts";
import { diskInFile, makeDisk, mayMount, type Mount } from "./mounts.server.ts";
import { Chance } from "./random.ts";
import { type Talk, Undo } from "./story.server.ts";
import { groundOf } from "./truth.server.ts";

const MEGABYTES = 300;
const undo = new Undo();
afterEach(() => undo.all());

/** A house whose every byte lies on a disk that can lose its power. */
class PoweredHouse {
  readonly house: House;
  readonly #directory = mkdtempSync(join(tmpdir(), `lykta-test-${process.pid}-`));
  #images = 0;
  #disk: Mount;

  constructor() {
    makeDisk(this.#image, MEGABYTES);
    this.#disk = diskInFile(this.#image, this.#mountPoint);
    const at = (name: string): string => join(this.#mountPoint, name);
    this.house = new House({ data: at("data"), keys: at("keys") });
  }

  get #image(): string {
    return join(this.#directory, `disk-${this.#images}`);
  }

  get #mountPoint(): string {
    return join(this.#directory, "mounted");
  }

  async start(): Promise<void> {
    expect(await this.house.start()).toBe(true);
  }

  /** All that was told was told before: when this resolves, the disk is as it was at the cut. */
  async cutPower(): Promise<void> {
    const { house } = this;
    house.strikePostgres("SIGSTOP", [house.pid, ...house.postgres()]);
    const [before, held] = [this.#image, join(this.#directory, `held-${this.#images}`)];
    // What is on its way in the kernel may still reach the file: until two copies are alike.
    do {
      spawnSync("cp", ["--sparse=always", "--reflink=auto", before, held]);
      await sleep(50);
    } while (spawnSync("cmp", ["-s", before, held]).status !== 0);
    house.strikePostgres("SIGKILL", [house.pid, ...house.postgres()]);
    await house.gone();
    await until(() => house.postgres().length === 0, 10_000);
    this.#disk.unmount();
    this.#images++;
    spawnSync("mv", [held, this.#image]);
    rmSync(before);
    this.#disk = diskInFile(this.#image, this.#mountPoint);
  }

  async close(): Promise<void> {
    await this.house.close();
    this.#disk.unmount();
    rmSync(this.#directory, { recursive: true, force: true });
  }
}

function poweredHouse(): PoweredHouse {
  const powered = new PoweredHouse();
  undo.later(() => powered.close());
  return powered;
}

/** People who write and end until the power goes; their tabs stay open, and go on when it is back. */
async function untilPowerGoes(powered: PoweredHouse, chance: Chance, talks: Talk[]): Promise<void> {
  const { house } = powered;
  while (talks.filter(({ end }) => end === "living").length < 6) talks.push(await undo.talk(house));
  const living = talks.filter(({ end }) => end === "living");
  const [ending] = living;
  let isOver = false;
  const writing = living.map(async (talk) => {
    while (!isOver) {
      talk.say(chance.of([40, 600, 2100]));
      await sleep(chance.between(5, 60));
    }
  });
  await sleep(chance.between(200, 1500));
  const finishing = ending?.finish();
  await sleep(chance.between(0, 300));
  await powered.cutPower();
  isOver = true;
  await Promise.all(writing);
  await powered.start();
  await finishing;
}

async function breachesOf(talks: readonly Talk[]): Promise<string[]> {
  const found = talks.map(async (talk) => {
    const goesOn = talk.end !== "living" || (await talk.isThrough());
    return [...(goesOn ? [] : [`${talk.id} does not go on`]), ...(await talk.breaches())];
  });
  return (await Promise.all(found)).flat();
}

const CUTS = 5;

describe.runIf(mayMount)("when the power goes", () => {
  test(`what was acknowledged is there, what was ended is not, ${CUTS} times in a row`, async () => {
    const powered = poweredHouse();
    await powered.start();
    const chance = new Chance(11);
    const talks: Talk[] = [];
    for (let cut = 0; cut < CUTS; cut++) {
      await untilPowerGoes(powered, chance, talks);
      expect(await breachesOf(talks), `cut ${cut}`).toEqual([]);
    }
    const [keys, logs] = [
      new Set(groundOf(powered.house).keys()),
      await groundOf(powered.house).logs(),
    ];
    for (const { id, end } of talks) {
      if (end === "acknowledged") expect([keys.has(id), logs.includes(id)]).toEqual([false, false]);
    }
  });
});

const strace = findProgram("strace");

describe.runIf(mayMount && strace !== undefined)(
  "when the power goes and nothing was ever synced",
  () => {
    test("this very test finds it out", async () => {
      const powered = poweredHouse();
      await powered.start();
      const talk = await undo.talk(powered.house);
      const pids = [powered.house.pid, ...powered.house.postgres()];
      const what = ["-e", "trace=fsync,fdatasync", "-e", "inject=fsync,fdatasync:retval=0"];
      const attach = pids.flatMap((pid) => ["-p", String(pid)]);
      const child = spawn(strace ?? "", ["-f", "-qq", "-o", "/dev/null", ...what, ...attach]);
      undo.later(() => child.kill("SIGKILL"));
      await sleep(500);
      for (let said = 0; said < 20; said++) talk.say();
      expect(await talk.isThrough()).toBe(true);
      for (const side of talk.sides) side.close();
      child.kill("SIGKILL");
      await powered.cutPower();
      const hasStarted = await powered.house.start();
      const breaches = hasStarted ? await talk.breaches(false) : ["it does not even start"];
      expect(breaches.join("\n")).toMatch(
        /was acknowledged and is lost|is gone|does not even start/,
      );
    });
  },
);
