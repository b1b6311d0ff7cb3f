import { concat } from "../bytes.ts";
import { seal } from "../hpke.ts";
import { LABEL, labelled } from "../labels.ts";
import type { Suite } from "../suite/types.ts";
import { epoch, epochCore } from "./objects.ts";
import type { EpochCore, Member } from "./objects.ts";
import { nextRoster } from "./roster.ts";
import { isSelf, ownCounters, ownDirectory, step } from "./state.ts";
import type { State } from "./state.ts";
import type { Step } from "./types.ts";

const MINUTE = 60_000;
/** A volunteer waits a little longer, so that the two do not race each time. */
const REKEY = { seeker: 10 * MINUTE, volunteer: 11 * MINUTE } as const;

/** The author's proof that she knows the secret, and the same one for everybody. */
export async function tagOf(
  suite: Suite,
  secret: Uint8Array,
  core: EpochCore,
): Promise<Uint8Array> {
  const salt = await suite.sha256(epochCore.encode(core));
  return suite.hkdf(secret, salt, labelled(LABEL.epochTag), 32);
}

export const hashOf = (suite: Suite, core: EpochCore, tag: Uint8Array): Promise<Uint8Array> =>
  suite.sha256(concat(epochCore.encode(core), tag));

export const sealInfo = (hash: Uint8Array, tab: Uint8Array): Uint8Array =>
  labelled(LABEL.epochSeal, hash, tab);

/** Makes the next epoch unless one of this tab's own is still on its way. */
export async function propose(state: State): Promise<Step> {
  if (state.proposal) return step();
  const { suite, conversation } = state.options;
  const roster = nextRoster(state);
  const core: EpochCore = {
    conversation,
    number: state.epoch ? state.epoch.number + 1 : 0,
    previous: state.epoch?.hash ?? new Uint8Array(32),
    author: state.self.tab,
    roster,
    reached: state.reached,
    counters: ownCounters(state),
    directory: ownDirectory(state),
  };
  const secret = suite.random(32);
  const tag = await tagOf(suite, secret, core);
  const hash = await hashOf(suite, core, tag);
  const seals = await sealToAll(state, roster, hash, secret);
  const bytes = await epoch.make(suite, state.signSeed, { core, tag, seals });
  state.proposal = { hash, secret };
  return step([], [bytes]);
}

function sealToAll(state: State, roster: Member[], hash: Uint8Array, secret: Uint8Array) {
  const { suite } = state.options;
  const others = roster.filter(({ tab }) => !isSelf(state, tab));
  return Promise.all(
    others.map(async ({ tab, seal: key }) => ({
      tab,
      sealed: await seal(suite, key, sealInfo(hash, tab), new Uint8Array(0), secret),
    })),
  );
}

export async function rekey(state: State): Promise<Step> {
  const { epoch: current, self, options } = state;
  if (state.over || !current?.secret || nextRoster(state).length < 2) return step();
  const due = options.now() - current.since >= REKEY[self.role];
  return due ? propose(state) : step();
}
