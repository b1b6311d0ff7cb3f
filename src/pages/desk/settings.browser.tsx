import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { type PageSettings, pagePaths as paths } from "../contract.ts";
import { deskMessages } from "../messages.desk.ts";
import type { EditorPart } from "./editor.browser.tsx";
import { SettingsFields } from "./make.browser.tsx";
import { Button, Fault } from "./parts.browser.tsx";

/** Kind, address and place of the page, for all its languages; and its end. */
export function Settings({ book, entry, language }: EditorPart): JSX.Element {
  const t = deskMessages[language];
  const change = useSignal<Partial<PageSettings>>({});
  const fault = useSignal<string | null>(null);
  const done = useSignal(false);
  const { kind, slug, face, dated, position, referral } = entry;
  const settings = { ...{ kind, slug, face, dated, position, referral }, ...change.value };
  const save = async (): Promise<void> => {
    const body = { page: entry.id, version: entry.version, settings };
    const answer = await book.act(paths.settings, body);
    fault.value = answer.ok ? null : answer.code;
    done.value = answer.ok;
    if (answer.ok) change.value = {};
  };
  return (
    <details class="pages-more">
      <summary>{t.settings}</summary>
      <div class="stack pages-narrow">
        <SettingsFields
          {...{ book, language, settings }}
          onChange={(one) => {
            change.value = { ...change.value, ...one };
            done.value = false;
          }}
        />
        <p class="hint">{t.oldLeads}</p>
        <Fault code={fault.value} language={language} />
        <p role="status">{done.value ? t.done : ""}</p>
        <p>
          <Button onPress={() => void save()}>{t.settingsSave}</Button>
        </p>
        <Remove {...{ book, entry, language }} onFault={(code) => (fault.value = code)} />
      </div>
    </details>
  );
}

interface RemoveProps extends Pick<EditorPart, "book" | "entry" | "language"> {
  readonly onFault: (code: string) => void;
}

/** Asked twice: nothing of it can be had back. */
function Remove({ book, entry, language, onFault }: RemoveProps): JSX.Element {
  const t = deskMessages[language];
  const asked = useSignal(false);
  const remove = async (): Promise<void> => {
    const answer = await book.api.post(paths.remove, { page: entry.id });
    if (answer.ok) book.close();
    else onFault(answer.code);
  };
  if (!asked.value)
    return (
      <p>
        <Button kind="danger" onPress={() => (asked.value = true)}>
          {t.remove}
        </Button>
      </p>
    );
  return (
    <div class="notice notice-danger stack">
      <p>{t.removeSays}</p>
      <div class="row">
        <Button kind="danger" onPress={() => void remove()}>
          {t.removeSure}
        </Button>
        <Button kind="quiet" onPress={() => (asked.value = false)}>
          {t.cancel}
        </Button>
      </div>
    </div>
  );
}
