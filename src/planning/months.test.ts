import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { PlanningGround, saveOf, thursdays } from "../../tests/factories/planning.server.ts";
import { fail, ok } from "../platform/result.ts";
import { openPlanning } from "./index.server.ts";
import { proposeBeside } from "./proposal/solver.server.ts";
import { Proposals } from "./proposals.server.ts";

const ground = new PlanningGround();
const { clock, december, made, on, who, woman } = ground;

describe("a month", () => {
  it("is made once, also by two coordinators at once, and again without what was called off", async () => {
    await ground.months.savePattern(ground.jour, null, 0, thursdays);
    const both = await Promise.all([0, 1].map(() => ground.months.make(ground.jour, "2026-12")));
    expect(both.map((one) => one.made).reduce((sum, n) => sum + n, 0)).toBe(5);
    const [first] = await december();
    if (!first) throw new Error("no shift");
    expect(
      await ground.months.saveShift(who(randomUUID()), saveOf(first, { calledOff: true })),
    ).toEqual(ok());
    expect(await ground.months.make(ground.jour, "2026-12")).toEqual({ made: 0 });
    const shifts = await december();
    expect([shifts.length, shifts[0]?.calledOff, shifts[0]?.lacks]).toEqual([5, true, []]);
  });

  it("is edited by two at once: neither loses, the second is shown what the first has done", async () => {
    await made();
    const [first] = await december();
    if (!first) throw new Error("no shift");
    const at = who(randomUUID());
    expect(await ground.months.saveShift(at, saveOf(first, { title: "Chatten, lucia" }))).toEqual(
      ok(),
    );
    const second = await ground.months.saveShift(at, saveOf(first, { needed: 3 }));
    expect(second).toMatchObject({
      ok: false,
      code: "changed-meanwhile",
      details: { now: { title: "Chatten, lucia", needed: 2 } },
    });
    const again = (await december())[0];
    if (!again) throw new Error("no shift");
    expect(await ground.months.saveShift(at, saveOf(again, { needed: 3 }))).toEqual(ok());
    expect((await december())[0]).toMatchObject({ title: "Chatten, lucia", needed: 3 });
    const [pattern] = await ground.months.patterns(ground.jour);
    const change = (title: string) =>
      ground.months.savePattern(ground.jour, pattern?.id ?? "", 1, { ...thursdays, title });
    expect((await Promise.all([change("A"), change("B")])).filter((one) => one.ok)).toHaveLength(1);
  });

  it("tells each her own wishes and nobody else's, and nobody who is a newcomer", async () => {
    const [sara, ny] = [await woman("Sara"), await woman("Ny", "newcomer")];
    const [shift = ""] = await made();
    await ground.places.wish(who(sara), shift, "cannot");
    await ground.places.take(who(ny), shift, "on");
    expect((await december(sara))[0]?.myWish).toBe("cannot");
    expect((await december(ny))[0]?.myWish).toBeNull();
    expect((await december(sara))[0]?.lacks).toEqual(["people", "experienced"]);
    expect(JSON.stringify(await ground.months.month(who(sara), "2026-12"))).not.toContain(
      "newcomer",
    );
    expect(await ground.places.wish(who(sara), randomUUID(), "can")).toEqual(fail("not-found"));
  });

  it("is another jour's business to nobody", async () => {
    const sara = await woman("Sara");
    const [shift = ""] = await made();
    const other = { jour: await ground.database.jour(), member: sara };
    expect((await ground.months.month(other, "2026-12")).shifts).toEqual([]);
    expect(await ground.places.take(other, shift, "on")).toEqual(fail("not-found"));
  });
});

