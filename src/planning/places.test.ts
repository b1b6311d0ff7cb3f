import { describe, expect, it } from "vitest";
import { PlanningGround, saveOf, thursdays } from "../../tests/factories/planning.server.ts";
import { fail, ok } from "../platform/result.ts";
import type { ShiftView } from "./contract.ts";
import { openPlanning } from "./index.server.ts";

const ground = new PlanningGround();
const { clock, december, made, on, who, woman } = ground;

describe("a place", () => {
  it("is the last one's for one of many who want it at once", async () => {
    const all = await Promise.all(["A", "B", "C", "D", "E", "F"].map((name) => woman(name)));
    const [shift = ""] = await made();
    const done = await Promise.all(all.map((one) => ground.places.take(who(one), shift, "on")));
    expect(done.filter((one) => one.ok)).toHaveLength(2);
    expect(done.filter((one) => !one.ok && one.code === "shift-full")).toHaveLength(4);
    expect(await on(shift)).toHaveLength(2);
  });

  it("never leaves two newcomers to themselves, however fast they are", async () => {
    const all = await Promise.all(["A", "B", "C"].map((name) => woman(name, "newcomer")));
    const [shift = ""] = await made();
    const done = await Promise.all(all.map((one) => ground.places.take(who(one), shift, "on")));
    expect(done.filter((one) => one.ok)).toHaveLength(1);
    expect(done.filter((one) => !one.ok && one.code === "newcomer-alone")).toHaveLength(2);
    const erfaren = await woman("Erfaren");
    expect(await ground.places.take(who(erfaren), shift, "on")).toEqual(ok());
  });

  it("is not in two places at once: the table refuses it; a week on call is no obstacle", async () => {
    const sara = await woman("Sara");
    await ground.months.savePattern(ground.jour, null, 0, {
      ...thursdays,
      title: "Telefon",
      starts: "20:00",
      ends: "22:00",
    });
    await ground.months.savePattern(ground.jour, null, 0, {
      ...thursdays,
      kind: "oncall",
      title: "Bakjour",
      weekdays: [7],
      starts: "12:00",
      ends: "12:00",
      days: 7,
    });
    await made();
    const shifts = await december();
    const at = (title: string) => shifts.find((one) => one.title === title)?.id ?? "";
    expect(await ground.places.take(who(sara), at("Chatten"), "on")).toEqual(ok());
    expect(await ground.places.take(who(sara), at("Telefon"), "on")).toEqual(fail("times-overlap"));
    const week = shifts.find((one) => one.title === "Bakjour")?.id ?? "";
    expect(await ground.places.take(who(sara), week, "on")).toEqual(ok());
  });

  it("is given up until the shift is over; soon before it the reserves hear of it, in a mail that says only when", async () => {
    const [sara, lena, kim] = [await woman("Sara"), await woman("Lena"), await woman("Kim")];
    const said = (mail: string) => ({ knows: [], mostAMonth: 4, mail });
    expect(await ground.people.saveMine(who(lena), said("lena@post.example"))).toEqual(ok());
    expect(await ground.people.saveMine(who(kim), said("kim@post.example"))).toEqual(ok());
    expect(await ground.people.saveMine(who(kim), said("no address"))).toEqual(
      fail("address-refused"),
    );
    const [shift = ""] = await made();
    for (const [one, place] of [
      [sara, "on"],
      [lena, "reserve"],
    ] as const)
      await ground.places.take(who(one), shift, place);
    await ground.places.leave(who(sara), shift);
    expect(ground.sent).toEqual([]);
    await ground.places.take(who(sara), shift, "on");
    clock.now = Date.parse("2026-12-02T08:00:00Z");
    expect(await ground.places.leave(who(sara), shift)).toEqual(ok());
    expect(ground.sent.map(({ to }) => to)).toEqual(["lena@post.example"]);
    expect(ground.sent[0]?.text).toContain("torsdag 3 december 18:00–21:00");
    expect(JSON.stringify(ground.sent)).not.toMatch(/jour|chatt|pass|sara|våld/i);
    expect(await ground.places.leave(who(sara), shift)).toEqual(fail("not-found"));
    const stored = await ground.database.tenant(ground.jour, (tx) =>
      tx.rows("select mail_sealed::text from planning_members"),
    );
    expect(JSON.stringify(stored)).not.toContain(Buffer.from("lena@post").toString("hex"));
    await ground.people.saveMine(who(lena), said(""));
    expect(await ground.people.mine(who(lena))).toMatchObject({
      value: { hasMail: false, canMail: true, mostAMonth: 4 },
    });
    clock.now = Date.parse("2026-12-03T21:00:00Z");
    expect(await ground.places.leave(who(lena), shift)).toEqual(fail("shift-over"));
  });

  it("calls nobody where the ground.jour has no mail", async () => {
    const [sara, lena] = [await woman("Sara"), await woman("Lena")];
    await ground.people.saveMine(who(lena), {
      knows: [],
      mostAMonth: null,
      mail: "lena@post.example",
    });
    ground.from = undefined;
    const [shift = ""] = await made();
    await ground.places.take(who(sara), shift, "on");
    await ground.places.take(who(lena), shift, "reserve");
    clock.now = Date.parse("2026-12-03T15:00:00Z");
    expect(await ground.places.leave(who(sara), shift)).toEqual(ok());
    expect(ground.sent).toEqual([]);
  });
});

