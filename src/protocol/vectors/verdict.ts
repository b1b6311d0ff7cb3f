import { refuse } from "../refusal.ts";
import type { Outcome, RefusalCode } from "../refusal.ts";
import { refusedBy } from "./blocks.ts";

/** The verdict that stands in the vector; throws where this program gives another. */
export async function verdict<T>(
  outcome: Outcome<T>,
  refused: RefusalCode | undefined,
  why: string,
) {
  if (!refused) {
    if (!outcome.ok) throw new Error(`${why}: ${outcome.code}`);
    return {};
  }
  const work = async () => (outcome.ok ? undefined : refuse(outcome.code));
  return { refused: await refusedBy(work, refused) };
}
