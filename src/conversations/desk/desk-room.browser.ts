import { batch, computed, signal } from "@preact/signals";
import {
  type AppText,
  type Link,
  type LinkOptions,
  type LinkState,
  openLink,
} from "../../platform/live/link.browser.ts";
import { uuidBytes } from "../../platform/ids.ts";
import { fail, type Result } from "../../platform/result.ts";
import { createSession, fromBase64url, type Reason, type Session } from "../../protocol/index.ts";
import type { DeskApi, DutyHolder, OnDuty } from "../../shifts/index.browser.ts";
import {
  type ContactStatus,
  type LiveTicket,
  type MineView,
  paths,
  type RoomView,
} from "../contract.ts";
import { callAttention } from "./attention.browser.ts";
import type { Bell } from "./bell.browser.ts";
import { DeskTalk, type Facts } from "./desk-talk.browser.ts";
import type { TrustSource } from "./trust.browser.ts";

export interface DeskRoomOptions {
  readonly api: DeskApi;
  readonly holder: DutyHolder;
  readonly trust: Pick<TrustSource, "refresh" | "latest" | "fingerprint">;
  readonly duty: () => OnDuty;
  readonly bell: Bell;
  /** Another way than to the server: for a rehearsal. */
  readonly link?: (options: LinkOptions) => Link;
}

const NOBODY: RoomView = { t: "room", waiting: [], mine: [], colleagues: [], blocks: [] };
/** As the server is set unless somebody has changed it. */
const GRACE_MINUTES = 10;
const NUMBERS = [1, 2, 3, 4, 5, 6, 7, 8];

/** The room of one shift: who waits, who is here, her conversations. Lives from duty to off duty. */
export class DeskRoom {
  /** null until the server has told. */
  readonly view = signal<RoomView | null>(null);
  readonly linkState = signal<LinkState>("connecting");
  readonly talks = signal<readonly DeskTalk[]>([]);
  readonly current = signal<string | null>(null);
  /** The code of what last did not work; null when it has been told. */
  readonly fault = signal<string | null>(null);
  readonly busy = signal<string | null>(null);
  readonly room = computed(() => this.view.value ?? NOBODY);
  /** How long a conversation waits for a seeker whose connection broke. */
  readonly graceMs = signal(GRACE_MINUTES * 60_000);
  /** Once it had been there: the first connecting is no loss. */
  readonly isLost = computed(() => this.view.value !== null && !this.connected.value);
  readonly connected = computed(() => this.linkState.value === "open");
  readonly talk = computed(() => this.talks.value.find(idIs(this.current.value)) ?? null);
  readonly me = computed(() => this.room.value.colleagues.find(({ me }) => me) ?? null);
  readonly colleagues = computed(() => this.room.value.colleagues.filter(({ me }) => !me));
  readonly calls = computed(() => this.room.value.mine.filter(({ state }) => state === "called"));
  /** Hers, as the server says, but opened by another computer of hers. */
  readonly elsewhere = computed(() =>
    this.room.value.mine.filter(
      (mine) => mine.state === "in" && !this.talks.value.some(idIs(mine.conversation)),
    ),
  );
  readonly full = computed(
    () =>
      this.talks.value.filter(({ over }) => !over.value).length >= this.#options.duty().capacity,
  );
  readonly #options: DeskRoomOptions;
  readonly #link: Link;
  /** Conversations on their way in, with the number that each will have. */
  readonly #opening = new Map<string, number>();
  readonly #stop: () => void;

