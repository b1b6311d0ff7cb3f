import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { PlanningGround, saveOf } from "../../../tests/factories/planning.server.ts";
import { fail, ok } from "../../platform/result.ts";
import { COLUMNS, type RosterRow } from "./contract.ts";
import { Roster } from "./roster.server.ts";

const ground = new PlanningGround();
const { clock, december, who, woman } = ground;
const roster = () => new Roster(ground.deps);
const majken = () => who(randomUUID());

const empty = Object.fromEntries(COLUMNS.map((one) => [one, ""])) as Omit<RosterRow, "line">;
let line = 1;
const row = (more: Partial<RosterRow> = {}): RosterRow => ({
  ...{ ...empty, day: "2026-12-03", starts: "18:00", ends: "21:00" },
  ...{ line: ++line, ...more },
});
const seen = (rows: readonly RosterRow[]) => roster().preview(majken(), rows);
const faultsOf = async (...rows: RosterRow[]) =>
  (await seen(rows)).rows.map(({ faults }) => faults.map(({ code }) => code).join());
const put = async (rows: readonly RosterRow[]) => {
  const coordinator = await woman("Majken", "experienced", "coordinator");
  return roster().put(who(coordinator), rows);
};
const written = () =>
  ground.database.tenant(ground.jour, async (tx) => [
    ...(await tx.rows("select * from planned_shifts")),
    ...(await tx.rows("select * from shift_places")),
    ...(await tx.rows("select * from roster_imports")),
  ]);

describe("a row of a roster", () => {
  it.each([
    ["18:00", "21:00", "17:00–20:00"],
    ["18.30", "21.00", "17:30–20:00"],
    ["kl 9", "12", "08:00–11:00"],
    ["18:00:00", "24:00", "17:00–23:00"],
    ["21:00", "07:00", "20:00–06:00"],
  ])("from %s to %s, in Swedish time", async (starts, ends, wanted) => {
    const [found] = (await seen([row({ starts, ends })])).rows;
    const utc = (moment = 0): string => new Date(moment).toISOString().slice(11, 16);
    expect(`${utc(found?.shift?.startsAt)}–${utc(found?.shift?.endsAt)}`).toBe(wanted);
    expect(found).toMatchObject({ does: "new", faults: [], shift: { title: "Chatten" } });
  });

  it.each([
    ["no-day", { day: "" }],
    ["bad-day", { day: "3/12 2026" }],
    ["bad-day", { day: "2026-02-30" }],
    ["bad-day", { lastDay: "i morgon" }],
    ["bad-time", { starts: "25:00" }],
    ["bad-time", { ends: "" }],
    ["bad-time", { starts: "24:00" }],
    ["ended-before", { starts: "18:00", ends: "17:00" }],
    ["ended-before", { lastDay: "2026-12-02" }],
    ["too-long", { lastDay: "2026-12-20" }],
    ["long-past", { day: "2026-06-01" }],
    ["far-ahead", { day: "2031-12-03" }],
    ["gap-time", { day: "2027-03-28", starts: "02:30", ends: "06:00" }],
    ["bad-kind", { kind: "kafferast" }],
    ["bad-face", { face: "Någon annans jour" }],
    ["bad-number", { needed: "två" }],
    ["long-title", { title: "a".repeat(61) }],
    ["unknown", { on: "Ingen Sådan" }],
  ])("is refused: %s (%o)", async (code, cells) => {
    expect(await faultsOf(row(cells))).toEqual([code]);
    expect(await roster().put(majken(), [row(cells)])).toMatchObject(fail("changed-meanwhile"));
    expect(await written()).toEqual([]);
  });

  it("tells all that is wrong with it at once", async () => {
    const found = await faultsOf(row({ kind: "?", needed: "0", on: "Ingen", starts: "x" }));
    expect(found).toEqual(["bad-kind,bad-number,bad-time,unknown"]);
  });

  it("through the hour that comes twice counts from the first, and says so", async () => {
    const autumn = row({ day: "2027-10-31", starts: "02:30", ends: "04:00" });
    const [found] = (await seen([autumn])).rows;
    expect(found?.notes.map(({ code }) => code)).toEqual(["repeated-hour"]);
    expect(found?.shift?.startsAt).toBe(Date.parse("2027-10-31T00:30:00Z"));
  });

  it("names people as they are called, several in a cell, and nobody else's", async () => {
    for (const name of ["Åsa Öberg", "Bo Ek", "Eva", "Eva"]) await woman(name);
    const here = ground.jour;
    ground.jour = await ground.database.jour();
    await woman("Främmande");
    ground.jour = here;
    expect(await faultsOf(row({ on: "åsa  öberg och BO EK" }))).toEqual([""]);
    expect(await faultsOf(row({ on: "Eva" }))).toEqual(["two-of-name"]);
    expect(await faultsOf(row({ on: "Bo Ek", reserve: "Bo Ek" }))).toEqual(["named-twice"]);
    expect(await faultsOf(row({ on: "Främmande" }))).toEqual(["unknown"]);
    expect(await faultsOf(row({ on: "Åsa Öberg, Bo Ek", needed: "1" }))).toEqual(["too-many"]);
    expect(await faultsOf(row({ kind: "möte", shadow: "Bo Ek" }))).toEqual(["no-seat-beside"]);
  });

  it("with newcomers alone, or one who still sits beside, is put in with a word about it", async () => {
    await woman("Ny", "newcomer");
    await woman("Bredvid", "shadowing");
    const [found] = (await seen([row({ on: "Ny, Bredvid", needed: "2" })])).rows;
    expect(found?.faults).toEqual([]);
    expect(found?.notes.map(({ code, what }) => code + what)).toEqual([
      "newcomers",
      "still-shadowingBredvid",
    ]);
  });
});

