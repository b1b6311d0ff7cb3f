import { batch, computed, signal } from "@preact/signals";
import { fail, ok, type Result } from "../platform/result.ts";
import {
  answerChallenge,
  attempt,
  type Identity,
  type Pins,
  type Suite,
  toBase64url,
  unwrapIdentity,
  type WrapKind,
} from "../protocol/index.ts";
import { createApi } from "./api.browser.ts";
import { uuidBytes } from "../platform/ids.ts";
import { mayDo, type Right } from "../platform/permissions.ts";
import { bytesOf } from "./bytes.ts";
import {
  type Entrance,
  type Finished,
  type Me,
  type Opened,
  peoplePaths as paths,
} from "./contract.ts";

/** Why the desk is covered: she left it, she asked, or the server has ended her session. */
export type LockReason = "idle" | "asked" | "expired";

/** Waiting for a coordinator to countersign: the identity is here already, to be signed in with. */
export interface Waiting {
  readonly opened: Opened;
  readonly identity: Identity;
}

/** What can go wrong between the browser and the open desk; server codes pass through. */
export type OpenCode = string;

/**
 * Who sits at this desk. Her identity is in memory only, and only while the desk is unlocked.
 */
export class Staff {
  readonly suite: Suite;
  readonly entrance: Entrance;
  /** null until she has signed in. */
  readonly me = signal<Me | null>(null);
  readonly locked = signal<LockReason | null>(null);
  readonly waiting = signal<Waiting | null>(null);
  readonly isCoordinator = computed(() => this.me.value?.role === "coordinator");
  /** Which room of the desk is shown, and which page of each. */
  readonly room = signal("shift");
  readonly pages = signal<Readonly<Record<string, string>>>({});
  /** Minutes without a touch until the desk covers itself. */
  readonly lockAfter = signal(10);
  /** What she may do, by the one table. Her browser only hides what the doors would refuse. */
  may(right: Right): boolean {
    const me = this.me.value;
    return me !== null && mayDo(right, me);
  }
  readonly api = createApi(() => this.#expire());
  /** SHA-256 of the jour's first root statement: from her invitation, else the first that held on this page. */
  fingerprint: Uint8Array | undefined;
  /** What she has seen of the jour, here and at desks before: kept inside her wraps. */
  pins: Pins | undefined;
  #identity: Identity | null = null;

  constructor(suite: Suite, entrance: Entrance) {
    this.suite = suite;
    this.entrance = entrance;
  }

  goTo(room: string, page?: string): void {
    batch(() => {
      this.room.value = room;
      if (page !== undefined) this.pages.value = { ...this.pages.value, [room]: page };
    });
  }

  get jour(): Uint8Array {
    return uuidBytes(this.entrance.jour.id);
  }

  /** Throws while the desk is locked: nothing that needs it is within reach then. */
  get identity(): Identity {
    if (!this.#identity) throw new Error("the desk is locked");
    return this.#identity;
  }

  /** For duty and the room. `identity` is asked for at every use, so it is always the one of now. */
  get holder(): { suite: Suite; identity: Identity; member: string; jour: string } {
    const now = (): Identity => this.identity;
    return {
      suite: this.suite,
      get identity() {
        return now();
      },
      member: this.me.value?.member ?? "",
      jour: this.entrance.jour.id,
    };
  }

  /** The last step of every way in: opens the wrap, signs the challenge, and sits down. */
  async open(
    opened: Opened,
    under: { readonly kind: WrapKind; readonly secret: Uint8Array },
  ): Promise<Result<undefined, OpenCode>> {
    const member = uuidBytes(opened.member);
    const read = await attempt(() =>
      unwrapIdentity(this.suite, { ...under, member }, bytesOf(opened.sealed)),
    );
    if (!read.ok) return fail(read.code);
    const { pins, ...identity } = read.value;
    // Unlocking: what this page has seen since is newer than what lay in the wrap.
    this.pins ??= pins;
    this.fingerprint ??= pins?.fingerprint;
    return this.enter(opened, identity);
  }

  async enter(opened: Opened, identity: Identity): Promise<Result<undefined, OpenCode>> {
    const before = this.me.value;
    if (before && before.member !== opened.member) return fail("another-member");
    const finished = await this.#finish(opened, identity);
    if (!finished.ok) return finished;
    if ("me" in finished.value) this.#sitDown(finished.value.me, identity);
    else {
      const challenge = finished.value.awaiting;
      this.waiting.value = { opened: { ...opened, challenge }, identity };
    }
    return ok();
  }

  /** Asks again whether she has been countersigned. */
  async askAgain(): Promise<Result<undefined, OpenCode>> {
    const waiting = this.waiting.value;
    return waiting ? this.enter(waiting.opened, waiting.identity) : ok();
  }

  async #finish(opened: Opened, identity: Identity): Promise<Result<Finished>> {
    const { member, challenge } = opened;
    const answer = await answerChallenge(this.suite, identity.sign, {
      jour: this.jour,
      member: uuidBytes(member),
      challenge: bytesOf(challenge),
    });
    return this.api.post(paths.finish, { member, challenge, answer: toBase64url(answer) });
  }

  #sitDown(me: Me, identity: Identity): void {
    this.#identity = identity;
    batch(() => {
      this.me.value = me;
      this.waiting.value = null;
      this.locked.value = null;
    });
  }

  /** Covers the desk and drops the identity. Conversations go on: they have keys of their own. */
  lock(reason: LockReason): void {
    if (!this.me.value) return;
    this.#drop();
    this.locked.value ??= reason;
  }

  renamed(name: string): void {
    if (this.me.value) this.me.value = { ...this.me.value, name };
  }

  /** An open desk tells the server now and then that it is open; where it was forgotten, the desk covers itself. */
  async keepSession(): Promise<void> {
    const answer = await this.api.get<Me>(paths.session);
    if (answer.ok && this.me.value) this.me.value = answer.value;
  }

  async signOut(): Promise<Result<unknown>> {
    const answer = await this.api.post(paths.signOut, {});
    if (!answer.ok) return answer;
    this.leave();
    // A fresh page: nothing of her, not even in memory.
    location.reload();
    return answer;
  }

  leave(): void {
    this.#drop();
    batch(() => {
      this.me.value = null;
      this.locked.value = null;
      this.waiting.value = null;
    });
  }

  #expire(): void {
    if (!this.me.value) return;
    this.#drop();
    this.locked.value = "expired";
  }

  #drop(): void {
    this.#identity?.sign.fill(0);
    this.#identity?.seal.fill(0);
    this.#identity = null;
  }
}
