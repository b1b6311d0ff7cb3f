import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { soon } from "../../tests/factories/soon.ts";
import { freshDatabase, type FreshDatabase } from "../../tests/factories/database.server.ts";
import {
  trustedJour,
  type TrustedJour,
  type TrustedWoman,
} from "../../tests/factories/trust.server.ts";
import type { JourId } from "../platform/database/index.server.ts";
import { memoryBus } from "../platform/live/index.server.ts";
import { meetNeighbours, type Neighbours } from "../platform/live/neighbours.server.ts";
import { isPresent } from "./index.ts";
import { fail, ok } from "../platform/result.ts";
import { openShifts } from "./index.server.ts";

const face = randomUUID();
const HOUR = 3_600_000;
let database: FreshDatabase;
let jour: JourId;
let trust: TrustedJour;
let clock = Date.now();
const open: { close(): void | Promise<void> }[] = [];

beforeEach(async () => {
  database = await freshDatabase();
  jour = await database.jour();
  trust = await trustedJour(jour, 2);
  clock = Date.now();
});
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
  await database.close();
});

const bus = memoryBus();
async function process(isTrained: (member: string) => boolean = () => true) {
  const neighbours: Neighbours = await meetNeighbours(bus);
  const opened = openShifts({
    ...{ database, neighbours, suite: trust.suite, now: () => clock, elapsed: () => clock },
    trustOf: async (of) => (of === jour ? trust.bundle : undefined),
    mayBegin: async (_, member) => (isTrained(member) ? ok() : fail("not-trained")),
  });
  open.push(opened, neighbours);
  return opened.shifts;
}

const woman = (index: number): TrustedWoman => trust.woman(index);

async function input(who: TrustedWoman, more: Parameters<TrustedJour["duty"]>[2] = {}, at = face) {
  const { statement, seed } = await trust.duty(who, at, more);
  return { face: at, statement, sealedSeed: seed.slice(0, 16), capacity: 3 };
}

