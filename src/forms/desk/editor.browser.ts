// One form on a coordinator's desk: what she writes is kept as her own draft at the jour, a moment after each key.

import { batch, computed, signal } from "@preact/signals";
import type { Staff } from "../../people/index.browser.ts";
import {
  type DraftSaved,
  type DraftView,
  type FormDesk,
  formPaths as paths,
  type FormVersion,
  readDefinition,
} from "../contract.ts";
import { faultsOfDefinition, type FormDefinition, type FormKind } from "../definition.ts";
import type { Step } from "../edit.ts";

const SAVE_AFTER_MS = 700;
const AGAIN_AFTER_MS = 10_000;

/** `elsewhere`: another tab of hers has saved since; hers stays on the screen until she chooses. */
type Kept = "nothing" | "waits" | "kept" | "elsewhere" | { readonly not: string };
export type Undone = "question-gone" | "option-gone" | "kind-changed" | "replaced";

interface Undo {
  readonly said: Undone;
  readonly undo: Step["undo"];
  /** It would take away what is written after it: gone with the next key. */
  readonly isWhole: boolean;
}

export class FormEditor {
  readonly kind: FormKind;
  readonly #staff: Staff;
  readonly desk = signal<FormDesk | null>(null);
  /** null where there is no form, and nobody has begun one here. */
  readonly form = signal<FormDefinition | null>(null);
  readonly kept = signal<Kept>("nothing");
  readonly undo = signal<Undo | null>(null);
  readonly fault = signal<string | null>(null);
  /** The number of the version that has just been published. */
  readonly published = signal<number | null>(null);
  /** The version that she writes upon; 0 where there was none. */
  readonly after = signal(0);
  readonly isDraft = signal(false);
  readonly faults = computed(() => (this.form.value ? faultsOfDefinition(this.form.value) : []));
  readonly newest = computed(() => this.desk.value?.newest ?? null);
  /** A colleague has published since she began. */
  readonly isOvertaken = computed(
    () => this.isDraft.value && (this.newest.value?.version ?? 0) > this.after.value,
  );
  #revision = 0;
  #isDirty = false;
  #isPublishing = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #saving: Promise<void> | undefined;

  constructor(staff: Staff, kind: FormKind) {
    this.#staff = staff;
    this.kind = kind;
  }

  get drafts(): readonly DraftView[] {
    return (this.desk.value?.drafts ?? []).filter(({ mine }) => !mine);
  }

  /** What is published, and her draft; what she has before her stays. */
  async look(): Promise<void> {
    const desk = await this.#staff.api.post<FormDesk>(paths.desk, { kind: this.kind });
    if (!desk.ok) return void (this.fault.value = desk.code);
    batch(() => {
      this.fault.value = null;
      this.desk.value = desk.value;
      if (!this.#isDirty && this.kept.value !== "elsewhere") this.#begin(desk.value);
    });
  }

  #begin({ drafts, newest }: FormDesk): void {
    const mine = drafts.find((one) => one.mine);
    const text = mine?.definition ?? newest?.definition;
    this.form.value = text === undefined ? null : readDefinition(text);
    this.after.value = mine?.after ?? newest?.version ?? 0;
    this.#revision = mine?.revision ?? 0;
    this.isDraft.value = mine !== undefined;
    this.kept.value = mine ? "kept" : "nothing";
  }

  /** A text, a tick: nothing is taken away by it. */
  change(form: FormDefinition): void {
    batch(() => {
      if (this.undo.value?.isWhole) this.undo.value = null;
      this.#set(form);
    });
  }

  take({ form, undo }: Step, said: Undone): void {
    batch(() => {
      this.#set(form);
      this.undo.value = { said, undo, isWhole: false };
    });
  }

  /** Another form, or another shape of a question, in the place of what was there. */
  replace(form: FormDefinition, said: Undone): void {
    const before = this.form.value;
    batch(() => {
      this.#set(form);
      this.undo.value = before && { said, undo: () => before, isWhole: true };
    });
  }

