import { describe, expect, it } from "vitest";
import { isAddress } from "../platform/mail/index.server.ts";
import type { Member } from "./contract.ts";
import { readPerson } from "./person.ts";
import { dayAfterYear, lastDayBefore, withFee } from "./policy.ts";
import { asText, registerRows } from "./register-file.ts";
import { sifted } from "./sifting.ts";

const member = (name: string, more: Partial<Member> = {}): Member => ({
  ...{ id: name, stage: "member", since: "2020-01-01", page: null, deleteOn: null, version: 1 },
  person: { name, mail: "a@b.example", address: "", language: "sv" },
  consent: { version: "2026-1", on: "2020-01-01", how: "page" },
  fees: [],
  ...more,
});
const paid = (...years: number[]) =>
  years.map((year) => ({ year, kronor: 200, on: `${year}-02-01` }));

describe("what somebody writes of herself", () => {
  const read = (name: string, mail: string, address: string) =>
    readPerson({ name, mail, address }, "sv", isAddress);
  it.each([
    ["nothing", "", "", "", { name: "missing", mail: "no-way" }],
    ["no address at all", "Rut", "", "", { mail: "no-way" }],
    ["what is no address", "Rut", "rut.example", "", { mail: "no-address" }],
    ["a name that is too long", "x".repeat(121), "a@b.example", "", { name: "too-long" }],
    ["an address that is too long", "Rut", "", "x".repeat(301), { address: "too-long" }],
  ])("%s is told field by field", (_, name, mail, address, faults) => {
    expect(read(name, mail, address)).toEqual({ faults });
  });
  it("a postal address is enough, and a name is one line", () => {
    expect(read(" Rut\r\nEk ", "", "Stigen 4\r\n123 45")).toEqual({
      person: { name: "Rut Ek", mail: "", address: "Stigen 4\n123 45", language: "sv" },
    });
  });
});

describe("the fee", () => {
  it("of a year is one, the newest first", () => {
    const noted = { kronor: 100, on: "2026-05-01" };
    expect(withFee(paid(2025, 2026), 2026, noted)).toEqual([
      { year: 2026, ...noted },
      ...paid(2025),
    ]);
    expect(withFee(paid(2025, 2026), 2025, null)).toEqual(paid(2026));
  });
  it("year ends with December", () => {
    expect([dayAfterYear("2026-01-01"), dayAfterYear("2026-12-31")]).toEqual(
      Array(2).fill("2027-01-01"),
    );
    expect(lastDayBefore("2027-01-01")).toBe("2026-12-31");
  });
});

describe("the list", () => {
  const all = [
    member("Åsa", { fees: paid(2025) }),
    member("Zara", { fees: paid(2026) }),
    member("Ärla", { person: { name: "Ärla", mail: "", address: "Ängsby", language: "sv" } }),
    member("Ann", { fees: paid(2025, 2026), deleteOn: "2027-01-01" }),
  ];
  const names = (words: string, filter: Parameters<typeof sifted>[1]["filter"]) =>
    sifted(all, { words, filter, year: 2026 }).map(({ id }) => id);
  it.each([
    ["all", ["Ann", "Zara", "Åsa", "Ärla"]],
    ["paid", ["Ann", "Zara"]],
    ["unpaid", ["Åsa", "Ärla"]],
    ["paid-before", ["Åsa"]],
    ["by-letter", ["Ärla"]],
    ["leaving", ["Ann"]],
  ] as const)("shows %s, in the order of å, ä and ö", (filter, found) => {
    expect(names("", filter)).toEqual(found);
  });
  it("is searched in name and addresses, every word", () => {
    expect(names("ÄRLA äng", "all")).toEqual(["Ärla"]);
    expect(names("ärla zara", "all")).toEqual([]);
  });
});

describe("the file", () => {
  it.each(["=1+1", "+46", "-1", "@x", "\tx"])("%j is no formula", (cell) => {
    expect(asText(cell)).toBe(`'${cell}`);
  });
  it("says what is kept, and no key of anybody’s page", () => {
    const one = member("=Rut", { fees: paid(2026, 2025), page: "/medlem/secret" });
    const rows = registerRows([one], "sv");
    expect(rows[1]).toEqual([
      ...["'=Rut", "a@b.example", "", "2020-01-01"],
      ...["2026: 200, 2025: 200", "2020-01-01 (2026-1)"],
    ]);
    expect(JSON.stringify(rows)).not.toContain("secret");
  });
});
