import { equal } from "../bytes.ts";
import { open } from "../hpke.ts";
import { attempt, demand, refuse } from "../refusal.ts";
import { checkTranscript, sealTranscript } from "./direct.ts";
import { encryptPending } from "./messages.ts";
import { confirm, epoch } from "./objects.ts";
import type { Epoch, EpochCore } from "./objects.ts";
import { hashOf, propose, sealInfo, tagOf } from "./propose.ts";
import { checkReached } from "./reached.ts";
import { authorOf, checkRoster, nextRoster } from "./roster.ts";
import {
  checkCounters,
  checkDirectory,
  eraseKeys,
  inRoster,
  isSelf,
  join,
  name,
  present,
  step,
  view,
} from "./state.ts";
import type { State } from "./state.ts";
import type { Step } from "./types.ts";

/** The first valid epoch n+1 in the log wins; nothing is changed here before all of it is found true. */
export async function hearEpoch(state: State, bytes: Uint8Array, seq: number): Promise<Step> {
  const { suite, conversation } = state.options;
  const { core, tag } = epoch.peek(bytes);
  demand(equal(core.conversation, conversation), "foreign-conversation");
  const next = state.epoch ? state.epoch.number + 1 : 0;
  // Another's epoch was first; what this one was for is proposed again where it is still needed.
  if (core.number < next && isSelf(state, core.author)) return step();
  demand(core.number >= next, "late-epoch");
  demand(core.number === next, "epoch-not-next");
  demand(equal(core.previous, state.epoch?.hash ?? new Uint8Array(32)), "epoch-not-next");
  const hash = await hashOf(suite, core, tag);
  const heard = await attempt(() => accept(state, core, bytes, hash));
  if (heard.ok) return adopt(state, core, hash, heard.value, seq);
  const { proposal } = state;
  const own = proposal && equal(proposal.hash, hash) ? proposal : undefined;
  if (!own || heard.code !== "late-epoch") return refuse(heard.code);
  // This tab's own, made void by what lies before it in the log: it must not stand in the way of the next.
  own.secret.fill(0);
  state.proposal = undefined;
  return proposeWhatIsLeft(state);
}

/** The secret, where this tab is in the roster. */
async function accept(
  state: State,
  core: EpochCore,
  bytes: Uint8Array,
  hash: Uint8Array,
): Promise<Uint8Array | undefined> {
  const author = authorOf(state, core);
  const value = await epoch.open(state.options.suite, author.key, bytes);
  checkRoster(state, author, core.roster);
  return inRoster(core.roster, state.self.tab) && secretOf(state, value, hash);
}

async function secretOf(
  state: State,
  { core, tag, seals }: Epoch,
  hash: Uint8Array,
): Promise<Uint8Array> {
  const { suite } = state.options;
  checkVouched(state);
  if (isSelf(state, core.author)) {
    const own = state.proposal;
    return own && equal(own.hash, hash) ? own.secret : refuse("epoch-secret-mismatch");
  }
  const { sealed } = seals.find(({ tab }) => isSelf(state, tab)) ?? refuse("epoch-without-me");
  const secret = await open(
    suite,
    state.sealSeed,
    sealInfo(hash, state.self.tab),
    new Uint8Array(0),
    sealed,
  );
  demand(equal(await tagOf(suite, secret, core), tag), "epoch-secret-mismatch");
  return secret;
}

/**
 * Whoever was called in by a colleague comes in only where a colleague has confirmed this very chain of epochs:
 * a server could otherwise let her talk to a seeker of its own.
 */
function checkVouched(state: State): void {
  const { self, reason } = state;
  const shown = state.candidates.get(name(self.tab))?.reason;
  // Who says that she returns, and of whom the log has no earlier tab, has been told of it by the server alone.
  const calledIn = reason === "join" || (reason === "return" && shown === "join");
  demand(!calledIn || state.epoch?.secret !== undefined || state.vouched, "unvouched");
}

async function adopt(
  state: State,
  core: EpochCore,
  hash: Uint8Array,
  secret: Uint8Array | undefined,
  seq: number,
): Promise<Step> {
  const before = state.epoch;
  const { number, roster } = core;
  if (before?.secret && !secret) return putOut(state);
  if (!before?.secret) countFrom(state, core);
  before?.secret?.fill(0);
  if (state.proposal?.secret !== secret) state.proposal?.secret.fill(0);
  state.proposal = undefined;
  const gone = (before?.roster ?? []).filter(({ tab }) => !inRoster(roster, tab));
  for (const { tab } of gone) state.out.add(name(tab));
  const now = { number, hash, roster, since: state.options.now() };
  state.epoch = { ...now, secret };
  state.chain.add(name(hash));
  for (const { tab } of roster) state.wanted.delete(name(tab));
  if (!secret) return step();
  const added = roster.filter(({ tab }) => !inRoster(before?.roster ?? [], tab));
  const isNew = before?.secret === undefined;
  const author = inRoster(roster, core.author) ?? state.self;
  const told = isNew ? step() : checkTranscript(state, author);
  if (isNew && state.self.role === "volunteer") state.transcript.due = number > 0;
  return join(
    told,
    checkDirectory(state, core.directory, seq),
    checkReached(state, core.reached, seq),
    checkCounters(state, core.counters, gone),
    step([{ type: "members", members: view(state) }]),
    isNew ? await sayConfirm(state, hash) : step(),
    await sealTranscript(state, added),
    await encryptPending(state, { ...now, secret }),
    await proposeWhatIsLeft(state),
  );
}

/**
 * A newcomer counts from where the author stood. What the log has held since in somebody's name may be hers, and then
 * is among what is told again: it is not told as missing, but no end is confirmed upon it, since she could not check it.
 */
function countFrom(state: State, { counters, reached }: EpochCore): void {
  for (const { tab, counter } of counters) {
    if (isSelf(state, tab)) continue;
    const key = name(tab);
    let shown = counter;
    while ((state.watched.get(key + (shown + 1)) ?? 0) > reached.seq) shown += 1;
    state.last.set(key, counter);
    state.reported.set(key, shown);
  }
  state.watched.clear();
}

/** Another tab of the same duty has taken this one's place. */
function putOut(state: State): Step {
  state.over = "out";
  eraseKeys(state);
  return step([{ type: "members", members: [] }]);
}

async function sayConfirm(state: State, hash: Uint8Array): Promise<Step> {
  const { self, options } = state;
  if (self.role === "seeker") return step();
  const value = { conversation: options.conversation, tab: self.tab, epoch: hash };
  return step([], [await confirm.make(options.suite, state.signSeed, value)]);
}

export async function hearConfirm(state: State, bytes: Uint8Array): Promise<Step> {
  const { conversation, tab } = confirm.peek(bytes);
  demand(equal(conversation, state.options.conversation), "foreign-conversation");
  const { key } = present(state, tab);
  const { epoch: hash } = await confirm.open(state.options.suite, key, bytes);
  demand(state.chain.has(name(hash)), "epoch-not-next");
  if (!equal(key, state.self.key)) state.vouched = true;
  return step();
}

/** Another's epoch came first: what this seeker still wants is asked for again. */
async function proposeWhatIsLeft(state: State): Promise<Step> {
  if (state.self.role !== "seeker" || !state.epoch) return step();
  const wanted = nextRoster(state);
  const same =
    wanted.length === state.epoch.roster.length &&
    wanted.every(({ tab }) => inRoster(state.epoch?.roster ?? [], tab));
  return same ? step() : propose(state);
}