describe("a swap", () => {
  async function two() {
    const [sara, lena] = [await woman("Sara"), await woman("Lena")];
    const [one = "", other = ""] = await made({ needed: 1 });
    await ground.places.take(who(sara), one, "on");
    await ground.places.take(who(lena), other, "on");
    return { sara, lena, one, other };
  }
  const offerOf = async (shift: string): Promise<string> =>
    (await december()).find(({ id }) => id === shift)?.offers.find((one) => one.state === "open")
      ?.id ?? "";

  it("needs a yes from her whom it concerns and from nobody else; then both have changed places", async () => {
    const { sara, lena, one, other } = await two();
    const kim = await woman("Kim");
    expect(await ground.places.offer(who(sara), { shift: one, to: lena, forShift: other })).toEqual(
      ok(),
    );
    expect(await ground.places.offer(who(sara), { shift: one, to: null, forShift: null })).toEqual(
      fail("offer-settled"),
    );
    const offer = await offerOf(one);
    expect(await ground.places.answer(who(kim), offer, true)).toEqual(fail("not-found"));
    expect(await ground.places.answer(who(sara), offer, true)).toEqual(fail("not-found"));
    expect(await ground.places.withdraw(who(lena), offer)).toEqual(fail("not-found"));
    expect(await ground.places.answer(who(lena), offer, true)).toEqual(ok());
    expect([await on(one), await on(other)]).toEqual([["Lena"], ["Sara"]]);
  });

  it("that is accepted twice is one person's; the second is told", async () => {
    const { sara, one } = await two();
    const many = await Promise.all(["A", "B", "C", "D"].map((name) => woman(name)));
    await ground.places.offer(who(sara), { shift: one, to: null, forShift: null });
    const offer = await offerOf(one);
    const done = await Promise.all(
      many.map((member) => ground.places.answer(who(member), offer, true)),
    );
    expect(done.filter((each) => each.ok)).toHaveLength(1);
    expect(done.filter((each) => !each.ok && each.code === "offer-settled")).toHaveLength(3);
    expect(await on(one)).toHaveLength(1);
    expect(await on(one)).not.toContain("Sara");
    expect(await ground.places.withdraw(who(sara), offer)).toEqual(fail("offer-settled"));
  });

  it("that would break a rule changes nothing, and stays open for another", async () => {
    const { sara, one, other } = await two();
    const ny = await woman("Ny", "newcomer");
    await ground.places.offer(who(sara), { shift: one, to: null, forShift: null });
    const offer = await offerOf(one);
    expect(await ground.places.answer(who(ny), offer, true)).toEqual(fail("newcomer-alone"));
    expect(await on(one)).toEqual(["Sara"]);
    const kim = await woman("Kim");
    await ground.months.saveShift(
      who(kim),
      saveOf((await december())[1] as ShiftView, {
        starts: "2026-12-03T19:00",
        ends: "2026-12-03T22:00",
        needed: 2,
      }),
    );
    await ground.places.take(who(kim), other, "on");
    expect(await ground.places.answer(who(kim), offer, true)).toEqual(fail("times-overlap"));
    expect(await on(one)).toEqual(["Sara"]);
    expect(await offerOf(one)).toBe(offer);
  });

  it("is offered only of what is one's own, for what is the other's, and falls when a place is given up", async () => {
    const { sara, lena, one, other } = await two();
    const refused = fail("not-found");
    expect(await ground.places.offer(who(lena), { shift: one, to: null, forShift: null })).toEqual(
      refused,
    );
    expect(await ground.places.offer(who(sara), { shift: one, to: lena, forShift: one })).toEqual(
      refused,
    );
    expect(await ground.places.offer(who(sara), { shift: one, to: null, forShift: other })).toEqual(
      refused,
    );
    expect(await ground.places.offer(who(sara), { shift: one, to: sara, forShift: null })).toEqual(
      refused,
    );
    await ground.places.offer(who(sara), { shift: one, to: lena, forShift: other });
    const offer = await offerOf(one);
    await ground.places.leave(who(lena), other);
    expect(await ground.places.answer(who(lena), offer, true)).toEqual(fail("offer-settled"));
    expect(await on(one)).toEqual(["Sara"]);
  });

  it("may be declined, and goes with her who leaves the jour", async () => {
    const { sara, lena, one, other } = await two();
    await ground.places.offer(who(sara), { shift: one, to: lena, forShift: other });
    expect(await ground.places.answer(who(lena), await offerOf(one), false)).toEqual(ok());
    await ground.places.offer(who(sara), { shift: one, to: null, forShift: null });
    await ground.database.tenant(ground.jour, (tx) =>
      tx.rows("delete from members where id = $1", [sara]),
    );
    expect((await december())[0]).toMatchObject({ places: [], offers: [], lacks: ["people"] });
  });
});

