// The team's inbox at one desk: what it shows is opened here, in memory, and goes when the desk is locked.

import { batch, signal } from "@preact/signals";
import type { Staff } from "../../people/index.browser.ts";
import { fail, ok, type Result } from "../../platform/result.ts";
import { fromBase64url, toBase64url } from "../../protocol/index.ts";
import {
  readMailbox,
  type ReadMailbox,
  readMark,
  readSheet,
  type ReadSheet,
} from "../../protocol/letters/index.ts";
import {
  type Inbox,
  type InboxEntry,
  inboxPaths as paths,
  type TeamMailboxView,
} from "../contract.ts";
import type { Delivery } from "../contact/delivery.browser.ts";
import type { Picked } from "../contact/files.browser.ts";
import type { DeskPurpose } from "./purpose.browser.ts";
import { type Ring, tendRing } from "./ring.browser.ts";

export interface OpenedMailbox {
  readonly id: Uint8Array;
  readonly view: TeamMailboxView;
  readonly read: ReadMailbox;
  readonly notes: readonly ReadSheet[];
  /** How far she has read. */
  readonly readBySeeker: number;
}

const nothing = new Uint8Array();
export const bytesOf = (text: string): Uint8Array => fromBase64url(text) ?? nothing;

export class InboxApp {
  readonly staff: Staff;
  readonly purpose: DeskPurpose;
  readonly inbox = signal<Inbox | null>(null);
  readonly ring = signal<Ring | null>(null);
  readonly opened = signal<OpenedMailbox | null>(null);
  readonly answer = signal("");
  readonly note = signal("");
  /** What she signs with in a letter; empty says "we who answer". */
  readonly alias = signal("");
  /** What goes with the answer: in memory only, the draft does not hold it. */
  readonly files = signal<readonly Picked[]>([]);
  /** Of an answer with files on its way, 0 to 1. */
  readonly progress = signal<number | null>(null);
  /** Answers that have arrived while files of theirs have not, by mailbox. */
  readonly unfinished = signal<ReadonlyMap<string, Delivery<unknown>>>(new Map());
  readonly fault = signal<string | null>(null);
  /** What was done last, to be said once. */
  readonly said = signal<string | null>(null);

  constructor(staff: Staff, purpose: DeskPurpose) {
    this.staff = staff;
    this.purpose = purpose;
  }

  /** The team has a key, and no colleague has shared it with her yet. */
  get lacksKey(): boolean {
    const ring = this.ring.value;
    return ring?.current !== undefined && !ring.seeds(ring.current.id);
  }

  /** Some of what lies here she cannot read; a colleague who is in her desk shares older keys too. */
  get lacksOlderKey(): boolean {
    const ring = this.ring.value;
    return ring?.keys.some(({ id }) => !ring.seeds(id)) ?? false;
  }

  /** Keys in order, then what there is. */
  async tend(): Promise<void> {
    if (this.staff.locked.value !== null || !this.staff.me.value) return;
    const ring = await tendRing(this.staff, this.purpose.team).catch(() => fail("offline"));
    if (ring.ok) this.ring.value = ring.value;
    else this.fault.value = ring.code;
    await this.look();
  }

  async look(): Promise<void> {
    const inbox = await this.staff.api.post<Inbox>(paths.inbox, { team: this.purpose.team });
    if (inbox.ok) this.inbox.value = inbox.value;
    else if (inbox.code !== "sign-in-first") this.fault.value = inbox.code;
  }

  async open(entry: Pick<InboxEntry, "id">): Promise<void> {
    batch(() => {
      this.fault.value = null;
      this.said.value = null;
    });
    const opened = await this.#read(entry.id);
    if (!opened.ok) return this.#fail(opened.code);
    const { draft, mailbox } = opened.value;
    batch(() => {
      this.opened.value = mailbox;
      this.answer.value = draft?.text ?? "";
      if (draft?.alias) this.alias.value = draft.alias;
      this.note.value = "";
      this.files.value = [];
    });
  }

  /** The same letter again, with what is new; what she is writing stays. */
  async renew(): Promise<void> {
    const opened = this.opened.value;
    if (!opened) return;
    const again = await this.#read(opened.view.id);
    if (again.ok) this.opened.value = again.value.mailbox;
    else this.#fail(again.code);
    await this.look();
  }

  close(): void {
    batch(() => {
      this.opened.value = null;
      this.answer.value = "";
      this.note.value = "";
      this.files.value = [];
    });
    void this.look();
  }

  async #read(
    mailboxId: string,
  ): Promise<Result<{ mailbox: OpenedMailbox; draft: ReadSheet | undefined }>> {
    const ring = this.ring.value;
    if (!ring) return fail("keys-missing");
    const view = await this.staff.api.post<TeamMailboxView>(paths.read, { mailbox: mailboxId });
    if (!view.ok) return view;
    const { suite } = this.staff;
    const id = bytesOf(mailboxId);
    const about = { id, teamKeys: ring.keys, seal: (key: Uint8Array) => ring.seeds(key)?.seal };
    const read = await readMailbox(suite, {
      ...about,
      mailbox: bytesOf(view.value.mailbox),
      letters: view.value.letters.map(bytesOf),
      reader: { side: "team", seal: about.seal },
    });
    if (!read.ok) return read;
    const sheets = await Promise.all(
      view.value.notes.map((note) => readSheet(suite, about, bytesOf(note))),
    );
    const draft =
      view.value.draft === null
        ? undefined
        : await readSheet(suite, about, bytesOf(view.value.draft));
    const mark = view.value.marks.seeker;
    const hers =
      mark === null ? undefined : await readMark(suite, about, read.value, bytesOf(mark));
    const mailbox = {
      ...{ id, view: view.value, read: read.value },
      notes: sheets.flatMap((one) => (one.ok && one.value.kind === "note" ? [one.value] : [])),
      readBySeeker: hers?.ok && hers.value.author === "seeker" ? hers.value.number : 0,
    };
    return ok({ mailbox, draft: draft?.ok ? draft.value : undefined });
  }

  /** Claim, release or hand over. */
  async act(path: string, more: object = {}): Promise<void> {
    const opened = this.opened.value;
    if (!opened) return;
    this.fault.value = null;
    const done = await this.staff.api.post(path, { mailbox: toBase64url(opened.id), ...more });
    if (!done.ok) this.#fail(done.code);
    await this.renew();
  }

  #fail(code: string): void {
    this.fault.value = code;
  }

  /** What was opened goes; what was being written has been saved as a draft before. */
  forget(): void {
    batch(() => {
      this.ring.value = null;
      this.opened.value = null;
      this.inbox.value = null;
      this.answer.value = "";
      this.note.value = "";
      this.files.value = [];
      this.unfinished.value = new Map();
      this.fault.value = null;
      this.said.value = null;
    });
  }
}
