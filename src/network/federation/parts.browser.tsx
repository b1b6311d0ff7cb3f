import { useSignal } from "@preact/signals";
import type { ComponentChildren, JSX } from "preact";
import { useEffect } from "preact/hooks";
import type { Result } from "../../platform/result.ts";
import { formatDate, type Language } from "../../ui/languages.ts";
import { federationMessages } from "./messages.ts";

export interface DeskApi {
  post<T>(path: string, body: object): Promise<Result<T>>;
}

export interface DeskPart {
  readonly api: DeskApi;
  readonly language: Language;
}

export const dayInWords = (on: string, language: Language): string =>
  formatDate(Date.parse(`${on}T12:00Z`), language, true);

export interface Look<T> {
  readonly view: T | "loading" | "failed";
  readonly told: string | null;
  /** Does something that answers with the whole view; tells `done`, or what went wrong. */
  act(path: string, body: object, done: string): Promise<boolean>;
  tell(text: string | null): void;
  again(): void;
}

/** A page over one view, which every act answers anew. */
export function useLook<T>({ api, language }: DeskPart, path: string): Look<T> {
  const t = federationMessages[language];
  const view = useSignal<T | "loading" | "failed">("loading");
  const told = useSignal<string | null>(null);
  const load = async (): Promise<void> => {
    view.value = "loading";
    const answer = await api.post<T>(path, {});
    view.value = answer.ok ? answer.value : "failed";
  };
  useEffect(() => void load(), [api]);
  return {
    view: view.value,
    told: told.value,
    async act(to, body, done) {
      const answer = await api.post<T>(to, body);
      if (answer.ok) view.value = answer.value;
      const isLate = !answer.ok && answer.code === "changed-meanwhile";
      told.value = answer.ok ? done : isLate ? t["changed-meanwhile"] : t.failed;
      if (isLate) await load();
      return answer.ok;
    },
    tell: (text) => (told.value = text),
    again: () => void load(),
  };
}

interface FrameProps<T> {
  readonly look: Look<T>;
  readonly language: Language;
  readonly title: string;
  readonly lead: string;
  readonly children: (view: T) => ComponentChildren;
}

export function LookFrame<T extends object>(props: FrameProps<T>): JSX.Element {
  const { look, language, title, lead, children } = props;
  const t = federationMessages[language];
  return (
    <section class="desk-page stack">
      <h1>{title}</h1>
      <p>{lead}</p>
      <div role="status">{look.told !== null && <p class="notice">{look.told}</p>}</div>
      {look.view === "loading" && <p role="status">{t.loading}</p>}
      {look.view === "failed" && (
        <div class="notice notice-danger stack" role="alert">
          <p>{t.failed}</p>
          <button type="button" class="button" onClick={() => look.again()}>
            {t.again}
          </button>
        </div>
      )}
      {typeof look.view === "object" && children(look.view)}
    </section>
  );
}
