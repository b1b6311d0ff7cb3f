// One conversation as a screen needs it: the glue between a link (numbered bytes) and a session
// (keys and checks), the same for the seeker's page and for the desk.

import { batch, type ReadonlySignal } from "@preact/signals";
import type { Channel, Link } from "../platform/live/link.browser.ts";
import { fail, ok, type Result } from "../platform/result.ts";
import {
  attempt,
  type Reason,
  type RefusalCode,
  type Role,
  type Session,
  type Step,
} from "../protocol/index.ts";
import type { PlaceView, PresentView, ServerEvent } from "./contract.ts";
import { TalkState } from "./talk-state.browser.ts";

export interface TalkOptions {
  readonly link: Link;
  /** False while the link is lost; the caller's `onState` keeps it. */
  readonly connected: ReadonlySignal<boolean>;
  /** base64url, as in the contract. */
  readonly conversation: string;
  readonly role: Role;
  /** A fresh session of the same conversation: the talk owns it from here on. */
  readonly session: Session;
  /** A volunteer's first word to the others. */
  readonly hello?: Reason;
  /** The frames that follow wait until this is done, so that newer trust can be fetched first. */
  readonly onServerEvent?: (event: ServerEvent) => void | Promise<void>;
  readonly onPlace?: (place: PlaceView) => void;
  /** The server closed the channel; on its side it is over. */
  readonly onClosed?: (code: string) => void;
}

export type TalkAnswer = Result<undefined, RefusalCode | "fault">;

const TYPING_EVERY_MS = 5_000;
const RECEIPT_AFTER_MS = 150;
const REKEY_CHECK_MS = 30_000;
const NOTHING: Step = { send: [], events: [] };

/** Shows its state as signals: lines, members, joining, notes, missing, typing, ended, problem, paused. */
export class Talk extends TalkState {
  readonly #options: TalkOptions;
  readonly #session: Session;
  readonly #channel: Channel;
  readonly #rekeying: ReturnType<typeof setInterval>;
  #tail: Promise<unknown> = Promise.resolve();
  #over = false;
  #hintedAt = Number.NEGATIVE_INFINITY;
  #receiptDue: ReturnType<typeof setTimeout> | undefined;
  #told = { delivered: 0, seen: 0 };
  #seen = 0;

  constructor(options: TalkOptions) {
    super(options.role, options.connected);
    this.#options = options;
    this.#session = options.session;
    const { hello, link, conversation, session } = options;
    this.#channel = link.channel({
      conversation,
      tab: session.tab,
      handlers: {
        frame: async (frame) => void (await this.#enqueue(() => this.#receive(frame))),
        typing: () => this.typed(),
        present: (present: PresentView) => void (this.present.value = present),
        place: (place: PlaceView) => options.onPlace?.(place),
        closed: (code) => options.onClosed?.(code),
      },
    });
    void this.#enqueue(() => (hello ? session.hello(hello) : session.prepare()));
    this.#rekeying = setInterval(
      () => void this.#enqueue(() => session.rekeyIfDue()),
      REKEY_CHECK_MS,
    );
  }

  /** Refuses by code: 'text-empty', 'text-too-long', 'no-epoch' while nobody is there, 'ended'. */
  write(text: string): Promise<TalkAnswer> {
    return this.#enqueue(async () => {
      const step = await this.#session.write(text);
      this.wrote(step.id, text);
      return step;
    });
  }

  /** Somebody types here: told at most every five seconds, without content. */
  hintTyping(): void {
    if (performance.now() - this.#hintedAt < TYPING_EVERY_MS) return;
    this.#hintedAt = performance.now();
    this.#channel.typing();
  }

  async admit(tab: Uint8Array): Promise<TalkAnswer> {
    const answer = await this.#enqueue(() => this.#session.admit(tab));
    // She has gone again before she was let in.
    if (!answer.ok) this.joining.value = this.joining.value.filter((one) => one.tab !== tab);
    return answer;
  }

  note(tab: Uint8Array, text: string): Promise<TalkAnswer> {
    return this.#enqueue(() => this.#session.note(tab, text));
  }

  /** All that has come so far is before her eyes. */
  markSeen(): void {
    this.#seen = this.heard;
    this.#receiptSoon();
  }

  /** Settles when the server has the signed word for good. */
  leave(): Promise<TalkAnswer> {
    return this.#enqueue(() => this.#session.leave(), true);
  }

  /** Settles when the server has the signed word for good. */
  end(): Promise<TalkAnswer> {
    return this.#enqueue(() => this.#session.end(), true);
  }

  /** Zeroes the keys and forgets every word; nothing works afterwards. */
  erase(): void {
    this.#over = true;
    clearInterval(this.#rekeying);
    clearTimeout(this.#receiptDue);
    this.#session.erase();
    this.#channel.close();
    batch(() => this.forget());
  }

  /** All calls on a session stand in one line (its own rule), and their frames leave in that order. */
  async #enqueue(work: () => Promise<Step>, untilLogged = false): Promise<TalkAnswer> {
    const turn = this.#tail.then(() => this.#run(work));
    this.#tail = turn;
    const outcome = await turn;
    if (!outcome.ok) return outcome;
    if (untilLogged) await Promise.allSettled(outcome.value);
    return ok();
  }

  async #run(work: () => Promise<Step>): Promise<Result<Promise<number>[], RefusalCode | "fault">> {
    if (this.#over) return fail("ended");
    try {
      const outcome = await attempt(work);
      if (!outcome.ok) return fail(outcome.code);
      if (this.#over) return fail("ended");
      const logged = outcome.value.send.map((frame) => this.#channel.append(frame));
      // All else that is never acknowledged belongs to a channel that closed: that is told by `closed`.
      for (const one of logged)
        one.catch(({ message }: Error) => {
          if (message === "conversation-full") this.problem.value = message;
        });
      batch(() => outcome.value.events.forEach((event) => this.apply(event)));
      if (this.heard > this.#told.delivered) this.#receiptSoon();
      return ok(logged);
    } catch {
      this.problem.value = "fault";
      return fail("fault");
    }
  }

  async #receive(frame: { seq: number; kind: 0 | 1; payload: Uint8Array }): Promise<Step> {
    this.reached = Math.max(this.reached, frame.seq);
    if (frame.kind === 1) return this.#session.receive(frame);
    const event = JSON.parse(new TextDecoder().decode(frame.payload)) as ServerEvent;
    await this.#options.onServerEvent?.(event);
    return NOTHING;
  }

  /** Several messages in a row are answered with one receipt. */
  #receiptSoon(): void {
    if (this.#seen === this.#told.seen && this.heard === this.#told.delivered) return;
    this.#receiptDue ??= setTimeout(() => {
      this.#receiptDue = undefined;
      this.#told = { delivered: this.heard, seen: this.#seen };
      void this.#enqueue(() => this.#session.receipt(this.#told));
    }, RECEIPT_AFTER_MS);
  }
}

export const openTalk = (options: TalkOptions): Talk => new Talk(options);
