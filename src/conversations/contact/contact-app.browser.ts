// What the seeker's page does, from the first question to the last word. All of it lives in memory only.

import { batch, computed, type Signal, signal } from "@preact/signals";
import type { ComponentChild } from "preact";
import { jsx } from "preact/jsx-runtime";
import type { Link } from "../../platform/live/link.browser.ts";
import { fail, ok, type Result } from "../../platform/result.ts";
import type { DoorView, FaceView } from "../../site/index.ts";
import { type ContactStatus, paths, type PlaceView, type ServerEvent } from "../contract.ts";
import { openTalk, type Talk } from "../talk.browser.ts";
import { type ApiCode, ask } from "./api.browser.ts";
import { fetchLetterRoom, type LetterTeam, wordsOf } from "./by-letter.browser.ts";
import type { EarlySocket, First, Task } from "./early.browser.ts";
import { type Ending, endingOf, openingSentence } from "./failures.ts";
import { askToEnter, makeTools, sessionAt, type Tools } from "./knocking.browser.ts";
import type { Over, Phase } from "./phase.browser.ts";
import { TrustSource } from "./trust.browser.ts";

const GRACE_MINUTES = 10;
const LAST_WORD_MS = 4_000;
const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => void setTimeout(resolve, milliseconds));

export class ContactApp {
  readonly face: FaceView;
  readonly door: DoorView;
  readonly phase: Signal<Phase>;
  readonly status: Signal<ContactStatus>;
  /** Of the small task, 0 to 1. */
  readonly progress = signal(0);
  readonly connected = signal(false);
  readonly place = signal<PlaceView | null>(null);
  /** She had somebody who had to let go. */
  readonly letGo = signal(false);
  readonly talk = signal<Talk | null>(null);
  /** What whoever is on call asks while she waits; fetched when it is asked. */
  readonly aside = signal<ComponentChild>(null);
  /** What she has written and not sent; it leaves the tab only by Send. */
  readonly draft = signal("");
  /** How many minutes the server waits for a side that is away. */
  readonly grace = computed(() =>
    Math.max(1, Math.round(this.status.value.graceMinutes ?? GRACE_MINUTES)),
  );
  readonly stage = computed<"waiting" | "meeting" | "talking">(() => {
    const talk = this.talk.value;
    if (talk?.members.value.some((one) => one.role === "volunteer")) return "talking";
    return talk && talk.joining.value.length > 0 ? "meeting" : "waiting";
  });
  #knock: AbortController | undefined;
  #link: Link | undefined;
  #token: string | undefined;
  #pass: string | undefined;
  /** The small task, begun when the page was opened. */
  #task: Task | undefined;
  readonly #socket: EarlySocket;
  #tools: Promise<Tools> | undefined;
  readonly #trust = new TrustSource();

  constructor(face: FaceView, door: DoorView, status: ContactStatus, first: First) {
    this.#task = first.task;
    this.#socket = first.socket;
    this.face = face;
    this.door = door;
    this.status = signal(status);
    this.phase = signal(this.#firstPhase());
  }

  #firstPhase(): Phase {
    if (!this.door.received) return { at: "elsewhere", why: "not-received" };
    return this.status.value.open ? { at: "before" } : { at: "elsewhere", why: "closed" };
  }

  /** Asks again whether somebody is there. */
  async look(): Promise<void> {
    const status = await ask<ContactStatus>(paths.status);
    if (!status.ok) return;
    batch(() => {
      this.status.value = status.value;
      this.phase.value = this.#firstPhase();
    });
  }

  async knock(): Promise<void> {
    const knock = new AbortController();
    this.#knock = knock;
    batch(() => {
      this.progress.value = 0;
      this.phase.value = { at: "knocking" };
    });
    const opened = await this.#open(knock.signal);
    if (opened.ok || knock.signal.aborted) return;
    this.phase.value =
      opened.code === "closed"
        ? { at: "elsewhere", why: "closed" }
        : { at: "failed", sentence: openingSentence(opened.code) };
  }

  stopKnocking(): void {
    this.#knock?.abort();
    this.phase.value = this.#firstPhase();
  }

