// Who is reminded of a fee. Pure.

import type { Fee, Member } from "../contract.ts";
import { feeYearOf, hasPaid } from "../policy.ts";
import type { Reminded } from "./contract.ts";

/** The same day of the next month; where it has none, the first of the month after. Days sort as text. */
const monthAfter = (day: string): string => {
  const [year = 0, month = 0] = day.split("-").map(Number);
  const next = month === 12 ? `${year + 1}-01` : `${year}-${String(month + 1).padStart(2, "0")}`;
  return `${next}${day.slice(7)}`;
};

export interface Owing {
  readonly id: string;
  readonly stage: Member["stage"];
  readonly since: string;
  readonly deleteOn: string | null;
  readonly fees: readonly Fee[];
  /** null when it cannot be read. */
  readonly person: Member["person"];
}

export interface ToRemind<One> {
  readonly byMail: readonly One[];
  readonly byLetter: readonly One[];
  /** Have not paid either, and were reminded less than a month ago. */
  readonly recently: readonly One[];
}

/** Whoever is leaving, or joined after that year, owes nothing that one would remind her of. */
export function toRemind<One extends Owing>(
  members: readonly One[],
  year: number,
  { reminded, today }: { readonly reminded: readonly Reminded[]; readonly today: string },
): ToRemind<One> {
  const last = new Map<string, string>();
  for (const { member, on } of reminded) if (on > (last.get(member) ?? "")) last.set(member, on);
  const owing = members.filter(
    ({ stage, since, deleteOn, fees, person }) =>
      stage === "member" &&
      person !== null &&
      deleteOn === null &&
      feeYearOf(since) <= year &&
      !hasPaid(fees, year),
  );
  const isRecent = ({ id }: One): boolean => {
    const on = last.get(id);
    return on !== undefined && today < monthAfter(on);
  };
  const due = owing.filter((one) => !isRecent(one));
  return {
    byMail: due.filter(({ person }) => person?.mail !== ""),
    byLetter: due.filter(({ person }) => person?.mail === ""),
    recently: owing.filter(isRecent),
  };
}
