import { equal } from "../bytes.ts";
import { TYPE } from "../labels.ts";
import { demand, refuse } from "../refusal.ts";
import { end, leave } from "./objects.ts";
import type { Counter, Member } from "./objects.ts";
import { propose } from "./propose.ts";
import { checkTranscript } from "./direct.ts";
import { checkReached } from "./reached.ts";
import {
  active,
  checkCounters,
  eraseKeys,
  inRoster,
  isSelf,
  join,
  name,
  ownCounters,
  present,
  step,
  view,
} from "./state.ts";
import type { State } from "./state.ts";
import type { Step } from "./types.ts";

/** A volunteer goes, others stay. The seeker does not leave: she ends. */
export async function sayLeave(state: State): Promise<Step> {
  const { self, options, counter } = state;
  demand(self.role === "volunteer", "wrong-role");
  demand(!state.over, "ended");
  const { tab } = self;
  const { conversation } = options;
  const value = { conversation, tab, reached: state.reached, counter };
  const bytes = await leave.make(options.suite, state.signSeed, value);
  state.over = "out";
  eraseKeys(state);
  return step([], [bytes]);
}

export async function hearLeave(state: State, bytes: Uint8Array, seq: number): Promise<Step> {
  const { conversation, tab } = leave.peek(bytes);
  demand(equal(conversation, state.options.conversation), "foreign-conversation");
  const waiting = state.candidates.get(name(tab));
  const member = waiting && !state.left.has(name(tab)) ? waiting.member : refuse("not-a-member");
  const { counter, reached } = await leave.open(state.options.suite, member.key, bytes);
  state.left.add(name(tab));
  state.wanted.delete(name(tab));
  if (!inRoster(state.epoch?.roster ?? [], tab) || !state.epoch?.secret) return step();
  return join(
    checkCounters(state, [{ tab, counter }]),
    checkReached(state, reached, seq),
    step([{ type: "members", members: view(state) }]),
    // Her keys go at once, also where nobody else is left to talk to.
    state.self.role === "seeker" ? await propose(state) : step(),
  );
}

/** Signed, with how far each sender came, so that a cut-off tail is noticed. */
export async function sayEnd(state: State): Promise<Step> {
  const { self, options } = state;
  demand(!state.over, "ended");
  if (self.role === "seeker" && !state.epoch) {
    state.over = "ended";
    return step([{ type: "ended", role: "seeker", confirmed: true }]);
  }
  active(state);
  const { tab } = self;
  const { conversation } = options;
  const value = {
    conversation,
    tab,
    reached: state.reached,
    counters: ownCounters(state, state.counter),
  };
  state.farewell = await end.make(options.suite, state.signSeed, value);
  const pending = state.pending.map((one) => ({ ...one, text: "" }));
  state.over = "ended";
  eraseKeys(state);
  state.pending = pending;
  return step([], [state.farewell]);
}

/**
 * After its own goodbye this tab holds no key: it only waits to see that the goodbye is in the log, behind all that
 * went out before it. What still waited for an epoch never went out, and an epoch voids what was on its way.
 */
export function hearAfterEnd(state: State, bytes: Uint8Array): Step {
  const { farewell, pending, self } = state;
  if (!farewell || !equal(bytes, farewell)) {
    if (bytes[1] === TYPE.epoch && pending[0]) state.holes = true;
    state.pending = pending.filter(({ frame }) => !equal(frame, bytes));
    return step();
  }
  state.farewell = undefined;
  const confirmed = !pending[0] && isWhole(state);
  return step([{ type: "ended", role: self.role, confirmed }]);
}

export async function hearEnd(state: State, bytes: Uint8Array, seq: number): Promise<Step> {
  const { conversation, tab } = end.peek(bytes);
  demand(equal(conversation, state.options.conversation), "foreign-conversation");
  const author: Member = present(state, tab);
  const { counters, reached } = await end.open(state.options.suite, author.key, bytes);
  const told = join(checkTranscript(state, author), checkReached(state, reached, seq));
  const confirmed =
    state.epoch?.secret !== undefined && isWhole(state) && complete(state, counters);
  state.over = "ended";
  eraseKeys(state);
  return join(told, step([{ type: "ended", role: author.role, confirmed }]));
}

/** A newcomer may not have been told what was said before. */
const isWhole = ({ transcript, holes, forked }: State): boolean =>
  !transcript.due && !holes && !forked;

/** All that she had sent and seen came here, and all that was sent from here came to her. */
function complete(state: State, counters: Counter[]): boolean {
  const seen = counters.find(({ tab }) => isSelf(state, tab))?.counter ?? 0;
  const came = counters.every(
    ({ tab, counter }) => isSelf(state, tab) || counter <= (state.last.get(name(tab)) ?? 0),
  );
  return came && seen === state.counter;
}