  async #open(stopped: AbortSignal): Promise<Result<undefined, ApiCode>> {
    // Missing where the page did not come over a secure connection.
    if (!globalThis.crypto?.subtle) return fail("no-crypto");
    const task = this.#task;
    this.#task = undefined;
    const entering = askToEnter({
      ...{ door: this.door.door, language: this.face.language },
      ...{ pass: this.#pass, task, stopped, socket: this.#socket },
      onProgress: (part) => void (this.progress.value = part),
      onState: (state) => {
        // While it is being made, or made again, nothing has changed for her.
        if (state !== "connecting") this.connected.value = state === "open";
      },
    });
    const [entered, trust] = await Promise.all([entering, this.#trust.renew()]);
    if (!entered.ok) return entered;
    const { pass, token, link, conversation } = entered.value;
    this.#pass = pass;
    this.#token = token;
    this.#link = link;
    const opened = trust.ok ? await this.#enter(link, conversation) : trust;
    if (!opened.ok) {
      link.close();
      void ask(paths.end, { token });
    }
    return opened;
  }

  async #enter(
    link: Link,
    conversation: string,
    face = this.face.face.id,
  ): Promise<Result<undefined, ApiCode>> {
    const tools = this.#tools ?? makeTools();
    this.#tools = undefined;
    const made = sessionAt(await tools, conversation, this.face.jour.id, face, this.#trust.latest);
    const session = await made.catch(() => undefined);
    if (!session) return fail("no-crypto");
    if (this.#link !== link) return fail("stopped");
    batch(() => {
      this.connected.value = true;
      this.talk.value = openTalk({
        link,
        connected: this.connected,
        conversation,
        role: "seeker",
        session,
        onServerEvent: (event) =>
          this.#hear(event, (other) => void this.#enter(link, conversation, other)),
        onPlace: async (place) => {
          this.place.value = place;
          if (place.full) (await import("./moving.browser.ts")).offer(this, jsx, ask);
        },
        onClosed: (code) => this.#closed(endingOf(code)),
      });
      this.phase.value = { at: "room" };
    });
    return ok();
  }

  /** Ahead of her wish to come in: what takes a slow phone long, and the way to the server. */
  getReady(): void {
    if (this.phase.value.at !== "before" || !globalThis.crypto?.subtle) return;
    this.#socket.open();
    this.#tools ??= makeTools();
  }

  async #hear(event: ServerEvent, enter: (face: string) => void): Promise<void> {
    if (event.e.startsWith("move"))
      (await import("./moving.browser.ts")).heard(this, event, [jsx, ask, enter, this.#token]);
    if (event.e === "released") this.letGo.value = true;
    // Somebody is on her way in: what she is checked against must be of now.
    if (event.e === "taken" || event.e === "joined") await this.#trust.renew();
  }

  /**
   * To letters, in one step: what she wrote goes with her and nothing is retyped. A conversation that is
   * still open is ended and deleted.
   */
  async openLetters(text: string, team: LetterTeam = "letters"): Promise<void> {
    const room = await fetchLetterRoom(this.face, text, this.#pass, team);
    const token = this.forget();
    if (token) void ask(paths.end, { token });
    this.phase.value = { at: "letters", room };
  }

  /** All that she has written here, sent or not. */
  get herWords(): string {
    const over = this.phase.value.at === "over" ? this.phase.value.lines : [];
    return wordsOf(this.talk.value?.lines.value ?? over, this.draft.value);
  }

  /** Hers to do at any time: the signed last word, then the server destroys everything. */
  async end(): Promise<void> {
    const talk = this.talk.value;
    const token = this.#token;
    const isAlone = this.stage.value === "waiting" && talk?.lines.value.length === 0;
    const how = isAlone ? "queue" : "you";
    this.phase.value = { at: "ending" };
    await Promise.race([talk?.end(), pause(LAST_WORD_MS)]);
    const ended = await ask(paths.end, { token });
    this.#over({ at: "over", how, sure: ended.ok, lines: [] });
  }

  #closed(how: Ending): void {
    const talk = this.talk.value;
    if (!talk || this.phase.value.at !== "room") return;
    const lines = talk.isSaid ? talk.lines.value : [];
    this.#over({ at: "over", how, sure: talk.isWhole, lines });
  }

  #over(over: Over): void {
    batch(() => {
      this.phase.value = over;
      this.forget();
    });
  }

  /** Empties what the last screen still showed. */
  emptyScreen(): void {
    const { value } = this.phase;
    if (value.at === "over") this.phase.value = { ...value, lines: [] };
  }

  /** Zeroes keys and texts; gives the token that ends the server's side, once. */
  forget(): string | undefined {
    const token = this.#token;
    this.#token = undefined;
    if (this.phase.value.at === "letters") this.phase.value.room.forget();
    this.#knock?.abort();
    this.talk.value?.erase();
    this.#link?.close();
    this.#link = undefined;
    batch(() => {
      this.talk.value = null;
      this.draft.value = "";
      this.place.value = null;
      this.aside.value = null;
      this.letGo.value = false;
      this.connected.value = false;
    });
    return token;
  }
}
