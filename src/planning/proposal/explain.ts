import type { Unfilled } from "../contract.ts";
import { clash, mayAsk, type Problem, qualitiesMissing, type ToFill } from "./problem.ts";

/** Of each place that stayed empty: what became of those who could have been asked. */
export function explain(
  problem: Problem,
  placesOf: ReadonlyMap<string, readonly string[]>,
): { readonly shift: string; readonly reason: Unfilled }[] {
  const { shifts, people } = problem;
  const everybodyAt = (shift: ToFill): string[] => [...shift.on, ...(placesOf.get(shift.id) ?? [])];
  return shifts.flatMap((shift) => {
    const on = everybodyAt(shift);
    const empty = shift.needed - on.length;
    if (empty <= 0) return [];
    const there = people.filter(({ member }) => on.includes(member));
    const hasExperienced = there.some(({ standing }) => standing === "experienced");
    const tally = { cannot: 0, elsewhere: 0, enough: 0, resting: 0, newcomers: 0, all: 0 };
    for (const person of people) {
      if (on.includes(person.member) || person.standing === "shadowing") continue;
      const hers = shifts.filter((one) => everybodyAt(one).includes(person.member));
      const clashes = hers.map((one) => clash(shift, one));
      if (problem.wishOf(shift.id, person.member) === "cannot") tally.cannot++;
      else if (clashes.includes("elsewhere")) tally.elsewhere++;
      else if (clashes.includes("resting")) tally.resting++;
      else if (person.most !== null && hers.length >= person.most) tally.enough++;
      else if (
        person.standing === "newcomer" &&
        (!hasExperienced || !mayAsk(shift, person, undefined))
      )
        tally.newcomers++;
      else tally.all++;
    }
    return [
      { shift: shift.id, reason: { empty, ...tally, missing: qualitiesMissing(shift, there) } },
    ];
  });
}
