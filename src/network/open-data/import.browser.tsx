import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useId } from "preact/hooks";
import type { Language } from "../../ui/languages.ts";
import { federationPaths as paths } from "../federation/contract.ts";
import { federationMessages } from "../federation/messages.ts";
import type { DeskPart } from "../federation/parts.browser.tsx";
import { type Left, type ReadHsds, readHsds } from "./read-hsds.ts";

const MAX_FILE = 2 * 1024 * 1024;

/** A file of jours in the open format: read and shown here, and entered only when she says so. */
export function ImportPage({ api, language }: DeskPart): JSX.Element {
  const t = federationMessages[language];
  const id = useId();
  const read = useSignal<ReadHsds | null>(null);
  const told = useSignal<string | null>(null);
  const choose = async (file: File | undefined): Promise<void> => {
    read.value = null;
    told.value = null;
    if (!file) return;
    if (file.size > MAX_FILE) told.value = t.tooLarge;
    else {
      const json = await file
        .text()
        .then(JSON.parse)
        .catch(() => undefined);
      if (json === undefined) told.value = t.unreadable;
      else read.value = readHsds(json);
    }
  };
  const enter = async (): Promise<void> => {
    const guests = read.value?.guests ?? [];
    const done = await api.post(paths.enter, { guests });
    told.value = done.ok ? t.entered(guests.length) : t.failed;
    if (done.ok) read.value = null;
  };
  return (
    <section class="desk-page stack">
      <h1>{t.importTitle}</h1>
      <p>{t.importLead}</p>
      <div class="field">
        <label for={id}>{t.choose}</label>
        <input
          id={id}
          type="file"
          accept=".json,application/json"
          onChange={({ currentTarget }) => void choose(currentTarget.files?.[0])}
        />
      </div>
      <div role="status">{told.value !== null && <p class="notice">{told.value}</p>}</div>
      {read.value && <Found read={read.value} language={language} onEnter={() => void enter()} />}
    </section>
  );
}

interface FoundProps {
  readonly read: ReadHsds;
  readonly language: Language;
  readonly onEnter: () => void;
}

const whyInWords = (why: Left, language: Language): string =>
  federationMessages[language][why === "phone" ? "left-phone" : why];

function Found({ read: { guests, left }, language, onEnter }: FoundProps): JSX.Element {
  const t = federationMessages[language];
  return (
    <>
      <h2>{guests.length === 0 ? t.nothing : t.readOf(guests.length)}</h2>
      {guests.length > 0 && (
        <>
          <ul>
            {guests.map(({ id, name, place }) => (
              <li key={id}>
                {name}
                {place !== "" && <span class="soft small">, {place}</span>}
              </li>
            ))}
          </ul>
          <div>
            <button type="button" class="button button-lamp" onClick={onEnter}>
              {t.enter(guests.length)}
            </button>
          </div>
        </>
      )}
      {left.length > 0 && (
        <>
          <h2>{t.leftTitle}</h2>
          <ul>
            {left.map(({ name, why }) => (
              <li>
                {name === "" ? t.nameless : name}: {whyInWords(why, language)}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
