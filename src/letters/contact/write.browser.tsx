import type { JSX } from "preact";
import { answerTimeMessages } from "../messages.answer-times.ts";
import type { Picked } from "./files.browser.ts";
import { Button, Failure, type LetterScreen, say, Title, Writing } from "./parts.browser.tsx";

/** The first letter: words, pictures; the two that must be said before it is sent. */
export function Write(props: LetterScreen & { readonly isCarried: boolean }): JSX.Element {
  const { app } = props;
  const t = say(props);
  const isEmpty = app.draft.value.trim() === "" && app.files.value.length === 0;
  return (
    <>
      <Title>{t.writeTitle}</Title>
      <p class="lead">{t.writeLead}</p>
      <p class="soft">{answerTime(props)}</p>
      {props.isCarried && <p class="notice">{t.carried}</p>}
      <Writing
        id="letter"
        label={t.field}
        hint={t.fieldHint}
        rows={10}
        value={app.draft.value}
        onText={(text) => void (app.draft.value = text)}
      />
      <Files {...props} />
      <Failure {...props} />
      <div class="row">
        <Button kind="lamp" disabled={isEmpty} onPress={() => void app.showWords()}>
          {t.next}
        </Button>
        <Button onPress={() => app.go("choose")}>{t.back}</Button>
      </div>
      <p class="notice notice-danger">
        {t.danger}{" "}
        <a class="number" href="tel:112">
          112
        </a>
        .
      </p>
    </>
  );
}

export function answerTime(props: LetterScreen): string {
  const known = props.app.start.value?.answerTime;
  return known ? answerTimeMessages[props.language][known] : say(props).answersUnknown;
}

/** What goes with the letter. The input is emptied at once: the browser need not remember a name. */
export function Files(props: LetterScreen): JSX.Element {
  const { app } = props;
  const t = say(props);
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
          aria-describedby="files-hint"
          onChange={({ currentTarget }) => {
            const chosen = [...(currentTarget.files ?? [])];
            currentTarget.value = "";
            void app.addFiles(chosen);
          }}
        />
      </label>
      <p class="hint" id="files-hint">
        {t.filesHint}
      </p>
      {app.files.value.length > 0 && (
        <ul class="ways">
          {app.files.value.map((file, at) => (
            <Chosen key={file} {...props} file={file} number={at + 1} />
          ))}
        </ul>
      )}
    </div>
  );
}

function Chosen(
  props: LetterScreen & { readonly file: Picked; readonly number: number },
): JSX.Element {
  const { app, file, number } = props;
  const t = say(props);
  const kilobytes = Math.max(1, Math.round(file.bytes.length / 1000));
  return (
    <li>
      <span>
        {t.fileName(number, file.type)} <span class="small">({kilobytes} kB)</span>
      </span>
      <Button kind="quiet" onPress={() => app.removeFile(file)}>
        {t.removeFile} <span class="visually-hidden">{t.fileName(number, file.type)}</span>
      </Button>
    </li>
  );
}