describe("rows together", () => {
  it("do not have one woman in two places at once, in the file or in the plan; a week on call is no obstacle", async () => {
    for (const name of ["Sara", "Lena"]) await woman(name);
    expect(await put([row({ on: "Sara", title: "Chatten" })])).toMatchObject({ ok: true });
    const rows = [
      row({ on: "Sara", starts: "20:00", ends: "22:00", kind: "telefon" }),
      row({ on: "Lena", starts: "20:00", ends: "22:00", kind: "telefon", title: "Ett" }),
      row({ on: "Lena", starts: "21:59", ends: "23:00" }),
      row({ on: "Lena", starts: "22:00", ends: "23:00", title: "Efter" }),
      row({ on: "Lena", kind: "bakjour", starts: "12:00", ends: "12:00", lastDay: "2026-12-08" }),
      row({ title: "Efter", starts: "22:00", ends: "23:00" }),
    ];
    const found = (await seen(rows)).rows.map(({ faults }) => faults[0]);
    expect(found.map((one) => one?.code)).toEqual([
      "overlaps",
      undefined,
      "overlaps-row",
      undefined,
      undefined,
      "same-row",
    ]);
    expect([found[2]?.line, found[5]?.line]).toEqual([rows[1]?.line, rows[3]?.line]);
  });

  it("are put in all at once or not at all", async () => {
    await woman("Sara");
    const good = row({ on: "Sara", needed: "2" });
    const refused = await put([good, row({ on: "Ingen" })]);
    expect(refused).toMatchObject({ ok: false, code: "changed-meanwhile" });
    expect(await written()).toEqual([]);
    expect(await put([good])).toEqual(ok({ shifts: 1, places: 1 }));
    expect(await december()).toMatchObject([{ title: "Chatten", needed: 2, kind: "shift" }]);
  });

  it("leave nothing when the table itself refuses one that was taken in the very moment", async () => {
    const sara = await woman("Sara");
    const [late, early] = [row({ on: "Sara", starts: "19:00" }), row({ day: "2026-12-02" })];
    // She takes the phone in the very moment: one of the two comes later and is told so.
    await ground.months.saveShift(majken(), {
      ...{ shift: null, version: 0, kind: "phone", face: null, title: "Telefon", needed: 1 },
      ...{ atLeast: [], starts: "2026-12-03T18:00", ends: "2026-12-03T20:00", calledOff: false },
    });
    const [phone] = await december();
    const both = await Promise.all([
      put([early, late]),
      ground.places.take(who(sara), phone?.id ?? "", "on"),
    ]);
    expect(both.filter((one) => one.ok)).toHaveLength(1);
    const days = (await december()).map(({ day }) => day);
    expect(days).toEqual(both[0]?.ok ? ["2026-12-02", "2026-12-03", "2026-12-03"] : ["2026-12-03"]);
  });

  it("fill shifts that are there, and the same file twice, also at once, adds nothing", async () => {
    const [sara] = [await woman("Sara"), await woman("Lena")];
    await ground.made();
    const rows = [row({ on: "Sara" }), row({ on: "Lena", day: "2026-12-04" })];
    expect((await seen(rows)).rows.map(({ does }) => does)).toEqual(["adds", "new"]);
    const both = await Promise.all([put(rows), put(rows)]);
    expect(both.map((one) => one.ok && one.value).toSorted()).toEqual(
      expect.arrayContaining([
        { shifts: 1, places: 2 },
        { shifts: 0, places: 0 },
      ]),
    );
    expect(await december()).toHaveLength(6);
    expect((await december(sara))[0]?.places.map(({ name }) => name)).toEqual(["Sara"]);
    expect((await roster().recent(ground.jour)).map(({ by, shifts }) => [by, shifts])).toEqual([
      ["Majken", 1],
    ]);
  });

  it("put nobody on a shift that was called off", async () => {
    await woman("Sara");
    await ground.made();
    const [first] = await december();
    if (!first) throw new Error("no shift");
    await ground.months.saveShift(majken(), saveOf(first, { calledOff: true }));
    expect(await faultsOf(row({ on: "Sara" }))).toEqual(["called-off"]);
  });
});

