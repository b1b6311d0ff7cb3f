import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { type Failing, failing } from "../contact/failures.ts";
import { type Picked, pick } from "../contact/files.browser.ts";
import { Progress } from "../contact/parts.browser.tsx";
import { makeReady } from "../contact/pictures.browser.ts";
import { inboxMessages } from "../messages.inbox.ts";
import { letterFailureMessages } from "../messages.letter-failures.ts";
import { letterMessages } from "../messages.letters.ts";
import type { CorrespondenceProps } from "./correspondence.browser.tsx";

const MOST_FILES = 8;

/** What goes with the answer: pictures drawn anew, PDF as it is. */
export function AnswerFiles({ app, language, opened }: CorrespondenceProps): JSX.Element | null {
  const t = letterMessages[language];
  const desk = inboxMessages[language];
  const fault = useSignal<Failing | null>(null);
  const { kind } = opened.view;
  if (kind === "mail") return null;
  if (kind === "plain") return <p class="soft small">{desk.filesNot}</p>;
  const add = async (chosen: readonly File[]): Promise<void> => {
    fault.value = (await addFiles(app, chosen)) ?? null;
  };
  return (
    <div class="field">
      <label class="button button-file">
        {t.files}
        <input
          type="file"
          class="visually-hidden"
          accept="image/*,application/pdf"
          multiple
          autocomplete="off"
          aria-describedby="answer-files-hint"
          onChange={({ currentTarget }) => {
            const chosen = [...(currentTarget.files ?? [])];
            currentTarget.value = "";
            void add(chosen);
          }}
        />
      </label>
      <p class="hint" id="answer-files-hint">
        {t.filesHint} {desk.filesNotKept}
      </p>
      <div role="alert" class="fault">
        {fault.value !== null && letterFailureMessages[language][fault.value]}
      </div>
      <Chosen {...{ app, language, opened }} />
      {app.progress.value !== null && app.files.value.length > 0 && (
        <Progress value={app.progress.value} label={t.progress} />
      )}
    </div>
  );
}

/** What is wrong with the first that cannot be taken; those before it are. */
async function addFiles(
  app: CorrespondenceProps["app"],
  chosen: readonly File[],
): Promise<Failing | undefined> {
  for (const file of chosen) {
    if (app.files.value.length >= MOST_FILES) return failing({ code: "too-many-files" });
    const ready = await makeReady(file);
    if (!ready.ok) return failing(ready);
    app.files.value = [...app.files.value, pick(app.staff.suite, ready.value)];
  }
  return undefined;
}

function Chosen({ app, language }: CorrespondenceProps): JSX.Element | null {
  const t = letterMessages[language];
  const remove = (file: Picked): void =>
    void (app.files.value = app.files.value.filter((one) => one !== file));
  if (app.files.value.length === 0) return null;
  return (
    <ul class="ways">
      {app.files.value.map((file, at) => (
        <li key={file.id.join()}>
          <span>
            {t.fileName(at + 1, file.type)}{" "}
            <span class="small">({Math.max(1, Math.round(file.bytes.length / 1000))} kB)</span>
          </span>
          <button
            type="button"
            class="button button-quiet"
            disabled={app.progress.value !== null}
            onClick={() => remove(file)}
          >
            {t.removeFile} <span class="visually-hidden">{t.fileName(at + 1, file.type)}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
