import { equal, u32 } from "../bytes.ts";
import { LABEL, labelled } from "../labels.ts";
import type { Reached } from "./objects.ts";
import { step } from "./state.ts";
import type { State } from "./state.ts";
import type { Step } from "./types.ts";

export const NOWHERE: Reached = { seq: 0, head: new Uint8Array(32) };

/** Every frame counts, also one that is refused: whoever was given the same log has the same hash. */
export async function follow(state: State, seq: number, payload: Uint8Array): Promise<void> {
  const data = labelled(LABEL.log, state.reached.head, u32(seq), payload);
  const head = await state.options.suite.sha256(data);
  state.reached = { seq, head };
  state.heads.set(seq, head);
}

/** Whether the author had, at the place that she names, the same log as this tab. */
export function sameLog(state: State, { seq, head }: Reached): boolean {
  const own = state.heads.get(seq);
  return own !== undefined && equal(own, head);
}

/** Frames that were dropped, added, exchanged or put in another order for one of two: whoever hears it says so. */
export function checkReached(state: State, theirs: Reached, seq: number): Step {
  if (state.forked || sameLog(state, theirs)) return step();
  state.forked = true;
  return step([{ type: "refused", code: "conversation-fork", seq }]);
}
