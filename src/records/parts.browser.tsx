import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import { type Staff, useWork, type Work } from "../people/index.browser.ts";
import type { Result } from "../platform/result.ts";
import { formatDate, type Language } from "../ui/languages.ts";
import { faultText } from "./messages.faults.ts";
import { messages } from "./messages.mine.ts";

export interface PageProps {
  readonly staff: Staff;
  readonly language: Language;
}

/** "21 november 2026". */
export function dayText(day: string, language: Language): string {
  const [, ...rest] = formatDate(Date.parse(`${day}T12:00:00Z`), language, true).split(" ");
  return rest.join(" ");
}

export function Fault({ code, language }: { code: string | null; language: Language }) {
  return (
    <div role="alert">
      {code !== null && <p class="notice notice-danger">{faultText(code, language)}</p>}
    </div>
  );
}

export interface Loaded<T> {
  readonly now: T | null;
  readonly work: Work;
  /** Does it, and shows what then stands. */
  act(what: () => Promise<Result<unknown>>): Promise<boolean>;
  again(): void;
}

export function useLoaded<T>(load: () => Promise<Result<T>>): Loaded<T> {
  const now = useSignal<T | null>(null);
  const work = useWork();
  const refresh = async (): Promise<Result<unknown>> => {
    const done = await load();
    if (done.ok) now.value = done.value;
    return done;
  };
  useEffect(() => void work.run(refresh), []);
  return {
    now: now.value,
    work,
    act: (what) =>
      work.run(async () => {
        const done = await what();
        const fresh = await refresh();
        return done.ok ? fresh : done;
      }),
    again: () => void work.run(refresh),
  };
}

interface ScreenProps<T> {
  readonly title: string;
  readonly language: Language;
  readonly loaded: Loaded<T>;
  readonly children: (now: T) => ComponentChildren;
}

/** A page of the desk that has to be fetched first. */
export function Screen<T>({ title, language, loaded, children }: ScreenProps<T>) {
  const t = messages[language];
  const { now, work } = loaded;
  return (
    <div class="desk-page stack">
      <h1>{title}</h1>
      <Fault code={work.fault} language={language} />
      {now !== null && children(now)}
      {now === null && work.busy && <p role="status">{t.loading}</p>}
      {now === null && !work.busy && (
        <button type="button" class="button" onClick={loaded.again}>
          {t.again}
        </button>
      )}
    </div>
  );
}
