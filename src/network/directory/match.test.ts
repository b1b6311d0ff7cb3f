import { describe, expect, it } from "vitest";
import { counties, isMunicipality, municipalities } from "../municipalities.ts";
import { type FileJour, match, type Search, suggest } from "./match.ts";

const never = Array.from({ length: 7 }, () => []);
const evening = Array.from({ length: 7 }, () => [{ from: "18:00", until: "21:00" }]);

const jour = (id: string, given: Partial<FileJour>, open = false): FileJour => ({
  ...{ id, name: id, doors: ["woman", "worried"], municipalities: [], elsewhere: true },
  hours: { week: { chat: open ? evening : never }, exceptions: [] },
  ...given,
});

const jours = [
  jour("hjortron", { municipalities: ["2584", "2523"] }),
  jour("renlav", { municipalities: ["2580"] }, true),
  jour("tuvull", { municipalities: ["2505"], elsewhere: false }),
  jour("fjallglim", { municipalities: ["2584"], doors: ["young"] }, true),
  jour("martorn", { municipalities: ["1280"] }, true),
  jour("idegran", { municipalities: ["1286"], elsewhere: false }, true),
];
const atSeven = [Date.parse("2026-11-26T19:00+01:00")];
const search: Search = { who: "woman", where: "home", municipality: "2584", openOnly: false };
const ids = (found: readonly { jour: FileJour }[]): string[] => found.map((one) => one.jour.id);
const found = (given: Partial<Search> = {}, at: readonly number[] = atSeven) => {
  const { here, near, away } = match(jours, { ...search, ...given }, at);
  return [ids(here), ids(near), ids(away)];
};

describe("the search in the browser", () => {
  it("shows those for her municipality, then those that receive her from elsewhere", () => {
    expect(found()).toEqual([["hjortron"], ["renlav"], ["martorn"]]);
  });

  it("respects who receives whom", () => {
    expect(found({ who: "young" })).toEqual([["fjallglim"], [], []]);
    expect(found({ who: "" })[0]).toEqual(["fjallglim", "hjortron"]);
  });

  it("of those elsewhere leaves out her own municipality and those who receive nobody from outside", () => {
    expect(found({ where: "elsewhere" })).toEqual([[], [], ["martorn", "renlav"]]);
    expect(found({ where: "elsewhere", municipality: "" })[2]).toEqual([
      ...["martorn", "renlav", "hjortron"],
    ]);
  });

  it("with only those that are open leaves out the others, and a clock that is wrong opens none", () => {
    expect(found({ openOnly: true })).toEqual([[], ["renlav"], ["martorn"]]);
    const early = Date.parse("2026-11-26T09:00+01:00");
    expect(found({ openOnly: true }, [...atSeven, early])).toEqual([[], [], []]);
  });
});

describe("the municipalities", () => {
  it("are all 290 of 21 counties, by the codes of Statistics Sweden", () => {
    expect(municipalities).toHaveLength(290);
    expect(new Set(municipalities.map(({ code }) => code)).size).toBe(290);
    expect(new Set(municipalities.map(({ name }) => name)).size).toBe(290);
    expect(municipalities.filter(({ code }) => !/^\d{4}$/.test(code))).toEqual([]);
    expect(
      Object.fromEntries(counties.map((one) => [one.code, one.municipalities.length])),
    ).toEqual({
      ...{ "01": 26, "03": 8, "04": 9, "05": 13, "06": 13, "07": 8, "08": 12, "09": 1 },
      ...{ 10: 5, 12: 33, 13: 6, 14: 49, 17: 16, 18: 12, 19: 10, 20: 15, 21: 10 },
      ...{ 22: 7, 23: 8, 24: 15, 25: 14 },
    });
    expect([isMunicipality("2584"), isMunicipality("9999")]).toEqual([true, false]);
  });

  const towns = municipalities.map(({ code, name }) => [code, name] as const);
  const named = (written: string): string[] => suggest(towns, written).map(([, name]) => name);

  it("are found without dots and rings, from the first letters", () => {
    expect(named("ostersu")).toEqual(["Östersund"]);
    expect(named("GOTEB")).toEqual(["Göteborg"]);
    expect(named("malung salen")).toEqual(["Malung-Sälen"]);
    expect(named("edet")).toEqual(["Lilla Edet"]);
    expect(named("Kiruna kommun")).toEqual(["Kiruna"]);
  });

  it("that differ in a ring alone are both offered, the written one first", () => {
    expect(named("habo")).toEqual(["Habo", "Håbo"]);
    expect(named("håbo")).toEqual(["Håbo", "Habo"]);
    expect(named("xyz")).toEqual([]);
  });
});
