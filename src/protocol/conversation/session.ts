import { equal } from "../bytes.ts";
import { TYPE } from "../labels.ts";
import { attempt, demand, refuse } from "../refusal.ts";
import { duty as dutyStatement } from "../trust/objects.ts";
import { hearDirect, writeNote } from "./direct.ts";
import { hearAfterEnd, hearEnd, hearLeave, sayEnd, sayLeave } from "./endings.ts";
import { hearConfirm, hearEpoch } from "./epochs.ts";
import { hearHello, letIn, sayHello } from "./hellos.ts";
import { hearMessage, sendReceipt, write } from "./messages.ts";
import { SIZE } from "./objects.ts";
import type { Member } from "./objects.ts";
import { rekey } from "./propose.ts";
import type { Suite } from "../suite/types.ts";
import { follow, NOWHERE } from "./reached.ts";
import { currentTrust, eraseKeys, step, view } from "./state.ts";
import type { State } from "./state.ts";
import type { Self, Session, SessionOptions, Step, TabKeys } from "./types.ts";

const HEAR = {
  [TYPE.hello]: hearHello,
  [TYPE.epoch]: hearEpoch,
  [TYPE.message]: hearMessage,
  [TYPE.direct]: hearDirect,
  [TYPE.leave]: hearLeave,
  [TYPE.end]: hearEnd,
  [TYPE.confirm]: hearConfirm,
} as const satisfies Record<
  number,
  (state: State, bytes: Uint8Array, seq: number) => Promise<Step>
>;

function hear(state: State, bytes: Uint8Array, seq: number): Promise<Step> | Step {
  demand(bytes.length <= SIZE.frame, "frame-too-large");
  if (state.farewell) return hearAfterEnd(state, bytes);
  demand(!state.over, state.over === "out" ? "not-a-member" : "ended");
  const how = HEAR[bytes[1] as keyof typeof HEAR] ?? refuse("wrong-type");
  return how(state, bytes, seq);
}

export async function createSession(options: SessionOptions): Promise<Session> {
  const state = await begin(options);
  return {
    tab: state.self.tab,
    get members() {
      return view(state);
    },
    async prepare() {
      await attempt(() => currentTrust(state));
      return step();
    },
    hello: (reason) => sayHello(state, reason),
    async receive({ seq, payload }) {
      await follow(state, seq, payload);
      const heard = await attempt(() => hear(state, payload, seq));
      return heard.ok ? heard.value : step([{ type: "refused", code: heard.code, seq }]);
    },
    admit: (tab) => letIn(state, tab),
    write: (text) => write(state, text),
    receipt: (marks) => sendReceipt(state, marks),
    note: (tab, text) => writeNote(state, tab, text),
    leave: () => sayLeave(state),
    end: () => sayEnd(state),
    rekeyIfDue: () => rekey(state),
    erase() {
      state.over ??= "ended";
      eraseKeys(state);
    },
  };
}

/** Needs nothing of the conversation: they can be made before there is one. */
export async function makeTabKeys(suite: Suite, self: Self = { role: "seeker" }): Promise<TabKeys> {
  const sealSeed = suite.random(32);
  // A copy: erasing it here must not take the duty key from the desk's other conversations.
  const signSeed = self.role === "seeker" ? suite.random(32) : self.dutySeed.slice();
  const key = await suite.ed25519.publicKey(signSeed);
  return {
    tab: suite.random(16),
    signSeed,
    sealSeed,
    key,
    seal: await suite.xwing.publicKey(sealSeed),
  };
}

async function begin(options: SessionOptions): Promise<State> {
  const { suite, self } = options;
  const { signSeed, sealSeed, tab, key, seal } = options.keys ?? (await makeTabKeys(suite, self));
  const member: Member = {
    ...{ tab, role: self.role, key, seal },
    duty: self.role === "seeker" ? new Uint8Array(0) : self.duty,
  };
  if (self.role === "volunteer")
    demand(equal(dutyStatement.peek(self.duty).key, member.key), "bad-key");
  return {
    options,
    self: member,
    signSeed,
    sealSeed,
    candidates: new Map(),
    aliases: new Map(),
    left: new Set(),
    out: new Set(),
    wanted: new Set(),
    last: new Map(),
    reported: new Map(),
    watched: new Map(),
    directSeen: new Set(),
    heads: new Map([[NOWHERE.seq, NOWHERE.head]]),
    reached: NOWHERE,
    forked: false,
    holes: false,
    chain: new Set(),
    vouched: false,
    counter: 0,
    pending: [],
    lines: [],
    transcript: { due: false, told: 0, parts: 0 },
  };
}
