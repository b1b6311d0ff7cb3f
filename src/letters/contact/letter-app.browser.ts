// What she does with letters, from the first word to the last. All of it lives in memory only.

import { batch, signal } from "@preact/signals";
import type { Result } from "../../platform/result.ts";
import { type MailboxKeys, newReturnCode, readReturnCode } from "../../protocol/letters/index.ts";
import type { LetterStart, MailboxOpened, TeamName } from "../contract.ts";
import type { Delivery } from "./delivery.browser.ts";
import { type Picked, pick } from "./files.browser.ts";
import { type Failing, failing, type FailingCode } from "./failures.ts";
import { makeReady } from "./pictures.browser.ts";
import type { Opened, Post } from "./post.browser.ts";
import { onlyLetters, type Purpose } from "./purpose.browser.ts";

export type Phase =
  | { readonly at: "loading" | "choose" | "write" | "code" | "opening" | "erased" | "closed" }
  | { readonly at: "words"; readonly words: readonly string[] }
  | { readonly at: "sending"; readonly kept: boolean }
  | { readonly at: "sent"; readonly kept: boolean; readonly expiresOn: string }
  | { readonly at: "mailbox"; readonly opened: Opened };

/** Fetches what a team's mailboxes are for; letters have it with them. */
export type PurposeOf = (team: TeamName) => Promise<Purpose>;

const MOST_FILES = 8;

export class LetterApp {
  readonly post: Post;
  readonly phase = signal<Phase>({ at: "loading" });
  readonly start = signal<LetterStart | null>(null);
  readonly draft = signal("");
  readonly files = signal<readonly Picked[]>([]);
  /** Of what is on its way, 0 to 1; null while nothing is. */
  readonly progress = signal<number | null>(null);
  readonly failed = signal<Failing | null>(null);
  readonly purpose = signal<Purpose>(onlyLetters);
  readonly #purposeOf: PurposeOf;
  #words: readonly string[] = [];
  #keys: Promise<MailboxKeys> | undefined;
  #delivery: Delivery<MailboxOpened> | undefined;

  /** `text`: what she has written already, in a chat that could not go on. */
  constructor(post: Post, text: string, purposeOf: PurposeOf) {
    this.post = post;
    this.#purposeOf = purposeOf;
    this.draft.value = text;
  }

  async begin(first: "choose" | "write" | "code"): Promise<void> {
    this.#turn({ at: "loading" });
    const [start, purpose] = await Promise.all([
      this.post.start(),
      this.#purposeOf(this.post.team).catch(() => undefined),
    ]);
    if (!purpose) return this.#fail("offline");
    this.purpose.value = purpose;
    if (!start.ok) return this.#fail(start.code);
    this.start.value = start.value;
    const isClosed = start.value.teamKey === null;
    this.#turn(isClosed && first === "write" ? { at: "closed" } : { at: first });
  }

  go(at: "choose" | "write" | "code" | "closed"): void {
    const isClosed = (this.start.value?.teamKey ?? null) === null;
    this.#turn({ at: at === "write" && isClosed ? "closed" : at });
  }

  async addFiles(chosen: readonly File[]): Promise<void> {
    this.failed.value = null;
    for (const file of chosen) {
      if (this.files.value.length >= MOST_FILES) return this.#fail("too-many-files");
      const ready = await makeReady(file);
      if (!ready.ok) return this.#fail(ready.code);
      this.files.value = [...this.files.value, pick(this.post.suite, ready.value)];
    }
  }

  removeFile(file: Picked): void {
    this.files.value = this.files.value.filter((one) => one !== file);
  }

  /** Draws the words; while she copies them her browser makes the keys. */
  async showWords(): Promise<void> {
    if (this.#words.length === 0) {
      this.#words = await newReturnCode(this.post.suite, "sealed");
      this.#keys = this.post.keysOf("sealed", this.#words);
      this.#keys.catch(() => undefined);
    }
    this.#turn({ at: "words", words: this.#words });
  }

