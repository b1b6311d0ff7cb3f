import { effect, type Signal, signal } from "@preact/signals";
import { createSession } from "../../protocol/index.ts";
import { openTalk, type Talk } from "../talk.browser.ts";
import { type Beat, beatAfter, type Script } from "./script.ts";
import type { Stage } from "./stage.browser.ts";

const REST_MS = 600;
const MS_PER_LETTER = 25;
const LONGEST_MS = 3_500;

export interface Pace {
  /** Before she writes a message of so many letters. */
  (letters: number): number;
}
const asPeopleType: Pace = (letters) => Math.min(LONGEST_MS, REST_MS + letters * MS_PER_LETTER);

/** The other side of a rehearsal: a real session of the protocol that speaks by a script. */
export class PlayedSeeker {
  /** Where she is; null before she has been met. */
  readonly beat: Signal<Beat | null> = signal(null);
  /** She has said all that she has to say. */
  readonly isDone = signal(false);
  readonly #talk: Talk;
  readonly #script: Script;
  readonly #pace: Pace;
  readonly #stop: (() => void)[];
  #heard = 0;
  #isWriting = false;
  #isGone = false;

  private constructor(talk: Talk, script: Script, pace: Pace) {
    this.#talk = talk;
    this.#script = script;
    this.#pace = pace;
    this.#stop = [effect(() => this.#letIn()), effect(() => this.#listen())];
  }

  static async open(stage: Stage, script: Script, pace = asPeopleType): Promise<PlayedSeeker> {
    const talk = openTalk({
      link: stage.log.link(),
      connected: signal(true),
      conversation: stage.conversation,
      role: "seeker",
      session: await createSession(stage.session({ role: "seeker" })),
    });
    return new PlayedSeeker(talk, script, pace);
  }

  close(): void {
    if (this.#isGone) return;
    this.#isGone = true;
    for (const stop of this.#stop) stop();
    this.#talk.erase();
  }

  #letIn(): void {
    const [joining] = this.#talk.joining.value;
    if (joining) queueMicrotask(() => void this.#talk.admit(joining.tab));
  }

  /** Goes on when she has been answered, and once the volunteer is there. */
  #listen(): void {
    const isMet = this.#talk.members.value.some(({ role }) => role === "volunteer");
    const answers = this.#talk.lines.value.flatMap((line) =>
      line.kind === "said" && !line.mine ? [line.text] : [],
    );
    if (this.#talk.ended.value) return void queueMicrotask(() => this.close());
    if (!isMet || this.#isWriting || this.isDone.peek()) return;
    const before = this.beat.peek();
    if (before === null) {
      const [first] = this.#script.beats;
      if (first) void this.#say(first);
      return;
    }
    if (answers.length <= this.#heard) return;
    this.#heard = answers.length;
    this.#talk.markSeen();
    const next = beatAfter(this.#script, before, answers.at(-1) ?? "");
    if (next) void this.#say(next);
    else queueMicrotask(() => void (this.isDone.value = true));
  }

  async #say(beat: Beat): Promise<void> {
    this.#isWriting = true;
    for (const text of beat.says) {
      this.#talk.hintTyping();
      await new Promise((go) => setTimeout(go, this.#pace(text.length)));
      if (this.#isGone) return;
      await this.#talk.write(text);
    }
    this.#isWriting = false;
    this.beat.value = beat;
    if (beat.next === null && beat.ways.length === 0) this.isDone.value = true;
    // What was answered while she wrote counts as an answer to all of it.
    else this.#listen();
  }
}
