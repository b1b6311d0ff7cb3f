import type { ReadMailbox, VerifiedTeamKey } from "../../protocol/letters/index.ts";

/**
 * Her own first letter, which she has signed, names a key of the team that the server says this is: what
 * she wrote to one team cannot be shown to her as written to another.
 */
export function isOf(teamKeys: readonly VerifiedTeamKey[], { letters }: ReadMailbox): boolean {
  const [first] = letters;
  return !first?.ok || teamKeys.some(({ id }) => id.join() === first.header.teamKey.join());
}
