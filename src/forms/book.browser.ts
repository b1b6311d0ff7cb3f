import { type Signal, signal } from "@preact/signals";
import type { Result } from "../platform/result.ts";
import { type Suite, toBase64url } from "../protocol/index.ts";
import { formPaths, type FormVersion, readDefinition } from "./contract.ts";
import type { FormDefinition, FormKind } from "./definition.ts";

/** The version that was answered, as answers name it. */
export interface NamedForm {
  readonly kind: FormKind;
  readonly version: number;
  /** SHA-256 of the form's text, base64url: what she was asked cannot be changed behind her. */
  readonly hash: string;
}

interface KnownForm {
  readonly definition: FormDefinition;
  readonly hash: string;
}

/** SHA-256 of a form's text: answers name by it what was asked. */
export async function hashOfForm(suite: Suite, { definition }: FormVersion): Promise<string> {
  return toBase64url(await suite.sha256(new TextEncoder().encode(definition)));
}

type Ask = <T>(path: string, body: object) => Promise<Result<T>>;

/** Versions of forms, each fetched once, that answers name. */
export class FormBook {
  readonly #known = new Map<string, Signal<KnownForm | "loading" | "lost">>();
  readonly #ask: Ask;
  readonly #suite: Suite;
  constructor(ask: Ask, suite: Suite) {
    this.#ask = ask;
    this.#suite = suite;
  }

  /** "lost" also for a form that is not the one that she was asked: the server may have changed it. */
  find({ kind, version, hash }: NamedForm): KnownForm | "loading" | "lost" {
    const name = `${kind} ${version} ${hash}`;
    const known = this.#known.get(name) ?? signal<KnownForm | "loading" | "lost">("loading");
    if (!this.#known.has(name)) {
      this.#known.set(name, known);
      void this.#fetch({ kind, version, hash }).then((form) => (known.value = form));
    }
    return known.value;
  }

  async #fetch({ kind, version, hash }: NamedForm): Promise<KnownForm | "lost"> {
    const form = await this.#ask<FormVersion | null>(formPaths.version, { kind, version });
    if (!form.ok || !form.value) return "lost";
    if ((await hashOfForm(this.#suite, form.value)) !== hash) return "lost";
    return { definition: readDefinition(form.value.definition), hash };
  }
}
