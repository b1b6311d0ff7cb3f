import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { type LectureHouse, lectureHouse } from "../../tests/factories/lectures.server.ts";
import { Outbox } from "../platform/mail/index.server.ts";
import { ok } from "../platform/result.ts";
import { openShredStore, type ShredStore } from "../platform/shred/index.server.ts";
import { erase, forgetOver, move } from "./bookings.server.ts";
import type { EducationDeps } from "./deps.server.ts";

// A request that is deleted while the mail server is away: what waits about it is deleted too.

let house: LectureHouse;
let keys: ShredStore;
let deps: EducationDeps;
const home = mkdtempSync(join(tmpdir(), "lykta-forgotten-"));

beforeAll(async () => {
  [house, keys] = await Promise.all([lectureHouse(), openShredStore(home)]);
});
afterAll(async () => {
  await house.close();
  rmSync(home, { recursive: true });
});
beforeEach(async () => {
  await house.anew();
  const { database, now } = house.deps;
  const outbox = new Outbox({ database, keys, now, sender: async () => undefined });
  deps = {
    ...house.deps,
    mail: {
      from: async () => "jouren@vide.example",
      queue: (tx, from, mail) => outbox.queue(tx, from, mail),
      standings: (tx) => outbox.standings(tx),
      forget: (tx, about) => outbox.forget(tx, about),
    },
  };
});

const waiting = (): Promise<object[]> =>
  house.deps.database.tenant(house.jour, (tx) => tx.rows("select 1 from mail_outbox"));

async function declined(): Promise<string> {
  const { id, version } = await house.asked();
  const no = { stage: "declined", reason: "full", lecture: null, member: null } as const;
  const told = { ...no, starts: null, minutes: 60, place: "", tell: true };
  expect(await move(deps, house.asker(), { id, version, ...told })).toEqual(ok());
  expect(await waiting()).toHaveLength(1);
  return id;
}

it("is erased at the desk, and nothing about it waits any more", async () => {
  expect(await erase(deps, house.asker(), await declined())).toEqual(ok());
  expect(await waiting()).toEqual([]);
});

it("is over, and nothing about it waits any more", async () => {
  await declined();
  const late = { ...deps, now: () => deps.now() + 40 * 86_400_000 };
  await deps.database.tenant(house.jour, (tx) => forgetOver(late, tx));
  expect(await waiting()).toEqual([]);
});
