import { computed, effect, type ReadonlySignal, signal } from "@preact/signals";
import type { Link } from "../../platform/live/link.browser.ts";
import type { Reason, Role, Session } from "../../protocol/index.ts";
import type { ClosedCode, Door, DutyId, Language, ServerEvent } from "../contract.ts";
import { openTalk, type Talk } from "../talk.browser.ts";

/** What is known of a conversation without a key. */
export interface Facts {
  readonly conversation: string;
  readonly face: string;
  readonly door: Door;
  readonly language: Language;
  readonly since: number;
}

/** `me`: by her own word at this desk. `elsewhere`: she went on with it in another tab or on another computer. */
export type Over =
  | { readonly how: "ended"; readonly by: Role | "me" | null; readonly confirmed: boolean }
  | { readonly how: Exclude<ClosedCode, "ended"> | "released" | "blocked" | "elsewhere" };

/** A colleague who was asked to come, and how far that has come. */
export interface Calling {
  readonly duty: DutyId;
  readonly alias: string;
  readonly handOver: boolean;
  readonly note: string;
  readonly state: "called" | "declined" | "joined" | "joined-without-note";
  readonly before: readonly string[];
}

export interface DeskTalkOptions {
  readonly facts: Facts;
  /** 1 to 5, for her eyes and for Alt with a digit. */
  readonly number: number;
  readonly link: Link;
  readonly connected: ReadonlySignal<boolean>;
  readonly session: Session;
  readonly reason: Reason;
  /** Fetches newer trust, before what the event announces is checked. */
  readonly refreshTrust: () => Promise<void>;
}

const tabName = (tab: Uint8Array): string => tab.join(".");

/** One of her conversations: the talk, and what only the desk knows of it. */
export class DeskTalk {
  readonly facts: Facts;
  readonly number: number;
  readonly reason: Reason;
  readonly openedAt = Date.now();
  readonly talk: Talk;
  readonly draft = signal("");
  readonly over = signal<Over | null>(null);
  readonly calling = signal<Calling | null>(null);
  /** What the next colleague is to know; kept until one has it. */
  readonly noteDraft = signal("");
  readonly blockAsked = signal(false);
  /** When the other side's connection broke, as this tab saw it. */
  readonly awaySince = signal<number | null>(null);
  /** How it will have ended, when she has asked for that: the server's word for it may come first. */
  intent: Over | null = null;
  readonly readTo = signal(0);
  /** Who came up to here was there before her. */
  joinedAt = 0;
  /** Locked together: she and the one who writes hold a common key. */
  readonly together = computed(() => this.talk.members.value.length > 0);
  readonly colleagues = computed(() =>
    this.talk.members.value.filter((member) => member.role === "volunteer" && !member.self),
  );
  readonly unread = computed(
    () =>
      this.talk.lines.value.filter(
        // What is told again after a reload is no news.
        (line) =>
          line.kind === "said" &&
          !line.mine &&
          line.at !== null &&
          (line.seq ?? 0) > this.readTo.value,
      ).length,
  );
  readonly #stop: (() => void)[];
  readonly #refreshTrust: () => Promise<void>;
  #wasTogether = false;

  constructor(options: DeskTalkOptions) {
    const { facts, number, link, connected, session, reason, refreshTrust } = options;
    this.facts = facts;
    this.number = number;
    this.reason = reason;
    this.#refreshTrust = refreshTrust;
    this.talk = openTalk({
      link,
      connected,
      conversation: facts.conversation,
      role: "volunteer",
      session,
      hello: reason,
      onServerEvent: (event) => this.#hear(event),
      onClosed: (code) => this.finish(this.intent ?? closing(code)),
    });
    this.#stop = [
      effect(() => this.#watchEnd()),
      effect(() => this.#watchMembers()),
      effect(() => this.#watchAway()),
    ];
  }

  /** Settles when her signed end has come back in the log, and with it what this tab says of it; or never did. */
  async signedEnd(): Promise<void> {
    const said = await this.talk.end();
    if (!said.ok || this.over.value) return;
    await new Promise<void>((settled) => {
      const stop = this.over.subscribe((over) => {
        if (!over) return;
        settled();
        queueMicrotask(() => stop());
      });
    });
  }

  /** It is before her eyes. */
  look(): void {
    if (this.over.value) return;
    this.readTo.value = this.talk.reached;
    this.talk.markSeen();
  }

  called(calling: Pick<Calling, "duty" | "alias" | "handOver" | "note">): void {
    const before = this.talk.members.value.map(({ tab }) => tabName(tab));
    this.calling.value = { ...calling, state: "called", before };
  }

  /** The first reason that is found stays; every word and key goes at once. */
  finish(over: Over): void {
    if (this.over.value) return;
    this.over.value = over;
    this.forget();
  }

  /** Keys and words go; the conversation itself stands as it is. */
  forget(): void {
    this.calling.value = null;
    this.draft.value = "";
    this.noteDraft.value = "";
    for (const stop of this.#stop) stop();
    this.talk.erase();
  }

  async #hear(event: ServerEvent): Promise<void> {
    const calling = this.calling.value;
    if (event.e === "taken" || event.e === "joined") await this.#refreshTrust();
    if (event.e === "declined" && calling?.duty === event.duty && calling.state === "called") {
      this.calling.value = { ...calling, state: "declined" };
    }
    if (event.e === "block-asked") this.blockAsked.value = true;
  }

  #watchEnd(): void {
    const ended = this.talk.ended.value;
    if (ended) {
      // After the effect, which must not stop itself while it runs.
      const by = this.intent?.how === "ended" ? "me" : ended.role;
      queueMicrotask(() => this.finish({ how: "ended", by, confirmed: ended.confirmed }));
    }
  }

  #watchMembers(): void {
    const members = this.talk.members.value;
    if (members.length === 0 && this.#wasTogether && !this.talk.ended.peek()) {
      queueMicrotask(() => this.finish({ how: "elsewhere" }));
    }
    if (!this.#wasTogether && members.length > 0) {
      this.#wasTogether = true;
      this.joinedAt = this.talk.reached;
    }
    const calling = this.calling.peek();
    if (calling?.state !== "called") return;
    const came = members.find(
      ({ tab, role, self, alias }) =>
        role === "volunteer" &&
        !self &&
        alias === calling.alias &&
        !calling.before.includes(tabName(tab)),
    );
    if (came) queueMicrotask(() => void this.#greet(came.tab, calling));
  }

  async #greet(tab: Uint8Array, calling: Calling): Promise<void> {
    const told = calling.note === "" ? null : await this.talk.note(tab, calling.note);
    const state = told && !told.ok ? "joined-without-note" : "joined";
    if (state === "joined") this.noteDraft.value = "";
    this.calling.value = { ...calling, state };
  }

  #watchAway(): void {
    const away = this.talk.present.value?.seeker === false;
    if (away === (this.awaySince.peek() !== null)) return;
    this.awaySince.value = away ? Date.now() : null;
  }
}

const closings: readonly string[] = ["abandoned", "expired", "gone", "left", "refused"];

function closing(code: string): Over {
  // The server's word alone: that nothing is missing only a signed end can say.
  if (code === "ended") return { how: "ended", by: null, confirmed: false };
  if (closings.includes(code)) return { how: code as "gone" };
  return { how: code === "not-found" ? "gone" : "refused" };
}