describe("an import", () => {
  const undo = async () => {
    const [last] = await roster().recent(ground.jour);
    return roster().undo(ground.jour, last?.id ?? randomUUID());
  };

  it("is taken back: its shifts, and its places at shifts that were there before", async () => {
    await woman("Sara");
    const [first = ""] = await ground.made();
    await put([row({ on: "Sara" }), row({ day: "2026-12-04", on: "Sara" })]);
    expect(await ground.on(first)).toEqual(["Sara"]);
    expect(await undo()).toEqual(ok({ shifts: 1, places: 2, kept: 0 }));
    expect([await ground.on(first), (await december()).length]).toEqual([[], 5]);
    expect(await undo()).toEqual(fail("not-found"));
  });

  it("leaves what somebody has touched since: a place taken, a shift changed, one that has begun", async () => {
    const [sara] = [await woman("Sara"), await woman("Lena")];
    const days = ["2026-11-26", "2026-12-01", "2026-12-02", "2026-12-04"];
    await put(days.map((day) => row({ day, on: "Lena", needed: "2" })));
    const [taken, changed] = await december();
    await ground.places.take(who(sara), taken?.id ?? "", "on");
    if (!changed) throw new Error("no shift");
    await ground.months.saveShift(majken(), saveOf(changed, { title: "Lucia" }));
    clock.now = Date.parse("2026-11-26T19:00:00Z");
    expect(await undo()).toEqual(ok({ shifts: 1, places: 1, kept: 3 }));
    const left = await december();
    expect(left.map(({ title, places }) => [title, places.map(({ name }) => name)])).toEqual([
      ["Chatten", ["Lena", "Sara"]],
      ["Lucia", ["Lena"]],
    ]);
  });

  it("cannot be taken back by another jour, nor after seven days", async () => {
    await put([row()]);
    const [last] = await roster().recent(ground.jour);
    const elsewhere = await ground.database.jour();
    expect(await roster().undo(elsewhere, last?.id ?? "")).toEqual(fail("not-found"));
    expect(await roster().recent(elsewhere)).toEqual([]);
    clock.now += 6 * 86_400_000;
    await ground.database.tenant(ground.jour, (tx) => roster().sweep(tx));
    expect(await roster().recent(ground.jour)).toHaveLength(1);
    clock.now += 2 * 86_400_000;
    await ground.database.tenant(ground.jour, (tx) => roster().sweep(tx));
    expect([await undo(), (await december()).length]).toEqual([fail("not-found"), 1]);
  });
});
