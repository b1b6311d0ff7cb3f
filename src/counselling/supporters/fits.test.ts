import { describe, expect, it } from "vitest";
import type { FormDefinition } from "../../forms/index.ts";
import type { Willing } from "../contract.ts";
import { starterForm } from "../starter.ts";
import { fitsOf, rankOf, weekdayOf, type Wish, wishOf } from "./fits.ts";

const willing: Willing = { visits: ["court"], places: ["Lund", "Södra Sandby"], days: [1, 5] };
// A Friday.
const wish: Wish = { visit: "court", town: "Lund", date: "2026-12-04" };

describe("what she wishes", () => {
  it("is read from our own form", () => {
    const answers = { where: "court", town: "Lund", date: "2026-12-04", words: "Jag är rädd" };
    expect(wishOf(starterForm("accompany"), answers)).toEqual(wish);
    expect(wishOf(starterForm("accompany"), { where: "police" })).toEqual({
      ...{ visit: "police", town: "", date: "" },
    });
  });

  it("is read from a form that the jour wrote itself, by its words", () => {
    const said = (sv: string) => ({ sv, en: "" });
    const asked = { hint: said(""), required: false, when: null };
    const form: FormDefinition = {
      ...{ offered: true, lead: said("") },
      questions: [
        {
          ...{ ...asked, id: "q1", label: said("Vart?"), kind: "choice", several: true },
          options: ["Annat", "Socialtjänst"].map((sv, at) => ({ id: `a${at}`, label: said(sv) })),
        },
        { ...asked, id: "q2", label: said("Vilken kommun?"), kind: "text", long: false },
      ],
    };
    const answers = { q1: ["a0", "a1"], q2: "Eslöv" };
    expect(wishOf(form, answers)).toEqual({ visit: "social-services", town: "Eslöv", date: "" });
  });
});

describe("whom it suits", () => {
  it.each([
    [wish, 0],
    [{ ...wish, town: "i Lunds kommun" }, 0],
    [{ ...wish, town: "  LUND " }, 0],
    [{ ...wish, town: "södra sandby" }, 0],
    [{ ...wish, town: "Lundby" }, 2],
    [{ ...wish, town: "Sandby" }, 2],
    [{ ...wish, date: "2026-12-03" }, 2],
    [{ ...wish, visit: "police" }, 2],
    [{ ...wish, date: "" }, 1],
    [{ ...wish, visit: null }, 1],
    [{ ...wish, town: "" }, 1],
  ] as [Wish, number][])("%j", (asked, rank) => {
    expect(rankOf(fitsOf(willing, asked))).toBe(rank);
  });

  it("is anywhere and any day where she has named none", () => {
    const open: Willing = { visits: ["court"], places: [], days: [] };
    expect(rankOf(fitsOf(open, { ...wish, town: "Kiruna", date: "2026-12-06" }))).toBe(0);
  });

  it("counts the days of the week from Monday", () => {
    expect(["2026-11-30", "2026-12-06"].map(weekdayOf)).toEqual([1, 7]);
  });
});
