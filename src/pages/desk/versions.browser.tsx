import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { formatDate, formatTime, type Language } from "../../ui/languages.ts";
import { pagePaths as paths, type PageText, type VersionEntry } from "../contract.ts";
import { deskMessages } from "../messages.desk.ts";
import { Difference } from "./difference.browser.tsx";
import type { EditorPart } from "./editor.browser.tsx";
import { Button, Fault } from "./parts.browser.tsx";

interface Looked {
  readonly version: number;
  readonly text: PageText;
}

/** Everything that was saved: to compare with, and to take up again. */
export function Versions({ book, writing, language }: EditorPart): JSX.Element {
  const t = deskMessages[language];
  const looked = useSignal<Looked | null>(null);
  const fault = useSignal<string | null>(null);
  const versions = writing.opened.value?.versions ?? [];
  const look = async (version: number): Promise<void> => {
    const answer = await book.api.post<PageText>(paths.version, { ...writing.place, version });
    fault.value = answer.ok ? null : answer.code;
    looked.value = answer.ok ? { version, text: answer.value } : null;
  };
  const restore = ({ text, version }: Looked): void => {
    writing.restore(text, version);
    looked.value = null;
  };
  const shown = looked.value;
  return (
    <details class="pages-more">
      <summary>
        {t.versions} ({versions.length})
      </summary>
      <div class="stack">
        <Fault code={fault.value} language={language} />
        {shown && (
          <Compared
            {...{ shown, language, now: writing.text.value }}
            onRestore={() => restore(shown)}
            onClose={() => (looked.value = null)}
          />
        )}
        <ul class="pages-versions">
          {versions.map((one) => (
            <li key={one.version}>
              <Line entry={one} language={language} />
              <Button onPress={() => void look(one.version)}>
                {t.compare}
                <span class="visually-hidden"> {one.version}</span>
              </Button>
            </li>
          ))}
        </ul>
      </div>
    </details>
  );
}

interface ComparedProps {
  readonly shown: Looked;
  readonly now: PageText;
  readonly language: Language;
  readonly onRestore: () => void;
  readonly onClose: () => void;
}

function Compared({ shown, now, language, onRestore, onClose }: ComparedProps): JSX.Element {
  const t = deskMessages[language];
  return (
    <section class="stack" aria-label={t.compareTitle(shown.version)}>
      <strong>{t.compareTitle(shown.version)}</strong>
      <Difference before={shown.text} after={now} language={language} />
      <div class="row">
        <Button onPress={onRestore}>{t.restore}</Button>
        <Button kind="quiet" onPress={onClose}>
          {t.close}
        </Button>
      </div>
    </section>
  );
}

function Line({ entry, language }: { entry: VersionEntry; language: Language }): JSX.Element {
  const t = deskMessages[language];
  const { version, savedAt, savedBy, title } = entry;
  const when = `${formatDate(savedAt, language, true)} ${formatTime(savedAt, language)}`;
  return (
    <span>
      {t.versionLine(version, when)}
      <span class="small soft pages-under">
        {title}
        {savedBy !== null && `, ${t.versionBy(savedBy)}`}
      </span>
    </span>
  );
}
