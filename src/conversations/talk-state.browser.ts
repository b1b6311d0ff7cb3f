import { computed, type ReadonlySignal, signal } from "@preact/signals";
import type { MemberView, Reason, RefusalCode, Role, SessionEvent } from "../protocol/index.ts";
import type { PresentView, ServerRefusal } from "./contract.ts";
import { isKnown, type Line, logged, marked, type Marks, moments, withLine } from "./talk-lines.ts";

export interface Joining {
  readonly tab: Uint8Array;
  readonly alias: string;
  readonly reason: Reason;
}

export interface Note {
  readonly tab: Uint8Array;
  readonly alias: string;
  readonly text: string;
}

/** `confirmed`: nothing of what the one who ended had said is missing here. */
export interface Ended {
  readonly role: Role;
  readonly confirmed: boolean;
}

export interface Missing {
  readonly tab: Uint8Array;
  readonly from: number;
  readonly to: number;
}

/** `me`: this side has lost the network. `other`: the other side has. */
export type Paused = "me" | "other" | null;
export type Problem = RefusalCode | ServerRefusal | "fault" | null;

const TYPING_SHOWN_MS = 6_000;

const same = (a: Uint8Array, b: Uint8Array): boolean => a.every((byte, at) => byte === b[at]);
const aliases = (members: readonly MemberView[]): string[] =>
  members.filter((one) => one.role === "volunteer" && !one.self).map((one) => one.alias);

/** What a screen shows of a conversation, and how each event of its session changes that. */
export class TalkState {
  readonly lines = signal<readonly Line[]>([]);
  readonly members = signal<readonly MemberView[]>([]);
  readonly joining = signal<readonly Joining[]>([]);
  readonly notes = signal<readonly Note[]>([]);
  readonly missing = signal<readonly Missing[]>([]);
  readonly typing = signal(false);
  readonly ended = signal<Ended | null>(null);
  /** Set to null when it has been told. */
  readonly problem = signal<Problem>(null);
  readonly present = signal<PresentView | null>(null);
  readonly paused: ReadonlySignal<Paused>;
  /** The newest number of the log that came here. */
  reached = 0;
  /** The newest number of what others said. */
  heard = 0;
  readonly #role: Role;
  #marks: Marks = { delivered: 0, seen: 0 };
  #typingEnds: ReturnType<typeof setTimeout> | undefined;

  constructor(role: Role, connected: ReadonlySignal<boolean>) {
    this.#role = role;
    this.paused = computed(() => (connected.value ? this.#othersPaused() : "me"));
  }

  #othersPaused(): Paused {
    const present = this.present.value;
    const others = this.members.value.some((member) => member.role !== this.#role);
    if (present === null || !others) return null;
    const there = this.#role === "seeker" ? present.volunteers > 0 : present.seeker;
    return there ? null : "other";
  }

  typed(): void {
    clearTimeout(this.#typingEnds);
    this.typing.value = true;
    this.#typingEnds = setTimeout(() => void (this.typing.value = false), TYPING_SHOWN_MS);
  }

  wrote(id: string, text: string): void {
    const line = { kind: "said", id, mine: true, role: this.#role, alias: "", text } as const;
    this.#show({ ...line, at: Date.now(), seq: null, state: "sending" });
  }

  apply(event: SessionEvent): void {
    switch (event.type) {
      case "joining":
        this.joining.value = [...this.joining.value, event];
        return;
      case "members":
        return this.#roster(event.members);
      case "message":
        return this.#message(event);
      case "logged":
        this.lines.value = marked(logged(this.lines.value, event.id, event.seq), this.#marks);
        return;
      case "receipt":
        return this.#receipt(event);
      case "note":
        this.notes.value = [...this.notes.value, event];
        return;
      case "ended":
        this.ended.value = { role: event.role, confirmed: event.confirmed };
        return;
      case "missing":
        this.missing.value = [...this.missing.value, event];
        return;
      case "refused":
        // Overtaken by a new epoch: harmless, its author's tab sends it again by itself.
        if (event.code !== "late-epoch") this.problem.value = event.code;
    }
  }

  get isSaid(): boolean {
    return this.lines.value.some((line) => line.kind === "said");
  }

  /** Nothing of it is missing here: only a signed end can say that, never the server. */
  get isWhole(): boolean {
    return !this.isSaid || this.ended.value?.confirmed === true;
  }

  forget(): void {
    clearTimeout(this.#typingEnds);
    const { lines, members, joining, notes, missing } = this;
    for (const list of [lines, members, joining, notes, missing]) list.value = [];
    this.typing.value = false;
    this.present.value = null;
  }

  #show(line: Line): void {
    this.lines.value = withLine(this.lines.value, line);
  }

  #roster(next: readonly MemberView[]): void {
    const told = moments(aliases(this.members.value), aliases(next), this.reached);
    for (const moment of told) this.#show(moment);
    this.members.value = next;
    const came = (one: Joining): boolean => next.some((member) => same(member.tab, one.tab));
    this.joining.value = this.joining.value.filter((one) => !came(one));
  }

  #message(event: Extract<SessionEvent, { type: "message" }>): void {
    const { id, mine, role, alias, text, seq, replayed } = event;
    if (!mine) this.heard = Math.max(this.heard, seq);
    if (isKnown(this.lines.value, id)) return;
    const at = replayed ? null : Date.now();
    this.#show({ kind: "said", id, mine, role, alias, text, seq, at, state: "sent" });
    if (mine) this.lines.value = marked(this.lines.value, this.#marks);
    else if (!replayed) this.typing.value = false;
  }

  #receipt(event: Extract<SessionEvent, { type: "receipt" }>): void {
    if (event.role === this.#role) return;
    this.#marks = {
      delivered: Math.max(this.#marks.delivered, event.delivered),
      seen: Math.max(this.#marks.seen, event.seen),
    };
    this.lines.value = marked(this.lines.value, this.#marks);
  }
}
