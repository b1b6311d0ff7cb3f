// Which members are shown. Pure.

import type { Member } from "./contract.ts";
import { hasPaid } from "./policy.ts";

export const FILTERS = ["all", "paid", "unpaid", "paid-before", "by-letter", "leaving"] as const;
export type MemberFilter = (typeof FILTERS)[number];

const letters = (text: string): string => text.normalize().toLocaleLowerCase("sv");

interface Sought {
  readonly words: string;
  readonly filter: MemberFilter;
  /** The fee year that is asked of. */
  readonly year: number;
}

const passes = (
  { fees, person, deleteOn }: Member,
  filter: MemberFilter,
  year: number,
): boolean => {
  if (filter === "paid") return hasPaid(fees, year);
  if (filter === "unpaid") return !hasPaid(fees, year);
  if (filter === "paid-before") return hasPaid(fees, year - 1) && !hasPaid(fees, year);
  if (filter === "by-letter") return person?.mail === "";
  return filter === "all" || deleteOn !== null;
};

/** By name, in the order of the Swedish alphabet. Each word must be found somewhere. */
export function sifted(members: readonly Member[], sought: Sought): Member[] {
  const words = letters(sought.words)
    .split(/\s+/u)
    .filter((word) => word !== "");
  const named = new Intl.Collator("sv");
  return members
    .filter((member) => {
      const { name = "", mail = "", address = "" } = member.person ?? {};
      const all = letters(`${name} ${mail} ${address}`);
      return (
        passes(member, sought.filter, sought.year) && words.every((word) => all.includes(word))
      );
    })
    .toSorted((a, b) => named.compare(a.person?.name ?? "", b.person?.name ?? ""));
}