describe("a proposal", () => {
  const open = () => new Proposals(ground.deps, (month) => proposeBeside(month, 3));

  it("is reckoned from who there is, keeps who stands there, and is saved whole", async () => {
    const [sara, lena] = [await woman("Sara"), await woman("Lena")];
    await woman("Ny", "newcomer");
    const [first = "", second = ""] = await made();
    await ground.places.take(who(sara), first, "on");
    await ground.places.wish(who(lena), second, "cannot");
    const made1 = await open().propose(ground.jour, "2026-12");
    if (!made1.ok) throw new Error(made1.code);
    const of = (shift: string) => made1.value.places.find((one) => one.shift === shift);
    expect(of(first)).toMatchObject({ before: [sara] });
    expect(of(first)?.members).toContain(sara);
    expect(of(second)?.members).not.toContain(lena);
    expect(made1.value.unfilled).toEqual([]);
    expect(await on(second)).toEqual([]);
    expect(await open().accept(ground.jour, made1.value.places)).toEqual(ok());
    expect(await on(second)).toEqual(["Ny", "Sara"]);
    expect((await december()).flatMap(({ lacks }) => lacks)).toEqual([]);
  });

  it("overruns nobody who took or left a place while it was looked at, and nobody stands in two places", async () => {
    const [sara, lena] = [await woman("Sara"), await woman("Lena")];
    const [one = "", two = ""] = await made();
    await ground.places.take(who(lena), one, "on");
    const stale = [
      { shift: one, before: [], members: [sara] },
      { shift: two, before: [], members: [sara] },
    ];
    const refused = await open().accept(ground.jour, stale);
    expect(refused).toEqual(fail("changed-meanwhile", { shifts: [one] }));
    expect([await on(one), await on(two)]).toEqual([["Lena"], []]);
    await ground.months.savePattern(ground.jour, null, 0, {
      ...thursdays,
      title: "Telefon",
      starts: "20:00",
      ends: "22:00",
    });
    await ground.months.make(ground.jour, "2026-12");
    const shifts = await december();
    const clash = shifts
      .filter(({ day }) => day === shifts[0]?.day)
      .map(({ id, places }) => ({
        ...{ shift: id, before: places.map(({ member }) => member), members: [sara] },
      }));
    expect(await open().accept(ground.jour, clash)).toEqual(fail("times-overlap"));
    expect(await on(one)).toEqual(["Lena"]);
    const unknown = [{ shift: two, before: [], members: [randomUUID()] }];
    expect(await open().accept(ground.jour, unknown)).toMatchObject({ code: "changed-meanwhile" });
    const elsewhere = await ground.database.jour();
    expect(await open().accept(elsewhere, [{ shift: two, before: [], members: [] }])).toMatchObject(
      { ok: false },
    );
  });

  it("is one at a time in the house, and only of what is ahead", async () => {
    await woman("Sara");
    await made();
    const proposals = open();
    const both = await Promise.all([0, 1].map(() => proposals.propose(ground.jour, "2026-12")));
    expect(both.filter((one) => !one.ok && one.code === "busy")).toHaveLength(1);
    ground.clock.now = Date.parse("2026-12-20T08:00:00Z");
    const late = await proposals.propose(ground.jour, "2026-12");
    expect(late.ok && late.value.places).toHaveLength(2);
  });
});

it("her calendar has her shifts without a word, and what is three months old is gone", async () => {
  const sara = await woman("Sara");
  const [one = "", two = "", three = ""] = await made();
  await ground.places.take(who(sara), one, "on");
  await ground.places.take(who(sara), two, "reserve");
  await ground.places.take(who(sara), three, "shadow");
  const planning = openPlanning(ground.deps);
  const events = await planning.eventsOf(ground.jour, sara);
  expect(events.map(({ isTaken }) => isTaken)).toEqual([true, false, true]);
  expect(Object.keys(events[0] ?? {}).toSorted()).toEqual(["endsAt", "id", "isTaken", "startsAt"]);
  expect(events[0]?.startsAt).toBe(Date.parse("2026-12-03T17:00:00Z"));
  clock.now = Date.parse("2027-03-04T00:00:00Z");
  await planning.sweep(ground.jour);
  expect(await december()).toHaveLength(5);
  clock.now = Date.parse("2027-03-06T00:00:00Z");
  await planning.sweep(ground.jour);
  expect(await december()).toHaveLength(4);
});