describe("on duty", () => {
  test("opens the channel, survives a reload of the desk, and ends", async () => {
    const shifts = await process();
    expect(await shifts.countOnDuty(jour, face)).toBe(0);
    const started = await shifts.start(jour, woman(0).id, await input(woman(0)));
    expect(started).toMatchObject({ ok: true, value: { face, alias: "Sara", capacity: 3 } });
    expect(await shifts.countOnDuty(jour, face)).toBe(1);
    const mine = await shifts.mine(jour, woman(0).id);
    expect(started.ok && mine).toEqual(started.ok && started.value);
    expect(await shifts.mine(jour, woman(1).id)).toBeNull();
    const duty = mine?.duty ?? "";
    expect(await shifts.stop(jour, woman(1).id, duty)).toEqual({ ok: false, code: "not-found" });
    expect(await shifts.stop(jour, woman(0).id, duty)).toMatchObject({ ok: true });
    expect(await shifts.countOnDuty(jour, face)).toBe(0);
    expect(await shifts.mine(jour, woman(0).id)).toBeNull();
  });

  test("is for who is trained, where the jour asks for that", async () => {
    const trained = new Set([woman(0).id]);
    const shifts = await process((member) => trained.has(member));
    const refused = await shifts.start(jour, woman(1).id, await input(woman(1)));
    expect(refused).toEqual({ ok: false, code: "not-trained" });
    expect(await shifts.mine(jour, woman(1).id)).toBeNull();
    expect(await shifts.start(jour, woman(0).id, await input(woman(0)))).toMatchObject({
      ok: true,
    });
  });

  test("is prolonged only by her who might begin one; in a conversation a little, so that nobody is cut off", async () => {
    const trained = new Set([woman(0).id]);
    const shifts = await process((member) => trained.has(member));
    const seed = trust.suite.random(32);
    const start = async (minutes: number) => {
      const until = clock + HOUR + minutes * 60_000;
      return shifts.start(jour, woman(0).id, await input(woman(0), { seed, until }));
    };
    const begun = await start(0);
    expect(await start(60)).toMatchObject({ ok: true });
    trained.clear();
    const longer = await start(90);
    expect(longer).toEqual({ ok: false, code: "not-trained" });
    // What she has, she keeps: the same end, or an earlier one.
    expect(await start(60)).toMatchObject({ ok: true });
    shifts.refuseStopWhile((duty) => begun.ok && duty === begun.value.duty);
    expect(await start(90)).toMatchObject({ ok: true });
    expect(await start(90 + 60)).toEqual({ ok: false, code: "not-trained" });
    const mine = await shifts.mine(jour, woman(0).id);
    expect(mine?.expiresAt).toBe(clock + HOUR + 90 * 60_000);
  });

  test("is prolonged under the same key, and replaced under another unless she has conversations", async () => {
    const shifts = await process();
    const first = await input(woman(0));
    const seed = trust.suite.random(32);
    const one = await shifts.start(jour, woman(0).id, await input(woman(0), { seed }));
    const two = await shifts.start(
      jour,
      woman(0).id,
      await input(woman(0), { seed, until: Date.now() + 2 * HOUR }),
    );
    expect(one.ok && two.ok && one.value.duty === two.value.duty).toBe(true);
    shifts.refuseStopWhile(() => true);
    expect(await shifts.start(jour, woman(0).id, first)).toEqual({
      ok: false,
      code: "conversations-open",
    });
    const duty = one.ok ? one.value.duty : "";
    expect(await shifts.stop(jour, woman(0).id, duty)).toEqual({
      ok: false,
      code: "conversations-open",
    });
    shifts.refuseStopWhile(() => false);
    const three = await shifts.start(jour, woman(0).id, first);
    expect(three.ok && one.ok && three.value.duty !== one.value.duty).toBe(true);
    const elsewhere = await input(woman(0), {}, randomUUID());
    expect(await shifts.start(jour, woman(0).id, elsewhere)).toEqual({
      ok: false,
      code: "on-duty-elsewhere",
    });
  });

  test("is refused on a statement that is another woman's, another face's, expired, or altered", async () => {
    const shifts = await process();
    const start = async (who: string, given: Awaited<ReturnType<typeof input>>) => {
      const outcome = await shifts.start(jour, who, given);
      return outcome.ok ? "started" : outcome.code;
    };
    const good = await input(woman(0));
    expect(await start(woman(1).id, good)).toBe("statement-refused");
    expect(await start(woman(0).id, { ...good, face: randomUUID() })).toBe("statement-refused");
    expect(await start(woman(0).id, await input(woman(0), { until: clock - 500 }))).toBe(
      "statement-refused",
    );
    const altered = good.statement.map((byte, at, all) =>
      at === all.length - 1 ? byte ^ 1 : byte,
    );
    expect(await start(woman(0).id, { ...good, statement: altered })).toBe("statement-refused");
    expect(await start(woman(0).id, { ...good, statement: new Uint8Array(3) })).toBe(
      "statement-refused",
    );
    const other = await database.jour();
    expect((await shifts.start(other, woman(0).id, good)).ok).toBe(false);
    expect(await start(woman(0).id, good)).toBe("started");
  });

  test("lapses when her desk is gone, and is renewed while it is there", async () => {
    const shifts = await process();
    await shifts.start(jour, woman(0).id, await input(woman(0)));
    clock += 76_000;
    expect(await shifts.countOnDuty(jour, face)).toBe(0);
    await shifts.look(jour);
    const changed = vi.fn();
    shifts.onChange(changed);
    const leave = shifts.attend(jour, woman(0).id);
    await soon(() => expect(shifts.onDuty(jour).some((duty) => isPresent(duty, clock))).toBe(true));
    expect(changed).toHaveBeenCalledWith(jour);
    leave();
    clock += 2 * HOUR;
    expect(await shifts.mine(jour, woman(0).id)).toBeNull();
    expect(await shifts.look(jour)).toEqual([]);
  });

  test("is known to every process at once", async () => {
    const [one, two] = [await process(), await process()];
    expect(two.onDuty(jour)).toEqual([]);
    await soon(() => expect(two.onDuty(jour)).toEqual([]));
    await new Promise((go) => setTimeout(go, 50));
    const started = await one.start(jour, woman(0).id, await input(woman(0)));
    await soon(() => expect(two.onDuty(jour)).toHaveLength(1));
    await one.stop(jour, woman(0).id, started.ok ? started.value.duty : "");
    await soon(() => expect(two.onDuty(jour)).toHaveLength(0));
  });

  test("is not seen by another jour", async () => {
    const shifts = await process();
    await shifts.start(jour, woman(0).id, await input(woman(0)));
    const other = await database.jour();
    expect(await shifts.look(other)).toEqual([]);
    expect(await shifts.countOnDuty(other, face)).toBe(0);
    expect(await shifts.mine(other, woman(0).id)).toBeNull();
  });
});
