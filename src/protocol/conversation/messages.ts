import { concat, equal, hex, u32, utf8 } from "../bytes.ts";
import { LABEL, labelled } from "../labels.ts";
import { demand, refuse } from "../refusal.ts";
import { openInside, signInside } from "./inside.ts";
import { checkTranscript } from "./direct.ts";
import { message, messageContent, messageContext, SIZE } from "./objects.ts";
import type { Content, Member } from "./objects.ts";
import { propose } from "./propose.ts";
import { checkReached, sameLog } from "./reached.ts";
import {
  active,
  aliasOf,
  checkCounters,
  checkDirectory,
  isSelf,
  isStale,
  join,
  missing,
  name,
  ownCounters,
  ownDirectory,
  present,
  step,
} from "./state.ts";
import type { Active, Pending, State } from "./state.ts";
import type { SessionEvent, Step } from "./types.ts";

/** One key per epoch and tab; a counter is used once under it. */
async function box(state: State, { secret, hash }: Active, tab: Uint8Array, counter: number) {
  const key = await state.options.suite.hkdf(secret, hash, labelled(LABEL.messageKey, tab), 32);
  return {
    key,
    nonce: concat(new Uint8Array(8), u32(counter)),
    aad: messageContext.encode({ epoch: hash, tab, counter }),
  };
}

async function encrypt(state: State, epoch: Active, one: Omit<Pending, "frame">): Promise<Pending> {
  const { suite } = state.options;
  const { tab } = state.self;
  const { id, kind, text, delivered, seen, counter } = one;
  const content = messageContent.encode({
    kind,
    id,
    text,
    delivered,
    seen,
    directory: ownDirectory(state),
    reached: state.reached,
    counters: ownCounters(state, counter - 1),
  });
  const { key, nonce, aad } = await box(state, epoch, tab, counter);
  const inside = await signInside(suite, LABEL.message, state.signSeed, aad, content);
  const sealed = await suite.aesSeal(key, nonce, aad, inside);
  return { ...one, frame: message.encode({ epoch: epoch.number, tab, counter, sealed }) };
}

const hold = (one: Omit<Pending, "frame">): Pending => ({ ...one, frame: new Uint8Array(0) });

async function send(
  state: State,
  what: Pick<Pending, "kind" | "text" | "delivered" | "seen">,
): Promise<Step & { id: string }> {
  const epoch = active(state);
  const id = state.options.suite.random(16);
  const one = { ...what, id, counter: state.counter + 1 };
  // Whoever has left could still open it: it is sealed when the epoch without her comes.
  const held = isStale(state);
  const pending = held ? hold(one) : await encrypt(state, epoch, one);
  state.counter = pending.counter;
  state.pending.push(pending);
  const sent = held ? await propose(state) : step([], [pending.frame]);
  return { ...sent, id: hex(id) };
}

export async function write(state: State, text: string): Promise<Step & { id: string }> {
  demand(text.length > 0, "text-empty");
  demand(utf8(text).length <= SIZE.text, "text-too-long");
  return send(state, { kind: "text", text, delivered: 0, seen: 0 });
}

export const sendReceipt = (
  state: State,
  marks: { delivered: number; seen: number },
): Promise<Step> => send(state, { kind: "receipt", text: "", ...marks });

/** A new epoch voids what the log has not shown yet: the same counters go again, under the new key. */
export async function encryptPending(state: State, epoch: Active): Promise<Step> {
  if (isStale(state)) {
    state.pending = state.pending.map(hold);
    return state.pending.length > 0 ? propose(state) : step();
  }
  const again: Pending[] = [];
  for (const one of state.pending) again.push(await encrypt(state, epoch, one));
  state.pending = again;
  return step(
    [],
    again.map(({ frame }) => frame),
  );
}

export async function hearMessage(state: State, bytes: Uint8Array, seq: number): Promise<Step> {
  const { epoch: number, tab, counter, sealed } = message.decode(bytes);
  if (isSelf(state, tab)) return hearOwn(state, number, bytes, seq);
  demand(number >= (state.epoch?.number ?? 0), "late-epoch");
  demand(number === state.epoch?.number, "epoch-not-next");
  const sender = present(state, tab);
  const last = state.last.get(name(tab)) ?? 0;
  const { epoch, holes } = state;
  // Refused from here on it may still have been her word: nobody can say then that nothing is missing.
  if (epoch?.secret) state.holes = true;
  demand(counter > last, "replayed");
  if (!epoch?.secret) {
    state.watched.set(name(tab) + counter, seq);
    return step();
  }
  const sent = { sender, counter, sealed };
  const content = await decrypt(state, { ...epoch, secret: epoch.secret }, sent);
  state.last.set(name(tab), counter);
  state.holes = holes || counter > last + 1;
  const from = Math.max(last, state.reported.get(name(tab)) ?? 0) + 1;
  const gap = from < counter ? [missing(state, tab, from, counter - 1)] : [];
  return join(
    step(gap),
    checkTranscript(state, sender),
    checkCounters(state, content.counters),
    step(told(state, sender, content, seq)),
    checkReached(state, content.reached, seq),
    checkDirectory(state, content.directory, seq),
  );
}

async function decrypt(
  state: State,
  epoch: Active,
  { sender, counter, sealed }: { sender: Member; counter: number; sealed: Uint8Array },
): Promise<Content> {
  const { suite } = state.options;
  const { key, nonce, aad } = await box(state, epoch, sender.tab, counter);
  const inside = await suite.aesOpen(key, nonce, aad, sealed);
  return messageContent.decode(await openInside(suite, LABEL.message, sender.key, aad, inside));
}

function told(state: State, sender: Member, content: Content, seq: number): SessionEvent[] {
  const { tab, role, key } = sender;
  const { id, text, delivered, seen } = content;
  // Places in another log than this one would mark what she never had.
  if (content.kind === "receipt")
    return sameLog(state, content.reached) ? [{ type: "receipt", tab, role, delivered, seen }] : [];
  const alias = aliasOf(state, tab);
  state.lines.push({ id, tab, role, key, alias, seq, text });
  const mine = equal(key, state.self.key);
  return [{ type: "message", id: hex(id), tab, role, alias, mine, text, seq, replayed: false }];
}

function hearOwn(state: State, number: number, bytes: Uint8Array, seq: number): Step {
  // Overtaken by an epoch; it went again when that epoch came.
  if (state.epoch && number < state.epoch.number) return step();
  const one = state.pending.find(({ frame }) => equal(frame, bytes)) ?? refuse("replayed");
  state.pending = state.pending.filter((other) => other !== one);
  if (one.kind === "receipt") return step();
  const { tab, role, key } = state.self;
  const { id, text } = one;
  state.lines.push({ id, tab, role, key, alias: aliasOf(state, tab), seq, text });
  return step([{ type: "logged", id: hex(id), seq }]);
}
