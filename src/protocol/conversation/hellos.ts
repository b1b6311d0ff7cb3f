import { equal } from "../bytes.ts";
import { demand, refuse } from "../refusal.ts";
import { checkRoster, nextRoster } from "./roster.ts";
import { propose } from "./propose.ts";
import { hello } from "./objects.ts";
import {
  currentDuty,
  currentTrust,
  inRoster,
  isSelf,
  name,
  ownDirectory,
  step,
  checkDirectory,
  join,
} from "./state.ts";
import type { State } from "./state.ts";
import type { Reason, Step } from "./types.ts";

/** A volunteer's tab says that it is there, and which key to seal to. */
export async function sayHello(state: State, reason: Reason): Promise<Step> {
  const { self, options } = state;
  demand(self.role === "volunteer", "wrong-role");
  demand(!state.over, "ended");
  await currentTrust(state);
  state.reason = reason;
  const { tab, duty, seal } = self;
  const value = {
    conversation: options.conversation,
    tab,
    reason,
    duty,
    seal,
    directory: ownDirectory(state),
  };
  return step([], [await hello.make(options.suite, state.signSeed, value)]);
}

export async function hearHello(state: State, bytes: Uint8Array, seq: number): Promise<Step> {
  const claimed = hello.peek(bytes);
  demand(equal(claimed.conversation, state.options.conversation), "foreign-conversation");
  const tab = name(claimed.tab);
  demand(
    !state.candidates.has(tab) && !inRoster(state.epoch?.roster ?? [], claimed.tab),
    "duplicate-tab",
  );
  const duty = await currentDuty(state, claimed.duty);
  const value = await hello.open(state.options.suite, duty.key, bytes);
  // A key that nobody can seal to would stop every later epoch: found out now, it stops only its owner.
  await state.options.suite.xwing.encapsulate(value.seal);
  const reason = reasonFor(state, duty.key);
  const member = {
    tab: value.tab,
    role: "volunteer" as const,
    key: duty.key,
    seal: value.seal,
    duty: value.duty,
  };
  supersede(state, duty.key);
  state.candidates.set(tab, { member, alias: duty.alias, reason });
  state.aliases.set(tab, duty.alias);
  const watching = state.self.role === "volunteer" && !state.epoch?.secret;
  if (isSelf(state, value.tab) || watching) return step();
  return join(
    checkDirectory(state, value.directory, seq),
    step([{ type: "joining", tab: value.tab, alias: duty.alias, reason }]),
  );
}

/** What the log shows, rather than what the newcomer says of herself: her first tab may have died unheard. */
function reasonFor(state: State, key: Uint8Array): Reason {
  const known = [...state.candidates.values()].some(({ member }) => equal(member.key, key));
  if (known) return "return";
  const others = state.epoch?.roster.some(
    ({ role, tab }) => role === "volunteer" && !state.left.has(name(tab)),
  );
  return others ? "join" : "take";
}

/** A duty sits in one tab, the newest: an older one that still waits is a closed page, and must not put this one out. */
function supersede(state: State, key: Uint8Array): void {
  const roster = state.epoch?.roster ?? [];
  for (const [tab, { member }] of state.candidates) {
    if (!equal(member.key, key) || inRoster(roster, member.tab)) continue;
    state.left.add(tab);
    state.wanted.delete(tab);
  }
}

/** The seeker lets in a tab that she was shown. */
export async function letIn(state: State, tab: Uint8Array): Promise<Step> {
  demand(state.self.role === "seeker", "wrong-role");
  demand(!state.over, "ended");
  const candidate = state.candidates.get(name(tab)) ?? refuse("unknown-tab");
  demand(!inRoster(state.epoch?.roster ?? [], tab), "duplicate-tab");
  demand(!state.left.has(name(tab)), "not-a-member");
  await currentDuty(state, candidate.member.duty);
  state.wanted.add(name(tab));
  try {
    checkRoster(state, state.self, nextRoster(state));
  } catch (error) {
    state.wanted.delete(name(tab));
    throw error;
  }
  return propose(state);
}
