import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { formatDate } from "../../ui/languages.ts";
import { readDefinition, type VersionLine } from "../contract.ts";
import type { FormDefinition, Said } from "../definition.ts";
import { editorMessages } from "../messages.editor.ts";
import type { EditorPart } from "./part.browser.ts";

const dayOf = (date: string, language: EditorPart["language"]): string =>
  formatDate(Date.parse(`${date}T12:00:00Z`), language, true);

/** What was published before, and what colleagues are writing: to be read, and to begin with. */
export function Earlier(props: EditorPart): JSX.Element {
  const { editor, language } = props;
  const t = editorMessages[language];
  const versions = editor.desk.value?.versions ?? [];
  const { drafts } = editor;
  return (
    <>
      {drafts.length > 0 && (
        <section class="card stack" aria-labelledby="form-colleagues">
          <h2 id="form-colleagues">{t.colleagues}</h2>
          <ul class="desk-list">
            {drafts.map((draft) => (
              <Row
                key={draft.by}
                {...props}
                name={t.colleagueDraft(draft.by, dayOf(draft.on, language))}
                says=""
                take={t.takeCopy}
                find={async () => readDefinition(draft.definition)}
              />
            ))}
          </ul>
        </section>
      )}
      {versions.length > 0 && (
        <section class="card stack" aria-labelledby="form-versions">
          <h2 id="form-versions">{t.versions}</h2>
          <ul class="desk-list">
            {versions.map((line) => (
              <Row
                key={line.version}
                {...props}
                name={t.versionLine(line.version, line.questions)}
                says={aboutLine(line, language)}
                take={t.restore}
                find={() => editor.version(line.version)}
              />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function aboutLine({ on, by, offered }: VersionLine, language: EditorPart["language"]): string {
  const t = editorMessages[language];
  const when = on === null ? [] : [t.versionBy(dayOf(on, language), by ?? "")];
  return [...when, ...(offered ? [] : [t.notOffered])].join(" · ");
}

type RowProps = EditorPart & {
  readonly name: string;
  readonly says: string;
  readonly take: string;
  readonly find: () => Promise<FormDefinition | undefined>;
};

function Row(props: RowProps): JSX.Element {
  const { editor, language, name, says, take, find } = props;
  const t = editorMessages[language];
  const shown = useSignal<FormDefinition | undefined>(undefined);
  const show = async (): Promise<void> => {
    shown.value = shown.value ? undefined : await find();
  };
  const begin = async (): Promise<void> => {
    const form = await find();
    if (form) editor.replace(form, "replaced");
  };
  return (
    <li>
      <span class="desk-list-text">
        <strong>{name}</strong>
        <span class="small soft">{says}</span>
      </span>
      <span class="row">
        <button
          type="button"
          class="button button-quiet"
          aria-expanded={shown.value !== undefined}
          onClick={() => void show()}
        >
          {shown.value ? t.hide : t.see} <span class="visually-hidden">{name}</span>
        </button>
        <button type="button" class="button button-quiet" onClick={() => void begin()}>
          {take} <span class="visually-hidden">{name}</span>
        </button>
      </span>
      {shown.value && <Outline form={shown.value} language={language} />}
    </li>
  );
}

/** To be read, not filled in. */
function Outline({ form, language }: Pick<EditorPart, "form" | "language">): JSX.Element {
  const t = editorMessages[language];
  const of = (said: Said): string => said[language] || said.sv;
  return (
    <div class="form-preview-page form-earlier stack">
      <p>{of(form.lead)}</p>
      <ol>
        {form.questions.map((question) => (
          <li key={question.id}>
            {of(question.label)}{" "}
            <span class="small soft">
              {t[question.kind]} · {question.required ? t.mustShort : t.mayShort}
            </span>
            {question.kind === "choice" && (
              <ul>
                {question.options.map((option) => (
                  <li key={option.id}>{of(option.label)}</li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ol>
    </div>
  );
}
