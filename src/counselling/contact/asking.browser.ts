// What she answers and how she wants to be reached: in memory only, until it is sealed.

import { batch, computed, signal } from "@preact/signals";
import {
  type Answer,
  type Answers,
  faultsOfAnswers,
  formPaths,
  type FormKind,
  type FormVersion,
  type OfferedForms,
  readDefinition,
  settled,
} from "../../forms/index.ts";
import type { Ask } from "../../letters/index.browser.ts";
import type { Suite } from "../../protocol/index.ts";
import { hashOfForm } from "../../forms/index.browser.ts";
import { byCode, faultsOfTerms, settledTerms, type Terms, writeRequest } from "../request.ts";

export class Asking {
  readonly #ask: Ask;
  readonly #suite: Suite;
  /** null until they are here. */
  readonly offered = signal<OfferedForms | null>(null);
  readonly kind = signal<FormKind>("intake");
  readonly answers = signal<Answers>({});
  readonly terms = signal<Terms>(byCode);
  /** Faults are shown once she has wanted to go on. */
  readonly isTried = signal(false);
  readonly version = computed(() =>
    this.offered.value?.find(({ kind }) => kind === this.kind.value),
  );
  readonly form = computed(
    () => this.version.value && readDefinition(this.version.value.definition),
  );

  constructor(ask: Ask, suite: Suite) {
    this.#ask = ask;
    this.#suite = suite;
  }

  async fetch(): Promise<boolean> {
    const offered = await this.#ask<OfferedForms>(formPaths.current, {});
    if (offered.ok) this.offered.value = offered.value.filter(({ kind }) => kind !== "application");
    return offered.ok;
  }

  choose(kind: FormKind): void {
    if (kind === this.kind.value) return;
    batch(() => {
      this.kind.value = kind;
      this.answers.value = {};
      this.isTried.value = false;
    });
  }

  answer(id: string, answer: Answer | undefined): void {
    const { [id]: _before, ...rest } = this.answers.value;
    this.answers.value = answer === undefined ? rest : { ...rest, [id]: answer };
  }

  get #kept(): Answers {
    return this.form.value ? settled(this.form.value, this.answers.value) : {};
  }

  get faults() {
    const form = this.form.value;
    if (!form || !this.isTried.value) return { answers: [], terms: [] };
    return {
      answers: faultsOfAnswers(form, this.#kept),
      terms: faultsOfTerms(this.terms.value),
    };
  }

  /** The request as a letter's text; undefined while something is missing. */
  async written(): Promise<string | undefined> {
    this.isTried.value = true;
    const { answers, terms } = this.faults;
    const version: FormVersion | undefined = this.version.value;
    if (!version || answers.length + terms.length > 0) return undefined;
    return writeRequest({
      form: {
        ...{ kind: version.kind, version: version.version },
        hash: await hashOfForm(this.#suite, version),
      },
      answers: this.#kept,
      terms: settledTerms(this.terms.value),
    });
  }

  forget(): void {
    batch(() => {
      this.answers.value = {};
      this.terms.value = byCode;
      this.isTried.value = false;
    });
  }
}