  constructor(options: DeskRoomOptions) {
    this.#options = options;
    this.#link = (options.link ?? openLink)({
      token: () => this.#ticket(),
      onState: (state) => void (this.linkState.value = state),
      onMessage: (message) => this.#hear(message),
    });
    void this.#askGrace();
    this.#stop = callAttention(this, options.bell);
  }

  /** From the queue, from a colleague's call, or back from another computer of hers. */
  take(facts: Facts): Promise<void> {
    return this.#enter(facts, "take", paths.take);
  }

  join(facts: Facts): Promise<void> {
    return this.#enter(facts, "join", paths.join);
  }

  resume(facts: Facts): Promise<void> {
    return this.#enter(facts, "return", null);
  }

  decline(conversation: string): Promise<boolean> {
    return this.act(paths.decline, { conversation });
  }

  agreeToBlock(conversation: string): Promise<boolean> {
    return this.act(paths.agreeToBlock, { conversation });
  }

  show(conversation: string | null): void {
    this.current.value = conversation;
  }

  /** Puts a finished conversation away; the next that lives comes forward. */
  putAway(talk: DeskTalk): void {
    const rest = this.talks.value.filter((one) => one !== talk);
    batch(() => {
      this.talks.value = rest;
      if (this.talk.value === null) this.current.value = null;
    });
  }

  async act(path: string, body: object): Promise<boolean> {
    const answer = await this.post(path, body);
    if (!answer.ok) this.fault.value = answer.code;
    return answer.ok;
  }

  post<T>(path: string, body: object): Promise<Result<T>> {
    return this.#options.api.post<T>(path, body);
  }

  /** Forgets all keys and words, and leaves the conversations as they stand. */
  close(): void {
    this.#stop();
    for (const talk of this.talks.value) talk.forget();
    this.#link.close();
  }

  async #askGrace(): Promise<void> {
    const answer = await this.#options.api.get<ContactStatus>(paths.status);
    const minutes = answer.ok ? answer.value.graceMinutes : undefined;
    if (minutes !== undefined) this.graceMs.value = minutes * 60_000;
  }

  async #ticket(): Promise<string> {
    const answer = await this.post<LiveTicket>(paths.liveTicket, {});
    if (answer.ok) return answer.value.ticket;
    if (answer.code === "sign-in-first") this.fault.value = answer.code;
    throw new Error(answer.code);
  }

  #hear(message: AppText): void {
    if (message.t !== "room") return;
    const first = this.view.value === null;
    this.view.value = message as unknown as RoomView;
    // After a reload she goes on with all that is hers; later ones she opens herself.
    if (!first) return;
    const mine = this.room.value.mine.filter(isIn).sort((a, b) => a.since - b.since);
    for (const one of mine) void this.resume(one);
  }

  async #enter(facts: Facts, reason: Reason, path: string | null): Promise<void> {
    const { conversation } = facts;
    if (this.#opening.has(conversation) || this.talks.value.some(idIs(conversation))) return;
    this.#opening.set(conversation, this.#freeNumber());
    this.busy.value = conversation;
    try {
      await this.#options.trust.refresh();
      const answer: Result<unknown> = path
        ? await this.post(path, { conversation })
        : { ok: true, value: null };
      const opened = answer.ok ? await this.#open(facts, reason) : answer;
      if (!opened.ok) this.fault.value = opened.code;
    } finally {
      this.#opening.delete(conversation);
      this.busy.value = null;
    }
  }

  async #open(facts: Facts, reason: Reason): Promise<Result<unknown>> {
    const session = await this.#session(facts);
    if (!session) return fail("our-fault");
    const talk = new DeskTalk({
      facts,
      number: this.#opening.get(facts.conversation) ?? this.#freeNumber(),
      link: this.#link,
      connected: this.connected,
      session,
      reason,
      refreshTrust: () => this.#options.trust.refresh(),
    });
    batch(() => {
      this.talks.value = [...this.talks.value, talk].sort((a, b) => a.number - b.number);
      if (reason !== "return" || this.current.value === null)
        this.current.value = facts.conversation;
    });
    return { ok: true, value: talk };
  }

  #freeNumber(): number {
    const taken = [...this.talks.value.map(({ number }) => number), ...this.#opening.values()];
    return NUMBERS.find((number) => !taken.includes(number)) ?? taken.length + 1;
  }

  async #session({ conversation, face }: Facts): Promise<Session | null> {
    const { holder, trust, duty } = this.#options;
    const { statement, seed } = duty();
    const [id, bytes] = [fromBase64url(conversation), fromBase64url(statement)];
    if (!id || !bytes) return null;
    const fingerprint = trust.fingerprint();
    return createSession({
      suite: holder.suite,
      conversation: id,
      self: { role: "volunteer", duty: bytes, dutySeed: seed },
      trust: trust.latest,
      ...(fingerprint && { fingerprint }),
      jour: uuidBytes(holder.jour),
      face: uuidBytes(face),
      now: () => Date.now(),
    });
  }
}

const isIn = (mine: MineView): boolean => mine.state === "in";
const idIs =
  (id: string | null) =>
  (talk: DeskTalk): boolean =>
    talk.facts.conversation === id;
