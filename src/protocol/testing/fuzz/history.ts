import { hex } from "../../bytes.ts";
import type { Name } from "../world.ts";
import type { House } from "./house.ts";
import { Tab, Violation } from "./tab.ts";
import type { Ledger } from "./tab.ts";
import { suiteFor } from "./watched-suite.ts";
import type { Fault } from "./planted.ts";

const CONVERSATION = new Uint8Array(16).fill(0xc1);
const MINUTE = 60_000;
const MOST_TABS = 7;
const LONGEST = 5 * 60 * MINUTE;

/** One conversation between honest tabs over a server that does what the steps say. */
export class History {
  readonly house: House;
  readonly conversation = CONVERSATION;
  readonly log: Uint8Array[] = [];
  readonly tabs: Tab[] = [];
  readonly ledger: Ledger;
  #elapsed = 0;
  #said = 0;

  /** The server does to all alike what it does: nobody's log differs from another's. */
  readonly common: boolean;

  constructor(house: House, { seed, common }: { seed: number; common: boolean }, fault: Fault) {
    this.house = house;
    this.common = common;
    const suite = suiteFor(seed, house.real);
    this.ledger = {
      suite: fault.suite?.(suite) ?? suite,
      loses: fault.loses ?? (() => false),
      world: house.world,
      conversation: CONVERSATION,
      now: () => house.world.now + this.#elapsed,
      honestKeys: new Set(),
      boxes: new Set(),
      allowed: new Map(),
    };
  }

  async begin(): Promise<void> {
    this.tabs.push(await Tab.open("seeker", "seeker", this.ledger));
  }

  get seeker(): Tab {
    const [seeker] = this.tabs;
    if (!seeker) throw new Error("no seeker");
    return seeker;
  }

  get living(): Tab[] {
    return this.tabs.filter(({ gone }) => !gone);
  }

  tab(a: number): Tab {
    return this.living[a % this.living.length] ?? this.seeker;
  }

  say(tab: Tab): Promise<void> {
    const text = `${tab.name} ${++this.#said}`;
    return tab.act((session) => session.write(text), text);
  }

  pass(minutes: number): void {
    this.#elapsed = Math.min(LONGEST, this.#elapsed + minutes * MINUTE);
  }

  /** A member comes: for the first time, called in, or again after her tab was closed. */
  async come(who: Name, b: number): Promise<void> {
    if (this.tabs.length >= MOST_TABS) return;
    const mine = this.tabs.filter((tab) => tab.who === who);
    const isHere = mine.some(({ left, session }) => !left && session.members.length > 0);
    for (const old of mine) {
      old.gone = true;
      // What a closed page had on its way has come, or never will.
      this.flush(old, b % 3);
      old.outbox.length = 0;
    }
    const others = this.living.some((tab) => tab.who !== "seeker" && tab.isIn);
    const reason = isHere || b % 4 === 3 ? "return" : others ? "join" : "take";
    const duty = this.house.duties[who];
    const tab = await Tab.open(`${who}${mine.length + 1}`, who, this.ledger, duty);
    this.tabs.push(tab);
    await tab.act((session) => session.hello(reason));
  }

  /** The next guest in the order of asking whom the seeker has not let in. */
  async admit(b: number): Promise<void> {
    const asked = this.seeker.events.flatMap((event) =>
      event.type === "joining" ? [event.tab] : [],
    );
    const inside = this.seeker.session.members.map(({ tab }) => hex(tab));
    const waiting = asked.filter((tab) => !inside.includes(hex(tab)));
    const guest = waiting[b % waiting.length] ?? waiting[0];
    if (guest) await this.seeker.act((session) => session.admit(guest));
  }

  flush(tab: Tab, count: number): void {
    this.log.push(...tab.outbox.splice(0, count));
  }

  async deliver(tab: Tab, count: number): Promise<void> {
    for (let left = count; left > 0 && tab.cursor < this.log.length; left--) {
      const payload = this.log[tab.cursor++];
      if (payload) await tab.receive(payload);
    }
  }

  /** What she has said is said: a last word that an epoch overtakes would be lost, and be told as missing. */
  async catchUp(tab: Tab): Promise<void> {
    for (let round = 0; round < 3; round++) {
      this.flush(tab, tab.outbox.length);
      await this.deliver(tab, this.log.length);
    }
  }

  /** All that is on its way arrives. A history that never comes to rest is a fault of ours. */
  async settle(): Promise<void> {
    for (let round = 0; round < 60; round++) {
      for (const tab of this.tabs) this.flush(tab, tab.outbox.length);
      if (this.living.every(({ cursor }) => cursor >= this.log.length)) return;
      for (const tab of this.living) await this.deliver(tab, this.log.length);
    }
    throw new Violation("rest", "the tabs never stop answering each other");
  }

  /** The server gives one tab a frame that nobody else gets at this place. */
  async slip(tab: Tab, payload: Uint8Array | undefined): Promise<void> {
    if (!payload) return;
    if (this.common) this.log.push(payload);
    else await tab.receive(payload);
  }

  /** To one, or into everybody's log. */
  async put(a: number, payload: Uint8Array | undefined): Promise<void> {
    if (!payload) return;
    if (a % 2) this.log.push(payload);
    else await this.slip(this.tab(a >> 1), payload);
  }

  /** Rules i and ii, after every step: whoever holds what opens a word was there, for whoever said it. */
  check(): void {
    for (const tab of this.tabs) {
      for (const key of tab.watch.sealedTo)
        if (!this.ledger.honestKeys.has(key))
          throw new Violation("i", `${tab.name} sealed to a key of nobody honest`);
      const id = hex(tab.session.tab);
      for (const secret of tab.watch.secrets) {
        const allowed = this.ledger.allowed.get(secret);
        if (allowed && !allowed.has(id))
          throw new Violation("ii", `${tab.name} can open what was said without her`);
      }
    }
  }
}
