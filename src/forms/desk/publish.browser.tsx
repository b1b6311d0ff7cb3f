import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { editorMessages } from "../messages.editor.ts";
import type { EditorPart } from "./part.browser.ts";

/** How it stands with what she writes, and the way out to those who ask. */
export function PublishBar(props: EditorPart): JSX.Element {
  const { editor, form, language } = props;
  const t = editorMessages[language];
  const busy = useSignal(false);
  const isTried = useSignal(false);
  const newest = editor.newest.value;
  const isWrong = editor.faults.value.length > 0;
  const publish = (): void => {
    isTried.value = true;
    if (isWrong) return;
    busy.value = true;
    void editor.publish().finally(() => {
      busy.value = false;
      isTried.value = false;
    });
  };
  return (
    <div class="card stack form-publish">
      <Standing {...props} />
      <Notices {...props} />
      {isTried.value && isWrong && (
        <p class="fault" role="alert">
          {t.wrong}
        </p>
      )}
      <div class="row">
        <button
          type="button"
          class="button button-lamp"
          disabled={busy.value || !editor.isDraft.value || form.questions.length === 0}
          onClick={publish}
        >
          {t.publishAs((newest?.version ?? 0) + 1)}
        </button>
        {editor.isDraft.value && (
          <button type="button" class="button button-quiet" onClick={() => void editor.drop()}>
            {t.drop}
          </button>
        )}
        {!editor.isDraft.value && <span class="small soft">{t.unchanged}</span>}
      </div>
    </div>
  );
}

function Standing({ editor, language }: EditorPart): JSX.Element | null {
  const t = editorMessages[language];
  const newest = editor.desk.value?.versions[0];
  return newest ? (
    <p>
      <span class="pill">{t.isPublished(newest.version)}</span>{" "}
      <span class="small soft">{newest.offered ? t.isOffered : t.isClosed}</span>
    </p>
  ) : null;
}

function Notices({ editor, language }: EditorPart): JSX.Element {
  const t = editorMessages[language];
  const { kept, undo, published, fault } = editor;
  const standing = kept.value;
  const isElsewhere = standing === "elsewhere";
  return (
    <>
      <div role="status" class="stack">
        {published.value !== null && <p class="notice">{t.published(published.value)}</p>}
        {undo.value && (
          <p class="notice">
            {t[undo.value.said]}{" "}
            <button
              type="button"
              id="form-undo"
              class="button button-quiet"
              onClick={() => editor.takeBack()}
            >
              {t.undo}
            </button>
          </p>
        )}
        {(standing === "waits" || standing === "kept") && <p class="small soft">{t[standing]}</p>}
      </div>
      <div role="alert" class="stack">
        {typeof standing === "object" && (
          <p class="notice">
            {standing.not === "limit-reached" ? t.tooLarge : t.notKept(standing.not)}
          </p>
        )}
        {isElsewhere && <Elsewhere {...{ editor, language }} />}
        {editor.isOvertaken.value && (
          <p class="notice">{t.overtaken(editor.newest.value?.version ?? 0)}</p>
        )}
        {fault.value !== null && fault.value !== "changed-meanwhile" && (
          <p class="notice">{t.failed(fault.value)}</p>
        )}
      </div>
    </>
  );
}

function Elsewhere({ editor, language }: Pick<EditorPart, "editor" | "language">): JSX.Element {
  const t = editorMessages[language];
  return (
    <div class="notice stack">
      <p>{t.elsewhere}</p>
      <div class="row">
        <button type="button" class="button" onClick={() => void editor.settle("here")}>
          {t.keepHere}
        </button>
        <button type="button" class="button" onClick={() => void editor.settle("there")}>
          {t.takeThere}
        </button>
      </div>
    </div>
  );
}