  takeBack(): void {
    const { undo, form } = this;
    if (!undo.value || !form.value) return;
    const before = undo.value.undo(form.value);
    batch(() => {
      undo.value = null;
      this.#set(before);
    });
  }

  #set(form: FormDefinition): void {
    this.form.value = form;
    this.published.value = null;
    this.isDraft.value = true;
    this.#isDirty = true;
    if (this.kept.value === "elsewhere") return;
    this.kept.value = "waits";
    this.#later(SAVE_AFTER_MS);
  }

  #later(wait: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), wait);
  }

  /** True while something stands here that the jour does not have. */
  get isUnsaved(): boolean {
    return this.#isDirty;
  }

  flush(): Promise<void> {
    clearTimeout(this.#timer);
    if (this.#isPublishing) return Promise.resolve();
    this.#saving ??= this.#save().finally(() => (this.#saving = undefined));
    return this.#saving;
  }

  async #save(): Promise<void> {
    while (this.#isDirty && this.kept.value !== "elsewhere") {
      this.#isDirty = false;
      const saved = await this.#staff.api.post<DraftSaved>(paths.draft, {
        ...{ kind: this.kind, after: this.after.value, revision: this.#revision },
        definition: this.form.value,
      });
      if (saved.ok) {
        this.#revision = saved.value.revision;
        if (!this.#isDirty) this.kept.value = "kept";
        continue;
      }
      this.#isDirty = true;
      if (saved.code === "changed-meanwhile") this.kept.value = "elsewhere";
      else {
        this.kept.value = { not: saved.code };
        if (saved.code !== "limit-reached") this.#later(AGAIN_AFTER_MS);
        return;
      }
    }
  }

  /** Of two tabs of hers: this one stays, or the other's comes here. */
  async settle(which: "here" | "there"): Promise<void> {
    const mine = this.form.value;
    this.#isDirty = false;
    this.kept.value = "nothing";
    await this.look();
    if (which === "here" && mine) {
      this.replace(mine, "replaced");
      await this.flush();
    }
  }

  /** Upon the newest, once she has seen that there is one. */
  async publish(): Promise<void> {
    const form = this.form.value;
    if (!form || this.faults.value.length > 0) return;
    await this.flush();
    this.#isPublishing = true;
    if (this.isOvertaken.value) this.after.value = this.newest.value?.version ?? 0;
    const { kind } = this;
    const body = { kind, after: this.after.value, definition: form };
    const made = await this.#staff.api.post<FormVersion>(paths.save, body);
    this.#isPublishing = false;
    if (made.ok) this.#settled(made.value.version, form);
    await this.look();
    if (!made.ok) return void (this.fault.value = made.code);
    batch(() => {
      this.published.value = made.value.version;
      this.undo.value = null;
    });
  }

  /** Her draft has become a version; what she wrote while it did is a draft upon that one. */
  #settled(version: number, form: FormDefinition): void {
    this.#isDirty = this.form.value !== form;
    this.#revision = 0;
    this.after.value = version;
    this.kept.value = "nothing";
    if (this.#isDirty) this.#later(0);
  }

  /** Her draft goes; what is published stays. */
  async drop(): Promise<void> {
    const before = this.form.value;
    await this.flush();
    const gone = await this.#staff.api.post(paths.dropDraft, { kind: this.kind });
    if (!gone.ok) return void (this.fault.value = gone.code);
    this.#isDirty = false;
    await this.look();
    if (before) this.undo.value = { said: "replaced", undo: () => before, isWhole: true };
  }

  /** A version as it was, to be read. */
  async version(version: number): Promise<FormDefinition | undefined> {
    const found = await this.#staff.api.post<FormVersion | null>(paths.version, {
      ...{ kind: this.kind, version },
    });
    if (!found.ok) this.fault.value = found.code;
    return found.ok && found.value ? readDefinition(found.value.definition) : undefined;
  }
}
