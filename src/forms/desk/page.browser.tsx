import { useSignal } from "@preact/signals";
import type { ComponentType, JSX } from "preact";
import { useEffect } from "preact/hooks";
import type { Staff } from "../../people/index.browser.ts";
import type { Language } from "../../ui/languages.ts";
import type { FormDefinition, FormKind } from "../definition.ts";
import { FORM_LIMIT } from "../definition.ts";
import { emptyForm } from "../edit.ts";
import { editorMessages } from "../messages.editor.ts";
import { FormEditor } from "./editor.browser.ts";
import type { EditorPart } from "./part.browser.ts";
import { PublishBar } from "./publish.browser.tsx";
import { Questions } from "./questions.browser.tsx";
import { Pair, Tick } from "./texts.browser.tsx";
import { Earlier } from "./versions.browser.tsx";

export interface PreviewProps {
  readonly staff: Staff;
  readonly form: FormDefinition;
  readonly language: Language;
  /** As when she has wanted to go on. */
  readonly isTried: boolean;
}

/** What a form is for: its module brings this. */
export interface FormUse {
  readonly kind: FormKind;
  readonly words: (language: Language) => {
    readonly name: string;
    /** That no form is published, and what that means. */
    readonly none: string;
    /** What comes of publishing, where it is not that the form can be asked for. */
    readonly noneSays?: string;
  };
  /** What is chosen for the form apart from its questions. */
  readonly Above?: ComponentType<{ readonly staff: Staff; readonly language: Language }>;
  /** Her screen, with this form. */
  readonly Preview: ComponentType<PreviewProps>;
  readonly starter: FormDefinition;
}

export interface FormsPageProps {
  readonly staff: Staff;
  readonly language: Language;
  readonly uses: readonly FormUse[];
}

interface PageProps {
  readonly staff: Staff;
  readonly language: Language;
  readonly use: FormUse;
  readonly editor: FormEditor;
}

/** Where a coordinator writes the jour's forms. It stays in the desk while other rooms are shown. */
export function FormsPage(props: FormsPageProps): JSX.Element {
  const { staff, language, uses } = props;
  const t = editorMessages[language];
  const chosen = useSignal(uses[0]?.kind);
  useKept(uses.map(({ kind }) => editorOf(staff, kind)));
  const use = uses.find(({ kind }) => kind === chosen.value);
  return (
    <section class="form-room stack" aria-labelledby="forms-title">
      <h1 class="desk-title" id="forms-title">
        {t.title}
      </h1>
      <p class="soft">{t.lead}</p>
      <div class="row" role="group" aria-label={t.which}>
        {uses.map(({ kind, words }) => (
          <button
            type="button"
            key={kind}
            class="button"
            aria-pressed={chosen.value === kind}
            onClick={() => (chosen.value = kind)}
          >
            {words(language).name}
          </button>
        ))}
      </div>
      {use && (
        <One key={use.kind} {...{ staff, language, use }} editor={editorOf(staff, use.kind)} />
      )}
    </section>
  );
}

/** As long as her desk: what could not be saved when she left the page is still there when she comes back. */
function editorOf(staff: Staff, kind: FormKind): FormEditor {
  const editors = kept.get(staff) ?? new Map<FormKind, FormEditor>();
  kept.set(staff, editors);
  const editor = editors.get(kind) ?? new FormEditor(staff, kind);
  editors.set(kind, editor);
  return editor;
}
const kept = new WeakMap<Staff, Map<FormKind, FormEditor>>();

/** What is not at the jour yet is brought there when she turns away, and her browser asks before it closes the page. */
function useKept(editors: readonly FormEditor[]): void {
  useEffect(() => {
    const flush = (): void => editors.forEach((one) => void one.flush());
    const ask = (event: BeforeUnloadEvent): void => {
      if (editors.some((one) => one.isUnsaved)) event.preventDefault();
    };
    document.addEventListener("visibilitychange", flush);
    addEventListener("beforeunload", ask);
    return () => {
      flush();
      document.removeEventListener("visibilitychange", flush);
      removeEventListener("beforeunload", ask);
    };
  }, editors);
}

function One(props: PageProps): JSX.Element {
  const { editor, language, staff } = props;
  const { Above } = props.use;
  const t = editorMessages[language];
  useEffect(() => void editor.look(), [editor]);
  const form = editor.form.value;
  const fault = editor.fault.value;
  if (!editor.desk.value) return <p class="soft">{fault === null ? t.loading : t.failed(fault)}</p>;
  return (
    <>
      {Above && <Above staff={staff} language={language} />}
      {editor.newest.value === null && <Nothing {...props} hasForm={form !== null} />}
      {form && <Bench {...props} form={form} />}
    </>
  );
}

/** No form, and what that means; two presses from here to one that is published. */
function Nothing({ editor, language, use, hasForm }: PageProps & { hasForm: boolean }) {
  const t = editorMessages[language];
  const begin = (form: FormDefinition): void => editor.replace(form, "replaced");
  return (
    <div class="card stack">
      <strong>{use.words(language).none}</strong>
      {!hasForm && <p class="soft">{use.words(language).noneSays ?? t.noneSays}</p>}
      {!hasForm && (
        <div class="row">
          <button type="button" class="button button-lamp" onClick={() => begin(use.starter)}>
            {t.startReady}
          </button>
          <button type="button" class="button" onClick={() => begin(emptyForm)}>
            {t.startEmpty}
          </button>
        </div>
      )}
    </div>
  );
}

function Bench(props: PageProps & EditorPart): JSX.Element {
  const { editor, form, language } = props;
  const t = editorMessages[language];
  return (
    <>
      <PublishBar {...props} />
      <div class="form-bench">
        <div class="stack">
          <Tick
            label={t.offered}
            checked={form.offered}
            onTick={(offered) => editor.change({ ...form, offered })}
          />
          <Pair
            {...{ language, label: t.intro, said: form.lead, most: FORM_LIMIT.lead }}
            id="form-lead"
            isLong
            onSaid={(lead) => editor.change({ ...form, lead })}
          />
          <Questions {...props} />
        </div>
        <Shown {...props} />
      </div>
      <Earlier {...props} />
    </>
  );
}

/** Beside the questions, or below them on a phone. */
function Shown({ staff, form, language, use: { Preview } }: PageProps & EditorPart): JSX.Element {
  const t = editorMessages[language];
  const isEnglish = useSignal(false);
  const isTried = useSignal(false);
  return (
    <aside class="form-preview stack" aria-labelledby="form-preview">
      <h2 id="form-preview">{t.preview}</h2>
      <p class="hint">{t.previewHint}</p>
      <Tick
        label={t.previewLanguage}
        checked={isEnglish.value}
        onTick={(on) => (isEnglish.value = on)}
      />
      <Tick label={t.previewCheck} checked={isTried.value} onTick={(on) => (isTried.value = on)} />
      <div class="form-preview-page" lang={isEnglish.value ? "en" : "sv"}>
        <Preview
          staff={staff}
          form={form}
          language={isEnglish.value ? "en" : "sv"}
          isTried={isTried.value}
        />
      </div>
    </aside>
  );
}
