import { TYPE } from "../../labels.ts";
import { attempt } from "../../refusal.ts";
import type { Name } from "../world.ts";
import {
  forgedDirect,
  forgedEnd,
  forgedEpoch,
  forgedHello,
  forgedLeave,
  forgedMessage,
} from "./forgery.ts";
import type { Scene } from "./forgery.ts";
import type { History } from "./history.ts";
import type { Deed } from "./ops.ts";
import type { Tab } from "./tab.ts";

type Play = (history: History, a: number, b: number) => Promise<unknown> | void;

const NAMES: readonly Name[] = ["anna", "bea", "cleo"];

const isWord = (frame: Uint8Array | undefined): boolean => frame?.[1] === TYPE.message;

const flipped = (payload: Uint8Array | undefined, b: number): Uint8Array | undefined => {
  const copy = payload?.slice();
  if (copy) copy[b % copy.length] = (copy[b % copy.length] ?? 0) ^ (1 << (b % 8));
  return copy;
};

const changed = (payload: Uint8Array | undefined, b: number): Uint8Array[] => {
  const copy = flipped(payload, b);
  return copy ? [copy] : [];
};

/** Where the log holds nothing to make it of, nothing is made. */
const forge =
  (make: (scene: Scene, b: number) => Promise<Uint8Array | undefined>): Play =>
  async (history, a, b) => {
    const made = await attempt(() => make(history, b));
    if (made.ok) await history.put(a, made.value);
  };

const volunteer = (history: History, a: number): Tab | undefined => {
  const some = history.living.filter(({ who }) => who !== "seeker");
  return some[a % some.length];
};

export const plays: Readonly<Record<Deed, Play>> = {
  write: (history, a) => history.say(history.tab(a)),
  /** Two say something at once, and the server has it. */
  async chat(history, a, b) {
    for (const tab of new Set([history.tab(a), history.tab(b)])) {
      await history.say(tab);
      history.flush(tab, tab.outbox.length);
    }
  },
  receipt: (history, a) =>
    history.tab(a).act((session) => session.receipt({ delivered: history.tab(a).seq, seen: 1 })),
  async note(history, a, b) {
    const to = volunteer(history, b);
    if (to) await history.tab(a).act((session) => session.note(to.session.tab, "en lapp"));
  },
  come: (history, a, b) => history.come(NAMES[a % NAMES.length] ?? "anna", b),
  admit: (history, _a, b) => history.admit(b),
  async leave(history, a) {
    const tab = volunteer(history, a);
    if (!tab) return;
    await history.catchUp(tab);
    await tab.act((session) => session.leave());
    tab.left = tab.gone = true;
  },
  async reload(history, a, b) {
    const tab = volunteer(history, a);
    if (tab && tab.who !== "seeker") await history.come(tab.who, b);
  },
  crash(history, a) {
    const tab = volunteer(history, a);
    if (tab) tab.gone = true;
  },
  rekey(history, a) {
    history.pass(11);
    return history.tab(a).act((session) => session.rekeyIfDue());
  },
  flush: (history, a, b) => history.flush(history.tab(a), 1 + (b % 3)),
  deliver: (history, a, b) => history.deliver(history.tab(a), 1 + (b % 5)),
  settle: (history) => history.settle(),
  async end(history, a, b) {
    const tab = history.tab(a);
    if (b % 3) await history.catchUp(tab);
    await tab.act(async (session) => {
      const done = await session.end();
      tab.farewell = true;
      return done;
    });
  },

  /** Its number goes to something that says nothing, so that all others keep theirs. */
  drop(history, a) {
    const tab = history.tab(a);
    if (history.common) return void tab.outbox.shift();
    if (tab.cursor >= history.log.length) return;
    tab.cursor++;
    tab.seq++;
  },
  /** As if it had never been: all that follow are one lower. */
  hide(history, a) {
    const tab = history.tab(a);
    if (history.common) return void tab.outbox.shift();
    if (tab.cursor < history.log.length) tab.cursor++;
  },
  /** The next two words, of two people if there are such, come in the other order. */
  async swap(history, a) {
    const tab = history.tab(a);
    if (history.common) return void tab.outbox.push(...tab.outbox.splice(0, 1));
    const words = history.log.findIndex(
      (frame, at) => at >= tab.cursor && isWord(frame) && isWord(history.log[at + 1]),
    );
    if (words > tab.cursor) await history.deliver(tab, words - tab.cursor);
    const [one, two] = history.log.slice(tab.cursor, tab.cursor + 2);
    if (!one || !two) return;
    tab.cursor += 2;
    await tab.receive(two);
    await tab.receive(one);
  },
  again: (history, a, b) =>
    history.slip(history.tab(a), history.log[b % Math.max(1, history.log.length)]),
  replay(history, _a, b) {
    const old = history.log[b % Math.max(1, history.log.length)];
    if (old) history.log.push(old);
  },
  lose: (history, a) => void history.tab(a).outbox.shift(),
  reorder(history, a) {
    const { outbox } = history.tab(a);
    outbox.push(...outbox.splice(0).toReversed());
  },
  async flip(history, a, b) {
    const tab = history.tab(a);
    if (history.common) tab.outbox.splice(0, 1, ...changed(tab.outbox[0], b));
    else if (tab.cursor < history.log.length)
      await history.slip(tab, flipped(history.log[tab.cursor++], b));
  },
  garbage: (history, a, b) =>
    history.put(
      a,
      history.ledger.suite
        .random(b % 700)
        .fill(1, 0, 1)
        .fill(b & 0x1f, 1, 2),
    ),
  foreign: (history, a, b) =>
    history.put(a, history.house.elsewhere[b % history.house.elsewhere.length]),
  forgeHello: forge(forgedHello),
  forgeEpoch: forge(forgedEpoch),
  forgeEnd: forge(forgedEnd),
  forgeLeave: forge(forgedLeave),
  forgeMessage: forge(forgedMessage),
  forgeDirect: forge(forgedDirect),
  /** Only for who has seen the right one: the first word of all cannot be checked against an earlier one. */
  trust(history, a, b) {
    const tab = history.tab(a);
    const hasSeen = tab.who !== "seeker" || tab.events.some(({ type }) => type === "joining");
    const all = [...history.house.trusts, history.house.world.trust];
    if (hasSeen) tab.trust = all[b % all.length] ?? history.house.world.trust;
  },
  /** Somebody comes and is let in, whatever else is going on: attacks on an empty room say little. */
  async together(history, a) {
    await history.come(NAMES[a % NAMES.length] ?? "anna", 0);
    await history.settle();
    await history.admit(0);
    await history.settle();
  },
};