  /** `kept`: she has the words. Otherwise nobody can answer, and the words are forgotten at once. */
  async send(kept: boolean): Promise<void> {
    this.#turn({ at: "sending", kept });
    this.progress.value = 0;
    const delivered = await this.#deliver(async () => {
      this.#words =
        this.#words.length > 0 ? this.#words : await newReturnCode(this.post.suite, "sealed");
      this.#keys ??= this.post.keysOf("sealed", this.#words);
      const what = this.#toSend(kept ? "kept" : "not-kept");
      return this.post.first(await this.#keys, what, this.purpose.value.team);
    });
    if (!delivered.ok) return this.#fail(delivered.code);
    const keys = await this.#keys;
    if (keys) await this.purpose.value.onArrived?.(keys.token);
    this.#emptyDesk();
    this.#turn({ at: "sent", kept, expiresOn: delivered.value.expiresOn });
  }

  /** In an open mailbox. */
  async sendNext(): Promise<void> {
    const phase = this.phase.value;
    if (phase.at !== "mailbox") return;
    this.failed.value = null;
    this.progress.value = 0;
    const delivered = await this.#deliver(() => this.post.next(phase.opened, this.#toSend("kept")));
    this.progress.value = null;
    if (delivered.ok) this.#emptyDesk();
    else this.#fail(delivered.code);
    // What has come meanwhile must stand there: her own goes behind it.
    if (delivered.ok || delivered.code === "changed-meanwhile") await this.look();
  }

  /** The letter is there, and only files are missing: it cannot be changed any more. */
  get hasArrived(): boolean {
    return this.#delivery?.hasArrived === true;
  }

  #toSend(code: "kept" | "not-kept") {
    return { text: this.draft.value.trim(), files: this.files.value, code };
  }

  /** Once sealed, the same letter is brought until it is there. */
  async #deliver(
    make: () => Promise<Result<Delivery<MailboxOpened>>>,
  ): Promise<Result<MailboxOpened>> {
    if (!this.#delivery) {
      const made = await attemptMaking(make);
      if (!made.ok) return made;
      this.#delivery = made.value;
    }
    const done = await this.#delivery.go((part) => void (this.progress.value = part));
    // Somebody has written meanwhile: what she wrote is still here, and is sealed anew behind it.
    if (done.ok || done.code === "changed-meanwhile" || done.code === "letters-closed")
      this.#delivery = undefined;
    return done;
  }

  /** Undefined when the mailbox opens; else what is wrong with the words, which are not sent anywhere. */
  async openWith(typed: string): Promise<FailingCode | undefined> {
    const code = await readReturnCode(this.post.suite, typed);
    if (!code.ok) return code;
    if (code.kind === "plain") return { code: "plain-code" };
    this.#turn({ at: "opening" });
    this.#words = code.words;
    this.#keys = this.post.keysOf("sealed", code.words);
    const opened = await this.#open();
    if (opened.ok) return undefined;
    this.#turn({ at: "code" });
    return { code: opened.code };
  }

  async #open(): Promise<Result<Opened>> {
    const opened = await attemptMaking(async () => {
      const keys = await this.#keys;
      return keys ? this.post.open(keys) : ({ ok: false, code: "no-crypto" } as const);
    });
    if (!opened.ok) return opened;
    const purpose = await this.#purposeOf(opened.value.team).catch(() => undefined);
    if (!purpose) return { ok: false, code: "offline" };
    this.purpose.value = purpose;
    this.#turn({ at: "mailbox", opened: opened.value });
    void this.post.markRead(opened.value);
    return opened;
  }

  /** Looks for what is new, in an open mailbox or after sending. */
  async look(): Promise<void> {
    const before = this.failed.value;
    const opened = await this.#open();
    if (!opened.ok) this.#fail(opened.code);
    else this.failed.value = before;
  }

  async erase(): Promise<void> {
    const keys = await this.#keys;
    if (!keys) return;
    const erased = await this.post.erase(keys);
    if (!erased.ok && erased.code !== "mailbox-unknown") return this.#fail(erased.code);
    this.forget();
    this.#turn({ at: "erased" });
  }

  #emptyDesk(): void {
    batch(() => {
      this.draft.value = "";
      this.files.value = [];
      this.progress.value = null;
    });
  }

  #turn(phase: Phase): void {
    batch(() => {
      this.failed.value = null;
      this.phase.value = phase;
    });
  }

  #fail(code: string): void {
    this.failed.value = failing({ code });
  }

  /** Zeroes keys and texts. */
  forget(): void {
    void this.#keys?.then(({ token, sign, seal }) =>
      [token, sign, seal].forEach((key) => key.fill(0)),
    );
    this.#keys = undefined;
    this.#words = [];
    this.#delivery = undefined;
    this.purpose.value.forget?.();
    this.#emptyDesk();
    this.phase.value = { at: "choose" };
  }
}

/** A refusal of the protocol, or a worker that fails, becomes a code that can be told. */
async function attemptMaking<T>(make: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await make();
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "no-crypto";
    return { ok: false, code };
  }
}
