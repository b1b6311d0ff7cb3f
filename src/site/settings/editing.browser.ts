import { signal } from "@preact/signals";
import type { Result } from "../../platform/result.ts";
import { type Conflict, isSame, merge, write } from "./paths.ts";

/** What the desk's shell hands in: how to speak with the server. */
export interface SettingsApi {
  get<T>(path: string): Promise<Result<T>>;
  put<T>(path: string, body: object): Promise<Result<T>>;
  post<T>(path: string, body: object): Promise<Result<T>>;
}

export interface Versioned<T> {
  readonly version: number;
  readonly value: T;
}

export type Notice =
  | { readonly kind: "saved" }
  /** `at` names the places that the server would not take. */
  | { readonly kind: "refused"; readonly code: string; readonly at: readonly string[] }
  /** A colleague saved meanwhile; both changes now lie in the form, and wait to be saved. */
  | { readonly kind: "merged"; readonly conflicts: readonly Conflict[] };

interface Store<T> {
  load(): Promise<Result<Versioned<T>>>;
  save(version: number, value: T): Promise<Result<{ version: number }>>;
}

/** One form that is being edited: what was saved, what stands in it now, and how it went. */
export class Editing<T> {
  readonly value;
  readonly busy = signal(false);
  readonly notice = signal<Notice | null>(null);
  readonly #store: Store<T>;
  readonly #saved;

  constructor(store: Store<T>, saved: Versioned<T>) {
    this.#store = store;
    this.#saved = signal(saved);
    this.value = signal(saved.value);
  }

  get isChanged(): boolean {
    return !isSame(this.value.value, this.#saved.value.value);
  }

  set(path: string, value: unknown): void {
    this.value.value = write(this.value.value, path, value);
    if (this.notice.value?.kind === "saved") this.notice.value = null;
  }

  /** Back to what was last saved. */
  undo(): void {
    this.value.value = this.#saved.value.value;
    this.notice.value = null;
  }

  async save(): Promise<void> {
    if (this.busy.value) return;
    this.busy.value = true;
    const sent = this.value.value;
    const answer = await this.#store.save(this.#saved.value.version, sent);
    if (answer.ok) {
      this.#saved.value = { version: answer.value.version, value: sent };
      this.notice.value = { kind: "saved" };
    } else if (answer.code === "changed-meanwhile") {
      await this.#layTogether();
    } else {
      this.notice.value = { kind: "refused", code: answer.code, at: placesOf(answer.details) };
    }
    this.busy.value = false;
  }

  async #layTogether(): Promise<void> {
    const fresh = await this.#store.load();
    if (!fresh.ok) {
      this.notice.value = { kind: "refused", code: fresh.code, at: [] };
      return;
    }
    const base = this.#saved.value.value;
    const { value, conflicts } = merge(base, this.value.value, fresh.value.value);
    this.#saved.value = fresh.value;
    this.value.value = value;
    this.notice.value = { kind: "merged", conflicts };
  }
}

/** The server names each wrong field as "face.doors.young.lead.en"; the form begins one step further in. */
function placesOf(details: unknown): string[] {
  if (!Array.isArray(details)) return [];
  return details.flatMap((fault: unknown) => {
    const at = (fault as { at?: unknown } | null)?.at;
    return typeof at === "string" ? [at.split(".").slice(1).join(".")] : [];
  });
}
