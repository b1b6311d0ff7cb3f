// What she answers who wants to volunteer: in memory only, until it is sealed.

import { batch, computed, signal } from "@preact/signals";
import { hashOfForm } from "../../forms/index.browser.ts";
import {
  type Answer,
  type Answers,
  faultsOfAnswers,
  formPaths,
  type OfferedForms,
  readDefinition,
  settled,
} from "../../forms/index.ts";
import type { Ask } from "../../letters/index.browser.ts";
import { type Suite, toBase64url } from "../../protocol/index.ts";
import type { Language } from "../../ui/languages.ts";
import { LONGEST, writeApplication } from "../application.ts";
import { applicantPaths as paths, type MeetingView, type Notice } from "../contract.ts";
import { whenInWords } from "../when.ts";

export type Wish = { readonly applies: true } | { readonly applies: false; meeting: MeetingView };
export type Fault = "no-name" | "too-long" | "not-stated" | "answers";

export class Applying {
  readonly #ask: Ask;
  readonly #suite: Suite;
  /** null until it is here. */
  readonly notice = signal<Notice | null>(null);
  readonly #offered = signal<OfferedForms>([]);
  readonly wish = signal<Wish>({ applies: true });
  readonly name = signal("");
  readonly reach = signal("");
  readonly answers = signal<Answers>({});
  /** Ids of the conditions that she has ticked. */
  readonly stated = signal<readonly string[]>([]);
  /** Faults are shown once she has wanted to go on. */
  readonly isTried = signal(false);
  readonly #version = computed(() =>
    this.#offered.value.find(({ kind }) => kind === "application"),
  );
  readonly form = computed(() =>
    this.#version.value && this.wish.value.applies
      ? readDefinition(this.#version.value.definition)
      : undefined,
  );

  constructor(ask: Ask, suite: Suite) {
    this.#ask = ask;
    this.#suite = suite;
  }

  async fetch(): Promise<void> {
    const [notice, offered] = await Promise.all([
      this.#ask<Notice>(paths.notice, {}),
      this.#ask<OfferedForms>(formPaths.current, {}),
    ]);
    batch(() => {
      if (notice.ok) this.notice.value = notice.value;
      if (offered.ok) this.#offered.value = offered.value;
    });
  }

  answer(id: string, answer: Answer | undefined): void {
    const { [id]: _before, ...rest } = this.answers.value;
    this.answers.value = answer === undefined ? rest : { ...rest, [id]: answer };
  }

  get answerFaults() {
    const form = this.form.value;
    return form && this.isTried.value
      ? faultsOfAnswers(form, settled(form, this.answers.value))
      : [];
  }

  get faults(): readonly Fault[] {
    if (!this.isTried.value) return [];
    const missing = (this.notice.value?.conditions ?? []).some(
      ({ id, required }) => required && !this.stated.value.includes(id),
    );
    const isLong = this.name.value.length > LONGEST.name || this.reach.value.length > LONGEST.reach;
    return [
      ...(this.name.value.trim() === "" ? (["no-name"] as const) : []),
      ...(isLong ? (["too-long"] as const) : []),
      ...(this.wish.value.applies && missing ? (["not-stated"] as const) : []),
      ...(this.answerFaults.length > 0 ? (["answers"] as const) : []),
    ];
  }

  /** As a letter's text; undefined while something is missing. */
  async written(language: Language): Promise<string | undefined> {
    this.isTried.value = true;
    if (this.faults.length > 0) return undefined;
    const wish = this.wish.value;
    const [form, version] = [this.form.value, this.#version.value];
    const conditions = wish.applies ? (this.notice.value?.conditions ?? []) : [];
    return writeApplication({
      what: wish.applies ? "application" : "meeting",
      name: this.name.value.trim(),
      reach: this.reach.value.trim(),
      form:
        form && version
          ? {
              ...{ kind: "application", version: version.version },
              hash: await hashOfForm(this.#suite, version),
            }
          : null,
      answers: form ? settled(form, this.answers.value) : {},
      stated: conditions
        .filter(({ id }) => this.stated.value.includes(id))
        .map(({ text }) => text[language] || text.sv),
      meeting: wish.applies ? "" : whenInWords(wish.meeting, language),
    });
  }

  /** Should it get lost, her letter stands on the board as an application, and she chooses the meeting again. */
  async arrived(token: Uint8Array): Promise<void> {
    const wish = this.wish.value;
    const meeting = wish.applies ? null : wish.meeting.id;
    await this.#ask(paths.begin, { token: toBase64url(token), applies: wish.applies, meeting });
  }

  forget(): void {
    batch(() => {
      this.name.value = "";
      this.reach.value = "";
      this.answers.value = {};
      this.stated.value = [];
      this.wish.value = { applies: true };
      this.isTried.value = false;
    });
  }
}
