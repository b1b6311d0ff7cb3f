import { createSession } from "../../conversation/session.ts";
import type { Session, SessionEvent, Step } from "../../conversation/types.ts";
import { message } from "../../conversation/objects.ts";
import { equal, hex } from "../../bytes.ts";
import { TYPE } from "../../labels.ts";
import { Refusal } from "../../refusal.ts";
import type { Suite } from "../../suite/types.ts";
import type { TrustBundle } from "../../trust/types.ts";
import type { Duty, Name, World } from "../world.ts";
import type { Fault } from "./planted.ts";
import { watched } from "./watched-suite.ts";
import type { Watch } from "./watched-suite.ts";

/** Something that must hold did not. `rule` is the number in the list of `history.ts`. */
export class Violation extends Error {
  constructor(rule: string, what: string) {
    super(`${rule}: ${what}`);
    this.name = "Violation";
  }
}

export interface Line {
  readonly id: string;
  readonly text: string;
  readonly seq: number;
  /** Its place among all that this tab was told. */
  readonly at: number;
}

/** A code or a hole that a screen tells of, and its place among all that the tab was told. */
export interface Sign {
  readonly code: string;
  readonly at: number;
}

/** What no screen tells, since it mends itself. That nothing is hidden by it is among what is tested. */
const QUIET = new Set(["late-epoch", "ended"]);

/** What all tabs of a history share. */
export interface Ledger {
  readonly suite: Suite;
  readonly world: World;
  readonly conversation: Uint8Array;
  readonly now: () => number;
  /** X-Wing keys of tabs that are what they say. */
  readonly honestKeys: Set<string>;
  readonly boxes: Set<string>;
  /** For each epoch secret under which something was said: who was there, each time, for whoever said it. */
  readonly allowed: Map<string, Set<string>>;
  /** A fault that was planted. */
  readonly loses: NonNullable<Fault["loses"]>;
}

/** An honest person's tab: its session, what it sent that the server has not logged, what it has been shown. */
export class Tab {
  readonly name: string;
  readonly who: Name | "seeker";
  readonly outbox: Uint8Array[] = [];
  readonly events: SessionEvent[] = [];
  readonly lines: Line[] = [];
  readonly signs: Sign[] = [];
  readonly watch: Watch;
  trust: TrustBundle;
  /** How much of the server's log it was given, and the number of the newest frame that it was given. */
  cursor = 0;
  seq = 0;
  /** Closed, crashed or reloaded: nothing happens here any more. */
  gone = false;
  left = false;
  session!: Session;
  #wasIn = false;
  readonly #written = new Map<string, string>();
  /** How many messages of hers there are, and the numbers of those that came back in what she was given. */
  #spoken = 0;
  readonly #returned = new Set<number>();
  readonly #ledger: Ledger;

  private constructor(name: string, who: Name | "seeker", ledger: Ledger) {
    this.name = name;
    this.who = who;
    this.#ledger = ledger;
    this.trust = ledger.world.trust;
    this.watch = {
      secrets: new Set(),
      sealedTo: new Set(),
      keys: new Map(),
      onSeal: (key, nonce, secret) => this.#sealed(key, nonce, secret),
    };
  }

  static async open(name: string, who: Name | "seeker", ledger: Ledger, duty?: Duty): Promise<Tab> {
    const tab = new Tab(name, who, ledger);
    const { suite, world, conversation, now, honestKeys } = ledger;
    const own = watched(suite, tab.watch);
    const publicKey = async (seed: Uint8Array): Promise<Uint8Array> => {
      const key = await suite.xwing.publicKey(seed);
      honestKeys.add(hex(key));
      return key;
    };
    tab.session = await createSession({
      suite: { ...own, xwing: { ...own.xwing, publicKey } },
      self: duty
        ? { role: "volunteer", duty: duty.bytes, dutySeed: duty.seed }
        : { role: "seeker" },
      ...{ conversation, now, jour: world.jour, face: world.face },
      trust: () => tab.trust,
    });
    return tab;
  }

  get isIn(): boolean {
    return !this.gone && this.session.members.length > 0;
  }

  async act(work: (session: Session) => Promise<Step & { id?: string }>, text?: string) {
    try {
      const done = await work(this.session);
      if (done.id !== undefined) this.#spoken += 1;
      if (text !== undefined && done.id !== undefined) this.#written.set(done.id, text);
      this.outbox.push(...done.send);
      for (const event of done.events) this.#hear(event);
    } catch (error) {
      if (error instanceof Violation) throw error;
      if (!(error instanceof Refusal))
        throw new Violation("iv", `${this.name}: ${error instanceof Error ? error.stack : error}`);
    }
  }

  receive(payload: Uint8Array): Promise<void> {
    const seq = ++this.seq;
    if (payload[1] === TYPE.message) this.#hearOwn(payload);
    return this.act((session) => session.receive({ seq, payload }));
  }

  /** She has ended it herself. */
  farewell = false;

  get ended(): Extract<SessionEvent, { type: "ended" }> | undefined {
    return this.events.find((event) => event.type === "ended");
  }

  /** Told once, and for good: her log is not the others'. */
  get isForked(): boolean {
    return this.signs.some(({ code }) => code === "conversation-fork");
  }

  #hearOwn(payload: Uint8Array): void {
    try {
      const { tab, counter } = message.decode(payload);
      if (equal(tab, this.session.tab)) this.#returned.add(counter);
    } catch {
      // No message at all.
    }
  }

  #hear(event: SessionEvent): void {
    if (this.#ledger.loses(this, event)) return;
    const at = this.events.push(event);
    if (event.type === "missing") this.signs.push({ code: "missing", at });
    if (event.type === "refused" && !this.#isQuiet(event.code))
      this.signs.push({ code: event.code, at });
    if (event.type === "ended" && event.confirmed && this.farewell)
      if (this.#returned.size < this.#spoken)
        throw new Violation("iii", `${this.name} believes that all of hers is in the log`);
    if (event.type === "message") this.#show(event);
    if (event.type === "logged")
      this.#show({ ...event, text: this.#written.get(event.id) ?? "a line of nobody's" });
  }

  /** A desk that was left, or put out by another tab, shows nothing more at all. */
  #isQuiet(code: string): boolean {
    this.#wasIn ||= this.isIn;
    return QUIET.has(code) || (code === "not-a-member" && this.#wasIn && !this.isIn);
  }

  /** As the screens order them. */
  #show({ id, text, seq }: Omit<Line, "at">): void {
    if (this.lines.some((line) => line.id === id)) return;
    const place = this.lines.findLastIndex((line) => line.seq <= seq) + 1;
    this.lines.splice(place, 0, { id, text, seq, at: this.events.length });
  }

  #sealed(key: string, nonce: string, secret: string | undefined): void {
    const { boxes, allowed } = this.#ledger;
    const box = `${key}/${nonce}`;
    if (boxes.has(box)) throw new Violation("v", `${this.name} used a key and a nonce again`);
    boxes.add(box);
    if (secret === undefined) return;
    const here = new Set(this.session.members.map(({ tab }) => hex(tab)));
    const before = allowed.get(secret) ?? here;
    allowed.set(secret, new Set([...before].filter((tab) => here.has(tab))));
  }
}