it("who has something to sign gets a mail that does not say what; nobody else does", async () => {
  const [sara, lena] = [await woman("Sara"), await woman("Lena")];
  for (const [one, mail] of [
    [sara, "sara@post.example"],
    [lena, "lena@post.example"],
  ] as const)
    await ground.people.saveMine(who(one), { knows: [], mostAMonth: null, mail });
  const planning = openPlanning(ground.deps);
  const until = Date.parse("2026-12-04T10:00:00Z");
  const remind = () =>
    ground.database.tenant(ground.jour, (tx) => planning.remind(tx, [sara], until));
  await remind();
  expect(ground.sent.map(({ to }) => to)).toEqual(["sara@post.example"]);
  expect(ground.sent[0]?.text).toContain("fredag 4 december");
  expect(JSON.stringify(ground.sent)).not.toMatch(/jour|rot|nyckel|delegat|sara[^@]|våld/i);
  ground.from = undefined;
  await remind();
  expect(ground.sent).toHaveLength(1);
});

it("whoever is on call has the reserves of the shift of now called, and of no other", async () => {
  const [sara, lena] = [await woman("Sara"), await woman("Lena")];
  for (const [one, mail] of [
    [sara, "sara@post.example"],
    [lena, "lena@post.example"],
  ] as const)
    await ground.people.saveMine(who(one), { knows: [], mostAMonth: null, mail });
  const [first = "", second = ""] = await made();
  await ground.places.take(who(sara), first, "reserve");
  await ground.places.take(who(lena), second, "reserve");
  const planning = openPlanning(ground.deps);
  const call = () => planning.callReserves(ground.jour, "00000000-0000-4000-8000-000000000000");
  expect(await call()).toBe(0);
  clock.now = Date.parse("2026-12-03T18:30:00Z");
  expect(await call()).toBe(1);
  expect(ground.sent.map(({ to }) => to)).toEqual(["sara@post.example"]);
  expect(ground.sent[0]?.text).toContain("till 21:00");
  expect(JSON.stringify(ground.sent)).not.toMatch(/jour|chatt|pass|våld/i);
  ground.from = undefined;
  expect(await call()).toBe(0);
});
