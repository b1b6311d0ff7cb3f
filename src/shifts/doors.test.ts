import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { freshDatabase, type FreshDatabase } from "../../tests/factories/database.server.ts";
import { soon } from "../../tests/factories/soon.ts";
import { trustedJour, type TrustedJour } from "../../tests/factories/trust.server.ts";
import type { JourId } from "../platform/database/index.server.ts";
import { memoryBus } from "../platform/live/index.server.ts";
import { meetNeighbours } from "../platform/live/neighbours.server.ts";
import { announceDoor, doorRows, setDoor, turnDoor } from "./doors-store.server.ts";
import type { Plan } from "./doors.server.ts";
import { openShifts, type Shifts } from "./index.server.ts";

const MINUTE = 60_000;
const face = randomUUID();
let database: FreshDatabase;
let jour: JourId;
let trust: TrustedJour;
let shifts: Shifts;
let clock = Date.now();
let plan: Plan;
const open: { close(): void | Promise<void> }[] = [];

beforeEach(async () => {
  database = await freshDatabase();
  jour = await database.jour();
  trust = await trustedJour(jour, 3);
  clock = Date.now();
  plan = { shift: null, isOver: false, learners: new Map() };
  const neighbours = await meetNeighbours(memoryBus());
  const opened = openShifts({
    ...{ database, neighbours, suite: trust.suite, now: () => clock, elapsed: () => clock },
    ...{ trustOf: async () => trust.bundle, planOf: async () => plan },
  });
  open.push(opened, neighbours);
  shifts = opened.shifts;
});
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
  await database.close();
});

async function comes(index: number): Promise<void> {
  const { statement, seed } = await trust.duty(trust.woman(index), face);
  const given = { face, statement, sealedSeed: seed.slice(0, 16), capacity: 3 };
  expect(await shifts.start(jour, trust.woman(index).id, given)).toMatchObject({ ok: true });
}
const says = async (): Promise<string> => {
  const { open: isOpen, why } = await shifts.doorNow(jour, face);
  return `${why}${isOpen ? " open" : ""}`;
};

describe("the chat", () => {
  test("opens when enough qualified members of the shift are there: no shadow counts, no newcomer is alone", async () => {
    const [shadow, ny] = [trust.woman(0).id, trust.woman(1).id];
    const learners = new Map([
      [shadow, "shadowing"],
      [ny, "newcomer"],
    ] as const);
    plan = { shift: { needed: 2, endsAt: clock + 60 * MINUTE }, isOver: false, learners };
    expect(await says()).toBe("nobody-present");
    await comes(0);
    expect(await says()).toBe("nobody-present");
    await comes(1);
    expect(await says()).toBe("only-newcomers");
    await comes(2);
    expect(await says()).toBe("enough-present open");
    plan = { ...plan, shift: { needed: 3, endsAt: clock + 60 * MINUTE } };
    expect(await says()).toBe("too-few");
    expect(shifts.isServed(jour, face)).toBe(true);
  });

  test("without a plan needs as many as the jour has set, of another jour it is told nothing", async () => {
    await comes(0);
    expect(await says()).toBe("enough-present open");
    await database.tenant(jour, (tx) => setDoor(tx, face, 2, 15));
    expect(await says()).toBe("too-few");
    await comes(1);
    expect(await says()).toBe("enough-present open");
    const other = await database.jour();
    expect(await shifts.doorNow(other, face)).toMatchObject({
      open: false,
      why: "nobody-present",
      needed: 1,
    });
  });

  test("closes with the shift: the last one comes in before, those who wait hear it, and nobody has to press anything", async () => {
    await comes(0);
    plan = { ...plan, shift: { needed: 1, endsAt: clock + 20 * MINUTE } };
    expect(await says()).toBe("enough-present open");
    const heard = vi.fn();
    shifts.onChange(heard);
    clock += 6 * MINUTE;
    await shifts.look(jour);
    const leave = shifts.attend(jour, trust.woman(0).id);
    await soon(async () => expect(await says()).toBe("last-entry"));
    expect(heard).toHaveBeenCalledWith(jour);
    expect(shifts.isServed(jour, face)).toBe(true);
    plan = { ...plan, shift: null, isOver: true };
    expect(await says()).toBe("over");
    expect(shifts.isServed(jour, face)).toBe(false);
    leave();
  });

  test("is turned by hand until then, keeps to an announced opening, and forgets both", async () => {
    await comes(0);
    const at = (minutes: number) => new Date(clock + minutes * MINUTE);
    await database.tenant(jour, (tx) => turnDoor(tx, face, "closed", at(60)));
    expect(await says()).toBe("by-hand");
    await database.tenant(jour, (tx) => turnDoor(tx, face, null, null));
    await database.tenant(jour, (tx) => announceDoor(tx, face, at(30)));
    expect(await says()).toBe("not-yet");
    expect((await shifts.doorNow(jour, face)).opensAt).toBe(at(30).getTime());
    await database.tenant(jour, (tx) => turnDoor(tx, face, "open", at(60)));
    clock += 25 * 60 * MINUTE;
    await shifts.sweep(jour);
    const rows = await database.tenant(jour, doorRows);
    expect(rows).toMatchObject([{ needed: 1, hand: null, hand_until: null, opens_at: null }]);
  });
});
