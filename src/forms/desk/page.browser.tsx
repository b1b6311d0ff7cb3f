import { useSignal } from "@preact/signals";
import type { ComponentType, JSX } from "preact";
import { useEffect } from "preact/hooks";
import type { Staff } from "../../people/index.browser.ts";
import type { Language } from "../../ui/languages.ts";
import type { FormDefinition, TalkForm } from "../definition.ts";
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
  readonly kind: TalkForm;
  readonly form: FormDefinition;
  readonly language: Language;
  /** As when she has wanted to go on. */
  readonly isTried: boolean;
}

export interface FormsPageProps {
  readonly staff: Staff;
  readonly language: Language;
  /** Her screen, with this form. */
  readonly Preview: ComponentType<PreviewProps>;
  readonly starter: (kind: TalkForm) => FormDefinition;
}

const KINDS = ["intake", "accompany"] as const;
type PageProps = FormsPageProps & { readonly editor: FormEditor };

/** Where a coordinator writes the jour's forms. It stays in the desk while other rooms are shown. */
export function FormsPage(props: FormsPageProps): JSX.Element {
  const { staff, language } = props;
  const t = editorMessages[language];
  const kind = useSignal<TalkForm>("intake");
  const editors = editorsOf(staff);
  useKept(Object.values(editors));
  return (
    <section class="form-room stack" aria-labelledby="forms-title">
      <h1 class="desk-title" id="forms-title">
        {t.title}
      </h1>
      <p class="soft">{t.lead}</p>
      <div class="row" role="group" aria-label={t.which}>
        {KINDS.map((one) => (
          <button
            type="button"
            key={one}
            class="button"
            aria-pressed={kind.value === one}
            onClick={() => (kind.value = one)}
          >
            {t[one]}
          </button>
        ))}
      </div>
      <One key={kind.value} {...props} editor={editors[kind.value]} />
    </section>
  );
}

/** As long as her desk: what could not be saved when she left the page is still there when she comes back. */
function editorsOf(staff: Staff): Readonly<Record<TalkForm, FormEditor>> {
  const there = kept.get(staff);
  if (there) return there;
  const made = {
    intake: new FormEditor(staff, "intake"),
    accompany: new FormEditor(staff, "accompany"),
  };
  kept.set(staff, made);
  return made;
}
const kept = new WeakMap<Staff, Readonly<Record<TalkForm, FormEditor>>>();

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
  const { editor, language } = props;
  const t = editorMessages[language];
  useEffect(() => void editor.look(), [editor]);
  const form = editor.form.value;
  const fault = editor.fault.value;
  if (!editor.desk.value) return <p class="soft">{fault === null ? t.loading : t.failed(fault)}</p>;
  return (
    <>
      {editor.newest.value === null && <Nothing {...props} hasForm={form !== null} />}
      {form && <Bench {...props} form={form} />}
    </>
  );
}

/** No form, and what that means; two presses from here to one that is published. */
function Nothing({ editor, language, starter, hasForm }: PageProps & { hasForm: boolean }) {
  const t = editorMessages[language];
  const begin = (form: FormDefinition): void => editor.replace(form, "replaced");
  return (
    <div class="card stack">
      <strong>{editor.kind === "intake" ? t.noneIntake : t.noneAccompany}</strong>
      {!hasForm && <p class="soft">{t.noneSays}</p>}
      {!hasForm && (
        <div class="row">
          <button
            type="button"
            class="button button-lamp"
            onClick={() => begin(starter(editor.kind))}
          >
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
function Shown({ editor, form, language, Preview }: PageProps & EditorPart): JSX.Element {
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
          kind={editor.kind}
          form={form}
          language={isEnglish.value ? "en" : "sv"}
          isTried={isTried.value}
        />
      </div>
    </aside>
  );
}
